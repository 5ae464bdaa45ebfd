import Tabulation

/// Numbers inside of statements. The digits come from integers, so that no locale or library version has a say.
public enum StatementNumber {
  /// A share in per cent with one decimal (`7.5%`, `7,5 %`), or a rate with two; a dash for none.
  public static func text(_ estimate: CellEstimate, _ language: LabelLanguage) -> String {
    guard let value = estimate.value else { return "–" }
    return text(value, estimate.unit, language)
  }

  /// A share from 0 to 1, or a rate, in a unit.
  public static func text(_ value: Double, _ unit: CountingUnit, _ language: LabelLanguage) -> String {
    unit.isRate ? decimal(value, places: 2, language) : Percentage.text(value, language)
  }

  /// The ends of an interval, without the per cent sign.
  public static func interval(_ estimate: CellEstimate, _ language: LabelLanguage) -> String? {
    estimate.interval.map { interval in
      estimate.unit.isRate
        ? decimal(interval.lowerBound, places: 2, language) + "–"
          + decimal(interval.upperBound, places: 2, language)
        : Percentage.text(interval, language)
    }
  }

  /// A number with a fixed number of decimals from 1 to 6, halves away from zero.
  public static func decimal(_ value: Double, places: Int, _ language: LabelLanguage) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return value > 0 ? "∞" : value < 0 ? "−∞" : "–" }
    let power = (0..<places).reduce(1) { whole, _ in whole * 10 }
    let units = Int((value * Double(power)).rounded())
    let (whole, rest) = Int(units.magnitude).quotientAndRemainder(dividingBy: power)
    let digits = String(rest)
    return (units < 0 ? "−" : "") + "\(whole)" + (language == .en ? "." : ",")
      + String(repeating: "0", count: places - digits.utf8.count) + digits
  }

  /// `= 0.031`, or `< 0.001`.
  public static func probability(_ p: Double, _ language: LabelLanguage) -> String {
    p < 0.001 ? "< " + decimal(0.001, places: 3, language) : "= " + decimal(p, places: 3, language)
  }
}
