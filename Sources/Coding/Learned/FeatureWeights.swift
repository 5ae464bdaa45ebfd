/// A feature's weight for a code.
struct CodeWeight: Sendable {
  var code: Int32
  var value: Float
}

/// The features of a model and their weights as scoring reads them.
///
/// A class, which nobody copies by mistake.
final class FeatureWeights: Sendable {
  /// Weights of neighbouring codes.
  typealias Lanes = SIMD16<Float>

  /// The features that are beginnings of words.
  let tree: BeginningTree
  /// Vectors that hold a weight for each code.
  let width: Int
  /// The weights of feature f: `offsets[f]..<offsets[f + 1]` in `weights`.
  private let offsets: [Int32]
  private let weights: [CodeWeight]
  /// The names that are not in `tree`, and their features.
  private let otherKeys: ByteKeys
  private let otherFeatures: [Int]

  /// - Parameters:
  ///   - features: distinct names.
  ///   - offsets: the weights of feature f are number `offsets[f]..<offsets[f + 1]` of `weights`.
  init(_ features: [String], codeCount: Int, offsets: [Int32], weights: [CodeWeight]) {
    precondition(weights.allSatisfy { $0.code >= 0 && $0.code < codeCount })
    var others: [Int] = []
    tree = BeginningTree(features, others: &others)
    otherKeys = ByteKeys(others.map { features[$0] })
    otherFeatures = others
    width = max(1, (codeCount + Lanes.scalarCount - 1) / Lanes.scalarCount)
    (self.offsets, self.weights) = (offsets, weights)
  }

  /// The weights of a feature in the order in which they were given.
  @inline(__always)
  subscript(feature: Int) -> ArraySlice<CodeWeight> {
    weights[Int(offsets[feature])..<Int(offsets[feature + 1])]
  }

  /// The number of a feature; nil where the model has none of that name.
  func find(_ name: String) -> Int? {
    tree.find(name) ?? otherKeys.find(Array(name.utf8).span).map { otherFeatures[$0] }
  }

  /// A feature's weight for a code; 0 where it has none.
  func weight(_ feature: Int, _ code: Int) -> Float {
    var sum: Float = 0
    for weight in self[feature] where Int(weight.code) == code { sum += weight.value }
    return sum
  }
}
