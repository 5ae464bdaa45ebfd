/// Finds the inflected forms of Kazakh words.
///
/// Dictionary forms may be stems (бекіт) or verbal nouns (бекіту). A form is accepted where its beginning is a
/// shape of the stem (`KazakhStemAlternations`) and the rest a chain of suffixes (`KazakhSuffixTable`).
/// Regular readings win over rare ones and those through voice (бекіт-іл-ді), which have penalty 1; then the
/// longest lexeme wins. Voice other than passive is not read for stems of up to three letters, where nearly every
/// such form is another word. Frequent words that are not in the lexicon compete too (`KazakhRivals`).
///
/// ```swift
/// let people = Lexeme(lemma: "халық", partOfSpeech: .noun)
/// KazakhMatcher(lexemes: [people]).explain("халқымыздың", as: people)
/// // халқ "stem", ымыз "possessive 1st person plural", дың "genitive"
/// ```
///
/// What remains wrong, as shares of the false accepts with sparse random lexicons over a treebank's running words
/// (six in a hundred accepted pairs):
///
/// | share | class | example | what would help |
/// |---|---|---|---|
/// | .34 | the verb as an auxiliary, not counted as the word | айта алмады: ал | context |
/// | .26 | the same lemma in another part of speech | жас (young, age), ат (name, shoot) | context |
/// | .14 | a longer verb whose stem the lexicon lacks | саналады: сана, not санал | the longer verb as rival |
/// | .11 | a noun made from the verb, or a verb from the noun | кездесуге, тастай | context |
/// | .11 | -ды, -лы, -сыз adjectives that look like cases, or are words of their own | білімді, тілсіз | context |
/// | .04 | case forms that have become other words | іске, қолдан | a longer list of rivals |
///
/// One form in a hundred is missed: mostly voice of short stems (қат-ыс-а-мын), -лы derivations counted as forms
/// (тұрақты of тұрақ), and spelling variants (моңғол, монғол).
public final class KazakhMatcher: FormMatcher {
  let automaton: KazakhAutomaton.Graph
  private let cyrillic = KazakhAlphabet.cyrillicCodes
  let stems: KazakhTrie
  /// In the order of the trie's values.
  let entries: [Entry]
  /// For each node of the trie the codes that may follow one of its stems, and `mayEnd` where a form may end there.
  private let gates: [UInt64]
  /// Entries of lexemes from here on are rivals: words that are not asked for and take their forms away.
  let ownLexemes: Int

  /// Suffixes in a row that are still read: longer chains are no words, and made-up ones must cost no time.
  static let longestChain = 12

  /// One shape of one lexeme.
  struct Entry: Sendable {
    var lexeme: Int32
    /// The first lexeme with the same lemma.
    var lemma: Int32
    var root: Int32
    /// Letters of the stem that the shape stands for: the longer one wins.
    var weight: Int16
    /// Marks of suffixes that this stem does not take.
    var blocked: KazakhAutomaton.Marks
    /// A form may end after the stem.
    var mayEnd: Bool
    /// The codes of the letters that may follow the stem.
    var followers: UInt64
  }

  /// Compiles the lexemes; 5,000 take some tens of milliseconds.
  public convenience init(lexemes: [Lexeme]) {
    self.init(lexemes: lexemes, rivals: KazakhRivals.against(lexemes))
  }

  convenience init(lexemes: [Lexeme], rivals: [Lexeme]) {
    let automaton = KazakhAutomaton.shared
    var entries: [Entry] = []
    var keys: [KazakhTrie.Key] = []
    var firstOfLemma: [Lexeme: Int32] = [:]
    for (index, lexeme) in (lexemes + rivals).enumerated() {
      let lemma = Lexeme(lemma: lexeme.lemma, partOfSpeech: nil)
      let first = firstOfLemma[lemma] ?? Int32(index)
      firstOfLemma[lemma] = first
      for (codes, var entry) in KazakhMatcher.entries(of: lexeme, index: index, automaton) {
        entry.lemma = first
        keys.append((codes, Int32(entries.count)))
        entries.append(entry)
      }
    }
    let stems = KazakhTrie([keys])
    self.init(
      automaton.graph, stems: stems, entries: stems.values.map { entries[Int($0)] }, ownLexemes: lexemes.count
    )
  }

  /// A matcher that was compiled before.
  ///
  /// - Parameter entries: in the order of the trie's values.
  init(_ automaton: KazakhAutomaton.Graph, stems: KazakhTrie, entries: [Entry], ownLexemes: Int) {
    (self.automaton, self.stems, self.entries, self.ownLexemes) = (automaton, stems, entries, ownLexemes)
    gates = stems.nodes.indices.dropLast().map { node in
      entries[stems.valueRange(node)].reduce(0) { $0 | $1.followers | ($1.mayEnd ? Self.mayEnd : 0) }
    }
  }

  static func entries(
    of lexeme: Lexeme, index: Int, _ automaton: KazakhAutomaton
  ) -> [(codes: [UInt8], entry: Entry)] {
    KazakhStemAlternations.shapes(of: lexeme).compactMap { shape in
      guard let root = automaton.root(shape.state, shape.harmony, shape.sound) else { return nil }
      let entry = Entry(
        lexeme: Int32(index), lemma: Int32(index), root: root, weight: Int16(clamping: shape.weight),
        blocked: shape.length <= 3 ? [.voice] : [], mayEnd: automaton.graph.endMarks[Int(root)] != nil,
        followers: automaton.graph.followers(of: root))
      return (KazakhAlphabet.codes(shape.letters), entry)
    }
  }

  public func matches(_ form: Span<UInt8>) -> [LexemeMatch] {
    guard mayReachStem(form) else { return [] }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * form.count) { buffer in
      let count = KazakhAlphabet.encode(form, cyrillic, into: buffer)
      var found: [Candidate] = []
      var node = 0
      var i = 0
      while i < count {
        node = stems.child(node, buffer[i])
        if node < 0 { break }
        i += 1
        // Most stems on the way go on with other letters: their entries need not be looked at.
        if gates[node] & (i < count ? 1 << UInt64(buffer[i]) : Self.mayEnd) == 0 { continue }
        for place in stems.valueRange(node) {
          let entry = entries[place]
          if i < count ? entry.followers & 1 << UInt64(buffer[i]) == 0 : !entry.mayEnd { continue }
          let reading = read(entry, buffer, i, count)
          if reading != Reading.none { found.append(Candidate(entry: entry, reading: reading)) }
        }
      }
      return found.isEmpty ? [] : winners(found)
    }
  }

  /// In `gates`; no letter has this code.
  private static let mayEnd: UInt64 = 1 << 62

  /// False where a form has no stem with a letter after it that a suffix begins with, as most forms do: they need not be
  /// read in full.
  private func mayReachStem(_ form: Span<UInt8>) -> Bool {
    var node = 0
    var i = 0
    while i + 1 < form.count {
      let code = form[i] & 0xfc == 0xd0 ? cyrillic[Int(form[i] & 3) << 6 | Int(form[i + 1] & 0x3f)] : 0
      // What is no letter is read in full.
      if code == 0 { return true }
      // The gate of the stem before this letter.
      if gates[node] & 1 << UInt64(code) != 0 { return true }
      node = stems.child(node, code)
      if node < 0 { return false }
      i += 2
    }
    return i < form.count || gates[node] & Self.mayEnd != 0
  }

  private struct Candidate {
    var entry: Entry
    var reading: UInt8
  }

  /// A reading in one byte, so that the smaller one is the better: bit 2 says fallback, bit 1 even, bit 0 negated.
  private enum Reading {
    static let none: UInt8 = 255
    static let negated: UInt8 = 1
    static let even: UInt8 = 2
    static let fallback: UInt8 = 4
    static let end: UInt8 = 8
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
        | (marks.contains(.even) ? Reading.even : 0)
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
        let arc = automaton.arcs[place]
        if !arc.marks.isDisjoint(with: blocked) { continue }
        best = min(
          best, walk(Int(arc.target), codes, i, count, blocked, marks.union(arc.marks), depth: depth + 1))
      }
    }
    return best
  }

  /// Regular readings before fallback ones, then the longest stem; lexemes of a winning lemma are all given, one
  /// match a lexeme, in order of lexemes.
  private func winners(_ found: [Candidate]) -> [LexemeMatch] {
    var fallback = Reading.fallback
    for candidate in found { fallback = min(fallback, candidate.reading & Reading.fallback) }
    var weight: Int16 = 0
    for candidate in found where candidate.reading & Reading.fallback == fallback {
      weight = max(weight, candidate.entry.weight)
    }
    let best = found.filter { $0.reading & Reading.fallback == fallback && $0.entry.weight == weight }
    let hasRival = best.contains { Int($0.entry.lexeme) >= ownLexemes }
    let lemmas = best.compactMap { candidate in
      let gives = hasRival && candidate.reading & Reading.even != 0
      return Int(candidate.entry.lexeme) < ownLexemes && !gives ? candidate.entry.lemma : nil
    }
    // The better reading of a lexeme first, so that the later one is left out.
    var result: [LexemeMatch] = []
    for reading in 0..<Reading.end {
      for candidate in found
      where candidate.reading == reading && Int(candidate.entry.lexeme) < ownLexemes
        && lemmas.contains(candidate.entry.lemma)
        && !result.contains(where: { $0.lexeme == Int(candidate.entry.lexeme) })
      {
        result.append(
          LexemeMatch(
            lexeme: Int(candidate.entry.lexeme), negated: reading & Reading.negated != 0,
            penalty: reading & Reading.fallback == 0 ? 0 : 1))
      }
    }
    if result.count > 1 { result.sort { $0.lexeme < $1.lexeme } }
    return result
  }
}
