/// A test of a whole column: do the rows' shares differ at all?
public struct ColumnTest: Sendable, Equatable {
  public var test: Association.Test
  public var chiSquare: Double
  public var degreesOfFreedom: Int
  public var cramersV: Double
  /// Over the table's columns.
  public var p: PValue
}

/// What is known of a table beside its counts.
public struct TableStatistics: Sendable, Equatable {
  /// Row by row, as `CrossTable.cells`.
  public var cells: [CellStatistics]
  /// One a column, over all rows: level, intervals, correction, change, trend, examples and figures; no keyness.
  public var columnTotals: [CellStatistics]
  /// One a column: the rows against each other; nil where fewer than two rows have a base, or nothing was counted.
  public var columnTests: [ColumnTest?]
  /// nil where the table has no levels.
  public var sensitivity: LevelSensitivity?
  /// Cells that were tested against the other rows: what the corrections of keyness are for.
  public var testedCells: Int
}
