/// Words that stand beside what the lexicon finds for a code more often than elsewhere in the selection.
struct Collocates {
  private let finder: SuggestionFinder

  /// Words on either side of a hit, in its sentence: the span of J. Sinclair, "Corpus, Concordance, Collocation" (1991), and
  /// one more for the Kazakh verb at the end.
  private static let span = 5

  init(_ finder: SuggestionFinder) { self.finder = finder }

  func candidates(_ isChosen: [Bool], _ selection: SuggestionFinder.Selection) -> [SuggestionCandidate] {
    let corpus = finder.corpus
    struct Pair: Hashable {
      var code: String
      var stem: Int32
    }
    /// Passages in which the word stands beside a hit, by the entry whose hit it is.
    var beside: [Pair: [String: Int]] = [:]
    var besideCounts: [Pair: Int] = [:]
    var withHit: [String: Int] = [:]
    var all: [Int32: Int] = [:]
    for (number, passage) in corpus.passages.enumerated() where isChosen[number] {
      for stem in Set(passage.stems) where stem >= 0 { all[stem, default: 0] += 1 }
      var near: [Pair: Set<String>] = [:]
      let marks = passage.marks.filter { mark in
        if case .code(let code) = selection { return mark.code == code }
        return true
      }
      for code in Set(marks.map(\.code)) {
        withHit[code, default: 0] += 1
        let own = marks.filter { $0.code == code }
        for mark in own {
          for token in Self.window(mark.tokens, passage.stems)
          where !own.contains(where: { $0.tokens.contains(token) }) {
            near[Pair(code: code, stem: passage.stems[token]), default: []].insert(mark.entry)
          }
        }
      }
      for (pair, entries) in near {
        besideCounts[pair, default: 0] += 1
        for entry in entries { beside[pair, default: [:]][entry, default: 0] += 1 }
      }
    }
    let chosen = isChosen.count { $0 }
    let candidates = besideCounts.compactMap { pair, count -> SuggestionCandidate? in
      guard count >= finder.leastPassages, finder.isTerm([pair.stem]) else { return nil }
      let passages = withHit[pair.code] ?? 0
      let entry = beside[pair]?.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? ""
      return SuggestionCandidate(
        phrase: [pair.stem], code: pair.code, with: entry, count, of: passages,
        against: (all[pair.stem] ?? count) - count, of: chosen - passages)
    }
    return finder.significant(candidates)
  }

  /// The words around a hit, in its sentence.
  private static func window(_ hit: Range<Int>, _ stems: [Int32]) -> [Int] {
    var tokens: [Int] = []
    for step in [-1, 1] {
      var token = step < 0 ? hit.lowerBound - 1 : hit.upperBound
      var left = span
      // A sentence ends with two that are no word: its full stop and its end.
      while stems.indices.contains(token), left > 0 {
        if stems[token] >= 0 {
          tokens.append(token)
          left -= 1
        } else if stems.indices.contains(token + step), stems[token + step] < 0 {
          break
        }
        token += step
      }
    }
    return tokens
  }
}
