/// Which cells terciles are taken over.
public enum LevelScope: String, Sendable, CaseIterable {
  /// The rows of the same column: where is it strongest?
  case column
  /// The columns of the same row: what is strongest here?
  case row
  /// All cells.
  case table
}

/// The stated rule by which a share or rate is called high, medium or low.
///
/// Under every rule a cell that counts nothing is low, and a cell whose base is smaller than the table's minimum has no
/// level. Totals are read by the same rule: terciles over the totals of the other columns.
public enum LevelRule: Sendable, Equatable {
  /// High from `high` on, medium from `medium` on, else low. In the unit of the values: shares from 0 to 1,
  /// rates in their scale.
  case cutOffs(medium: Double, high: Double)
  /// Above the upper tercile of the values high, below the lower tercile low, else medium, those on a tercile
  /// included. Terciles are interpolated linearly (type 7 of R. J. Hyndman and Y. Fan, "Sample quantiles in
  /// statistical packages", The American Statistician 50 (1996), 361-365). Needs three cells.
  case terciles(LevelScope)
  /// The ratio to the value of a reference row in the same column, or of all rows together where `row` is nil:
  /// high from `high` on, low below `low`, else medium. No level where the reference is 0; nor for totals.
  case reference(row: String?, low: Double, high: Double)

  /// The rule in words with how totals are read, for what stands beside tables.
  public var legend: TrilingualLabel {
    guard case .terciles(let scope) = self, scope != .row else { return label }
    return TrilingualLabel(
      kk: label.kk + "; «Барлығы» жолында сол жолдың терцильдері бойынша",
      ru: label.ru + "; в строке «Всего» по терцилям самой этой строки",
      en: label.en + "; in the row of totals by terciles of that row")
  }

  /// The rule in words.
  public var label: TrilingualLabel {
    switch self {
    case .cutOffs(let medium, let high):
      TrilingualLabel(
        kk: "\(high) бастап — жоғары, \(medium) бастап — орташа, одан аз — төмен",
        ru: "от \(high) — высокий, от \(medium) — средний, ниже — низкий",
        en: "high from \(high), medium from \(medium), else low")
    case .terciles(let scope):
      switch scope {
      case .column:
        TrilingualLabel(
          kk: "бағандағы мәндердің терцильдері бойынша", ru: "по терцилям значений столбца",
          en: "by terciles of the column's values")
      case .row:
        TrilingualLabel(
          kk: "жолдағы мәндердің терцильдері бойынша", ru: "по терцилям значений строки",
          en: "by terciles of the row's values")
      case .table:
        TrilingualLabel(
          kk: "кестенің барлық мәндерінің терцильдері бойынша", ru: "по терцилям всех значений таблицы",
          en: "by terciles of all values of the table")
      }
    case .reference(let row, let low, let high):
      TrilingualLabel(
        kk: "\(row ?? "барлық жолдар") мәніне қатынасы: \(high) бастап — жоғары, \(low) төмен болса — төмен",
        ru: "отношение к значению \(row ?? "всех строк"): от \(high) — высокий, ниже \(low) — низкий",
        en: "ratio to \(row ?? "all rows"): high from \(high), low below \(low)")
    }
  }
}
