import Analysis
import ArgumentParser
import Reporting
import Tabulation

/// `hattama compare`: a run beside the published tables, or beside another run.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare a run with the published tables, or with another run, cell by cell.",
    discussion: """
      With one folder: a line for each published cell, `agrees`, `differs`, `not computable` or `presence only`, with \
      the rule of the pipeline that reads the printed word off the counts and the numbers put in; then the agreement \
      on the cells that could have disagreed. With two: which cells of the pipeline's tables changed, and because of \
      which documents, lexicon entries or codes.

      Examples:
        hattama compare                                    the study's run, where scripts/run puts it
        hattama compare results/socially-oriented-state
        hattama compare results/mine --published my/study --pipeline my-study.yaml --output comparison
        hattama compare results/before results/after --json > difference.json
      """)

  @Argument(
    help:
      "Output folder of a run, or of two runs, the earlier one first; results/<pipeline> where none is named."
  )
  var folders: [String] = []

  @Option(help: "Folder with published.tsv and regions.tsv; without it, the one that the pipeline names.")
  var published: String?

  @Option(help: "The pipeline whose tables and rules are used; without it, the study's.")
  var pipeline: String?

  @Option(help: "Also write CSV, JSON and Markdown to this folder.")
  var output: String?

  @Option(help: "Language of the reasons: kk, ru or en.")
  var language = "en"

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    guard folders.count <= 2 else {
      throw ValidationError("one run is compared with the published tables, two with each other")
    }
    guard LabelLanguage(rawValue: language) != nil else {
      throw ValidationError("--language is one of kk, ru, en")
    }
    if folders.count == 2, published != nil {
      throw ValidationError("--published is for one run; with two, the runs are compared with each other")
    }
  }

  func run() throws {
    try Setup.orStop {
      let file = try Setup.pipelineFile(pipeline)
      var loaded = try PipelineLoader.load(file)
      if let published { loaded.published = published }
      let model = try Setup.model(loaded, coder: .lexicon)
      let runs = folders.isEmpty ? ["results/" + loaded.id] : folders
      for run in runs where !Store.exists(run: run) {
        throw Setup.stop(
          "there is no run in \(run) to compare; make one first: hattama run \(file) --output \(run)")
      }
      let stores = try runs.map { try Store.open(run: $0) }
      if stores.count == 2 {
        let difference = try RunDifferenceBuilder(loaded, model, stores[0], stores[1]).difference()
        let files = RunDifferenceFiles(difference)
        try finish(files.files, text: files.text, json: files.json)
      } else {
        try compare(loaded, model, stores[0])
      }
    }
  }

  private func compare(_ pipeline: Pipeline, _ model: CodingModel, _ store: Store) throws {
    guard pipeline.published != nil else {
      throw Setup.stop(
        "\(pipeline.file) names no published tables; give a folder with --published or the key 'published'")
    }
    try StudyResults.check(pipeline, model.codebook, StoredTables.requests(pipeline, model))
    let tables = try StoredTables.tables(pipeline, model, store)
    let results = try StudyResults(pipeline, model.codebook, tables, store)
    guard let comparison = results.comparison else { return }
    let files = ComparisonFiles(comparison, documents: results.documents)
    try finish(
      files.files, text: files.text(in: LabelLanguage(rawValue: language) ?? .en), json: files.json)
  }

  private func finish(_ files: [(name: String, bytes: [UInt8])], text: String, json bytes: [UInt8]) throws {
    if let output {
      let folder = try OutputFolder(output)
      for file in files { try folder.write(file.bytes, to: file.name) }
    }
    if json { Output.write(bytes.span) } else { Output.write(text) }
  }
}
