/// Frequent words that are rarely in a lexicon and whose forms look like forms of shorter words: басқа is
/// "other" far more often than "to a head". They compete with a lexicon's words and are never reported.
enum KazakhRivals {
  static let lexemes: [Lexeme] = fixed.split(whereSeparator: \.isWhitespace).map {
    Lexeme(lemma: String($0), partOfSpeech: .other)
  }

  private static let fixed = ""
}
