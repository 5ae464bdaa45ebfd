import Linguistics

/// Codebooks and lexicons ready for matching; immutable and shared between workers.
///
/// All schemes share one numbering of word tests and one automaton, so several codebooks cost hardly more than
/// one. Each layer has its own matchers: adding a codebook or a pack never changes what another one's words accept.
public final class CompiledLexicon: Sendable {
  public struct Entry: Sendable {
    public var entry: LexiconEntry
    /// Index into `schemes`.
    public var scheme: Int
  }

  public struct CompiledTerm: Sendable {
    /// Index into `entries`.
    public var entry: Int
    public var term: Term
    /// `.kk` or `.ru`.
    public var language: Language

    /// As its author wrote it: the rule that evidence names.
    public var text: String { term.text }
  }

  /// A code of a scheme by its number over all schemes.
  struct CodeReference: Sendable {
    var scheme: Int
    var code: Int
    var threshold: Double
    var polarity: Polarity?
  }

  enum CompiledCondition: Sendable {
    /// The number of a condition term.
    case term(Int, Condition.Place, wanted: Bool)
    case fact(Condition.Fact, wanted: Bool)
  }

  /// A matcher and the test that each of its lexemes stands for.
  struct LayerMatcher: Sendable {
    var matcher: any FormMatcher
    var tests: [Int32]
  }

  public let schemes: [CodingScheme]
  /// Sorted by scheme and id.
  public let entries: [Entry]
  public let terms: [CompiledTerm]
  /// Terms that could not be compiled; the rest of their entries works.
  public let issues: [LexiconIssue]

  let codes: [CodeReference]
  let tests: [WordTest]
  /// Tests below this number are Kazakh, the others Russian.
  let kazakhTests: Int
  /// Kazakh ones first.
  let matchers: [LayerMatcher]
  let kazakhMatchers: Int
  let exactKeys: ByteKeys
  /// Tests of exact key number i.
  let exactTests: [[Int32]]
  let prefixKeys: ByteKeys
  let prefixTests: [[Int32]]
  /// Output: term number times two, plus the half.
  let termAutomaton: TermAutomaton
  /// Output: condition term number times two, plus the half.
  let conditionAutomaton: TermAutomaton
  let conditionHalves: [Int]
  let termHalves: [Int]
  /// For each entry the codes that it stands for, numbered over all schemes.
  let entryCodes: [[Int]]
  let entryConditions: [[CompiledCondition]]
  let weights: [Double]
  /// By entry.
  let overlaps: [OverlapPolicy]
  /// Some entry has another policy than `withinCode`.
  let hasOverlapPolicies: Bool
  /// Which entries count in which regions.
  let regional: RegionalRules
  /// The distinct tests of each term, sorted.
  let termTests: [[Int32]]

  /// Compiles lexicons. Linear in the words of all terms: 6,800 terms take a tenth of a second beside the matchers.
  ///
  /// - Parameters:
  ///   - kazakh: makes the matcher for the Kazakh lexemes of a layer.
  ///   - russian: the same for Russian.
  public init(
    _ schemes: [CodingScheme], kazakh: ([Lexeme]) -> any FormMatcher, russian: ([Lexeme]) -> any FormMatcher
  ) {
    var compiler = LexiconCompiler()
    compiler.compile(schemes)
    compiler.numberTests()
    self.schemes = schemes
    entries = compiler.entries
    terms = compiler.terms
    issues = compiler.issues.sorted(by: LexiconIssue.precedes)
    codes = compiler.codes
    tests = compiler.tests
    kazakhTests = compiler.tests.count { $0.language == .kk }
    (matchers, kazakhMatchers) = compiler.matchers(kazakh: kazakh, russian: russian)
    (exactKeys, exactTests) = compiler.keys(.exact)
    (prefixKeys, prefixTests) = compiler.keys(.prefix)
    termAutomaton = compiler.automaton(compiler.termSlots)
    conditionAutomaton = compiler.automaton(compiler.conditionSlots)
    conditionHalves = compiler.conditionHalves
    termHalves = compiler.terms.map(\.term.halves.count)
    entryCodes = compiler.entryCodes
    entryConditions = compiler.entryConditions
    weights = compiler.entries.map(\.entry.weight)
    overlaps = compiler.entries.map(\.entry.overlap)
    hasOverlapPolicies = overlaps.contains { $0 != .withinCode }
    regional = compiler.regional
    termTests = compiler.termTests()
  }

  // MARK: Kept compiled

  /// A lexicon that was compiled before; see `write`.
  init(from entryReader: inout EntryReader) throws(CompiledReader.Damage) {
    var schemes: [CodingScheme] = []
    for _ in 0..<(try entryReader.reader.index(below: 1 << 16)) { schemes.append(try entryReader.scheme()) }
    self.schemes = schemes
    let entries = try Self.entries(from: &entryReader, schemes)
    self.entries = entries
    terms = try Self.terms(from: &entryReader, entries)
    var reader = entryReader.reader
    defer { entryReader.reader = reader }
    issues = try reader.array()
    codes = try reader.array()
    tests = try reader.array()
    kazakhTests = try reader.int()
    let found = try CompiledMatchers.read(from: &reader)
    let numbers = try reader.lists()
    guard found.count == numbers.count else { throw Damage() }
    matchers = zip(found, numbers).map { LayerMatcher(matcher: $0, tests: $1) }
    kazakhMatchers = try reader.index(below: found.count + 1)
    exactKeys = try ByteKeys(from: &reader)
    exactTests = try reader.lists()
    prefixKeys = try ByteKeys(from: &reader)
    prefixTests = try reader.lists()
    termAutomaton = try TermAutomaton(from: &reader)
    conditionAutomaton = try TermAutomaton(from: &reader)
    conditionHalves = try reader.ints()
    termHalves = try reader.ints()
    entryCodes = try reader.lists().map { $0.map(Int.init) }
    entryConditions = try reader.array { reader throws(Damage) in try reader.array() }
    weights = try reader.flat()
    overlaps = try reader.values()
    hasOverlapPolicies = overlaps.contains { $0 != .withinCode }
    regional = try RegionalRules(from: &reader)
    termTests = try reader.lists()
  }

  /// The code of an assignment, with its id and labels.
  public func code(_ assignment: CodeAssignment) -> Codebook.Code {
    schemes[assignment.scheme].codebook.codes[assignment.code]
  }
}
