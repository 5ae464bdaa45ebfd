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

  static let effectLabel = TrilingualLabel(kk: "Крамердің V коэффициенті", ru: "V Крамера", en: "Cramér's V")
  static let pLabel = TrilingualLabel(kk: "p (Холм)", ru: "p (Холм)", en: "p (Holm)")

  func effect(_ column: Int) -> Double? { tests[column]?.cramersV }

  func p(_ column: Int) -> Double? { tests[column]?.p.holm }

  /// `V 0.13, p = 0.003`; a dash for a column without a test, `§` where its expected counts are too small.
  func text(_ column: Int, _ language: LabelLanguage) -> String {
    guard let test = tests[column] else { return "–" }
    return "V " + ValueText.decimal(test.cramersV, places: 2, language) + ", p "
      + ValueText.probability(test.p.holm, language)
      + (isDoubtful(column) ? " " + Self.doubt : "")
  }

  /// Whether the column's p value is not to be relied on; then it has the mark `doubt`.
  func isDoubtful(_ column: Int) -> Bool { tests[column]?.isDoubtful == true }

  static let doubt = "§"

  /// What the line says, and its mark where a column has it, for legends.
  var notes: [TrilingualLabel] {
    tests.indices.contains(where: isDoubtful) ? [note, Self.smallCounts] : [note]
  }

  private static let smallCounts = TrilingualLabel(
    kk: """
      § Күтілетін жиіліктер χ² үшін тым аз (Кокрен ережесі: біреуі 1-ден аз немесе бестен бірінен көбі 5-тен аз): \
      орнына құжаттарды алмастыру сынағын (permutation) немесе ұяшықтардағы Фишер сынағын (association) алыңыз
      """,
    ru: """
      § Ожидаемые частоты слишком малы для χ² (правило Кокрена: хотя бы одна меньше 1 или более пятой части меньше 5): \
      используйте перестановки документов (permutation) или критерий Фишера в ячейках (association)
      """,
    en: """
      § Expected counts are too small for χ² (Cochran's rule: one below 1, or more than a fifth below 5): use the \
      permutation of documents (permutation) or Fisher's test of the cells (association) instead
      """)

  private var note: TrilingualLabel {
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
