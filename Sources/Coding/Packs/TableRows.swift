/// The rows of a small table that people edit in spreadsheets, as strings.
public struct TableRows: Sendable {
  public struct Row: Sendable {
    /// From 1.
    public var line: Int
    /// By the place of their column in `columns`.
    public var cells: [String]
  }

  public private(set) var rows: [Row] = []
  public private(set) var issues: [LexiconIssue] = []

  /// - Parameters:
  ///   - columns: the known ones; the header may have others, and lack those after the first `required`.
  public init(_ bytes: [UInt8], name: String, columns: [String], required: Int) {
    let table = TSVTable(
      SpreadsheetText(bytes, name: name), name: name, columns: columns, required: required, others: true)
    issues = table.issues
    rows = table.rows.map { row in Row(line: row.line, cells: columns.indices.map { row[$0].text }) }
  }
}
