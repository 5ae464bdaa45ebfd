import Analysis
import ArgumentParser
import Foundation

/// `hattama lexicon suggest`: candidates for a lexicon from a run.
struct LexiconSuggestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Suggest words and phrases for a lexicon, as a table to edit and apply.",
    discussion: """
      Kinds of suggestions: key for the region or code against the rest; collocate, beside what an entry finds; variant, a \
      rare spelling of what an entry finds; abbreviation, explained in brackets; counterpart of what an entry finds in the \
      other language's version of a document. keyness is the log-likelihood ratio, p is corrected by Holm's method, \
      dispersion is Gries' DP (0 even, 1 in one document), precision the share of judged passages that have the code.

      Examples:
        hattama lexicon suggest study.yaml results/study --region KZ-55 > candidates.tsv
        hattama lexicon suggest study.yaml results/study --region KZ-55 --output candidates.xlsx
        hattama lexicon suggest study.yaml results/study --code topic.water --kind variant abbreviation
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

  @Option(
    parsing: .upToNextOption,
    help: "Only these kinds: \(Suggestion.Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var kind: [Suggestion.Kind] = []

  @Option(help: "Rows of each kind at most.")
  var limit = 100

  @Option(help: "The table to write, .tsv or .xlsx, which must not exist; without it, standard output.")
  var output: String?

  func validate() throws {
    guard (region == nil) != (code == nil) else {
      throw ValidationError("give --region or --code, one of them")
    }
  }

  func run() throws {
    try Setup.orStop {
      let loaded = try PipelineLoader.load(pipeline)
      let store = try Store.open(run: results)
      let model = try CodingModel(loaded, coder: .lexicon)
      var finder = try SuggestionFinder(model, store, gold: gold.isEmpty ? nil : GoldReader.read(gold))
      finder.limit = limit
      if let code, !model.codebook.codes.contains(where: { $0.id == code && !$0.isGroup }) {
        throw Setup.stop(
          "the codebook has no code '\(code)'" + NearestName.hint(code, among: model.codebook.codes.map(\.id))
        )
      }
      let suggestions = finder.suggestions(
        for: region.map { .region($0) } ?? .code(code ?? ""),
        kinds: kind.isEmpty ? Suggestion.Kind.allCases : kind)
      let prefix = region.map { $0.lowercased() + "-" } ?? ""
      if let output, output.hasSuffix(".xlsx") {
        try LexiconCommand.write(try SuggestionTable.workbook(suggestions, prefix: prefix), to: output)
      } else {
        try LexiconCommand.write(SuggestionTable.text(suggestions, prefix: prefix), to: output)
      }
    }
  }
}

/// `hattama lexicon apply`: accepted candidates into a pack.
struct LexiconApplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract:
      "Add the accepted rows of a table of suggestions to a pack's lexicon; nothing that it has is changed.",
    discussion: """
      Examples:
        hattama lexicon apply candidates.tsv Lexicons/regions/KZ-55
        hattama lexicon apply candidates.xlsx Lexicons/regions/KZ-55
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
    let rows = try Setup.orStop {
      let read = try SheetTable.table([UInt8](table), file: self.table)
      for problem in read.problems { Output.message("\(problem)") }
      guard !read.problems.contains(where: { $0.severity == .error }) else {
        throw Setup.stop("nothing was added; mend the cells and apply the table again")
      }
      return read.bytes
    }
    let (text, applied) = SuggestionTable.apply(
      rows, name: self.table, to: String(decoding: lexicon, as: UTF8.self))
    for issue in applied.issues { Output.message("\(issue)") }
    do { try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic) } catch {
      throw Setup.stop("\(file): cannot be written: \(error.localizedDescription)")
    }
    Output.write("\(file): \(applied.added.count) added, \(applied.known.count) there already\n")
    for id in applied.added { Output.write("  \(id)\n") }
    if !applied.issues.isEmpty { throw ExitCode(1) }
  }
}

extension Suggestion.Kind: ExpressibleByArgument {}
