import Tabulation

/// Trends by year: a small picture for each column, all on one scale, with the interval as a band.
struct TrendFigure {
  private let table: CrossTable
  private let number: Int

  private static let width = 300.0
  private static let height = 150.0
  private static let left = 38.0
  private static let right = 62.0
  private static let top = 14.0
  private static let bottom = 24.0

  init(_ table: CrossTable, number: Int) {
    self.table = table
    self.number = number
  }

  func write(to html: inout HTMLWriter, description: String) {
    let ticks = TrendFigure.ticks(upTo: largest())
    html.raw("<div class=\"panels\">\n")
    for (column, key) in table.columns.enumerated() {
      html.raw("<div class=\"panel\"><h3 id=\"trend-\(number)-\(column)\">")
      html.label(key.label)
      html.raw("</h3>")
      html.beginSVG(
        width: TrendFigure.width, height: TrendFigure.height, className: "trend",
        name: "trend-\(number)-\(column)", description: description, title: key.label)
      writeAxes(ticks, to: &html)
      writeLine(column, ticks.last ?? 1, to: &html)
      html.endSVG()
      html.raw("</div>\n")
    }
    html.raw("</div>\n")
  }

  /// Of values and upper ends, so that every band fits; a band that would flatten all lines may be cut.
  private func largest() -> Double {
    let share = ReportFigure.largestShare(table)
    var upper = share
    for row in table.rows.indices {
      for column in table.columns.indices {
        upper = max(upper, table.share(row: row, column: column).interval?.upperBound ?? 0)
      }
    }
    return max(0.01, min(upper, share * 1.8))
  }

  /// 0 and up to four round steps that reach a value.
  static func ticks(upTo largest: Double) -> [Double] {
    var unit = 1e-3
    while true {
      for step in [unit, 2 * unit, 2.5 * unit, 5 * unit] where step * 4 >= largest {
        let count = Int((largest / step).rounded(.up))
        return (0...max(1, count)).map { Double($0) * step }
      }
      unit *= 10
      if unit > 1e12 { return [0, largest] }
    }
  }

  private func x(_ row: Int) -> Double {
    let room = TrendFigure.width - TrendFigure.left - TrendFigure.right
    return table.rows.count < 2
      ? TrendFigure.left + room / 2 : TrendFigure.left + room * Double(row) / Double(table.rows.count - 1)
  }

  private func y(_ share: Double, _ top: Double) -> Double {
    let room = TrendFigure.height - TrendFigure.top - TrendFigure.bottom
    return TrendFigure.height - TrendFigure.bottom - room * min(1, max(0, share / top))
  }

  private func writeAxes(_ ticks: [Double], to html: inout HTMLWriter) {
    let top = ticks.last ?? 1
    for tick in ticks {
      html.line(TrendFigure.left, y(tick, top), TrendFigure.width - TrendFigure.right, y(tick, top), "grid")
      for (language, name) in [(LabelLanguage.en, "en"), (.ru, "kr")] {
        html.svgText(
          tickText(tick, language), x: TrendFigure.left - 5, y: y(tick, top) + 4, anchor: .end,
          className: "tick \(name)")
      }
    }
    let every = max(1, (table.rows.count + 5) / 6)
    for row in table.rows.indices where row % every == 0 || row == table.rows.count - 1 {
      html.svgLabel(
        table.rows[row].label, x: x(row), y: TrendFigure.height - 6, width: 1e4, size: 11, anchor: .middle,
        className: "tick")
    }
  }

  /// Without decimals where there are none.
  private func tickText(_ share: Double, _ language: LabelLanguage) -> String {
    let text = ValueText.text(share, table.unit, language)
    return text.replacing(language == .en ? ".0%" : ",0\u{A0}%", with: language == .en ? "%" : "\u{A0}%")
  }

  private func writeLine(_ column: Int, _ top: Double, to html: inout HTMLWriter) {
    var runs: [[Int]] = [[]]
    for row in table.rows.indices {
      if table.share(row: row, column: column).value == nil {
        runs.append([])
      } else {
        runs[runs.count - 1].append(row)
      }
    }
    for run in runs where !run.isEmpty {
      let shares = run.map { (row: $0, share: table.share(row: $0, column: column)) }
      let upper = shares.compactMap { item in
        item.share.interval.map { (x: x(item.row), y: y($0.upperBound, top)) }
      }
      let lower = shares.compactMap { item in
        item.share.interval.map { (x: x(item.row), y: y($0.lowerBound, top)) }
      }
      html.polyline(upper + lower.reversed(), "band", closed: true)
      html.polyline(shares.map { (x: x($0.row), y: y($0.share.value ?? 0, top)) }, "curve")
      for (row, share) in shares {
        let value = share.value ?? 0
        html.raw("<g")
        if share.count > 0 { html.raw(" class=\"tile\" data-cell=\"\(number).\(row).\(column)\"") }
        html.raw(">")
        html.circle(x(row), y(value, top), 11, "target")
        html.circle(x(row), y(value, top), 3.5, "point")
        html.raw("</g>")
      }
    }
    guard let last = table.rows.indices.last, let value = table.share(row: last, column: column).value else {
      return
    }
    for (language, name) in [(LabelLanguage.en, "en"), (.ru, "kr")] {
      html.svgText(
        ValueText.text(value, table.unit, language), x: TrendFigure.width - TrendFigure.right + 7,
        y: y(value, top) + 4,
        className: "end \(name)")
    }
  }
}
