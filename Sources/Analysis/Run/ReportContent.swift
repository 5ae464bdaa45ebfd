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
      .map { HTMLReport.Fact(FactWording.label(of: $0.key), FactWording.value($0.value, of: $0.key)) }
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
    let keys = [counted.documents, counted.passages, counted.coded]
    return (keys + (pipeline.period.isBounded ? ["period"] : [])).compactMap { key in
      manifest.facts.first { $0.key == key }.map {
        HTMLReport.Fact(FactWording.label(of: key), $0.value)
      }
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
      outcome: pipeline.figure?.outcome, groups: groups)
  }
}
