/// Who decides the codes of a passage: `coder` in a pipeline file and in the output.
public enum CoderKind: String, Sendable, CaseIterable {
  case lexicon, learned, combined
}

/// A feature of the learned coder that speaks for a code.
public struct FeatureEvidence: Sendable, Equatable {
  /// Index into `LearnedModel.features`: the beginning or field of the word that weighs most.
  public var feature: Int
  /// The word: UTF-8 bytes from the start of the passage's text.
  public var span: Range<Int>
  /// What the word adds to the code's score.
  public var weight: Double

  public init(feature: Int, span: Range<Int>, weight: Double) {
    self.feature = feature
    self.span = span
    self.weight = weight
  }
}

/// A model joined to the codebook that it was trained for: which of its codes and features stand for which of the
/// codebook's codes.
public struct LearnedLink: Sendable {
  public let model: LearnedModel
  /// Codes that passages take, in the order of the codebook.
  let codebookCodes: [Int]
  /// For each code of the codebook its number in the model; nil where the model has none and the lexicon decides.
  let modelCodes: [Int?]
  /// For each code of the codebook the feature that the lexicon's assignment of it is.
  let lexiconFeatures: [Int?]
  /// By `Polarity.index`.
  let polarityCodes: [Int?]
  let polarityFeatures: [Int?]
  /// The features that titles are, in the order of the model's codes.
  let contexts: [Context]

  /// What titles weigh for a code.
  struct Context: Sendable {
    /// Number in the model.
    var code: Int
    var feature: Int
    var weight: Float
  }

  /// - Throws: `CodebookError` where the model has codes that the codebook lacks.
  public init(_ model: LearnedModel, _ codebook: Codebook, folder: String) throws(CodebookError) {
    self.model = model
    let known = Set(codebook.codes.filter { !$0.isGroup }.map(\.id))
    let unknown = model.codes.filter { !known.contains($0.id) && Polarity(code: $0.id) == nil }
    guard unknown.isEmpty else {
      throw CodebookError(
        unknown.map {
          LexiconIssue(
            .error, "unknown-code", file: folder + "/" + LearnedModel.codesFile, line: 1, column: 1,
            "the codebook has no code '\($0.id)'; train the model again with 'hattama train'")
        })
    }
    let numbers = Dictionary(
      model.codes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    func feature(_ code: String) -> Int? {
      model.weights.find(LearnedModel.lexiconFeature(code))
    }
    codebookCodes = codebook.codes.indices.filter {
      !codebook.codes[$0].isGroup && Polarity(code: codebook.codes[$0].id) == nil
    }
    modelCodes = codebook.codes.map { $0.isGroup ? nil : numbers[$0.id] }
    lexiconFeatures = codebook.codes.map { feature($0.id) }
    polarityCodes = Polarity.allCases.map { numbers["polarity.\($0.rawValue)"] }
    polarityFeatures = Polarity.allCases.map { feature("polarity.\($0.rawValue)") }
    contexts = model.codes.enumerated().compactMap { code, properties in
      model.weights.find(LearnedModel.contextFeature(properties.id)).map {
        Context(code: code, feature: $0, weight: model.weights.weight($0, code))
      }
    }
  }
}

extension Polarity {
  /// Place in `allCases`.
  var index: Int {
    switch self {
    case .neutral: 0
    case .positive: 1
    case .negative: 2
    }
  }
}
