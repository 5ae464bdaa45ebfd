import Tabulation

/// A pipe table with counts and shares, for a README, a note or a pull request.
///
/// ```
/// | Region | Documents | Passages | Coded passages | Hearings |
/// |---|--:|--:|--:|--:|
/// | Astana | 4 | 120 | 31 | 9 (7.5%) |
/// ```
public struct MarkdownExporter: TableExporter {
  public init() {}

  public var name: String { "markdown" }
  public var fileExtension: String { "md" }
  public var isTranslated: Bool { true }

  public func bytes(of table: CrossTable, in language: LabelLanguage) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append("**\(MarkdownText.escaped(table.label[language]))**\n\n")
    let headings = [ReportWording.documents, .passages, .codedPassages].map { $0.label[language] }
    line(
      [table.rowDimension.label[language]] + headings + table.columns.map { $0.label[language] }, to: &bytes)
    bytes.append("|---" + String(repeating: "|--:", count: 3 + table.columns.count) + "|\n")
    for (r, row) in table.rows.enumerated() {
      let cells = table.columns.indices.map { column in
        text(table.share(row: r, column: column), table.statistics(row: r, column: column), table, language)
      }
      line([row.label[language]] + numbers(table.rowTotals[r]) + cells, to: &bytes)
    }
    let cells = table.columns.indices.map { column in
      text(table.totalShare(column: column), table.statistics.columnTotals[column], table, language)
    }
    line([ReportWording.total.label[language]] + numbers(table.total) + cells, to: &bytes)
    if let tests = ColumnTestRow(table) {
      line(
        [ColumnTestRow.label[language], "", "", ""]
          + table.columns.indices.map { tests.text($0, language) }, to: &bytes)
    }
    bytes.append("\n\(ReportWording.shareBase(table.unit)[language])\n")
    for note in CellMarks.legend(table) { bytes.append("\n\(MarkdownText.escaped(note[language]))\n") }
    return bytes
  }

  private func numbers(_ totals: CrossTable.Totals) -> [String] {
    [String(totals.documents), String(totals.passages), String(totals.codedPassages)]
  }

  private func text(
    _ share: CellEstimate, _ statistics: CellStatistics, _ table: CrossTable, _ language: LabelLanguage
  ) -> String {
    let marks = CellMarks(statistics, table.content)
    let level = marks.level.map { ", " + $0[language] } ?? ""
    let value = share.value.map { ValueText.text($0, share.unit, language) } ?? "–"
    return "\(share.count) (\(value)\(level))\(marks.symbols)"
  }

  private func line(_ cells: [String], to bytes: inout [UInt8]) {
    bytes.append("| " + cells.map(MarkdownText.escaped).joined(separator: " | ") + " |\n")
  }
}
