/// One reading of a form as a stem with suffixes.
struct KazakhReading {
  var morphemes: [Morpheme]
  var fallbacks: Int

  static func best(
    of form: String, as lexeme: Lexeme, _ automaton: KazakhAutomaton = .shared
  ) -> KazakhReading? {
    let letters = form.unicodeScalars.map { String($0) }
    let codes = letters.map(KazakhAlphabet.codes)
    let whole = codes.flatMap { $0 }
    var best: KazakhReading?
    for (stem, entry) in KazakhMatcher.entries(of: lexeme, index: 0, automaton) where whole.starts(with: stem)
    {
      var walker = Walker(automaton: automaton, codes: codes, letters: letters, blocked: entry.blocked)
      // The stem's length in letters: its codes end where a letter of the form ends.
      var length = 0
      var used = 0
      while used < stem.count {
        used += codes[length].count
        length += 1
      }
      guard used == stem.count else { continue }
      walker.path = [Morpheme(surface: letters[..<length].joined(), gloss: "stem")]
      walker.walk(Int(entry.root), length, length)
      if length < codes.count, letters[length] == "-" {
        let root = automaton.graph.afterHyphen[Int(entry.root)]
        if root >= 0 { walker.walk(Int(root), length, length + 1) }
      }
      if let found = walker.best, best.map({ found.isBetter(than: $0) }) ?? true { best = found }
    }
    return best
  }

  func isBetter(than other: KazakhReading) -> Bool {
    (fallbacks, morphemes.count) < (other.fallbacks, other.morphemes.count)
  }

  private struct Walker {
    let automaton: KazakhAutomaton
    let codes: [[UInt8]]
    let letters: [String]
    let blocked: KazakhAutomaton.Marks
    var path: [Morpheme] = []
    var fallbacks = 0
    var best: KazakhReading?

    /// Reads letters from `start` on; the next suffix's surface begins at `surfaceStart`.
    mutating func walk(_ root: Int, _ surfaceStart: Int, _ start: Int) {
      if path.count > KazakhMatcher.longestChain + 1 { return }
      if start == codes.count {
        let reading = KazakhReading(morphemes: path, fallbacks: fallbacks)
        if automaton.graph.endMarks[root] != nil, best.map({ reading.isBetter(than: $0) }) ?? true {
          best = reading
        }
        return
      }
      var node = root
      for i in start..<codes.count {
        for code in codes[i] where node >= 0 { node = automaton.graph.trie.child(node, code) }
        if node < 0 { return }
        for place in automaton.graph.trie.valueRange(node) {
          let arc = automaton.graph.arcs[place]
          if !arc.marks.isDisjoint(with: blocked) { continue }
          let isFallback = !arc.marks.isDisjoint(with: .fallback)
          path.append(
            Morpheme(
              surface: letters[surfaceStart...i].joined(), gloss: automaton.glosses[Int(arc.gloss)]))
          fallbacks += isFallback ? 1 : 0
          walk(Int(arc.target), i + 1, i + 1)
          fallbacks -= isFallback ? 1 : 0
          path.removeLast()
        }
      }
    }
  }
}

extension KazakhMatcher {
  /// Stem and suffixes of a form of a lexeme, in the reading with the fewest fallback suffixes, then the fewest
  /// suffixes; empty where the lexeme does not take the form. Other lexemes are not asked: a form is explained even
  /// where a longer one wins it. The surfaces joined are the form (a hyphen before
  /// a suffix belongs to the suffix).
  public func explain(_ form: String, as lexeme: Lexeme) -> [Morpheme] {
    KazakhReading.best(of: form, as: lexeme)?.morphemes ?? []
  }
}
