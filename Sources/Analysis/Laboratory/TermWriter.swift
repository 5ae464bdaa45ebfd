import Linguistics

/// Writes phrases as terms of a lexicon.
struct TermWriter {
  private let corpus: PhraseCorpus

  init(_ corpus: PhraseCorpus) { self.corpus = corpus }

  func term(_ phrase: [Int32], isKazakh: Bool) -> String {
    phrase.map { word($0, isKazakh) }.joined(separator: " ")
  }

  /// The form whose paradigm takes most of the forms that were met: the dictionary form where it was; else, where that takes
  /// less than two thirds, the common beginning.
  private func word(_ stem: Int32, _ isKazakh: Bool) -> String {
    let forms = corpus.forms[Int(stem)].map { (corpus.surfaces.texts[Int($0.key)], Int($0.value)) }
      .sorted { ($0.0.utf8.count, $0.0) < ($1.0.utf8.count, $1.0) }
    let total = forms.reduce(0) { $0 + $1.1 }
    var best = (form: forms[0].0, count: 0, tokens: 0)
    for (form, own) in forms.prefix(12) {
      let lexeme = [Lexeme(lemma: form, partOfSpeech: nil)]
      let matcher: any FormMatcher =
        isKazakh ? KazakhMatcher(lexemes: lexeme) : RussianMatcher(lexemes: lexeme)
      var count = 0
      for (other, tokens) in forms where !matcher.matches(Array(other.utf8).span).isEmpty { count += tokens }
      if (count, own) > (best.count, best.tokens) { best = (form, count, own) }
    }
    if best.count * 3 >= total * 2 { return best.form }
    let beginning = String(corpus.stems.texts[Int(stem)].dropFirst())
    return beginning.unicodeScalars.count >= 4 ? beginning + "*" : best.form
  }
}
