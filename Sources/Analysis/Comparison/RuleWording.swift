import Reporting
import Tabulation

/// Rules in words, with the numbers that they were applied to, in three languages.
enum RuleWording {
  static let and = TrilingualLabel(kk: "және", ru: "и", en: "and")
  static let or = TrilingualLabel(kk: "немесе", ru: "или", en: "or")
  private static let sessions = TrilingualLabel(kk: "сессия", ru: "сессий", en: "sessions")
  private static let words = TrilingualLabel(kk: "сөз", ru: "слов", en: "words")
  static let noCode = TrilingualLabel(
    kk: "ұяшықтың коды жоқ", ru: "у ячейки нет кода", en: "the cell has no code")
  static let noTable = TrilingualLabel(
    kk: "бұл өңір мен кодтың ұяшығы кестелерде жоқ", ru: "в таблицах нет ячейки этого региона и кода",
    en: "the tables have no cell of this region and code")
  static let noUnits = TrilingualLabel(
    kk: "өңірдің құжаттары жоқ", ru: "нет документов региона", en: "there are no documents of the region")
  static let noRule = TrilingualLabel(
    kk: "бұл сөзді саннан оқитын ереже жоқ", ru: "нет правила, по которому это слово читается по числам",
    en: "no rule reads this word off the counts")

  static func not(_ text: TrilingualLabel) -> TrilingualLabel {
    TrilingualLabel { "\(TrilingualLabel(kk: "емес", ru: "не", en: "not")[$0]) (\(text[$0]))" }
  }

  /// The texts, each but the first with the word in front.
  static func lines(_ texts: [TrilingualLabel], joinedBy word: TrilingualLabel) -> [TrilingualLabel] {
    texts.enumerated().map { index, text in index == 0 ? text : TrilingualLabel { "\(word[$0]) \(text[$0])" }
    }
  }

  static func bracketed(_ text: TrilingualLabel) -> TrilingualLabel { TrilingualLabel { "(\(text[$0]))" } }

  /// `“Oversight” is low: 6 of 110 (5.5%), medium [no]`.
  static func test(
    _ code: TrilingualLabel, _ asked: TrilingualLabel?, _ found: TrilingualLabel,
    _ truth: RuleEvaluator.Truth
  ) -> TrilingualLabel {
    TrilingualLabel { language in
      let name = language == .en ? "“\(code.en)”" : "«\(code[language])»"
      let question = asked.map { " \($0[language])" } ?? ""
      return "\(name)\(question): \(found[language]) [\(self.truth(truth)[language])]"
    }
  }

  static func truth(_ truth: RuleEvaluator.Truth) -> TrilingualLabel {
    switch truth {
    case .yes: TrilingualLabel(kk: "иә", ru: "да", en: "yes")
    case .no: TrilingualLabel(kk: "жоқ", ru: "нет", en: "no")
    case .unknown: TrilingualLabel(kk: "белгісіз", ru: "неизвестно", en: "unknown")
    }
  }

  // MARK: What a test asks

  static func isLevel(_ levels: [Level]) -> TrilingualLabel {
    TrilingualLabel { language in
      let names = levels.map { $0.label[language] }.joined(separator: " \(or[language]) ")
      return language == .en ? "is \(names)" : "— \(names)"
    }
  }

  static func standsOut(p: Double, ratio: Double) -> TrilingualLabel {
    TrilingualLabel { language in
      var limits: [String] = []
      if p < 1 { limits.append("p ≤ \(number(p, language))") }
      if ratio > 1 { limits.append("≥ \(number(ratio, language))×") }
      let word = TrilingualLabel(kk: "ерекшеленеді", ru: "выделяется", en: "stands out")[language]
      return limits.isEmpty ? word : "\(word) (\(limits.joined(separator: ", ")))"
    }
  }

  static func value(over: Bool, _ bound: Double, _ unit: CountingUnit) -> TrilingualLabel {
    TrilingualLabel { language in
      "\(over ? ">" : "<") \(ValueText.text(bound, unit, language))"
        + (unit.isRate ? " (\(self.unit(unit)[language]))" : "")
    }
  }

  static func found(_ least: Int) -> TrilingualLabel {
    TrilingualLabel { language in
      let word = TrilingualLabel(kk: "кездеседі", ru: "встречается", en: "is found")[language]
      return least > 1 ? "\(word) (≥ \(least))" : word
    }
  }

  static func figure(_ value: Double?, year: Int?) -> TrilingualLabel {
    TrilingualLabel { language in
      let number = value.map { Self.number($0, language) } ?? "–"
      let word = TrilingualLabel(
        kk: "— құжаттағы сан \(number)", ru: "— число в документах \(number)",
        en: "with the number \(number) in documents")[language]
      return year.map { "\(word) (\($0))" } ?? word
    }
  }

  // MARK: What was found

  /// What a test of the kind reads of a cell: `6 of 110 (5.5%), medium`, or `6 of 110 (5.5%); 1.8 times the other
  /// regions, p = 0.031`.
  static func numbers(_ reading: TableReadings.Reading, _ kind: ReadingTest.Kind) -> TrilingualLabel {
    TrilingualLabel { language in
      var text = count(reading.estimate, language)
      let statistics = reading.statistics
      if case .level = kind, let level = statistics.level?.level { text += ", \(level.label[language])" }
      if case .standsOut = kind, let keyness = statistics.keyness {
        text += "; " + Self.keyness(keyness, language)
      }
      if statistics.isTooFew {
        text += "; " + TrilingualLabel(kk: "тым аз", ru: "слишком мало", en: "too few")[language]
      }
      return text
    }
  }

  /// `6 of 110 (5.5%)`, or `9, sessions: 4 (2.25 a session)`.
  static func count(_ estimate: CellEstimate, _ language: LabelLanguage) -> String {
    let value = ValueText.text(estimate, language)
    if estimate.unit.isRate {
      let base = estimate.unit == .perSession ? sessions : words
      let unit = unit(estimate.unit)[language]
      return "\(estimate.count), \(base[language]): \(estimate.base) (\(value) \(unit))"
    }
    return switch language {
    case .kk: "\(estimate.base) ішінен \(estimate.count) (\(value))"
    case .ru: "\(estimate.count) из \(estimate.base) (\(value))"
    case .en: "\(estimate.count) of \(estimate.base) (\(value))"
    }
  }

  static func keyness(_ keyness: Keyness, _ language: LabelLanguage) -> String {
    let times = ValueText.decimal(keyness.times, places: 2, language)
    let p = "p \(ValueText.probability(keyness.p.benjaminiHochberg, language))"
    return switch language {
    case .kk: "басқа өңірлерге қатынасы \(times), \(p)"
    case .ru: "отношение к другим регионам \(times), \(p)"
    case .en: "\(times) times the other regions, \(p)"
    }
  }

  static func stated(_ figures: [StatedFigure]) -> TrilingualLabel {
    guard !figures.isEmpty else {
      return TrilingualLabel(
        kk: "құжаттар сан атамайды", ru: "документы чисел не называют", en: "documents state no number")
    }
    return TrilingualLabel(untranslated: figures.map { "«\($0.text)»" }.joined(separator: ", "))
  }

  static func unit(_ unit: CountingUnit) -> TrilingualLabel {
    switch unit {
    case .perSession: TrilingualLabel(kk: "сессияға", ru: "на сессию", en: "a session")
    case .perThousandTokens: TrilingualLabel(kk: "1000 сөзге", ru: "на 1000 слов", en: "per 1,000 words")
    default: TrilingualLabel(untranslated: "")
    }
  }

  /// Whole numbers without decimals, others with two.
  static func number(_ value: Double, _ language: LabelLanguage) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    return ValueText.decimal(value, places: 2, language)
  }
}
