import Linguistics

/// What two states of a lexicon differ in, as the terms whose appearance in a document lets that matter.
///
/// A document keeps its codes where it has no term of an entry that changed, whatever the entry's conditions say, and no form
/// of a word that only one of the two lexicons has: words compete for forms (`FormMatcher`). Both are looked for more
/// generously than coding would, without the words that compete from outside of the lexicon.
package final class LexiconDifference: Sendable {
  /// The terms; nil where the two lexicons code alike.
  fileprivate let lexicon: CompiledLexicon?

  /// - Returns: nil where the two have other codebooks or layers.
  package init?(from old: LexiconState, to current: CompiledLexicon) {
    let new = LexiconState(current)
    let (before, after) = (old.scheme, new.scheme)
    guard before.codebook == after.codebook, before.layers.count == after.layers.count,
      zip(before.layers, after.layers).allSatisfy({ $0.name == $1.name && $0.region == $1.region }),
      let code = after.codebook.codes.first(where: { !$0.isGroup })?.id
    else { return nil }
    let (edited, scoped) = (Self.editedIDs(before, after), Self.scopedIDs(before, after))
    let changed = edited.union(scoped)
    let words = Self.tests(before).symmetricDifference(current.tests)
    var scheme = after
    for i in scheme.layers.indices {
      let olds = before.layers[i].entries.filter { changed.contains($0.id) }
      let news = after.layers[i].entries.filter { changed.contains($0.id) }
      var entries =
        Self.searched(olds, "old/", beside: news, scoped) + Self.searched(news, "new/", beside: olds, scoped)
      for word in words where word.layer == i {
        guard case .lexeme(let partOfSpeech) = word.kind else { continue }
        entries.append(Self.entry(of: word, partOfSpeech, code))
      }
      scheme.layers[i] = LexiconLayer(name: after.layers[i].name, entries: entries)
    }
    lexicon =
      scheme.layers.allSatisfy(\.entries.isEmpty)
      ? nil
      : CompiledLexicon(
        [scheme], kazakh: { KazakhMatcher(lexemes: $0, rivals: []) },
        russian: { RussianMatcher(lexemes: $0) })
  }

  /// Entries that are in one of two schemes and not in the other, or differ.
  private static func editedIDs(_ old: CodingScheme, _ new: CodingScheme) -> Set<String> {
    var ids: Set<String> = []
    for (before, after) in zip(old.layers, new.layers) {
      let (olds, news) = (entries(before), entries(after))
      for id in Set(olds.keys).union(news.keys) where olds[id] != news[id] { ids.insert(id) }
    }
    return ids
  }

  /// Entries that a layer with other changes than before narrows or turns off.
  private static func scopedIDs(_ old: CodingScheme, _ new: CodingScheme) -> Set<String> {
    let changes = zip(old.layers, new.layers).filter { $0.changes != $1.changes }
    return Set(changes.flatMap { $0.changes + $1.changes }.map(\.id))
  }

  /// By id; an id may stand for several.
  private static func entries(_ layer: LexiconLayer) -> [String: [LexiconEntry]] {
    Dictionary(grouping: layer.entries, by: \.id)
  }

  private static func tests(_ scheme: CodingScheme) -> Set<WordTest> {
    let none = KazakhMatcher(lexemes: [], rivals: [])
    return Set(CompiledLexicon([scheme], kazakh: { _ in none }, russian: { _ in none }).tests)
  }

  /// Entries that are found wherever one of their terms stands; of those that others differ from in terms alone only the
  /// terms that these have not.
  ///
  /// - Parameter scoped: ids of those whose terms all matter.
  private static func searched(
    _ entries: [LexiconEntry], _ prefix: String, beside others: [LexiconEntry], _ scoped: Set<String>
  ) -> [LexiconEntry] {
    entries.map { entry in
      var searched = entry
      if !scoped.contains(entry.id),
        let other = others.first(where: { $0.id == entry.id && withoutTerms($0) == withoutTerms(entry) })
      {
        searched.kazakh.removeAll(where: other.kazakh.contains)
        searched.russian.removeAll(where: other.russian.contains)
      }
      searched.id = prefix + entry.id
      searched.conditions = []
      searched.overlap = .withinCode
      searched.weight = found
      return searched
    }
  }

  private static func withoutTerms(_ entry: LexiconEntry) -> LexiconEntry {
    var entry = entry
    (entry.kazakh, entry.russian) = ([], [])
    return entry
  }

  private static func entry(
    of word: WordTest, _ partOfSpeech: PartOfSpeech?, _ code: String
  ) -> LexiconEntry {
    let term = Term(
      text: word.text, halves: [[.word(TermWord(text: word.text, partOfSpeech: partOfSpeech))]], column: 1)
    return LexiconEntry(
      id: "word/\(word.language.code)/\(partOfSpeech?.rawValue ?? "")/\(word.text)", codes: [code],
      kazakh: word.language == .kk ? [term] : [], russian: word.language == .kk ? [] : [term],
      partsOfSpeech: [], conditions: [], weight: found, source: "", note: "", file: "", line: 0,
      codesColumn: 0)
  }

  /// Above every threshold.
  private static let found = 1e6
}

/// Finds the passages that a difference touches. One per worker, beside the worker's analyzer.
package final class DifferenceScanner {
  private let analyzer: TextAnalyzer
  private let coder: LexiconCoder?
  private var analysis = TextAnalysis()

  package init(_ difference: LexiconDifference, _ analyzer: TextAnalyzer) {
    self.analyzer = analyzer
    coder = difference.lexicon.map { LexiconCoder($0, types: analyzer.types) }
  }

  /// Whether a passage or heading has what the difference is about.
  package func touches(_ text: [UInt8]) -> Bool {
    guard let coder else { return false }
    analysis.removeAll()
    analyzer.analyze(text.span, in: 0..<text.count, into: &analysis)
    // One sentence of both languages: where the text is cut, and what language it is taken for, may depend on its neighbours.
    analysis.sentences = [
      Sentence(tokens: 0..<Int32(truncatingIfNeeded: analysis.tokens.count), language: .mixed)
    ]
    let coding = coder.code(analysis, sentences: 0..<1, context: PassageContext())
    return !coding.codes.isEmpty || !coding.polarityEvidence.isEmpty
  }
}
