import Coding
import Linguistics
import TestSupport
import Testing

@Suite struct ReferenceTests {
  static func load(_ rows: [String]) throws -> (layer: LexiconLayer, issues: [LexiconIssue]) {
    let codebook = try CodebookLoader.load(testCodebook, file: "codebook.yaml")
    let file = LexiconFile(Array(lexiconText(rows).utf8), name: "w.tsv")
    return LexiconLoader.layer("base", of: [file], codebook: codebook)
  }

  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var rows: [String]
    var text: String
    var codes: [String]
    var language = Language.ru
    var testDescription: String { name }
  }

  static let rows: [Row] = [
    .init(
      name: "alone", rows: ["a\tresults.water\t\t@b", "b\treference\t\tвода ; труба"], text: "трубы",
      codes: ["results.water"]),
    .init(
      name: "in a phrase", rows: ["a\tresults.water\t\tновый ~1 @b", "b\treference\t\tвода ; труба большая"],
      text: "новые трубы большие", codes: ["results.water"]),
    .init(
      name: "in a choice", rows: ["a\tresults.water\t\t(насос|@b) село", "b\treference\t\tвода ; труба"],
      text: "трубы села", codes: ["results.water"]),
    .init(
      name: "over two steps",
      rows: ["a\tresults.water\t\t@b село", "b\treference\t\t@c ; река", "c\treference\t\tвода"],
      text: "воды села", codes: ["results.water"]),
    .init(
      name: "to an entry with codes keeps them apart",
      rows: ["a\tresults.water\t\t@b село", "b\tresults.roads\t\tдорога\t\trole: vote"], text: "дороги села",
      codes: ["results.water"]),
    .init(
      name: "in a condition, of both columns",
      rows: ["a\tresults.water\t\tвода\t\tsentence: @b", "b\treference\tжәрдемақы\tсубсидия"],
      text: "вода, субсидии", codes: ["results.water"]),
    .init(
      name: "in a condition that does not hold",
      rows: ["a\tresults.water\t\tвода\t\tsentence: @b", "b\treference\tжәрдемақы\tсубсидия"], text: "вода",
      codes: []),
    .init(
      name: "of the same column only", rows: ["a\tresults.water\t@b\tсубсидия", "b\treference\tсу\tвода"],
      text: "вода", codes: []),
    .init(
      name: "family", rows: ["a\tresults.water\t\tвода+ насос", "f\tfamily\t\tвода ; водяной/ADJ ; =x*"],
      text: "водяных насосов", codes: []),
    .init(
      name: "family in a choice",
      rows: ["a\tresults.water\t\t(река|вода+) насос", "f\tfamily\t\tвода ; водяной/ADJ"],
      text: "водяной насос", codes: ["results.water"]),
  ]

  @Test(arguments: rows) func finds(_ row: Row) throws {
    let codebook = try CodebookLoader.load(testCodebook, file: "c")
    let (layer, _) = try Self.load(row.rows)
    let lexicon = compile([CodingScheme(codebook: codebook, layers: [layer])])
    #expect(codes(row.text, row.language, lexicon) == row.codes)
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    var rows: [String]
    var messages: [String]
    var left: [String] = []
    var testDescription: String { messages.first ?? "" }
  }

  static let faults: [Fault] = [
    .init(
      rows: ["a\tresults.water\t\tвода @b"],
      messages: ["w.tsv:2:18: error: '@b' in 'вода @b': no entry has this id [unknown-reference]"]),
    .init(
      rows: ["a\tresults.water\t\t@b", "b\treference\tсу"],
      messages: [
        "w.tsv:2:18: error: '@b' in '@b': that entry has no term in this language [unknown-reference]"
      ]),
    .init(
      rows: [
        "a\tresults.water\t\t@b", "b\treference\t\t@c", "c\treference\t\tвода ; @b", "d\ttopic.water\t\tвода",
      ],
      messages: [
        "w.tsv:2:18: error: '@b' in '@b': that entry has an error of its own [unknown-reference]",
        "w.tsv:3:1: error: the entry refers to itself: @b → @c → @b; take one of the references out [reference-cycle]",
        "w.tsv:4:1: error: the entry refers to itself: @c → @b → @c; take one of the references out [reference-cycle]",
      ], left: ["d"]),
    .init(
      rows: ["a\tresults.water\t\t@b", "b\tresults.fire\t\tвода"],
      messages: [
        "w.tsv:2:18: error: '@b' in '@b': that entry has an error of its own [unknown-reference]",
        "w.tsv:3:3: error: the codebook has no code 'results.fire' [unknown-code]",
      ]),
    .init(
      rows: ["a\tresults.water\t\t@a"],
      messages: [
        "w.tsv:2:1: error: the entry refers to itself: @a → @a; take one of the references out [reference-cycle]"
      ]),
    .init(
      rows: ["a\tresults.water\t\t@b", "b\treference\t\tвода & село"],
      messages: [
        "w.tsv:2:18: error: '@b' in '@b': its term 'вода & село' has two halves, which no term can hold [reference-halves]"
      ]),
    .init(
      rows: ["a\tresults.water\t\t@B"],
      messages: [
        "w.tsv:2:18: error: '@B': '@' stands before the id of an entry, with no other mark [bad-reference]"
      ]),
    .init(
      rows: ["a\tresults.water\t\tвода+"],
      messages: [
        "w.tsv:2:18: error: 'вода+' in 'вода+': no entry with 'family' as its codes begins with 'вода' in this language [unknown-family]"
      ]),
    .init(
      rows: ["f\tfamily\t\tвода ; водяной насос"],
      messages: [
        "w.tsv:2:18: error: 'водяной насос': a family consists of single words in their dictionary forms [bad-family]"
      ]),
    .init(
      rows: ["a\tresults.water\t\t=вода+"],
      messages: [
        "w.tsv:2:18: error: '=вода+': only a dictionary form takes a part of speech or '+', not '=' or '*' [mark-clash]"
      ]),
    .init(
      rows: ["a\treference\t\tвода\t\trole: vote"],
      messages: [
        "w.tsv:2:20: error: 'role: vote': an entry that others refer to lends its terms alone; state conditions and weight there [unused-cell]"
      ]),
  ]

  @Test(arguments: faults) func isNamedWithFileAndLine(_ fault: Fault) throws {
    let (layer, issues) = try Self.load(fault.rows)
    #expect(issues.map(\.description) == fault.messages)
    #expect(layer.entries.map(\.id) == fault.left)
  }

  @Test func aLongChainAndALongCycleAreHarmless() throws {
    let count = 20_000
    let chain = (0..<count).map { "e\($0)\treference\t\t@e\($0 + 1)" } + ["e\(count)\treference\t\tвода"]
    let (layer, issues) = try Self.load(chain + ["a\tresults.water\t\t@e0"])
    #expect(issues.isEmpty && layer.entries.map(\.id) == ["a"])
    let cycle = (0..<count).map { "e\($0)\treference\t\t@e\(($0 + 1) % count)" }
    #expect(try Self.load(cycle).issues.count == count)
  }

  @Test func referencesThatMultiplyAreStopped() throws {
    let rows = (0..<40).map { "e\($0)\treference\t\t(@e\($0 + 1) село|@e\($0 + 1) город)" }
    let (_, issues) = try Self.load(rows + ["e40\treference\t\tвода"])
    #expect(issues.contains { $0.id == "reference-too-large" })
  }

  @Test func aLayerMayReferToTheBase() throws {
    let codebook = try CodebookLoader.load(testCodebook, file: "c")
    let (base, _) = try Self.load(["b\treference\t\tвода"])
    let file = LexiconFile(Array(lexiconText(["p\tresults.water\t\t@b село"]).utf8), name: "pack.tsv")
    let (pack, issues) = LexiconLoader.layer("pack", of: [file], codebook: codebook, base: base)
    #expect(issues.isEmpty)
    let lexicon = compile([CodingScheme(codebook: codebook, layers: [base, pack])])
    #expect(codes("воды села", .ru, lexicon) == ["results.water"])
  }

  /// Files and rows in any order give the same entries and the same messages but for their lines.
  @Test(arguments: 0..<10) func orderDoesNotMatter(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let rows = (0..<30).map { i in
      let targets = (0..<Int.random(in: 0...2, using: &generator)).map { _ in
        "@e\(Int.random(in: 0..<36, using: &generator))"
      }
      let use = i.isMultiple(of: 3) ? "results.water" : "reference"
      return "e\(i)\t\(use)\t\t\((targets + ["слово\(i)"]).joined(separator: " ; "))"
    }
    func shown(_ rows: [String]) throws -> [String] {
      let (layer, issues) = try Self.load(rows)
      return (layer.entries + layer.definitions).map { "\($0.id) \($0.russian.map(\.halves))" }
        + issues.map { "\($0.id) \($0.message)" }.sorted()
    }
    #expect(try shown(rows) == shown(rows.shuffled(using: &generator)))
  }
}

@Suite struct ScopeTests {
  @Test(
    "region and period of the document",
    arguments: [
      ("region: KZ-71", "KZ-71", nil, true), ("region: KZ-71,KZ-10", "KZ-10", nil, true),
      ("region: KZ-71", "KZ-10", nil, false), ("region: KZ-71", nil, nil, false),
      ("not region: KZ-71", nil, nil, true), ("not region: KZ-71", "KZ-71", nil, false),
      ("period: 2021", nil, "2021-12-31", true), ("period: 2021", nil, "2022-01-01", false),
      ("period: 2021-03..2022", nil, "2021-03-01", true), ("period: 2021-03..2022", nil, "2021-02-28", false),
      ("period: 2021-03..2022", nil, "2022-12-31", true), ("period: ..2020-06-30", nil, "2020-06-30", true),
      ("period: ..2020-06-30", nil, "2020-07-01", false), ("period: 2021..", nil, "2030-01-01", true),
      ("period: 2021", nil, nil, false), ("not period: 2021", nil, nil, true),
    ] as [(String, String?, String?, Bool)])
  func scope(_ condition: String, _ region: String?, _ date: String?, _ counts: Bool) throws {
    let lexicon = try compile(["e\tresults.water\t\tвода\t\t\(condition)"])
    let context = PassageContext(region: region, date: date)
    #expect(codes("вода", .ru, lexicon, context).isEmpty != counts)
  }

  @Test(arguments: [
    ("region: KZ-99", "unknown-region"), ("period: 20", "bad-period"), ("period: 2021-13", "bad-period"),
    ("period: 2022..2021", "bad-period"), ("period: ..", "bad-period"), ("period: 1..2..3", "bad-period"),
    ("period: -2021", "bad-period"), ("overlap: yes", "bad-condition"),
  ])
  func mistakes(_ condition: String, _ id: String) throws {
    let (_, issues) = try ReferenceTests.load(["e\tresults.water\t\tвода\t\t\(condition)"])
    #expect(issues.map(\.id) == [id])
  }
}

@Suite struct OverlapTests {
  static func shown(_ text: String, _ rows: [String]) throws -> [String] {
    let lexicon = try compile(rows)
    return coding(text, .ru, lexicon).codes.map { code in
      let entries = code.evidence.map { lexicon.entries[$0.entry].entry.id }
      return "\(lexicon.code(code).id): \(entries.joined(separator: " "))"
    }
  }

  static let short = ["w\tresults.water\t\tвода", "r\tresults.roads\t\tдорога"]

  @Test(arguments: [
    ("", ["results.water: w", "results.roads: long"]),
    ("overlap: within code", ["results.water: w", "results.roads: long"]),
    ("overlap: across codes", ["results.roads: long"]),
    ("overlap: none", ["results.water: w", "results.roads: r long"]),
  ])
  func policies(_ condition: String, _ expected: [String]) throws {
    let rows = Self.short + ["long\tresults.roads\t\tдорога вода\t\t\(condition)"]
    #expect(try Self.shown("дорога воды", rows).map(Self.sorted) == expected.map(Self.sorted))
  }

  private static func sorted(_ line: String) -> String { String(line.sorted()) }

  @Test func longerHitsOfOtherCodesKeepTheirWords() throws {
    let rows = [
      "long\tresults.water\t\tремонт дорога вода",
      "name\tresults.roads\t\tдорога вода\t\toverlap: across codes",
    ]
    #expect(
      try Self.shown("ремонт дороги воды", rows) == ["results.water: long", "results.roads: name"])
  }

  @Test func ofTwoThatTakeTheLongerWins() throws {
    let rows = [
      "a\tresults.water\t\tдорога вода\t\toverlap: across codes",
      "b\tresults.roads\t\tремонт дорога вода\t\toverlap: across codes",
    ]
    #expect(try Self.shown("ремонт дороги воды", rows) == ["results.roads: b"])
  }

  @Test func aHitThatFailsItsConditionTakesNothing() throws {
    let rows =
      Self.short + ["long\tresults.roads\t\tдорога вода\t\trole: vote ; overlap: across codes"]
    #expect(try Self.shown("дорога воды", rows) == ["results.water: w", "results.roads: r"])
  }
}
