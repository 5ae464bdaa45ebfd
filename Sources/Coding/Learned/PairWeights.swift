/// What each pair of fields weighs for which codes, the pairs of a field side by side in the order in which scoring asks for
/// them: three of four pairs weigh something, and to look each up by its feature would wait for memory twice.
struct PairWeights: Sendable {
  /// The weights of fields a < b: `offsets[a * fields + b]..<offsets[a * fields + b + 1]` in `weights`.
  let offsets: [Int32]
  let weights: [CodeWeight]
  let fields: Int

  init(_ fieldWeights: FieldWeights, _ all: FeatureWeights) {
    fields = fieldWeights.count
    var offsets: [Int32] = []
    var weights: [CodeWeight] = []
    offsets.reserveCapacity(fields * fields + 1)
    offsets.append(0)
    for a in 0..<fields {
      for b in 0..<fields {
        if let feature = fieldWeights.pair(a, b) { weights.append(contentsOf: all[feature]) }
        offsets.append(Int32(truncatingIfNeeded: weights.count))
      }
    }
    (self.offsets, self.weights) = (offsets, weights)
  }
}
