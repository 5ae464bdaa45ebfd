/// A count out of a total, with its share and interval.
///
/// ```swift
/// let share = Proportion(9, of: 120)
/// share.value     // 0.075
/// share.interval  // 0.0399… – 0.1364…
/// Proportion(0, of: 0).value  // nil: no share of nothing
/// ```
public struct Proportion: Sendable, Equatable {
  public let count: Int
  public let total: Int

  public init(_ count: Int, of total: Int) {
    self.count = count
    self.total = total
  }

  /// The share, from 0 to 1; nil where the total is 0, or the count is not between 0 and the total.
  public var value: Double? {
    guard total > 0, count >= 0, count <= total else { return nil }
    return Double(count) / Double(total)
  }

  /// The Wilson score interval at 95 %; nil where `value` is nil.
  public var interval: ClosedRange<Double>? { wilson(z: Proportion.z95) }

  /// The 97.5 % point of the standard normal distribution, to the nearest double.
  public static let z95 = 1.959963984540054

  /// The Wilson score interval: the shares p that a score test would not reject, given k of n:
  ///
  ///     (k + z²/2 ± z·√(k(n−k)/n + z²/4)) / (n + z²)
  ///
  /// It stays within 0 … 1 and has a width at k = 0 and k = n, where the usual ±z·√(p(1−p)/n) has none. It takes
  /// the observations as independent; passages of one document are not, so it is rather too narrow where few
  /// documents give many passages.
  ///
  /// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the
  /// American Statistical Association 22 (1927), 209-212.
  ///
  /// - Parameter z: the normal quantile of the confidence level, not negative: 1.645 for 90 %, 2.576 for 99 %.
  /// - Returns: nil where the total is 0, or the count is not between 0 and the total.
  public func wilson(z: Double) -> ClosedRange<Double>? {
    guard total > 0, count >= 0, count <= total, z >= 0, z.isFinite else { return nil }
    let k = Double(count)
    let n = Double(total)
    let z2 = z * z
    let middle = k + z2 / 2
    let half = z * (k * (n - k) / n + z2 / 4).squareRoot()
    // The ends are exactly 0 at k = 0 and 1 at k = n; rounding must not move them.
    let lower = count == 0 ? 0 : max(0, (middle - half) / (n + z2))
    let upper = count == total ? 1 : min(1, (middle + half) / (n + z2))
    return min(lower, upper)...upper
  }

  /// The interval of this share minus another, by the Wilson intervals (l, u) of both:
  ///
  ///     d − √((p₁ − l₁)² + (u₂ − p₂)²) … d + √((u₁ − p₁)² + (p₂ − l₂)²)
  ///
  /// Defined for counts of 0 too; nil where one of the two has no value.
  ///
  /// Source: R. G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics in
  /// Medicine 17 (1998), 873-890, method 10.
  public func differenceInterval(from other: Proportion, z: Double = z95) -> ClosedRange<Double>? {
    guard let p1 = value, let p2 = other.value, let first = wilson(z: z), let second = other.wilson(z: z)
    else { return nil }
    func length(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    let low = p1 - p2 - length(p1 - first.lowerBound, second.upperBound - p2)
    let high = p1 - p2 + length(first.upperBound - p1, p2 - second.lowerBound)
    return low...max(low, high)
  }
}
