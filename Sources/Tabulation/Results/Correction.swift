/// A share freed of the coder's errors, or the reason why the data do not give one.
public enum Correction: Sendable, Equatable {
  case share(CorrectedShare)
  case refused(Refusal)

  /// Why there is no corrected share. The raw values stand in outputs.
  public enum Refusal: String, Sendable, CaseIterable {
    /// Sensitivity + specificity ≤ 1: the coder says no more than chance.
    case notIdentified = "not-identified"
    /// The gold has too few passages with the code, or too few without it.
    case tooFewInGold = "too-few-in-gold"
    /// The row has fewer units than the table's minimum.
    case tooFewUnits = "too-few-units"
    /// The unit is not the passage, on which errors were measured.
    case notPassages = "not-passages"
    /// The column is no code that was evaluated.
    case notEvaluated = "not-evaluated"

    public var label: TrilingualLabel {
      switch self {
      case .notIdentified:
        TrilingualLabel(
          kk: "бағаланбайды: сезімталдық + ерекшелік ≤ 1",
          ru: "не определяется: чувствительность + специфичность ≤ 1",
          en: "not identified: sensitivity + specificity ≤ 1")
      case .tooFewInGold:
        TrilingualLabel(
          kk: "эталонда үзінді тым аз", ru: "слишком мало фрагментов в эталоне",
          en: "too few passages in the gold")
      case .tooFewUnits:
        TrilingualLabel(
          kk: "жолда бірлік тым аз", ru: "слишком мало единиц в строке", en: "too few units in the row")
      case .notPassages:
        TrilingualLabel(
          kk: "қателер тек үзінділер бойынша өлшенген", ru: "ошибки измерены только на фрагментах",
          en: "errors were measured on passages only")
      case .notEvaluated:
        TrilingualLabel(
          kk: "бұл код эталонмен салыстырылмаған", ru: "этот код не сверен с эталоном",
          en: "this code was not evaluated on gold")
      }
    }
  }
}

/// A corrected share, from 0 to 1, with its interval.
public struct CorrectedShare: Sendable, Equatable {
  public var value: Double
  public var interval: ClosedRange<Double>

  public init(_ value: Double, _ interval: ClosedRange<Double>) {
    self.value = value
    self.interval = interval
  }
}
