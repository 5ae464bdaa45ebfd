import Linguistics

/// What each word type adds to each code's score, found out once per type, and the sums of the passage under way.
///
/// Not copyable, since a silent copy of so many arrays would cost more than the scoring.
struct TypeScores: ~Copyable {
  /// A distinct word of the passage.
  struct Word {
    /// Index into the analysis' tokens.
    var token: Int
    /// Where its type's row begins in `rows`.
    var row: Int
  }

  /// Types that are remembered, four bytes a code each. With more, all are forgotten: memory stays bounded over any
  /// corpus.
  var rowLimit = 1 << 17

  private let model: LearnedModel
  /// The passage's score for each code.
  private(set) var sums: [Float]
  /// The distinct words of the passage, in order.
  private(set) var words: [Word] = []
  private var wordPieces = WordPieces()
  /// What the type under way adds.
  private var typeSums: [PieceWeights.Lanes]
  /// Row of each type of the worker's table; -1 where it was not asked for yet.
  private var rowOf: [Int32] = []
  /// What each known type adds to the codes' scores, laid out like the rows of `model.pieces`.
  private var rows: [PieceWeights.Lanes] = []
  /// By row and code.
  private var strongestPieces: [Int: Int32] = [:]
  /// For each row the last passage that counted it.
  private var countedIn: [UInt32] = []
  private var passages: UInt32 = 0
  private var fields: PassageFields

  init(_ model: LearnedModel) {
    self.model = model
    sums = Array(repeating: 0, count: model.codes.count)
    fields = PassageFields(model)
    typeSums = Array(repeating: .zero, count: model.pieces.width)
  }

  /// Scores the words of Kazakh and Russian sentences; false where there are none.
  mutating func score(_ analysis: TextAnalysis, _ sentences: Range<Int>, _ types: TypeTable) -> Bool {
    if countedIn.count > rowLimit { forget() }
    words.removeAll(keepingCapacity: true)
    beginPassage()
    Self.forEachWord(of: analysis, sentences) { token in
      guard let row = firstRow(of: analysis.tokens[token].type, types) else { return }
      words.append(Word(token: token, row: row))
    }
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
      guard sentence.language == .kk || sentence.language == .ru || sentence.language == .mixed else {
        continue
      }
      for token in Int(sentence.tokens.lowerBound)..<Int(sentence.tokens.upperBound) {
        let kind = analysis.tokens[token].kind
        if kind == .word || kind == .number { body(token) }
      }
    }
  }

  /// What a passage's length divides its words' scores by.
  var norm: Float { 1 / Float(max(words.count, 1)).squareRoot() }

  private mutating func sumUp() {
    let norm = norm
    for vector in 0..<model.pieces.width {
      var sum = PieceWeights.Lanes.zero
      for i in 0..<words.count { sum += rows[words[i].row + vector] }
      let first = vector * PieceWeights.Lanes.scalarCount
      for i in first..<min(first + PieceWeights.Lanes.scalarCount, sums.count) {
        sums[i] = sum[i - first] * norm + model.biases[i]
      }
    }
    fields.addPairs(to: &sums)
  }

  private func value(of word: Word, for code: Int) -> Float {
    let (vector, lane) = code.quotientAndRemainder(dividingBy: PieceWeights.Lanes.scalarCount)
    return rows[word.row + vector][lane]
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
      words.first { fields.has(field, row: $0.row / model.pieces.width) }
    }
    return (pair.feature, pair.value, found)
  }

  /// Adds to the score of one code.
  mutating func add(_ value: Float, to code: Int) { sums[code] += value }

  /// Adds a feature that is no piece of a word.
  mutating func add(feature: Int?) {
    guard let feature else { return }
    for i in model.pieces.weightRange(feature) {
      sums[Int(model.pieces.weights[i].code)] += model.pieces.weights[i].value
    }
  }

  /// Forgets all types; what is frequent is soon found out again.
  private mutating func forget() {
    for i in rowOf.indices { rowOf[i] = -1 }
    rows.removeAll(keepingCapacity: true)
    countedIn.removeAll(keepingCapacity: true)
    strongestPieces.removeAll(keepingCapacity: true)
    fields.forget()
  }

  private mutating func beginPassage() {
    if passages == .max {
      for i in countedIn.indices { countedIn[i] = 0 }
      passages = 0
    }
    passages += 1
    fields.beginPassage()
  }

  /// Where the type's row begins in `rows`; nil if this passage has counted it already.
  private mutating func firstRow(of type: Int32, _ types: TypeTable) -> Int? {
    let id = Int(type)
    while rowOf.count <= id { rowOf.append(-1) }
    if rowOf[id] < 0 { add(type, types) }
    let row = Int(rowOf[id])
    if countedIn[row] == passages { return nil }
    countedIn[row] = passages
    fields.count(row: row)
    return row * model.pieces.width
  }

  private mutating func add(_ type: Int32, _ types: TypeTable) {
    rowOf[Int(type)] = Int32(truncatingIfNeeded: countedIn.count)
    countedIn.append(0)
    for vector in typeSums.indices { typeSums[vector] = .zero }
    let pieces = model.pieces
    types.withForm(type) { form in
      wordPieces.find(in: form, pieces)
      pieces.add(wordPieces.features, to: &typeSums)
      let norm = wordPieces.norm
      for vector in typeSums.indices { typeSums[vector] *= norm }
      let found = model.fields.fields(of: form)
      if !found.isEmpty {
        let features = found.map { model.fieldWeights.ofField[$0] }.filter { $0 >= 0 }
        pieces.add(features[...], to: &typeSums)
      }
      fields.appendRow(found)
    }
    rows.append(contentsOf: typeSums)
  }

  /// The piece or field of a word's type that speaks loudest for a code, as an index into the model's features; nil
  /// where none does. Looked for once per type and code.
  mutating func strongestPiece(of word: Word, type: Int32, for code: Int, _ types: TypeTable) -> Int? {
    let key = word.row * PieceWeights.Lanes.scalarCount + code
    if let known = strongestPieces[key] { return known < 0 ? nil : Int(known) }
    var best: (feature: Int, weight: Float) = (-1, 0)
    func consider(_ feature: Int, _ norm: Float) {
      let weight = model.pieces.weight(feature, code) * norm
      if weight > best.weight { best = (feature, weight) }
    }
    let pieces = model.pieces
    types.withForm(type) { form in
      // A field is a better reason to read than a piece that weighs as much.
      for field in model.fields.fields(of: form) where model.fieldWeights.ofField[field] >= 0 {
        consider(Int(model.fieldWeights.ofField[field]), 1)
      }
      wordPieces.find(in: form, pieces)
      for feature in wordPieces.features { consider(Int(feature), wordPieces.norm) }
    }
    strongestPieces[key] = Int32(truncatingIfNeeded: best.feature)
    return best.feature < 0 ? nil : best.feature
  }
}
