/// A feature's weight for a code.
struct CodeWeight: Sendable {
  var code: Int32
  var value: Float
}

/// The features of a model and their weights as scoring reads them.
///
/// Frequent pieces have a weight for most codes: their weights stand side by side, zeros and all, and are added a vector
/// at a time. The many rare ones have a few weights, which are added one by one, for they would fill the caches
/// with zeros.
///
/// A class, which nobody copies by mistake.
final class PieceWeights: Sendable {
  /// Weights of neighbouring codes.
  typealias Lanes = SIMD16<Float>

  /// Features of more weights have a row.
  private static let fewWeights = 16

  let trie: PieceTrie
  /// Vectors that hold a weight for each code.
  let width: Int
  /// Weights of feature f: `offsets[f]..<offsets[f + 1]` in `weights`.
  let offsets: [Int32]
  let weights: [CodeWeight]
  /// The row of each feature, or -1.
  private let rowOf: [Int32]
  /// Row r: `rows[r * width..<(r + 1) * width]`.
  private let rows: [Lanes]
  /// The names that are not in `trie`, and their features.
  private let otherKeys: ByteKeys
  private let otherFeatures: [Int]

  /// - Parameters:
  ///   - features: distinct names.
  ///   - offsets: the weights of feature f are number `offsets[f]..<offsets[f + 1]` of `weights`.
  init(_ features: [String], codeCount: Int, offsets: [Int32], weights: [CodeWeight]) {
    var others: [Int] = []
    trie = PieceTrie(features, others: &others)
    otherKeys = ByteKeys(others.map { features[$0] })
    otherFeatures = others
    let width = max(1, (codeCount + Lanes.scalarCount - 1) / Lanes.scalarCount)
    var rowOf = Array(repeating: Int32(-1), count: features.count)
    var rows: [Lanes] = []
    for feature in features.indices {
      let range = Int(offsets[feature])..<Int(offsets[feature + 1])
      precondition(weights[range].allSatisfy { $0.code >= 0 && $0.code < codeCount })
      if range.count <= Self.fewWeights { continue }
      let first = rows.count
      rowOf[feature] = Int32(truncatingIfNeeded: first / width)
      rows.append(contentsOf: repeatElement(.zero, count: width))
      for weight in weights[range] {
        let (vector, lane) = Int(weight.code).quotientAndRemainder(dividingBy: Lanes.scalarCount)
        rows[first + vector][lane] += weight.value
      }
    }
    (self.width, self.offsets, self.weights, self.rowOf, self.rows) = (width, offsets, weights, rowOf, rows)
  }

  /// Indices into `weights`.
  @inline(__always)
  func weightRange(_ feature: Int) -> Range<Int> { Int(offsets[feature])..<Int(offsets[feature + 1]) }

  /// The number of a feature; nil where the model has none of that name.
  func find(_ name: String) -> Int? {
    trie.find(name) ?? otherKeys.find(Array(name.utf8).span).map { otherFeatures[$0] }
  }

  /// A feature's weight for a code; 0 where it has none.
  func weight(_ feature: Int, _ code: Int) -> Float {
    var sum: Float = 0
    for weight in weights[weightRange(feature)] where Int(weight.code) == code { sum += weight.value }
    return sum
  }

  /// Adds the weights of features, in their order, to `width` vectors of sums.
  ///
  /// The one place of the coder without bounds checks, as it costs most: features are numbers of this model, and `init`
  /// looked at all codes.
  func add(_ features: ArraySlice<Int32>, to sums: inout [Lanes]) {
    precondition(sums.count == width)
    sums.withUnsafeMutableBufferPointer { vectors in
      let lanes = UnsafeMutableRawBufferPointer(vectors).assumingMemoryBound(to: Float.self)
      rows.withUnsafeBufferPointer { rows in
        weights.withUnsafeBufferPointer { weights in
          for feature in features {
            let row = Int(rowOf[Int(feature)])
            if row >= 0 {
              for vector in 0..<width { vectors[vector] += rows[row * width + vector] }
            } else {
              for i in weightRange(Int(feature)) { lanes[Int(weights[i].code)] += weights[i].value }
            }
          }
        }
      }
    }
  }
}
