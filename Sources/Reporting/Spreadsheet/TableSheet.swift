import Tabulation

/// One table as a sheet: counts first, then in the same order their shares and the ends of their intervals, so that each
/// block is a rectangle that can be copied, sorted and charted.
struct TableSheet {
  private let table: CrossTable
  private let language: LabelLanguage

  init(_ table: CrossTable, _ language: LabelLanguage) {
    self.table = table
    self.language = language
  }

  static let headRow = 4
  private static let baseColumns = 4

  /// - Parameter link: where the passages of a cell begin, by its place in `CrossTable.cells`; nil for none.
  func write(_ sheet: Workbook.Sheet, link: (Int) -> (sheet: String, row: Int)?) {
    writeHead(sheet)
    let head = TableSheet.headRow
    for row in table.rows.indices {
      let line = head + 1 + row
      sheet.text(line, 0, table.rows[row].label[language], .label)
      writeBase(table.rowTotals[row], line, .count, sheet)
      for column in table.columns.indices {
        let share = table.share(row: row, column: column)
        let place = TableSheet.baseColumns + column
        var style = Workbook.Style.count
        if share.count > 0, let target = link(row * table.columns.count + column) {
          sheet.link(line, place, to: target.sheet, row: target.row)
          style = .countLink
        }
        sheet.number(line, place, Double(share.count), style)
        writeShare(share.value, share.interval, column, line, .share, sheet)
      }
    }
    let last = head + 1 + table.rows.count
    sheet.text(last, 0, ReportWording.total.label[language], .total)
    writeBase(table.total, last, .totalCount, sheet)
    for column in table.columns.indices {
      let share = table.totalShare(column: column)
      sheet.number(last, TableSheet.baseColumns + column, Double(share.count), .totalCount)
      writeShare(share.value, share.interval, column, last, .totalShare, sheet)
    }
    sheet.freeze(row: head + 1, column: 1)
    sheet.width(0..<1, 34)
    sheet.width(1..<4, 12)
    sheet.width(4..<4 + 4 * table.columns.count, 14)
    sheet.height(head, 64)
    sheet.printsWide()
  }

  private func writeHead(_ sheet: Workbook.Sheet) {
    let head = TableSheet.headRow
    sheet.text(0, 0, table.label[language], .title)
    sheet.text(
      1, 0,
      ReportWording.shareBase(table.unit)[language] + " " + ReportWording.interval.label[language] + ".",
      .note)
    if let outside = ReportWording.outside(table.outside)?[language] { sheet.text(2, 0, outside, .note) }
    sheet.text(head, 0, table.rowDimension.label[language], .head)
    for (column, word) in [ReportWording.documents, .passages, .codedPassages].enumerated() {
      sheet.text(head, 1 + column, word.label[language], .head)
    }
    let blocks = [ReportWording.counts, .shares, .intervalLow, .intervalHigh]
    for (block, word) in blocks.enumerated() {
      let first = TableSheet.baseColumns + block * table.columns.count
      if !table.columns.isEmpty {
        sheet.merge(head - 1, first..<first + table.columns.count, word.label[language], .group)
      }
      for (column, key) in table.columns.enumerated() {
        sheet.text(head, first + column, key.label[language], .head)
      }
    }
  }

  private func writeBase(
    _ totals: CrossTable.Totals, _ line: Int, _ style: Workbook.Style, _ sheet: Workbook.Sheet
  ) {
    for (column, count) in [totals.documents, totals.passages, totals.codedPassages].enumerated() {
      sheet.number(line, 1 + column, Double(count), style)
    }
  }

  private func writeShare(
    _ value: Double?, _ interval: ClosedRange<Double>?, _ column: Int, _ line: Int, _ style: Workbook.Style,
    _ sheet: Workbook.Sheet
  ) {
    for (block, number) in [value, interval?.lowerBound, interval?.upperBound].enumerated() {
      sheet.number(line, TableSheet.baseColumns + (block + 1) * table.columns.count + column, number, style)
    }
  }
}
