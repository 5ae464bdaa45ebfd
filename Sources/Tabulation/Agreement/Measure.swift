/// The outcome of a measure: a number, or the reason why the data give none.
///
/// A measure that is not defined is never written as 1, 0 or NaN: a code that nobody ever used is not one that
/// all agree on.
///
/// ```swift
/// Confusion(counts: [[25, 0], [0, 0]]).cohenKappa  // .undefined(.oneCategory)
/// Confusion(counts: [[25, 5], [5, 25]]).cohenKappa // .value(0.6666…)
/// ```
public enum Measure: Sendable, Equatable {
  case value(Double)
  case undefined(Reason)

  /// Why there is no number. The raw values stand in outputs.
  public enum Reason: String, Sendable, CaseIterable {
    /// There is nothing to measure.
    case noItems = "no-items"
    /// No item has labels of two coders.
    case noOverlap = "no-overlap"
    /// All labels are the same, so agreement by chance is complete and nothing can be told from it.
    case oneCategory = "one-category"
    /// The category was never assigned, so there is no precision.
    case neverAssigned = "never-assigned"
    /// The category is not in the gold, so there is no recall.
    case notInGold = "not-in-gold"
    /// The category is neither in the gold nor assigned.
    case absent
  }

  public var value: Double? {
    if case .value(let value) = self { value } else { nil }
  }

  public var reason: Reason? {
    if case .undefined(let reason) = self { reason } else { nil }
  }

  /// `numerator / denominator`, or the reason where the denominator is 0.
  static func ratio(_ numerator: Double, _ denominator: Double, else reason: Reason) -> Measure {
    denominator == 0 ? .undefined(reason) : .value(numerator / denominator)
  }

  /// The arithmetic mean of those that are defined; the first reason where none is, `noItems` of nothing.
  ///
  /// ```swift
  /// Measure.mean([.value(0.5), .value(1), .undefined(.absent)])  // .value(0.75)
  /// ```
  public static func mean(_ measures: some Sequence<Measure>) -> Measure {
    var sum = 0.0
    var count = 0
    var reason: Reason?
    for measure in measures {
      switch measure {
      case .value(let value):
        sum += value
        count += 1
      case .undefined(let why): reason = reason ?? why
      }
    }
    return count > 0 ? .value(sum / Double(count)) : .undefined(reason ?? .noItems)
  }
}
