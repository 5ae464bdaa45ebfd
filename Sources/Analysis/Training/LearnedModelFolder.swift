import Coding
import Ingestion

/// The folder `model/` beside a codebook: `codes.tsv`, `weights.tsv`, `fields.tsv` and `training.tsv`, what they were
/// made from.
enum LearnedModelFolder {
  static let trainingFile = "training.tsv"

  static func load(_ folder: String, _ codebook: Codebook) throws(CodebookError) -> LearnedLink {
    let codes = try bytes(folder + "/" + LearnedModel.codesFile)
    let weights = try bytes(folder + "/" + LearnedModel.weightsFile)
    let fields = try bytes(folder + "/" + LearnedModel.fieldsFile)
    return try LearnedLink(
      LearnedModel(codes: codes, weights: weights, fields: fields, folder: folder), codebook, folder: folder)
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
