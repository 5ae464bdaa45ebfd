import Tabulation

/// The table as it is printed, counts only: one line a row, one column a key, and a line of totals.
public struct WideCSVExporter: TableExporter {
  /// Whether the file starts with a byte order mark, without which Excel does not read it as UTF-8.
  public var byteOrderMark: Bool

  public init(byteOrderMark: Bool = true) { self.byteOrderMark = byteOrderMark }

  public var name: String { "csv-wide" }
  public var fileExtension: String { "wide.csv" }
  public var isTranslated: Bool { true }

  public func bytes(of table: CrossTable, in language: LabelLanguage) -> [UInt8] {
    var csv = CSVWriter(byteOrderMark: byteOrderMark)
    csv.text(table.rowDimension.label[language])
    for heading in [ReportWording.documents, .passages, .codedPassages] { csv.text(heading.label[language]) }
    for column in table.columns { csv.text(column.label[language]) }
    csv.endLine()
    for (r, row) in table.rows.enumerated() {
      let cells = table.columns.indices.map { table.cell(row: r, column: $0) }
      line(row.label[language], table.rowTotals[r], cells, table.unit, to: &csv)
    }
    line(ReportWording.total.label[language], table.total, table.columnTotals, table.unit, to: &csv)
    return csv.bytes
  }

  private func line(
    _ label: String, _ totals: CrossTable.Totals, _ cells: [CrossTable.Cell], _ unit: CountingUnit,
    to csv: inout CSVWriter
  ) {
    csv.text(label)
    for count in [totals.documents, totals.passages, totals.codedPassages] { csv.number(count) }
    for cell in cells { csv.number(cell.count(unit)) }
    csv.endLine()
  }
}
