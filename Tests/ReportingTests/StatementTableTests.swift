import Tabulation
import Testing

@testable import Reporting

struct StatementTableTests {
  static let table = StatementTable(
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

  @Test func latexIsALongTableWithEscapedTexts() {
    let text = text(StatementLaTeX(), .kk)
    #expect(text.contains("\\begin{longtable}{@{}>{\\raggedright\\arraybackslash}p{3.4cm}"))
    #expect(text.contains("Astana\n  & =1+1\\par «Су {<}жоқ{>}» {\\scriptsize (a.html{,} № 3)} \\\\\n"))
    #expect(text.contains("Өңір & Баған \\\\") && text.contains("Ескертпе\\par"))
  }

  @Test func everyFormatOfWordsIsAFormatOfTables() {
    for writer in StatementWriters.all { #expect(TableExporters.named(writer.name) != nil, "\(writer.name)") }
  }

  @Test func thePageShowsTextAsTextAndAddsItsStyleOnlyThen() throws {
    var content = HTMLReport.Content(title: TrilingualLabel(untranslated: "T"))
    let without = String(decoding: try HTMLReport.bytes(of: content), as: UTF8.self)
    #expect(!without.contains(StatementPart.style))
    content.statements = [Self.table]
    content.documents = [.init(path: "x.html"), .init(path: "b/a b.html")]
    let page = String(decoding: try HTMLReport.bytes(of: content), as: UTF8.self)
    #expect(page.contains("<h2 id=\"words-t\">") && page.contains(StatementPart.style))
    #expect(page.contains("<blockquote lang=\"kk\" dir=\"auto\">Су &lt;жоқ&gt;</blockquote>"))
    // Both statements lead to passages; they are numbered in the order in which they are read.
    #expect(page.contains("data-statement=\"0\">") && page.contains(": 2</button>"))
    #expect(page.contains("data-statement=\"1\">a.html, № 3</button>"))
    let policy = SHA256.base64(
      of: Array((ReportStyle.text + "\n" + StatementPart.style + "\n" + ReportStyle.print).utf8))
    #expect(page.contains("style-src &#39;sha256-\(policy)") || page.contains("style-src 'sha256-\(policy)"))
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
