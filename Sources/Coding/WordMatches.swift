import Linguistics

/// For each type of a worker's `TypeTable` the word tests that accept it, computed once per type.
///
/// A struct of flat arrays indexed by type id, held in one place and passed on without a copy.
struct WordMatches {
  /// The coder's inner loop is one load from `starts` and a branch.
  struct Tables {
    /// Whether a term or condition of a language can begin with the type: the bits below.
    var starts: [UInt8] = []
    var termStarts = Starts()
    var conditionStarts = Starts()
    /// `TypeTraits` of each type.
    var traits: [UInt8] = []
    /// The tests of each type, for ruling out.
    var sets: [TestSet] = []
    /// The same, folded.
    var folded: [UInt64] = []
    /// Tests of type t: `offsets[t]..<offsets[t + 1]` in `tests`.
    var offsets: [Int32] = [0]
    /// Test number times two, plus 1 where the form negates the word; sorted.
    var tests: [Int32] = []
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

    /// Edges of type t: `offsets[t]..<offsets[t + 1]` in `edges`.
    var offsets: [Int32] = [0]
    var edges: [Start] = []
  }

  static let kazakhTerm: UInt8 = 1
  static let russianTerm: UInt8 = 2
  static let kazakhCondition: UInt8 = 4
  static let russianCondition: UInt8 = 8

  private let lexicon: CompiledLexicon
  private(set) var tables = Tables()
  private var accepted: [(test: Int32, penalty: UInt8, negated: Bool)] = []

  init(_ lexicon: CompiledLexicon) { self.lexicon = lexicon }

  func accepts(_ test: Int32, _ type: Int) -> Bool {
    tables.tests[Int(tables.offsets[type])..<Int(tables.offsets[type + 1])].contains { $0 >> 1 == test }
  }

  /// Takes in the types that the table has learned since the last call.
  mutating func update(from types: TypeTable) {
    for type in tables.starts.count..<max(types.count, tables.starts.count) {
      accepted.removeAll(keepingCapacity: true)
      let length = types.withForm(Int32(type)) { form in
        findTests(form)
        return form.count
      }
      tables.traits.append(length <= TypeTraits.longest ? TypeTraits.of(types.form(Int32(type))) : 0)
      appendAccepted()
    }
  }

  private mutating func findTests(_ form: Span<UInt8>) {
    for layer in lexicon.matchers {
      for match in layer.matcher.matches(form) {
        accepted.append((layer.tests[match.lexeme], match.penalty, match.negated))
      }
    }
    if let key = lexicon.exactKeys.find(form) {
      for test in lexicon.exactTests[key] { accepted.append((test, 0, false)) }
    }
    lexicon.prefixKeys.forEachPrefix(of: form) { key in
      for test in lexicon.prefixTests[key] { accepted.append((test, 0, false)) }
    }
  }

  private mutating func appendAccepted() {
    // The best reading of each test; of equal ones the one that does not negate.
    accepted.sort { a, b in
      if a.test != b.test { return a.test < b.test }
      return a.penalty != b.penalty ? a.penalty < b.penalty : !a.negated && b.negated
    }
    var bits: UInt8 = 0
    var set = TestSet()
    var last: Int32 = -1
    for (test, _, negated) in accepted where test != last {
      last = test
      tables.tests.append(test << 1 | (negated ? 1 : 0))
      let kazakh = Int(test) < lexicon.kazakhTests
      set.insert(test)
      if Self.add(test, kazakh, negated, of: lexicon.termAutomaton, to: &tables.termStarts) {
        bits |= kazakh ? Self.kazakhTerm : Self.russianTerm
      }
      if Self.add(test, kazakh, negated, of: lexicon.conditionAutomaton, to: &tables.conditionStarts) {
        bits |= kazakh ? Self.kazakhCondition : Self.russianCondition
      }
    }
    tables.termStarts.offsets.append(Int32(tables.termStarts.edges.count))
    tables.conditionStarts.offsets.append(Int32(tables.conditionStarts.edges.count))
    tables.starts.append(bits)
    tables.sets.append(set)
    tables.folded.append(set.folded)
    tables.offsets.append(Int32(tables.tests.count))
  }

  /// Adds the edges that a test opens; false where there are none.
  private static func add(
    _ test: Int32, _ isKazakh: Bool, _ isNegated: Bool, of automaton: TermAutomaton, to starts: inout Starts
  ) -> Bool {
    let range = automaton.startEdges(of: Int(test))
    for i in range {
      let edge = automaton.edges[i]
      starts.edges.append(
        Starts.Start(
          wanted: edge.isEnd ? .max : edge.wanted.folded, edge: Int32(i), childGap: edge.childGap,
          isKazakh: isKazakh, isNegated: isNegated))
    }
    return !range.isEmpty
  }
}
