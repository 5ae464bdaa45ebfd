import Tabulation

/// One line a cell, with everything known of it: for R, Python, SPSS and pivot tables.
///
/// ```
/// table,region,region_kk,region_ru,region_en,indicator,…,passages,documents,codings,row_passages,…
/// region-indicator,KZ-71,Астана,Астана,Astana,civil-society.hearings,…,9,4,11,120,…
/// ```
///
/// The columns after keys and labels are those of `TableField.all`. Numbers have the shortest digits that read back as the
/// same number; they are empty where they are not defined or were not asked for. A text never goes over several lines,
/// which SPSS could not read.
public struct CSVExporter: TableExporter {
  /// Whether the file starts with a byte order mark, without which Excel does not read it as UTF-8.
  public var byteOrderMark: Bool

  public init(byteOrderMark: Bool = true) { self.byteOrderMark = byteOrderMark }

  public var name: String { "csv" }
  public var fileExtension: String { "csv" }

  public func bytes(of table: CrossTable, in language: LabelLanguage) -> [UInt8] {
    var csv = CSVWriter(byteOrderMark: byteOrderMark)
    csv.text("table")
    for dimension in [table.rowDimension.key, table.columnDimension.key] {
      csv.text(dimension)
      for language in LabelLanguage.allCases { csv.text("\(dimension)_\(language.rawValue)") }
    }
    for field in TableField.all { csv.text(field.name) }
    csv.endLine()
    for (r, row) in table.rows.enumerated() {
      for (c, column) in table.columns.enumerated() {
        csv.text(table.id)
        for key in [row, column] {
          csv.text(Self.line(key.key))
          for language in LabelLanguage.allCases { csv.text(Self.line(key.label[language])) }
        }
        for field in TableField.all {
          switch field.value(table, r, c) {
          case .count(let count): csv.number(count)
          case .real(let value): csv.number(value)
          case .text(let text): csv.text(text)
          }
        }
        csv.endLine()
      }
    }
    return csv.bytes
  }

  private static func line(_ text: String) -> String {
    guard text.contains(where: \.isNewline) else { return text }
    return String(text.map { $0.isNewline ? " " : $0 })
  }
}
