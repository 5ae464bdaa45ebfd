/// How far a cell's numbers can be relied on: Krippendorff's alpha of coder and gold, for the languages of the row.
public struct Reliability: Sendable, Equatable {
  /// Krippendorff's two thresholds (Content Analysis, 4th ed. (2018), chapter 12).
  public enum Mark: String, Sendable, CaseIterable {
    /// Below .667: not to be relied on.
    case low
    /// From .667 to below .800: for tentative conclusions only.
    case tentative
    /// From .800 on: no mark is printed.
    case good

    public init(alpha: Double) { self = alpha < 0.667 ? .low : alpha < 0.8 ? .tentative : .good }

    /// What stands beside the number: `‡`, `†` or nothing.
    public var symbol: String {
      switch self {
      case .low: "‡"
      case .tentative: "†"
      case .good: ""
      }
    }

    /// What the legend says of the symbol.
    public var label: TrilingualLabel {
      switch self {
      case .low:
        TrilingualLabel(
          kk: "эталондағы Криппендорф альфасы 0,667-ден төмен: бұл санға сүйенуге болмайды",
          ru: "альфа Криппендорфа на эталоне ниже 0,667: на это число нельзя опираться",
          en: "Krippendorff's alpha on gold is below .667: the number is not to be relied on")
      case .tentative:
        TrilingualLabel(
          kk: "эталондағы Криппендорф альфасы 0,800-ден төмен: тек алдын ала қорытынды үшін",
          ru: "альфа Криппендорфа на эталоне ниже 0,800: только для предварительных выводов",
          en: "Krippendorff's alpha on gold is below .800: for tentative conclusions only")
      case .good:
        TrilingualLabel(
          kk: "эталондағы Криппендорф альфасы кемінде 0,800",
          ru: "альфа Криппендорфа на эталоне не ниже 0,800",
          en: "Krippendorff's alpha on gold is at least .800")
      }
    }
  }

  /// The mean of the languages' alphas, weighted by the row's passages in each.
  public var alpha: Double
  /// 95 %, as the evaluation gave it, combined over the languages; nil where the evaluation has none.
  public var interval: ClosedRange<Double>?

  public var mark: Mark { Mark(alpha: alpha) }

  public init(alpha: Double, interval: ClosedRange<Double>? = nil) {
    self.alpha = alpha
    self.interval = interval
  }
}
