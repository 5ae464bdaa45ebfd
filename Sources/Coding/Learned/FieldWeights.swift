/// Which of a model's features stand for which fields and pairs of fields.
///
/// `field:water` counts with the words that have it; `pair:lateness+water` once for a passage that has both fields.
struct FieldWeights: Sendable {
  /// For each field its feature, or -1.
  let ofField: [Int32]
  /// For fields a < b the feature of their pair at `a * fields + b`, or -1.
  private let ofPair: [Int32]
  let count: Int

  /// - Parameter features: names of the model's features.
  init(_ fields: WordFields, features: [String]) {
    let numbers = Dictionary(
      fields.ids.enumerated().map { (Substring($1), $0) }, uniquingKeysWith: { first, _ in first })
    var ofField = Array(repeating: Int32(-1), count: numbers.count)
    var ofPair = Array(repeating: Int32(-1), count: numbers.count * numbers.count)
    for (number, feature) in features.enumerated() where feature.utf8.contains(UInt8(ascii: ":")) {
      let feature = feature.split(separator: ":", maxSplits: 1)
      let ids = feature.last?.split(separator: "+").compactMap { numbers[$0] } ?? []
      if feature.first == "field", ids.count == 1 {
        ofField[ids[0]] = Int32(truncatingIfNeeded: number)
      } else if feature.first == "pair", ids.count == 2 {
        ofPair[min(ids[0], ids[1]) * numbers.count + max(ids[0], ids[1])] = Int32(truncatingIfNeeded: number)
      }
    }
    (self.ofField, self.ofPair, count) = (ofField, ofPair, numbers.count)
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
