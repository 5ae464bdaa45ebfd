/// A number that counts sessions and convocations, from 1 to 120: arabic (`44`, `44-ші`, `12-я`), roman in Latin,
/// Cyrillic or mixed letters (`XVIII`, `ХХІІ`, `ІV`), and in words (`двадцать первой`, `он тоғызыншы`).
public struct OrdinalNumber: Sendable, Equatable {
  public enum Form: Sendable { case arabic, roman, words }

  public var value: Int
  public var form: Form
  /// An arabic number with an ordinal ending or hyphen (`44-ші`); true for the other forms.
  public var isOrdinal: Bool
  var words: Range<Int>

  /// The number that a whole string is; nil for anything else, `IIII` and `0` included.
  ///
  /// ```swift
  /// OrdinalNumber.parse("он тоғызыншы")?.value  // 19
  /// ```
  public static func parse(_ string: String) -> OrdinalNumber? {
    let text = FoldedText(string)
    guard let number = OrdinalReader(text).ending(at: text.words.count), number.words.lowerBound == 0 else {
      return nil
    }
    return number
  }
}

struct OrdinalReader {
  let text: FoldedText
  private let numerals = Numerals.vocabulary

  init(_ text: FoldedText) { self.text = text }

  /// The number whose last word stands before the index.
  func ending(at end: Int) -> OrdinalNumber? {
    guard let last = text.words[safe: end - 1] else { return nil }
    if last.kind == .digits { return arabic(end - 1, end, isOrdinal: false) }
    guard last.kind == .letters else { return nil }
    if last.count <= 4, !last.isUpperCase, text.isHyphen(end - 2), let digits = text.words[safe: end - 3],
      digits.kind == .digits
    {
      return arabic(end - 3, end, isOrdinal: true)
    }
    return roman(end - 1, end) ?? inWords(end)
  }

  private func arabic(_ index: Int, _ end: Int, isOrdinal: Bool) -> OrdinalNumber? {
    guard let value = text.number(index), (1...120).contains(value) else { return nil }
    return OrdinalNumber(value: value, form: .arabic, isOrdinal: isOrdinal, words: index..<end)
  }

  /// Roman, with an ending after a hyphen (`VII-ші`) or none.
  private func roman(_ index: Int, _ end: Int) -> OrdinalNumber? {
    var index = index
    if let word = text.words[safe: index], !word.isUpperCase, word.count <= 4, text.isHyphen(index - 1) {
      index -= 2
    }
    guard let word = text.words[safe: index], word.kind == .letters, word.isUpperCase,
      let value = Roman.value(text.fold[word.start..<word.end]), (1...120).contains(value)
    else { return nil }
    return OrdinalNumber(value: value, form: .roman, isOrdinal: true, words: index..<end)
  }

  private func inWords(_ end: Int) -> OrdinalNumber? {
    guard let last = text.words[safe: end - 1],
      let (kind, value) = numerals.meaning(text, last).map({ ($0.kind, $0.value) }),
      kind == .ordinal
    else { return nil }
    var total = value
    var scale = value < 10 ? 10 : value < 100 ? 100 : 1000
    var start = end - 1
    while scale <= 100, let word = text.words[safe: start - 1], let more = numerals.meaning(text, word),
      more.kind == .cardinal,
      more.value >= scale, value >= 10 || more.value % 10 == 0
    {
      if scale == 100 || value < 10 { total += more.value }
      scale = more.value < 100 ? 100 : 1000
      start -= 1
    }
    guard (1...120).contains(total) else { return nil }
    return OrdinalNumber(value: total, form: .words, isOrdinal: true, words: start..<end)
  }
}

/// Numbers written with letters of either alphabet that look roman.
enum Roman {
  /// Lower-cased letters to the value; nil where the letters are no canonical numeral below 400.
  static func value(_ letters: ArraySlice<UInt16>) -> Int? {
    guard let latin = latin(letters), latin.count <= 12 else { return nil }
    var total = 0
    var previous = 0
    for letter in latin.reversed() {
      let value = digit(letter)
      total += value < previous ? -value : value
      previous = max(previous, value)
    }
    return total > 0 && total < 400 && written(total) == latin ? total : nil
  }

  /// The Latin letters; nil where a letter does not look roman.
  static func latin(_ letters: ArraySlice<UInt16>) -> [UInt8]? {
    var out: [UInt8] = []
    for letter in letters {
      switch letter {
      case 0x69, 0x456, 0x4CF, 0x131: out.append(0x49)  // i, Cyrillic і, palochka
      case 0x76, 0x475: out.append(0x56)  // v
      case 0x78, 0x445: out.append(0x58)  // x, х
      case 0x6C: out.append(0x4C)  // l
      case 0x63, 0x441: out.append(0x43)  // c, с
      default: return nil
      }
    }
    return out.isEmpty ? nil : out
  }

  private static func digit(_ letter: UInt8) -> Int {
    switch letter {
    case 0x49: 1
    case 0x56: 5
    case 0x58: 10
    case 0x4C: 50
    default: 100
    }
  }

  private static func written(_ value: Int) -> [UInt8] {
    let parts: [(Int, String)] = [
      (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = value
    var out: [UInt8] = []
    for (size, letters) in parts {
      while rest >= size {
        out += letters.utf8
        rest -= size
      }
    }
    return out
  }
}
