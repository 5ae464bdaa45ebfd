/// The agreement of several coders on nominal labels, by three coefficients.
///
/// ```swift
/// var matrix = LabelMatrix(coders: 3, categories: 2)
/// for row in [[1, 1, 1], [0, 0, 0], [0, 1, 0], [1, 1, nil]] { matrix.append(row) }
/// let agreement = CoderAgreement(matrix)
/// agreement.krippendorffAlpha  // .value(0.6666…)
/// agreement.gwetAC1            // .value(0.6756…)
/// agreement.cohenKappa         // .value(0.6333…), the mean over the three pairs of coders
/// ```
public struct CoderAgreement: Sendable, Equatable, DocumentCounts {
  private var alpha: AlphaCounts
  private var gwet: GwetCounts
  /// Of every two coders, in order.
  private var pairs: [Confusion] = []

  public init(_ matrix: LabelMatrix) {
    alpha = AlphaCounts(matrix)
    gwet = GwetCounts(matrix)
    for first in 0..<matrix.coders {
      for second in first + 1..<max(first + 1, matrix.coders) {
        pairs.append(matrix.confusion(first, second))
      }
    }
  }

  /// - Precondition: both have the same coders and categories.
  public mutating func add(_ other: CoderAgreement, times: Int) {
    alpha.add(other.alpha, times: times)
    gwet.add(other.gwet, times: times)
    for index in pairs.indices { pairs[index].add(other.pairs[index], times: times) }
  }

  public var items: Int { alpha.items }
  public var krippendorffAlpha: Measure { alpha.alpha() }
  public var gwetAC1: Measure { gwet.ac1 }

  /// Cohen's kappa, for more than two coders the mean over the pairs of coders that have one.
  ///
  /// Source: R. J. Light, "Measures of response agreement for qualitative data", Psychological Bulletin 76 (1971),
  /// 365-377.
  public var cohenKappa: Measure {
    pairs.isEmpty ? .undefined(.noOverlap) : Measure.mean(pairs.map(\.cohenKappa))
  }

  /// The F1 of a category, mean over the pairs of coders; which of two is taken as gold does not matter.
  public func f1(of category: Int) -> Measure {
    pairs.isEmpty ? .undefined(.noOverlap) : Measure.mean(pairs.map { $0.detection(of: category).f1 })
  }
}
