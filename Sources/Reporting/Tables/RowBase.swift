import Tabulation

/// What stands beside a row's cells: what was read for it, and what the table's shares or rates are of where that is
/// something else.
struct RowBase {
  let columns: [(word: ReportWording, count: @Sendable (CrossTable.Totals) -> Int)]

  init(_ unit: CountingUnit) {
    var columns: [(word: ReportWording, count: @Sendable (CrossTable.Totals) -> Int)] = [
      (.documents, { $0.documents }), (.passages, { $0.passages }), (.codedPassages, { $0.codedPassages }),
    ]
    switch unit {
    case .passages, .documents: break
    case .codings: columns.append((.codings, { $0.count(unit) }))
    case .sessions, .perSession: columns.append((.sessions, { $0.count(unit) }))
    case .perThousandTokens: columns.append((.words, { $0.count(unit) }))
    }
    self.columns = columns
  }

  /// A row's counts, in the order of the columns.
  func counts(_ totals: CrossTable.Totals) -> [Int] { columns.map { $0.count(totals) } }
}
