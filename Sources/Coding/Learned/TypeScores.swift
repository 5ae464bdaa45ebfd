import Linguistics

/// What the words of the passage under way add to each code's score. What a distinct word adds is found out once.
///
/// Not copyable, since a silent copy of so many arrays would cost more than the scoring.
struct TypeScores: ~Copyable {
  typealias Lanes = FeatureWeights.Lanes

  /// A distinct word of the passage.
  struct Word {
    /// Index into the analysis' tokens.
    var token: Int
    /// Index into `known`; one for all numbers.
    var type: Int
    /// Where the row of its longest known beginning begins, and what that is multiplied with.
    var row: Int32
    var norm: Float
  }

  /// What is known of a type, all of it in one place.
  struct Known {
    /// Its longest known beginning in `model.weights.tree`, or `unknown` or `number`; the next two are those of `Word`.
    var node: Int32
    var row: Int32 = 0
    var norm: Float = 0
    /// The last passage that counted it.
    var passage: UInt32 = 0
    /// Where its fields stand in `fields`.
    var fields: Int32 = 0

    /// It was not asked for yet.
    static let unknown: Int32 = -1
    /// It counts as the number that was met first.
    static let number: Int32 = -2
  }

  let model: LearnedModel
  /// The passage's score for each code.
  private(set) var sums: [Float]
  /// The distinct words of the passage, in order.
  private(set) var words: [Word] = []
  var rows: WeightRows
  /// By type of the worker's table.
  var known: [Known] = []
  /// The number that was met first.
  var number: Int?
  /// Of the worker's table, when `known` was filled.
  var generation = 0
  var passages: UInt32 = 0
  var fields: PassageFields

  init(_ model: LearnedModel) {
    self.model = model
    sums = Array(repeating: 0, count: model.codes.count)
    fields = PassageFields(model)
    rows = WeightRows(model)
  }

  /// Scores the words of Kazakh and Russian sentences; false where there are none.
  mutating func score(_ analysis: TextAnalysis, _ sentences: Range<Int>, _ types: TypeTable) -> Bool {
    words.removeAll(keepingCapacity: true)
    beginPassage(types)
    Self.forEachWord(of: analysis, sentences) { token in
      var type = Int(analysis.tokens[token].type)
      if known[type].node < 0 { type = learn(type, types) }
      let word = known[type]
      if word.passage == passages { return }
      known[type].passage = passages
      if word.fields > 0 { fields.count(Int(word.fields)) }
      words.append(Word(token: token, type: type, row: word.row, norm: word.norm))
    }
    fields.sort()
    sumUp()
    return !words.isEmpty
  }

  /// Calls `body` with the words and numbers of Kazakh and Russian sentences, as indices of tokens.
  @inline(__always)
  static func forEachWord(
    of analysis: TextAnalysis, _ sentences: Range<Int>, _ body: (_ token: Int) -> Void
  ) {
    for number in sentences {
      let sentence = analysis.sentences[number]
      guard sentence.language.isCoded else { continue }
      for token in sentence.tokenRange {
        let kind = analysis.tokens[token].kind
        if kind == .word || kind == .number { body(token) }
      }
    }
  }

  /// What a passage's length divides its words' scores by.
  var norm: Float { 1 / Float(max(words.count, 1)).squareRoot() }

  private mutating func sumUp() {
    let norm = norm
    for vector in 0..<model.weights.width {
      var sum = Lanes.zero
      for i in 0..<words.count {
        sum += rows.lanes[Int(words[i].row) + vector] * words[i].norm
      }
      for i in 0..<fields.present.count {
        let field = fields.present[i]
        let row = rows.row(ofField: field)
        sum += rows.lanes[row + vector] * Float(fields.counts[field])
      }
      let first = vector * Lanes.scalarCount
      for i in first..<min(first + Lanes.scalarCount, sums.count) {
        sums[i] = sum[i - first] * norm + model.biases[i]
      }
    }
    fields.addPairs(to: &sums)
  }

  private func value(of word: Word, for code: Int) -> Float {
    var value = rows.weight(Int(word.row), code) * word.norm
    for field in fields(of: word) {
      let feature = Int(model.fieldWeights.ofField[Int(field)])
      if feature >= 0 { value += model.weights.weight(feature, code) }
    }
    return value
  }

  /// The words that add most to a code's score, the strongest first.
  func strongestWords(for code: Int, limit: Int) -> [(value: Float, word: Word)] {
    var best: [(value: Float, word: Word)] = []
    var least: Float = 0
    for word in words {
      let value = value(of: word, for: code)
      guard value > least else { continue }
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
      words.first { fields(of: $0).contains(Int32(truncatingIfNeeded: field)) }
    }
    return (pair.feature, pair.value, found)
  }

  private func fields(of word: Word) -> ArraySlice<Int32> { fields.list(Int(known[word.type].fields)) }

  /// Adds to the score of one code.
  mutating func add(_ value: Float, to code: Int) { sums[code] += value }

  /// Adds a feature that is no beginning of a word.
  mutating func add(feature: Int?) {
    guard let feature else { return }
    for weight in model.weights[feature] { sums[Int(weight.code)] += weight.value }
  }

  private mutating func beginPassage(_ types: TypeTable) {
    if generation != types.generation {
      generation = types.generation
      known.removeAll(keepingCapacity: true)
      number = nil
      fields.removeWords()
    }
    if passages == .max {
      for i in known.indices { known[i].passage = 0 }
      passages = 0
    }
    passages += 1
    fields.beginPassage()
    let new = types.count - known.count
    if new > 0 {
      if types.count > TypeTable.few { known.reserveCapacity(TypeTable.many) }
      known.append(contentsOf: repeatElement(Known(node: Known.unknown), count: new))
    }
  }

  /// Finds out about a type; the type that it counts as.
  private mutating func learn(_ type: Int, _ types: TypeTable) -> Int {
    types.withForm(Int32(type)) { form in
      if known[type].node == Known.number || WordBeginnings.isNumber(form) {
        if let number, number != type {
          known[type].node = Known.number
          return number
        }
        number = type
      }
      let word = WordBeginnings(form)
      let node = model.weights.tree.longest(of: word)
      known[type].node = Int32(truncatingIfNeeded: node)
      known[type].row = Int32(truncatingIfNeeded: rows.row(ofNode: node))
      known[type].norm = word.norm
      known[type].fields = Int32(truncatingIfNeeded: fields.add(model.fields.fields(of: form)))
      return type
    }
  }

  /// The beginning or field of a word that speaks loudest for a code, as an index into the model's features; nil where
  /// none does.
  func strongestFeature(of word: Word, for code: Int) -> Int? {
    var best: (feature: Int, weight: Float) = (-1, 0)
    func consider(_ feature: Int32, _ norm: Float) {
      if feature < 0 { return }
      let weight = model.weights.weight(Int(feature), code) * norm
      if weight > best.weight { best = (Int(feature), weight) }
    }
    // A field is a better reason to read than a beginning that weighs as much.
    for field in fields(of: word) { consider(model.fieldWeights.ofField[Int(field)], 1) }
    let tree = model.weights.tree
    var node = known[word.type].node
    while node > 0 {
      consider(tree.features[Int(node)], word.norm)
      node = tree.parents[Int(node)]
    }
    return best.feature < 0 ? nil : best.feature
  }
}
