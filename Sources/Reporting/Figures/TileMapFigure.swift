import Tabulation

/// Kazakhstan's twenty regions as tiles, a map for each column of a table by region. A list chooses among the maps; where
/// no script runs, and on paper, all of them stand there.
struct TileMapFigure {
  private let table: CrossTable
  private let number: Int

  private static let tile = 116.0
  private static let gap = 4.0

  init(_ table: CrossTable, number: Int) {
    self.table = table
    self.number = number
  }

  func write(to html: inout HTMLWriter, name: String, description: String, language: LabelLanguage) {
    html.raw("<p class=\"choice js-only\"><label for=\"map-choice-\(number)\">")
    html.label(table.columnDimension.label)
    html.raw("</label> <select id=\"map-choice-\(number)\" data-maps=\"\(number)\">")
    for (column, key) in table.columns.enumerated() {
      html.raw("<option value=\"\(column)\">")
      html.text(key.label[language])
      html.raw("</option>")
    }
    html.raw("</select></p>\n<div class=\"maps\">\n")
    for (column, key) in table.columns.enumerated() {
      html.raw("<div class=\"map\" id=\"map-\(number)-\(column)\">")
      html.raw("<h3 id=\"map-name-\(number)-\(column)\">")
      html.label(key.label)
      html.raw("</h3>")
      writeMap(column, to: &html, name: "map-name-\(number)-\(column)", description: description)
      html.raw("</div>\n")
    }
    html.raw("</div>\n")
  }

  private func writeMap(_ column: Int, to html: inout HTMLWriter, name: String, description: String) {
    let tiles = TileGrid.tiles
    let step = TileMapFigure.tile + TileMapFigure.gap
    let columns = Double((tiles.map(\.column).max() ?? 0) + 1)
    let rows = Double((tiles.map(\.row).max() ?? 0) + 1)
    html.beginSVG(
      width: columns * step - TileMapFigure.gap, height: rows * step - TileMapFigure.gap, className: "tiles",
      name: name, description: description, title: table.columns[column].label)
    var largest = 0.0
    for row in table.rows.indices { largest = max(largest, table.share(row: row, column: column).value ?? 0) }
    for tile in tiles {
      let (x, y) = (Double(tile.column) * step, Double(tile.row) * step)
      let row = table.rows.firstIndex { $0.key == tile.code }
      let share = row.map { table.share(row: $0, column: column) }
      html.raw("<g")
      if let row, let share, share.count > 0 {
        html.raw(" class=\"tile\" data-cell=\"\(number).\(row).\(column)\"")
      }
      html.raw(">")
      let shade = share == nil ? "none" : "f " + ReportFigure.shade(share?.value, largest)
      html.rectangle(x + 0.5, y + 0.5, TileMapFigure.tile - 1, TileMapFigure.tile - 1, shade)
      // Not a `use` of the first map's: in its copies browsers do not see which language is chosen, and show all three.
      html.svgLabel(
        tile.name, x: x + 9, y: y + 23, width: TileMapFigure.tile - 14, size: 13,
        className: share == nil ? "muted" : "label")
      if let share {
        html.svgNumber(
          share, x: x + 9, y: y + TileMapFigure.tile - 14, anchor: .start,
          className: "value large")
      }
      html.raw("</g>")
    }
    html.endSVG()
  }
}
