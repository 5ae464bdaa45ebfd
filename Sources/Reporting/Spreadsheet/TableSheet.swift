import Tabulation

/// One table as a sheet: counts first, then in the same order their shares and the ends of their intervals, so that each
/// block is a rectangle that can be copied, sorted and charted. What else the table was asked for follows in blocks of its
/// own: levels, keyness, corrected shares, reliability.
struct TableSheet {
  private let table: CrossTable
  private let language: LabelLanguage

  init(_ table: CrossTable, _ language: LabelLanguage) {
    self.table = table
    self.language = language
    base = RowBase(table.unit)
    extras = TableSheet.extraFields.compactMap { name, style -> Extra? in
      guard let field = TableField.all.first(where: { $0.name == name }) else { return nil }
      let isUsed = table.rows.indices.contains { row in
        table.columns.indices.contains { column in
          switch field.value(table, row, column) {
          case .text(let text): !text.isEmpty
          case .real(let value): value != nil
          case .count: true
          }
        }
      }
      guard isUsed else { return nil }
      return Extra(
        label: field.label, style: table.unit.isRate && style == .share ? .rate : style, value: field.value)
    }
  }

  /// Levels in the reader's language.
  private static func word(_ text: String, _ language: LabelLanguage) -> String {
    Level(rawValue: text)?.label[language] ?? text
  }

  static let headRow = 4

  /// A block beside counts and shares, where some cell has a value.
  private struct Extra {
    var label: TrilingualLabel
    var style: Workbook.Style
    var value: (CrossTable, Int, Int) -> TableField.Value
  }

  /// The blocks that can follow, by the names of their fields.
  private static let extraFields: [(name: String, style: Workbook.Style)] = [
    ("cluster_low", .share), ("cluster_high", .share), ("level", .code), ("keyness_g2", .decimal),
    ("keyness_log_ratio", .decimal), ("keyness_p_holm", .decimal), ("odds_ratio", .decimal),
    ("association_p_holm", .decimal), ("corrected", .share), ("corrected_low", .share),
    ("corrected_high", .share), ("prediction_powered", .share), ("share_before", .share),
    ("share_after", .share), ("change_p_holm", .decimal), ("trend_slope", .decimal), ("alpha", .decimal),
  ]

  private let extras: [Extra]

  private let base: RowBase
  /// The row's name and what stands beside its cells.
  private var baseColumns: Int { 1 + base.columns.count }

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
        let place = baseColumns + column
        var style = Workbook.Style.count
        if share.count > 0, let target = link(row * table.columns.count + column) {
          sheet.link(line, place, to: target.sheet, row: target.row)
          style = .countLink
        }
        sheet.number(line, place, Double(share.count), style)
        writeShare(share.value, share.interval, column, line, table.unit.isRate ? .rate : .share, sheet)
        for (block, extra) in extras.enumerated() {
          let place = baseColumns + (4 + block) * table.columns.count + column
          switch extra.value(table, row, column) {
          case .text(let text): sheet.text(line, place, TableSheet.word(text, language), .code)
          case .real(let value): sheet.number(line, place, value, extra.style)
          case .count(let count): sheet.number(line, place, Double(count), .count)
          }
        }
      }
    }
    let last = head + 1 + table.rows.count
    sheet.text(last, 0, ReportWording.total.label[language], .total)
    writeBase(table.total, last, .totalCount, sheet)
    for column in table.columns.indices {
      let share = table.totalShare(column: column)
      sheet.number(last, baseColumns + column, Double(share.count), .totalCount)
      writeShare(
        share.value, share.interval, column, last, table.unit.isRate ? .totalRate : .totalShare, sheet)
    }
    if let tests = ColumnTestRow(table) {
      let words = [(ColumnTestRow.effectLabel, tests.effect), (ColumnTestRow.pLabel, tests.p)]
      for (index, (word, value)) in words.enumerated() {
        sheet.text(last + 1 + index, 0, "\(ColumnTestRow.label[language]): \(word[language])", .label)
        for column in table.columns.indices {
          sheet.number(last + 1 + index, baseColumns + column, value(column), .decimal)
        }
      }
      for column in table.columns.indices where tests.isDoubtful(column) {
        sheet.text(last + 1 + words.count, baseColumns + column, ColumnTestRow.doubt, .label)
      }
    }
    sheet.freeze(row: head + 1, column: 1)
    sheet.width(0..<1, 34)
    sheet.width(1..<baseColumns, 12)
    sheet.width(baseColumns..<baseColumns + (4 + extras.count) * table.columns.count, 14)
    sheet.height(head, 64)
    sheet.printsBlocks(
      (1..<max(2, 4 + extras.count)).map { baseColumns + $0 * table.columns.count },
      width: 34 + 12 * Double(base.columns.count) + 14 * Double(table.columns.count))
  }

  private func writeHead(_ sheet: Workbook.Sheet) {
    let head = TableSheet.headRow
    sheet.text(0, 0, table.label[language], .title)
    sheet.text(
      1, 0,
      ReportWording.shareBase(table.unit)[language] + " "
        + (table.unit.isRate ? ReportWording.rateInterval : .interval).label[language] + ".",
      .note)
    let notes = CellMarks.legend(table) + [ReportWording.outside(table.outside)].compactMap { $0 }
    sheet.text(2, 0, notes.map { $0[language] }.joined(separator: " "), .note)
    sheet.text(head, 0, table.rowDimension.label[language], .head)
    for (column, base) in base.columns.enumerated() {
      sheet.text(head, 1 + column, base.word.label[language], .head)
    }
    let blocks =
      [ReportWording.counts, table.unit.isRate ? .rate : .shares, .intervalLow, .intervalHigh].map(\.label)
      + extras.map(\.label)
    for (block, word) in blocks.enumerated() {
      let first = baseColumns + block * table.columns.count
      if !table.columns.isEmpty {
        sheet.merge(head - 1, first..<first + table.columns.count, word[language], .group)
      }
      for (column, key) in table.columns.enumerated() {
        sheet.text(head, first + column, key.label[language], .head)
      }
    }
  }

  private func writeBase(
    _ totals: CrossTable.Totals, _ line: Int, _ style: Workbook.Style, _ sheet: Workbook.Sheet
  ) {
    for (column, count) in base.counts(totals).enumerated() {
      sheet.number(line, 1 + column, Double(count), style)
    }
  }

  private func writeShare(
    _ value: Double?, _ interval: ClosedRange<Double>?, _ column: Int, _ line: Int, _ style: Workbook.Style,
    _ sheet: Workbook.Sheet
  ) {
    for (block, number) in [value, interval?.lowerBound, interval?.upperBound].enumerated() {
      sheet.number(line, baseColumns + (block + 1) * table.columns.count + column, number, style)
    }
  }
}
