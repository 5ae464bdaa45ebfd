import Linguistics

/// The features of passages for training, with their values before any weighting: beginnings of words, their fields of
/// meaning and the pairs of fields that a passage has.
///
/// Agrees with the sums that `LearnedCoder` forms from a model's weights. One per worker.
public final class FeatureExtractor {
  /// A feature and its value.
  public struct Feature: Sendable, Equatable {
    /// Id in `vocabulary`.
    public var id: Int32
    public var value: Double
  }

  /// Names of the features.
  public let vocabulary = TypeTable()
  private let types: TypeTable
  /// For each type its beginnings; nil where it was not asked for yet.
  private var beginnings: [[Int32]?] = []
  private let fields: WordFields
  /// For each type its fields; read with `beginnings`.
  private var fieldsOfType: [[Int]] = []

  /// - Parameter types: the table of the analyzer that makes the analyses.
  public init(types: TypeTable, fields: WordFields = .none) {
    self.types = types
    self.fields = fields
  }

  /// The features of a passage, sorted by id; empty where no sentence is Kazakh or Russian.
  public func features(_ analysis: TextAnalysis, sentences: Range<Int>) -> [Feature] {
    var seen: Set<Int32> = []
    var sums: [Int32: Double] = [:]
    var present: Set<Int> = []
    TypeScores.forEachWord(of: analysis, sentences) { token in
      let type = analysis.tokens[token].type
      let isNumber = types.withForm(type) { WordBeginnings.isNumber($0) }
      guard seen.insert(isNumber ? -1 : type).inserted else { return }
      let beginnings = beginnings(of: type)
      for beginning in beginnings {
        sums[beginning, default: 0] += 1 / Double(beginnings.count).squareRoot()
      }
      for field in fieldsOfType[Int(type)] {
        sums[id(of: LearnedModel.fieldFeature(fields.ids[field])), default: 0] += 1
        present.insert(field)
      }
    }
    let norm = 1 / Double(max(seen.count, 1)).squareRoot()
    var features = sums.map { Feature(id: $0.key, value: $0.value * norm) }
    for a in present {
      for b in present where a < b {
        let pair = id(of: LearnedModel.pairFeature(fields.ids[a], fields.ids[b]))
        features.append(Feature(id: pair, value: 1 / Double(present.count)))
      }
    }
    return features.sorted { $0.id < $1.id }
  }

  /// The id of a feature that is no beginning of a word, such as `LearnedModel.lexiconFeature`.
  public func id(of name: String) -> Int32 { vocabulary.intern(Array(name.utf8).span) }

  private func beginnings(of type: Int32) -> [Int32] {
    while beginnings.count <= Int(type) {
      beginnings.append(nil)
      fieldsOfType.append([])
    }
    if let known = beginnings[Int(type)] { return known }
    var found: [Int32] = []
    types.withForm(type) { form in
      fieldsOfType[Int(type)] = fields.fields(of: form)
      WordBeginnings(form).forEachName { found.append(vocabulary.intern($0)) }
    }
    beginnings[Int(type)] = found
    return found
  }
}
