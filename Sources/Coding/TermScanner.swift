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

/// Finds the terms of an automaton in sentences.
///
/// One pass over the tokens; work is done only where a token's type can begin a term. Of several ends that the
/// gaps of a term allow from one beginning the nearest is taken.
struct TermScanner {
  private struct State {
    var node: Int32
    var token: Int32
    var isNegated: Bool
    /// A gap lies behind, so another way may end farther off.
    var isGapped = false
  }
  private var stack: [State] = []
  private var visited: Set<UInt64> = []

  /// Appends the hits in one sentence, in order of their first tokens.
  ///
  /// - Parameter startBits: the bits of `WordMatches.starts` that begin a term of this automaton in the sentence's
  ///   language.
  mutating func scan(
    _ sentence: Range<Int>, of tokens: [Token], with automaton: TermAutomaton, _ words: WordMatches,
    startBits: UInt8, tests range: Range<UInt32>, into hits: inout [TermHit]
  ) {
    let starts = words.starts
    for i in sentence {
      if starts[Int(tokens[i].type)] & startBits == 0 { continue }
      begin(at: i, sentence.upperBound, tokens, automaton, words, range, &hits)
    }
  }

  private mutating func begin(
    at first: Int, _ end: Int, _ tokens: [Token], _ automaton: TermAutomaton, _ words: WordMatches,
    _ range: Range<UInt32>, _ hits: inout [TermHit]
  ) {
    let firstHit = hits.count
    let type = Int(tokens[first].type)
    for k in Int(words.offsets[type])..<Int(words.offsets[type + 1]) {
      let test = words.tests[k]
      guard range.contains(test >> 1) else { continue }
      let number = Int(test >> 1)
      for edge in Int(automaton.rootStart[number])..<Int(automaton.rootStart[number + 1]) {
        let child = automaton.edgeChild[edge]
        if automaton.isChoice[Int(child)], !visit(child, first) { continue }
        stack.append(State(node: child, token: Int32(first), isNegated: test & 1 == 1))
      }
    }
    while let state = stack.popLast() {
      let node = Int(state.node)
      for k in Int(automaton.outputStart[node])..<Int(automaton.outputStart[node + 1]) {
        record(automaton.outputs[k], first, state, since: firstHit, &hits)
      }
      if automaton.edgeStart[node] < automaton.edgeStart[node + 1] {
        advance(state, end, tokens, automaton, words, range)
      }
    }
    if !visited.isEmpty { visited.removeAll(keepingCapacity: true) }
  }

  /// Pushes the states that follow `state`.
  private mutating func advance(
    _ state: State, _ end: Int, _ tokens: [Token], _ automaton: TermAutomaton, _ words: WordMatches,
    _ range: Range<UInt32>
  ) {
    let node = Int(state.node)
    let lastEdge = Int(automaton.edgeStart[node + 1])
    var token = Int(state.token)
    for skipped in 0...Int(automaton.nodeGap[node]) {
      guard let next = Self.wordAfter(token, end, tokens, words) else { return }
      token = next
      let type = Int(tokens[token].type)
      for k in Int(words.offsets[type])..<Int(words.offsets[type + 1]) {
        let test = words.tests[k]
        guard range.contains(test >> 1) else { continue }
        var edge = automaton.firstEdge(of: node, from: Int32(test >> 1))
        while edge < lastEdge, automaton.edgeTest[edge] == Int32(test >> 1) {
          defer { edge += 1 }
          if Int(automaton.edgeGap[edge]) < skipped { continue }
          let child = automaton.edgeChild[edge]
          if automaton.nodeGap[node] > 0 || automaton.isChoice[Int(child)], !visit(child, token) { continue }
          stack.append(
            State(
              node: child, token: Int32(token), isNegated: state.isNegated || test & 1 == 1,
              isGapped: state.isGapped || automaton.edgeGap[edge] > 0))
        }
      }
    }
  }

  /// False where the place was met before: gaps and choices lead to the same place by many ways, and each place
  /// is gone on from once, or a term of many gaps would take exponential time.
  private mutating func visit(_ node: Int32, _ token: Int) -> Bool {
    visited.insert(UInt64(UInt32(bitPattern: node)) << 32 | UInt64(token)).inserted
  }

  private func record(
    _ output: Int32, _ first: Int, _ state: State, since: Int, _ hits: inout [TermHit]
  ) {
    if state.isGapped {
      for i in since..<hits.count where hits[i].output == output && hits[i].node == state.node {
        if state.token < hits[i].last {
          hits[i].last = state.token
          hits[i].isNegated = state.isNegated
        }
        return
      }
    }
    hits.append(
      TermHit(
        output: output, node: state.node, first: Int32(first), last: state.token, isNegated: state.isNegated))
  }

  /// The next word before `end`, across quotation marks, brackets and hyphens; nil where other punctuation or
  /// the end of the sentence comes first.
  static func wordAfter(_ token: Int, _ end: Int, _ tokens: [Token], _ words: WordMatches) -> Int? {
    var i = token + 1
    while i < end {
      if tokens[i].kind != .punctuation { return i }
      if !isTransparent(i, tokens, words) { return nil }
      i += 1
    }
    return nil
  }

  /// The word before, in the same manner.
  static func wordBefore(_ token: Int, _ start: Int, _ tokens: [Token], _ words: WordMatches) -> Int? {
    var i = token - 1
    while i >= start {
      if tokens[i].kind != .punctuation { return i }
      if !isTransparent(i, tokens, words) { return nil }
      i -= 1
    }
    return nil
  }

  private static func isTransparent(_ i: Int, _ tokens: [Token], _ words: WordMatches) -> Bool {
    let traits = words.traits[Int(tokens[i].type)]
    if traits & TypeTraits.transparent != 0 { return true }
    return traits & TypeTraits.dash != 0 && tokens[i].joinsNext && i > 0 && tokens[i - 1].joinsNext
  }
}
