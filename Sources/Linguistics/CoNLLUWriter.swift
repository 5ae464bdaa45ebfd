/// Text in, CoNLL-U out: what `hattama tokens` prints.
///
/// Each line of the input is a paragraph. For each sentence it prints `# lang = kk`, `# text = …`, then a line a
/// token with ten columns: ID, FORM as written, LEMMA `_`, and in MISC `SpaceAfter=No` where no white space follows.
///
/// ```
/// # lang = kk
/// # text = Қар жауды.
/// 1	Қар	_	_	_	_	_	_	_	_
/// 2	жауды	_	_	_	_	_	_	_	SpaceAfter=No
/// 3	.	_	_	_	_	_	_	_	_
/// ```
public struct CoNLLUWriter {
  private let analyzer = TextAnalyzer()
  private let language: Language?

  /// - Parameter language: the language of the whole text; nil decides sentence by sentence.
  public init(language: Language?) { self.language = language }

  /// The analysis of a whole text, UTF-8.
  public func write(_ text: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var analysis = TextAnalysis()
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count && text[end] != 0x0A { end += 1 }
      analysis.removeAll()
      analyzer.analyze(text.span, in: start..<end, language: language, into: &analysis)
      for sentence in analysis.sentences { append(sentence, of: analysis, text, to: &out) }
      start = end + 1
    }
    return out
  }

  private func append(_ sentence: Sentence, of analysis: TextAnalysis, _ text: [UInt8], to out: inout [UInt8])
  {
    let tokens = analysis.tokens[sentence.tokenRange]
    guard let first = tokens.first, let last = tokens.last else { return }
    out += "# lang = \(sentence.language.code)\n# text = ".utf8
    out += text[Int(first.start)..<Int(last.end)]
    out.append(0x0A)
    for (k, token) in tokens.enumerated() {
      out += "\(k + 1)\t".utf8
      out += text[Int(token.start)..<Int(token.end)]
      out +=
        token.joinsNext ? "\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n".utf8 : "\t_\t_\t_\t_\t_\t_\t_\t_\n".utf8
    }
    out.append(0x0A)
  }
}
