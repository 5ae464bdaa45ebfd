/// What Krippendorff's alpha is computed from, for any number of coders and with labels missing.
///
///     α = 1 − D_o / D_e
///     D_o = 1/n · Σ_u Σ_{c,k} pairs_u(c, k) δ(c, k) / (m_u − 1)
///     D_e = 1/(n(n − 1)) · Σ_{c,k} n_c n_k δ(c, k)
///
/// where m_u is the number of labels of item u, pairs_u(c, k) the ordered pairs of its labels, n_c how often c was
/// given to items with two labels or more, n their sum, and δ the difference of two labels: for nominal data 0
/// where they are equal, else 1.
///
/// Source: K. Krippendorff, "Computing Krippendorff's alpha-reliability" (2011),
/// https://repository.upenn.edu/asc_papers/43; for sets see `SetDifference`.
///
/// ```swift
/// var matrix = LabelMatrix(coders: 2, categories: 2)
/// for (a, b) in zip([0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]) { matrix.append([a, b]) }
/// AlphaCounts(matrix).alpha()  // .value(0.0952…)
/// ```
public struct AlphaCounts: Sendable, Equatable, DocumentCounts {
  public private(set) var items = 0
  /// n·D_o.
  private var disagreement = 0.0
  /// n_c: labels on items with two labels or more.
  private var marginals: [Double]
  /// The categories with n_c > 0: a document uses a few of the many sets that a corpus has.
  private var used: [Int] = []

  public init(categories: Int) { marginals = [Double](repeating: 0, count: categories) }

  /// - Parameter difference: δ; nil for nominal data.
  public init(_ matrix: LabelMatrix, difference: DifferenceTable? = nil) {
    self.init(categories: matrix.categories)
    for item in 0..<matrix.items { add(votes: matrix.votes(of: item), difference) }
  }

  private mutating func add(votes: [Int], _ difference: DifferenceTable?) {
    items += 1
    let given = votes.reduce(0, +)
    guard given > 1 else { return }
    let labels = votes.indices.filter { votes[$0] > 0 }
    var sum = 0.0
    for c in labels {
      count(c, Double(votes[c]))
      for k in labels where k != c {
        sum += Double(votes[c] * votes[k]) * (difference?[c, k] ?? 1)
      }
    }
    disagreement += sum / Double(given - 1)
  }

  private mutating func count(_ category: Int, _ labels: Double) {
    if marginals[category] == 0 { used.append(category) }
    marginals[category] += labels
  }

  /// - Precondition: both have the same categories, and were made with the same difference.
  public mutating func add(_ other: AlphaCounts, times: Int) {
    guard times > 0 else { return }
    items += other.items * times
    disagreement += other.disagreement * Double(times)
    for category in other.used { count(category, other.marginals[category] * Double(times)) }
  }

  public static func == (left: AlphaCounts, right: AlphaCounts) -> Bool {
    left.items == right.items && left.disagreement == right.disagreement && left.marginals == right.marginals
  }

  /// Krippendorff's alpha; 1 for complete agreement, 0 for what chance would give, below 0 for less.
  ///
  /// Undefined without items, where no item has two labels, and where all labels (of such items) are the same or
  /// do not differ by δ. Cost: the square of the categories in use.
  ///
  /// - Parameter difference: the one that the counts were made with.
  public func alpha(difference: DifferenceTable? = nil) -> Measure {
    guard items > 0 else { return .undefined(.noItems) }
    let n = marginals.reduce(0, +)
    guard n > 1 else { return .undefined(.noOverlap) }
    // In the order of the categories, so that the sum does not depend on the order of the documents.
    var expected = 0.0
    let categories = used.sorted()
    for (place, c) in categories.enumerated() {
      for k in categories[(place + 1)...] {
        expected += 2 * marginals[c] * marginals[k] * (difference?[c, k] ?? 1)
      }
    }
    guard expected > 0 else { return .undefined(.oneCategory) }
    return .value(1 - (n - 1) * disagreement / expected)
  }
}

/// δ for every two labels: how much they differ, from 0 to 1; symmetric, 0 for a label and itself.
public struct DifferenceTable: Sendable, Equatable {
  private let categories: Int
  private let values: [Double]

  /// - Parameter difference: asked once for every two labels, the smaller first.
  public init(categories: Int, _ difference: (Int, Int) -> Double) {
    var values = [Double](repeating: 0, count: categories * categories)
    for c in 0..<categories {
      for k in c + 1..<max(c + 1, categories) {
        values[c * categories + k] = difference(c, k)
        values[k * categories + c] = values[c * categories + k]
      }
    }
    self.categories = categories
    self.values = values
  }

  subscript(first: Int, second: Int) -> Double { values[first * categories + second] }
}
