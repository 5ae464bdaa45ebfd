import Linguistics

/// What each word type adds to each code's score, found out once per type.
struct TypeScores {
  private let model: LearnedModel
  private var subwords = Subwords()
  /// Row of each type of the worker's table; -1 where it was not asked for yet.
  private var rowOf: [Int32] = []
  /// One row of `model.codes.count` values for each known type.
  private(set) var values: [Float] = []
  /// For each row the last passage that counted it.
  private var countedIn: [UInt32] = []
  private var passages: UInt32 = 0

  init(_ model: LearnedModel) { self.model = model }

  mutating func beginPassage() {
    if passages == .max {
      for i in countedIn.indices { countedIn[i] = 0 }
      passages = 0
    }
    passages += 1
  }

  /// Where the type's row begins in `values`; nil if this passage has counted it already.
  mutating func firstRow(of type: Int32, _ types: TypeTable) -> Int? {
    let id = Int(type)
    while rowOf.count <= id { rowOf.append(-1) }
    if rowOf[id] < 0 { add(type, types) }
    let row = Int(rowOf[id])
    if countedIn[row] == passages { return nil }
    countedIn[row] = passages
    return row * model.codes.count
  }

  private mutating func add(_ type: Int32, _ types: TypeTable) {
    rowOf[Int(type)] = Int32(truncatingIfNeeded: countedIn.count)
    countedIn.append(0)
    let start = values.count
    values.append(contentsOf: repeatElement(0, count: model.codes.count))
    let model = self.model
    var values: [Float] = []
    swap(&values, &self.values)
    let pieces = types.withForm(type) { form in
      subwords.forEach(in: form) { piece in
        guard let feature = model.keys.find(piece) else { return }
        for i in Int(model.offsets[feature])..<Int(model.offsets[feature + 1]) {
          values[start + Int(model.weightCodes[i])] += model.weightValues[i]
        }
      }
    }
    if pieces > 0 {
      let norm = 1 / Float(pieces).squareRoot()
      for i in start..<values.count { values[i] *= norm }
    }
    swap(&values, &self.values)
  }

  /// The piece of a type that speaks loudest for a code, and its weight; nil where none does. For evidence, not for
  /// scoring.
  mutating func strongestPiece(of type: Int32, for code: Int, _ types: TypeTable) -> Int? {
    var best: (feature: Int, weight: Float)?
    let model = self.model
    _ = types.withForm(type) { form in
      subwords.forEach(in: form) { piece in
        guard let feature = model.keys.find(piece) else { return }
        for i in Int(model.offsets[feature])..<Int(model.offsets[feature + 1])
        where Int(model.weightCodes[i]) == code && model.weightValues[i] > (best?.weight ?? 0) {
          best = (feature, model.weightValues[i])
        }
      }
    }
    return best?.feature
  }
}
