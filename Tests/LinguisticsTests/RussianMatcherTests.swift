import Testing

@testable import Linguistics

/// Does a lexeme take a form, by the grammar: one row a fact.
struct RussianMatcherTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var form: String
    var lemma: String
    var part: PartOfSpeech?
    var accepted: Bool
    var why: String
    var testDescription: String { "\(form) of \(lemma): \(accepted ? "yes" : "no"), \(why)" }
  }

  static let rows = RussianMatcherRows.table.split(separator: "\n").map { line in
    let columns = line.split(separator: " ", maxSplits: 4, omittingEmptySubsequences: true).map(String.init)
    return Row(
      form: columns[0], lemma: columns[1], part: PartOfSpeech(rawValue: columns[2]),
      accepted: columns[3] == "yes", why: columns[4])
  }

  @Test(arguments: rows) func acceptsByTheGrammar(_ row: Row) {
    let matcher = RussianMatcher(lexemes: [Lexeme(lemma: row.lemma, partOfSpeech: row.part)])
    let found = matcher.matches(Array(row.form.utf8).span)
    #expect(found.isEmpty != row.accepted)
    let explained = matcher.explain(row.form, as: Lexeme(lemma: row.lemma, partOfSpeech: row.part))
    #expect(explained.isEmpty == found.isEmpty)
    if row.accepted { #expect(explained.map(\.surface).joined() == row.form) }
  }

  @Test func rowsAreDistinct() {
    let keys = Self.rows.map { [$0.form, $0.lemma, $0.part?.rawValue ?? "-"] }
    #expect(Set(keys).count == keys.count)
    #expect(keys.count >= 150)
  }

  struct Contest: Sendable, CustomTestStringConvertible {
    var form: String
    var lexicon: [(String, PartOfSpeech)]
    var winners: [String]
    var why: String
    var testDescription: String { "\(form): \(why)" }
  }

  static let contests = [
    Contest(
      form: "района", lexicon: [("район", .noun), ("районный", .adjective)], winners: ["район"],
      why: "a noun's case before an adjective's short form"),
    Contest(
      form: "следующего", lexicon: [("следовать", .verb), ("следующий", .adjective)],
      winners: ["следующий"], why: "an adjective that was a participle"),
    Contest(
      form: "погибших", lexicon: [("погибнуть", .verb), ("погибший", .noun)], winners: ["погибший"],
      why: "a noun that was a participle"),
    Contest(
      form: "открыта", lexicon: [("открыть", .verb), ("открытый", .adjective)], winners: ["открыть"],
      why: "a short participle is the verb's"),
    Contest(
      form: "строится", lexicon: [("строить", .verb), ("строиться", .verb)], winners: ["строиться"],
      why: "a lemma in -ся takes its forms"),
    Contest(
      form: "выполняется", lexicon: [("выполнять", .verb), ("выполняться", .verb)],
      winners: ["выполняться"], why: "the lemma in -ся goes before the passive"),
    Contest(
      form: "начало", lexicon: [("начать", .verb), ("начало", .noun)], winners: ["начало"],
      why: "the dictionary form itself"),
    Contest(
      form: "дороги", lexicon: [("дорога", .noun), ("дорогой", .adjective)], winners: ["дорога"],
      why: "a case before a short form"),
    Contest(
      form: "рабочих", lexicon: [("рабочий", .noun), ("рабочий", .adjective)],
      winners: ["рабочий", "рабочий"], why: "lexemes with the same lemma are all given"),
  ]

  @Test(arguments: contests) func likelierReadingWins(_ contest: Contest) {
    let lexemes = contest.lexicon.map { Lexeme(lemma: $0.0, partOfSpeech: $0.1) }
    let found = RussianMatcher(lexemes: lexemes).matches(Array(contest.form.utf8).span)
    #expect(found.map { lexemes[$0.lexeme].lemma } == contest.winners)
    let reversed = Array(lexemes.reversed())
    let again = RussianMatcher(lexemes: reversed).matches(Array(contest.form.utf8).span)
    #expect(again.map { reversed[$0.lexeme].lemma }.sorted() == contest.winners.sorted())
  }

  @Test func explainsWithGlosses() {
    let matcher = RussianMatcher(lexemes: [])
    let hearing = matcher.explain("слушаниями", as: Lexeme(lemma: "слушание", partOfSpeech: .noun))
    #expect(
      hearing == [
        Morpheme(surface: "слушани", gloss: "stem"),
        Morpheme(surface: "ями", gloss: "instrumental plural"),
      ])
    let participle = matcher.explain("рассмотренного", as: Lexeme(lemma: "рассмотреть", partOfSpeech: .verb))
    #expect(
      participle == [
        Morpheme(surface: "рассмотр", gloss: "stem"),
        Morpheme(surface: "енн", gloss: "past passive participle"),
        Morpheme(surface: "ого", gloss: "genitive singular masculine"),
      ])
    let changed = matcher.explain("отцом", as: Lexeme(lemma: "отец", partOfSpeech: .noun))
    #expect(
      changed == [
        Morpheme(surface: "отц", gloss: "stem, changed"),
        Morpheme(surface: "ом", gloss: "instrumental singular"),
      ])
    let listed = matcher.explain("лет", as: Lexeme(lemma: "год", partOfSpeech: .noun))
    #expect(listed == [Morpheme(surface: "лет", gloss: "listed form")])
    let degree = matcher.explain("повыше", as: Lexeme(lemma: "высокий", partOfSpeech: .adjective))
    #expect(degree.map(\.gloss) == ["somewhat", "stem, changed", "comparative"])
    #expect(matcher.explain("стола", as: Lexeme(lemma: "стул", partOfSpeech: .noun)).isEmpty)
  }

  @Test(arguments: [
    [], [0xD0], [0xFF, 0xFE], [0x80, 0xD1], Array("г".utf8), Array("слушани".utf8.dropLast()),
  ])
  func oddBytesMatchNothing(_ bytes: [UInt8]) {
    let matcher = RussianMatcher(lexemes: [Lexeme(lemma: "слушание", partOfSpeech: .noun)])
    #expect(matcher.matches(bytes.span).isEmpty)
  }

  @Test func emptyLexiconMatchesNothing() {
    let matcher = RussianMatcher(lexemes: [])
    #expect(matcher.matches(Array("слушание".utf8).span).isEmpty)
    #expect(matcher.matches([UInt8]().span).isEmpty)
  }

  @Test func oddLemmasCompile() {
    let lemmas = [
      "", "-", "ь", "ться", "ся", "20", "a", "ый", "🤘", String(repeating: "по", count: 5_000) + "дать",
    ]
    let lexemes = lemmas.flatMap { lemma in
      (PartOfSpeech.allCases.map(Optional.some) + [nil]).map { Lexeme(lemma: lemma, partOfSpeech: $0) }
    }
    let matcher = RussianMatcher(lexemes: lexemes)
    for lemma in lemmas where !lemma.isEmpty {
      let found = matcher.matches(Array(lemma.utf8).span)
      #expect(found.contains { lexemes[$0.lexeme].lemma == lemma })
    }
  }
}
