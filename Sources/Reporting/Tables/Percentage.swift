import Tabulation

/// Shares as readers expect them: `7.5%` in English, `7,5 %` in Kazakh and Russian, one decimal.
enum Percentage {
  static func text(_ share: Double, _ language: LabelLanguage) -> String {
    let number = decimal(share, language)
    return language == .en ? number + "%" : number + "\u{A0}%"
  }

  /// Both ends, without the per cent sign: `4.0–13.6`.
  static func text(_ interval: ClosedRange<Double>, _ language: LabelLanguage) -> String {
    decimal(interval.lowerBound, language) + "–" + decimal(interval.upperBound, language)
  }

  /// Per cent with one decimal, halves away from zero. The digits come from an integer, so that no locale or
  /// library version has a say.
  private static func decimal(_ share: Double, _ language: LabelLanguage) -> String {
    guard share.isFinite, abs(share) < 1e12 else { return "–" }
    let tenths = Int((share * 1000).rounded())
    let sign = tenths < 0 ? "−" : ""
    let point = language == .en ? "." : ","
    return "\(sign)\(tenths.magnitude / 10)\(point)\(tenths.magnitude % 10)"
  }
}
