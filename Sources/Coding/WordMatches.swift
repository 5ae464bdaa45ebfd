import Linguistics

/// For each type of a worker's `TypeTable` the word tests that accept it, found once per type and language.
///
/// A type is tried against the tests of a language when a sentence of that language first needs it (`learn`): words
/// of headings and signatures are tried against none, most others against one of the two. A struct of flat arrays,
/// held in one place and passed on without a copy.
struct WordMatches {
  /// The coder's inner loop is one load from `starts` and a branch.
  struct Tables {
    /// For each type whether a term or condition of a language can begin with it, and what is not known of it yet:
    /// the bits below.
    var starts: [UInt8] = []
    /// `TypeTraits` of each type.
    var traits: [UInt8] = []
    /// For each type its row in what follows; 0 is that of the many types which no test accepts.
    var rows: [Int32] = []
    var termStarts = Starts()
    var conditionStarts = Starts()
    /// The tests of each row, for ruling out.
    var sets: [TestSet] = [TestSet()]
    /// The same, folded.
    var folded: [UInt64] = [0]
    /// Tests of row r: `offsets[r]..<offsets[r + 1]` in `tests`.
    var offsets: [Int32] = [0, 0]
    /// Test number times two, plus 1 where the form negates the word; sorted.
    var tests: [Int32] = []

    /// Empties the tables and keeps their memory.
    mutating func removeAll() {
      starts.removeAll(keepingCapacity: true)
      traits.removeAll(keepingCapacity: true)
      rows.removeAll(keepingCapacity: true)
      termStarts.removeAll()
      conditionStarts.removeAll()
      sets.removeSubrange(1...)
      folded.removeSubrange(1...)
      offsets.removeSubrange(2...)
      tests.removeAll(keepingCapacity: true)
    }

    /// Ends a row whose tests were appended: what can be told from them.
    ///
    /// - Returns: the bits of `starts` that they give.
    mutating func closeRow(_ lexicon: CompiledLexicon) -> UInt8 {
      var bits: UInt8 = 0
      var set = TestSet()
      for i in Int(offsets[offsets.count - 1])..<tests.count {
        let (test, negated) = (tests[i] >> 1, tests[i] & 1 == 1)
        let kazakh = Int(test) < lexicon.kazakhTests
        set.insert(test)
        if termStarts.add(test, kazakh, negated, of: lexicon.termAutomaton) {
          bits |= kazakh ? WordMatches.kazakhTerm : WordMatches.russianTerm
        }
        if conditionStarts.add(test, kazakh, negated, of: lexicon.conditionAutomaton) {
          bits |= kazakh ? WordMatches.kazakhCondition : WordMatches.russianCondition
        }
      }
      termStarts.offsets.append(Int32(termStarts.edges.count))
      conditionStarts.offsets.append(Int32(conditionStarts.edges.count))
      sets.append(set)
      folded.append(set.folded)
      offsets.append(Int32(tests.count))
      return bits
    }

    /// Indices into `tests`.
    func tests(ofRow row: Int) -> Range<Int> { Int(offsets[row])..<Int(offsets[row + 1]) }
  }

  /// The edges of an automaton that a type takes from the start; the type's tests looked up beforehand.
  struct Starts {
    /// What is needed to rule an edge out, kept small: most are looked at and not taken.
    struct Start {
      /// `wanted` of the edge, folded; all bits where its child ends a term.
      var wanted: UInt64
      /// Index into the automaton's edges.
      var edge: Int32
      var childGap: UInt8
      var isKazakh: Bool
      var isNegated: Bool
    }

    /// Edges of row r: `offsets[r]..<offsets[r + 1]` in `edges`.
    var offsets: [Int32] = [0, 0]
    var edges: [Start] = []

    /// Adds the edges that a test opens; false where there are none.
    mutating func add(
      _ test: Int32, _ isKazakh: Bool, _ isNegated: Bool, of automaton: TermAutomaton
    ) -> Bool {
      let range = automaton.startEdges(of: Int(test))
      for i in range {
        let edge = automaton.edges[i]
        edges.append(
          Start(
            wanted: edge.isEnd ? .max : edge.wanted.folded, edge: Int32(i), childGap: edge.childGap,
            isKazakh: isKazakh, isNegated: isNegated))
      }
      return !range.isEmpty
    }

    mutating func removeAll() {
      offsets.removeSubrange(2...)
      edges.removeAll(keepingCapacity: true)
    }
  }

  static let kazakhTerm: UInt8 = 1
  static let russianTerm: UInt8 = 2
  static let kazakhCondition: UInt8 = 4
  static let russianCondition: UInt8 = 8
  /// The tests of a language were not tried yet.
  static let kazakhUnknown: UInt8 = 16
  static let russianUnknown: UInt8 = 32

  let lexicon: CompiledLexicon
  let types: TypeTable
  /// Of the table, when `tables` was filled.
  var generation = 0
  private let traits = TypeTraits.Table()
  var tables = Tables()
  private var accepted: [(test: Int32, penalty: UInt8, negated: Bool)] = []

  init(_ lexicon: CompiledLexicon, _ types: TypeTable) {
    self.lexicon = lexicon
    self.types = types
  }

  /// Whether a test accepts a type. Tries the tests of both languages; not for the inner loop.
  mutating func accepts(_ test: Int32, _ type: Int) -> Bool {
    takeInTypes()
    learn(type, Self.kazakhUnknown | Self.russianUnknown)
    return tables.tests[tables.tests(ofRow: Int(tables.rows[type]))].contains { $0 >> 1 == test }
  }

  /// Takes in the types that the table has learned since the last call.
  mutating func takeInTypes() {
    if generation != types.generation {
      generation = types.generation
      tables.removeAll()
    }
    for type in tables.starts.count..<max(types.count, tables.starts.count) {
      tables.traits.append(types.withForm(Int32(type)) { traits.of($0) })
      tables.starts.append(Self.kazakhUnknown | Self.russianUnknown)
      tables.rows.append(0)
    }
  }

  /// Tries the words of a sentence that were not tried in its language yet.
  ///
  /// - Returns: the bits of `Tables.starts` that any token has.
  mutating func learn(_ sentence: Range<Int>, of tokens: [Token], _ scope: SentenceScope) -> UInt8 {
    var bits: UInt8 = 0
    var i = sentence.lowerBound
    while i < sentence.upperBound {
      bits |= tables.starts[Int(tokens[i].type)]
      i += 1
    }
    if bits & scope.unknownBits == 0 { return bits }
    bits = 0
    i = sentence.lowerBound
    while i < sentence.upperBound {
      let type = Int(tokens[i].type)
      if tables.starts[type] & scope.unknownBits != 0 { learn(type, scope.unknownBits) }
      bits |= tables.starts[type]
      i += 1
    }
    return bits
  }

  private mutating func learn(_ type: Int, _ languages: UInt8) {
    let unknown = tables.starts[type] & (Self.kazakhUnknown | Self.russianUnknown) & ~languages
    // What was known before is found again, so that a row holds all that is known of its type.
    let isKazakh = unknown & Self.kazakhUnknown == 0
    let isRussian = unknown & Self.russianUnknown == 0
    accepted.removeAll(keepingCapacity: true)
    types.withForm(Int32(type)) { findTests($0, isKazakh: isKazakh, isRussian: isRussian) }
    tables.starts[type] = unknown
    if !accepted.isEmpty { appendRow(type) }
  }

  private mutating func findTests(_ form: Span<UInt8>, isKazakh: Bool, isRussian: Bool) {
    let first = isKazakh ? 0 : lexicon.kazakhMatchers
    let end = isRussian ? lexicon.matchers.count : lexicon.kazakhMatchers
    for i in first..<max(first, end) {
      for match in lexicon.matchers[i].matcher.matches(form) {
        accepted.append((lexicon.matchers[i].tests[match.lexeme], match.penalty, match.negated))
      }
    }
    let border = Int32(lexicon.kazakhTests)
    if let key = lexicon.exactKeys.find(form) {
      for test in lexicon.exactTests[key] where test < border ? isKazakh : isRussian {
        accepted.append((test, 0, false))
      }
    }
    lexicon.prefixKeys.forEachPrefix(of: form) { key in
      for test in lexicon.prefixTests[key] where test < border ? isKazakh : isRussian {
        accepted.append((test, 0, false))
      }
    }
  }

  private mutating func appendRow(_ type: Int) {
    // The best reading of each test; of equal ones the one that does not negate.
    accepted.sort { a, b in
      if a.test != b.test { return a.test < b.test }
      return a.penalty != b.penalty ? a.penalty < b.penalty : !a.negated && b.negated
    }
    var last: Int32 = -1
    for (test, _, negated) in accepted where test != last {
      last = test
      tables.tests.append(test << 1 | (negated ? 1 : 0))
    }
    tables.rows[type] = Int32(tables.sets.count)
    tables.starts[type] |= tables.closeRow(lexicon)
  }
}
