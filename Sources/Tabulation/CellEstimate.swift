/// A cell's count with its base, and the share or rate that they give.
///
/// ```swift
/// CellEstimate(9, of: 120, unit: .passages).value        // 0.075, a share
/// CellEstimate(9, of: 4, unit: .perSession).value        // 2.25 passages a session
/// CellEstimate(9, of: 12_000, unit: .perThousandTokens).value  // 0.75 for 1,000 words
/// CellEstimate(0, of: 0, unit: .passages).value          // nil: no share of nothing
/// ```
public struct CellEstimate: Sendable, Equatable {
  public let count: Int
  /// Passages, documents, codings, sessions or words of the row.
  public let base: Int
  public let unit: CountingUnit

  public init(_ count: Int, of base: Int, unit: CountingUnit) {
    self.count = count
    self.base = base
    self.unit = unit
  }

  /// The share, from 0 to 1, or the rate in the unit's scale; nil without a base.
  public var value: Double? {
    unit.isRate ? Rate(count, over: base)?.value(scale: unit.scale) : Proportion(count, of: base).value
  }

  /// At 95 %: Wilson's for shares, Garwood's for rates; nil without a base.
  public var interval: ClosedRange<Double>? { interval(confidence: 0.95) }

  /// - Parameter confidence: above 0 and below 1.
  public func interval(confidence: Double) -> ClosedRange<Double>? {
    guard confidence > 0, confidence < 1 else { return nil }
    if unit.isRate { return Rate(count, over: base)?.interval(confidence: confidence, scale: unit.scale) }
    let z = confidence == 0.95 ? Proportion.z95 : NormalDistribution.quantile((1 + confidence) / 2)
    return Proportion(count, of: base).wilson(z: z)
  }
}
