import Linguistics

/// Finds terms of region packs that add nothing: `covered-term`. The base lexicon gives their words all codes of the entry.
/// Names of the gazetteer are facts and may be covered.
enum CoveredTerms {
  static func issues(_ lexicon: CompiledLexicon) -> [LexiconIssue] {
    let analyzer = TextAnalyzer()
    // Packs are off in documents of no region.
    let coder = LexiconCoder(lexicon, types: analyzer.types)
    return lexicon.terms.compactMap { term in
      let entry = lexicon.entries[term.entry]
      guard lexicon.regional.region(of: term.entry) != nil, entry.entry.weight > 0,
        entry.entry.source != PackNames.source
      else { return nil }
      let samples = DeadTerms.samples(of: term.term)
      let isCovered = samples.allSatisfy { text in
        let analysis = analyzer.sentence(text, in: term.language)
        let coding = coder.code(analysis, sentences: 0..<1, context: PassageContext())
        let codes = Set(coding.codes.map { lexicon.code($0).id })
        return entry.entry.codes.allSatisfy(codes.contains)
      }
      guard isCovered else { return nil }
      return LexiconIssue(
        .warning, "covered-term", entry.entry, column: term.term.column,
        "the base lexicon finds '\(term.text)' already, under \(entry.entry.codes.joined(separator: " and "))"
      )
    }
  }
}
