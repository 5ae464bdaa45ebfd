import Foundation
import Tabulation
import Testing

@testable import Analysis

struct TableBuilderTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Three passages: a hearing about water, a hearing about roads, roads alone.
  private func table(rows: String, columns: String) throws -> CrossTable {
    let folder = Self.root.appendingPathComponent("Lexicons/socially-oriented-state").path
    let yaml = "pipeline: p\ncodebook: \(folder)\ntables:\n  - {id: t, rows: \(rows), columns: \(columns)}\n"
    let model = try CodingModel(folder: folder)
    var builder = try TableBuilder(PipelineLoader.load(Array(yaml.utf8), file: "p.yaml"), model)
    func passage(_ n: Int, _ ids: String...) -> CountedPassage {
      CountedPassage(
        n: n, codes: ids.compactMap { model.codebook.index(ofCode: $0).map { CountedCode(code: $0) } })
    }
    let document = CountedDocument(
      region: "KZ-55", kind: "news", language: "kk", date: "2024-05-24",
      passages: [
        passage(1, "form.hearing", "topic.water"), passage(2, "form.hearing", "topic.roads"),
        passage(3, "topic.roads"),
      ])
    builder.add(document, number: 0)
    #expect(builder.counted == .init(documents: 1, passages: 3, codedPassages: 3))
    return builder.tallies[0].table()
  }

  @Test(arguments: [
    ("region", "topic", "KZ-55", "topic.roads", 2), ("topic", "region", "topic.roads", "KZ-55", 2),
    ("form", "topic", "form.hearing", "topic.roads", 1), ("topic", "form", "topic.water", "form.hearing", 1),
    ("year", "form", "2024", "form.hearing", 2),
  ])
  func anyFieldOrDimensionCanBeRowsOrColumns(
    _ row: (rows: String, columns: String, row: String, column: String, passages: Int)
  ) throws {
    let table = try table(rows: row.rows, columns: row.columns)
    #expect(table.cell(row.row, row.column)?.passages == row.passages)
  }

  @Test func rowsAndColumnsNameATableWithoutALabel() throws {
    let label = try table(rows: "kind", columns: "topic").label
    #expect(
      label == TrilingualLabel(kk: "Құжат түрі × Тақырып", ru: "Вид документа × Тема", en: "Kind × Topic"))
  }
}
