import Reporting
import Tabulation

/// Writes what a run leaves behind: tables in every format asked for, spreadsheets, the report page, the
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

  /// Writes everything but the store, which is in its place already.
  ///
  /// - Returns: names of the files in the folder, in the order of writing.
  func write(_ tables: [CrossTable], _ manifest: Manifest) throws -> [String] {
    var names = [Store.fileName]
    try write(tables, &names)
    let study = try studyResults(tables)
    for (name, bytes) in study?.files(pipeline) ?? [] { try write(bytes, to: name, &names) }
    if pipeline.outputs.contains("html") || pipeline.outputs.contains("xlsx") {
      let store = try Store.open(run: folder.path)
      var content = try ReportContent(pipeline, model, manifest).content(tables, store)
      content.statements = study?.statements ?? []
      let passages = ReportContent.passages(store, model)
      if pipeline.outputs.contains("xlsx") {
        for language in LabelLanguage.allCases {
          let bytes = try TableWorkbook.bytes(of: content, in: language, passages: passages)
          try write(bytes, to: "tables-\(language.rawValue).xlsx", &names)
        }
      }
      if pipeline.outputs.contains("html") {
        try Task.checkCancellation()
        var file = try folder.open("report.html")
        try HTMLReport.write(content, passages: passages) { try file.append($0) }
        try file.commit()
        names.append("report.html")
      }
    }
    try writeManifest(manifest)
    names.append("manifest.json")
    return names
  }

  /// nil where the pipeline has neither summaries nor a publication to compare with.
  private func studyResults(_ tables: [CrossTable]) throws -> StudyResults? {
    guard pipeline.published != nil || !pipeline.summaries.isEmpty else { return nil }
    let store = try Store.open(run: folder.path)
    return try StudyResults(pipeline, model.codebook, tables, store)
  }

  /// The tables' own files: one for all languages, or one in the folder of each.
  private func write(_ tables: [CrossTable], _ names: inout [String]) throws {
    for exporter in TableExporters.all where pipeline.outputs.contains(exporter.name) {
      for table in tables {
        if !exporter.isTranslated {
          let name = "tables/\(table.id).\(exporter.fileExtension)"
          try write(exporter.bytes(of: table, in: .en), to: name, &names)
          continue
        }
        for language in LabelLanguage.allCases {
          let name = "tables/\(language.rawValue)/\(table.id).\(exporter.fileExtension)"
          try write(exporter.bytes(of: table, in: language), to: name, &names)
        }
      }
    }
    guard pipeline.outputs.contains("latex") else { return }
    for language in LabelLanguage.allCases {
      let document = LaTeXDocument.bytes(
        title: pipeline.title, isDemonstration: pipeline.isDemonstration, tables: tables.map(\.id),
        in: language)
      try write(document, to: "tables/\(language.rawValue)/all.tex", &names)
    }
  }

  private func write(
    _ bytes: [UInt8], to name: String, _ names: inout [String]
  ) throws {
    try Task.checkCancellation()
    try folder.write(bytes, to: name)
    names.append(name)
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
