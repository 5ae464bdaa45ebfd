/// A counted table: the result of a merged `Tally`.
///
/// Rows and columns stand in the order of the request, cells row by row. Every number is a count; shares and
/// intervals are derived from them where they are asked for.
public struct CrossTable: Sendable, Equatable {
  /// What a row, or the whole table, rests on.
  public struct Totals: Sendable, Equatable {
    /// Documents, those without a coding included.
    public var documents = 0
    /// Passages, those without a coding included.
    public var passages = 0
    /// Passages with at least one coding in the table's columns.
    public var codedPassages = 0
    /// Codings in the table's columns.
    public var codings = 0
    /// Sessions that the documents belong to; a document of no session belongs to none.
    public var sessions = 0
    /// Words of the passages.
    public var tokens = 0

    public init() {}
  }

  public struct Cell: Sendable, Equatable {
    public var codings = 0
    public var passages = 0
    public var documents = 0
    public var sessions = 0
    /// Passages of documents that belong to a session.
    public var sessionPassages = 0
    /// In order, up to the request's limit; fewer than `passages` where the limit cut them.
    public var references: [PassageReference] = []

    public init() {}

    public func count(_ unit: CountingUnit) -> Int {
      switch unit {
      case .passages: passages
      case .documents: documents
      case .codings, .perThousandTokens: codings
      case .sessions: sessions
      case .perSession: sessionPassages
      }
    }
  }

  /// What was seen and has no place in the table.
  public struct Outside: Sendable, Equatable {
    /// Documents without a row.
    public var documents = 0
    /// Passages without a row.
    public var passages = 0
    /// Codings of those passages, and codings whose key is no column of the table.
    public var codings = 0

    public init() {}
  }

  public let id: String
  public let label: TrilingualLabel
  public let unit: CountingUnit
  /// What the rows and the columns stand for: the dimension's id and label.
  public let rowDimension: TableKey
  public let columnDimension: TableKey
  public let rows: [TableKey]
  public let columns: [TableKey]
  /// One a row.
  public let rowTotals: [Totals]
  /// Row by row: the cell of row r and column c is at `r * columns.count + c`.
  public let cells: [Cell]
  /// One a column, over all rows. A passage that stands in two rows is counted once.
  public let columnTotals: [Cell]
  public let total: Totals
  public let outside: Outside
  /// What the cells show, in this order.
  public let content: [CellContent]
  /// How the statistics were computed.
  public let analysis: TableAnalysis
  /// Everything beside the counts.
  public let statistics: TableStatistics

  public func cell(row: Int, column: Int) -> Cell { cells[row * columns.count + column] }

  /// The cell of two keys, or nil where the table has no such row or column.
  public func cell(_ row: String, _ column: String) -> Cell? {
    guard let r = rows.firstIndex(where: { $0.key == row }),
      let c = columns.firstIndex(where: { $0.key == column })
    else { return nil }
    return cell(row: r, column: c)
  }

  /// A cell's share of its row, or rate in its row, with count, base and interval, by `unit` or else the table's.
  ///
  /// A row without any has no shares: `value` and `interval` are nil, not 0.
  public func share(row: Int, column: Int, of unit: CountingUnit? = nil) -> CellEstimate {
    let unit = unit ?? self.unit
    return CellEstimate(
      cell(row: row, column: column).count(unit), of: rowTotals[row].count(unit), unit: unit)
  }

  /// A column's share or rate over all rows.
  public func totalShare(column: Int, of unit: CountingUnit? = nil) -> CellEstimate {
    let unit = unit ?? self.unit
    return CellEstimate(columnTotals[column].count(unit), of: total.count(unit), unit: unit)
  }

  /// The statistics of a cell.
  public func statistics(row: Int, column: Int) -> CellStatistics {
    statistics.cells[row * columns.count + column]
  }
}

extension CrossTable.Totals {
  /// The total that shares of a unit are taken of.
  public func count(_ unit: CountingUnit) -> Int {
    switch unit {
    case .passages: passages
    case .documents: documents
    case .codings: codings
    case .sessions, .perSession: sessions
    case .perThousandTokens: tokens
    }
  }
}
