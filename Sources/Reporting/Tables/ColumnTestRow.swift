import Tabulation

/// The line below a table's totals that compares the rows of each column: effect size and corrected p value.
struct ColumnTestRow {
  private let tests: [ColumnTest?]

  /// nil where the table asks for no comparison of rows (`keyness` or `association`), or no column can be tested.
  init?(_ table: CrossTable) {
    let isAsked = table.content.contains(.keyness) || table.content.contains(.association)
    guard isAsked, table.statistics.columnTests.contains(where: { $0 != nil }) else { return nil }
    tests = table.statistics.columnTests
  }

  static let label = TrilingualLabel(kk: "Жолдар айырмасы", ru: "Различия строк", en: "Rows compared")

  func effect(_ column: Int) -> Double? { tests[column]?.cramersV }

  func p(_ column: Int) -> Double? { tests[column]?.p.holm }

  /// `V 0.13, p = 0.003`; a dash for a column without a test.
  func text(_ column: Int, _ language: LabelLanguage) -> String {
    guard let test = tests[column] else { return "–" }
    return "V " + ValueText.decimal(test.cramersV, places: 2, language) + ", p "
      + ValueText.probability(test.p.holm, language)
  }

  /// What the line says, for legends.
  var note: TrilingualLabel {
    let isPermuted = tests.contains { $0?.test == .permutation }
    let test =
      isPermuted
      ? TrilingualLabel(
        kk: "құжаттарды алмастыру сынағы", ru: "перестановочный критерий по документам",
        en: "permutation of documents")
      : TrilingualLabel(kk: "χ² сынағы", ru: "критерий χ²", en: "χ² test")
    return TrilingualLabel(
      kk: "\(Self.label.kk): \(test.kk), Крамердің V коэффициенті, Холм түзетуімен p",
      ru: "\(Self.label.ru): \(test.ru), V Крамера, p с поправкой Холма",
      en: "\(Self.label.en): \(test.en), Cramér's V, p after Holm's correction")
  }
}
