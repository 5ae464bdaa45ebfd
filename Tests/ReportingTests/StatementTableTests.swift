import Tabulation
import Testing

@testable import Reporting

struct StatementTableTests {
  private static let table = StatementTable(
    id: "t", label: TrilingualLabel(kk: "Кесте", ru: "Таблица", en: "Table"),
    rowLabel: TrilingualLabel(kk: "Өңір", ru: "Регион", en: "Region"),
    columns: [TrilingualLabel(kk: "Баған", ru: "Столбец", en: "Column")],
    rows: [
      .init(
        TableKey("KZ-71", TrilingualLabel(untranslated: "Astana")),
        [
          [
            .init(
              TrilingualLabel(kk: "=1+1", ru: "б|в", en: "a|b, c"),
              passages: [
                PassageReference(document: 1, passage: 3), PassageReference(document: 7, passage: 2),
              ]),
            .init(
              TrilingualLabel(untranslated: ""),
              quotation: .init("Су <жоқ>", language: "kk", source: "a.html, № 3"),
              passages: [PassageReference(document: 0, passage: 9)]),
          ]
        ])
    ], notes: [TrilingualLabel(kk: "Ескертпе", ru: "Примечание", en: "Note")])

  private func text(_ writer: any StatementWriter, _ language: LabelLanguage = .en) -> String {
    String(
      decoding: writer.bytes(of: Self.table, documents: ["x.html", "a b.html"], in: language), as: UTF8.self)
  }

  @Test func csvHasALineAStatementAndNoFormula() {
    let lines = text(StatementCSV()).split(separator: "\r\n")
    #expect(lines.count == 3)
    #expect(lines[1].contains(",'=1+1,б|в,\"a|b, c\","))
    #expect(lines[1].hasSuffix(",a b.html#3 7#2"))
    #expect(lines[2].hasSuffix(",Су <жоқ>,kk,\"a.html, № 3\",x.html#9"))
  }

  @Test func markdownEscapesAndQuotes() {
    let text = text(StatementMarkdown())
    #expect(text.contains("| Astana | a\\|b, c<br>«Су &lt;жоқ>» (a.html, № 3) |\n"))
    #expect(text.hasPrefix("**Table**\n\n| Region | Column |\n|---|---|\n") && text.hasSuffix("\nNote\n"))
    #expect(self.text(StatementMarkdown(), .kk).contains("| Өңір | Баған |"))
  }

  @Test func jsonHoldsEverything() {
    let text = text(StatementJSON())
    for part in [
      "\"id\":\"t\"", "\"key\":\"KZ-71\"", "\"x.html#9\"", "\"source\":\"a.html, № 3\"", "\"Ескертпе\"",
    ] {
      #expect(text.contains(part), "\(part) in \(text)")
    }
  }

  @Test(arguments: [
    (0.075, CountingUnit.passages, LabelLanguage.en, "7.5%"), (0.075, .passages, .kk, "7,5\u{A0}%"),
    (2.25, .perSession, .en, "2.25"), (2.005, .perSession, .ru, "2,01"), (.infinity, .perSession, .en, "∞"),
  ])
  func numbers(_ row: (value: Double, unit: CountingUnit, language: LabelLanguage, text: String)) {
    #expect(ValueText.text(row.value, row.unit, row.language) == row.text)
  }

  @Test func probabilities() {
    #expect(ValueText.probability(0.0001, .en) == "< 0.001")
    #expect(ValueText.probability(0.0314, .ru) == "= 0,031")
  }
}
