import Tabulation

/// Numbers inside of statements.
public enum StatementNumber {
  /// A share in per cent with one decimal (`7.5%`, `7,5 %`), or a rate with two; a dash for none.
  public static func text(_ estimate: CellEstimate, _ language: LabelLanguage) -> String {
    guard let value = estimate.value else { return "–" }
    return text(value, estimate.unit, language)
  }

  /// A share from 0 to 1, or a rate, in a unit.
  public static func text(_ value: Double, _ unit: CountingUnit, _ language: LabelLanguage) -> String {
    ValueText.text(value, unit, language)
  }

  /// The ends of an interval, without the per cent sign.
  public static func interval(_ estimate: CellEstimate, _ language: LabelLanguage) -> String? {
    estimate.interval.map { ValueText.text($0, estimate.unit, language) }
  }

  /// A number with a fixed number of decimals, halves away from zero.
  public static func decimal(_ value: Double, places: Int, _ language: LabelLanguage) -> String {
    ValueText.decimal(value, places: places, language)
  }

  /// `= 0.031`, or `< 0.001`.
  public static func probability(_ p: Double, _ language: LabelLanguage) -> String {
    ValueText.probability(p, language)
  }
}
