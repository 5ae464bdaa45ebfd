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
    explain(term: evidence.term, evidence.tokens, in: analysis)
  }

  /// Explains the words of a text that are known to match a term of an entry, as evidence that was stored says.
  ///
  /// - Parameters:
  ///   - entry: its id.
  ///   - rule: the term as its author wrote it.
  ///   - tokens: indices into the analysis' tokens.
  /// - Returns: empty where the lexicon does not have this entry or term (any more).
  public func explain(
    entry: String, rule: String, _ tokens: Range<Int>, in analysis: TextAnalysis
  ) -> [WordExplanation] {
    let terms = lexicon.terms.indices.filter {
      lexicon.terms[$0].text == rule && lexicon.entries[lexicon.terms[$0].entry].entry.id == entry
    }
    // A term that is written alike in both columns is explained by the one that knows more of its words.
    return terms.map { explain(term: $0, tokens, in: analysis) }.max { $0.count < $1.count } ?? []
  }

  private func explain(term: Int, _ tokens: Range<Int>, in analysis: TextAnalysis) -> [WordExplanation] {
    analysis.tokens[tokens.clamped(to: analysis.tokens.indices)].compactMap { token in
      guard token.kind != .punctuation, let test = firstTest(of: token.type, in: term) else { return nil }
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
