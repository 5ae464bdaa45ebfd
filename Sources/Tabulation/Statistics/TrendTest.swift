/// A trend of shares over scores such as years: k_i of n_i at score x_i.
///
/// ```swift
/// let trend = TrendTest([(2020, 5, of: 100), (2021, 8, of: 100), (2022, 14, of: 100)])
/// trend?.slope  // 0.045 a year
/// trend?.z      // 2.2237…
/// ```
public struct TrendTest: Sendable, Equatable {
  /// b = Σ (x − x̄)(k − np̄) / Σ n (x − x̄)², the slope of the least-squares line through the shares, weighted by n.
  public let slope: Double
  /// Σ (x − x̄)(k − np̄) / √(p̄(1 − p̄) Σ n (x − x̄)²), normal where there is no trend.
  public let z: Double

  /// The Cochran-Armitage test for a trend, with the binomial variance (N, not N − 1, in the denominator).
  ///
  /// Sources: W. G. Cochran, "Some methods for strengthening the common χ² tests", Biometrics 10 (1954), 417-451; P.
  /// Armitage, "Tests for linear trends in proportions and frequencies", Biometrics 11 (1955), 375-386.
  ///
  /// - Returns: nil with fewer than two scores that have units, and where all shares are 0 or all are 1.
  public init?(_ groups: [(score: Int, count: Int, of: Int)]) {
    let groups = groups.filter { $0.of > 0 }
    let n = Double(groups.reduce(0) { $0 + $1.of })
    let k = Double(groups.reduce(0) { $0 + $1.count })
    guard n > 0, k > 0, k < n else { return nil }
    let mean = groups.reduce(0) { $0 + Double($1.score) * Double($1.of) } / n
    var covariance = 0.0
    var variance = 0.0
    for group in groups {
      let x = Double(group.score) - mean
      covariance += x * (Double(group.count) - Double(group.of) * k / n)
      variance += x * x * Double(group.of)
    }
    guard variance > 0 else { return nil }
    slope = covariance / variance
    z = covariance / (k / n * (1 - k / n) * variance).squareRoot()
  }

  /// Two-sided.
  public var p: Double { NormalDistribution.twoSided(z) }
}
