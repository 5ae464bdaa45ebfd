/// Tables of words as a workbook that people edit: every cell, and every cell that they add, is text, so that Excel makes
/// no formula of `=форма` and no date of `1.5`.
public enum TextWorkbook {
  public struct Sheet: Sendable {
    public var name: String
    /// Lines of the table; a line whose first cell begins with `#` is a remark.
    public var rows: [[String]]

    public init(name: String, rows: [[String]]) {
      self.name = name
      self.rows = rows
    }
  }

  /// Columns are as wide as their texts, from 8 to 48 characters.
  private static let widths = 8...48

  /// The bytes of the `.xlsx`. The same sheets give the same bytes.
  ///
  /// - Throws: `OutputError` where no temporary file can be written, or a sheet has more than 1,048,576 rows.
  public static func bytes(title: String, sheets: [Sheet]) throws(OutputError) -> [UInt8] {
    for sheet in sheets where sheet.rows.count > Workbook.Sheet.rowLimit {
      throw OutputError(
        path: sheet.name, message: "\(sheet.rows.count) lines are more than a sheet holds; split the table")
    }
    return try Workbook.bytes(title: title) { workbook in
      for sheet in sheets { write(sheet, to: workbook.sheet(sheet.name)) }
    }
  }

  private static func write(_ table: Sheet, to sheet: Workbook.Sheet) {
    let header = table.rows.firstIndex { !isRemark($0) && $0.contains { !$0.isEmpty } }
    let columns = table.rows.lazy.filter { !isRemark($0) }.map(\.count).max() ?? 1
    for column in 0..<columns {
      let longest =
        table.rows.lazy.filter { !isRemark($0) && column < $0.count }.map { $0[column].count }.max() ?? 0
      sheet.typed(column, Double(min(max(longest + 2, widths.lowerBound), widths.upperBound)))
    }
    for (number, row) in table.rows.enumerated() {
      let style: Workbook.Style = isRemark(row) ? .typedNote : number == header ? .typedHead : .typed
      for (column, text) in row.enumerated() where !text.isEmpty { sheet.text(number, column, text, style) }
    }
    if let header, header + 1 < table.rows.count {
      sheet.filter(row: header, columns: columns, lastRow: table.rows.count - 1)
    }
  }

  private static func isRemark(_ row: [String]) -> Bool { row.first?.hasPrefix("#") == true }
}
