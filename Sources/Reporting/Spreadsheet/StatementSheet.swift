import Tabulation

/// A table of words as a sheet: its cells hold their statements, a line each. Beside them stand in the same order how many
/// passages they rest on, which lead there: a text that is a link is one line in some programs.
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
    for (column, label) in table.columns.enumerated() {
      let passages = ReportWording.linkedPassages.label[language]
      sheet.text(head, 1 + column, label[language], .head)
      sheet.text(head, 1 + table.columns.count + column, "\(passages): \(label[language])", .head)
    }
    for (index, row) in table.rows.enumerated() {
      let line = head + 1 + index
      sheet.text(line, 0, row.key.label[language], .label)
      let texts = row.cells.map { $0.map(text).joined(separator: "\n") }
      sheet.fit(line, [(row.key.label[language], Self.firstWidth)] + texts.map { ($0, Self.width) })
      for (column, text) in texts.enumerated() {
        sheet.text(line, 1 + column, text)
        guard let target = link(index, column) else { continue }
        let place = 1 + table.columns.count + column
        sheet.link(line, place, to: target.sheet, row: target.row)
        sheet.number(line, place, Double(Set(row.cells[column].flatMap(\.passages)).count), .countLink)
      }
    }
    for (index, note) in table.notes.enumerated() {
      sheet.text(head + 2 + table.rows.count + index, 0, note[language], .note)
    }
    sheet.freeze(row: head + 1, column: 1)
    sheet.width(0..<1, Self.firstWidth)
    sheet.width(1..<1 + table.columns.count, Self.width)
    sheet.width(1 + table.columns.count..<1 + 2 * table.columns.count, 16)
    sheet.printsWide()
  }

  private func text(_ statement: StatementTable.Statement) -> String {
    let text = statement.text[language]
    guard let quotation = statement.quotation else { return text }
    let quoted = "«\(quotation.text)» (\(quotation.source))"
    return text.isEmpty ? quoted : text + " " + quoted
  }
}
