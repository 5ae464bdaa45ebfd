import Linguistics

/// What each word type adds to each code's score, found out once per type, and the sums of the passage under way.
struct TypeScores {
  /// A distinct word of the passage.
  struct Word {
    /// Index into the analysis' tokens.
    var token: Int
    /// Where its type's row begins in `values`.
    var row: Int
  }

  private let model: LearnedModel
  /// The passage's score for each code.
  private(set) var sums: [Float]
  /// The distinct words of the passage, in order.
  private(set) var words: [Word] = []
  private var subwords = Subwords()
  /// Row of each type of the worker's table; -1 where it was not asked for yet.
  private var rowOf: [Int32] = []
  /// One row of `model.codes.count` values for each known type.
  private(set) var values: [Float] = []
  /// By place in `values`.
  private var strongestPieces: [Int: Int32] = [:]
  /// For each row the last passage that counted it.
  private var countedIn: [UInt32] = []
  private var passages: UInt32 = 0
  private var fields: PassageFields

  init(_ model: LearnedModel) {
    self.model = model
    sums = Array(repeating: 0, count: model.codes.count)
    fields = PassageFields(model)
  }

  /// Scores the words of Kazakh and Russian sentences; false where there are none.
  mutating func score(_ analysis: TextAnalysis, _ sentences: Range<Int>, _ types: TypeTable) -> Bool {
    words.removeAll(keepingCapacity: true)
    beginPassage()
    for number in sentences {
      let sentence = analysis.sentences[number]
      guard sentence.language == .kk || sentence.language == .ru || sentence.language == .mixed else {
        continue
      }
      for token in Int(sentence.tokens.lowerBound)..<Int(sentence.tokens.upperBound) {
        let kind = analysis.tokens[token].kind
        guard kind == .word || kind == .number else { continue }
        guard let row = firstRow(of: analysis.tokens[token].type, types) else { continue }
        words.append(Word(token: token, row: row))
      }
    }
    sumUp()
    return !words.isEmpty
  }

  /// What a passage's length divides its words' scores by.
  var norm: Float { 1 / Float(max(words.count, 1)).squareRoot() }

  private mutating func sumUp() {
    // Locals, so that the loop is nothing but loads and additions.
    var sums: [Float] = []
    swap(&sums, &self.sums)
    let count = sums.count
    let table = self.values
    let values = table.span
    for i in 0..<count { sums[i] = 0 }
    for word in words {
      let row = values.extracting(word.row..<(word.row + count))
      for i in 0..<count { sums[i] += row[i] }
    }
    let norm = norm
    for i in 0..<count { sums[i] = sums[i] * norm + model.biases[i] }
    fields.addPairs(to: &sums)
    swap(&sums, &self.sums)
  }

  /// The words that add most to a code's score, the strongest first.
  func strongestWords(for code: Int, limit: Int) -> [(value: Float, word: Word)] {
    var best: [(value: Float, word: Word)] = []
    var least: Float = 0
    for word in words where values[word.row + code] > least {
      let value = values[word.row + code]
      best.insert((value, word), at: best.firstIndex { $0.value < value } ?? best.count)
      if best.count > limit { best.removeLast() }
      if best.count == limit, let last = best.last { least = last.value }
    }
    return best
  }

  /// The pair of fields that adds most to a code's score, and a word of each; nil where none adds.
  func strongestPair(for code: Int) -> (feature: Int, value: Float, words: [Word])? {
    guard let pair = fields.strongestPair(for: code) else { return nil }
    let found = [pair.a, pair.b].compactMap { field in
      words.first { fields.has(field, row: $0.row / model.codes.count) }
    }
    return (pair.feature, pair.value, found)
  }

  /// Adds a feature that is no piece of a word.
  mutating func add(feature: Int?) {
    guard let feature else { return }
    for i in Int(model.offsets[feature])..<Int(model.offsets[feature + 1]) {
      sums[Int(model.weightCodes[i])] += model.weightValues[i]
    }
  }

  private mutating func beginPassage() {
    if passages == .max {
      for i in countedIn.indices { countedIn[i] = 0 }
      passages = 0
    }
    passages += 1
    fields.beginPassage()
  }

  /// Where the type's row begins in `values`; nil if this passage has counted it already.
  private mutating func firstRow(of type: Int32, _ types: TypeTable) -> Int? {
    let id = Int(type)
    while rowOf.count <= id { rowOf.append(-1) }
    if rowOf[id] < 0 { add(type, types) }
    let row = Int(rowOf[id])
    if countedIn[row] == passages { return nil }
    countedIn[row] = passages
    fields.count(row: row)
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
    var fields: [Int] = []
    let pieces = types.withForm(type) { form in
      fields = model.fields.fields(of: form)
      return subwords.forEach(in: form) { piece in
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
    for field in fields {
      let feature = Int(model.fieldWeights.ofField[field])
      if feature < 0 { continue }
      for i in Int(model.offsets[feature])..<Int(model.offsets[feature + 1]) {
        values[start + Int(model.weightCodes[i])] += model.weightValues[i]
      }
    }
    self.fields.appendRow(fields)
    swap(&values, &self.values)
  }

  /// The piece or field of a word's type that speaks loudest for a code, as an index into the model's features; nil
  /// where none does. Looked for once per type and code.
  mutating func strongestPiece(of word: Word, type: Int32, for code: Int, _ types: TypeTable) -> Int? {
    let key = word.row + code
    if let known = strongestPieces[key] { return known < 0 ? nil : Int(known) }
    var best: (feature: Int, weight: Float) = (-1, 0)
    let model = self.model
    func consider(_ feature: Int, _ norm: Float) {
      for i in Int(model.offsets[feature])..<Int(model.offsets[feature + 1])
      where Int(model.weightCodes[i]) == code && model.weightValues[i] * norm > best.weight {
        best = (feature, model.weightValues[i] * norm)
      }
    }
    _ = types.withForm(type) { form in
      let fields = model.fields.fields(of: form)
      var pieces: [Int] = []
      let count = subwords.forEach(in: form) { piece in
        if let feature = model.keys.find(piece) { pieces.append(feature) }
      }
      // A field is a better reason to read than a piece that weighs as much.
      for field in fields where model.fieldWeights.ofField[field] >= 0 {
        consider(Int(model.fieldWeights.ofField[field]), 1)
      }
      for feature in pieces { consider(feature, 1 / Float(max(count, 1)).squareRoot()) }
      return count
    }
    strongestPieces[key] = Int32(truncatingIfNeeded: best.feature)
    return best.feature < 0 ? nil : best.feature
  }
}
