import Coding
import Foundation
import Ingestion

/// Tests a coder on passages by models that have not seen them: for each part of the gold a model is trained on the
/// rest, and the passages of that part are coded by it as in a run, with its evidence.
///
/// Thresholds and decisions of a model are those that held-out scores of its own training passages favour, as when the
/// shipped model is trained. Which pieces of words are features at all, and how frequent they are, is counted over all passages, whose codes play no
/// part in it.
public struct UnseenTest: Sendable {
  /// How the gold is parted.
  public enum Parts: String, Sendable, CaseIterable {
    /// Five parts, each document and each author whole in one of them.
    case folds
    /// Each region by what the other regions and the single passages taught: the honest figure for a new region.
    case regions
    /// Each language by what the other taught.
    case languages
  }

  private static let folds = 5

  private let model: CodingModel
  private let kind: CoderKind
  private let folder: String
  /// The passages tested first, then those that only teach.
  private let gold: GoldStandard
  private let tested: Int
  private let set: TrainingSet
  private let trainer: Trainer

  /// - Parameters:
  ///   - folder: the codebook's.
  ///   - gold: what is tested.
  ///   - teaching: passages to learn from beside the gold; those that the gold has too are left out.
  /// - Throws: `CodebookError`, `IngestionError`; `TrainingError` where no code has enough passages.
  public init(folder: String, kind: CoderKind, gold: GoldStandard, teaching: GoldStandard) throws {
    self.kind = kind
    self.folder = folder
    model = try CodingModel(folder: folder)
    let known = Set(gold.passages.map { PassageKey(document: $0.document ?? "", text: $0.text) })
    var all = gold
    all.passages += teaching.passages.filter {
      !known.contains(PassageKey(document: $0.document ?? "", text: $0.text))
    }
    all.documents.merge(teaching.documents) { own, _ in own }
    self.gold = all
    tested = gold.passages.count
    // A model learns anew with the same fields of meaning: they come from a file, not from passages.
    let file = folder + "/model/" + LearnedModel.fieldsFile
    let fields = FileManager.default.fileExists(atPath: file) ? try SourceFile.bytes(of: file) : []
    set = try TrainingSet(
      model, all.passages.map(GoldPassage.init), documents: all.documents.values.sorted(),
      fields: WordFields(fields, file: file))
    guard !set.codes.isEmpty else {
      throw TrainingError(
        file: gold.files.first ?? "gold", line: 1,
        message: "no code has \(TrainingSet.fewestExamples) passages: there is nothing to learn")
    }
    trainer = Trainer(set)
  }

  /// The passages that could be tested, and the answers to them.
  ///
  /// Cost: two trainings and a half of each code for each part; minutes for some thousand passages.
  ///
  /// - Throws: `CodebookError`.
  public func run(
    _ parts: Parts, jobs: Int, progress: @Sendable (String) -> Void
  ) async throws -> (gold: GoldStandard, answers: GoldAnswers) {
    let splits = splits(parts)
    progress("\(splits.count) \(parts.rawValue); \(set.examples.count) passages, \(set.codes.count) codes")
    let grouped = await Validation.run(trainer, Splits.grouped(set, folds: Self.folds), jobs: jobs)
    var answers = GoldAnswers()
    answers.answers = Array(repeating: nil, count: tested)
    var isTested = Array(repeating: false, count: tested)
    for (number, split) in splits.enumerated() {
      progress("\(parts.rawValue) \(number + 1) of \(splits.count): \(split.test.count) passages")
      let decisions = DecisionRule.decisions(set, grouped, allowed: Set(split.training))
      let lines = await Validation.lines(trainer, split.training, jobs: jobs)
      let link = try LearnedLink(trainer.model(lines, decisions), model.codebook, folder: folder)
      var part = gold
      part.passages = split.test.map { gold.passages[$0] }
      let found = GoldCoder(CodingModel(model, learned: link, coder: kind)).code(part, among: gold)
      for (index, answer) in zip(split.test, found.answers) {
        answers.answers[index] = answer
        isTested[index] = true
      }
      answers.facts.merge(found.facts) { first, _ in first }
      answers.problems += found.problems.filter { !answers.problems.contains($0) }
      // A document that is tested in two parts (its passages are of two languages) has its strays once.
      for (document, codes) in found.strays where answers.strays[document] == nil {
        answers.strays[document] = codes
      }
    }
    var rest = gold
    rest.passages = gold.passages.indices.filter { $0 < tested && isTested[$0] }.map { gold.passages[$0] }
    answers.answers = answers.answers.indices.filter { isTested[$0] }.map { answers.answers[$0] }
    return (rest, answers)
  }

  private func splits(_ parts: Parts) -> [Split] {
    let all: [Split] =
      switch parts {
      case .folds: Splits.grouped(set, folds: Self.folds)
      case .regions: Splits.byRegion(set)
      case .languages:
        [("kk", "ru"), ("ru", "kk")].map { tested, taught in
          Split(
            training: set.examples.indices.filter { set.examples[$0].language == taught },
            test: set.examples.indices.filter { set.examples[$0].language == tested })
        }
      }
    return all.map { Split(training: $0.training, test: $0.test.filter { $0 < tested }) }
      .filter { !$0.test.isEmpty && !$0.training.isEmpty }
  }
}
