import Linguistics

/// Answers the conditions of one passage's hits. Looks for condition terms only when first asked, sentence by
/// sentence, and keeps what it found for the passage.
struct ConditionChecker {
  private struct Found {
    var term: Int
    var first: Int
    var last: Int
  }

  private let lexicon: CompiledLexicon
  private var scanner = TermScanner()
  private var sentences = 0..<0
  private var context = PassageContext()
  /// Of the context, as `RegionalRules` numbers it.
  private var region = RegionalRules.elsewhere
  /// What stands in each sentence of the passage, sorted by term and place; nil where not looked for yet.
  private var bySentence: [[Found]?] = []
  private var passageTerms: [Bool]?
  private var itemTerms: [Bool]?
  /// Words from the start of the passage to each of its tokens, for distances.
  private var wordNumbers: [Int32] = []
  private var firstToken = 0

  init(_ lexicon: CompiledLexicon) { self.lexicon = lexicon }

  /// Sets the passage that the next questions are about.
  mutating func begin(_ sentences: Range<Int>, _ context: PassageContext) {
    self.sentences = sentences
    self.context = context
    region = lexicon.regional.number(of: context.region)
    bySentence.removeAll(keepingCapacity: true)
    bySentence.append(contentsOf: repeatElement(nil, count: sentences.count))
    passageTerms = nil
    itemTerms = nil
    wordNumbers.removeAll(keepingCapacity: true)
  }

  mutating func allows(
    _ hit: EntryHit, isNegated: Bool, _ analysis: TextAnalysis, _ words: inout WordMatches
  ) -> Bool {
    let regional = lexicon.regional.state(of: hit.entry, in: region)
    if regional == .off { return false }
    guard holds(lexicon.entryConditions[hit.entry], hit, isNegated, analysis, &words) else { return false }
    if regional == .changed {
      for change in lexicon.regional.changes[hit.entry] ?? []
      where lexicon.regional.applies(change, in: region) {
        guard holds(change.conditions, hit, isNegated, analysis, &words) else { return false }
      }
    }
    return true
  }

  private mutating func holds(
    _ conditions: [CompiledLexicon.CompiledCondition], _ hit: EntryHit, _ isNegated: Bool,
    _ analysis: TextAnalysis, _ words: inout WordMatches
  ) -> Bool {
    for condition in conditions {
      let holds: Bool
      switch condition {
      case .fact(let fact, let wanted): holds = isSo(fact, isNegated) == wanted
      case .term(let term, .near(let distance), let wanted):
        holds = isNear(hit, term, distance, analysis, &words) == wanted
      case .term(let term, .sentence, let wanted):
        holds = sentenceHolds(hit.sentence, term, analysis, &words) == wanted
      case .term(let term, .passage, let wanted): holds = passageHolds(term, analysis, &words) == wanted
      case .term(let term, .item, let wanted): holds = itemHolds(term, analysis, &words) == wanted
      }
      if !holds { return false }
    }
    return true
  }

  private func isSo(_ fact: Condition.Fact, _ isNegated: Bool) -> Bool {
    switch fact {
    case .role(let roles): roles.contains(context.role)
    case .kind(let kinds): kinds.contains(context.kind)
    case .region(let regions): context.region.map(regions.contains) ?? false
    case .period(let period): context.date.map(period.contains) ?? false
    case .negated: isNegated
    }
  }

  private mutating func sentenceHolds(
    _ sentence: Int, _ term: Int, _ analysis: TextAnalysis, _ words: inout WordMatches
  ) -> Bool {
    let found = terms(in: sentence, analysis, &words)
    let i = Self.lowerBound(found, term, Int.min)
    return i < found.count && found[i].term == term
  }

  private mutating func passageHolds(
    _ term: Int, _ analysis: TextAnalysis, _ words: inout WordMatches
  ) -> Bool {
    let known = passageTerms ?? presence(in: sentences, analysis, &words)
    passageTerms = known
    return known[term]
  }

  private mutating func itemHolds(
    _ term: Int, _ analysis: TextAnalysis, _ words: inout WordMatches
  ) -> Bool {
    let known =
      itemTerms
      ?? presence(
        in: context.itemSentences.clamped(to: 0..<analysis.sentences.count), analysis, &words)
    itemTerms = known
    return known[term]
  }

  private mutating func presence(
    in sentences: Range<Int>, _ analysis: TextAnalysis, _ words: inout WordMatches
  ) -> [Bool] {
    var present = Array(repeating: false, count: lexicon.conditionHalves.count)
    for sentence in sentences {
      for found in terms(in: sentence, analysis, &words) { present[found.term] = true }
    }
    return present
  }

  /// True where a hit of the term stands outside `hit` and at most `distance` words from it; the next word is at
  /// distance 1.
  private mutating func isNear(
    _ hit: EntryHit, _ term: Int, _ distance: Int, _ analysis: TextAnalysis, _ words: inout WordMatches
  ) -> Bool {
    let found = terms(in: hit.sentence, analysis, &words)
    let known = Self.lowerBound(found, term, Int.min)
    guard known < found.count, found[known].term == term else { return false }
    if wordNumbers.isEmpty { numberWords(analysis) }
    if isNear(hit.first, hit.last, term, distance, found) { return true }
    return hit.secondFirst >= 0 && isNear(hit.secondFirst, hit.secondLast, term, distance, found)
  }

  private func isNear(_ first: Int, _ last: Int, _ term: Int, _ distance: Int, _ found: [Found]) -> Bool {
    // After: the nearest one decides.
    let next = Self.lowerBound(found, term, last + 1)
    if next < found.count, found[next].term == term, words(from: last, to: found[next].first) <= distance {
      return true
    }
    // Before: a condition term is short, so those that begin much earlier end too early as well.
    var i = Self.lowerBound(found, term, first) - 1
    while i >= 0, found[i].term == term {
      if found[i].last < first, words(from: found[i].last, to: first) <= distance { return true }
      if words(from: found[i].first, to: first) > distance + Self.longestTerm { return false }
      i -= 1
    }
    return false
  }

  private static let longestTerm = TermParser.slotLimit * 10

  private func words(from first: Int, to last: Int) -> Int {
    Int(wordNumbers[last - firstToken] - wordNumbers[first - firstToken])
  }

  private mutating func numberWords(_ analysis: TextAnalysis) {
    firstToken = analysis.sentences[sentences.lowerBound].tokenRange.lowerBound
    var count: Int32 = 0
    for sentence in sentences {
      for token in analysis.sentences[sentence].tokens {
        if analysis.tokens[Int(token)].kind != .punctuation { count += 1 }
        wordNumbers.append(count)
      }
    }
  }

  private mutating func terms(
    in sentence: Int, _ analysis: TextAnalysis, _ words: inout WordMatches
  ) -> [Found] {
    let place = sentence - sentences.lowerBound
    let isOwn = sentences.contains(sentence)
    if isOwn, let known = bySentence[place] { return known }
    var found: [Found] = []
    let range = analysis.sentences[sentence]
    if let scope = SentenceScope(range.language, lexicon) {
      var hits: [TermHit] = []
      let tokens = range.tokenRange
      if words.learn(tokens, of: analysis.tokens, scope) & scope.conditionBits != 0 {
        scanner.scan(
          tokens, of: analysis.tokens, with: lexicon.conditionAutomaton, words.tables,
          words.tables.conditionStarts, scope: scope, startBits: scope.conditionBits, into: &hits)
      }
      EntryHit.join(hits, sentence: sentence, halves: lexicon.conditionHalves) { hit in
        found.append(Found(term: hit.term, first: hit.first, last: hit.last))
      }
      found.sort { ($0.term, $0.first, $0.last) < ($1.term, $1.first, $1.last) }
    }
    if isOwn { bySentence[place] = found }
    return found
  }

  private static func lowerBound(_ found: [Found], _ term: Int, _ first: Int) -> Int {
    var low = 0
    var high = found.count
    while low < high {
      let middle = (low + high) / 2
      if (found[middle].term, found[middle].first) < (term, first) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
