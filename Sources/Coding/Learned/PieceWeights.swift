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
struct PieceWeights: Sendable {
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
  private var rowOf: [Int32] = []
  /// Row r: `rows[r * width..<(r + 1) * width]`.
  private var rows: [Lanes] = []
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
    width = max(1, (codeCount + Lanes.scalarCount - 1) / Lanes.scalarCount)
    (self.offsets, self.weights) = (offsets, weights)
    rowOf = Array(repeating: -1, count: features.count)
    for feature in features.indices where weightRange(feature).count > Self.fewWeights { addRow(feature) }
  }

  private mutating func addRow(_ feature: Int) {
    let first = rows.count
    rowOf[feature] = Int32(truncatingIfNeeded: first / width)
    rows.append(contentsOf: repeatElement(.zero, count: width))
    for weight in weights[weightRange(feature)] {
      let (vector, lane) = Int(weight.code).quotientAndRemainder(dividingBy: Lanes.scalarCount)
      rows[first + vector][lane] += weight.value
    }
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
  func add(_ features: [Int32], to sums: inout [Lanes]) {
    for feature in features {
      let row = Int(rowOf[Int(feature)])
      if row >= 0 {
        for vector in 0..<width { sums[vector] += rows[row * width + vector] }
      } else {
        addSingly(weightRange(Int(feature)), to: &sums)
      }
    }
  }

  @inline(__always)
  private func addSingly(_ range: Range<Int>, to sums: inout [Lanes]) {
    sums.withUnsafeMutableBytes { bytes in
      let sums = bytes.assumingMemoryBound(to: Float.self)
      for i in range {
        let weight = weights[i]
        let lane = Int(weight.code)
        precondition(lane >= 0 && lane < sums.count)
        sums[lane] += weight.value
      }
    }
  }
}
