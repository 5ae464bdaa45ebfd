import Coding
import Linguistics
import Testing

@Suite struct LexiconLintTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var rows: [String]
    var findings: [String]
    var testDescription: String { name }
  }

  static let rows: [Row] = [
    .init(name: "nothing to say", rows: ["w\ttopic.water\tсу\tвода\tNOUN"], findings: []),
    .init(
      name: "no Kazakh", rows: ["w\ttopic.water\t\tвода"],
      findings: ["test.tsv:2:1: warning: the entry 'w' has no Kazakh term [one-language]"]),
    .init(
      name: "no Russian", rows: ["w\ttopic.water\tсу"],
      findings: ["test.tsv:2:1: warning: the entry 'w' has no Russian term [one-language]"]),
    .init(
      name: "twice in one entry", rows: ["w\ttopic.water results.water\tсу\tвода ; вода"],
      findings: ["test.tsv:2:39: warning: the term 'вода' stands twice in 'w' [repeated-term]"]),
    .init(
      name: "in two entries of a code", rows: ["a\ttopic.water\tсу\tвода", "b\ttopic.water\tбұлақ\tвода"],
      findings: [
        "test.tsv:3:21: warning: the term 'вода' stands under topic.water also in 'a' (test.tsv:2); only that one counts [shadowed-term]"
      ]),
    .init(
      name: "in two entries of two codes",
      rows: ["a\ttopic.water\tсу\tвода", "b\tresults.water\tбұлақ\tвода"],
      findings: []),
    .init(
      name: "in two entries under different conditions",
      rows: ["a\ttopic.water\tсу\tвода", "b\ttopic.water\tбұлақ\tвода\t\trole: vote"], findings: []),
    .init(
      name: "parts of speech for no term", rows: ["w\ttopic.water\tсу\tвода\tADJ NOUN"],
      findings: [
        "test.tsv:2:1: warning: the entry 'w' states 2 parts of speech and has no term of so many words [unused-part-of-speech]"
      ]),
    .init(
      name: "choices, gaps, halves, marks match themselves",
      rows: ["w\ttopic.water\t(су|бұлақ|=өзен) ~3 құбыр\tводо* & (=воды|новая вода)"], findings: []),
  ]

  @Test(arguments: rows) func finds(_ row: Row) throws {
    #expect(LexiconLint.check(try compile(row.rows)).map(\.description) == row.findings)
  }

  /// Accepts no form at all.
  struct Deaf: FormMatcher {
    func matches(_ form: Span<UInt8>) -> [LexemeMatch] { [] }
    func explain(_ form: String, as lexeme: Lexeme) -> [Morpheme] { [] }
  }

  @Test func aTermThatDoesNotMatchItselfIsDead() throws {
    let codebook = try CodebookLoader.load(testCodebook, file: "c")
    let scheme = CodingScheme(
      codebook: codebook, layers: [try layer(["w\ttopic.water\tсу\t(=река|вода)"], codebook)])
    let lexicon = CompiledLexicon([scheme], kazakh: { EndingMatcher($0, .kk) }, russian: { _ in Deaf() })
    #expect(LexiconLint.check(lexicon).map(\.id) == ["dead-term"])
    #expect(LexiconLint.check(lexicon)[0].message.contains("'вода'"))
  }
}

@Suite struct ExplainTests {
  @Test func saysWhyEachWordMatched() throws {
    let lexicon = try compile(["w\tresults.roads\t\t=ремонт ~1 дорог строи*"])
    var setup = TestText()
    let sentences = setup.append("ремонт всех дорогами строители", .ru)
    let coder = LexiconCoder(lexicon, types: setup.types)
    let coding = coder.code(setup.analysis, sentences: sentences, context: PassageContext())
    let evidence = try #require(coding.codes.first?.evidence.first)
    let explanation = coder.explain(evidence, in: setup.analysis)
    #expect(explanation.map(\.word) == ["ремонт", "дорог", "строи*"])
    #expect(explanation.map(\.form) == ["ремонт", "дорогами", "строители"])
    #expect(explanation[1].morphemes.map(\.surface) == ["дорог", "ами"])
  }
}
