/// Percentile intervals of a table's shares over resamples of its clusters.
///
/// As many clusters as there are are drawn with replacement, and every share is computed anew; draws in which its base
/// is 0 are left out, and where they are more than half, or there are fewer than two clusters with a base, there is
/// no interval. Eight draws are computed at a time. See `DocumentBootstrap` for the source and for what few
/// documents mean.
struct ClusterBootstrap {
  /// Larger tables get no intervals: their draws would not fit into memory.
  static let mostSlots = 5000

  let resampling: Resampling
  let confidence: Double

  private typealias Lanes = SIMD8<Int32>

  /// One for each slot of `counts`: cells, then columns' totals.
  func intervals(_ matrix: ClusterMatrix) -> [ClosedRange<Double>?] {
    let slots = matrix.counts.slots
    guard matrix.clusters > 1, resampling.draws > 0, slots <= Self.mostSlots else {
      return Array(repeating: nil, count: slots)
    }
    var values = [[Double]](repeating: [], count: slots)
    for slot in values.indices { values[slot].reserveCapacity(resampling.draws) }
    var generator = SplitMix64(state: resampling.seed)
    var weights = [Lanes](repeating: .zero, count: matrix.clusters)
    var done = 0
    while done < resampling.draws {
      let lanes = min(8, resampling.draws - done)
      draw(lanes, &weights, &generator)
      let bases = (0...matrix.rows).map { sum(matrix.bases, $0, weights) }
      for slot in 0..<slots {
        let base = bases[slot / matrix.columns]
        let count = sum(matrix.counts, slot, weights)
        for lane in 0..<lanes where base[lane] > 0 {
          values[slot].append(Double(count[lane]) / Double(base[lane]) * matrix.unit.scale)
        }
      }
      done += lanes
    }
    return (0..<slots).map { slot in
      guard matrix.bases.entries(of: slot / matrix.columns).count > 1 else { return nil }
      return interval(values[slot])
    }
  }

  private func draw(_ lanes: Int, _ weights: inout [Lanes], _ generator: inout SplitMix64) {
    for cluster in weights.indices { weights[cluster] = .zero }
    for lane in 0..<lanes {
      for _ in weights.indices { weights[generator.next(below: weights.count)][lane] += 1 }
    }
  }

  private func sum(_ counts: SparseCounts, _ slot: Int, _ weights: [Lanes]) -> Lanes {
    var sum = Lanes.zero
    counts.clusters.withUnsafeBufferPointer { clusters in
      counts.values.withUnsafeBufferPointer { values in
        weights.withUnsafeBufferPointer { weights in
          for entry in counts.entries(of: slot) {
            sum &+= weights[Int(clusters[entry])] &* Lanes(repeating: values[entry])
          }
        }
      }
    }
    return sum
  }

  private func interval(_ values: [Double]) -> ClosedRange<Double>? {
    guard values.count * 2 >= resampling.draws else { return nil }
    let sorted = values.sorted()
    guard let low = DocumentBootstrap.quantile((1 - confidence) / 2, of: sorted),
      let high = DocumentBootstrap.quantile((1 + confidence) / 2, of: sorted), low <= high
    else { return nil }
    return low...high
  }
}
