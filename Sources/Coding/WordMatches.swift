import Linguistics

/// For each type of a worker's `TypeTable` the word tests that accept it, computed once per type.
///
/// Flat arrays indexed by type id: the coder's inner loop is one load from `starts` and a branch.
final class WordMatches {
  static let kazakhTerm: UInt8 = 1
  static let russianTerm: UInt8 = 2
  static let kazakhCondition: UInt8 = 4
  static let russianCondition: UInt8 = 8

  private let lexicon: CompiledLexicon
  /// Whether a term or condition of a language can begin with the type: the bits above.
  private(set) var starts: [UInt8] = []
  /// `TypeTraits` of each type.
  private(set) var traits: [UInt8] = []
  /// Tests of type t: `offsets[t]..<offsets[t + 1]` in `tests`.
  private(set) var offsets: [Int32] = [0]
  /// Test number times two, plus 1 where the form negates the word; sorted.
  private(set) var tests: [UInt32] = []
  private var accepted: [(test: Int32, penalty: UInt8, negated: Bool)] = []

  init(_ lexicon: CompiledLexicon) { self.lexicon = lexicon }

  /// Takes in the types that the table has learned since the last call.
  func update(from types: TypeTable) {
    while starts.count < types.count {
      let type = Int32(starts.count)
      types.withForm(type) { form in
        accepted.removeAll(keepingCapacity: true)
        findTests(form)
        traits.append(form.count <= 24 ? TypeTraits.of(types.form(type)) : 0)
      }
      appendAccepted()
    }
  }

  private func findTests(_ form: Span<UInt8>) {
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

  private func appendAccepted() {
    // The best reading of each test; of equal ones the one that does not negate.
    accepted.sort { a, b in
      a.test != b.test ? a.test < b.test : a.penalty != b.penalty ? a.penalty < b.penalty : !a.negated && b.negated
    }
    var bits: UInt8 = 0
    var last: Int32 = -1
    for (test, _, negated) in accepted where test != last {
      last = test
      tests.append(UInt32(test) << 1 | (negated ? 1 : 0))
      let kazakh = Int(test) < lexicon.kazakhTests
      if lexicon.termAutomaton.isStart(Int(test)) { bits |= kazakh ? Self.kazakhTerm : Self.russianTerm }
      if lexicon.conditionAutomaton.isStart(Int(test)) {
        bits |= kazakh ? Self.kazakhCondition : Self.russianCondition
      }
    }
    starts.append(bits)
    offsets.append(Int32(tests.count))
  }
}
