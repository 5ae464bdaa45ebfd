/// The languages that every label, table and report is written in.
public enum LabelLanguage: String, Sendable, CaseIterable {
  case kk, ru, en
}

/// A label in Kazakh, Russian and English.
///
/// ```swift
/// TrilingualLabel(kk: "Өңір", ru: "Регион", en: "Region")[.ru]  // "Регион"
/// ```
public struct TrilingualLabel: Sendable, Equatable {
  public var kk: String
  public var ru: String
  public var en: String

  public init(kk: String, ru: String, en: String) {
    self.kk = kk
    self.ru = ru
    self.en = en
  }

  /// All three texts from one function of the language.
  public init(_ text: (LabelLanguage) -> String) {
    self.init(kk: text(.kk), ru: text(.ru), en: text(.en))
  }

  /// The same text in all three languages: a key that nobody has labelled, a number, a name.
  public init(untranslated text: String) {
    self.init(kk: text, ru: text, en: text)
  }

  public subscript(language: LabelLanguage) -> String {
    switch language {
    case .kk: kk
    case .ru: ru
    case .en: en
    }
  }
}
