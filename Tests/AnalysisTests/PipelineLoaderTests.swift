import Testing

@testable import Analysis

struct PipelineLoaderTests {
  @Test func pathsCountFromThePipelinesFolder() throws {
    let yaml = "pipeline: p\ncodebook: ../Lexicons/x\nsources: [a, /b, ../../c]\n"
    let pipeline = try PipelineLoader.load(Array(yaml.utf8), file: "study/Pipelines/p.yaml")
    #expect(pipeline.codebook == "study/Lexicons/x")
    #expect(pipeline.sources == ["study/Pipelines/a", "/b", "c"])
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
