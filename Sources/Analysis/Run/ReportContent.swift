import Coding
import Reporting
import Tabulation

/// Gathers what the report page shows: tables, their passages from the store, labels and facts.
struct ReportContent {
  private let pipeline: Pipeline
  private let model: CodingModel
  private let manifest: Manifest

  init(_ pipeline: Pipeline, _ model: CodingModel, _ manifest: Manifest) {
    self.pipeline = pipeline
    self.model = model
    self.manifest = manifest
  }

  /// - Throws: `StoreError`.
  func content(_ tables: [CrossTable], _ store: Store) throws -> HTMLReport.Content {
    var content = HTMLReport.Content(title: pipeline.title)
    content.isDemonstration = pipeline.isDemonstration
    content.facts = manifest.facts.map { HTMLReport.Fact(Self.label(of: $0.key), $0.value) }
    content.tables = tables
    for code in model.codebook.codes { content.codeLabels[code.id] = TrilingualLabel(code.label) }
    content.documents = try store.documents().map { document in
      HTMLReport.Document(
        path: document.path, title: document.title, region: document.region.flatMap(RegionNames.label),
        date: document.date)
    }
    let references = Set(tables.flatMap { $0.cells.flatMap(\.references) }).sorted()
    content.passages = try store.passages(references).map { passage in
      HTMLReport.Passage(
        PassageReference(document: passage.document, passage: passage.n), text: passage.text,
        language: passage.language, role: passage.role, speaker: passage.speaker,
        codes: passage.codings.map { coding in
          HTMLReport.Code(
            coding.code,
            evidence: coding.evidence.map {
              HTMLReport.Evidence($0.start..<$0.end, entry: $0.entry, rule: $0.rule)
            })
        })
    }
    return content
  }

  private static func label(of key: String) -> TrilingualLabel {
    switch key {
    case "program": TrilingualLabel(kk: "Бағдарлама", ru: "Программа", en: "Program")
    case "libraries": TrilingualLabel(kk: "Кітапханалар", ru: "Библиотеки", en: "Libraries")
    case "pipeline": TrilingualLabel(kk: "Талдау сипаттамасы", ru: "Описание анализа", en: "Pipeline")
    case "codebook": TrilingualLabel(kk: "Кодтау кітабы", ru: "Кодировочная книга", en: "Codebook")
    case "lexicons": TrilingualLabel(kk: "Сөздіктер", ru: "Словари", en: "Lexicons")
    case "region packs": TrilingualLabel(kk: "Өңірлік топтамалар", ru: "Пакеты регионов", en: "Region packs")
    case "project lexicon": TrilingualLabel(kk: "Жоба сөздігі", ru: "Словарь проекта", en: "Project lexicon")
    case "regions as of":
      TrilingualLabel(kk: "Өңірлер мына күнгі", ru: "Регионы на дату", en: "Regions as of")
    case "corpus": TrilingualLabel(kk: "Корпус", ru: "Корпус", en: "Corpus")
    case "demonstration": TrilingualLabel(kk: "Көрсетілім", ru: "Демонстрация", en: "Demonstration")
    case "period": TrilingualLabel(kk: "Кезең", ru: "Период", en: "Period")
    case "documents": TrilingualLabel(kk: "Құжаттар", ru: "Документы", en: "Documents")
    case "documents outside the period":
      TrilingualLabel(
        kk: "Кезеңнен тыс құжаттар", ru: "Документы вне периода", en: "Documents outside the period")
    case "passages": TrilingualLabel(kk: "Үзінділер", ru: "Фрагменты", en: "Passages")
    case "coded passages":
      TrilingualLabel(kk: "Кодталған үзінділер", ru: "Кодированные фрагменты", en: "Coded passages")
    default: TrilingualLabel(untranslated: key)
    }
  }
}
