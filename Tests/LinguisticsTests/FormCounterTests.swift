import CICU
import Testing

@testable import Linguistics

/// The plain dictionary count.
struct FormCounterTests {
  static func counts(_ forms: [(String, Int)], _ text: String) -> (counts: [Int], words: Int) {
    let counter = FormCounter(FormLexicon(forms.map { (form: $0.0, category: $0.1) }))
    var counts = Array(repeating: 0, count: (forms.map(\.1).max() ?? 0) + 1)
    let words = counter.count(Array(text.utf8).span, into: &counts)
    return (counts, words)
  }

  static let rows: [(name: String, forms: [(String, Int)], text: String, counts: [Int], words: Int)] = [
    ("case", [("бюджет", 0)], "Бюджет БЮДЖЕТ бюджеты", [2], 3),
    ("case of Kazakh letters", [("әкім", 0)], "ӘКІМ Әкім әкімдік", [2], 3),
    ("longest form", [("местный", 0), ("местный бюджет", 1)], "местный бюджет, местный совет", [1, 1], 4),
    ("over punctuation", [("a b", 0)], "a, b a (b) a\u{0}b", [2], 6),
    ("a longer form that breaks off", [("a b c", 0), ("b", 1)], "a b d a b c", [1, 1], 6),
    ("several categories", [("вода", 0), ("вода", 1)], "вода", [1, 1], 1),
    ("ё is not е", [("елка", 0)], "ёлка елка", [1], 2),
    ("hyphens part words", [("онлайн-тыңдау", 0)], "онлайн-тыңдау онлайн тыңдау", [2], 4),
    ("apostrophes and stops join", [("об'єкт", 0), ("млн.тг", 1)], "об'єкт млн.тг.", [1, 1], 2),
    ("numbers", [("3,5", 0), ("2024", 1)], "3,5 2024, 2024.", [1, 2], 3),
    ("decomposed letters", [("йод", 0)], "и\u{306}од", [1], 1),
    ("soft hyphens", [("бюджет", 0)], "бюд\u{AD}жет", [1], 1),
    ("full folding", [("strasse", 0)], "Straße STRASSE", [2], 2),
    ("prefix", [("бюджет*", 0), ("бюджетный процесс", 1)], "бюджета бюджетный процесс", [1, 1], 3),
    ("one letter", [("ж?л", 0)], "жол жыл жүйел", [2], 3),
    ("wildcards in a phrase", [("местн* совет*", 0)], "местных советов, местный бюджет", [1], 4),
    ("everything", [("*", 0)], "a b, c", [3], 3),
    ("nothing", [("", 0), ("!", 0)], "a ! b", [0], 2),
    ("malformed", [("a", 0)], "a \u{FFFD} a", [2], 2),
  ]

  @Test(arguments: rows.indices) func countsAreThoseOf(_ index: Int) {
    let row = Self.rows[index]
    let found = Self.counts(row.forms, row.text)
    #expect(found.counts == row.counts && found.words == row.words, "\(row.name): \(found)")
  }

  @Test func longWordsAreCounted() {
    let word = String(repeating: "ә", count: 100)
    #expect(Self.counts([(word, 0)], "\(word) \(word)ә \(word.uppercased())").counts == [2])
    // As long as the short way goes, and one less and more.
    for length in 62...66 {
      let word = String(repeating: "a", count: length)
      let found = Self.counts([(word, 0)], "\(word) \(word)b b\(word)")
      #expect(found.counts == [1] && found.words == 3, "\(length)")
    }
  }

  /// ICU's own word boundaries are the oracle, on texts of the letters and marks that documents have.
  @Test func wordsAreThoseOfICU() {
    let letters = Array(
      "абвәғқңөұүһіёйЯЖabcXYZ0123456789'’.,;:·_-–—()«»№%/ \u{301}\u{AD}\u{A0}\n٣عǄ".unicodeScalars)
    var random = Shuffle(seed: 5)
    let scanner = WordScanner()
    let counter = FormCounter(FormLexicon([(form: "x", category: 0)]))
    var counts = [0]
    var differences: [String] = []
    for _ in 0..<1500 {
      let text = (0..<Int(random.next() % 24)).map { _ in letters[Int(random.next() % UInt64(letters.count))]
      }
      let string = String(String.UnicodeScalarView(text))
      let units = Array(string.utf16)
      var ends = [Int32](repeating: 0, count: units.count + 1)
      var statuses = ends
      let found = Int(cicu_word_breaks(units, Int32(units.count), &ends, &statuses, Int32(units.count)))
      var expected: [String] = []
      var start = 0
      for k in 0..<max(found, 0) {
        if statuses[k] >= 100 {
          expected.append(String(decoding: units[start..<Int(ends[k])], as: UTF16.self))
        }
        start = Int(ends[k])
      }
      // ICU takes `__` for a word; here a word has a letter or digit.
      expected.removeAll { $0.unicodeScalars.allSatisfy { $0 == "_" } }
      let words = scanner.words(in: Array(string.utf8)).map { String(decoding: $0, as: UTF8.self) }
      let counted = counter.count(Array(string.utf8).span, into: &counts)
      if words != expected || counted != expected.count {
        differences.append("\(string.debugDescription): \(words) and \(counted), not \(expected)")
      }
    }
    #expect(differences.isEmpty, "\(differences.prefix(5))")
  }

  @Test func anyBytesAreCounted() {
    var random = Shuffle(seed: 11)
    let counter = FormCounter(FormLexicon([(form: "а б", category: 0)]))
    for _ in 0..<500 {
      let bytes = (0..<200).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      var counts = [0]
      #expect(counter.count(bytes.span, into: &counts) <= bytes.count)
    }
  }

  private struct Shuffle {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
  }
}
