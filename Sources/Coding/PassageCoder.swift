import Linguistics

/// The working state of a `LexiconCoder`: what it learned of types, and storage kept from passage to passage.
///
/// Not copyable, since a silent copy of so many arrays would cost more than the matching.
struct PassageCoder: ~Copyable {
  /// Sums of decimal weights miss a threshold by rounding: 0.1 + 0.2 against 0.3.
  private static let tolerance = 1e-9

  private let lexicon: CompiledLexicon
  var words: WordMatches
  private var scanner = TermScanner()
  private var conditions: ConditionChecker
  private var termHits: [TermHit] = []
  private(set) var hits: [EntryHit] = []
  private var candidates: [(code: Int, hit: Int)] = []
  /// For each token of the passage the last code whose hit took it.
  private var takenBy: [Int32] = []
  /// For each entry the last decision that counted its weight, and the number of decisions.
  private var countedIn: [UInt32]
  private var decisions: UInt32 = 0

  init(_ lexicon: CompiledLexicon, _ types: TypeTable) {
    self.lexicon = lexicon
    words = WordMatches(lexicon, types)
    conditions = ConditionChecker(lexicon)
    countedIn = Array(repeating: 0, count: lexicon.entries.count)
  }

  mutating func code(
    _ analysis: TextAnalysis, _ sentences: Range<Int>, _ textStart: Int, _ context: PassageContext,
    without leftOut: Int = -1
  ) -> PassageCoding {
    findHits(analysis, sentences)
    if hits.isEmpty { return PassageCoding() }
    conditions.begin(sentences, context)
    candidates.removeAll(keepingCapacity: true)
    for i in hits.indices where hits[i].entry != leftOut {
      if !hits[i].isNegated {
        hits[i].isNegated = isNegated(
          hits[i], analysis.sentences[hits[i].sentence].tokenRange, analysis.tokens)
      }
      guard conditions.allows(hits[i], isNegated: hits[i].isNegated, analysis, &words) else { continue }
      for code in lexicon.entryCodes[hits[i].entry] { candidates.append((code, i)) }
    }
    return decide(analysis, sentences, textStart)
  }

  /// Fills `hits` with the terms of all sentences, before any condition.
  mutating func findHits(_ analysis: TextAnalysis, _ sentences: Range<Int>) {
    hits.removeAll(keepingCapacity: true)
    words.takeInTypes()
    for number in sentences {
      let sentence = analysis.sentences[number]
      guard let scope = SentenceScope(sentence.language, lexicon) else { continue }
      let tokens = sentence.tokenRange
      if words.learn(tokens, of: analysis.tokens, scope) & scope.termBits == 0 { continue }
      termHits.removeAll(keepingCapacity: true)
      scanner.scan(
        tokens, of: analysis.tokens, with: lexicon.termAutomaton, words.tables, words.tables.termStarts,
        scope: scope,
        startBits: scope.termBits, into: &termHits)
      if termHits.isEmpty { continue }
      EntryHit.join(termHits, sentence: number, halves: lexicon.termHalves) { hit in
        hits.append(hit)
        hits[hits.count - 1].entry = lexicon.terms[hit.term].entry
      }
    }
  }

  private func isNegated(_ hit: EntryHit, _ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    let language = lexicon.terms[hit.term].language
    if Negation.holds(hit.first, hit.last, in: sentence, tokens, language, words.tables) { return true }
    return hit.secondFirst >= 0
      && Negation.holds(hit.secondFirst, hit.secondLast, in: sentence, tokens, language, words.tables)
  }

  // MARK: From hits to codes

  private mutating func decide(_ analysis: TextAnalysis, _ sentences: Range<Int>, _ textStart: Int)
    -> PassageCoding
  {
    var coding = PassageCoding()
    if lexicon.hasOverlapPolicies { dropOverlapped() }
    if candidates.isEmpty { return coding }
    candidates.sort { a, b in
      if a.code != b.code { return a.code < b.code }
      let (x, y) = (hits[a.hit], hits[b.hit])
      if x.length != y.length { return x.length > y.length }
      return (x.start, x.entry, x.term) < (y.start, y.entry, y.term)
    }
    let firstToken = analysis.sentences[sentences.lowerBound].tokenRange.lowerBound
    let lastToken = analysis.sentences[sentences.upperBound - 1].tokenRange.upperBound
    takenBy.removeAll(keepingCapacity: true)
    takenBy.append(contentsOf: repeatElement(-1, count: lastToken - firstToken))
    var polarities: Set<Polarity> = []
    var i = 0
    while i < candidates.count {
      let code = candidates[i].code
      var evidence: [Evidence] = []
      var sum = 0.0
      startDecision()
      while i < candidates.count, candidates[i].code == code {
        let hit = hits[candidates[i].hit]
        i += 1
        if !take(hit, for: Int32(code), firstToken) { continue }
        sum += weightOnce(hit.entry)
        evidence.append(self.evidence(hit, analysis.tokens, textStart))
      }
      let reference = lexicon.codes[code]
      guard sum >= reference.threshold - Self.tolerance else { continue }
      evidence.sort {
        ($0.span.lowerBound, $0.span.upperBound, $0.entry, $0.term)
          < ($1.span.lowerBound, $1.span.upperBound, $1.entry, $1.term)
      }
      if let polarity = reference.polarity {
        polarities.insert(polarity)
        coding.polarityEvidence.append(contentsOf: evidence)
      } else {
        if evidence.contains(where: { $0.isNegated && $0.weight > 0 }) { polarities.insert(.negative) }
        coding.codes.append(
          CodeAssignment(scheme: reference.scheme, code: reference.code, sum: sum, evidence: evidence))
      }
    }
    if polarities.count == 1, let polarity = polarities.first { coding.polarity = polarity }
    return coding
  }

  /// Leaves out the candidates that lose a word to a longer hit of an entry whose policy is `acrossCodes`; of two
  /// such hits the longer wins, then the earlier, then the smaller entry id.
  private mutating func dropOverlapped() {
    let taking = Set(candidates.map(\.hit)).filter { lexicon.overlaps[hits[$0].entry] == .acrossCodes }
      .sorted { a, b in
        let (x, y) = (hits[a], hits[b])
        return (y.length, x.start, x.entry, x.term) < (x.length, y.start, y.entry, y.term)
      }
    /// By token, the length and entry of the hit that has it.
    var owners: [Int: (length: Int, entry: Int)] = [:]
    func loses(_ hit: EntryHit) -> Bool {
      hit.tokens.contains { token in
        owners[token].map { $0.entry != hit.entry && $0.length > hit.length } ?? false
      }
    }
    for number in taking {
      let hit = hits[number]
      if hit.tokens.contains(where: { owners[$0] != nil }) { continue }
      for token in hit.tokens { owners[token] = (hit.length, hit.entry) }
    }
    candidates.removeAll { candidate in
      lexicon.overlaps[hits[candidate.hit].entry] != .none && loses(hits[candidate.hit])
    }
  }

  /// Takes the hit's tokens for a code, unless an earlier (longer) hit of the code has one of them.
  private mutating func take(_ hit: EntryHit, for code: Int32, _ firstToken: Int) -> Bool {
    if lexicon.hasOverlapPolicies, lexicon.overlaps[hit.entry] == .none { return true }
    let second = hit.secondFirst < 0 ? 0..<0 : hit.secondFirst..<(hit.secondLast + 1)
    for range in [hit.first..<(hit.last + 1), second] {
      for token in range where takenBy[token - firstToken] == code { return false }
    }
    for range in [hit.first..<(hit.last + 1), second] {
      for token in range { takenBy[token - firstToken] = code }
    }
    return true
  }

  private mutating func startDecision() {
    if decisions == .max {
      for i in countedIn.indices { countedIn[i] = 0 }
      decisions = 0
    }
    decisions += 1
  }

  /// The entry's weight, at its first hit in a decision; then 0. Hits come in an order that does not depend on that
  /// of the files, so rounding does not either.
  private mutating func weightOnce(_ entry: Int) -> Double {
    if countedIn[entry] == decisions { return 0 }
    countedIn[entry] = decisions
    return lexicon.weights[entry]
  }

  private func evidence(_ hit: EntryHit, _ tokens: [Token], _ textStart: Int) -> Evidence {
    Evidence(
      entry: hit.entry, term: hit.term,
      span: (Int(tokens[hit.start].start) - textStart)..<(Int(tokens[hit.end].end) - textStart),
      tokens: hit.start..<(hit.end + 1), weight: lexicon.weights[hit.entry],
      isNegated: hit.isNegated)
  }
}
