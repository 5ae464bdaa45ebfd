import Tabulation

/// A table of the page as HTML: whole without a script; numbers are buttons that the script gives a panel.
struct ReportTable {
  private let table: CrossTable
  private let number: Int
  private let groups: [ColumnGroup]
  private let base: RowBase
  /// The largest share of a cell, which has the strongest shade.
  private let largestShare: Double

  init(_ table: CrossTable, number: Int, codeLabels: [String: TrilingualLabel]) {
    self.table = table
    self.number = number
    groups = ColumnGroup.groups(table.columns, codeLabels)
    base = RowBase(table.unit)
    largestShare = ReportFigure.largestShare(table)
  }

  func write(to html: inout HTMLWriter) {
    html.raw("<section class=\"table\" aria-labelledby=\"table-\(number)\">\n<h2 id=\"table-\(number)\">")
    html.label(table.label)
    html.raw("</h2>\n<p class=\"note\">")
    html.label(ReportWording.shareBase(table.unit))
    html.raw(" <span class=\"only-shares\">")
    html.word(table.unit.isRate ? .rateInterval : .interval)
    html.raw(".</span></p>\n")
    html.raw(
      "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"table-\(number)\">\n")
    html.raw("<table aria-labelledby=\"table-\(number)\">\n")
    writeHead(to: &html)
    html.raw("<tbody>\n")
    for row in table.rows.indices { writeRow(row, to: &html) }
    html.raw("</tbody>\n<tfoot>\n")
    writeTotal(to: &html)
    html.raw("</tfoot>\n</table>\n</div>\n")
    writeLegend(to: &html)
    html.raw("</section>\n")
  }

  private func writeHead(to html: inout HTMLWriter) {
    let span = groups.isEmpty ? "" : " rowspan=\"2\""
    html.raw("<thead>\n<tr><th scope=\"col\" class=\"key\"\(span)>")
    html.label(table.rowDimension.label)
    html.raw("</th>")
    for (heading, _) in base.columns {
      html.raw("<th scope=\"col\" class=\"base\"\(span)>")
      html.word(heading)
      html.raw("</th>")
    }
    for group in groups {
      html.raw("<th scope=\"colgroup\" class=\"group\" colspan=\"\(group.columns.count)\">")
      html.label(group.label)
      html.raw("</th>")
    }
    if !groups.isEmpty { html.raw("</tr>\n<tr>") }
    for (index, column) in table.columns.enumerated() {
      html.raw("<th scope=\"col\"\(startsGroup(index) ? " class=\"first\"" : "")>")
      html.label(column.label)
      html.raw("</th>")
    }
    html.raw("</tr>\n</thead>\n")
  }

  private func startsGroup(_ column: Int) -> Bool {
    column == 0 || groups.contains { $0.columns.lowerBound == column }
  }

  private func writeRow(_ row: Int, to html: inout HTMLWriter) {
    html.raw("<tr><th scope=\"row\">")
    html.label(table.rows[row].label)
    html.raw("</th>")
    writeBase(table.rowTotals[row], to: &html)
    for column in table.columns.indices {
      let share = table.share(row: row, column: column)
      var classes = ReportFigure.shade(share.value, largestShare)
      if startsGroup(column) { classes += " first" }
      writeCell(share, classes: classes, row: row, column: column, to: &html)
    }
    html.raw("</tr>\n")
  }

  private func writeTotal(to html: inout HTMLWriter) {
    html.raw("<tr><th scope=\"row\">")
    html.word(.total)
    html.raw("</th>")
    writeBase(table.total, to: &html)
    for column in table.columns.indices {
      let classes = startsGroup(column) ? "h0 first" : "h0"
      writeCell(
        table.totalShare(column: column), classes: classes, row: table.rows.count, column: column, to: &html)
    }
    html.raw("</tr>\n")
    if let tests = ColumnTestRow(table) { write(tests, to: &html) }
  }

  private func write(_ tests: ColumnTestRow, to html: inout HTMLWriter) {
    html.raw("<tr class=\"tests\"><th scope=\"row\" colspan=\"\(1 + base.columns.count)\">")
    html.label(ColumnTestRow.label)
    html.raw("</th>")
    for column in table.columns.indices {
      html.raw("<td\(startsGroup(column) ? " class=\"first\"" : "")>")
      for (style, language) in [("en", LabelLanguage.en), ("kr", .ru)] {
        html.raw("<span class=\"\(style)\">")
        html.text(tests.text(column, language))
        html.raw("</span>")
      }
      html.raw("</td>")
    }
    html.raw("</tr>\n")
  }

  private func writeBase(_ totals: CrossTable.Totals, to html: inout HTMLWriter) {
    for count in base.counts(totals) {
      html.raw("<td class=\"base\">\(ReportTable.grouped(count))</td>")
    }
  }

  private func writeCell(
    _ estimate: CellEstimate, classes: String, row: Int, column: Int, to html: inout HTMLWriter
  ) {
    let isTotal = row == table.rows.count
    let statistics =
      isTotal ? table.statistics.columnTotals[column] : table.statistics(row: row, column: column)
    html.raw("<td class=\"\(classes)\">")
    ReportTable.writeNumber(
      estimate, marks: CellMarks(statistics, table.content), showsInterval: true,
      cell: estimate.count > 0 ? "\(number).\(row).\(column)" : nil, to: &html)
    html.raw("</td>")
  }

  /// A number of the page: count and share, one of which the style shows, with level and marks. With a cell it is a
  /// button that opens the cell's passages.
  static func writeNumber(
    _ estimate: CellEstimate, marks: CellMarks, showsInterval: Bool, cell: String?, to html: inout HTMLWriter
  ) {
    let tag = cell == nil ? "span" : "button"
    html.raw("<\(tag) class=\"cell\"")
    if let cell { html.raw(" type=\"button\" data-cell=\"\(cell)\"") }
    html.raw("><span class=\"n\">\(grouped(estimate.count))</span>")
    if let value = estimate.value {
      for (style, language) in [("en", LabelLanguage.en), ("kr", .ru)] {
        html.raw("<span class=\"s \(style)\">\(ValueText.text(value, estimate.unit, language))")
        if showsInterval, let interval = estimate.interval {
          html.raw("<small>\(ValueText.text(interval, estimate.unit, language))</small>")
        }
        html.raw("</span>")
      }
    } else {
      html.raw("<span class=\"s\">–</span>")
    }
    if !marks.symbols.isEmpty { html.raw("<sup>\(marks.symbols)</sup>") }
    if let level = marks.level {
      html.raw("<span class=\"level\">")
      html.label(level)
      html.raw("</span>")
    }
    html.raw("</\(tag)>")
  }

  private func writeLegend(to html: inout HTMLWriter) {
    html.raw("<div class=\"legend\"><p>")
    html.word(.shade)
    html.raw(
      " <span class=\"scale\">0<span class=\"en\">\(ValueText.text(largestShare, table.unit, .en))</span>")
    html.raw("<span class=\"kr\">\(ValueText.text(largestShare, table.unit, .ru))</span></span></p>")
    for line in CellMarks.legend(table) {
      html.raw("<p>")
      html.label(line)
      html.raw("</p>")
    }
    if let outside = ReportWording.outside(table.outside) {
      html.raw("<p>")
      html.label(outside)
      html.raw("</p>")
    }
    html.raw("</div>\n")
  }

  /// Thousands set apart by a narrow space, which all three languages read.
  static func grouped(_ count: Int) -> String {
    let digits = Array(String(count))
    if digits.count < 5 { return String(digits) }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, digit != "-", digits[index - 1] != "-", (digits.count - index) % 3 == 0 {
        result.append("\u{202F}")
      }
      result.append(digit)
    }
    return result
  }
}
