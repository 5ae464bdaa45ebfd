import Linguistics

/// What the titles over a passage say of each code: the agenda item that it is spoken on, the heading of its section,
/// the document's title. A speaker on water need not say "water" again.
struct ContextScores: ~Copyable {
  /// A title, known by its words.
  private struct Title {
    var types: [Int32] = []
    /// The title's score for each code, as if it were a passage.
    var sums: [Float] = []
  }

  private var titles = Array(repeating: Title(), count: 3)
  /// By code; see `LearnedModel.contextValue(of:)`.
  private(set) var values: [Float]
  private let codes: Range<Int>
  /// Of the worker's table, when the titles were read.
  private var generation = 0

  /// - Parameter codes: number of the model's codes.
  init(codes: Int) {
    self.codes = 0..<codes
    values = Array(repeating: 0, count: codes)
  }

  /// Reads the titles of a passage; those that the passage before had too cost a comparison of their words.
  mutating func read(
    _ context: PassageContext, _ analysis: TextAnalysis, _ scores: inout TypeScores, _ types: TypeTable
  ) {
    if generation != types.generation {
      generation = types.generation
      for place in titles.indices { titles[place] = Title() }
      for code in codes { values[code] = 0 }
    }
    let inAgenda = read(0, context.agendaSentences, analysis, &scores, types)
    let inHeading = read(1, context.itemSentences, analysis, &scores, types)
    let inTitle = read(2, context.titleSentences, analysis, &scores, types)
    guard inAgenda || inHeading || inTitle else { return }
    for code in codes {
      var value: Float = 0
      for title in titles where !title.sums.isEmpty {
        value = max(value, LearnedModel.contextValue(of: title.sums[code]))
      }
      values[code] = value
    }
  }

  /// Reads one title; whether it is another than before.
  private mutating func read(
    _ place: Int, _ range: Range<Int>, _ analysis: TextAnalysis, _ scores: inout TypeScores,
    _ types: TypeTable
  ) -> Bool {
    let sentences = range.clamped(to: 0..<analysis.sentences.count)
    let count = titles[place].types.count
    var same = 0
    TypeScores.forEachWord(of: analysis, sentences) { token in
      if same >= 0, same < count, titles[place].types[same] == analysis.tokens[token].type {
        same += 1
      } else {
        same = -1
      }
    }
    if same == count { return false }
    var words: [Int32] = []
    TypeScores.forEachWord(of: analysis, sentences) { words.append(analysis.tokens[$0].type) }
    titles[place] = Title(
      types: words, sums: scores.score(analysis, sentences, types) ? scores.sums : [])
    return true
  }
}

extension LearnedModel {
  /// Scores of titles that speak against a code are all the same, and so are those that clearly speak for it.
  private static let contextBounds: ClosedRange<Float> = -1...2

  /// What a title's score for a code counts as context: from 0 (the title is of something else) to 3.
  ///
  /// ```
  /// LearnedModel.contextValue(of: -4)   // 0
  /// LearnedModel.contextValue(of: 0.5)  // 1.5
  /// ```
  public static func contextValue(of score: Float) -> Float {
    min(max(score, contextBounds.lowerBound), contextBounds.upperBound) - contextBounds.lowerBound
  }

  /// The name of the feature that the titles over a passage are for a code.
  ///
  /// ```
  /// LearnedModel.contextFeature("topic.water")  // "context:topic.water"
  /// ```
  public static func contextFeature(_ code: String) -> String { contextMark + code }

  /// Whether a feature is what titles say: its evidence is the passage as a whole.
  public static func isContext(_ feature: String) -> Bool { feature.hasPrefix(contextMark) }

  private static let contextMark = "context:"
}
