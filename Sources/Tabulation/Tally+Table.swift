extension Tally {
  /// The table of everything counted so far.
  ///
  /// - Parameter quality: the coder against gold, for reliability marks and corrected shares; nil for none.
  /// - Complexity: O(rows × columns + log + references), sorting of the log and of each cell's references, and
  ///   for a bootstrap or permutation the log times its draws.
  public func table(_ quality: CoderQuality? = nil) -> CrossTable {
    let rowOrder = request.rows.ordered(rowKeys)
    let columnOrder = request.columns.ordered(columnKeys)
    var tableCells: [CrossTable.Cell] = []
    tableCells.reserveCapacity((rowOrder.count + 1) * columnOrder.count)
    var examples: [[PassageReference]] = []
    var figures: [[StatedFigure]] = []
    for row in rowOrder {
      for column in columnOrder {
        tableCells.append(cell(row: row.number + 1, column: column.number))
        let place = places[row.number + 1, column.number]
        examples.append(place.map { kept[$0].examples.references } ?? [])
        figures.append(place.map { Self.sorted(kept[$0].figures) } ?? [])
      }
    }
    for (index, column) in columnOrder.enumerated() {
      var total = cell(row: Tally.allRows, column: column.number)
      let ofRows = rowOrder.indices.map { $0 * columnOrder.count + index }
      total.references = joined(ofRows.map { tableCells[$0].references })
      tableCells.append(total)
      var best = ExampleList()
      for row in rowOrder {
        guard let place = places[row.number + 1, column.number] else { continue }
        best.append(contentsOf: kept[place].examples, limit: request.analysis.examples)
      }
      examples.append(best.references)
      figures.append(Self.sorted(ofRows.flatMap { figures[$0] }))
    }
    var rowTotals = rowOrder.map { rows[$0.number + 1].totals } + [rows[Tally.allRows].totals]
    let sessions = SessionCounts(
      log, rowPlaces: TableDimension.places(rowOrder), columnPlaces: TableDimension.places(columnOrder))
    for row in rowTotals.indices { rowTotals[row].sessions = sessions.rows[row] }
    for slot in tableCells.indices {
      tableCells[slot].sessions = sessions.cells[slot]
      tableCells[slot].sessionPassages = sessions.passages[slot]
    }
    let statistics = StatisticsBuilder(
      self, rows: rowOrder, columns: columnOrder, counts: tableCells.map { $0.count(request.unit) },
      bases: rowTotals.map { $0.count(request.unit) }
    ).statistics(quality, examples: examples, figures: figures)
    let total = rowTotals.removeLast()
    let inner = rowOrder.count * columnOrder.count
    return CrossTable(
      id: request.id, label: request.label, unit: request.unit,
      rowDimension: TableKey(request.rows.id, request.rows.label),
      columnDimension: TableKey(request.columns.id, request.columns.label),
      rows: rowOrder.map(\.key), columns: columnOrder.map(\.key), rowTotals: rowTotals,
      cells: Array(tableCells[..<inner]), columnTotals: Array(tableCells[inner...]), total: total,
      outside: outside, content: request.content, analysis: request.analysis,
      statistics: statistics)
  }

  private func cell(row: Int, column: Int) -> CrossTable.Cell {
    var result = CrossTable.Cell()
    guard let place = places[row, column] else { return result }
    result.codings = cells[place].codings
    result.passages = cells[place].passages
    result.documents = cells[place].documents
    result.references = kept[place].references.sorted(limit: request.references)
    return result
  }

  private static func sorted(_ figures: [StatedFigure]) -> [StatedFigure] {
    let sorted = figures.sorted {
      $0.reference == $1.reference ? $0.text < $1.text : $0.reference < $1.reference
    }
    return sorted.enumerated().filter { $0.offset == 0 || sorted[$0.offset - 1] != $0.element }.map(\.element)
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
