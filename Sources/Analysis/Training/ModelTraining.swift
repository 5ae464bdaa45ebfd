import Coding
import Foundation
import Ingestion
import Reporting

/// Trains the learned coder of a codebook from gold, tests it on what it has not seen, and writes it.
public struct ModelTraining: Sendable {
  /// Parts of the grouped cross-validation that thresholds and decisions are taken from.
  static let folds = 5

  let pipeline: Pipeline
  let set: TrainingSet
  let trainer: Trainer
  /// The bytes of `fields.tsv`; empty where there is none.
  let fields: [UInt8]
  /// Name and SHA-256 of each file that was learned from.
  let sources: [(name: String, sha256: String)]

  /// Passages learned from, and gold passages that their documents do not have.
  public var passages: Int { self.set.examples.count }
  public var missing: Int { self.set.missing }

  /// - Parameters:
  ///   - gold: JSON Lines of coded passages.
  ///   - documents: files and folders with the documents that the gold names.
  ///   - fields: file with the fields of meaning; nil for none.
  /// - Throws: `TrainingError`, `IngestionError`, `CodebookError`.
  public init(_ pipeline: Pipeline, gold: [String], documents: [String], fields: String? = nil) throws {
    self.pipeline = pipeline
    var passages: [GoldPassage] = []
    var sources: [(name: String, sha256: String)] = []
    for file in gold {
      let bytes = try SourceFile.bytes(of: file)
      passages += try GoldReader.passages(bytes, file: file).map(GoldPassage.init)
      sources.append((file, SourceFile.sha256(bytes)))
    }
    guard let first = gold.first, !passages.isEmpty else {
      throw TrainingError(
        file: gold.first ?? "--gold", line: 1, message: "there are no coded passages to learn from")
    }
    self.fields = try fields.map(SourceFile.bytes) ?? []
    set = try TrainingSet(
      CodingModel(folder: pipeline.codebook), passages, documents: FileFinder(documents).files,
      fields: WordFields(self.fields, file: fields ?? ""))
    guard !set.codes.isEmpty else {
      throw TrainingError(
        file: first, line: 1,
        message: "no code of '\(pipeline.codebook)' has \(TrainingSet.fewestExamples) passages")
    }
    trainer = Trainer(set)
    self.sources = sources
  }

  /// What a run gives.
  public struct Result: Sendable {
    public var model: LearnedModel
    /// Figures to read.
    public var report: String
  }

  /// Validates and trains. Minutes: each of about fifteen splits takes a fit for every code.
  ///
  /// - Parameter full: all validations; otherwise only the one that thresholds and decisions need.
  public func run(jobs: Int, full: Bool, progress: @Sendable (String) -> Void) async -> Result {
    progress("\(ModelTraining.folds) folds, grouped by document and author")
    let grouped = await Validation.run(trainer, Splits.grouped(set, folds: Self.folds), jobs: jobs)
    let decisions = DecisionRule.decisions(set, grouped)
    var report = ValidationReport(set, grouped: grouped)
    report.add("\(Self.folds) folds by document and author", grouped)
    if full {
      progress("single passages to documents")
      report.add(
        "single passages to documents",
        await Validation.run(trainer, Splits.documents(set), jobs: jobs))
      progress("each region by the others")
      report.add(
        "each region by the others", await Validation.run(trainer, Splits.byRegion(set), jobs: jobs))
      progress("documents of one language by the other")
      report.add(
        "documents of one language by the other",
        await Validation.run(trainer, Splits.acrossLanguages(set), jobs: jobs))
    }
    progress("all passages")
    let lines = await Validation.lines(trainer, Array(set.examples.indices), jobs: jobs)
    return Result(model: trainer.model(lines, decisions), report: report.text)
  }

  /// Writes the model's files into a folder, which is made where it does not exist.
  public func write(_ result: Result, to path: String) throws {
    let folder = try OutputFolder(path)
    let files = result.model.files(heading: [
      "Learned model of the codebook \(pipeline.id), made by 'hattama train'; do not edit."
    ])
    try folder.write(files.codes, to: LearnedModel.codesFile)
    try folder.write(files.weights, to: LearnedModel.weightsFile)
    try folder.write(fields, to: LearnedModel.fieldsFile)
    var training = "# What the model was made from, and how it did on passages that it had not seen.\n"
    training += "solver\tL2-regularised logistic regression, cost \(Trainer.cost), classes weigh the same\n"
    training += "lexicon\t\(Manifest.hash(ofFolder: pipeline.codebook))\n"
    for source in sources { training += "gold\t\(source.name)\t\(source.sha256)\n" }
    training += "passages\t\(passages)\n"
    for line in result.report.split(separator: "\n") { training += "# \(line)\n" }
    try folder.write(Array(training.utf8), to: LearnedModelFolder.trainingFile)
  }
}
