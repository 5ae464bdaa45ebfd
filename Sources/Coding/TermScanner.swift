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
    var isGapped: Bool
  }
  private var stack: [State] = []
  private var visited: Set<UInt64> = []

  /// Appends the hits in one sentence, in order of their first tokens.
  ///
  /// - Parameters:
  ///   - startBits: the bits of `WordMatches.Tables.starts` that begin a term of this automaton in the sentence's
  ///     language.
  ///   - range: the tests that apply in the sentence's language.
  mutating func scan(
    _ sentence: Range<Int>, of tokens: [Token], with automaton: TermAutomaton, _ words: WordMatches.Tables,
    startBits: UInt8, tests range: Range<Int32>, into hits: inout [TermHit]
  ) {
    var present: UInt64 = 0
    for i in sentence where words.starts[Int(tokens[i].type)] & startBits != 0 {
      if present == 0 { for token in sentence { present |= words.masks[Int(tokens[token].type)] } }
      begin(at: i, sentence.upperBound, tokens, automaton, words, range, present, &hits)
    }
  }

  private mutating func begin(
    at first: Int, _ end: Int, _ tokens: [Token], _ automaton: TermAutomaton, _ words: WordMatches.Tables,
    _ range: Range<Int32>, _ present: UInt64, _ hits: inout [TermHit]
  ) {
    let firstHit = hits.count
    let type = Int(tokens[first].type)
    for k in Int(words.offsets[type])..<Int(words.offsets[type + 1]) {
      let test = words.tests[k] >> 1
      guard range.contains(test) else { continue }
      for i in Int(automaton.rootStart[Int(test)])..<Int(automaton.rootStart[Int(test) + 1]) {
        let edge = automaton.edges[i]
        if edge.wanted & present == 0 { continue }
        if automaton.nodes[Int(edge.child)].isChoice, !visit(edge.child, first) { continue }
        stack.append(
          State(node: edge.child, token: Int32(first), isNegated: words.tests[k] & 1 == 1, isGapped: false))
      }
    }
    while let state = stack.popLast() {
      let node = automaton.nodes[Int(state.node)]
      for k in Int(node.firstOutput)..<Int(node.endOutput) {
        record(automaton.outputs[k], first, state, since: firstHit, &hits)
      }
      if node.firstEdge < node.endEdge { advance(state, node, end, tokens, automaton, words, range, present) }
    }
    if !visited.isEmpty { visited.removeAll(keepingCapacity: true) }
  }

  /// Pushes the states that follow `state`.
  private mutating func advance(
    _ state: State, _ node: TermAutomaton.Node, _ end: Int, _ tokens: [Token], _ automaton: TermAutomaton,
    _ words: WordMatches.Tables, _ range: Range<Int32>, _ present: UInt64
  ) {
    var token = Int(state.token)
    for skipped in 0...node.gap {
      guard let next = Self.wordAfter(token, end, tokens, words) else { return }
      token = next
      let type = Int(tokens[token].type)
      for k in Int(words.offsets[type])..<Int(words.offsets[type + 1]) {
        let test = words.tests[k] >> 1
        guard range.contains(test) else { continue }
        var i = Self.firstEdge(of: node, from: test, automaton)
        while i < Int(node.endEdge), automaton.edges[i].test == test {
          let edge = automaton.edges[i]
          i += 1
          if edge.gap < skipped || edge.wanted & present == 0 { continue }
          if node.gap > 0 || automaton.nodes[Int(edge.child)].isChoice, !visit(edge.child, token) { continue }
          stack.append(
            State(
              node: edge.child, token: Int32(token), isNegated: state.isNegated || words.tests[k] & 1 == 1,
              isGapped: state.isGapped || edge.gap > 0))
        }
      }
    }
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
