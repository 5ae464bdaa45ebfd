import Foundation
import Reporting
import Tabulation
import Testing

@testable import Analysis

struct SummaryTests {
  private static let tables = """
    pipeline: p
    codebook: ../Lexicons/socially-oriented-state
    regions: [KZ-71, KZ-75]
    tables:
      - {id: shares, rows: region, columns: indicator, levels: {rule: terciles, over: row}}
      - {id: kinds, rows: kind, columns: topic}

    """

  static let bad: [(summary: String, line: Int, message: String)] = [
    ("  - id: a", 8, "the key 'rows' is missing"),
    ("  - {id: 'A b', rows: region, columns: []}", 8, "names files"),
    ("  - {id: a, rows: region}", 8, "needs 'columns'"),
    (
      "  - {id: a, row: region, rows: region, columns: [{label: x, show: {number: results.vulnerable}}]}", 8,
      "did you mean 'rows'?"
    ),
    ("  - id: a\n    rows: region\n    columns: [{label: x}]", 10, "a column needs keys"),
    (
      "  - id: a\n    rows: region\n    columns:\n      - {label: x, show: {nubmer: this}}", 11,
      "did you mean 'number'?"
    ),
    (
      "  - id: a\n    rows: region\n    columns:\n      - {label: x, show: [number]}", 11,
      "a column shows one of"
    ),
    (
      "  - id: a\n    rows: region\n    columns:\n      - {label: x, show: {examples: results.vulnerable, most: 0}}",
      11,
      "'most' is a whole number"
    ),
  ]

  @Test(arguments: bad) func badSummariesAreNamedWithTheirLine(
    _ row: (summary: String, line: Int, message: String)
  ) {
    let yaml = Self.tables + "summaries:\n" + row.summary + "\n"
    let error = #expect(throws: PipelineError.self) {
      try PipelineLoader.load(Array(yaml.utf8), file: "p.yaml")
    }
    #expect(error?.problems.first?.line == row.line, "\(error?.description ?? "")")
    #expect(error?.description.contains(row.message) == true, "\(error?.description ?? "")")
  }

  static let unfit: [(rows: String, show: String, message: String)] = [
    ("reigon", "{number: this}", "did you mean 'region'?"),
    ("region", "{number: this}", "the rows are regions"),
    ("region", "{number: results.vulnerabel}", "did you mean 'results.vulnerable'?"),
    ("region", "{number: topic.water}", "no table has regions as rows"),
    ("region", "{figures: results.vulnerable}", "no table has regions as rows"),
    ("region", "{standing-out-of: sharse}", "did you mean 'shares'?"),
    ("region", "{level: reforms.programmes, in: kidns}", "did you mean 'kinds'?"),
    ("region", "{register: reason}", "needs the key 'published'"),
    ("region", "{register: raeson}", "did you mean 'reason'?"),
    ("indicator", "{standing-out-of: shares}", "is for rows that are regions"),
    ("topic", "{number: this}", "no table has regions as rows"),
  ]

  @Test(arguments: unfit) func summariesThatFitNeitherCodebookNorTables(
    _ row: (rows: String, show: String, message: String)
  ) throws {
    let study = try SyntheticStudy(
      Self.tables + "summaries:\n  - {id: a, rows: \(row.rows), columns: [{label: x, show: \(row.show)}]}\n")
    let error = #expect(throws: PipelineError.self) {
      try StudyResults.check(
        study.pipeline, study.model.codebook, StoredTables.requests(study.pipeline, study.model))
    }
    #expect(error?.problems.first?.line == 8)
    #expect(error?.description.contains(row.message) == true, "\(error?.description ?? "")")
  }

  @Test(arguments: [
    ("қысқа мәтін", 0, "қысқа мәтін"), ("бір екі үш төрт бес алты", 4, "бір екі үш төрт…"),
    ("бір екі үш төрт бес алты", 20, "…төрт бес алты"), ("бір екі үш төрт бес алты", 8, "…екі үш төрт…"),
    ("біртұтассөзбіртұтассөзбіртұтас", 0, "біртұтассөзбірт…"),
  ])
  func longPassagesAreCutAtWords(_ row: (text: String, place: Int, expected: String)) {
    #expect(Quotations.cut(row.text, around: row.place, longest: 15) == row.expected)
  }

  @Test func theBundledPipelinesFitTheirCodebooks() throws {
    for name in ["socially-oriented-state", "pest-rural-self-government"] {
      let file = SyntheticStudy.root.appendingPathComponent("Pipelines/\(name).yaml").path
      let pipeline = try PipelineLoader.load(file)
      let model = try CodingModel(folder: pipeline.codebook)
      try StudyResults.check(pipeline, model.codebook, StoredTables.requests(pipeline, model))
      #expect(pipeline.summaries.count >= 5)
      let labels = pipeline.summaries.flatMap { [$0.label] + $0.columns.map(\.label) }
      for label in labels { #expect(label.kk != label.en && label.ru != label.en) }
    }
  }
}
