import Tabulation

/// Numbers that a passage states beside the words that carried a code: `1 400 приёмов граждан`.
///
/// The nearest number counts, up to three words before the evidence or, where there is none, after it; a comma, full
/// stop, semicolon or bracket ends the search, and a colon before the evidence. Left out is what counts something else:
/// dates and years, numbers of acts and items (№, пункт, бап), per cent, money, time.
///
/// ```swift
/// StatedFigures("В 2023 году проведено 1 400 приёмов граждан.").figures(near: [28..<43], reference)
/// // value 1400, text "1 400 приёмов граждан"
/// ```
struct StatedFigures {
  private struct Word {
    /// Code points, without the punctuation around it.
    var range: Range<Int>
    var text: String
    /// The punctuation that follows.
    var mark: Unicode.Scalar?
    var number: Double?
  }

  private static let reach = 3
  private static let multipliers: [(start: String, factor: Double)] = [
    ("тыс", 1e3), ("мың", 1e3), ("млн", 1e6), ("миллион", 1e6),
  ]
  /// With which a word begins that says what else the number before it is.
  private static let otherUnits = [
    "год", "гг", "жыл", "процент", "пайыз", "тенге", "теңге", "тг", "час", "сағат", "минут", "январ",
    "феврал",
    "март", "апрел", "мая", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр", "қаңтар", "ақпан",
    "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан",
    "созыв",
    "шақырылым", "сесси", "%", "км", "млрд",
  ]
  /// With which a word begins that says that the number after it is a name.
  private static let numbered = [
    "№", "пункт", "п", "ст", "стать", "бап", "тармақ", "созыв", "сесси", "прилож",
  ]

  private let points: [Unicode.Scalar]
  private let words: [Word]

  init(_ text: String) {
    points = Array(text.unicodeScalars)
    words = Self.joined(Self.words(points), points)
  }

  /// - Parameter evidence: code points of the words that carried the code.
  func figures(near evidence: [Range<Int>], _ reference: PassageReference) -> [StatedFigure] {
    var result: [StatedFigure] = []
    for range in evidence {
      guard let first = words.firstIndex(where: { $0.range.upperBound > range.lowerBound }),
        let last = words.lastIndex(where: { $0.range.lowerBound < range.upperBound }), first <= last,
        let place = before(first) ?? after(last), let value = words[place].number
      else { continue }
      let start = min(words[place].range.lowerBound, words[first].range.lowerBound)
      let end = max(words[place].range.upperBound, words[last].range.upperBound)
      let figure = StatedFigure(
        value: value, text: String(String.UnicodeScalarView(points[start..<end])), reference: reference)
      if !result.contains(figure) { result.append(figure) }
    }
    return result
  }

  private func before(_ first: Int) -> Int? {
    for place in stride(from: first - 1, through: max(0, first - Self.reach), by: -1) {
      if words[place].mark != nil { return nil }
      if isFigure(place) { return place }
    }
    return nil
  }

  private func after(_ last: Int) -> Int? {
    for place in last + 1..<max(last + 1, min(words.count, last + 1 + Self.reach)) {
      if let mark = words[place - 1].mark, mark != ":" { return nil }
      if isFigure(place) { return place }
    }
    return nil
  }

  private func isFigure(_ place: Int) -> Bool {
    guard let number = words[place].number, number == number.rounded() else { return false }
    func begins(_ place: Int, with starts: [String]) -> Bool {
      words.indices.contains(place) && starts.contains { words[place].text.hasPrefix($0) }
    }
    if words[place].mark == nil, begins(place + 1, with: Self.otherUnits) { return false }
    if words[place].text.unicodeScalars.contains("%") { return false }
    guard words.indices.contains(place - 1) else { return true }
    let previous = words[place - 1].text
    return !Self.numbered.contains { $0.unicodeScalars.count < 3 ? previous == $0 : previous.hasPrefix($0) }
  }

  // MARK: Words

  private static func words(_ points: [Unicode.Scalar]) -> [Word] {
    var result: [Word] = []
    var start = 0
    while start < points.count {
      guard !points[start].properties.isWhitespace else {
        start += 1
        continue
      }
      var end = start
      while end < points.count, !points[end].properties.isWhitespace { end += 1 }
      var (low, high) = (start, end)
      var mark: Unicode.Scalar?
      while low < high, "(«\"“„–—-".unicodeScalars.contains(points[low]) { low += 1 }
      while high > low, ".,;:!?)»\"”–—".unicodeScalars.contains(points[high - 1]) {
        high -= 1
        if ".,;:!?)".unicodeScalars.contains(points[high]) { mark = points[high] }
      }
      if low < high {
        let text = String(String.UnicodeScalarView(points[low..<high])).lowercased()
        result.append(Word(range: low..<high, text: text, mark: mark, number: number(text)))
      }
      start = end
    }
    return result
  }

  /// `1400`, `1,4`; nil for all that is no plain number.
  private static func number(_ text: String) -> Double? {
    let utf8 = Array(text.utf8)
    guard utf8.count < 13, let first = utf8.first, (0x30...0x39).contains(first),
      utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2C }), utf8.last != 0x2C
    else { return nil }
    return Double(text.replacing(",", with: "."))
  }

  /// Groups of three digits, and a multiplier, belong to the number before them.
  private static func joined(_ words: [Word], _ points: [Unicode.Scalar]) -> [Word] {
    var result: [Word] = []
    for word in words {
      guard let last = result.last, let number = last.number, last.mark == nil else {
        result.append(word)
        continue
      }
      let range = last.range.lowerBound..<word.range.upperBound
      if word.text.utf8.count == 3, let group = word.number, number == number.rounded(), number < 1e9,
        last.range.upperBound + 1 == word.range.lowerBound,
        last.text.utf8.count <= 3 || last.text.contains(" ")
      {
        result[result.count - 1] = Word(
          range: range, text: last.text + " " + word.text, mark: word.mark, number: number * 1000 + group)
      } else if let factor = multipliers.first(where: { word.text.hasPrefix($0.start) })?.factor {
        // The full stop of an abbreviation ends nothing.
        let mark = word.mark == "." ? nil : word.mark
        result[result.count - 1] = Word(
          range: range, text: last.text + " " + word.text, mark: mark, number: number * factor)
      } else {
        result.append(word)
      }
    }
    return result
  }
}
