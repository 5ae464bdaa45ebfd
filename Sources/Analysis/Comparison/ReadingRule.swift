import Tabulation

/// How a printed word is read off the counts. An entry of `rules` in a pipeline file:
///
/// ```yaml
/// - word: weak-control
///   reads: {any: [{level: autonomy.oversight, is: low}, {stands-out: barrier.weak-control}]}
/// - word: frequency
///   for: {table: 4}
///   reads: {level: this, is: printed}      # `this`: the code of the printed cell
/// ```
///
/// The first rule that fits a printed cell is its rule.
public struct ReadingRule: Sendable, Equatable {
  public var word: String
  /// Tables, rows and columns that the rule is for; empty for all.
  public var tables: [String] = []
  public var rows: [String] = []
  public var columns: [String] = []
  public var condition: ReadingCondition
  public var line: Int

  func fits(_ fact: PublishedFact) -> Bool {
    func takes(_ list: [String], _ value: String) -> Bool { list.isEmpty || list.contains(value) }
    return word == fact.word && takes(tables, fact.table) && takes(rows, fact.row)
      && takes(columns, fact.column)
  }
}

/// A condition on the counts of a region.
public indirect enum ReadingCondition: Sendable, Equatable {
  case test(ReadingTest)
  case all([ReadingCondition])
  case any([ReadingCondition])
  case not(ReadingCondition)

  /// The tests in it, in order.
  var tests: [ReadingTest] {
    switch self {
    case .test(let test): [test]
    case .all(let parts), .any(let parts): parts.flatMap(\.tests)
    case .not(let part): part.tests
    }
  }

  /// A list of several parts.
  var isList: Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.count > 1
    case .test, .not: false
    }
  }
}

/// A test of one code in one of the pipeline's tables.
public struct ReadingTest: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    /// The level is one of these; nil: the printed one.
    case level([Level]?)
    /// The region has more of it than the other regions: at least `ratio` times as much, with a p value of
    /// keyness, corrected after Benjamini and Hochberg over the whole table, of at most `p`.
    case standsOut(p: Double, ratio: Double)
    /// Share, from 0 to 1, or rate above (`over`) or below a bound.
    case value(over: Bool, Double, rate: CountingUnit?)
    /// At least so many units.
    case found(Int)
    /// A document states the number beside the code, nil for the printed one, in a year where one is given.
    case figure(Double?, year: Int?)
  }

  /// nil for `this`.
  public var code: String?
  /// The table to read; nil for the first that has what the test needs.
  public var table: String?
  public var kind: Kind
  public var line: Int
}
