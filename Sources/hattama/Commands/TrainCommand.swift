import Analysis
import ArgumentParser
import Foundation

/// `hattama train`: learns a coder from coded passages.
struct TrainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Train the learned coder from passages that people coded, and say how well it does.",
    discussion: """
      Example:
        hattama train --pipeline Pipelines/socially-oriented-state.yaml --documents Corpus/documents \\
          --gold Corpus/gold/kk/gold.jsonl Corpus/gold/ru/gold.jsonl Corpus/training/kk.jsonl Corpus/training/ru.jsonl

      Gold is JSON Lines: text, codes, pest, form, topic, barrier, polarity, and doc (the document's file name) or \
      id. The figures come from passages whose document, author, region or language the model had not seen.
      """)

  @Option(help: "The pipeline whose codebook and lexicons are used.")
  var pipeline: String

  @Option(parsing: .upToNextOption, help: "Files of coded passages.")
  var gold: [String]

  @Option(parsing: .upToNextOption, help: "Files and folders with the documents that the gold names.")
  var documents: [String] = []

  @Option(help: "Fields of meaning; without it, fields.tsv beside the codebook's folder, where there is one.")
  var fields: String?

  @Option(help: "Folder of the model; without it, model/ beside the codebook.")
  var output: String?

  @Option(help: "Codes trained at a time.")
  var jobs = 2

  @Flag(help: "Only the validation that thresholds and decisions are taken from.")
  var quick = false

  func run() async throws {
    try await Setup.orStop {
      let loaded = try PipelineLoader.load(pipeline)
      let beside = URL(fileURLWithPath: loaded.codebook).deletingLastPathComponent()
        .appendingPathComponent("fields.tsv").path
      let training = try ModelTraining(
        loaded, gold: gold, documents: documents,
        fields: fields ?? (FileManager.default.fileExists(atPath: beside) ? beside : nil))
      Output.message("\(training.passages) passages")
      if training.missing > 0 {
        Output.message("\(training.missing) of them were not found in their documents")
      }
      let result = await training.run(jobs: jobs, full: !quick) { Output.message($0) }
      try training.write(result, to: output ?? loaded.codebook + "/model")
      Output.write(result.report)
    }
  }
}
