import Foundation
import GRDB
import Testing

/// What a period leaves out is named, and the numbers of a run fit its tables.
@Suite struct UndatedDocumentTests {
  private func study(period: String) throws -> RunStudy {
    let study = try RunStudy(outputs: "csv, html, sqlite")
    let dated = """
      <html><body><h1>Хаттама</h1><p>2024 жылғы 24 мамырда өткен сессияда су берілді.</p></body></html>
      """
    try study.scratch.write("pages/dated.html", dated.utf8)
    try study.page(1)
    let text = try String(contentsOfFile: study.pipeline, encoding: .utf8)
    try study.scratch.write("study.yaml", (text + "\n" + period).utf8)
    return study
  }

  @Test func aDocumentWithoutADayIsNamed() throws {
    let study = try study(period: "period: {from: 2020-01-01}")
    for _ in 0..<2 {
      let outcome = try study.run()
      #expect(outcome.status == 1, "\(outcome.errors)")
      #expect(
        outcome.errors.contains("pages/page-1.html: has no day that could be read"), "\(outcome.errors)")
      #expect(outcome.output.contains("1 documents have no day and are outside of every period"))
      #expect(!outcome.output.contains("documents are outside of the period"))
      #expect(
        outcome.output.contains("in the tables: 1 documents, 1 passages besides headings, 1 of them coded"))
    }
    let table = try String(contentsOf: study.scratch.url("out/tables/kinds.csv"), encoding: .utf8)
    #expect(table.contains("indicator"))
    var configuration = Configuration()
    configuration.readonly = true
    let store = try DatabaseQueue(
      path: study.scratch.url("out/analysis.sqlite").path, configuration: configuration)
    let undated = try store.read {
      try String.fetchAll($0, sql: "SELECT path FROM issue WHERE id = 'no-date'")
    }
    #expect(undated == ["pages/page-1.html"])
  }

  @Test func withoutAPeriodNothingIsLeftOut() throws {
    let outcome = try study(period: "").run()
    #expect(outcome.status == 0 && !outcome.errors.contains("no day"), "\(outcome.errors)")
    #expect(outcome.output.contains("in the tables: 2 documents"))
  }

  /// The report's head has the numbers of its tables.
  @Test func theReportsHeadIsWhatTheTablesHave() throws {
    let study = try study(period: "period: {from: 2020-01-01}")
    try study.run()
    let page = try String(contentsOf: study.scratch.url("out/report.html"), encoding: .utf8)
    let head = try #require(page.components(separatedBy: "<h2").first)
    #expect(head.contains("Documents in the tables") && !head.contains("Documents read"))
  }

  @Test func goldThatTheRunDoesNotHaveIsCounted() throws {
    let study = try study(period: "")
    try study.run()
    let gold = [
      #"{"doc": "pages/dated.html", "n": 2, "lang": "kk", "text": "2024 жылғы 24 мамырда өткен сессияда су берілді.", "#
        + #""codes": ["water"]}"#,
      #"{"doc": "nowhere.html", "n": 7, "lang": "kk", "text": "Су жоқ.", "codes": ["water"]}"#,
    ]
    try study.scratch.write("gold.jsonl", gold.joined(separator: "\n").utf8)
    for more in [[], ["--entries"]] {
      let outcome = try Program.run(
        ["lexicon", "effect", "study.yaml", "out", "--gold", "gold.jsonl"] + more, in: study.scratch.folder)
      #expect(
        outcome.errors.contains("gold that the run does not have, left out: 1 of 2 passages, nowhere.html#7"),
        "\(outcome.errors)")
    }
  }
}
