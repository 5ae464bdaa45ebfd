/// The table in which legal portals say of an act when, by whom and under which number it was adopted, told by its
/// rows: `Дата принятия | 12.10.2023`, `Қабылдаған орган | Шет аудандық мәслихаты`.
enum InformationTable {
  private static let mostRows = 40
  private static let fewestRows = 3
  /// Rows that begin as such a table's do. Decisions have tables of two columns, too.
  private static let share = 0.6

  static func isOne(_ table: Int, _ tree: MarkupTree, _ boilerplate: Boilerplate) -> Bool {
    var rows = 0
    var known = 0
    for i in tree.descendants(of: table) {
      let name = tree.elements[i].name
      if name == MarkupNames.table { return false }
      guard name == MarkupNames.tr else { continue }
      rows += 1
      guard rows <= mostRows else { return false }
      let cells = tree.descendants(of: i).prefix(64).filter { HTMLElements.isCell(tree.elements[$0].name) }
      guard let first = cells.first, cells.count <= 2 else { continue }
      let label = FoldedBytes.lower(tree.string(of: first).prefix(80).utf8.span)
      if boilerplate.tables.cards.contains(where: { FoldedBytes.hasPrefix(label.span, $0) }) { known += 1 }
    }
    return rows >= fewestRows && Double(known) >= share * Double(rows)
  }
}
