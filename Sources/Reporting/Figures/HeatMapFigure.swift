import Tabulation

/// The heat map: the table turned, so that the long names of indicators stand at the left and regions side by side. Each
/// tile has its number printed; lightness alone carries the shade.
struct HeatMapFigure {
  private let table: CrossTable
  private let number: Int
  private let groups: [ColumnGroup]

  private static let labelWidth = 330.0
  private static let width = 980.0
  private static let size = 14.0
  private static let headSize = 12.5

  init(_ table: CrossTable, number: Int, codeLabels: [String: TrilingualLabel]) {
    self.table = table
    self.number = number
    groups = ColumnGroup.groups(table.columns, codeLabels)
  }

  func write(to html: inout HTMLWriter, name: String, description: String) {
    let (size, headSize) = (HeatMapFigure.size, HeatMapFigure.headSize)
    let left = HeatMapFigure.labelWidth
    let tile = (HeatMapFigure.width - left) / Double(max(1, table.rows.count))
    let names = table.rows.map { TileGrid.name(of: $0.key) ?? $0.label }
    // Names stand upright only where the longest word of any fits over its tile.
    let longest = names.flatMap { name in LabelLanguage.allCases.map { TextMeasure.longestWord(name[$0]) } }
      .max()
    let isTurned = tile < 84 || (longest ?? 0) * headSize > tile - 8
    let headHeight: Double =
      isTurned
      ? 12 + (names.flatMap { name in LabelLanguage.allCases.map { TextMeasure.width(name[$0]) } }.max() ?? 0)
        * headSize * 0.75
      : 12 + 1.22 * headSize
        * Double(names.map { html.lineCount($0, width: tile - 8, size: headSize) }.max() ?? 1)
    let heights = table.columns.map { column in
      max(36, 14 + 1.22 * size * Double(html.lineCount(column.label, width: left - 24, size: size)))
    }
    let total = headHeight + heights.reduce(0, +) + 30 * Double(groups.count) + 2
    // Turned names lean over what is right of their tile, the last ones out of the tiles.
    let lean = names.enumerated().map { row, name in
      let longest = LabelLanguage.allCases.map { TextMeasure.width(name[$0]) }.max() ?? 0
      return left + tile * (Double(row) + 0.5) + longest * headSize * 0.67
    }
    html.beginSVG(
      width: isTurned ? max(HeatMapFigure.width, lean.max() ?? 0) : HeatMapFigure.width, height: total,
      className: "heat", name: name, description: description,
      title: table.label)
    for (row, name) in names.enumerated() {
      let x = left + tile * (Double(row) + 0.5)
      if isTurned {
        html.svgLabel(
          name, x: x, y: headHeight - 8, width: 1e4, size: headSize, className: "head", turned: -50)
      } else {
        html.svgLabel(
          name, x: x, y: headHeight - 10, width: tile - 8, size: headSize, anchor: .middle, vertical: .bottom,
          className: "head")
      }
    }
    let largest = ReportFigure.largestShare(table)
    var y = headHeight
    for (column, key) in table.columns.enumerated() {
      if let group = groups.first(where: { $0.columns.lowerBound == column }) {
        html.svgLabel(group.label, x: 0, y: y + 21, width: 1e4, size: size, className: "label strong")
        html.line(0, y + 29, HeatMapFigure.width, y + 29, "grid")
        y += 30
      }
      let height = heights[column]
      html.svgLabel(
        key.label, x: groups.isEmpty ? 0 : 12, y: y + height / 2, width: left - 24, size: size,
        vertical: .middle,
        className: "label")
      for row in table.rows.indices {
        let share = table.share(row: row, column: column)
        html.raw("<g")
        if share.count > 0 { html.raw(" class=\"tile\" data-cell=\"\(number).\(row).\(column)\"") }
        html.raw(">")
        html.rectangle(
          left + tile * Double(row) + 1, y + 1, tile - 2, height - 2,
          "f \(ReportFigure.shade(share.value, largest))")
        html.svgNumber(
          share, x: left + tile * (Double(row) + 0.5),
          y: y + height / 2 + size * 0.35, className: tile < 52 ? "value small" : "value")
        html.raw("</g>")
      }
      html.raw("\n")
      y += height
    }
    html.endSVG()
  }
}
