import Linguistics

/// Writes phrases as terms of a lexicon.
struct TermWriter {
  private let corpus: PhraseCorpus
  /// Surfaces in -ой that a masculine noun in its dictionary form follows: `областной совет`.
  private let masculine: Set<Int32>

  init(_ corpus: PhraseCorpus) {
    self.corpus = corpus
    masculine = Self.masculine(corpus)
  }

  func term(_ phrase: [Int32], isKazakh: Bool) -> String {
    phrase.map { word($0, isKazakh) }.joined(separator: " ")
  }

  /// The form whose paradigm takes most of the forms that were met: the dictionary form where it was; else, where that takes
  /// less than two thirds or is none, the common beginning.
  private func word(_ stem: Int32, _ isKazakh: Bool) -> String {
    let forms = corpus.forms[Int(stem)].map { (corpus.surfaces.texts[Int($0.key)], Int($0.value)) }
      .sorted { ($0.0.utf8.count, $0.0) < ($1.0.utf8.count, $1.0) }
    let total = forms.reduce(0) { $0 + $1.1 }
    var best = (form: forms[0].0, count: 0, tokens: 0)
    let isAdjective = forms.contains { form, _ in Self.hasEnding(form, Self.adjectives) }
    for (form, own) in forms.prefix(12) where isKazakh || !isOblique(form, isAdjective) {
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

  /// Whether a Russian form is an adjective's in an oblique case of the feminine: `районной`. It has the letters of a dictionary
  /// form (`областной`), and would take the same words, but is none where no masculine noun in its own ever follows.
  private func isOblique(_ form: String, _ isAdjective: Bool) -> Bool {
    guard form.hasSuffix("ой"), isAdjective || Self.hasEnding(form, Self.relational) else { return false }
    return corpus.surfaces.find(form).map { !masculine.contains($0) } ?? true
  }

  private static func masculine(_ corpus: PhraseCorpus) -> Set<Int32> {
    let isAttribute = corpus.surfaces.texts.map { $0.hasSuffix("ой") }
    let isNoun = corpus.surfaces.texts.map { text in
      // Prepositions and conjunctions are shorter.
      text.unicodeScalars.count > 3 && text.unicodeScalars.last.map { hard.contains($0) } == true
    }
    var found: Set<Int32> = []
    for passage in corpus.passages {
      for (first, second) in zip(passage.surfaces, passage.surfaces.dropFirst())
      where first >= 0 && second >= 0 && isAttribute[Int(first)] && isNoun[Int(second)] {
        found.insert(first)
      }
    }
    return found
  }

  private static func hasEnding(_ form: String, _ endings: [String]) -> Bool {
    endings.contains { form.hasSuffix($0) }
  }

  /// Endings that only adjectives have.
  private static let adjectives = [
    "ого", "ому", "ым", "ых", "ыми", "ая", "ую", "ое", "ые", "ский", "ских", "ским",
  ]
  /// Adjectives in an oblique case, whatever other forms were met.
  private static let relational = ["ной", "ской", "овой", "евой"]
  /// Letters that end masculine nouns, and no form of feminine ones in the singular. Not `х` and `м`, with which adjectives and
  /// nouns of other cases end.
  private static let hard = Set("бвгджзклнпрстфцчшщ".unicodeScalars)
}
