/// Finds the inflected forms of Kazakh words.
///
/// Dictionary forms may be stems (бекіт) or verbal nouns (бекіту). A form is accepted where its beginning is a
/// shape of the stem (`KazakhStemAlternations`) and the rest a chain of suffixes (`KazakhSuffixTable`).
/// The longest lexeme wins; readings through voice (бекіт-іл-ді) are taken only where there is no other, and not
/// for stems of up to three letters, where nearly every one would be another word.
///
/// ```swift
/// let people = Lexeme(lemma: "халық", partOfSpeech: .noun)
/// KazakhMatcher(lexemes: [people]).explain("халқымыздың", as: people)
/// // халқ "stem", ымыз "possessive 1st person plural", дың "genitive"
/// ```
public struct KazakhMatcher: FormMatcher {
  let automaton = KazakhAutomaton.shared
  private let cyrillic = KazakhAlphabet.cyrillicCodes
  private let stems: KazakhTrie
  private let entries: [Entry]
  /// Entries of lexemes from here on are rivals: words that are not asked for and take their forms away.
  private let ownLexemes: Int

  /// Suffixes in a row that are still read: longer chains are no words, and made-up ones must cost no time.
  static let longestChain = 12

  /// One shape of one lexeme.
  struct Entry: Sendable {
    var lexeme: Int32
    var root: Int32
    /// Letters of the stem that the shape stands for: the longer one wins.
    var weight: Int16
    /// Marks of suffixes that this stem does not take.
    var blocked: KazakhAutomaton.Marks
  }

  /// Compiles the lexemes; 5,000 take some tens of milliseconds.
  public init(lexemes: [Lexeme]) {
    self.init(lexemes: lexemes, rivals: KazakhRivals.against(lexemes))
  }

  init(lexemes: [Lexeme], rivals: [Lexeme]) {
    var entries: [Entry] = []
    var keys: [KazakhTrie.Key] = []
    for (index, lexeme) in (lexemes + rivals).enumerated() {
      for (codes, entry) in KazakhMatcher.entries(of: lexeme, index: index, automaton) {
        keys.append((codes, Int32(entries.count)))
        entries.append(entry)
      }
    }
    self.entries = entries
    ownLexemes = lexemes.count
    stems = KazakhTrie([keys])
  }

  static func entries(
    of lexeme: Lexeme, index: Int, _ automaton: KazakhAutomaton
  ) -> [(codes: [UInt8], entry: Entry)] {
    KazakhStemAlternations.shapes(of: lexeme).compactMap { shape in
      guard let root = automaton.root(shape.state, shape.harmony, shape.sound) else { return nil }
      let entry = Entry(
        lexeme: Int32(index), root: root, weight: Int16(clamping: shape.weight),
        blocked: shape.length <= 3 ? [.voice] : [])
      return (shape.letters.flatMap { KazakhAlphabet.codes(String($0)) }, entry)
    }
  }

  public func matches(_ form: Span<UInt8>) -> [LexemeMatch] {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * form.count) { buffer in
      let count = KazakhAlphabet.encode(form, cyrillic, into: buffer)
      var found: [Candidate] = []
      var node = 0
      var i = 0
      while i < count {
        node = stems.child(node, buffer[i])
        if node < 0 { break }
        i += 1
        for place in stems.valueRange(node) {
          let entry = entries[Int(stems.values[place])]
          let reading = read(entry, buffer, i, count)
          if reading != Reading.none { found.append(Candidate(entry: entry, reading: reading)) }
        }
      }
      return found.isEmpty ? [] : winners(found)
    }
  }

  private struct Candidate {
    var entry: Entry
    var reading: UInt8
  }

  /// A reading in one byte, so that the smaller one is the better: bit 1 says fallback, bit 0 negated.
  private enum Reading {
    static let none: UInt8 = 255
    static let negated: UInt8 = 1
    static let fallback: UInt8 = 2
  }

  /// The best reading of the letters from `start` on as suffixes of an entry.
  @inline(__always)
  private func read(
    _ entry: Entry, _ codes: UnsafeMutableBufferPointer<UInt8>, _ start: Int, _ count: Int
  ) -> UInt8 {
    var best = walk(Int(entry.root), codes, start, count, entry.blocked, [])
    if start < count, codes[start] == KazakhAlphabet.hyphen {
      let root = automaton.afterHyphen[Int(entry.root)]
      if root >= 0 { best = min(best, walk(Int(root), codes, start + 1, count, entry.blocked, [])) }
    }
    return best
  }

  private func walk(
    _ root: Int, _ codes: UnsafeMutableBufferPointer<UInt8>, _ start: Int, _ count: Int,
    _ blocked: KazakhAutomaton.Marks, _ marks: KazakhAutomaton.Marks, depth: Int = 0
  ) -> UInt8 {
    if depth > KazakhMatcher.longestChain { return Reading.none }
    if start == count {
      guard let end = automaton.endMarks[root] else { return Reading.none }
      let marks = marks.union(end)
      return (marks.contains(.negative) ? Reading.negated : 0)
        | (marks.isDisjoint(with: .fallback) ? 0 : Reading.fallback)
    }
    var best = Reading.none
    var node = root
    var i = start
    while i < count {
      node = automaton.trie.child(node, codes[i])
      if node < 0 { break }
      i += 1
      for place in automaton.trie.valueRange(node) {
        let arc = automaton.arcs[Int(automaton.trie.values[place])]
        if !arc.marks.isDisjoint(with: blocked) { continue }
        best = min(
          best, walk(Int(arc.target), codes, i, count, blocked, marks.union(arc.marks), depth: depth + 1))
      }
    }
    return best
  }

  /// Regular readings before fallback ones, then the longest stem; one match a lexeme, in order of lexemes.
  private func winners(_ found: [Candidate]) -> [LexemeMatch] {
    var fallback: UInt8 = Reading.fallback
    for candidate in found { fallback = min(fallback, candidate.reading & Reading.fallback) }
    var weight: Int16 = 0
    for candidate in found where candidate.reading & Reading.fallback == fallback {
      weight = max(weight, candidate.entry.weight)
    }
    var result: [LexemeMatch] = []
    for candidate in found
    where candidate.entry.weight == weight && candidate.reading & Reading.fallback == fallback
      && Int(candidate.entry.lexeme) < ownLexemes
    {
      let match = LexemeMatch(
        lexeme: Int(candidate.entry.lexeme), negated: candidate.reading & Reading.negated != 0,
        penalty: fallback == 0 ? 0 : 1)
      if let known = result.firstIndex(where: { $0.lexeme == match.lexeme }) {
        if !match.negated { result[known].negated = false }
      } else {
        result.append(match)
      }
    }
    return result.sorted { $0.lexeme < $1.lexeme }
  }
}
