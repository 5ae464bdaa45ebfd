/// A test of a whole column: do the rows' shares differ at all?
public struct ColumnTest: Sendable, Equatable {
  public var test: Association.Test
  public var chiSquare: Double
  public var degreesOfFreedom: Int
  public var cramersV: Double
  /// What the chi-square rests on.
  public var expected: ExpectedCounts
  /// Over the table's columns.
  public var p: PValue

  /// Whether the p value is the chi-square's and the expected counts are too small for it, see
  /// `ExpectedCounts.areTooSmall`. `remedies` says which tests to use instead.
  public var isDoubtful: Bool { test == .chiSquare && expected.areTooSmall }

  /// Tests that need no large counts: documents permuted over the whole column (`TableAnalysis.permutation`), and row by
  /// row against the others (`Association`).
  public static let remedies: [Association.Test] = [.permutation, .fisher]
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
