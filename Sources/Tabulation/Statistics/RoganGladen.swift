/// The share of passages that truly have a code, from the share that the coder gave it to and the coder's errors.
///
/// ```swift
/// // 30 of 200 passages coded; on gold 45 of 50 found, 190 of 200 without the code left alone.
/// let quality = Detection(truePositives: 45, falsePositives: 10, falseNegatives: 5, trueNegatives: 190)
/// RoganGladen.correction(30, of: 200, quality: quality)  // .share(0.1176…, 0.0533… … 0.1929…)
/// ```
public enum RoganGladen {
  /// With fewer passages of a kind in the gold than this, sensitivity or specificity are not taken as known.
  public static let fewestInGold = 10

  /// Rogan and Gladen's estimate with Lang and Reiczigel's interval:
  ///
  ///     π̂ = (p + Sp − 1) / (Se + Sp − 1), clamped to 0 … 1
  ///     π' + d ± z √(p'(1−p')/n' + π'² Se'(1−Se')/n'_Se + (1−π')² Sp'(1−Sp')/n'_Sp) / (Se' + Sp' − 1)
  ///     d = 2z² (π' Se'(1−Se')/n'_Se − (1−π') Sp'(1−Sp')/n'_Sp)
  ///
  /// where p' has z²/2 successes and z² trials more than observed, Se' and Sp' one success and two trials more, and π'
  /// is the estimate from them. The interval allows for sensitivity and specificity being estimates too; it takes
  /// passages as independent, and the gold as a sample of texts like these. With zero cells it stays defined.
  ///
  /// Sources: W. J. Rogan and B. Gladen, "Estimating prevalence from the results of a screening test", American Journal
  /// of Epidemiology 107 (1978), 71-76; Z. Lang and J. Reiczigel, "Confidence limits for prevalence of disease
  /// adjusted for estimated sensitivity and specificity", Preventive Veterinary Medicine 113 (2014), 13-22.
  ///
  /// - Parameters:
  ///   - count: passages that the coder gave the code to.
  ///   - quality: the coder against gold.
  public static func correction(
    _ count: Int, of total: Int, quality: Detection, confidence: Double = 0.95
  ) -> Correction {
    let positives = quality.inGold
    let negatives = quality.items - quality.inGold
    guard total > 0, count >= 0, count <= total else { return .refused(.tooFewUnits) }
    guard positives >= fewestInGold, negatives >= fewestInGold else { return .refused(.tooFewInGold) }
    func estimate(_ p: Double, _ sensitivity: Double, _ specificity: Double) -> Double {
      (p + specificity - 1) / (sensitivity + specificity - 1)
    }
    let sensitivity = Double(quality.truePositives) / Double(positives)
    let specificity = Double(quality.trueNegatives) / Double(negatives)
    guard sensitivity + specificity > 1 else { return .refused(.notIdentified) }
    let value = estimate(Double(count) / Double(total), sensitivity, specificity)

    let z = NormalDistribution.quantile((1 + confidence) / 2)
    let n = Double(total) + z * z
    let p = (Double(count) + z * z / 2) / n
    let (nSe, nSp) = (Double(positives + 2), Double(negatives + 2))
    let (se, sp) = (Double(quality.truePositives + 1) / nSe, Double(quality.trueNegatives + 1) / nSp)
    guard se + sp > 1 else { return .refused(.notIdentified) }
    let moved = estimate(p, se, sp)
    let (errorSe, errorSp) = (se * (1 - se) / nSe, sp * (1 - sp) / nSp)
    let variance = p * (1 - p) / n + moved * moved * errorSe + (1 - moved) * (1 - moved) * errorSp
    let half = z * variance.squareRoot() / (se + sp - 1)
    let middle = moved + 2 * z * z * (moved * errorSe - (1 - moved) * errorSp)
    func clamped(_ x: Double) -> Double { min(1, max(0, x)) }
    return .share(
      CorrectedShare(
        clamped(value), clamped(middle - half)...max(clamped(middle - half), clamped(middle + half))))
  }
}
