/// A decision whose whole text stands on one line, as legal portals' PDF dumps and some exports give it: cut
/// into title, requisites, notes, preamble, points, signature and page footer by the words that such
/// decisions are made of.
enum OneLineDecision {
  enum Kind { case title, requisites, note, preamble, point, signature, footer }

  struct Part {
    var kind: Kind
    /// Bytes of the array that the line is a slice of.
    var bytes: Range<Int>
  }

  /// The parts of a line in order, covering all of its words, or nil where it is no such decision: shorter
  /// than 200 bytes, longer than 1 MiB, or without a verb of decision and a first point after it.
  static func parts(of line: ArraySlice<UInt8>) -> [Part]? {
    guard line.count >= 200, line.count <= 1 << 20, hasColonAndFirstPoint(line) else { return nil }
    let words = split(line)
    guard let verb = words.indices.first(where: { isVerb(words, at: $0) }) else { return nil }
    let afterVerb = words[verb].text.hasSuffix(":") ? verb + 1 : verb + 2
    guard afterVerb < words.count, ["1.", "1)"].contains(words[afterVerb].text) else { return nil }
    var cuts: [(index: Int, kind: Kind)] = head(words, verb: verb)
    let footer = words[verb...].firstIndex { $0.text.hasPrefix("©") } ?? words.count
    let points = pointStarts(words, from: afterVerb, to: footer)
    cuts += points.map { ($0, .point) }
    cuts += signatures(words, from: (points.last ?? afterVerb) + 1, to: footer).map { ($0, .signature) }
    if footer < words.count { cuts.append((footer, .footer)) }
    return cuts.indices.map { k in
      let end = k + 1 < cuts.count ? cuts[k + 1].index : words.count
      return Part(
        kind: cuts[k].kind, bytes: words[cuts[k].index].bytes.lowerBound..<words[end - 1].bytes.upperBound)
    }
  }

  /// Whether a line is nothing but the requisites of a decision, such as
  /// `Решение маслихата Карасуского района Костанайской области от 18 марта 2026 года № 301`.
  static func isRequisites(_ line: ArraySlice<UInt8>) -> Bool {
    guard (40...600).contains(line.count) else { return false }
    let words = split(line)
    if let range = russianRequisites(words, verb: words.count) { return range == 0..<words.count }
    guard let last = words.last, last.key == "шешімі" || last.key == "қаулысы" else { return false }
    return words.contains { $0.text.hasPrefix("№") } && words.contains { $0.key == "жылғы" }
  }

  /// A colon, white space and `1.` or `1)`: what no such decision lacks, found without cutting words.
  private static func hasColonAndFirstPoint(_ line: ArraySlice<UInt8>) -> Bool {
    let span = line.span
    for colon in span.indices where span[colon] == UInt8(ascii: ":") {
      var i = colon + 1
      spaces: while i < span.count {
        switch WhiteSpace.classify(span, i) {
        case .space(let size), .invisible(let size): i += size
        case .other: break spaces
        }
      }
      guard i + 1 < span.count, span[i] == UInt8(ascii: "1") else { continue }
      if span[i + 1] == UInt8(ascii: ".") || span[i + 1] == UInt8(ascii: ")") { return true }
    }
    return false
  }

  private struct Word {
    var bytes: Range<Int>
    var text: String
    /// Small letters, Latin i as the Cyrillic one that it stands for, without punctuation at either end.
    var key: String
  }

  private static func split(_ line: ArraySlice<UInt8>) -> [Word] {
    var words: [Word] = []
    let span = line.span
    var start = -1
    var i = 0
    func close(at end: Int) {
      guard start >= 0 else { return }
      let bytes = (line.startIndex + start)..<(line.startIndex + end)
      let text = String(decoding: line[bytes], as: UTF8.self)
      let letters = text.lowercased().drop { !$0.isLetter && !$0.isNumber }
      let end = letters.lastIndex { $0.isLetter || $0.isNumber }
      let key = end.map { String(letters[...$0]).replacing("i", with: "і") } ?? ""
      words.append(Word(bytes: bytes, text: text, key: key))
      start = -1
    }
    while i < span.count {
      switch WhiteSpace.classify(span, i) {
      case .space(let size):
        close(at: i)
        i += size
      case .invisible(let size):
        i += size
      case .other:
        if start < 0 { start = i }
        i += 1
      }
    }
    close(at: span.count)
    return words
  }

  // MARK: - Verb of decision

  private static let verbs: Set<String> = [
    "решил", "решила", "решило", "решили", "постановляет", "постановляют", "постановил", "шешті", "қабылдады",
    "етті",
    "етеді",
  ]

  private static func isVerb(_ words: [Word], at index: Int) -> Bool {
    guard verbs.contains(words[index].key) else { return false }
    if words[index].text.hasSuffix(":") { return true }
    return index + 1 < words.count && words[index + 1].text == ":"
  }

  // MARK: - Before the points

  private static func head(_ words: [Word], verb: Int) -> [(index: Int, kind: Kind)] {
    var cuts: [(index: Int, kind: Kind)] = [(0, .title)]
    var position = 0
    if let requisites = russianRequisites(words, verb: verb) ?? kazakhRequisites(words, verb: verb) {
      if requisites.lowerBound == 0 { cuts.removeAll() }
      cuts.append((requisites.lowerBound, .requisites))
      position = requisites.upperBound
      if position < verb, isNote(words[position]) {
        cuts.append((position, .note))
        position = (position..<verb).first { isOpener(words, at: $0) } ?? verb
      }
      cuts.append((position, .preamble))
    } else if let opener = (1..<max(2, verb)).first(where: { isOpener(words, at: $0) }) {
      cuts.append((opener, .preamble))
    } else {
      cuts = [(0, .preamble)]
    }
    return cuts
  }

  /// `Решение … маслихата … от 28 ноября 2025 года № 28-198/ VIII`, and the registry's sentence after it.
  private static func russianRequisites(_ words: [Word], verb: Int) -> Range<Int>? {
    for start in 0..<verb
    where ["Решение", "Постановление", "РЕШЕНИЕ", "ПОСТАНОВЛЕНИЕ"].contains(words[start].text) {
      let reach = min(verb, start + 40)
      guard let number = (start..<reach).first(where: { words[$0].text.hasPrefix("№") }),
        (start..<number).contains(where: { words[$0].key == "от" })
      else { continue }
      var end = endOfNumber(words, from: number, to: verb)
      if end < verb, words[end].key.hasPrefix("зарегистрирован"),
        let registered = (end..<min(verb, end + 25)).first(where: { words[$0].text.hasPrefix("№") })
      {
        end = endOfNumber(words, from: registered, to: verb)
      }
      return start..<end
    }
    return nil
  }

  /// `Жамбыл облысы Тараз қалалық мәслихатының 2025 жылғы 31 қазандағы № 33-4 шешімі`: from after the title's
  /// last `туралы` on.
  private static func kazakhRequisites(_ words: [Word], verb: Int) -> Range<Int>? {
    for end in 0..<verb where words[end].key == "шешімі" || words[end].key == "қаулысы" {
      let near = max(0, end - 4)..<end
      guard near.contains(where: { words[$0].text.hasPrefix("№") }),
        let title = (0..<end).last(where: {
          ["туралы", "жөнінде", "енгізу", "бекіту"].contains(words[$0].key)
        }),
        title + 1 < end
      else { continue }
      var after = end + 1
      if let registered = (after..<min(verb, after + 15)).first(where: { words[$0].key == "тіркелді" }) {
        after = registered + 1
      }
      return (title + 1)..<after
    }
    return nil
  }

  /// After `№` and the number, which a stray space may have cut: `28-198/ VIII`, `8С 34/3`.
  private static func endOfNumber(_ words: [Word], from number: Int, to limit: Int) -> Int {
    var end = number + 1
    if words[number].text == "№", end < limit { end += 1 }
    while end < limit, continuesNumber(words[end].text, after: words[end - 1].text) { end += 1 }
    return end
  }

  private static func continuesNumber(_ word: String, after before: String) -> Bool {
    if before.hasSuffix("/") || before.hasSuffix("-") || word.hasPrefix("/") || word.hasPrefix("-") {
      return true
    }
    guard word.first?.isNumber ?? false, before.last?.isLetter ?? false else { return false }
    return word.contains("/") || word.contains("-")
  }

  private static func isNote(_ word: Word) -> Bool {
    ["примечание", "сноска", "ескерту", "ескертпе"].contains(word.key) || word.key.hasPrefix("зқаи")
      || word.key.hasPrefix("рқао")
  }

  /// The first words of preambles.
  private static func isOpener(_ words: [Word], at index: Int) -> Bool {
    let next = index + 1 < words.count ? words[index + 1].key : ""
    switch words[index].text {
    case "В": return next == "соответствии" || next == "целях" || next == "связи"
    case "На": return next == "основании"
    case "Во": return next == "исполнение"
    case "Руководствуясь", "Рассмотрев", "Согласно", "Заслушав", "Учитывая": return true
    case "Қазақстан": return next.hasPrefix("республикасы")
    default: return false
    }
  }

  // MARK: - Points

  /// New wordings that stand in one another, of which the points go on after the inner ones. No decision quotes so deep.
  private static let wordingLimit = 32

  /// Where points and sub-points begin: numbers that continue their sequence after the end of a clause. A
  /// quoted new wording brings its own numbers, from 1 again.
  private static func pointStarts(_ words: [Word], from start: Int, to end: Int) -> [Int] {
    var starts: [Int] = []
    var expected = [".": 1, ")": 1]
    var outer: [[String: Int]] = []
    for index in start..<end {
      let text = words[index].text.drop { $0 == "«" || $0 == "\"" || $0 == "“" }
      guard let mark = text.last.map(String.init), mark == "." || mark == ")", text.count <= 4,
        let number = Int(text.dropLast())
      else { continue }
      let before = index > start ? words[index - 1].text : ":"
      guard let last = before.last, ".;:,»\")".contains(last) else { continue }
      if number == expected[mark] {
        expected[mark] = number + 1
      } else if number == 1 && last == ":" {
        outer.append(expected)
        if outer.count > wordingLimit { outer.removeFirst() }
        expected = [".": 1, ")": 1]
        expected[mark] = 2
      } else if let index = outer.lastIndex(where: { $0[mark] == number }) {
        expected = outer[index]
        expected[mark] = number + 1
        outer.removeSubrange(index...)
      } else {
        continue
      }
      if mark == "." { expected[")"] = 1 }
      starts.append(index)
    }
    return starts
  }

  // MARK: - Signature

  static let signerStems = ["председател", "секретар", "төраға", "хатшы"]

  /// Where signatures begin: after the last end of a sentence, if what follows names an office and is short;
  /// a second signer begins at a capitalised office.
  private static func signatures(_ words: [Word], from start: Int, to end: Int) -> [Int] {
    guard start < end else { return [] }
    func isSigner(_ index: Int) -> Bool { signerStems.contains { words[index].key.hasPrefix($0) } }
    var begin: Int?
    for index in stride(from: end - 1, through: start, by: -1) {
      guard end - index <= 30 else { break }
      if endsSentence(words[index - 1].text), (index..<end).contains(where: isSigner) {
        begin = index
        break
      }
    }
    guard let begin else { return [] }
    var starts = [begin]
    for index in (begin + 1)..<max(begin + 1, end) where isSigner(index) {
      let isCapital = words[index].text.first?.isUppercase ?? false
      if isCapital, index - (starts.last ?? begin) >= 3 { starts.append(index) }
    }
    return starts
  }

  /// A full stop after a word or number, not after an initial.
  private static func endsSentence(_ text: String) -> Bool {
    guard text.hasSuffix(".") || text.hasSuffix(".»") || text.hasSuffix(";") else { return false }
    let letters = text.filter { $0.isLetter || $0.isNumber }
    return letters.count >= 2 && !text.dropLast().contains(".")
  }
}
