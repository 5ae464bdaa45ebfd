import Coding
import Reporting
import Tabulation

/// Gathers what report and spreadsheets show beside the tables: labels, documents, facts, methods, the codebook's
/// picture. Passages are read from the store when they are written.
struct ReportContent {
  private let pipeline: Pipeline
  private let model: CodingModel
  private let manifest: Manifest

  init(_ pipeline: Pipeline, _ model: CodingModel, _ manifest: Manifest) {
    self.pipeline = pipeline
    self.model = model
    self.manifest = manifest
  }

  /// - Throws: `StoreError`; `PipelineError` where the pipeline's evaluation cannot be read.
  func content(_ tables: [CrossTable], _ store: Store) throws -> HTMLReport.Content {
    var content = HTMLReport.Content(title: pipeline.title)
    content.isDemonstration = pipeline.isDemonstration
    // The hash of what coded the documents is for programs; the facts beside it say the same to people.
    content.facts = manifest.facts.filter { $0.key != Manifest.coding }
      .map { HTMLReport.Fact(Self.label(of: $0.key), $0.value) }
    content.tables = tables
    for code in model.codebook.codes { content.codeLabels[code.id] = TrilingualLabel(code.label) }
    content.documents = try store.documents().map { document in
      HTMLReport.Document(
        path: document.path, title: document.title, region: document.region.flatMap(RegionNames.label),
        date: document.date)
    }
    content.keyFigures = keyFigures
    content.diagram = diagram
    content.validity = try QualityReader.evaluation(pipeline, model.codebook)?.validityPage(model.codebook)
    content.methods = MethodsText(pipeline, model, manifest).paragraphs
    return content
  }

  /// The passages of references, as report and spreadsheets ask for them.
  static func passages(_ store: Store, _ model: CodingModel) -> HTMLReport.PassageSource {
    let titles = PassageTitles(store, model)
    return { references in
      try store.passages(references).map { passage in
        HTMLReport.Passage(
          PassageReference(document: passage.document, passage: passage.n), text: passage.text,
          language: passage.language, role: passage.role, speaker: passage.speaker,
          codes: try passage.codings.map { coding in
            HTMLReport.Code(
              coding.code,
              evidence: try coding.evidence.map { evidence in
                let title = evidence.isContext ? try titles.title(over: passage, for: coding.code) : nil
                return HTMLReport.Evidence(
                  title.map { .title($0) }
                    ?? .words(evidence.start..<max(evidence.start, evidence.end)), entry: evidence.entry,
                  rule: evidence.rule)
              })
          })
      }
    }
  }

  private var keyFigures: [HTMLReport.Fact] {
    let counted = Manifest.counted
    return [counted.documents, counted.passages, counted.coded, "period"].compactMap { key in
      manifest.facts.first { $0.key == key }.map { HTMLReport.Fact(Self.label(of: key), $0.value) }
    }
  }

  /// The groups of the indicators with their codes; nil where the codebook has no groups.
  private var diagram: HTMLReport.Diagram? {
    let codebook = model.codebook
    var groups: [(label: TrilingualLabel, items: [TrilingualLabel])] = []
    for (index, group) in codebook.codes.enumerated() where group.isGroup {
      guard codebook.dimensions[group.dimension].id == "indicator" else { continue }
      let items = codebook.codes.filter { $0.group == index && !$0.isGroup }
      groups.append((TrilingualLabel(group.label), items.map { TrilingualLabel($0.label) }))
    }
    guard !groups.isEmpty else { return nil }
    return HTMLReport.Diagram(
      title: pipeline.figure?.label
        ?? TrilingualLabel(
          kk: "Кодтау кітабының өлшемшарттары", ru: "Критерии кодировочной книги",
          en: "Criteria of the codebook"),
      outcome: pipeline.figure?.outcome ?? TrilingualLabel(codebook.title), groups: groups)
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
    case "documents":
      TrilingualLabel(kk: "Оқылған құжаттар", ru: "Прочитано документов", en: "Documents read")
    case "documents outside the period":
      TrilingualLabel(
        kk: "Кезеңнен тыс құжаттар", ru: "Документы вне периода", en: "Documents outside the period")
    case "documents without a day":
      TrilingualLabel(kk: "Күні жоқ құжаттар", ru: "Документы без даты", en: "Documents without a day")
    case "passages":
      TrilingualLabel(
        kk: "Оқылған үзінділер, тақырыптармен", ru: "Прочитано фрагментов, с заголовками",
        en: "Passages read, with headings")
    case "coded passages":
      TrilingualLabel(
        kk: "Олардың кодталғаны", ru: "Из прочитанных с кодами", en: "Coded passages of those read")
    case Manifest.counted.documents:
      TrilingualLabel(kk: "Кестелердегі құжаттар", ru: "Документы в таблицах", en: "Documents in the tables")
    case Manifest.counted.passages:
      TrilingualLabel(kk: "Кестелердегі үзінділер", ru: "Фрагменты в таблицах", en: "Passages in the tables")
    case Manifest.counted.coded:
      TrilingualLabel(kk: "Олардың кодталғаны", ru: "Из них с кодами", en: "Of these with codes")
    default: TrilingualLabel(untranslated: key)
    }
  }
}
