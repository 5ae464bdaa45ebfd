import Analysis
import ArgumentParser
import Coding
import Reporting
import Tabulation

/// `hattama evaluate`: how well the coder does on passages that people coded.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract:
      "Compare the coder with gold: precision, recall, F1, alpha, kappa, AC1, and the worst mistakes.",
    discussion: """
      Codes the documents of the gold, meets passages by file name and text, and leaves headings out. People's \
      agreement stands beside the coder's where the gold has the answers of its coders. A measure that the data do \
      not define is a dash, never 0 or 1.

      Examples:
        hattama evaluate                                     the study's coder on the bundled gold
        hattama evaluate --pipeline Pipelines/pest-rural-self-government.yaml
        hattama evaluate --by language                       the table of codes for each language
        hattama evaluate --errors 20 --code results          what went wrong in one criterion
        hattama evaluate --gold my/gold.jsonl --documents my/pages --json > evaluation.json
      """)

  @Option(help: "The pipeline whose codebook and lexicons are used; without it, the study's.")
  var pipeline: String?

  @Option(
    parsing: .upToNextOption,
    help: "Gold files (JSON Lines), or folders with gold.jsonl; without it, the bundled gold.")
  var gold: [String] = []

  @Option(parsing: .upToNextOption, help: "Folders with the gold's documents, where they are not beside it.")
  var documents: [String] = []

  @Option(help: "code: one table of codes; language, kind, region, language-kind: one for each.")
  var by = Grouping.code

  @Option(help: "Mistakes shown: so many false positives, and so many misses, of a dimension.")
  var errors = 5

  @Option(
    help:
      "lexicon, learned or combined. The shipped model was trained on the bundled gold: only lexicon is tested by it."
  )
  var coder = CoderKind.lexicon

  @Option(help: "Only the mistakes on this code, or on those of a criterion.")
  var code: String?

  @Option(help: "Resamples for the intervals; 0 for none.")
  var resamples = 1000

  @Option(help: "Seed of the resamples.")
  var seed: UInt64 = DocumentBootstrap().seed

  @Flag(help: "Print JSON.")
  var json = false

  enum Grouping: String, ExpressibleByArgument, CaseIterable {
    case code, language, kind, region
    case languageAndKind = "language-kind"

    var evaluated: Evaluation.Grouping {
      switch self {
      case .code: .all
      case .language: .language
      case .kind: .kind
      case .region: .region
      case .languageAndKind: .languageAndKind
      }
    }
  }

  func validate() throws {
    guard (0...100_000).contains(resamples) else {
      throw ValidationError("--resamples is between 0 and 100000")
    }
    guard errors >= 0 else { throw ValidationError("--errors is not negative") }
  }

  func run() throws {
    let model = try Setup.model(pipeline: pipeline, coder: coder)
    if coder != .lexicon {
      Output.message(
        "hattama: passages that a model was trained on are no test of it; model/training.tsv beside the codebook names "
          + "them, and has the figures on passages that it had not seen")
    }
    let paths = gold.isEmpty ? [try Setup.projectFile("Corpus/gold")] : gold
    let standard = GoldReader.read(paths, documents: documents)
    guard !standard.passages.isEmpty else {
      throw Setup.stop(
        standard.problems.map(\.description).joined(separator: "\n")
          + "\nthere is no passage of gold to compare with")
    }
    let evaluator = Evaluator(
      standard, GoldCoder(model).code(standard), groupings: [.language, .kind, .region, by.evaluated],
      bootstrap: DocumentBootstrap(resamples: resamples, seed: seed))
    let evaluation = evaluator.evaluation(of: model.codebook)
    for problem in evaluation.problems { Output.message("hattama: \(problem)") }
    if json {
      var writer = JSONWriter()
      EvaluationJSON.write(evaluation, mistakes: errors, code: code, to: &writer)
      Output.write(writer.bytes.span)
    } else {
      Output.write(
        shown: EvaluationText(evaluation, codesBy: by.evaluated, mistakes: errors, code: code).text)
    }
    if !evaluation.problems.isEmpty { throw ExitCode(1) }
  }
}

extension CoderKind: ExpressibleByArgument {}
