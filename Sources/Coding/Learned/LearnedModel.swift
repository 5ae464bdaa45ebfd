import Linguistics

/// A linear model for each code over the beginnings of words, their fields of meaning and the lexicon's own codes; immutable
/// and shared between workers.
///
/// A passage's score for a code is
///
///     bias + Σ (word type of the passage) [Σ (beginning) weight / √(beginnings of the type) + Σ (field) weight] / √(types)
///          + Σ (pair of the passage's fields) weight / (fields of the passage) + weights of the lexicon's codes
///          + weight of the context · what the titles over the passage say of the code (`contextValue(of:)`)
///
/// and the passage takes the code where the score is above the code's threshold. The weights hold the beginnings' inverse
/// document frequency already, so that scoring a word is a sum that is found once per type.
public struct LearnedModel: Sendable, CompiledValue {
  /// How lexicon and learned score decide together.
  public enum Decision: String, Sendable, CaseIterable {
    /// The score alone, to which the lexicon's codes add.
    case learned
    /// The score or the lexicon, whichever gives the code.
    case either
    /// The lexicon alone.
    case lexicon
  }

  public struct Code: Sendable, Equatable {
    /// As in the codebook; `polarity.negative` and `polarity.positive` decide the passage's polarity.
    public var id: String
    public var bias: Double
    public var threshold: Double
    public var decision: Decision
    /// Passages that it was trained on with the code.
    public var examples: Int

    public init(id: String, bias: Double, threshold: Double, decision: Decision, examples: Int) {
      self.id = id
      self.bias = bias
      self.threshold = threshold
      self.decision = decision
      self.examples = examples
    }
  }

  /// A feature's weight for a code.
  public struct Weight: Sendable, Equatable {
    /// Index into `codes`.
    public var code: Int
    public var value: Double

    public init(code: Int, value: Double) {
      self.code = code
      self.value = value
    }
  }

  public let codes: [Code]
  /// The codes' properties, each by itself for the scoring loops.
  let biases: [Float]
  let thresholds: [Double]
  let decisions: [Decision]
  /// Sorted by their bytes.
  public let features: FeatureNames
  let weights: FeatureWeights
  /// Which words have which fields.
  public let fields: WordFields
  let fieldWeights: FieldWeights
  let pairWeights: PairWeights

  /// - Parameter features: distinct names, and the weights of each.
  public init(
    codes: [Code], features: [(name: String, weights: [Weight])], fields: WordFields = .none
  ) {
    var table = Table()
    for feature in features {
      for weight in feature.weights where weight.code < codes.count {
        table.add(code: weight.code, value: Float(weight.value))
      }
      table.end(feature.name)
    }
    self.init(codes: codes, table, fields)
  }

  init(codes: [Code], _ table: Table, _ fields: WordFields) {
    self.init(
      codes, FeatureNames(table.features), fields, FieldWeights(fields, features: table.features),
      FeatureWeights(table.features, codeCount: codes.count, offsets: table.offsets, weights: table.weights))
  }

  private init(
    _ codes: [Code], _ features: FeatureNames, _ fields: WordFields, _ fieldWeights: FieldWeights,
    _ weights: FeatureWeights
  ) {
    (self.codes, self.features, self.fields) = (codes, features, fields)
    (self.fieldWeights, self.weights) = (fieldWeights, weights)
    pairWeights = PairWeights(fieldWeights, weights)
    biases = codes.map { Float($0.bias) }
    thresholds = codes.map(\.threshold)
    decisions = codes.map(\.decision)
  }

  // MARK: Kept compiled

  package func write(to writer: inout CompiledWriter) {
    writer.array(codes) { code, writer in
      writer.text(code.id)
      writer.double(code.bias)
      writer.double(code.threshold)
      writer.text(code.decision.rawValue)
      writer.int(code.examples)
    }
    features.write(to: &writer)
    fields.write(to: &writer)
    fieldWeights.write(to: &writer)
    weights.write(to: &writer)
  }

  package init(from reader: inout CompiledReader) throws(CompiledReader.Damage) {
    let codes = try reader.array { reader throws(CompiledReader.Damage) in
      Code(
        id: try reader.text(), bias: try reader.double(), threshold: try reader.double(),
        decision: try reader.value(), examples: try reader.int())
    }
    let features = try FeatureNames(from: &reader)
    self.init(
      codes, features, try WordFields(from: &reader),
      try FieldWeights(from: &reader, featureCount: features.count),
      try FeatureWeights(from: &reader, featureCount: features.count, codeCount: codes.count))
  }

  /// The weights of all features, one after another.
  struct Table {
    private(set) var features: [String] = []
    private(set) var offsets: [Int32] = [0]
    private(set) var weights: [CodeWeight] = []

    mutating func reserve(weights count: Int) { weights.reserveCapacity(count) }

    mutating func add(code: Int, value: Float) {
      weights.append(CodeWeight(code: Int32(truncatingIfNeeded: code), value: value))
    }

    /// Ends the feature that the weights since the last end belong to.
    mutating func end(_ feature: String) {
      features.append(feature)
      offsets.append(Int32(truncatingIfNeeded: weights.count))
    }
  }

  /// The weights of a feature in the order in which they were given.
  public func weights(of feature: Int) -> [Weight] {
    weights[feature].map { Weight(code: Int($0.code), value: Double($0.value)) }
  }

  /// The name of the feature that the lexicon's assignment of a code is.
  ///
  /// ```
  /// LearnedModel.lexiconFeature("form.hearing")  // "lexicon:form.hearing"
  /// ```
  public static func lexiconFeature(_ code: String) -> String { "lexicon:" + code }
}
