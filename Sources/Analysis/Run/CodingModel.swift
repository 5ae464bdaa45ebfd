import Coding
import Linguistics

/// A codebook with its lexicons, compiled: shared by all workers of a run.
public struct CodingModel: Sendable {
  public let lexicon: CompiledLexicon
  /// Problems of lexicon files: the entries concerned are left out.
  public let issues: [LexiconIssue]
  /// The learned model; nil where none is used.
  public let learned: LearnedLink?
  public let coder: CoderKind
  /// The dimension of each code, by the code's index, for output.
  let dimensions: [String]

  /// Loads and compiles a codebook folder.
  ///
  /// - Parameter coder: for `learned` and `combined` the model is read from `model/` in the folder.
  /// - Throws: `CodebookError` where the codebook, or the model that the coder needs, cannot be used.
  public init(folder: String, coder: CoderKind = .lexicon) throws(CodebookError) {
    let result = try LexiconLoader.load(folder: folder)
    lexicon = CompiledLexicon(
      [result.scheme], kazakh: { KazakhMatcher(lexemes: $0) }, russian: { RussianMatcher(lexemes: $0) })
    issues = result.issues + lexicon.issues
    let codebook = result.scheme.codebook
    self.coder = coder
    learned = coder == .lexicon ? nil : try LearnedModelFolder.load(folder + "/model", codebook)
    dimensions = codebook.codes.map { codebook.dimensions[$0.dimension].id }
  }

  /// The same codebook and lexicons with another learned model.
  init(_ other: CodingModel, learned: LearnedLink, coder: CoderKind) {
    lexicon = other.lexicon
    issues = other.issues
    dimensions = other.dimensions
    self.learned = learned
    self.coder = coder
  }

  public var codebook: Codebook { lexicon.schemes[0].codebook }

  public func dimension(of assignment: CodeAssignment) -> String { dimensions[assignment.code] }
}
