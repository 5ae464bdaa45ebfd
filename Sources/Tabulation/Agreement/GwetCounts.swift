/// What Gwet's AC1 is computed from, for any number of coders and with labels missing.
///
///     AC1 = (p_a − p_e) / (1 − p_e)
///     p_a = 1/n' · Σ_i Σ_k r_ik (r_ik − 1) / (r_i (r_i − 1))    over the n' items with two labels or more
///     p_e = 1/(q − 1) · Σ_k π_k (1 − π_k)
///     π_k = 1/n · Σ_i r_ik / r_i                               over the n items with a label
///
/// where r_ik is how many coders gave label k to item i, r_i their sum and q the number of categories. Unlike kappa
/// it does not fall with the rarity of a category.
///
/// Source: K. L. Gwet, "Computing inter-rater reliability and its variance in the presence of high agreement",
/// British Journal of Mathematical and Statistical Psychology 61 (2008), 29-48; with missing labels: Handbook of
/// Inter-Rater Reliability, 4th ed. (2014), chapter 2.
///
/// ```swift
/// let confusion = Confusion(counts: [[118, 5], [2, 0]])
/// confusion.detection(of: 1).gwetAC1  // .value(0.9407…), where kappa is −0.023
/// ```
public struct GwetCounts: Sendable, Equatable, DocumentCounts {
  private var labelled = 0
  private var pairable = 0
  /// n'·p_a.
  private var agreement = 0.0
  /// n·π_k.
  private var shares: [Double]

  public init(categories: Int) { shares = [Double](repeating: 0, count: categories) }

  public init(_ matrix: LabelMatrix) {
    self.init(categories: matrix.categories)
    for item in 0..<matrix.items {
      let votes = matrix.votes(of: item)
      let given = votes.reduce(0, +)
      guard given > 0 else { continue }
      labelled += 1
      for k in votes.indices { shares[k] += Double(votes[k]) / Double(given) }
      guard given > 1 else { continue }
      pairable += 1
      let same = votes.reduce(0) { $0 + $1 * ($1 - 1) }
      agreement += Double(same) / Double(given * (given - 1))
    }
  }

  /// - Precondition: both have the same categories.
  public mutating func add(_ other: GwetCounts, times: Int) {
    labelled += other.labelled * times
    pairable += other.pairable * times
    agreement += other.agreement * Double(times)
    for index in shares.indices { shares[index] += other.shares[index] * Double(times) }
  }

  /// Gwet's AC1.
  ///
  /// Undefined without labels, where no item has two, and where one category alone is used. (The formula would
  /// give 1 there.)
  public var ac1: Measure {
    guard labelled > 0 else { return .undefined(.noItems) }
    guard pairable > 0 else { return .undefined(.noOverlap) }
    let used = shares.filter { $0 > 0 }
    guard used.count > 1 else { return .undefined(.oneCategory) }
    let n = Double(labelled)
    let chance = used.reduce(0) { $0 + $1 / n * (1 - $1 / n) } / Double(shares.count - 1)
    return .value((agreement / Double(pairable) - chance) / (1 - chance))
  }
}
