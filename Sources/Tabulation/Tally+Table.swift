extension Tally {
  /// The table of everything counted so far.
  ///
  /// - Complexity: O(rows × columns + references), and sorting of the references of each cell.
  public func table() -> CrossTable {
    let rowOrder = request.rows.ordered(rowKeys)
    let columnOrder = request.columns.ordered(columnKeys)
    var tableCells: [CrossTable.Cell] = []
    tableCells.reserveCapacity(rowOrder.count * columnOrder.count)
    for row in rowOrder {
      for column in columnOrder { tableCells.append(cell(row: row.number + 1, column: column.number)) }
    }
    var columnTotals: [CrossTable.Cell] = []
    for (index, column) in columnOrder.enumerated() {
      var total = cell(row: Tally.allRows, column: column.number)
      let ofRows = rowOrder.indices.map { tableCells[$0 * columnOrder.count + index].references }
      total.references = joined(ofRows)
      columnTotals.append(total)
    }
    return CrossTable(
      id: request.id, label: request.label, unit: request.unit,
      rowDimension: TableKey(request.rows.id, request.rows.label),
      columnDimension: TableKey(request.columns.id, request.columns.label),
      rows: rowOrder.map(\.key), columns: columnOrder.map(\.key),
      rowTotals: rowOrder.map { rows[$0.number + 1].totals }, cells: tableCells,
      columnTotals: columnTotals, total: rows[Tally.allRows].totals, outside: outside,
      content: request.content, analysis: request.analysis,
      statistics: TableStatistics(
        cells: Array(repeating: CellStatistics(), count: tableCells.count),
        columnTotals: Array(repeating: CellStatistics(), count: columnTotals.count),
        columnTests: Array(repeating: nil, count: columnTotals.count), sensitivity: nil, tests: 0))
  }

  private func cell(row: Int, column: Int) -> CrossTable.Cell {
    var result = CrossTable.Cell()
    guard let counts = cells[Tally.cellKey(row: row, column: column)] else { return result }
    result.codings = counts.codings
    result.passages = counts.passages
    result.documents = counts.documents
    result.references = counts.references.sorted(limit: request.references)
    return result
  }

  /// The references of all rows, each once. The first n of all are among the first n of each row.
  private func joined(_ lists: [[PassageReference]]) -> [PassageReference] {
    var result: [PassageReference] = []
    for reference in lists.joined().sorted() where reference != result.last { result.append(reference) }
    if case .first(let most) = request.references, result.count > most {
      result.removeLast(result.count - max(most, 0))
    }
    return result
  }
}
