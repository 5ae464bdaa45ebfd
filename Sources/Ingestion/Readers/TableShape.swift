/// Whether a table holds data, so that a row is a passage, or only lays the page out, so that its cells are
/// read one after another.
enum TableShape {
  case layout
  /// `header` is the row that names the columns, if there is one.
  case data(header: Int?)

  /// A cell with more text than this and several paragraphs is a column of a page. Bytes.
  private static let longCell = 1500
  /// In a table of few rows so much text is enough. Bytes.
  private static let longCellOfFew = 500
  private static let fewRows = 4
  /// A cell with at least so many links beside one with more text than a menu has is the menu of a page.
  private static let menuLinks = 3
  /// Column names are shorter. Bytes.
  private static let longColumnName = 160

  private struct Cell {
    var bytes = 0
    var paragraphs = 0
    var links = 0
    var linkBytes = 0
    var hasHeading = false
    var hasDigit = false
    var isHeader = false
    var isBold = false
    var kazakhLetters = 0
    var cyrillicLetters = 0
  }

  init(of table: Int, in tree: MarkupTree) {
    let end = Int(tree.elements[table].end)
    for i in tree.descendants(of: table) where tree.elements[i].name == MarkupNames.table {
      self = .layout
      return
    }
    var rows: [(index: Int, cells: [Cell])] = []
    var i = table + 1
    while i < end {
      let name = tree.elements[i].name
      if name == MarkupNames.tr { rows.append((i, [])) }
      if HTMLElements.isCell(name) {
        let cell = Self.look(at: i, in: tree)
        if cell.bytes > 0 {
          if rows.isEmpty { rows.append((i, [])) }
          rows[rows.count - 1].cells.append(cell)
        }
        i = max(i + 1, Int(tree.elements[i].end))
      } else {
        i += 1
      }
    }
    let cells = rows.map(\.cells)
    let widest = cells.map(\.count).max() ?? 0
    if widest <= 1 || Self.laysOut(cells) || Self.comparesLanguages(cells) {
      self = .layout
      return
    }
    self = .data(header: Self.header(of: rows))
  }

  /// Whether the cells are columns of a page: long texts of several paragraphs, or a menu beside a text.
  private static func laysOut(_ rows: [[Cell]]) -> Bool {
    let isSmall = rows.count <= fewRows
    return rows.contains { cells in
      let hasColumn = cells.contains { cell in
        cell.paragraphs >= 3 && cell.bytes > (isSmall ? longCellOfFew : longCell)
          || isSmall && cell.hasHeading && cell.paragraphs >= 1 && !cell.isHeader
      }
      let hasMenu = cells.contains { $0.links >= menuLinks && $0.linkBytes * 10 >= $0.bytes * 7 }
      return hasColumn || isSmall && hasMenu && cells.count > 1
    }
  }

  private static func look(at index: Int, in tree: MarkupTree) -> Cell {
    var cell = Cell()
    let element = tree.elements[index]
    cell.isHeader = element.name == MarkupNames.th
    for k in tree.descendants(of: index) {
      let name = tree.elements[k].name
      if name == MarkupNames.p || name == MarkupNames.div || name == MarkupNames.li { cell.paragraphs += 1 }
      if HTMLElements.isBold(name) { cell.isBold = true }
      if HTMLElements.isHeading(name) { cell.hasHeading = true }
      if name == MarkupNames.a {
        cell.links += 1
        cell.linkBytes += tree.elements[k].text.count
      }
    }
    var previous: UInt8 = 0
    for byte in tree.text[element.text] {
      if byte > 0x20 { cell.bytes += 1 }
      if byte >= 0x30 && byte <= 0x39 { cell.hasDigit = true }
      if byte >= 0xd0 && byte <= 0xd3 { cell.cyrillicLetters += 1 }
      if byte == 0xd2 || byte == 0xd3 { cell.kazakhLetters += 1 }
      if previous == 0xd1 && byte == 0x96 || previous == 0xd0 && byte == 0x86 { cell.kazakhLetters += 1 }
      // A no-break space is no text.
      if previous == 0xc2 && byte == 0xa0 { cell.bytes -= 2 }
      previous = byte
    }
    return cell
  }

  /// Two long columns, one in Kazakh and one in Russian: a comparison of a document's two versions.
  private static func comparesLanguages(_ rows: [[Cell]]) -> Bool {
    let pairs = rows.filter { $0.count == 2 && $0.allSatisfy { $0.cyrillicLetters >= 40 } }
    guard pairs.count >= 1, pairs.count * 2 >= rows.count else { return false }
    func isKazakh(_ cell: Cell) -> Bool { cell.kazakhLetters * 25 > cell.cyrillicLetters }
    return pairs.filter { isKazakh($0[0]) != isKazakh($0[1]) }.count * 3 >= pairs.count * 2
  }

  private static func header(of rows: [(index: Int, cells: [Cell])]) -> Int? {
    guard let first = rows.first, rows.count > 1, first.cells.count > 1 else { return nil }
    if first.cells.allSatisfy(\.isHeader) { return first.index }
    guard first.cells.allSatisfy({ $0.bytes <= longColumnName && !$0.hasDigit }) else { return nil }
    if first.cells.allSatisfy(\.isBold) && !rows[1].cells.allSatisfy(\.isBold) { return first.index }
    let withDigits = rows.dropFirst().filter { $0.cells.contains(where: \.hasDigit) }.count
    return withDigits * 2 >= rows.count - 1 && withDigits > 0 ? first.index : nil
  }
}
