/// Analyses of a Kazakh word without a lexicon: the ways to read it as a stem with suffixes.
public enum KazakhStems {
  /// One reading: the dictionary form that it supposes (a bare stem for verbs), and the word's pieces.
  public struct Analysis: Sendable, Equatable {
    public var lemma: String
    public var partOfSpeech: PartOfSpeech
    public var morphemes: [Morpheme]
  }

  /// The readings of a folded form as a noun or verb, likely ones first; the word as it is among them.
  ///
  /// Likely means, in this order: a stem of the core vocabulary, no rare suffix, no second person, more suffixes, a
  /// noun, a shorter stem. For explanations, not for hot loops: about a millisecond a word;
  /// none for words of more than 120 bytes.
  ///
  /// ```swift
  /// KazakhStems.analyses(of: "кітабымнан").first  // кітап, noun: кітаб + ым + нан
  /// ```
  public static func analyses(of form: String) -> [Analysis] {
    guard form.utf8.count <= longestForm else { return [] }
    var result: [(cost: Int, analysis: Analysis)] = []
    for lemma in lemmas(in: Array(form.unicodeScalars)) {
      for partOfSpeech in [PartOfSpeech.noun, .verb] {
        guard isPlausible(Array(lemma.unicodeScalars), partOfSpeech, isWhole: lemma == form) else { continue }
        let lexeme = Lexeme(lemma: lemma, partOfSpeech: partOfSpeech)
        guard let reading = KazakhReading.best(of: form, as: lexeme) else { continue }
        let analysis = Analysis(lemma: lemma, partOfSpeech: partOfSpeech, morphemes: reading.morphemes)
        result.append((cost(of: analysis, fallbacks: reading.fallbacks), analysis))
      }
    }
    result.sort { a, b in
      if a.cost != b.cost { return a.cost < b.cost }
      if a.analysis.partOfSpeech != b.analysis.partOfSpeech { return a.analysis.partOfSpeech == .noun }
      let (m, n) = (a.analysis.lemma.utf8.count, b.analysis.lemma.utf8.count)
      return m == n ? a.analysis.lemma < b.analysis.lemma : m < n
    }
    return result.map(\.analysis)
  }

  /// Bytes of a form that is still analysed: no word is as long.
  private static let longestForm = 120

  private static func cost(of analysis: Analysis, fallbacks: Int) -> Int {
    let isKnown = KazakhRivals.isCoreWord(analysis.lemma, analysis.partOfSpeech)
    let secondPersons = analysis.morphemes.count { $0.gloss.contains("2nd person") }
    return (isKnown ? 0 : 30) + 10 * fallbacks + 10 * secondPersons - analysis.morphemes.count
  }

  /// Whether a stem sounds like a Kazakh word: a vowel, no doubled end, no voiced stop that only stands before
  /// vowels; verbs are native and their stems longer than one letter.
  private static func isPlausible(
    _ stem: [Unicode.Scalar], _ partOfSpeech: PartOfSpeech, isWhole: Bool
  ) -> Bool {
    let vowels = stem.filter { KazakhHarmony($0) != nil || "иую".unicodeScalars.contains($0) }
    guard let last = stem.last, stem.count > 1, !vowels.isEmpty else { return false }
    if isWhole { return partOfSpeech == .noun }
    let end = stem.suffix(2)
    if end.first == last || "бгғ".unicodeScalars.contains(last) { return false }
    if partOfSpeech == .noun { return true }
    let hasHiatus = zip(stem, stem.dropFirst()).contains {
      KazakhHarmony($0) != nil && KazakhHarmony($1) != nil
    }
    let isForeign = stem.contains { "вфхцчщэьъ".unicodeScalars.contains($0) }
    return !isForeign && !hasHiatus && Set(vowels.compactMap(KazakhHarmony.init)).count < 2
      && (stem.count == 2 || last != "у")
  }

  /// Dictionary forms that a form may begin with: each of its beginnings, and what the alternations of
  /// `KazakhStemAlternations` may have made of it.
  private static func lemmas(in form: [Unicode.Scalar]) -> [String] {
    let hard: [Unicode.Scalar: Unicode.Scalar] = ["б": "п", "ғ": "қ", "г": "к", "у": "п"]
    let highVowels: [Unicode.Scalar] = ["ы", "і"]
    var found: Set<[Unicode.Scalar]> = [form]
    for length in 1..<max(1, form.count) {
      let start = Array(form[..<length])
      found.insert(start)
      guard let last = start.last else { continue }
      if let letter = hard[last] { found.insert(start.dropLast() + [letter]) }
      let next = form[length]
      if next == "я" || next == "ю" { found.insert(start + ["й"]) }
      if next == "и" || next == "у" { for vowel in highVowels { found.insert(start + [vowel]) } }
      if length >= 3, KazakhSound.of(last) != .vowel, KazakhSound.of(start[length - 2]) != .vowel {
        for vowel in highVowels { found.insert(start.dropLast() + [vowel, last]) }
      }
    }
    return found.map { String(String.UnicodeScalarView($0)) }.sorted()
  }
}
