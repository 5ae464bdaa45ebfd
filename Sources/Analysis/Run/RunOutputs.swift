import Foundation
import Glibc
import Reporting
import Tabulation

/// Writes what a run leaves behind: tables in every format asked for, the report page, the store, the manifest.
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

    let tables = state.builder.tallies.map { $0.table() }
    for table in tables {
      for exporter in TableExporters.all where pipeline.outputs.contains(exporter.name) {
        let name = "tables/\(table.id)\(exporter.name == "csv-wide" ? "-wide" : "").\(exporter.fileExtension)"
        try folder.write(exporter.bytes(of: table, in: .en), to: name)
        summary.files.append(folder.path + "/" + name)
      }
    }
    if pipeline.outputs.contains("html") {
      let store = try Store.open(folder.path + "/analysis.sqlite")
      let content = try ReportContent(pipeline, model, manifest).content(tables, store)
      try folder.write(HTMLReport.bytes(of: content), to: "report.html")
      summary.files.append(folder.path + "/report.html")
    }
    try writeManifest(manifest)
    summary.files.append(folder.path + "/manifest.json")
    return summary
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
