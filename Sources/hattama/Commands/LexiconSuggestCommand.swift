import Analysis
import ArgumentParser
import Foundation

/// `hattama lexicon suggest`: candidates for a lexicon from a run.
struct LexiconSuggestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Suggest words and phrases for a region's lexicon, as a table to edit and apply.",
    discussion: """
      Examples:
        hattama lexicon suggest study.yaml results/study --region KZ-55 > candidates.tsv
        hattama lexicon suggest study.yaml results/study --code topic.water
        hattama lexicon apply candidates.tsv Lexicons/regions/KZ-55
      """)

  @Argument(help: "Pipeline file.")
  var pipeline: String

  @Argument(help: "Output folder of a run of this pipeline.")
  var results: String

  @Option(help: "What is key for the documents of this region.")
  var region: String?

  @Option(help: "What is key for the passages with this code.")
  var code: String?

  @Option(parsing: .upToNextOption, help: "Gold files or folders, for precision.")
  var gold: [String] = []

  @Option(help: "Rows at most.")
  var limit = 100

  func validate() throws {
    guard (region == nil) != (code == nil) else {
      throw ValidationError("give --region or --code, one of them")
    }
  }

  func run() throws {
    do {
      let loaded = try PipelineLoader.load(pipeline)
      let store = try Store.open(results + "/analysis.sqlite")
      let model = try CodingModel(loaded, coder: .lexicon)
      var finder = try SuggestionFinder(model, store, gold: gold.isEmpty ? nil : GoldReader.read(gold))
      finder.limit = limit
      let suggestions = finder.suggestions(for: region.map { .region($0) } ?? .code(code ?? ""))
      let prefix = region.map { $0.lowercased() + "-" } ?? ""
      Output.write(SuggestionTable.text(suggestions, prefix: prefix))
    } catch { throw Setup.stop("\(error)") }
  }
}

/// `hattama lexicon apply`: accepted candidates into a pack.
struct LexiconApplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract:
      "Add the accepted rows of a table of suggestions to a pack's lexicon; nothing that it has is changed.",
    discussion: """
      Example:
        hattama lexicon apply candidates.tsv Lexicons/regions/KZ-55
      """)

  @Argument(help: "The table of suggest, with x in the column accept of some rows.")
  var table: String

  @Argument(help: "Folder of the pack.")
  var pack: String

  func run() throws {
    let file = pack + "/lexicon.tsv"
    guard let table = FileManager.default.contents(atPath: self.table) else {
      throw Setup.stop("\(self.table): cannot be read")
    }
    guard let lexicon = FileManager.default.contents(atPath: file) else {
      throw Setup.stop("\(file): cannot be read; 'hattama lexicon new-region' makes it")
    }
    let (text, applied) = SuggestionTable.apply(
      [UInt8](table), name: self.table, to: String(decoding: lexicon, as: UTF8.self))
    for issue in applied.issues { Output.message("hattama: \(issue)") }
    do { try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic) } catch {
      throw Setup.stop("\(file): cannot be written: \(error.localizedDescription)")
    }
    Output.write("\(file): \(applied.added.count) added, \(applied.known.count) there already\n")
    for id in applied.added { Output.write("  \(id)\n") }
    if !applied.issues.isEmpty { throw ExitCode(1) }
  }
}
