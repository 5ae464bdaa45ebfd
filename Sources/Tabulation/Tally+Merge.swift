extension Tally {
  /// Adds the counts of another part of the corpus. Associative and commutative: any tree of merges gives the
  /// same table.
  ///
  /// - Precondition: both tallies are of the same request, and no document was added to both.
  /// - Complexity: O(rows + cells + log and references of `other`).
  public mutating func merge(_ other: Tally) {
    precondition(request == other.request, "only tallies of one request can be merged")
    outside.documents += other.outside.documents
    outside.passages += other.outside.passages
    outside.codings += other.outside.codings

    rows[Tally.allRows].totals.add(other.rows[Tally.allRows].totals)
    var rowNumbers = [Tally.allRows]
    for (index, name) in other.rowKeys.names.enumerated() {
      guard let row = rowKeys.index(of: name) else { continue }
      if rows.count < row + 2 { rows.append(RowCounts()) }
      rows[row + 1].totals.add(other.rows[index + 1].totals)
      rowNumbers.append(row + 1)
    }
    let columnNumbers = other.columnKeys.names.compactMap { columnKeys.index(of: $0) }
    let languageNumbers = other.languages.names.compactMap { languages.index(of: $0) }

    // The order in which cells come does not matter: each goes to a place of its own.
    other.places.visit { row, column, place in
      let here = self.place(row: rowNumbers[row], column: columnNumbers[column])
      cells[here].add(other.cells[place])
      kept[here].add(other.kept[place], request)
    }
    for (row, languages) in other.rowLanguages.enumerated() {
      for (language, passages) in languages.enumerated() where passages > 0 {
        addLanguage(languageNumbers[language], passages, toRow: rowNumbers[row])
      }
    }
    for (row, passages) in other.rowGold { rowGold[rowNumbers[row], default: 0] += passages }
    losses.merge(other.losses, rowNumbers: rowNumbers, columnNumbers: columnNumbers)
    log.append(other.log, rowNumbers: rowNumbers, columnNumbers: columnNumbers)
  }

  /// This tally and another as one.
  public func merging(_ other: Tally) -> Tally {
    var result = self
    result.merge(other)
    return result
  }
}

extension Tally.CellCounts {
  fileprivate mutating func add(_ other: Self) {
    codings += other.codings
    passages += other.passages
    documents += other.documents
  }
}

extension Tally.Kept {
  fileprivate mutating func add(_ other: Self, _ request: CrossTableRequest) {
    references.append(contentsOf: other.references, limit: request.references)
    examples.append(contentsOf: other.examples, limit: request.analysis.examples)
    figures += other.figures
    gold.human += other.gold.human
    gold.machine += other.gold.machine
    gold.both += other.gold.both
  }
}

extension CrossTable.Totals {
  fileprivate mutating func add(_ other: Self) {
    documents += other.documents
    passages += other.passages
    codedPassages += other.codedPassages
    codings += other.codings
    tokens += other.tokens
  }
}
