/// How much a disagreement weighs, by how far the two categories are apart.
public enum DisagreementWeight: Sendable {
  /// |i − j|: high for low is twice as bad as medium for low.
  case linear
  /// (i − j)².
  case quadratic

  func weight(_ first: Int, _ second: Int) -> Int {
    let distance = abs(first - second)
    return self == .linear ? distance : distance * distance
  }
}

extension Confusion {
  /// Cohen's weighted kappa, for categories in their order (low, medium, high): the disagreement that is there against
  /// the one that the coders' own distributions would give by chance,
  ///
  ///     κ_w = 1 − Σ w_ij n_ij / Σ w_ij n_i· n_·j / n
  ///
  /// Source: J. Cohen, "Weighted kappa: nominal scale agreement with provision for scaled disagreement or partial
  /// credit", Psychological Bulletin 70 (1968), 213-220.
  ///
  /// Undefined without items, and where both use one and the same category only.
  ///
  /// ```swift
  /// Confusion(counts: [[11, 3, 1], [2, 9, 4], [0, 3, 7]]).weightedKappa(.linear)  // .value(0.5912…)
  /// ```
  public func weightedKappa(_ weights: DisagreementWeight) -> Measure {
    let n = items
    guard n > 0 else { return .undefined(.noItems) }
    var rows = [Int](repeating: 0, count: categories)
    var columns = rows
    for first in 0..<categories {
      for second in 0..<categories {
        rows[first] += self[first, second]
        columns[second] += self[first, second]
      }
    }
    var observed = 0
    var expected = 0
    for first in 0..<categories {
      for second in 0..<categories {
        let weight = weights.weight(first, second)
        observed += weight * self[first, second]
        expected += weight * rows[first] * columns[second]
      }
    }
    guard expected > 0 else { return .undefined(.oneCategory) }
    return .value(1 - Double(observed) * Double(n) / Double(expected))
  }
}
