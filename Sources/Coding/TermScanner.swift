import Linguistics

/// A term or half of one at a place in the text.
struct TermHit {
  /// Output of the automaton: term number times two, plus the half.
  var output: Int32
  /// Node of the automaton that gave the output.
  var node: Int32
  /// First and last token, both included.
  var first: Int32
  var last: Int32
  /// True where a word of the hit negates itself (жұмыс-сыз).
  var isNegated: Bool
}

/// Which tests apply in a sentence: Kazakh ones in Kazakh, Russian ones in Russian, both in mixed sentences.
struct SentenceScope {
  /// Bits of `WordMatches.Tables.starts`.
  var termBits: UInt8 = 0
  var conditionBits: UInt8 = 0
  /// The bits of types that were not tried against all of the tests.
  var unknownBits: UInt8 = 0
  var tests: Range<Int32>
  var isKazakh: Bool
  var isRussian: Bool

  /// Nil where the language is none that is matched.
  init?(_ language: Language, _ lexicon: CompiledLexicon) {
    guard language.isCoded else { return nil }
    isKazakh = language != .ru
    isRussian = language != .kk
    let border = Int32(lexicon.kazakhTests)
    tests = (isKazakh ? 0 : border)..<(isRussian ? Int32(lexicon.tests.count) : border)
    if isKazakh {
      (termBits, conditionBits) = (WordMatches.kazakhTerm, WordMatches.kazakhCondition)
      unknownBits = WordMatches.kazakhUnknown
    }
    if isRussian {
      termBits |= WordMatches.russianTerm
      conditionBits |= WordMatches.russianCondition
      unknownBits |= WordMatches.russianUnknown
    }
  }
}

/// Finds the terms of an automaton in sentences.
///
/// Work is done only where a token's type can begin a term, and a way into the automaton is taken only where the
/// words ahead can go on. Of several ends that the gaps of a term allow from one beginning the nearest is taken.
struct TermScanner {
  /// A word of the sentence under way.
  private struct Word {
    var token: Int32
    /// The row of its type in the tables.
    var row: Int32
    /// Its tests, folded.
    var folded: UInt64
    /// Index behind the last word that no breaking punctuation parts from this one.
    var runEnd: Int32
    /// The bits of its type.
    var starts: UInt8
  }

  private struct State {
    var node: Int32
    /// Index into `sentence`.
    var word: Int32
    var isNegated: Bool
    /// A gap lies behind, so another way may end farther off.
    var isGapped: Bool
  }

  private var sentence: [Word] = []
  private var stack: [State] = []
  private var visited: Set<UInt64> = []
  /// `ahead[n]`: the folded tests of the n + 1 words behind word `aheadOf`; as far as asked for yet.
  private var ahead: [UInt64] = []
  private var aheadOf = -1

  /// Appends the hits in one sentence, whose words `WordMatches` has learned, in order of their first tokens.
  ///
  /// - Parameters:
  ///   - starts: those of this automaton in `words`.
  ///   - startBits: the bits of `words.starts` that begin a term of this automaton in the scope.
  mutating func scan(
    _ range: Range<Int>, of tokens: [Token], with automaton: TermAutomaton, _ words: WordMatches.Tables,
    _ starts: WordMatches.Starts, scope: SentenceScope, startBits: UInt8, into hits: inout [TermHit]
  ) {
    var first = range.lowerBound
    while first < range.upperBound, words.starts[Int(tokens[first].type)] & startBits == 0 { first += 1 }
    if first == range.upperBound { return }
    collectWords(first..<range.upperBound, tokens, words)
    for i in sentence.indices where sentence[i].starts & startBits != 0 {
      begin(at: i, automaton, words, starts, scope, &hits)
    }
  }

  /// Fills `sentence`, so that going from word to word needs no look at punctuation.
  private mutating func collectWords(
    _ range: Range<Int>, _ tokens: [Token], _ words: WordMatches.Tables
  ) {
    sentence.removeAll(keepingCapacity: true)
    aheadOf = -1
    var runStart = 0
    for i in range {
      let type = Int(tokens[i].type)
      if tokens[i].kind != .punctuation {
        let row = words.rows[type]
        sentence.append(
          Word(
            token: Int32(i), row: row, folded: words.folded[Int(row)], runEnd: 0, starts: words.starts[type]))
      } else if !Self.isTransparent(i, tokens, words) {
        closeRun(from: runStart)
        runStart = sentence.count
      }
    }
    closeRun(from: runStart)
  }

  private mutating func closeRun(from start: Int) {
    for i in start..<sentence.count { sentence[i].runEnd = Int32(sentence.count) }
  }

  private mutating func begin(
    at first: Int, _ automaton: TermAutomaton, _ words: WordMatches.Tables, _ starts: WordMatches.Starts,
    _ scope: SentenceScope, _ hits: inout [TermHit]
  ) {
    let row = Int(sentence[first].row)
    for i in Int(starts.offsets[row])..<Int(starts.offsets[row + 1]) {
      let start = starts.edges[i]
      guard start.isKazakh ? scope.isKazakh : scope.isRussian else { continue }
      if start.wanted != .max, start.wanted & testsAhead(of: first, gap: Int(start.childGap)) == 0 {
        continue
      }
      push(
        automaton.edges[Int(start.edge)], first, words, isNegated: start.isNegated, isGapped: false,
        isMeeting: false)
    }
    if stack.isEmpty { return }
    let firstHit = hits.count
    while let state = stack.popLast() {
      let node = automaton.nodes[Int(state.node)]
      for k in Int(node.firstOutput)..<Int(node.endOutput) {
        record(automaton.outputs[k], first, state, since: firstHit, &hits)
      }
      if node.firstEdge < node.endEdge { advance(state, node, automaton, words, scope.tests) }
    }
    if !visited.isEmpty { visited.removeAll(keepingCapacity: true) }
  }

  /// Pushes the states that follow `state`.
  private mutating func advance(
    _ state: State, _ node: TermAutomaton.Node, _ automaton: TermAutomaton, _ words: WordMatches.Tables,
    _ tests: Range<Int32>
  ) {
    let end = min(Int(state.word) + 2 + Int(node.gap), Int(sentence[Int(state.word)].runEnd))
    for word in (Int(state.word) + 1)..<max(end, Int(state.word) + 1)
    where words.sets[Int(sentence[word].row)].mayMeet(node.tests) {
      let skipped = word - Int(state.word) - 1
      for k in words.tests(ofRow: Int(sentence[word].row)) {
        let test = words.tests[k] >> 1
        guard tests.contains(test), node.tests.mayContain(test) else { continue }
        var i = Self.firstEdge(of: node, from: test, automaton)
        while i < Int(node.endEdge), automaton.edges[i].test == test {
          let edge = automaton.edges[i]
          i += 1
          if Int(edge.gap) < skipped { continue }
          push(
            edge, word, words, isNegated: state.isNegated || words.tests[k] & 1 == 1,
            isGapped: state.isGapped || edge.gap > 0, isMeeting: node.gap > 0)
        }
      }
    }
  }

  /// Pushes the state behind an edge, if the words ahead can lead on from there.
  ///
  /// - Parameter isMeeting: other ways may lead to the same place.
  private mutating func push(
    _ edge: TermAutomaton.Edge, _ word: Int, _ words: WordMatches.Tables, isNegated: Bool, isGapped: Bool,
    isMeeting: Bool
  ) {
    if !edge.isEnd, !canGoOn(edge, word, words) { return }
    if isMeeting || edge.isChoice, !visit(edge.child, word) { return }
    stack.append(State(node: edge.child, word: Int32(word), isNegated: isNegated, isGapped: isGapped))
  }

  private func canGoOn(_ edge: TermAutomaton.Edge, _ word: Int, _ words: WordMatches.Tables) -> Bool {
    var next = word + 1
    let end = min(next + Int(edge.childGap) + 1, Int(sentence[word].runEnd))
    while next < end {
      if words.sets[Int(sentence[next].row)].mayMeet(edge.wanted) { return true }
      next += 1
    }
    return false
  }

  /// The folded tests of the words that may follow a word across a gap.
  private mutating func testsAhead(of word: Int, gap: Int) -> UInt64 {
    if aheadOf != word {
      aheadOf = word
      ahead.removeAll(keepingCapacity: true)
    }
    while ahead.count <= gap {
      let next = word + 1 + ahead.count
      let before = ahead.last ?? 0
      ahead.append(next < Int(sentence[word].runEnd) ? before | sentence[next].folded : before)
    }
    return ahead[gap]
  }

  /// The first edge of a node whose test is not below `test`.
  private static func firstEdge(
    of node: TermAutomaton.Node, from test: Int32, _ automaton: TermAutomaton
  ) -> Int {
    var low = Int(node.firstEdge)
    var high = Int(node.endEdge)
    while low < high {
      let middle = (low + high) / 2
      if automaton.edges[middle].test < test { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// False where the place was met before: gaps and choices lead to the same place by many ways, and each place
  /// is gone on from once, or a term of many gaps would take exponential time.
  private mutating func visit(_ node: Int32, _ word: Int) -> Bool {
    visited.insert(UInt64(UInt32(bitPattern: node)) << 32 | UInt64(word)).inserted
  }

  private func record(
    _ output: Int32, _ first: Int, _ state: State, since: Int, _ hits: inout [TermHit]
  ) {
    let last = sentence[Int(state.word)].token
    if state.isGapped {
      for i in since..<hits.count where hits[i].output == output && hits[i].node == state.node {
        if last < hits[i].last {
          hits[i].last = last
          hits[i].isNegated = state.isNegated
        }
        return
      }
    }
    hits.append(
      TermHit(
        output: output, node: state.node, first: sentence[first].token, last: last, isNegated: state.isNegated
      ))
  }

  /// The next word before `end`, across quotation marks, brackets and hyphens; nil where other punctuation or
  /// the end of the sentence comes first.
  static func wordAfter(_ token: Int, _ end: Int, _ tokens: [Token], _ words: WordMatches.Tables) -> Int? {
    var i = token + 1
    while i < end {
      if tokens[i].kind != .punctuation { return i }
      if !isTransparent(i, tokens, words) { return nil }
      i += 1
    }
    return nil
  }

  /// The word before, in the same manner.
  static func wordBefore(_ token: Int, _ start: Int, _ tokens: [Token], _ words: WordMatches.Tables) -> Int? {
    var i = token - 1
    while i >= start {
      if tokens[i].kind != .punctuation { return i }
      if !isTransparent(i, tokens, words) { return nil }
      i -= 1
    }
    return nil
  }

  private static func isTransparent(_ i: Int, _ tokens: [Token], _ words: WordMatches.Tables) -> Bool {
    let traits = words.traits[Int(tokens[i].type)]
    if traits & TypeTraits.transparent != 0 { return true }
    return traits & TypeTraits.dash != 0 && tokens[i].joinsNext && i > 0 && tokens[i - 1].joinsNext
  }
}
