import Tabulation

/// One line a cell, with everything known of it: for R, Python, SPSS and pivot tables.
///
/// ```
/// table,region,region_kk,region_ru,region_en,indicator,…,passages,documents,codings,row_passages,…
/// region-indicator,KZ-71,Астана,Астана,Astana,civil-society.hearings,…,9,4,11,120,…
/// ```
///
/// Shares and interval ends have the shortest digits that read back as the same number; they are empty where the row
/// has nothing to take a share of.
public struct CSVExporter: TableExporter {
  /// Whether the file starts with a byte order mark, without which Excel does not read it as UTF-8.
  public var byteOrderMark: Bool

  public init(byteOrderMark: Bool = true) { self.byteOrderMark = byteOrderMark }

  public var name: String { "csv" }
  public var fileExtension: String { "csv" }
  public var summary: String {
    "CSV with one line a cell: keys, labels in three languages, counts, totals, shares and intervals."
  }

  public func bytes(of table: CrossTable, in language: LabelLanguage) -> [UInt8] {
    var csv = CSVWriter(byteOrderMark: byteOrderMark)
    csv.text("table")
    for dimension in [table.rowDimension.key, table.columnDimension.key] {
      csv.text(dimension)
      for language in LabelLanguage.allCases { csv.text("\(dimension)_\(language.rawValue)") }
    }
    for heading in CSVExporter.headings { csv.text(heading) }
    csv.endLine()
    for (r, row) in table.rows.enumerated() {
      for (c, column) in table.columns.enumerated() {
        csv.text(table.id)
        for key in [row, column] {
          csv.text(key.key)
          for language in LabelLanguage.allCases { csv.text(key.label[language]) }
        }
        let cell = table.cell(row: r, column: c)
        let totals = table.rowTotals[r]
        for count in [
          cell.passages, cell.documents, cell.codings, totals.passages, totals.documents,
          totals.codedPassages,
          totals.codings,
        ] { csv.number(count) }
        csv.number(table.share(row: r, column: c, of: .passages).value)
        csv.number(table.share(row: r, column: c, of: .codings).value)
        csv.text(table.unit.rawValue)
        let share = table.share(row: r, column: c)
        csv.number(share.value)
        csv.number(share.interval?.lowerBound)
        csv.number(share.interval?.upperBound)
        csv.endLine()
      }
    }
    return csv.bytes
  }

  private static let headings = [
    "passages", "documents", "codings", "row_passages", "row_documents", "row_coded_passages", "row_codings",
    "share_of_passages", "share_of_codings", "unit", "share", "share_low", "share_high",
  ]
}
