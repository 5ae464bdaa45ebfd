/// A count of events over a base that is no total: passages a session, codings for 1,000 words.
///
/// ```swift
/// Rate(9, over: 12_000)?.value(scale: 1000)     // 0.75
/// Rate(0, over: 4)?.interval(confidence: 0.95)  // 0 … 0.9222
/// ```
public struct Rate: Sendable, Equatable {
  public let count: Int
  public let base: Int

  /// - Returns: nil without a base, or where a number is negative.
  public init?(_ count: Int, over base: Int) {
    guard base > 0, count >= 0 else { return nil }
    self.count = count
    self.base = base
  }

  /// - Parameter scale: 1,000 for a rate for 1,000 words.
  public func value(scale: Double = 1) -> Double { Double(count) / Double(base) * scale }

  /// Garwood's exact interval of a Poisson mean, for k events:
  ///
  ///     ½ χ²(α/2; 2k) … ½ χ²(1 − α/2; 2k + 2)
  ///
  /// The lower end is 0 for no event. It takes events as independent; passages of one document are not.
  ///
  /// Source: F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936), 437-442.
  ///
  /// - Parameter confidence: above 0 and below 1, else nil.
  public func interval(confidence: Double = 0.95, scale: Double = 1) -> ClosedRange<Double>? {
    guard confidence > 0, confidence < 1 else { return nil }
    let tail = (1 - confidence) / 2
    let k = Double(count)
    let low = count == 0 ? 0 : GammaDistribution.quantile(k, tail)
    let high = GammaDistribution.quantile(k + 1, 1 - tail)
    return low / Double(base) * scale...high / Double(base) * scale
  }
}
