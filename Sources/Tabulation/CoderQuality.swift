/// How well the coder does on gold, for each code and language: what tables need of an evaluation.
///
/// ```swift
/// var quality = CoderQuality()
/// quality["topic.water", language: "ru"] = .init(alpha: 0.71, interval: 0.6...0.8, detection: counts)
/// ```
public struct CoderQuality: Sendable, Equatable {
  /// One code in one language.
  public struct Figures: Sendable, Equatable {
    /// Krippendorff's alpha of coder and gold; nil where it is not defined.
    public var alpha: Double?
    public var interval: ClosedRange<Double>?
    /// The coder's decisions against the gold; nil where only alpha is known.
    public var detection: Detection?

    public init(alpha: Double?, interval: ClosedRange<Double>? = nil, detection: Detection? = nil) {
      self.alpha = alpha
      self.interval = interval
      self.detection = detection
    }
  }

  /// The name of all languages together.
  public static let allLanguages = "all"

  private var figures: [String: [String: Figures]] = [:]

  public init() {}

  public subscript(code: String, language language: String) -> Figures? {
    get { figures[code]?[language] }
    set { figures[code, default: [:]][language] = newValue }
  }

  /// A row in which one language has this share of the passages is corrected with the figures of that language, other
  /// rows with those of all.
  static let ownLanguageShare = 0.9

  /// The reliability of a code for passages in these languages: the mean of the languages' alphas, weighted by
  /// passages. Languages that were not evaluated, and alphas that are not defined, are taken from all languages
  /// together. The interval adds the distances to the ends as independent errors.
  ///
  /// - Returns: nil where there is no alpha for any of the passages.
  func reliability(of code: String, passages: [(language: String, count: Int)]) -> Reliability? {
    var weight = 0.0
    var alpha = 0.0
    var below: Double? = 0
    var above: Double? = 0
    for (language, count) in passages where count > 0 {
      let own = figures[code]?[language]
      guard let known = own?.alpha == nil ? figures[code]?[Self.allLanguages] : own, let value = known.alpha
      else { continue }
      let share = Double(count)
      weight += share
      alpha += share * value
      func add(_ distance: Double?, to sum: Double?) -> Double? {
        guard let distance, let sum else { return nil }
        return sum + share * share * distance * distance
      }
      below = add(known.interval.map { value - $0.lowerBound }, to: below)
      above = add(known.interval.map { $0.upperBound - value }, to: above)
    }
    guard weight > 0 else { return nil }
    let mean = alpha / weight
    guard let below, let above else { return Reliability(alpha: mean) }
    return Reliability(
      alpha: mean, interval: mean - below.squareRoot() / weight...mean + above.squareRoot() / weight)
  }

  /// The decisions on gold from which a code's errors in these passages are corrected; nil where there are none.
  func detection(of code: String, passages: [(language: String, count: Int)]) -> Detection? {
    let total = passages.reduce(0) { $0 + $1.count }
    let main = passages.first { Double($0.count) >= Self.ownLanguageShare * Double(total) && $0.count > 0 }
    return main.flatMap { figures[code]?[$0.language]?.detection }
      ?? figures[code]?[Self.allLanguages]?.detection
  }
}
