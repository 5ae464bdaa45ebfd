import Testing

@testable import Analysis

struct PipelineLoaderTests {
  @Test func pathsCountFromThePipelinesFolder() throws {
    let yaml = "pipeline: p\ncodebook: ../Lexicons/x\nsources: [a, /b, ../../c]\n"
    let pipeline = try PipelineLoader.load(Array(yaml.utf8), file: "study/Pipelines/p.yaml")
    #expect(pipeline.codebook == "study/Lexicons/x")
    #expect(pipeline.sources == ["study/Pipelines/a", "/b", "c"])
  }

  @Test func whatIsWrittenWhereThePipelineDoesNotSay() throws {
    func outputs(_ line: String) throws -> [String] {
      try PipelineLoader.load(Array("pipeline: p\ncodebook: c\n\(line)".utf8), file: "p.yaml").outputs
    }
    #expect(try outputs("") == ["csv", "xlsx", "html", "sqlite"])
    #expect(try outputs("outputs: [markdown]") == ["markdown"])
  }

  @Test func everyProblemIsNamedAtOnce() {
    let yaml =
      "pipeline: p\ncodebook: c\nregion: x\nregions: [KZ-7]\ntables:\n  - {id: 'A b', rows: region, columns: form}\n"
    let error = #expect(throws: PipelineError.self) {
      try PipelineLoader.load(Array(yaml.utf8), file: "p.yaml")
    }
    #expect(error?.problems.map(\.line) == [3, 4, 6])
    #expect(error?.description.contains("p.yaml:3: 'region' is no key; did you mean 'regions'?") == true)
  }

  /// Each is one problem, in one line, at the line that a user has to look at.
  static let broken: [(yaml: String, problem: String)] = [
    ("pipeline: p\n\tcodebook: c", "2: is not YAML: a tab stands at the beginning of the line"),
    (
      "pipeline: p\ncodebook: c\nperiod: {from: 2020-01-01\ntables: []",
      "the bracket '{' of line 3 is not closed"
    ),
    ("pipeline: 'p\ncodebook: c\n", "the quotation mark of line 1 is not closed"),
    ("pipeline: p\ncodebook: a: b", "2: is not YAML: a second colon in the line"),
    ("pipeline: p\ncodebook: c\n\npipeline: q", "4: the key 'pipeline' stands twice, first in line 1"),
    (
      "pipeline: p\ncodebook: c\ntables:\n  - id: t\n    rows: region\n    columns: form\n    rows: year",
      "7: the key 'rows' stands twice, first in line 5"
    ),
    ("pipeline: p\ncodebook: *c", "2: '*c' refers to an anchor that does not exist"),
    ("pipeline: p\ncodebook: c\ntables: &t\n  - *t", "4: '*t' refers to an anchor that does not exist"),
    ("pipeline: p\n---\ncodebook: c", "a pipeline is one document"),
    ("pipeline: \u{1}", "1: is no text in UTF-8"), ("", "1: is no pipeline"), ("- a", "1: is no pipeline"),
    ("pipeline: p\ncodebook: [c]", "2: 'codebook' is one name, not a list"),
    ("pipeline: p\ncodebook:", "2: the key 'codebook' is empty"),
    ("pipeline: p\ncodebook: c\nсоdebook: d", "3: 'соdebook' is no key; did you mean 'codebook'?"),
    ("pipeline: p\ncodebook: c\nsources: {a: b}", "3: 'sources' is a list of names"),
    ("pipeline: p\ncodebook: c\nsources: [a, [b]]", "3: an item of 'sources' is one name, not a list"),
    ("pipeline: p\ncodebook: c\ntables: region", "3: 'tables' is a list"),
    ("pipeline: p\ncodebook: c\ntables:\n  id: t", "4: 'tables' is a list"),
    ("pipeline: p\ncodebook: c\nrules: x", "3: 'rules' is a list"),
    ("pipeline: p\ncodebook: c\nperiod: 2020-2024", "3: a period needs keys"),
    (
      "pipeline: p\ncodebook: c\nperiod: {form: 2020-01-01}",
      "3: 'form' is no key of the period; did you mean 'from'?"
    ),
    ("pipeline: p\ncodebook: c\nperiod: {from: 2022-02-30}", "3: '2022-02-30' is no date"),
    ("pipeline: p\ncodebook: c\nperiod: {from: 2022}", "3: '2022' is no date"),
    (
      "pipeline: p\ncodebook: c\nperiod: {from: 2024-01-01, to: 2023-01-01}",
      "3: the period ends before it begins"
    ),
    ("pipeline: p\ncodebook: c\nsplit: {a: b}", "3: '' is no date"),
    ("pipeline: p\ncodebook: c\nregions: 71", "3: '71' is no region"),
    ("pipeline: p\ncodebook: c\ndemonstration: maybe", "3: 'demonstration' is true or false"),
    ("pipeline: p\ncodebook: c\ntitle: [a]", "3: a label is a text, or texts in en, ru and kk"),
    (
      "pipeline: p\ncodebook: c\ntitle: {en: a, rus: b}",
      "3: 'rus' is no language of a label; did you mean 'ru'?"
    ),
    ("pipeline: p\ncodebook: c\noutputs: [excel]", "3: 'excel' is no output; known: csv"),
  ]

  @Test(arguments: broken) func oneClearLine(_ row: (yaml: String, problem: String)) {
    let error = #expect(throws: PipelineError.self) {
      try PipelineLoader.load(Array(row.yaml.utf8), file: "p.yaml")
    }
    let text = error?.description ?? ""
    #expect(text.contains(row.problem), "\(text)")
    #expect(text.hasPrefix("p.yaml:") && !text.contains("\n"), "\(text)")
  }

  @Test func textInAnotherEncodingSaysWhichIsNeeded() {
    let error = #expect(throws: PipelineError.self) {
      try PipelineLoader.load([0xFF, 0xFE, 0x70, 0], file: "p.yaml")
    }
    #expect(error?.description == "p.yaml:1: is text in UTF-16; save it as UTF-8")
  }

  @Test(arguments: [
    ("a", "b/../c", "a/c"), ("..", "x", "../x"), ("/a", "../../b", "/b"), ("a", ".", "a"),
  ]) func normalised(_ row: (folder: String, path: String, expected: String)) {
    #expect(PipelineLoader.normalised(row.folder + "/" + row.path) == row.expected)
  }

  @Test(
    arguments: [
      (nil, nil, nil, true), ("2020-01-01", nil, "2020-01-01", true),
      ("2020-01-01", nil, "2019-12-31", false),
      (nil, "2024-12-31", "2024-12-31", true), (nil, "2024-12-31", "2025-01-01", false),
      ("2020-01-01", nil, nil, false),
    ] as [(String?, String?, String?, Bool)])
  func periods(_ row: (from: String?, to: String?, date: String?, inside: Bool)) {
    #expect(Pipeline.Period(from: row.from, to: row.to).contains(row.date) == row.inside)
  }
}
