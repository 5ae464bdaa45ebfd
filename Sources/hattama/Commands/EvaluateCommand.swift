import Analysis
import ArgumentParser
import Coding
import Foundation
import Reporting
import Tabulation

/// `hattama evaluate`: how well the coder does on passages that people coded.
struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract:
      "Compare the coder with gold: precision, recall, F1, alpha, kappa, AC1, and the worst mistakes.",
    discussion: """
      Codes the documents of the gold, meets passages by file name and text, and leaves headings out. People's \
      agreement stands beside the coder's where the gold has the answers of its coders. A measure that the data do \
      not define is a dash, never 0 or 1.

      Examples:
        # the study's coder on documents it did not learn from
        hattama evaluate
        # the lexicon alone on the bundled documents
        hattama evaluate --coder lexicon
        hattama evaluate --pipeline Pipelines/pest-rural-self-government.yaml
        # the table of codes for each language
        hattama evaluate --by language
        # what went wrong in one criterion
        hattama evaluate --errors 20 --code results
        # the honest figure: each region by what the others taught
        hattama evaluate --coder combined --unseen regions
        # the page on validity beside the table
        hattama evaluate --html validity.html
        # gold and documents of your own, for programs
        hattama evaluate --gold gold.jsonl --documents pages --json
      """)

  @Option(
    help: "The pipeline whose codebook, lexicons and coder are used; without it, the study's.",
    completion: .file(extensions: ["yaml", "yml"]))
  var pipeline: String?

  @Option(
    parsing: .upToNextOption,
    help: """
      Gold files (JSON Lines), or folders with gold.jsonl; without it, Corpus/gold, and Corpus/held-out for the shipped \
      models, which learned from the former.
      """,
    completion: .file())
  var gold: [String] = []

  @Option(
    parsing: .upToNextOption, help: "Folders with the gold's documents, where they are not beside it.",
    completion: .file())
  var documents: [String] = []

  @Option(help: "code: one table of codes; language, kind, region, language-kind: one for each.")
  var by = Grouping.code

  @Option(
    parsing: .unconditional,
    help: "Mistakes shown: so many false positives, and so many misses, of a dimension (5).",
    transform: WholeNumber.within(0...1_000_000))
  var errors = 5

  @Option(
    help: """
      lexicon, learned or combined; without it, the pipeline's coder. Passages that the shipped model learned from are \
      left out: no model is tested on them.
      """)
  var coder: CoderKind?

  @Option(
    help:
      "Train anew for each part of the gold and test that part: folds (of documents and authors), regions, or languages."
  )
  var unseen: UnseenTest.Parts?

  @Option(
    parsing: .upToNextOption,
    help: "With --unseen, further gold to learn from; without it, what the shipped model learned from.",
    completion: .file())
  var training: [String] = []

  @Option(
    parsing: .unconditional, help: "With --unseen, codes trained at a time (2).", transform: WholeNumber.jobs)
  var jobs = 2

  @Option(help: "Only the mistakes on this code, or on those of a criterion.")
  var code: String?

  @Option(
    parsing: .unconditional, help: "Resamples for the intervals; 0 for none (1000).",
    transform: WholeNumber.within(0...1_000_000))
  var resamples = 1000

  @Option(help: "Seed of the resamples.")
  var seed: UInt64 = DocumentBootstrap().seed

  @Option(help: "Write the page on validity, for the report, to this file as well.", completion: .file())
  var html: String?

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

  func run() async throws {
    let named = self.pipeline
    let pipeline: Pipeline = try Setup.orStop { try PipelineLoader.load(Setup.pipelineFile(named)) }
    let coder = self.coder ?? pipeline.coder
    let bundled = coder == .lexicon || unseen != nil ? "Corpus/gold" : "Corpus/held-out"
    let paths = gold.isEmpty ? [try Setup.projectFile(bundled)] : gold
    var standard = GoldReader.read(paths, documents: documents)
    guard !standard.passages.isEmpty else {
      throw Setup.stop(
        standard.problems.map(\.description).joined(separator: "\n")
          + "\nthere is no passage of gold to compare with")
    }
    let model: CodingModel
    let answers: GoldAnswers
    if let unseen {
      (model, standard, answers) = try await test(unseen, coder, of: pipeline, standard)
    } else {
      model = try Setup.model(pipeline, coder: coder)
      if coder != .lexicon { standard = try withoutTraining(standard, pipeline) }
      answers = GoldCoder(model).code(standard)
    }
    var groupings: Set<Evaluation.Grouping> = [.language, .kind, .region, by.evaluated]
    if json || html != nil { groupings.insert(.languageAndKind) }
    let evaluator = Evaluator(
      standard, answers, groupings: groupings, coder: coder, unseen: unseen,
      bootstrap: DocumentBootstrap(resamples: resamples, seed: seed))
    let evaluation = evaluator.evaluation(of: model.codebook)
    for problem in evaluation.problems { Output.message("\(problem)") }
    if let html { try write(evaluation.validityPage(model.codebook, mistakes: errors), to: html, model) }
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

  private func test(
    _ unseen: UnseenTest.Parts, _ coder: CoderKind, of pipeline: Pipeline, _ gold: GoldStandard
  ) async throws -> (CodingModel, GoldStandard, GoldAnswers) {
    let folder = pipeline.codebook
    let record = TrainingRecord(codebook: folder)
    if training.isEmpty {
      for name in record?.missing ?? [] {
        Output.message(
          "\(name), which the shipped model learned from, was not found: it teaches nothing here")
      }
    }
    let files = training.isEmpty ? record?.sources.compactMap(\.path) ?? [] : training
    return try await Setup.orStop {
      let model = try CodingModel(folder: folder)
      let test = try UnseenTest(
        folder: folder, kind: coder, gold: gold,
        teaching: GoldReader.read(files, documents: documents))
      let (tested, answers) = try await test.run(unseen, jobs: jobs) { Output.message($0) }
      guard !tested.passages.isEmpty else {
        throw Setup.stop("the gold does not have two \(unseen.rawValue) to keep apart")
      }
      return (model, tested, answers)
    }
  }

  /// The gold without what the shipped model learned from.
  private func withoutTraining(_ gold: GoldStandard, _ pipeline: Pipeline) throws -> GoldStandard {
    guard let record = TrainingRecord(codebook: pipeline.codebook) else { return gold }
    let rest = record.unseen(gold)
    let seen = gold.passages.count - rest.passages.count
    for name in record.missing {
      Output.message(
        "\(name), which the model learned from, was not found as it was: passages that it shares with the gold "
          + "cannot be told")
    }
    guard !rest.passages.isEmpty else {
      throw Setup.stop(
        "the model learned from all \(seen) passages of this gold, so they are no test of it; --unseen regions trains "
          + "models that have not seen them, --coder lexicon tests the lexicon alone")
    }
    if seen > 0 {
      Output.message("\(seen) passages that the model learned from are left out")
    }
    return rest
  }

  private func write(_ page: ValidityPage, to path: String, _ model: CodingModel) throws {
    let title = TrilingualLabel(model.codebook.title)
    do {
      try Data(page.page(title: title)).write(to: URL(fileURLWithPath: path))
    } catch {
      throw Setup.stop("\(path) cannot be written: \(error.localizedDescription)")
    }
  }
}

extension CoderKind: ExpressibleByArgument {}

extension UnseenTest.Parts: ExpressibleByArgument {}
