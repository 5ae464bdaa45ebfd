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
      name: "within a wider word of an entry before",
      rows: [
        "a\ttopic.water\tсу\tвода ; водо*", "b\ttopic.water\tбұлақ\t=вода ; =водопой ; водоп* ; водный",
      ],
      findings: [
        "test.tsv:3:21: warning: the term '=вода' is covered by 'вода' under topic.water in 'a' (test.tsv:2); only that one counts [shadowed-term]",
        "test.tsv:3:29: warning: the term '=водопой' is covered by 'водо*' under topic.water in 'a' (test.tsv:2); only that one counts [shadowed-term]",
        "test.tsv:3:40: warning: the term 'водоп*' is covered by 'водо*' under topic.water in 'a' (test.tsv:2); only that one counts [shadowed-term]",
      ]),
    .init(
      name: "a wider word of an entry behind takes nothing",
      rows: ["a\ttopic.water\tсу\t=вода", "b\ttopic.water\tбұлақ\tвода"], findings: []),
    .init(
      name: "all terms shadowed",
      rows: ["a\ttopic.water\tсу\tвода", "b\ttopic.water\tсу\t=вода"],
      findings: [
        "test.tsv:3:1: warning: the entry 'b' can never count: other entries take all of its terms [dead-entry]",
        "test.tsv:3:15: warning: the term 'су' stands under topic.water also in 'a' (test.tsv:2); only that one counts [shadowed-term]",
        "test.tsv:3:18: warning: the term '=вода' is covered by 'вода' under topic.water in 'a' (test.tsv:2); only that one counts [shadowed-term]",
      ]),
    .init(
      name: "uneven languages",
      rows: ["a\ttopic.water\tсу\t(вода|река|=озеро|ручей|колодец) ; пруд ; море ; родник ; болото"],
      findings: [
        "test.tsv:2:1: warning: the entry 'a' can be said in 1 ways in Kazakh and in 9 in Russian; is one of the languages unfinished? [uneven-languages]"
      ]),
    .init(
      name: "definitions, used and not",
      rows: [
        "a\ttopic.water\tсу\t@b ; вода+", "b\treference\tсу\tрека", "c\treference\tсу\tозеро",
        "f\tfamily\tсу\tвода ; водный/ADJ", "g\tfamily\tжол\tдорога ; дорожный/ADJ",
      ],
      findings: [
        "test.tsv:4:1: warning: no term refers to '@c' [unused-definition]",
        "test.tsv:6:1: warning: no term uses the family 'g'; a word with '+' does [unused-definition]",
      ]),
    .init(
      name: "choices, gaps, halves, marks match themselves",
      rows: ["w\ttopic.water\t(су|бұлақ|=өзен) ~3 құбыр\tводо* & (=воды|новая вода)"], findings: []),
  ]

  @Test(arguments: rows) func finds(_ row: Row) throws {
    #expect(LexiconLint.check(try compile(row.rows)).map(\.description) == row.findings)
  }

  @Test(arguments: [
    ("role: speech ; role: vote", "no coded passage has such a role"),
    ("role: heading", "no coded passage has such a role"),
    ("kind: news ; not kind: news", "no document is of such a kind"),
    ("region: KZ-71 ; region: KZ-75", "no region is left"),
    ("negated: exclude ; negated: require", "the hit must be negated and must not be"),
    ("period: 2020 ; period: 2021", "the periods have no day in common"),
    ("sentence: дом ; not sentence: дом", "'дом' must stand and must not stand"),
  ])
  func conditionsThatContradictEachOther(_ conditions: String, _ reason: String) throws {
    let findings = LexiconLint.check(try compile(["a\ttopic.water\tсу\tвода\t\t\(conditions)"]))
    #expect(findings.map(\.id) == ["dead-entry"])
    #expect(findings.first?.message.hasSuffix(reason) == true)
  }

  @Test(arguments: [
    "role: speech,vote ; role: vote", "not role: speech ; not role: vote", "not region: KZ-71",
    "period: 2020..2021 ; period: 2021..", "near 3: дом ; not passage: сад",
    "not period: 2020 ; period: 2020..2021",
  ])
  func conditionsThatCanHold(_ conditions: String) throws {
    #expect(LexiconLint.check(try compile(["a\ttopic.water\tсу\tвода\t\t\(conditions)"])).isEmpty)
  }

  /// Every entry has the same term: none may cost what all of them have.
  @Test func manyEntriesWithOneTermAreLinted() throws {
    let findings = LexiconLint.check(try compile((0..<20_000).map { "e\($0)\ttopic.water\tсу\tвода" }))
    #expect(findings.count { $0.id == "dead-entry" } == 19_999)
    #expect(findings.count { $0.id == "shadowed-term" } == 2 * 19_999)
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
