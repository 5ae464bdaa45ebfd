import Tabulation

/// A table of words as a sheet: its cells hold their statements, a line each, and lead to the passages that these rest
/// on.
struct StatementSheet {
  private let table: StatementTable
  private let language: LabelLanguage

  private static let headRow = 2
  private static let (firstWidth, width) = (26.0, 56.0)

  init(_ table: StatementTable, _ language: LabelLanguage) {
    self.table = table
    self.language = language
  }

  /// - Parameter link: where the passages of a cell begin, by its row and column; nil for none.
  func write(_ sheet: Workbook.Sheet, link: (_ row: Int, _ column: Int) -> (sheet: String, row: Int)?) {
    let head = Self.headRow
    sheet.text(0, 0, table.label[language], .title)
    sheet.text(head, 0, table.rowLabel[language], .head)
    for (column, label) in table.columns.enumerated() { sheet.text(head, 1 + column, label[language], .head) }
    for (index, row) in table.rows.enumerated() {
      let line = head + 1 + index
      sheet.text(line, 0, row.key.label[language], .label)
      let texts = row.cells.map { $0.map(text).joined(separator: "\n") }
      sheet.fit(line, [(row.key.label[language], Self.firstWidth)] + texts.map { ($0, Self.width) })
      for (column, text) in texts.enumerated() {
        let target = link(index, column)
        if let target { sheet.link(line, 1 + column, to: target.sheet, row: target.row) }
        sheet.text(line, 1 + column, text, target == nil ? .text : .textLink)
      }
    }
    for (index, note) in table.notes.enumerated() {
      sheet.text(head + 2 + table.rows.count + index, 0, note[language], .note)
    }
    sheet.freeze(row: head + 1, column: 1)
    sheet.width(0..<1, Self.firstWidth)
    sheet.width(1..<1 + table.columns.count, Self.width)
    sheet.printsWide()
  }

  private func text(_ statement: StatementTable.Statement) -> String {
    let text = statement.text[language]
    guard let quotation = statement.quotation else { return text }
    let quoted = "«\(quotation.text)» (\(quotation.source))"
    return text.isEmpty ? quoted : text + " " + quoted
  }
}
