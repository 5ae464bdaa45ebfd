import Linguistics

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
    let ids = ByteKeys(fields.ids)
    let count = fields.ids.count
    var ofField = Array(repeating: Int32(-1), count: count)
    var ofPair = Array(repeating: Int32(-1), count: count * count)
    let (field, pair) = (Array("field:".utf8), Array("pair:".utf8))
    for (number, feature) in features.enumerated() where feature.utf8.contains(UInt8(ascii: ":")) {
      let name = Array(feature.utf8)
      if name.starts(with: field) {
        guard let id = ids.find(name.span.extracting(field.count...)) else { continue }
        ofField[id] = Int32(truncatingIfNeeded: number)
      } else if name.starts(with: pair), let plus = name.firstIndex(of: UInt8(ascii: "+")) {
        guard let a = ids.find(name.span.extracting(pair.count..<plus)),
          let b = ids.find(name.span.extracting((plus + 1)...))
        else { continue }
        ofPair[min(a, b) * count + max(a, b)] = Int32(truncatingIfNeeded: number)
      }
    }
    (self.ofField, self.ofPair, self.count) = (ofField, ofPair, count)
  }

  func write(to writer: inout CompiledWriter) {
    writer.flat(ofField)
    writer.flat(ofPair)
  }

  init(from reader: inout CompiledReader, featureCount: Int) throws(CompiledReader.Damage) {
    ofField = try reader.flat()
    ofPair = try reader.flat()
    count = ofField.count
    guard ofPair.count == count * count, (ofField + ofPair).allSatisfy({ $0 >= -1 && $0 < featureCount })
    else {
      throw CompiledReader.Damage()
    }
  }

  /// The feature of a pair of fields, of which the first is the lower one; nil where it weighs nothing.
  func pair(_ a: Int, _ b: Int) -> Int? {
    let feature = Int(ofPair[a * count + b])
    return feature < 0 ? nil : feature
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
