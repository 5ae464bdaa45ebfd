/// The fields of meaning of the passage under way, and what their pairs add.
struct PassageFields {
  private let model: LearnedModel
  /// Fields of each known word, one after another, and where each word's begin.
  private var fields: [Int32] = []
  private var starts: [Int32] = [0]
  /// Distinct fields of the passage.
  private(set) var present: [Int] = []
  /// For each field the passage's distinct words that have it.
  private(set) var counts: [Int32]
  /// The pairs of fields that weigh something, and their features.
  private var pairs: [(a: Int, b: Int, feature: Int)] = []

  init(_ model: LearnedModel) {
    self.model = model
    counts = Array(repeating: 0, count: model.fields.ids.count)
  }

  /// Adds the fields of the next known word.
  mutating func append(_ fieldsOfWord: [Int]) {
    for field in fieldsOfWord { fields.append(Int32(truncatingIfNeeded: field)) }
    starts.append(Int32(truncatingIfNeeded: fields.count))
  }

  mutating func beginPassage() {
    for field in present { counts[field] = 0 }
    present.removeAll(keepingCapacity: true)
  }

  /// Counts the fields of a known word.
  @inline(__always)
  mutating func count(_ word: Int) {
    for i in Int(starts[word])..<Int(starts[word + 1]) {
      let field = Int(fields[i])
      if counts[field] == 0 { present.append(field) }
      counts[field] += 1
    }
  }

  func fields(of word: Int) -> ArraySlice<Int32> { fields[Int(starts[word])..<Int(starts[word + 1])] }

  /// Brings what is present into the order of fields, so that sums do not depend on the order of words.
  mutating func sort() { present.sort() }

  /// Adds what the pairs of the passage's fields weigh. Quadratic in the fields, of which a passage has about ten.
  mutating func addPairs(to sums: inout [Float]) {
    pairs.removeAll(keepingCapacity: true)
    guard present.count > 1 else { return }
    let norm = 1 / Float(present.count)
    for place in 0..<present.count {
      for other in (place + 1)..<present.count {
        guard let feature = model.fieldWeights.pair(present[place], present[other]) else { continue }
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
