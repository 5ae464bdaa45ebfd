/// P values of a table's χ² statistics by permuting clusters among rows.
///
/// If rows did not matter, any assignment of the documents to the rows (each row keeping as many) would be as likely as
/// the real one. The p value is the share of assignments, the real one included, whose statistic is at least as
/// large: (1 + b) / (1 + draws). Since whole documents move, passages of one document need not be independent.
///
/// Sources: E. S. Edgington and P. Onghena, Randomization Tests, 4th ed. (2007); B. Phipson and G. K. Smyth,
/// "Permutation p-values should never be zero", Statistical Applications in Genetics and Molecular Biology 9 (2010), 39.
struct RowPermutation {
  /// P values of the columns and of the cells, row by row.
  struct Result {
    var columns: [Double]
    var cells: [Double]
  }

  let resampling: Resampling

  /// nil where a cluster stands in several rows, and then cannot be moved.
  func p(_ matrix: ClusterMatrix) -> Result? {
    guard var rowOfCluster = matrix.rowOfCluster, resampling.draws > 0, matrix.clusters > 1 else {
      return nil
    }
    let table = ClusterRows(matrix)
    let observed = table.statistics(rowOfCluster)
    var larger = (
      [Int](repeating: 0, count: matrix.columns), [Int](repeating: 0, count: matrix.rows * matrix.columns)
    )
    var generator = SplitMix64(state: resampling.seed)
    for _ in 0..<resampling.draws {
      for last in stride(from: rowOfCluster.count - 1, to: 0, by: -1) {
        rowOfCluster.swapAt(last, generator.next(below: last + 1))
      }
      let drawn = table.statistics(rowOfCluster)
      // The same table must count as equal whatever the order of its additions.
      for column in observed.columns.indices
      where drawn.columns[column] >= observed.columns[column] * (1 - 1e-9) {
        larger.0[column] += 1
      }
      for cell in observed.cells.indices where drawn.cells[cell] >= observed.cells[cell] * (1 - 1e-9) {
        larger.1[cell] += 1
      }
    }
    func share(_ count: Int) -> Double { Double(count + 1) / Double(resampling.draws + 1) }
    return Result(columns: larger.0.map(share), cells: larger.1.map(share))
  }
}

/// A matrix by cluster, for assigning clusters to rows.
private struct ClusterRows {
  private let rows: Int
  private let columns: Int
  private var starts: [Int]
  private var columnOf: [Int32] = []
  private var values: [Int32] = []
  private var bases: [Int]
  private var columnSums: [Int] = []
  private let isRate: Bool

  init(_ matrix: ClusterMatrix) {
    rows = matrix.rows
    columns = matrix.columns
    isRate = matrix.unit.isRate
    var byCluster = [[(Int32, Int32)]](repeating: [], count: matrix.clusters)
    for column in 0..<columns {
      let total = rows * columns + column
      for entry in matrix.counts.entries(of: total) {
        byCluster[Int(matrix.counts.clusters[entry])].append((Int32(column), matrix.counts.values[entry]))
      }
      columnSums.append(matrix.counts.sum(of: total))
    }
    starts = [0]
    for entries in byCluster {
      for (column, value) in entries {
        columnOf.append(column)
        values.append(value)
      }
      starts.append(columnOf.count)
    }
    bases = [Int](repeating: 0, count: matrix.clusters)
    for entry in matrix.bases.entries(of: rows) {
      bases[Int(matrix.bases.clusters[entry])] = Int(matrix.bases.values[entry])
    }
  }

  /// χ² of the rows in each column, and of each row against the others in it.
  func statistics(_ rowOfCluster: [Int]) -> (columns: [Double], cells: [Double]) {
    var sums = [Int](repeating: 0, count: rows * columns)
    var rowBases = [Int](repeating: 0, count: rows)
    for cluster in rowOfCluster.indices {
      let row = rowOfCluster[cluster]
      rowBases[row] += bases[cluster]
      for entry in starts[cluster]..<starts[cluster + 1] {
        sums[row * columns + Int(columnOf[entry])] += Int(values[entry])
      }
    }
    let total = Double(rowBases.reduce(0, +))
    var result = (
      columns: [Double](repeating: 0, count: columns), cells: [Double](repeating: 0, count: sums.count)
    )
    for column in 0..<columns {
      let share = Double(columnSums[column]) / total
      // The variance of a count is np(1 − p) for shares, np for rates.
      let variance = isRate ? share : share * (1 - share)
      guard variance > 0 else { continue }
      for row in 0..<rows where rowBases[row] > 0 {
        let base = Double(rowBases[row])
        let difference = Double(sums[row * columns + column]) - base * share
        result.columns[column] += difference * difference / (base * variance)
        if base < total {
          result.cells[row * columns + column] =
            difference * difference / (base * variance * (1 - base / total))
        }
      }
    }
    return result
  }
}
