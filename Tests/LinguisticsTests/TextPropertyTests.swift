import CICU
import TestSupport
import Testing

@testable import Linguistics

struct TextPropertyTests {
  @Test func tokensAndWhiteSpaceMakeUpTheText() {
    for paragraph in sampleParagraphs { expectCover(Array(paragraph.utf8)) }
  }

  @Test(arguments: [1, 2, 3]) func randomBytesNeverTrap(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      let count = Int.random(in: 0..<60, using: &random)
      expectCover((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
  }

  /// Texts stitched from pieces that rules look for, so that every rule meets every edge.
  @Test(arguments: [4, 5, 6]) func randomPiecesNeverTrap(seed: UInt64) {
    let pieces =
      [
        "т", ".", "-", " ", "9", "/", "%", "°", "С", "@", "#", "№", "&#39;", "http://", "www", ".kz", "'",
        ")", "(", "«",
        "»", "—", "…", "!", "?", "ж", "б.з.б.", "А", "І", "X", "\u{301}", "\u{AD}", "\u{FEFF}", "👍",
        "\u{200D}", ";", ":",
        "қазақ", "Qazaq", "ы", "\u{85}", "\t", ",", "-то", "2-ші", "й",
      ].map { Array($0.utf8) } + [[0xD0], [0xFF], [0xE2, 0x80], [0xF0, 0x9F]]
    var random = SeededGenerator(seed: seed)
    for _ in 0..<4_000 {
      let count = Int.random(in: 0..<14, using: &random)
      expectCover((0..<count).flatMap { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] })
    }
  }

  /// What joins letters and digits stands over and over: each joint must not look through all of those before it, which
  /// would take hours.
  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      "1.", "1,", "1-", "1/", "1:", "а.", "аб.", "а-", "а_", "a@", "т.б.", "а.б-в.", "http://a.", "№1-",
    ])
  func manyJoints(_ joint: String) {
    let bytes = Array(String(repeating: joint, count: 300_000 / joint.utf8.count).utf8)
    let analysed = Analysed(bytes: bytes)
    #expect(analysed.analysis.tokens.map { Int($0.end - $0.start) }.reduce(0, +) == bytes.count)
  }

  private func expectCover(_ bytes: [UInt8]) {
    let analysed = Analysed(bytes: bytes)
    let table = CharacterTable.shared
    var at = 0
    for (k, token) in analysed.analysis.tokens.enumerated() {
      let start = Int(token.start)
      #expect(start >= at && token.end > token.start)
      #expect(isSpace(bytes, at..<start, table), "\(bytes)")
      if k > 0 { #expect(analysed.analysis.tokens[k - 1].joinsNext == (start == at)) }
      at = Int(token.end)
    }
    #expect(isSpace(bytes, at..<bytes.count, table), "\(bytes)")
    #expect(Int(analysed.analysis.sentences.last?.tokens.upperBound ?? 0) == analysed.analysis.tokens.count)
  }

  private func isSpace(_ bytes: [UInt8], _ range: Range<Int>, _ table: CharacterTable) -> Bool {
    var i = range.lowerBound
    while i < range.upperBound {
      let (c, length) = bytes.span.scalar(at: i, end: range.upperBound)
      if table.characterClass(c) != .space { return false }
      i += length
    }
    return true
  }

  @Test func paragraphsAreIndependent() {
    let lines = sampleParagraphs.joined(separator: "\n")
    let text = Array(lines.utf8)
    let together = TextAnalyzer()
    var whole = TextAnalysis()
    var start = 0
    var alone: [String] = []
    for paragraph in sampleParagraphs {
      let end = start + paragraph.utf8.count
      together.analyze(text.span, in: start..<end, into: &whole)
      start = end + 1
      let analysed = Analysed(paragraph)
      alone += zip(analysed.tokens, analysed.types).map { "\($0) \($1)" }
      alone += analysed.languages.map(\.code)
    }
    let joined = whole.tokens.map {
      "\(String(decoding: text[Int($0.start)..<Int($0.end)], as: UTF8.self)) \(together.types.form($0.type))"
    }
    #expect(joined.sorted() + whole.sentences.map(\.language.code).sorted() == separate(alone))
  }

  private func separate(_ entries: [String]) -> [String] {
    entries.filter { $0.contains(" ") }.sorted() + entries.filter { !$0.contains(" ") }.sorted()
  }

  /// On plain words and spaces ICU's word rules and ours say the same.
  @Test func agreesWithICUOnPlainWords() {
    let text =
      "Аудандық мәслихаттың кезекті сессиясы өтті депутаты районного маслихата 2022 the council ΑΒΓ été"
    let units = Array(text.utf16)
    var ends = [Int32](repeating: 0, count: units.count)
    var statuses = [Int32](repeating: 0, count: units.count)
    let found = Int(cicu_word_breaks(units, Int32(units.count), &ends, &statuses, Int32(units.count)))
    var words: [String] = []
    for k in 0..<max(0, found) where statuses[k] >= 100 {
      words.append(String(decoding: units[(k == 0 ? 0 : Int(ends[k - 1]))..<Int(ends[k])], as: UTF16.self))
    }
    #expect(words == Analysed(text).tokens)
    #expect(words.count == 13)
  }

  @Test func conlluKeepsEveryCharacter() {
    let text = sampleParagraphs.joined(separator: "\n")
    let lines = String(decoding: CoNLLUWriter(language: nil).write(Array(text.utf8)), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let forms = lines.filter { $0.contains("\t") }.map { $0.split(separator: "\t")[1] }.joined()
    #expect(forms == text.filter { !$0.isWhitespace })
    #expect(lines.filter { $0.hasPrefix("# lang = ") }.count > sampleParagraphs.count)
    #expect(lines.filter { $0.contains("\t") }.allSatisfy { $0.split(separator: "\t").count == 10 })
  }
}
