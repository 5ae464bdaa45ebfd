import Analysis
import ArgumentParser
import Reporting

/// `hattama tables`: the tables of a run on the terminal.
struct TablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables",
    abstract: "Print the tables of a run, counted anew from its store.",
    discussion: """
      Examples:
        hattama tables Pipelines/socially-oriented-state.yaml results/socially-oriented-state
        hattama tables study.yaml out --table region-indicator --format csv > table.csv
      """)

  @Argument(help: "Pipeline file.")
  var pipeline: String

  @Argument(help: "Output folder of a run.")
  var folder: String

  @Option(help: "Only this table.")
  var table: String?

  @Option(help: "\(TableExporters.all.map(\.name).joined(separator: ", ")).")
  var format = "markdown"

  func validate() throws {
    guard TableExporters.named(format) != nil else {
      throw ValidationError("--format is one of \(TableExporters.all.map(\.name).joined(separator: ", "))")
    }
  }

  func run() throws {
    do {
      let pipeline = try PipelineLoader.load(pipeline)
      if let table, !pipeline.tables.contains(where: { $0.id == table }) {
        throw Setup.stop(
          "no table '\(table)' in the pipeline; it has \(pipeline.tables.map(\.id).joined(separator: ", "))")
      }
      let model = try Setup.model(pipeline)
      let tables = try StoredTables.tables(pipeline, model, Store.open(folder + "/analysis.sqlite"))
      for result in tables where table == nil || result.id == table {
        if let exporter = TableExporters.named(format) {
          Output.write(exporter.bytes(of: result, in: .en).span)
        }
      }
    } catch let error as ExitCode {
      throw error
    } catch {
      throw Setup.stop("\(error)")
    }
  }
}
