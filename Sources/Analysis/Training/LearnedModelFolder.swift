import Coding
import Ingestion

/// The folder `model/` beside a codebook: `codes.tsv`, `weights.tsv`, `fields.tsv` and `training.tsv`, what they were
/// made from.
enum LearnedModelFolder {
  static let trainingFile = "training.tsv"

  /// The files that a model is read from.
  static func files(_ folder: String) -> [String] {
    [LearnedModel.codesFile, LearnedModel.weightsFile, LearnedModel.fieldsFile].map { folder + "/" + $0 }
  }

  static func load(_ folder: String) throws(CodebookError) -> LearnedModel {
    let codes = try bytes(folder + "/" + LearnedModel.codesFile)
    let weights = try bytes(folder + "/" + LearnedModel.weightsFile)
    let fields = try bytes(folder + "/" + LearnedModel.fieldsFile)
    return try LearnedModel(codes: codes, weights: weights, fields: fields, folder: folder)
  }

  private static func bytes(_ path: String) throws(CodebookError) -> [UInt8] {
    do throws(IngestionError) {
      return try SourceFile.bytes(of: path)
    } catch {
      throw CodebookError([
        LexiconIssue(
          .error, "no-model", file: path, line: 1, column: 1,
          "the learned model cannot be read; train it with 'hattama train' or set 'coder: lexicon'")
      ])
    }
  }
}
