import Linguistics

/// Builds a `CompiledLexicon`: numbers word tests, lowers terms, fills the automata, makes the matchers.
struct LexiconCompiler {
  private let lowering = TermLowering()
  private var numbers: [WordTest: Int32] = [:]
  private var found: [WordTest] = []
  private var terms: [(slots: [[TermSlot]], output: Int32)] = []
  private var conditions: [(slots: [[TermSlot]], output: Int32)] = []
  private var conditionNumbers: [ConditionKey: Int] = [:]
  /// Layer of the entry under way, numbered over all schemes.
  private var layer = 0
  private var layersBefore = 0

  private struct ConditionKey: Hashable {
    var layer: Int
    var text: String
  }

  mutating func compile(_ schemes: [CodingScheme], into lexicon: inout CompiledLexicon) {
    for (number, scheme) in schemes.enumerated() {
      let firstCode = lexicon.codes.count
      var codeNumbers: [String: Int] = [:]
      for (i, code) in scheme.codebook.codes.enumerated() {
        codeNumbers[code.id] = firstCode + i
        let dimension = scheme.codebook.dimensions[code.dimension]
        lexicon.codes.append(
          CompiledLexicon.CodeReference(
            scheme: number, code: i, threshold: code.threshold,
            polarity: dimension.id == Polarity.dimension ? Polarity(code: code.id) : nil))
      }
      let entries = scheme.layers.enumerated().flatMap { i, layer in layer.entries.map { (layer: layersBefore + i, entry: $0) } }
        .sorted { ($0.entry.id, $0.layer) < ($1.entry.id, $1.layer) }
      for (layer, entry) in entries {
        self.layer = layer
        add(entry, scheme: number, codes: entry.codes.compactMap { codeNumbers[$0] }, into: &lexicon)
      }
      layersBefore += scheme.layers.count
    }
  }

  private mutating func add(
    _ entry: LexiconEntry, scheme: Int, codes: [Int], into lexicon: inout CompiledLexicon
  ) {
    let number = lexicon.entries.count
    do {
      var compiled: [CompiledLexicon.CompiledCondition] = []
      for condition in entry.conditions { compiled.append(try add(condition, into: &lexicon)) }
      lexicon.entries.append(
        CompiledLexicon.Entry(entry: entry, scheme: scheme, codes: codes, conditions: compiled))
    } catch {
      // Without its condition the entry would match too much.
      lexicon.issues.append(issue(error, entry))
      return
    }
    for (language, terms) in [(Language.kk, entry.kazakh), (Language.ru, entry.russian)] {
      for term in terms {
        let fits = term.wordCount == entry.partsOfSpeech.count
        let setting = TermLowering.Setting(
          language: language, layer: layer, partsOfSpeech: fits ? entry.partsOfSpeech : [])
        do {
          let halves = try lowering.lower(term, setting)
          let output = Int32(lexicon.terms.count * 2)
          lexicon.terms.append(
            CompiledLexicon.CompiledTerm(entry: number, text: term.text, language: language, halves: halves.count))
          for (half, variants) in halves.enumerated() { self.terms.append((variants, output + Int32(half))) }
        } catch {
          lexicon.issues.append(issue(error, entry))
        }
      }
    }
  }

  private func issue(_ error: TermSyntaxError, _ entry: LexiconEntry) -> LexiconIssue {
    LexiconIssue(.error, error.id, file: entry.file, line: entry.line, column: error.column, error.message)
  }

  private mutating func add(
    _ condition: Condition, into lexicon: inout CompiledLexicon
  ) throws(TermSyntaxError) -> CompiledLexicon.CompiledCondition {
    switch condition {
    case .role(let roles, let wanted): return .role(roles, wanted: wanted)
    case .kind(let kinds, let wanted): return .kind(kinds, wanted: wanted)
    case .negated(let wanted): return .negated(wanted: wanted)
    case .term(let term, let place, let wanted):
      let key = ConditionKey(layer: layer, text: term.text)
      if let number = conditionNumbers[key] { return .term(number, place, wanted: wanted) }
      let readings = [
        try lowering.lower(term, .init(language: .kk, layer: layer, isCondition: true)),
        try lowering.lower(term, .init(language: .ru, layer: layer, isCondition: true)),
      ]
      let number = lexicon.conditionHalves.count
      for halves in readings where halves.allSatisfy({ !$0.isEmpty }) {
        for (half, variants) in halves.enumerated() { conditions.append((variants, Int32(number * 2 + half))) }
      }
      lexicon.conditionHalves.append(term.halves.count)
      conditionNumbers[key] = number
      return .term(number, place, wanted: wanted)
    }
  }

  // MARK: Numbering and packing

  mutating func finish(
    _ lexicon: inout CompiledLexicon, kazakh: ([Lexeme]) -> any FormMatcher,
    russian: ([Lexeme]) -> any FormMatcher
  ) {
    for (slots, _) in terms + conditions {
      for test in slots.joined().flatMap(\.tests) where numbers[test] == nil {
        numbers[test] = 0
        found.append(test)
      }
    }
    // Kazakh first, each language in the order of first use, which is the order of sorted entries.
    lexicon.tests = found.filter { $0.language == .kk } + found.filter { $0.language != .kk }
    lexicon.kazakhTests = found.count { $0.language == .kk }
    for (i, test) in lexicon.tests.enumerated() { numbers[test] = Int32(i) }
    lexicon.termAutomaton = automaton(terms)
    lexicon.conditionAutomaton = automaton(conditions)
    (lexicon.exactKeys, lexicon.exactTests) = keys(lexicon.tests, .exact)
    (lexicon.prefixKeys, lexicon.prefixTests) = keys(lexicon.tests, .prefix)
    for layer in 0..<layersBefore {
      let (lexemes, tests) = lexemes(of: layer, .kk, lexicon.tests)
      if !lexemes.isEmpty { lexicon.matchers.append(.init(matcher: kazakh(lexemes), tests: tests, language: .kk)) }
    }
    for layer in 0..<layersBefore {
      let (lexemes, tests) = lexemes(of: layer, .ru, lexicon.tests)
      if !lexemes.isEmpty { lexicon.matchers.append(.init(matcher: russian(lexemes), tests: tests, language: .ru)) }
    }
  }

  private func lexemes(
    of layer: Int, _ language: Language, _ tests: [WordTest]
  ) -> (lexemes: [Lexeme], tests: [Int32]) {
    var lexemes: [Lexeme] = []
    var numbers: [Int32] = []
    for (i, test) in tests.enumerated() where test.language == language && test.layer == layer {
      guard case .lexeme(let partOfSpeech) = test.kind else { continue }
      lexemes.append(Lexeme(lemma: test.text, partOfSpeech: partOfSpeech))
      numbers.append(Int32(i))
    }
    return (lexemes, numbers)
  }

  private func automaton(_ terms: [(slots: [[TermSlot]], output: Int32)]) -> TermAutomaton {
    var builder = TermAutomaton.Builder()
    for (variants, output) in terms {
      for variant in variants {
        let slots = variant.map { slot in
          (tests: Set(slot.tests.compactMap { numbers[$0] }).sorted(), gap: UInt8(slot.gap))
        }
        builder.add(slots, output: output)
      }
    }
    return builder.finish(testCount: found.count)
  }

  private func keys(_ tests: [WordTest], _ kind: WordTest.Kind) -> (ByteKeys, [[Int32]]) {
    var places: [String: Int] = [:]
    var keys: [String] = []
    var numbers: [[Int32]] = []
    for (i, test) in tests.enumerated() where test.kind == kind {
      if let place = places[test.text] {
        numbers[place].append(Int32(i))
      } else {
        places[test.text] = keys.count
        keys.append(test.text)
        numbers.append([Int32(i)])
      }
    }
    return (ByteKeys(keys), numbers)
  }
}
