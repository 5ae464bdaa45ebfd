/// Which of a model's features stand for which fields and pairs of fields.
///
/// `field:water` counts with the words that have it; `pair:lateness+water` once for a passage that has both fields.
struct FieldWeights: Sendable {
  /// For each field its feature, or -1.
  let ofField: [Int32]
  /// For fields a < b the feature of their pair at `a * fields + b`, or -1.
  private let ofPair: [Int32]
  let count: Int

  init(_ fields: WordFields, features: ByteKeys) {
    func number(_ name: String) -> Int32 {
      features.find(Array(name.utf8).span).map { Int32(truncatingIfNeeded: $0) } ?? -1
    }
    let ids = fields.ids
    ofField = ids.map { number(LearnedModel.fieldFeature($0)) }
    var ofPair = Array(repeating: Int32(-1), count: ids.count * ids.count)
    for a in ids.indices {
      for b in ids.indices where a < b {
        ofPair[a * ids.count + b] = number(LearnedModel.pairFeature(ids[a], ids[b]))
      }
    }
    self.ofPair = ofPair
    count = ids.count
  }

  /// The feature of a pair of fields, of which the first is the lower one; nil where it weighs nothing.
  @inline(__always)
  func pair(_ a: Int, _ b: Int) -> Int? {
    let feature = ofPair[a * count + b]
    return feature < 0 ? nil : Int(feature)
  }
}

extension LearnedModel {
  /// The name of the feature that a field is.
  ///
  /// ```
  /// LearnedModel.fieldFeature("water")  // "field:water"
  /// ```
  static func fieldFeature(_ id: String) -> String { "field:" + id }

  /// The name of the feature that two fields in one passage are; `a` sorts before `b`.
  ///
  /// ```
  /// LearnedModel.pairFeature("lateness", "water")  // "pair:lateness+water"
  /// ```
  static func pairFeature(_ a: String, _ b: String) -> String { "pair:\(a)+\(b)" }
}
