import Tabulation

/// A table of the page as HTML: whole without a script; numbers are buttons that the script gives a panel.
struct ReportTable {
  private let table: CrossTable
  private let number: Int
  private let groups: [Group]
  /// The largest share of a cell, which has the strongest shade.
  private let largestShare: Double

  /// Neighbouring columns of one criterion.
  private struct Group {
    var label: TrilingualLabel
    var columns: Range<Int>
  }

  init(_ table: CrossTable, number: Int, codeLabels: [String: TrilingualLabel]) {
    self.table = table
    self.number = number
    groups = ReportTable.groups(table.columns, codeLabels)
    var largest = 0.0
    for row in table.rows.indices {
      for column in table.columns.indices {
        largest = max(largest, table.share(row: row, column: column).value ?? 0)
      }
    }
    largestShare = largest
  }

  /// The columns by what stands before the dot; none unless each column has a labelled group and some group has
  /// more than one column.
  private static func groups(_ columns: [TableKey], _ labels: [String: TrilingualLabel]) -> [Group] {
    var result: [Group] = []
    var last: Substring?
    for (index, column) in columns.enumerated() {
      let prefix = column.key.prefix { $0 != "." }
      guard prefix.count < column.key.count, let label = labels[String(prefix)] else { return [] }
      if prefix == last {
        result[result.count - 1].columns = result[result.count - 1].columns.lowerBound..<index + 1
      } else {
        result.append(Group(label: label, columns: index..<index + 1))
      }
      last = prefix
    }
    return result.count < columns.count ? result : []
  }

  func write(to html: inout HTMLWriter) {
    html.raw("<section class=\"table\" aria-labelledby=\"table-\(number)\">\n<h2 id=\"table-\(number)\">")
    html.label(table.label)
    html.raw("</h2>\n<p class=\"note\">")
    html.label(ReportWording.shareBase(table.unit))
    html.raw(" <span class=\"only-shares\">")
    html.word(.interval)
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
    for heading in [ReportWording.documents, .passages, .codedPassages] {
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
      var classes = ReportTable.shade(share.value, largestShare)
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
  }

  private func writeBase(_ totals: CrossTable.Totals, to html: inout HTMLWriter) {
    for count in [totals.documents, totals.passages, totals.codedPassages] {
      html.raw("<td class=\"base\">\(ReportTable.grouped(count))</td>")
    }
  }

  private func writeCell(
    _ share: CellEstimate, classes: String, row: Int, column: Int, to html: inout HTMLWriter
  ) {
    html.raw("<td class=\"\(classes)\">")
    let tag = share.count > 0 ? "button" : "span"
    html.raw("<\(tag) class=\"cell\"")
    if share.count > 0 { html.raw(" type=\"button\" data-cell=\"\(number).\(row).\(column)\"") }
    html.raw("><span class=\"n\">\(ReportTable.grouped(share.count))</span>")
    writeShare(share, to: &html)
    html.raw("</\(tag)></td>")
  }

  /// The share as English writes it and as Kazakh and Russian do, one of which the style shows.
  private func writeShare(_ share: CellEstimate, to html: inout HTMLWriter) {
    guard let value = share.value, let interval = share.interval else {
      html.raw("<span class=\"s\">–</span>")
      return
    }
    for (style, language) in [("en", LabelLanguage.en), ("kr", .ru)] {
      html.raw("<span class=\"s \(style)\">\(Percentage.text(value, language))")
      html.raw("<small>\(Percentage.text(interval, language))</small></span>")
    }
  }

  private func writeLegend(to html: inout HTMLWriter) {
    html.raw("<div class=\"legend\"><p>")
    html.word(.shade)
    html.raw(" <span class=\"scale\">0<span class=\"en\">\(Percentage.text(largestShare, .en))</span>")
    html.raw("<span class=\"kr\">\(Percentage.text(largestShare, .ru))</span></span></p>")
    let outside = table.outside
    if outside != CrossTable.Outside() {
      html.raw("<p>")
      html.word(.outsideLabel)
      html.raw(": ")
      for (index, (word, count)) in [
        (ReportWording.documents, outside.documents), (.passages, outside.passages),
        (.codings, outside.codings),
      ].enumerated() {
        html.raw(index == 0 ? "" : ", ")
        html.word(word)
        html.raw(" \(ReportTable.grouped(count))")
      }
      html.raw(".</p>")
    }
    html.raw("</div>\n")
  }

  /// Six steps up to the largest share; `h0` where there is none.
  static func shade(_ share: Double?, _ largest: Double) -> String {
    guard let share, share > 0, largest > 0 else { return "h0" }
    return "h\(min(6, max(1, Int((share / largest * 6).rounded(.up)))))"
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
