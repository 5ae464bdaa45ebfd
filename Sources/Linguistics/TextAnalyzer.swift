/// Turns UTF-8 text into tokens, sentences and languages. One per worker; not shared between threads.
public final class TextAnalyzer {
  public let types = TypeTable()
  private var folded: [UInt8] = []

  public init() {}

  /// Appends the tokens and sentences of `text[range]` to `analysis`; the range is one passage, which a
  /// sentence never leaves. Token offsets count bytes from the start of `text`, not of the range.
  public func analyze(_ text: Span<UInt8>, in range: Range<Int>, into analysis: inout TextAnalysis) {
    // First sketch, replaced by the tokenizer proper.
    let first = Int32(analysis.tokens.count)
    var i = range.lowerBound
    while i < range.upperBound {
      if text[i] == 0x20 {
        i += 1
        continue
      }
      let start = i
      func isWord(_ b: UInt8) -> Bool {
        b >= 0x80 || (b >= 0x30 && b < 0x3a) || (b | 0x20 >= 0x61 && b | 0x20 <= 0x7a)
      }
      if isWord(text[i]) { while i < range.upperBound, isWord(text[i]) { i += 1 } } else { i += 1 }
      folded.removeAll(keepingCapacity: true)
      folded.append(
        contentsOf: String(decoding: Array(start..<i).map { text[$0] }, as: UTF8.self).lowercased().utf8)
      analysis.tokens.append(
        Token(
          start: Int32(start), end: Int32(i), type: types.intern(folded.span),
          kind: isWord(text[start]) ? .word : .punctuation,
          joinsNext: i < range.upperBound && text[i] != 0x20))
    }
    analysis.sentences.append(Sentence(tokens: first..<Int32(analysis.tokens.count), language: .other))
  }
}
