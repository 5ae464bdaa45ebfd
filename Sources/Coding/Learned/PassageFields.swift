/// The fields of meaning of the passage under way, and what their pairs add.
struct PassageFields {
  private let model: LearnedModel
  /// Lists of fields: the length of each, then its fields. That at 0 is empty.
  var lists: [Int32] = [0]
  /// Distinct fields of the passage.
  private(set) var present: [Int] = []
  /// For each field the passage's distinct words that have it.
  private(set) var counts: [Int32]
  /// For each code the greatest weight of a pair, and the first pair that has it; 0 where none adds.
  private var strongest: [(weight: Float, a: Int32, b: Int32)]

  init(_ model: LearnedModel) {
    self.model = model
    counts = Array(repeating: 0, count: model.fields.ids.count)
    strongest = Array(repeating: (0, 0, 0), count: model.codes.count)
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
    for code in strongest.indices { strongest[code] = (0, 0, 0) }
    guard present.count > 1 else { return }
    let norm = 1 / Float(present.count)
    let (offsets, weights) = (model.pairWeights.offsets, model.pairWeights.weights)
    for place in 0..<present.count {
      let row = present[place] * model.pairWeights.fields
      for other in (place + 1)..<present.count {
        let pair = row + present[other]
        for i in Int(offsets[pair])..<Int(offsets[pair + 1]) {
          let code = Int(weights[i].code)
          let weight = weights[i].value
          sums[code] += weight * norm
          if weight > strongest[code].weight {
            strongest[code] = (
              weight, Int32(truncatingIfNeeded: present[place]), Int32(truncatingIfNeeded: present[other])
            )
          }
        }
      }
    }
  }

  /// The pair that adds most to a code's score; nil where none adds. Of equals the first.
  func strongestPair(for code: Int) -> (a: Int, b: Int, feature: Int, value: Float)? {
    let (a, b) = (Int(strongest[code].a), Int(strongest[code].b))
    guard strongest[code].weight > 0, let feature = model.fieldWeights.pair(a, b) else { return nil }
    return (a, b, feature, strongest[code].weight / Float(present.count))
  }
}
