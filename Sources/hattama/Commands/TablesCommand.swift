import Analysis
import ArgumentParser
import Reporting
import Tabulation

/// `hattama tables`: the tables of a run on the terminal.
struct TablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables",
    abstract: "Print the tables of a run, counted anew from its store.",
    discussion: """
      Examples:
        hattama tables Pipelines/socially-oriented-state.yaml results/socially-oriented-state
        hattama tables study.yaml out --table region-indicator --format csv > table.csv
        hattama tables study.yaml out --table table-4 --locale kk   a table of words, from the pipeline's summaries
        hattama tables study.yaml out --sensitivity   how much the levels depend on rules and entries
      """)

  @Argument(help: "Pipeline file.")
  var pipeline: String

  @Argument(help: "Output folder of a run.")
  var folder: String

  @Option(help: "Only this table.")
  var table: String?

  @Option(help: "\(TableExporters.all.map(\.name).joined(separator: ", ")).")
  var format = "markdown"

  @Option(help: "Language of headings and labels, where the format has only one: kk, ru or en.")
  var locale = "en"

  @Flag(
    help: "In place of the tables, how many levels other rules, or the loss of a lexicon entry, would change."
  )
  var sensitivity = false

  func validate() throws {
    guard LabelLanguage(rawValue: locale) != nil else { throw ValidationError("--locale is kk, ru or en") }
    guard TableExporters.named(format) != nil else {
      throw ValidationError("--format is one of \(TableExporters.all.map(\.name).joined(separator: ", "))")
    }
  }

  func run() throws {
    try Setup.orStop {
      let pipeline = try PipelineLoader.load(pipeline)
      let ids = pipeline.tables.map(\.id) + pipeline.summaries.map(\.id)
      if let table, !ids.contains(table) {
        throw Setup.stop("no table '\(table)' in the pipeline" + NearestName.hint(table, among: ids))
      }
      let summaries = pipeline.summaries.filter { table.map { [$0] }?.contains($0.id) ?? !sensitivity }
      let writer = StatementWriters.named(format)
      if let table, !pipeline.tables.contains(where: { $0.id == table }), writer == nil || sensitivity {
        throw Setup.stop(
          "'\(table)' is a table of words, which "
            + (sensitivity ? "has no levels of its own" : "the format '\(format)' cannot hold"))
      }
      // Only the table that is asked for is counted; tables of words are made of the others.
      var asked = pipeline
      if let table, summaries.isEmpty { asked.tables.removeAll { $0.id != table } }
      let model = try Setup.model(pipeline)
      let store = try Store.open(run: folder)
      var problems = 0
      let needsPassages = format == "json" || (writer != nil && !summaries.isEmpty)
      let tables = try StoredTables.tables(
        asked, model, store, references: needsPassages ? .usual : .none
      ) { problem in
        problems += 1
        Output.message("\(problem)")
      }
      let language = LabelLanguage(rawValue: locale) ?? .en
      for table in tables where self.table.map({ $0 == table.id }) ?? true {
        if sensitivity {
          Output.write(LevelSensitivityText.text(of: table, in: language))
        } else if let exporter = TableExporters.named(format) {
          Output.write(exporter.bytes(of: table, in: language).span)
        }
      }
      if let writer, !summaries.isEmpty {
        asked.summaries = summaries
        let results = try StudyResults(asked, model.codebook, tables, store)
        for summary in results.summaries {
          Output.write(writer.bytes(of: summary, documents: results.documents, in: language).span)
        }
      }
      if problems > 0 { throw ExitCode(1) }
    }
  }
}
