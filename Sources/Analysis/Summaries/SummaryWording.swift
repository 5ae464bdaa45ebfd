import Reporting
import Tabulation

/// The sentences of summaries, in three languages.
enum SummaryWording {
  static let nothingStandsOut = TrilingualLabel(
    kk: "ештеңе ерекшеленбейді", ru: "ничего не выделяется", en: "nothing stands out")
  static let noChange = TrilingualLabel(
    kk: "салыстыру үшін тым аз", ru: "слишком мало для сравнения", en: "too few to compare")
  static let demonstration = TrilingualLabel(
    kk: "Көрнекі үлгі: құжаттар осы жоба үшін жазылған.",
    ru: "Демонстрация: документы написаны для этого проекта.",
    en: "Demonstration: the documents were written for this project.")
  static let standingOutNote = TrilingualLabel { language in
    let p = ValueText.decimal(StandingOut.p, places: 2, language)
    return switch language {
    case .kk:
      "▲ басқа өңірлерге қарағанда артық: кілттілік (G²), Бенджамини–Хохберг түзетуімен p ≤ \(p). ● кестенің жоғары деңгейі."
    case .ru:
      "▲ больше, чем в других регионах: ключевость (G²), p ≤ \(p) с поправкой Бенджамини–Хохберга. ● высокий уровень таблицы."
    case .en:
      "▲ more than in the other regions: keyness (G²), p ≤ \(p) corrected after Benjamini and Hochberg. ● of the table's high level."
    }
  }

  static func levelNote(_ table: TrilingualLabel, _ rule: TrilingualLabel) -> TrilingualLabel {
    TrilingualLabel(
      kk: "Деңгейлер («\(table.kk)»): \(rule.kk).", ru: "Уровни («\(table.ru)»): \(rule.ru).",
      en: "Levels (“\(table.en)”): \(rule.en).")
  }

  /// `Oversight: medium (5.5%)`.
  static func level(_ reading: TableReadings.Reading, _ name: TrilingualLabel?) -> TrilingualLabel {
    sentence(name) { language in
      let value = ValueText.text(reading.estimate, language)
      let unit = RuleWording.unit(reading.estimate.unit)[language]
      return "\(levelName(reading, language)) (\(unit.isEmpty ? value : value + " " + unit))"
    }
  }

  /// `6 of 110: 5.5% (2.5–11.4), medium`.
  static func number(_ reading: TableReadings.Reading, _ name: TrilingualLabel?) -> TrilingualLabel {
    sentence(name) { language in
      var text = RuleWording.count(reading.estimate, language)
      if let interval = ValueText.interval(reading.estimate, language) { text += " [\(interval)]" }
      return "\(text), \(levelName(reading, language))"
    }
  }

  private static func levelName(_ reading: TableReadings.Reading, _ language: LabelLanguage) -> String {
    reading.statistics.level?.level.label[language]
      ?? TrilingualLabel(kk: "деңгейсіз", ru: "без уровня", en: "no level")[language]
  }

  /// `▲ Water: 9 of 110 (8.2%); 3.1 times the other regions, p = 0.012`.
  ///
  /// - Parameter name: the code where the row is a region, the region where it is a code.
  static func standingOut(
    _ name: TrilingualLabel, _ reading: TableReadings.Reading, byKeyness: Bool
  ) -> TrilingualLabel {
    TrilingualLabel { language in
      let keyness = reading.statistics.keyness.map { "; " + RuleWording.keyness($0, language) } ?? ""
      let count = RuleWording.count(reading.estimate, language)
      return "\(byKeyness ? "▲" : "●") \(name[language]): \(count)\(keyness)"
    }
  }

  static func figure(_ figure: StatedFigure, date: String?) -> TrilingualLabel {
    TrilingualLabel(untranslated: "«\(figure.text)»" + (date.map { " (\($0))" } ?? ""))
  }

  static func change(_ change: PeriodChange, _ name: TrilingualLabel?) -> TrilingualLabel {
    sentence(name) { language in
      let before = RuleWording.count(change.before, language)
      let after = RuleWording.count(change.after, language)
      let p = "p \(ValueText.probability(change.p.benjaminiHochberg, language))"
      return switch language {
      case .kk: "\(change.date) дейін: \(before), кейін: \(after); \(p)"
      case .ru: "до \(change.date): \(before), после: \(after); \(p)"
      case .en: "before \(change.date): \(before), after: \(after); \(p)"
      }
    }
  }

  /// Before a quotation: what it is an example of.
  static func introduction(_ name: TrilingualLabel) -> TrilingualLabel {
    TrilingualLabel { name[$0] + ":" }
  }

  private static func sentence(
    _ name: TrilingualLabel?, _ text: (LabelLanguage) -> String
  ) -> TrilingualLabel {
    TrilingualLabel { language in name.map { "\($0[language]): " + text(language) } ?? text(language) }
  }
}
