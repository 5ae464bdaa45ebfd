import Tabulation
import Testing

@testable import Analysis

/// Rules on small tables: 1,000 passages in each of two regions, and a third without documents.
struct ReadingRuleTests {
  private static let tables = """
    pipeline: p
    codebook: ../Lexicons/socially-oriented-state
    regions: [KZ-71, KZ-75, KZ-61]
    tables:
      - {id: shares, rows: region, columns: indicator, cells: [count, share, level], levels: {rule: cut-offs, medium: 0.02, high: 0.05}}
      - {id: sessions, rows: region, columns: indicator, unit: per-session, minimum: 1}
      - {id: words, rows: region, columns: indicator, unit: per-thousand-tokens}
      - {id: many, rows: region, columns: indicator, minimum: 5000, levels: {rule: cut-offs, medium: 0.02, high: 0.05}}
      - {id: forms, rows: region, columns: form, cells: [count, figures]}

    """

  /// Astana: oversight 10 of 1,000 (low), openness 30 (medium), hearings 100 (high), 1,400 receptions stated.
  private static let counts = [
    "KZ-71": [
      "autonomy.oversight": 10, "civil-society.openness": 30, "civil-society.hearings": 100,
      "form.reception": 5,
    ],
    "KZ-75": ["autonomy.oversight": 60, "civil-society.openness": 30, "civil-society.hearings": 20],
  ]

  /// Counted once for all rows.
  private static let counted = Result {
    try SyntheticStudy(tables).tables(counts, figures: ["KZ-71": ["form.reception": 1400]])
  }

  private func outcome(_ condition: String, fact: PublishedFact) throws -> RuleEvaluator.Outcome {
    let yaml = Self.tables + "rules:\n  - {word: w, reads: \(condition)}\n"
    let pipeline = try PipelineLoader.load(Array(yaml.utf8), file: "p.yaml")
    let evaluator = RuleEvaluator(
      readings: TableReadings(try Self.counted.get()),
      dates: [String?](repeating: "2023-05-05", count: 20))
    let rule = try #require(pipeline.rules.first)
    return evaluator.outcome(rule.condition, for: fact, in: fact.region)
  }

  private func fact(
    _ kind: PublishedFact.Kind = .words, code: String? = "autonomy.oversight", expected: String = "",
    region: String? = "KZ-71"
  ) -> PublishedFact {
    PublishedFact(
      id: "f", table: "2", row: "r", column: "c", region: region, code: code, kind: kind, word: "w",
      expected: expected, label: TrilingualLabel(untranslated: "w"), place: "", line: 1)
  }

  static let forms: [(condition: String, truth: RuleEvaluator.Truth)] = [
    ("{level: autonomy.oversight, is: low}", .yes),
    ("{level: autonomy.oversight, is: [medium, high]}", .no),
    ("{level: this, is: low}", .yes),
    ("{level: autonomy.oversight, is: low, in: many}", .unknown),
    ("{stands-out: civil-society.hearings}", .yes),
    ("{stands-out: civil-society.hearings, ratio: 4}", .yes),
    ("{stands-out: civil-society.hearings, ratio: 6}", .no),
    ("{stands-out: civil-society.openness}", .no),
    ("{stands-out: autonomy.oversight}", .no),
    ("{stands-out: results.vulnerable}", .no),
    ("{stands-out: autonomy.oversight, in: many}", .unknown),
    ("{share: civil-society.openness, over: 0.02}", .yes),
    ("{share: civil-society.openness, over: 0.03}", .no),
    ("{share: civil-society.openness, under: 0.04}", .yes),
    ("{share: civil-society.openness, under: 0.04, in: many}", .unknown),
    ("{rate: civil-society.hearings, per: session, over: 24}", .yes),
    ("{rate: civil-society.hearings, per: session, over: 25}", .no),
    ("{rate: civil-society.hearings, per: 1000-words, under: 11}", .yes),
    ("{found: this}", .yes),
    ("{found: this, at-least: 11}", .no),
    ("{found: results.vulnerable}", .no),
    ("{figure: form.reception, is: 1400}", .yes),
    ("{figure: form.reception, is: 1400, year: 2023}", .yes),
    ("{figure: form.reception, is: 1400, year: 2022}", .unknown),
    ("{figure: form.reception, is: 900}", .no),
    ("{figure: form.hearing, is: 900}", .unknown),
    ("{not: {found: this}}", .no),
    ("{all: [{found: this}, {level: this, is: low}]}", .yes),
    ("{all: [{found: this}, {level: this, is: high}]}", .no),
    ("{any: [{level: this, is: high}, {found: this}]}", .yes),
    ("{any: [{level: this, is: high}, {found: results.vulnerable}]}", .no),
    // What cannot be told only matters where nothing else decides.
    ("{any: [{level: this, is: low, in: many}, {found: this}]}", .yes),
    ("{any: [{level: this, is: low, in: many}, {level: this, is: high}]}", .unknown),
    ("{all: [{level: this, is: low, in: many}, {level: this, is: high}]}", .no),
    ("{all: [{level: this, is: low, in: many}, {found: this}]}", .unknown),
    ("{not: {level: this, is: low, in: many}}", .unknown),
    ("{all: [{any: [{level: this, is: high}, {found: this}]}, {not: {share: this, over: 0.5}}]}", .yes),
  ]

  @Test(arguments: forms) func everyForm(_ row: (condition: String, truth: RuleEvaluator.Truth)) throws {
    let outcome = try outcome(row.condition, fact: fact())
    #expect(outcome.truth == row.truth, "\(outcome.text.en)")
    let marks = ["yes", "no", "unknown"].map { "[\($0)]" }
    #expect(marks.contains { outcome.text.en.contains($0) })
  }

  @Test(arguments: [
    (PublishedFact.Kind.level, "low", "{level: this, is: printed}", RuleEvaluator.Truth.yes),
    (.level, "high", "{level: this, is: printed}", .no),
  ])
  func printedLevels(
    _ row: (kind: PublishedFact.Kind, expected: String, condition: String, truth: RuleEvaluator.Truth)
  ) throws {
    let outcome = try outcome(row.condition, fact: fact(row.kind, expected: row.expected))
    #expect(outcome.truth == row.truth)
    #expect(outcome.level == .low)
  }

  @Test func printedFigures() throws {
    let condition = "{figure: this, is: printed}"
    let fact = fact(.figure, code: "form.reception", expected: "1400")
    #expect(try outcome(condition, fact: fact).truth == .yes)
    let other = self.fact(.figure, code: "form.reception", expected: "1401")
    #expect(try outcome(condition, fact: other).truth == .no)
  }

  @Test func regionsWithoutDocumentsAndCodesAreUnknown() throws {
    #expect(try outcome("{found: this}", fact: fact(region: "KZ-61")).truth == .unknown)
    #expect(try outcome("{found: this}", fact: fact(region: "KZ-10")).truth == .unknown)
    #expect(try outcome("{found: this}", fact: fact(code: nil)).truth == .unknown)
    #expect(try outcome("{found: topic.water}", fact: fact()).truth == .unknown)
    // Nothing stands out from itself.
    #expect(try outcome("{stands-out: this}", fact: fact(region: nil)).truth == .unknown)
    #expect(try outcome("{found: this, at-least: 70}", fact: fact(region: nil)).truth == .yes)
  }

  static let bad: [(rules: String, line: Int, message: String)] = [
    ("  - {reads: {found: this}}", 11, "the key 'word' is missing"),
    ("  - {word: w}", 11, "does not say what it reads"),
    ("  - word: w\n    raeds: {found: this}\n    reads: {found: this}", 12, "did you mean 'reads'?"),
    ("  - word: w\n    reads: {fuond: this}", 12, "'fuond' is no condition; did you mean 'found'?"),
    ("  - word: w\n    reads: {found: this, level: this}", 12, "found and level, not both"),
    ("  - word: w\n    reads: found", 12, "a condition is one of"),
    ("  - word: w\n    reads: {any: {found: this}}", 12, "'any' needs a list"),
    ("  - word: w\n    reads: {any: []}", 12, "'any' needs a list"),
    ("  - word: w\n    reads: {level: this}", 12, "'level' needs 'is'"),
    ("  - word: w\n    reads: {level: this, is: hihg}", 12, "did you mean 'high'?"),
    ("  - word: w\n    reads: {stands-out: this, p: 5}", 12, "'p' is a number from 0.0 to 1.0"),
    ("  - word: w\n    reads: {share: this}", 12, "one of 'over' and 'under'"),
    ("  - word: w\n    reads: {share: this, over: 0.1, under: 0.2}", 12, "one of 'over' and 'under'"),
    ("  - word: w\n    reads: {share: this, over: 5}", 12, "'over' is a number from 0.0 to 1.0"),
    ("  - word: w\n    reads: {rate: this, over: 5}", 12, "'rate' needs 'per'"),
    ("  - word: w\n    reads: {figure: this}", 12, "'figure' needs 'is'"),
    ("  - word: w\n    reads: {found: [this]}", 12, "'found' needs a code"),
    ("  - word: w\n    for: table\n    reads: {found: this}", 12, "'for' needs keys"),
    ("  - word: w\n    for: {tabel: 2}\n    reads: {found: this}", 12, "did you mean 'table'?"),
  ]

  @Test(arguments: bad) func badRulesAreNamedWithTheirLine(
    _ row: (rules: String, line: Int, message: String)
  ) {
    let error = #expect(throws: PipelineError.self) {
      try PipelineLoader.load(Array((Self.tables + "rules:\n" + row.rules + "\n").utf8), file: "p.yaml")
    }
    #expect(error?.problems.map(\.line) == [row.line], "\(error?.description ?? "")")
    #expect(error?.description.contains(row.message) == true, "\(error?.description ?? "")")
  }

  static let unfit: [(rule: String, message: String)] = [
    ("{word: w, reads: {found: autonomy.oversigt}}", "did you mean 'autonomy.oversight'?"),
    ("{word: w, reads: {found: this, in: shars}}", "'shars' is no table; did you mean 'shares'?"),
    ("{word: w, reads: {found: topic.water}}", "no table has regions as rows, 'topic.water' as a column"),
    ("{word: w, reads: {level: this, is: low, in: words}}", "the table 'words' has not"),
    ("{word: w, reads: {rate: form.reception, per: session, over: 1}}", "the unit 'per-session'"),
    ("{word: w, reads: {figure: this, is: 3}}", "'figures' among its cells"),
    ("{word: v, reads: {found: this}}", "'v' is no word of the published facts"),
    ("{word: w, for: {table: 9}, reads: {found: this}}", "fits no fact"),
    ("{word: x, reads: {found: this}}", "has no code"),
  ]

  @Test(arguments: unfit) func rulesThatFitNeitherCodebookNorTables(
    _ row: (rule: String, message: String)
  ) throws {
    let study = try SyntheticStudy(Self.tables + "rules:\n  - \(row.rule)\n")
    var other = fact(code: nil)
    other.word = "x"
    let published = PublishedStudy(file: "published.tsv", facts: [fact(), other], regions: [])
    let requests = try TableBuilder(study.pipeline, study.model).tallies.map(\.request)
    let problems = RuleChecks(
      pipeline: study.pipeline, codebook: study.model.codebook, requests: requests, study: published
    ).problems
    #expect(problems.map(\.line) == [11])
    #expect(problems.first?.message.contains(row.message) == true, "\(problems)")
  }
}
