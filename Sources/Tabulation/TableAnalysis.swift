/// One thing that a cell shows.
public enum CellContent: String, Sendable, CaseIterable {
  /// How many units: `CrossTable.Cell.count`.
  case count
  /// Share or rate with its interval: `CrossTable.share`.
  case share
  /// High, medium or low: `CellStatistics.level`.
  case level
  /// How much the row uses the column more or less than the other rows do: `CellStatistics.keyness`.
  case keyness
  /// The odds ratio of the row against the others: `CellStatistics.association`.
  case association
  /// The share freed of the coder's measured errors: `CellStatistics.corrected` and `.predictionPowered`.
  case corrected
  /// Before and after a date: `CellStatistics.change`.
  case change
  /// The trend by year: `CellStatistics.trend`.
  case trend
  /// Exemplary passages: `CellStatistics.examples`.
  case examples
  /// Numbers that the documents themselves state: `CellStatistics.figures`.
  case figures
}

/// How many draws of a bootstrap or permutation, and from which seed. The same seed gives the same numbers
/// on every machine, whatever the order in which documents were counted.
public struct Resampling: Sendable, Equatable {
  public var draws: Int
  public var seed: UInt64

  public init(draws: Int = 2000, seed: UInt64 = 20_250_913) {
    self.draws = max(0, draws)
    self.seed = seed
  }
}

/// What is computed of a table beside its counts, shares and Wilson intervals.
///
/// ```swift
/// var analysis = TableAnalysis()
/// analysis.levels = .terciles(.column)
/// analysis.bootstrap = Resampling(draws: 2000)
/// ```
public struct TableAnalysis: Sendable, Equatable {
  /// Of all intervals, such as 0.95.
  public var confidence = 0.95
  /// Rows, and halves of a period, that rest on fewer units than this get no level, no test and no correction:
  /// the minimum-cell rule.
  public var minimumBase = 5
  /// The rule of the levels; nil for none.
  public var levels: LevelRule?
  /// Rules that the levels are compared with.
  public var alternatives: [LevelRule] = []
  /// Whether the levels are read again with each lexicon entry left out.
  public var leavesEntriesOut = false
  /// Document-cluster bootstrap of shares; nil for none.
  public var bootstrap: Resampling?
  /// Permutation of documents among rows, in place of the chi-square's p value; nil for none.
  public var permutation: Resampling?
  /// First day of the second half, ISO 8601; nil for no comparison of periods.
  public var split: String?
  /// Passages that a cell shows as examples.
  public var examples = 2

  public init() {}
}
