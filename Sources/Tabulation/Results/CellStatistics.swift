/// A p value, alone and corrected for all tests of its kind in the table.
public struct PValue: Sendable, Equatable {
  public var raw: Double
  /// Holm's step-down correction, which holds the chance of any false alarm in the grid.
  public var holm: Double
  /// Benjamini and Hochberg's, which holds the expected share of false alarms among the alarms.
  public var benjaminiHochberg: Double

  public init(raw: Double, holm: Double, benjaminiHochberg: Double) {
    self.raw = raw
    self.holm = holm
    self.benjaminiHochberg = benjaminiHochberg
  }
}

/// How much a row stands out from all other rows in a column.
public struct Keyness: Sendable, Equatable {
  /// G², see `TwoByTwo.logLikelihood` and, for rates, `RateComparison.logLikelihood`.
  public var logLikelihood: Double
  /// Binary logarithm of the ratio of the two shares or rates: 1 for twice as much as the others, -1 for half.
  public var logRatio: Double
  public var p: PValue

  /// Whether the row has more than the others.
  public var isOverRepresented: Bool { logRatio > 0 }
}

/// A row against all other rows in a column: two shares compared.
public struct Association: Sendable, Equatable {
  /// Which test gave the p value.
  public enum Test: String, Sendable {
    case chiSquare = "chi-square"
    case fisher = "fisher-exact"
    case permutation
    /// Of two rates, see `RateComparison`.
    case logLikelihood = "log-likelihood"
  }

  public var test: Test
  public var p: PValue
  /// Above 1 where the row has more; with the interval of `TwoByTwo.oddsRatio`.
  public var oddsRatio: Double
  public var interval: ClosedRange<Double>
  /// Phi, Cramér's V of the four cells.
  public var cramersV: Double
}

/// Two halves of a period compared: before a date, and from it on.
public struct PeriodChange: Sendable, Equatable {
  /// First day of the second half, ISO 8601.
  public var date: String
  public var before: CellEstimate
  public var after: CellEstimate
  /// After minus before, in the unit of the values.
  public var difference: Double
  /// Of the difference; see `Proportion.differenceInterval`. nil for rates.
  public var interval: ClosedRange<Double>?
  public var test: Association.Test
  public var p: PValue
}

/// The trend of a share over the years.
public struct Trend: Sendable, Equatable {
  public struct Year: Sendable, Equatable {
    public var year: Int
    public var count: Int
    public var base: Int
  }

  /// Rising; years without units are left out.
  public var years: [Year]
  /// Change of the share a year: the slope of the weighted regression that the test is about.
  public var slope: Double
  /// Of the Cochran-Armitage test, see `TrendTest`.
  public var z: Double
  public var p: PValue
}

/// A number that a document itself states beside what the column stands for: `1 400 приёмов`.
public struct StatedFigure: Sendable, Hashable {
  public var value: Double
  /// The words around it as they stand, number included.
  public var text: String
  public var reference: PassageReference

  public init(value: Double, text: String, reference: PassageReference) {
    self.value = value
    self.text = text
    self.reference = reference
  }
}

/// What is known of one cell, or of a column's total, beside its counts: all that print needs.
///
/// What the request did not ask for, and what the data do not give (`isTooFew`, no figures on gold), is nil or empty.
public struct CellStatistics: Sendable, Equatable {
  /// The base is smaller than `TableAnalysis.minimumBase`: no level, no tests, no correction.
  public var isTooFew = false
  /// Percentiles of the share over resamples of documents, which takes into account that passages of one document are
  /// alike. nil where fewer than two documents have a base.
  public var clusterInterval: ClosedRange<Double>?
  public var level: LevelReading?
  public var keyness: Keyness?
  public var association: Association?
  /// Rogan and Gladen's estimate, or why there is none; nil without figures on gold.
  public var corrected: Correction?
  /// The prediction-powered estimate, or why there is none; nil without human codes.
  public var predictionPowered: Correction?
  public var change: PeriodChange?
  public var trend: Trend?
  /// How reliable the coder is in this column for the languages of this row; nil without figures on gold.
  public var reliability: Reliability?
  /// Passages to show, those with the strongest evidence first.
  public var examples: [PassageReference] = []
  /// In the order of the passages.
  public var figures: [StatedFigure] = []

  public init() {}
}
