/// One token: a span on the analysed text, never moved, and the type it is an instance of.
public struct Token: Sendable {
  public enum Kind: UInt8, Sendable { case word, number, punctuation, symbol }

  /// UTF-8 bytes from the start of the analysed text.
  public var start: Int32
  public var end: Int32
  /// Id in the worker's `TypeTable`; every token has one, punctuation too.
  public var type: Int32
  public var kind: Kind
  /// True where no white space stands between this token and the next one.
  public var joinsNext: Bool

  public init(start: Int32, end: Int32, type: Int32, kind: Kind, joinsNext: Bool) {
    self.start = start
    self.end = end
    self.type = type
    self.kind = kind
    self.joinsNext = joinsNext
  }
}

/// One sentence: a range of tokens and its language.
public struct Sentence: Sendable {
  /// Indices into `TextAnalysis.tokens`.
  public var tokens: Range<Int32>
  public var language: Language

  public init(tokens: Range<Int32>, language: Language) {
    self.tokens = tokens
    self.language = language
  }

  /// `tokens` as indices of an array.
  @inlinable
  package var tokenRange: Range<Int> { Int(tokens.lowerBound)..<Int(tokens.upperBound) }
}

/// What a `TextAnalyzer` found in one stretch of text or, appended one after another, in many.
public struct TextAnalysis: Sendable {
  public var tokens: [Token] = []
  public var sentences: [Sentence] = []

  public init() {}

  /// Empties the analysis and keeps its storage for the next document.
  public mutating func removeAll() {
    tokens.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
  }
}
