import Linguistics

/// Finds terms that do not match their own words: `dead-term`. What a term's author wrote is coded as if it stood in
/// a text; where the term is not found there, it is found nowhere.
///
/// Terms that are written alike are tried once, or many entries with one term would cost the square of their
/// number.
struct DeadTerms {
  private(set) var issues: [LexiconIssue] = []
  private let lexicon: CompiledLexicon

  private struct Key: Hashable {
    var language: Language
    /// Words compete for forms inside of a layer, and a file is of one layer.
    var file: String
    var halves: [[TermElement]]
    var partsOfSpeech: [PartOfSpeech]
  }

  init(_ lexicon: CompiledLexicon) {
    self.lexicon = lexicon
    let analyzer = TextAnalyzer()
    let coder = LexiconCoder(lexicon, types: analyzer.types)
    var known: [Key: String?] = [:]
    for (number, term) in lexicon.terms.enumerated() {
      let entry = lexicon.entries[term.entry]
      let key = Key(
        language: term.language, file: entry.entry.file, halves: term.term.halves,
        partsOfSpeech: entry.entry.partsOfSpeech)
      let unmatched: String?
      if let answer = known[key] {
        unmatched = answer
      } else {
        unmatched = Self.firstUnmatched(number, term, coder, analyzer)
        known[key] = unmatched
      }
      if let unmatched { report(term, unmatched) }
    }
  }

  private mutating func report(_ term: CompiledLexicon.CompiledTerm, _ words: String) {
    let entry = lexicon.entries[term.entry].entry
    issues.append(
      LexiconIssue(
        .warning, "dead-term", entry, column: term.term.column,
        "the term '\(term.text)' does not match its own words '\(words)'; is each a dictionary form of its part of "
          + "speech? '=' states an exact form"))
  }

  private static func firstUnmatched(
    _ number: Int, _ term: CompiledLexicon.CompiledTerm, _ coder: LexiconCoder, _ analyzer: TextAnalyzer
  ) -> String? {
    samples(of: term.term).first { text in
      let analysis = analyzer.sentence(text, in: term.language)
      return !coder.terms(in: analysis, sentences: 0..<1).contains(number)
    }
  }

  /// The term's words as text without gaps: the first alternative of every choice, then each other alternative once.
  static func samples(of term: Term) -> [String] {
    let elements = term.halves.flatMap { $0 }
    var samples = [words(elements, choosing: 0, at: -1).joined(separator: " ")]
    for (place, element) in elements.enumerated() {
      guard case .choice(let alternatives) = element else { continue }
      for i in alternatives.indices.dropFirst() {
        samples.append(words(elements, choosing: i, at: place).joined(separator: " "))
      }
    }
    return samples
  }

  private static func words(
    _ elements: [TermElement], choosing alternative: Int, at place: Int
  ) -> [String] {
    elements.enumerated().flatMap { i, element -> [String] in
      switch element {
      case .word(let word): [word.text]
      case .gap, .reference: []
      case .choice(let alternatives):
        words(alternatives[i == place ? alternative : 0], choosing: 0, at: -1)
      }
    }
  }
}

extension TextAnalyzer {
  /// A text as one sentence of a language, whatever is in it.
  func sentence(_ text: String, in language: Language) -> TextAnalysis {
    var analysis = TextAnalysis()
    analyze(text.utf8.span, in: 0..<text.utf8.count, into: &analysis)
    analysis.sentences = [
      Sentence(tokens: 0..<Int32(truncatingIfNeeded: analysis.tokens.count), language: language)
    ]
    return analysis
  }
}

/// Finds references and families that no term uses: `unused-definition`.
enum UnusedDefinitions {
  static func issues(_ lexicon: CompiledLexicon) -> [LexiconIssue] {
    lexicon.schemes.flatMap { scheme in
      let used = scheme.layers.reduce(into: Set<String>()) { $0.formUnion($1.referredTo) }
      return scheme.layers.flatMap(\.definitions).filter { !used.contains($0.id) }.map { entry in
        LexiconIssue(
          .warning, "unused-definition", entry,
          entry.use == .family
            ? "no term uses the family '\(entry.id)'; a word with '+' does"
            : "no term refers to '@\(entry.id)'")
      }
    }
  }
}
