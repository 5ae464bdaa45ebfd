import Foundation
import Glibc
import Reporting
import Tabulation

/// Writes what a run leaves behind: tables in every format asked for, spreadsheets, the report page, the store, the
/// manifest. Each file is written aside and appears whole.
struct RunOutputs {
  private let pipeline: Pipeline
  private let model: CodingModel
  private let folder: OutputFolder

  init(_ pipeline: Pipeline, _ model: CodingModel, _ folder: OutputFolder) {
    self.pipeline = pipeline
    self.model = model
    self.folder = folder
  }

  func write(_ state: inout RunSink.State) throws -> PipelineRun.Summary {
    var summary = state.summary
    var manifest = Manifest(pipeline, model, documents: state.documents)
    manifest.add("period", "\(pipeline.period.from ?? "…") – \(pipeline.period.to ?? "…")")
    manifest.add("documents", String(summary.documents))
    manifest.add("documents outside the period", String(summary.outsidePeriod))
    manifest.add("passages", String(summary.passages))
    manifest.add("coded passages", String(summary.codedPassages))
    try state.store.add(LexiconSnapshot(model.lexicon.schemes[0]))
    try state.store.finish(manifest.facts)
    try publish("analysis.sqlite")
    summary.files.append(folder.path + "/analysis.sqlite")

    let tables = state.builder.tables
    try write(tables, &summary)
    let study = try studyResults(tables)
    for (name, bytes) in study?.files(pipeline) ?? [] { try write(bytes, to: name, &summary) }
    if pipeline.outputs.contains("html") || pipeline.outputs.contains("xlsx") {
      let store = try Store.open(folder.path + "/analysis.sqlite")
      var content = try ReportContent(pipeline, model, manifest).content(tables, store)
      content.statements = study?.statements ?? []
      let passages = ReportContent.passages(store)
      if pipeline.outputs.contains("xlsx") {
        for language in LabelLanguage.allCases {
          let bytes = try TableWorkbook.bytes(of: content, in: language, passages: passages)
          try write(bytes, to: "tables-\(language.rawValue).xlsx", &summary)
        }
      }
      if pipeline.outputs.contains("html") {
        var file = try folder.open("report.html")
        try HTMLReport.write(content, passages: passages) { try file.append($0) }
        try file.commit()
        summary.files.append(folder.path + "/report.html")
      }
    }
    try writeManifest(manifest)
    summary.files.append(folder.path + "/manifest.json")
    return summary
  }

  /// nil where the pipeline has neither summaries nor a publication to compare with.
  private func studyResults(_ tables: [CrossTable]) throws -> StudyResults? {
    guard pipeline.published != nil || !pipeline.summaries.isEmpty else { return nil }
    let store = try Store.open(folder.path + "/analysis.sqlite")
    return try StudyResults(pipeline, model.codebook, tables, store)
  }

  /// The tables' own files: one for all languages, or one in the folder of each.
  private func write(_ tables: [CrossTable], _ summary: inout PipelineRun.Summary) throws(OutputError) {
    for exporter in TableExporters.all where pipeline.outputs.contains(exporter.name) {
      for table in tables {
        if !exporter.isTranslated {
          let name = "tables/\(table.id).\(exporter.fileExtension)"
          try write(exporter.bytes(of: table, in: .en), to: name, &summary)
          continue
        }
        for language in LabelLanguage.allCases {
          let name = "tables/\(language.rawValue)/\(table.id).\(exporter.fileExtension)"
          try write(exporter.bytes(of: table, in: language), to: name, &summary)
        }
      }
    }
    guard pipeline.outputs.contains("latex") else { return }
    for language in LabelLanguage.allCases {
      let document = LaTeXDocument.bytes(
        title: pipeline.title, isDemonstration: pipeline.isDemonstration, tables: tables.map(\.id),
        in: language)
      try write(document, to: "tables/\(language.rawValue)/all.tex", &summary)
    }
  }

  private func write(
    _ bytes: [UInt8], to name: String, _ summary: inout PipelineRun.Summary
  ) throws(OutputError) {
    try folder.write(bytes, to: name)
    summary.files.append(folder.path + "/" + name)
  }

  /// Renames a finished `.part` file.
  private func publish(_ name: String) throws(OutputError) {
    let path = folder.path + "/" + name
    guard rename(path + ".part", path) == 0 else {
      throw OutputError(path: path, message: "cannot be put in place: \(String(cString: strerror(errno)))")
    }
  }

  private func writeManifest(_ manifest: Manifest) throws(OutputError) {
    var json = JSONWriter()
    json.beginObject()
    for (key, value) in manifest.facts {
      json.key(text: key)
      json.value(value)
    }
    json.endObject()
    json.endLine()
    try folder.write(json.bytes, to: "manifest.json")
  }
}
