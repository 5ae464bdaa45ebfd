import Tabulation

/// Numbers as readers expect them: `7.5%` in English, `7,5 %` in Kazakh and Russian; rates with two decimals.
///
/// The digits come from an integer, so that no locale or library version has a say.
public enum ValueText {
  /// A share or rate; a dash for none.
  public static func text(_ estimate: CellEstimate, _ language: LabelLanguage) -> String {
    estimate.value.map { text($0, estimate.unit, language) } ?? "–"
  }

  /// The ends of an interval, without the per cent sign; nil for none.
  public static func interval(_ estimate: CellEstimate, _ language: LabelLanguage) -> String? {
    estimate.interval.map { text($0, estimate.unit, language) }
  }

  /// A share in per cent with one decimal, or a rate.
  public static func text(_ value: Double, _ unit: CountingUnit, _ language: LabelLanguage) -> String {
    if unit.isRate { return decimal(value, places: 2, language) }
    let number = decimal(value * 100, places: 1, language)
    return language == .en ? number + "%" : number + "\u{A0}%"
  }

  /// Both ends, without the per cent sign: `4.0–13.6`.
  public static func text(
    _ interval: ClosedRange<Double>, _ unit: CountingUnit, _ language: LabelLanguage
  ) -> String {
    let (factor, places) = unit.isRate ? (1.0, 2) : (100.0, 1)
    return decimal(interval.lowerBound * factor, places: places, language) + "–"
      + decimal(interval.upperBound * factor, places: places, language)
  }

  /// A number with a fixed number of decimals, halves away from zero.
  public static func decimal(_ value: Double, places: Int, _ language: LabelLanguage) -> String {
    guard value.isFinite, abs(value) < 1e12 else {
      return value == .infinity ? "∞" : value == -.infinity ? "−∞" : "–"
    }
    let power = (0..<places).reduce(1) { whole, _ in whole * 10 }
    let units = Int((value * Double(power)).rounded())
    let sign = units < 0 ? "−" : ""
    let (whole, rest) = Int(units.magnitude).quotientAndRemainder(dividingBy: power)
    if places == 0 { return "\(sign)\(whole)" }
    let digits = String(rest)
    let zeros = String(repeating: "0", count: places - digits.utf8.count)
    return "\(sign)\(whole)\(language == .en ? "." : ",")\(zeros)\(digits)"
  }

  /// A p value: three decimals, `< 0.001` below.
  public static func probability(_ p: Double, _ language: LabelLanguage) -> String {
    p < 0.001 ? "< " + decimal(0.001, places: 3, language) : "= " + decimal(p, places: 3, language)
  }
}
