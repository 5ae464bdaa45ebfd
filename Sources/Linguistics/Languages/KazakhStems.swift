/// Analyses of a Kazakh word without a lexicon: every way to read it as a stem with suffixes.
public enum KazakhStems {
  /// One reading: the dictionary form that it supposes (a bare stem for verbs), and the word's pieces.
  public struct Analysis: Sendable, Equatable {
    public var lemma: String
    public var partOfSpeech: PartOfSpeech
    public var morphemes: [Morpheme]
  }

  /// The readings of a folded form as a noun, numeral-like noun or verb whose stem has a vowel and at least two
  /// letters, most suffixes first; then shorter stems, then nouns before verbs. The word as it is comes last.
  /// For explanations: some 0.1 ms a word.
  ///
  /// ```swift
  /// KazakhStems.analyses(of: "кітабымнан").first  // кітап, noun: кітаб + ым + нан
  /// ```
  public static func analyses(of form: String) -> [Analysis] {
    var result: [Analysis] = []
    for lemma in lemmas(in: Array(form.unicodeScalars)) {
      for partOfSpeech in [PartOfSpeech.noun, .verb] {
        let lexeme = Lexeme(lemma: lemma, partOfSpeech: partOfSpeech)
        guard let reading = KazakhReading.best(of: form, as: lexeme) else { continue }
        result.append(
          Analysis(lemma: lemma, partOfSpeech: partOfSpeech, morphemes: reading.morphemes))
      }
    }
    return result.sorted { a, b in
      if a.morphemes.count != b.morphemes.count { return a.morphemes.count > b.morphemes.count }
      let (m, n) = (a.lemma.unicodeScalars.count, b.lemma.unicodeScalars.count)
      if m != n { return m < n }
      if a.partOfSpeech != b.partOfSpeech { return a.partOfSpeech == .noun }
      return a.lemma < b.lemma
    }
  }

  /// Dictionary forms that a form may begin with: each of its beginnings, and what the alternations of
  /// `KazakhStemAlternations` may have made of it.
  private static func lemmas(in form: [Unicode.Scalar]) -> [String] {
    let hard: [Unicode.Scalar: [Unicode.Scalar]] = ["б": ["п"], "ғ": ["қ"], "г": ["к"], "у": ["п"]]
    var found: Set<[Unicode.Scalar]> = []
    for length in 2...max(2, form.count) where length <= form.count {
      let start = Array(form[..<length])
      found.insert(start)
      guard length < form.count, let last = start.last else { continue }
      for letter in hard[last] ?? [] { found.insert(start.dropLast() + [letter]) }
      let next = form[length]
      if next == "я" || next == "ю" { found.insert(start + ["й"]) }
      if next == "и" || next == "у" {
        for vowel in ["ы", "і"] as [Unicode.Scalar] { found.insert(start + [vowel]) }
      }
      if length >= 3, KazakhSound.of(last) != .vowel, KazakhSound.of(start[length - 2]) != .vowel {
        for vowel in ["ы", "і"] as [Unicode.Scalar] { found.insert(start.dropLast() + [vowel, last]) }
      }
    }
    let spelled = found.filter { stem in
      stem.contains { KazakhHarmony($0) != nil || $0 == "и" || $0 == "у" || $0 == "ю" }
    }
    return spelled.map { String(String.UnicodeScalarView($0)) }.sorted()
  }
}
