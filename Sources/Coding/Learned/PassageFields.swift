/// The fields of meaning of the passage under way, and what their pairs add.
struct PassageFields {
  private let model: LearnedModel
  /// Fields of each row of `TypeScores`, one after another, and where each row's begin.
  private var fields: [Int32] = []
  private var starts: [Int32] = [0]
  /// Distinct fields of the passage.
  private var present: [Int] = []
  private var isPresent: [Bool]
  /// The pairs of them that weigh something, and their features.
  private var pairs: [(a: Int, b: Int, feature: Int)] = []

  init(_ model: LearnedModel) {
    self.model = model
    isPresent = Array(repeating: false, count: model.fields.ids.count)
  }

  mutating func appendRow(_ row: [Int]) {
    for field in row { fields.append(Int32(truncatingIfNeeded: field)) }
    starts.append(Int32(truncatingIfNeeded: fields.count))
  }

  /// Forgets all rows.
  mutating func forget() {
    fields.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
  }

  mutating func beginPassage() {
    for field in present { isPresent[field] = false }
    present.removeAll(keepingCapacity: true)
  }

  /// Counts the fields of a word.
  @inline(__always)
  mutating func count(row: Int) {
    for i in Int(starts[row])..<Int(starts[row + 1]) {
      let field = Int(fields[i])
      if isPresent[field] { continue }
      isPresent[field] = true
      present.append(field)
    }
  }

  func has(_ field: Int, row: Int) -> Bool {
    fields[Int(starts[row])..<Int(starts[row + 1])].contains(Int32(truncatingIfNeeded: field))
  }

  /// Adds what the pairs of the passage's fields weigh. Quadratic in the fields, of which a passage has about ten.
  mutating func addPairs(to sums: inout [Float]) {
    pairs.removeAll(keepingCapacity: true)
    guard present.count > 1 else { return }
    present.sort()
    let norm = 1 / Float(present.count)
    for place in 0..<present.count {
      for other in (place + 1)..<present.count {
        guard let feature = model.fieldWeights.pair(present[place], present[other]) else { continue }
        pairs.append((present[place], present[other], feature))
        for i in model.pieces.weightRange(feature) {
          let weight = model.pieces.weights[i]
          sums[Int(weight.code)] += weight.value * norm
        }
      }
    }
  }

  /// The pair that adds most to a code's score; nil where none adds. Of equals the first.
  func strongestPair(for code: Int) -> (a: Int, b: Int, feature: Int, value: Float)? {
    var best = -1
    var most: Float = 0
    for place in 0..<pairs.count {
      for i in model.pieces.weightRange(pairs[place].feature)
      where Int(model.pieces.weights[i].code) == code {
        let value = model.pieces.weights[i].value / Float(present.count)
        if value > most { (best, most) = (place, value) }
      }
    }
    return best < 0 ? nil : (pairs[best].a, pairs[best].b, pairs[best].feature, most)
  }
}
