/// Corrections of p values for the number of tests.
///
/// ```swift
/// Multiplicity.holm([0.01, 0.04, 0.03])               // 0.03, 0.06, 0.06
/// Multiplicity.benjaminiHochberg([0.01, 0.04, 0.03])  // 0.03, 0.04, 0.04
/// ```
public enum Multiplicity {
  /// Holm's: the i-th smallest of m is multiplied by m − i + 1, never below an earlier one nor above 1.
  ///
  /// Source: S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6
  /// (1979), 65-70.
  public static func holm(_ p: [Double]) -> [Double] {
    var result = p
    var largest = 0.0
    for (place, index) in order(p).enumerated() {
      largest = min(1, max(largest, p[index] * Double(p.count - place)))
      result[index] = largest
    }
    return result
  }

  /// Benjamini and Hochberg's: the i-th smallest of m is multiplied by m / i, never above a later one nor above 1.
  ///
  /// Source: Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", Journal of the Royal Statistical
  /// Society B 57 (1995), 289-300.
  public static func benjaminiHochberg(_ p: [Double]) -> [Double] {
    var result = p
    var smallest = 1.0
    for (place, index) in order(p).enumerated().reversed() {
      smallest = min(smallest, p[index] * Double(p.count) / Double(place + 1))
      result[index] = smallest
    }
    return result
  }

  /// Each p value with both corrections.
  public static func adjusted(_ p: [Double]) -> [PValue] {
    let (holm, benjaminiHochberg) = (holm(p), benjaminiHochberg(p))
    return p.indices.map {
      PValue(raw: p[$0], holm: holm[$0], benjaminiHochberg: benjaminiHochberg[$0])
    }
  }

  /// Rising; ties by place.
  private static func order(_ p: [Double]) -> [Int] {
    p.indices.sorted { p[$0] == p[$1] ? $0 < $1 : p[$0] < p[$1] }
  }
}
