import Linguistics

/// Why one word of a hit matched.
public struct WordExplanation: Sendable, Equatable {
  /// As matched: folded, look-alike letters repaired.
  public var form: String
  /// The lexicon's word: a dictionary form, an exact form, or a beginning with `*`.
  public var word: String
  /// Stem and suffixes with their glosses; empty for exact forms and beginnings.
  public var morphemes: [Morpheme]
}

extension LexiconCoder {
  /// Explains a hit word by word, in the order of the text. Words that stand in a gap are left out. For people to
  /// read; not fast.
  public func explain(_ evidence: Evidence, in analysis: TextAnalysis) -> [WordExplanation] {
    analysis.tokens[evidence.tokens].compactMap { token in
      guard token.kind != .punctuation, let test = firstTest(of: token.type, in: evidence.term) else {
        return nil
      }
      let form = types.form(token.type)
      let word = lexicon.tests[Int(test)]
      switch word.kind {
      case .exact: return WordExplanation(form: form, word: word.text, morphemes: [])
      case .prefix: return WordExplanation(form: form, word: word.text + "*", morphemes: [])
      case .lexeme(let partOfSpeech):
        let lexeme = Lexeme(lemma: word.text, partOfSpeech: partOfSpeech)
        let layer = lexicon.matchers.first { $0.tests.contains(test) }
        return WordExplanation(
          form: form, word: word.text, morphemes: layer?.matcher.explain(form, as: lexeme) ?? [])
      }
    }
  }
}
