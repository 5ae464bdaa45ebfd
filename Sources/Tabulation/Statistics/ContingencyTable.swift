/// Counts by row and column.
///
/// ```swift
/// let table = ContingencyTable([[10, 90], [20, 80], [30, 70]])
/// table.chiSquare         // 12.5
/// table.degreesOfFreedom  // 2
/// table.cramersV          // 0.2041…
/// ```
public struct ContingencyTable: Sendable, Equatable {
  private let rows: [[Double]]
  private let rowSums: [Double]
  private let columnSums: [Double]
  private let total: Double

  /// Rows and columns that count nothing say nothing and are left out: of statistic and degrees of freedom alike.
  ///
  /// - Parameter rows: of the same length; shorter ones are filled with 0.
  public init(_ rows: [[Int]]) {
    let width = rows.map(\.count).max() ?? 0
    let filled = rows.map { row in (0..<width).map { $0 < row.count ? max(0, row[$0]) : 0 } }
    let columns = (0..<width).filter { column in filled.contains { $0[column] > 0 } }
    let kept = filled.filter { $0.contains { $0 > 0 } }.map { row in columns.map { Double(row[$0]) } }
    self.rows = kept
    rowSums = kept.map { $0.reduce(0, +) }
    columnSums = columns.indices.map { column in kept.reduce(0) { $0 + $1[column] } }
    total = rowSums.reduce(0, +)
  }

  /// (rows − 1)(columns − 1); 0 where there is nothing to compare.
  public var degreesOfFreedom: Int { max(0, rows.count - 1) * max(0, columnSums.count - 1) }

  /// Pearson's χ² = Σ (O − E)² / E; 0 without degrees of freedom.
  ///
  /// Source: K. Pearson, Philosophical Magazine 50 (1900), 157-175.
  public var chiSquare: Double {
    guard degreesOfFreedom > 0 else { return 0 }
    var sum = 0.0
    for (row, rowSum) in zip(rows, rowSums) {
      for (observed, columnSum) in zip(row, columnSums) {
        let expected = rowSum * columnSum / total
        sum += (observed - expected) * (observed - expected) / expected
      }
    }
    return sum
  }

  /// The p value of `chiSquare`; 1 without degrees of freedom.
  public var p: Double { GammaDistribution.chiSquareTail(chiSquare, degreesOfFreedom: degreesOfFreedom) }

  /// What independence would give in each cell that is compared.
  public var expectedCounts: ExpectedCounts {
    ExpectedCounts(rowSums.flatMap { row in columnSums.map { row * $0 / total } })
  }

  /// Cramér's V = √(χ² / (n (min(rows, columns) − 1))), from 0 to 1, without correction for bias; 0 without degrees of
  /// freedom.
  ///
  /// Source: H. Cramér, Mathematical Methods of Statistics (1946), chapter 21.
  public var cramersV: Double {
    guard degreesOfFreedom > 0 else { return 0 }
    return (chiSquare / (total * Double(min(rows.count, columnSums.count) - 1))).squareRoot()
  }
}
