@testable import Linguistics

/// Tokens, sentences, languages, folding and inflection of any bytes, malformed UTF-8 included.
final class TokenFuzzing {
  /// Remembers what earlier inputs taught it; a new one must say the same.
  private var seasoned = TextAnalyzer()
  private let lexemes = ["мәслихат", "бюджет", "совет", "школа", "ауыл", "решить"].map {
    Lexeme(lemma: $0, partOfSpeech: nil)
  }
  private lazy var matchers: [any FormMatcher] = [
    KazakhMatcher(lexemes: lexemes), RussianMatcher(lexemes: lexemes),
  ]

  func test(_ bytes: [UInt8]) {
    for language in [nil, Language.kk, .ru] {
      var analysis = TextAnalysis()
      let analyzer = TextAnalyzer()
      analyzer.analyze(bytes.span, in: 0..<bytes.count, language: language, into: &analysis)
      checkCover(bytes, analysis)
      if language == nil { checkSeasoned(bytes, analysis, analyzer) }
    }
    _ = CoNLLUWriter(language: nil).write(bytes)
  }

  /// Tokens and white space make up the text, sentences share out the tokens.
  private func checkCover(_ bytes: [UInt8], _ analysis: TextAnalysis) {
    var at = 0
    for (number, token) in analysis.tokens.enumerated() {
      let (start, end) = (Int(token.start), Int(token.end))
      expect(start >= at && end > start && end <= bytes.count, "token \(number) follows the one before")
      expect(isSpace(bytes, at..<start), "white space stands before token \(number)")
      if number > 0 {
        expect(
          analysis.tokens[number - 1].joinsNext == (start == at), "token \(number - 1) says what follows")
      }
      at = end
    }
    expect(isSpace(bytes, at..<bytes.count), "white space stands after the last token")
    var next: Int32 = 0
    for sentence in analysis.sentences {
      expect(sentence.tokens.lowerBound == next && !sentence.tokens.isEmpty, "sentences follow one another")
      next = sentence.tokens.upperBound
    }
    expect(Int(next) == analysis.tokens.count, "sentences have all tokens")
  }

  private func isSpace(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var i = range.lowerBound
    while i < range.upperBound {
      let (character, length) = bytes.span.scalar(at: i, end: range.upperBound)
      if CharacterTable.shared.characterClass(character) != .space { return false }
      i += length
    }
    return true
  }

  /// A passage gives the same tokens whatever was analysed before it; every form can be folded again and looked up.
  private func checkSeasoned(_ bytes: [UInt8], _ analysis: TextAnalysis, _ analyzer: TextAnalyzer) {
    if seasoned.types.count > 50_000 { seasoned = TextAnalyzer() }
    var again = TextAnalysis()
    seasoned.analyze(bytes.span, in: 0..<bytes.count, into: &again)
    expect(again.tokens.count == analysis.tokens.count, "as many tokens as before")
    expect(
      again.sentences.map(\.language) == analysis.sentences.map(\.language), "the same languages as before")
    for (one, other) in zip(analysis.tokens, again.tokens) {
      expect(one.start == other.start && one.end == other.end && one.kind == other.kind, "the same tokens")
      let form = analyzer.types.form(one.type)
      expect(form == seasoned.types.form(other.type), "the same types")
      for matcher in matchers {
        for match in matcher.matches(Array(form.utf8).span) {
          expect(lexemes.indices.contains(match.lexeme), "a match is of the lexicon")
        }
      }
    }
  }
}
