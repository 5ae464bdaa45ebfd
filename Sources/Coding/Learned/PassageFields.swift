/// The fields of meaning of the passage under way, and what their pairs add.
struct PassageFields {
  private let model: LearnedModel
  /// The model's, held here because it is asked for every pair.
  private let weights: FieldWeights
  /// Lists of fields: the length of each, then its fields. That at 0 is empty.
  var lists: [Int32] = [0]
  /// Distinct fields of the passage.
  private(set) var present: [Int] = []
  /// For each field the passage's distinct words that have it.
  private(set) var counts: [Int32]
  /// The pairs of fields that weigh something, and their features.
  private var pairs: [(a: Int, b: Int, feature: Int)] = []

  init(_ model: LearnedModel) {
    self.model = model
    weights = model.fieldWeights
    counts = Array(repeating: 0, count: model.fields.ids.count)
  }

  /// Keeps the fields of a word; where their list stands.
  mutating func add(_ fields: [Int]) -> Int {
    if fields.isEmpty { return 0 }
    let place = lists.count
    lists.append(Int32(truncatingIfNeeded: fields.count))
    for field in fields { lists.append(Int32(truncatingIfNeeded: field)) }
    return place
  }

  /// Forgets the fields of all words.
  mutating func removeWords() { lists.removeSubrange(1...) }

  mutating func beginPassage() {
    for field in present { counts[field] = 0 }
    present.removeAll(keepingCapacity: true)
  }

  /// Counts the fields of a list.
  mutating func count(_ list: Int) {
    for i in (list + 1)..<(list + 1 + Int(lists[list])) {
      let field = Int(lists[i])
      if counts[field] == 0 { present.append(field) }
      counts[field] += 1
    }
  }

  /// The fields of a list.
  func list(_ place: Int) -> ArraySlice<Int32> { lists[(place + 1)..<(place + 1 + Int(lists[place]))] }

  /// Brings what is present into the order of fields, so that sums do not depend on the order of words.
  mutating func sort() { present.sort() }

  /// Adds what the pairs of the passage's fields weigh. Quadratic in the fields, of which a passage has about ten.
  mutating func addPairs(to sums: inout [Float]) {
    pairs.removeAll(keepingCapacity: true)
    guard present.count > 1 else { return }
    let norm = 1 / Float(present.count)
    for place in 0..<present.count {
      for other in (place + 1)..<present.count {
        guard let feature = weights.pair(present[place], present[other]) else { continue }
        pairs.append((present[place], present[other], feature))
        for weight in model.weights[feature] { sums[Int(weight.code)] += weight.value * norm }
      }
    }
  }

  /// The pair that adds most to a code's score; nil where none adds. Of equals the first.
  func strongestPair(for code: Int) -> (a: Int, b: Int, feature: Int, value: Float)? {
    var best = -1
    var most: Float = 0
    for place in 0..<pairs.count {
      for weight in model.weights[pairs[place].feature] where Int(weight.code) == code {
        let value = weight.value / Float(present.count)
        if value > most { (best, most) = (place, value) }
      }
    }
    return best < 0 ? nil : (pairs[best].a, pairs[best].b, pairs[best].feature, most)
  }
}
