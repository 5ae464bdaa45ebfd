/// The counts that a chi-square test expects, and whether they are large enough for its p value to be relied on.
///
/// ```swift
/// let expected = ContingencyTable([[1, 9], [11, 3]]).expectedCounts
/// expected.smallest        // 5.0
/// expected.areTooSmall     // false
/// ContingencyTable([[3, 17], [1, 19], [4, 16]]).expectedCounts.areTooSmall  // true: half of them are 2.67
/// ```
public struct ExpectedCounts: Sendable, Equatable {
  /// 0 where there is nothing to compare.
  public let smallest: Double
  /// The share of cells that expect less than 5, from 0 to 1.
  public let shareBelowFive: Double

  init(_ counts: [Double]) {
    smallest = counts.min() ?? 0
    shareBelowFive = counts.isEmpty ? 0 : Double(counts.count { $0 < 5 }) / Double(counts.count)
  }

  /// Cochran's rule: a cell expects less than 1, or more than a fifth of the cells less than 5. Then the statistic is too
  /// far from the χ² distribution; an exact test (`TwoByTwo.fisherExact`) or a permutation (`RowPermutation`) does not
  /// need it.
  ///
  /// Source: W. G. Cochran, "Some methods for strengthening the common χ² tests", Biometrics 10 (1954), 417-451.
  public var areTooSmall: Bool { smallest < 1 || shareBelowFive > 0.2 }
}
