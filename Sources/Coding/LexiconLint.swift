import Linguistics

/// Finds what is suspicious in lexicons that load: work for `hattama lexicon lint`, beside the issues of loading.
///
/// - `one-language`: an entry without a Kazakh or without a Russian term.
/// - `repeated-term`: a term twice in one entry.
/// - `shadowed-term`: the same term under the same code in two entries with equal conditions, so that only the first
///   ever counts.
/// - `dead-term`: a term that does not match its own words.
/// - `unused-part-of-speech`: the entry's parts of speech fit no term.
public struct LexiconLint {
  private let lexicon: CompiledLexicon
  private var issues: [LexiconIssue] = []

  /// All findings, warnings, sorted by place; `lexicon.issues` are not among them.
  public static func check(_ lexicon: CompiledLexicon) -> [LexiconIssue] {
    var lint = LexiconLint(lexicon: lexicon)
    for entry in lexicon.entries { lint.checkLanguages(entry.entry) }
    lint.checkRepetitions()
    lint.checkDeadTerms()
    return lint.issues.sorted(by: LexiconIssue.precedes)
  }

  private init(lexicon: CompiledLexicon) { self.lexicon = lexicon }

  private mutating func report(_ id: String, _ entry: LexiconEntry, _ column: Int, _ message: String) {
    issues.append(LexiconIssue(.warning, id, file: entry.file, line: entry.line, column: column, message))
  }

  private mutating func checkLanguages(_ entry: LexiconEntry) {
    if entry.kazakh.isEmpty || entry.russian.isEmpty {
      let language = entry.kazakh.isEmpty ? "Kazakh" : "Russian"
      report("one-language", entry, 1, "the entry '\(entry.id)' has no \(language) term")
    }
    let counts = (entry.kazakh + entry.russian).map(\.wordCount)
    if !entry.partsOfSpeech.isEmpty, !counts.contains(entry.partsOfSpeech.count) {
      report(
        "unused-part-of-speech", entry, 1,
        "the entry '\(entry.id)' states \(entry.partsOfSpeech.count) parts of speech and has no term of so many words"
      )
    }
  }

  private struct TermKey: Hashable {
    var scheme: Int
    var code: String
    var language: Language
    var halves: [[TermElement]]
    var partsOfSpeech: [PartOfSpeech]
  }

  private mutating func checkRepetitions() {
    var first: [TermKey: Int] = [:]
    for (number, term) in lexicon.terms.enumerated() {
      let compiled = lexicon.entries[term.entry]
      let entry = compiled.entry
      let fits = term.term.wordCount == entry.partsOfSpeech.count
      for code in entry.codes {
        let key = TermKey(
          scheme: compiled.scheme, code: code, language: term.language, halves: term.term.halves,
          partsOfSpeech: fits ? entry.partsOfSpeech : [])
        guard let other = first[key].map({ lexicon.terms[$0] }) else {
          first[key] = number
          continue
        }
        let otherEntry = lexicon.entries[other.entry].entry
        if other.entry == term.entry {
          if code == entry.codes.first {
            report(
              "repeated-term", entry, term.term.column,
              "the term '\(term.text)' stands twice in '\(entry.id)'")
          }
        } else if otherEntry.conditions == entry.conditions {
          report(
            "shadowed-term", entry, term.term.column,
            "the term '\(term.text)' stands under \(code) also in '\(otherEntry.id)' "
              + "(\(otherEntry.file):\(otherEntry.line)); only that one counts")
        }
      }
    }
  }

  // MARK: Terms against their own words

  private mutating func checkDeadTerms() {
    let analyzer = TextAnalyzer()
    let coder = LexiconCoder(lexicon, types: analyzer.types)
    for (number, term) in lexicon.terms.enumerated() {
      for text in Self.samples(of: term.term) {
        var analysis = TextAnalysis()
        let bytes = Array(text.utf8)
        analyzer.analyze(bytes.span, in: 0..<bytes.count, into: &analysis)
        analysis.sentences = [
          Sentence(tokens: 0..<Int32(analysis.tokens.count), language: term.language)
        ]
        if !coder.terms(in: analysis, sentences: 0..<1).contains(number) {
          report(
            "dead-term", lexicon.entries[term.entry].entry, term.term.column,
            "the term '\(term.text)' does not match its own words '\(text)'; is each a dictionary form of its part of "
              + "speech? '=' states an exact form")
        }
      }
    }
  }

  /// The term's words as text without gaps: the first alternative of every choice, then each other alternative once.
  static func samples(of term: Term) -> [String] {
    let elements = term.halves.flatMap { $0 }
    var samples = [sample(elements, choosing: 0, at: -1)]
    for (place, element) in elements.enumerated() {
      guard case .choice(let alternatives) = element else { continue }
      for i in alternatives.indices.dropFirst() { samples.append(sample(elements, choosing: i, at: place)) }
    }
    return samples
  }

  private static func sample(_ elements: [TermElement], choosing alternative: Int, at place: Int) -> String {
    var words: [String] = []
    for (i, element) in elements.enumerated() {
      switch element {
      case .word(let word): words.append(word.text)
      case .gap: break
      case .choice(let alternatives):
        let chosen = alternatives[i == place ? alternative : 0]
        words.append(
          contentsOf: chosen.compactMap { if case .word(let word) = $0 { word.text } else { nil } })
      }
    }
    return words.joined(separator: " ")
  }
}
