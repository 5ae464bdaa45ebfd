import Tabulation

/// How frequent each column is over all rows, most frequent first: a bar with its interval and its number.
struct BarFigure {
  private let table: CrossTable
  private let number: Int

  private static let width = 400.0

  init(_ table: CrossTable, number: Int) {
    self.table = table
    self.number = number
  }

  func write(to html: inout HTMLWriter, name: String) {
    let order = table.columns.indices.sorted { left, right in
      let (a, b) = (table.totalShare(column: left).count, table.totalShare(column: right).count)
      return a == b ? left < right : a > b
    }
    var top = 0.0
    for column in order { top = max(top, table.totalShare(column: column).interval?.upperBound ?? 0) }
    html.raw("<table class=\"bars\" aria-labelledby=\"\(name)\">\n<thead><tr><th scope=\"col\">")
    html.label(table.columnDimension.label)
    html.raw("</th><th scope=\"col\" class=\"number\"><span class=\"n\">")
    html.word(.counts)
    html.raw("</span><span class=\"s\">")
    html.word(table.unit.isRate ? .rate : .shares)
    html.raw("</span></th><th scope=\"col\">")
    html.word(table.unit.isRate ? .rateInterval : .interval)
    html.raw("</th></tr></thead>\n<tbody>\n")
    for column in order {
      let share = table.totalShare(column: column)
      html.raw("<tr><th scope=\"row\">")
      html.label(table.columns[column].label)
      html.raw("</th><td>")
      ReportTable.writeNumber(
        share, marks: CellMarks(table.statistics.columnTotals[column], table.content), showsInterval: false,
        cell: share.count > 0 ? "\(number).\(table.rows.count).\(column)" : nil, to: &html)
      html.raw("</td><td class=\"bar\">")
      html.raw(
        "<svg viewBox=\"0 0 \(html.number(BarFigure.width)) 22\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
      )
      if let value = share.value, let interval = share.interval, top > 0 {
        let scale = BarFigure.width / top
        html.rectangle(0, 3, value * scale, 16, "f h5")
        html.line(interval.lowerBound * scale, 11, interval.upperBound * scale, 11, "whisker")
      }
      html.raw("</svg>")
      if let interval = share.interval {
        html.raw(
          "<span class=\"ends\"><span class=\"en\">\(ValueText.text(interval, table.unit, .en))</span>")
        html.raw("<span class=\"kr\">\(ValueText.text(interval, table.unit, .ru))</span></span>")
      }
      html.raw("</td></tr>\n")
    }
    html.raw("</tbody>\n</table>\n")
  }
}
