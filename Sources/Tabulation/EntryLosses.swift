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
    _ passage: Tally.Passage, _ keys: PassageKeys, _ documentRows: [Int], _ documentColumns: [Int]
  ) {
    var entries: Set<String> = []
    for mark in passage.rows { entries.formUnion(mark.entries) }
    for mark in passage.columns { entries.formUnion(mark.entries) }
    for entry in entries {
      let losesRow = zip(keys.ofRowMarks, passage.rows).map { $0.1.entries.contains(entry) ? $0.0 : nil }
      let losesColumn = zip(keys.ofColumnMarks, passage.columns).map {
        $0.1.entries.contains(entry) ? $0.0 : nil
      }
      for row in keys.rows {
        let isRowLost =
          !documentRows.contains(row)
          && zip(keys.ofRowMarks, losesRow).allSatisfy { $0.0 != row || $0.1 == row }
        let codings = isRowLost ? keys.columns.count : losesColumn.count { $0 != nil }
        note(entry, row, nil, passages: isRowLost ? 1 : 0, codings, tokens: isRowLost ? passage.tokens : 0)
        for (index, column) in keys.columns.enumerated() where !keys.columns[..<index].contains(column) {
          let isColumnLost =
            !documentColumns.contains(column)
            && zip(keys.ofColumnMarks, losesColumn).allSatisfy { $0.0 != column || $0.1 == column }
          let lost = isRowLost ? keys.columns.count { $0 == column } : losesColumn.count { $0 == column }
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
