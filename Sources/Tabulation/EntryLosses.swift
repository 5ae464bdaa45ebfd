/// What each cell would lose without one lexicon entry.
struct EntryLosses: Sendable {
  struct Place: Hashable, Sendable {
    var entry: String
    var row: Int
    /// nil for the row's base.
    var column: Int?
  }

  struct Loss: Sendable, Equatable {
    var passages = 0
    var codings = 0
    var documents = 0
    /// Passages in documents of a session.
    var sessionPassages = 0
    var tokens = 0
  }

  private(set) var losses: [Place: Loss] = [:]
  /// Of the document that is being added.
  private var current: [Place: Loss] = [:]

  /// Notes what the passage loses without each of its entries: the marks that rest on it, and a row or column where no
  /// other mark gives the same.
  mutating func add(
    _ passages: NumberedPassages, _ index: Int, _ keys: PassageKeys, _ documentRows: [Int],
    _ documentColumns: [Int]
  ) {
    let rowMarks = passages.rowMarks(of: index).map { passages.rowMarks[$0] }
    let columnMarks = passages.columnMarks(of: index).map { passages.columnMarks[$0] }
    var entries: Set<String> = []
    for mark in rowMarks + columnMarks { entries.formUnion(passages.entries(of: mark)) }
    // Each entry and place is a sum of its own, so the set's order does not matter.
    for entry in entries {
      func isLost(_ mark: NumberedPassages.Mark) -> Bool { passages.entries(of: mark).contains(entry) }
      let lostColumns = columnMarks.filter { $0.key >= 0 && isLost($0) }.map { Int($0.key) }
      for row in keys.rows {
        let isRowLost =
          !documentRows.contains(row)
          && rowMarks.allSatisfy { Int($0.key) + 1 != row || isLost($0) }
        let codings = isRowLost ? keys.columns.count : lostColumns.count
        note(
          entry, row, nil, passages: isRowLost ? 1 : 0, codings,
          tokens: isRowLost ? passages.passages[index].tokens : 0)
        for (position, column) in keys.columns.enumerated()
        where !keys.columns[..<position].contains(column) {
          let isColumnLost =
            !documentColumns.contains(column)
            && columnMarks.allSatisfy { Int($0.key) != column || isLost($0) }
          let lost =
            isRowLost ? keys.columns.count { $0 == column } : lostColumns.count { $0 == column }
          note(entry, row, column, passages: isRowLost || isColumnLost ? 1 : 0, lost, tokens: 0)
        }
      }
    }
  }

  private mutating func note(
    _ entry: String, _ row: Int, _ column: Int?, passages: Int, _ codings: Int, tokens: Int
  ) {
    guard passages > 0 || codings > 0 else { return }
    let place = Place(entry: entry, row: row, column: column)
    current[place, default: Loss()].passages += passages
    current[place, default: Loss()].codings += codings
    current[place, default: Loss()].tokens += tokens
  }

  /// Ends a document: a cell whose passages in it are all lost loses the document.
  ///
  /// - Parameter passages: of the document in a cell.
  mutating func endDocument(isInSession: Bool, passages: (_ row: Int, _ column: Int) -> Int) {
    // Each place is a sum of its own, so the dictionary's order does not matter.
    for (place, var loss) in current {
      if let column = place.column, loss.passages == passages(place.row, column) { loss.documents = 1 }
      if isInSession { loss.sessionPassages = loss.passages }
      losses[place, default: Loss()].add(loss)
    }
    current.removeAll(keepingCapacity: true)
  }

  mutating func merge(_ other: EntryLosses, rowNumbers: [Int], columnNumbers: [Int]) {
    for (place, loss) in other.losses {
      let here = Place(
        entry: place.entry, row: rowNumbers[place.row], column: place.column.map { columnNumbers[$0] })
      losses[here, default: Loss()].add(loss)
    }
  }
}

extension EntryLosses.Loss {
  fileprivate mutating func add(_ other: Self) {
    passages += other.passages
    codings += other.codings
    documents += other.documents
    sessionPassages += other.sessionPassages
    tokens += other.tokens
  }

  /// What a cell loses of the unit that it counts; nil for sessions, which a document may share with others.
  func count(_ unit: CountingUnit) -> Int? {
    switch unit {
    case .passages: passages
    case .documents: documents
    case .codings, .perThousandTokens: codings
    case .perSession: sessionPassages
    case .sessions: nil
    }
  }

  /// What a row loses of the unit's base. Documents and sessions stay: their other passages are not known here.
  func base(_ unit: CountingUnit) -> Int {
    switch unit {
    case .passages: passages
    case .codings: codings
    case .perThousandTokens: tokens
    case .documents, .sessions, .perSession: 0
    }
  }
}
