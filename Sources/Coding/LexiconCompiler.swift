import Linguistics

/// Builds a `CompiledLexicon`: numbers word tests, lowers terms, fills the automata, makes the matchers.
struct LexiconCompiler {
  typealias Lowered = (slots: [[TermSlot]], output: Int32)

  private(set) var entries: [CompiledLexicon.Entry] = []
  private(set) var terms: [CompiledLexicon.CompiledTerm] = []
  private(set) var entryCodes: [[Int]] = []
  private(set) var entryConditions: [[CompiledLexicon.CompiledCondition]] = []
  private(set) var codes: [CompiledLexicon.CodeReference] = []
  private(set) var issues: [LexiconIssue] = []
  private(set) var tests: [WordTest] = []
  private(set) var termSlots: [Lowered] = []
  private(set) var conditionSlots: [Lowered] = []
  private(set) var conditionHalves: [Int] = []
  private(set) var regional = RegionalRules()

  private let lowering = TermLowering()
  private var conditionNumbers: [ConditionKey: Int] = [:]
  /// Layer of the entry under way, numbered over all schemes.
  private var layer = 0
  private var layersBefore = 0

  private struct ConditionKey: Hashable {
    var layer: Int
    var text: String
  }

  mutating func compile(_ schemes: [CodingScheme]) {
    for (number, scheme) in schemes.enumerated() {
      let firstCode = codes.count
      var codeNumbers: [String: Int] = [:]
      for (i, code) in scheme.codebook.codes.enumerated() {
        codeNumbers[code.id] = firstCode + i
        let dimension = scheme.codebook.dimensions[code.dimension]
        codes.append(
          CompiledLexicon.CodeReference(
            scheme: number, code: i, threshold: code.threshold,
            polarity: dimension.id == Polarity.dimension ? Polarity(code: code.id) : nil))
      }
      let entries = scheme.layers.enumerated().flatMap { i, layer in
        layer.entries.map { (layer: layersBefore + i, entry: $0) }
      }
      .sorted { ($0.entry.id, $0.layer) < ($1.entry.id, $1.layer) }
      for (layer, entry) in entries {
        self.layer = layer
        add(
          entry, scheme: number, codes: entry.codes.compactMap { codeNumbers[$0] },
          region: scheme.layers[layer - layersBefore].region)
      }
      addChanges(of: scheme, number)
      layersBefore += scheme.layers.count
    }
  }

  private mutating func add(
    _ entry: LexiconEntry, scheme: Int, codes: [Int], region: String?
  ) {
    let number = entries.count
    do {
      var compiled: [CompiledLexicon.CompiledCondition] = []
      for condition in entry.conditions { compiled.append(try add(condition)) }
      entries.append(CompiledLexicon.Entry(entry: entry, scheme: scheme))
      entryCodes.append(codes)
      entryConditions.append(compiled)
      regional.addEntry(region: region)
    } catch {
      // Without its condition the entry would match too much.
      issues.append(LexiconIssue(error, file: entry.file, line: entry.line))
      return
    }
    for (language, written) in [(Language.kk, entry.kazakh), (Language.ru, entry.russian)] {
      for term in written {
        let fits = term.wordCount == entry.partsOfSpeech.count
        let setting = TermLowering.Setting(
          language: language, layer: layer, partsOfSpeech: fits ? entry.partsOfSpeech : [])
        do {
          let halves = try lowering.lower(term, setting)
          let output = Int32(terms.count * 2)
          terms.append(CompiledLexicon.CompiledTerm(entry: number, term: term, language: language))
          for (half, variants) in halves.enumerated() { termSlots.append((variants, output + Int32(half))) }
        } catch {
          issues.append(LexiconIssue(error, file: entry.file, line: entry.line))
        }
      }
    }
  }

  /// The changes that layers make to the entries of the scheme's first layer. Their conditions are the changing
  /// layer's, so that they never take forms from the base.
  private mutating func addChanges(of scheme: CodingScheme, _ number: Int) {
    guard let base = scheme.layers.first, scheme.layers.contains(where: { !$0.changes.isEmpty }) else {
      return
    }
    let ids = Set(base.entries.map(\.id))
    var numbers: [String: Int] = [:]
    for (i, entry) in entries.enumerated() where entry.scheme == number && ids.contains(entry.entry.id) {
      numbers[entry.entry.id] = i
    }
    for (i, layer) in scheme.layers.enumerated() {
      self.layer = layersBefore + i
      for change in layer.changes {
        guard let entry = numbers[change.id] else { continue }
        do {
          var conditions: [CompiledLexicon.CompiledCondition] = []
          for condition in change.conditions { conditions.append(try add(condition)) }
          regional.addChange(
            of: entry, .init(region: layer.region, isOff: change.isOff, conditions: conditions))
        } catch {
          issues.append(LexiconIssue(error, file: change.file, line: change.line))
        }
      }
    }
  }

  private mutating func add(
    _ condition: Condition
  ) throws(TermSyntaxError) -> CompiledLexicon.CompiledCondition {
    switch condition {
    case .fact(let fact, let wanted): return .fact(fact, wanted: wanted)
    case .term(let term, let place, let wanted):
      let key = ConditionKey(layer: layer, text: term.text)
      if let number = conditionNumbers[key] { return .term(number, place, wanted: wanted) }
      let readings = [
        try lowering.lower(term, .init(language: .kk, layer: layer, isCondition: true)),
        try lowering.lower(term, .init(language: .ru, layer: layer, isCondition: true)),
      ]
      let number = conditionHalves.count
      for halves in readings where halves.allSatisfy({ !$0.isEmpty }) {
        for (half, variants) in halves.enumerated() {
          conditionSlots.append((variants, Int32(number * 2 + half)))
        }
      }
      conditionHalves.append(term.halves.count)
      conditionNumbers[key] = number
      return .term(number, place, wanted: wanted)
    }
  }

  // MARK: Numbering and packing

  /// Numbers the distinct tests: Kazakh first, each language in the order of first use, which is the order of
  /// sorted entries.
  mutating func numberTests() {
    let all = lowering.tests
    var found: [Int32] = []
    var numbers = Array(repeating: Int32(-1), count: all.count)
    for (slots, _) in termSlots + conditionSlots {
      for test in slots.joined().lazy.flatMap(\.tests) where numbers[Int(test)] < 0 {
        numbers[Int(test)] = 0
        found.append(test)
      }
    }
    found = found.filter { all[Int($0)].language == .kk } + found.filter { all[Int($0)].language != .kk }
    tests = found.map { all[Int($0)] }
    for (i, test) in found.enumerated() { numbers[Int(test)] = Int32(i) }
    Self.renumber(&termSlots, numbers)
    Self.renumber(&conditionSlots, numbers)
  }

  /// Gives slots the final numbers of their tests, distinct and sorted.
  private static func renumber(_ lowered: inout [Lowered], _ numbers: [Int32]) {
    for i in lowered.indices {
      for variant in lowered[i].slots.indices {
        for slot in lowered[i].slots[variant].indices {
          lowered[i].slots[variant][slot].tests = distinct(
            lowered[i].slots[variant][slot].tests.map { numbers[Int($0)] })
        }
      }
    }
  }

  private static func distinct(_ tests: [Int32]) -> [Int32] {
    tests.count == 1 ? tests : Set(tests).sorted()
  }

  func matchers(
    kazakh: ([Lexeme]) -> any FormMatcher, russian: ([Lexeme]) -> any FormMatcher
  ) -> (all: [CompiledLexicon.LayerMatcher], kazakh: Int) {
    let kazakhMatchers = matchers(.kk, kazakh)
    return (kazakhMatchers + matchers(.ru, russian), kazakhMatchers.count)
  }

  private func matchers(
    _ language: Language, _ matcher: ([Lexeme]) -> any FormMatcher
  ) -> [CompiledLexicon.LayerMatcher] {
    (0..<layersBefore).compactMap { layer in
      let (words, numbers) = lexemes(of: layer, language)
      return words.isEmpty ? nil : .init(matcher: matcher(words), tests: numbers)
    }
  }

  private func lexemes(
    of layer: Int, _ language: Language
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

  func termTests() -> [[Int32]] {
    var tests: [[Int32]] = Array(repeating: [], count: terms.count)
    for (variants, output) in termSlots {
      for slot in variants.joined() { tests[Int(output >> 1)].append(contentsOf: slot.tests) }
    }
    return tests.map(Self.distinct)
  }

  func automaton(_ lowered: [Lowered]) -> TermAutomaton {
    var builder = TermAutomaton.Builder()
    for (variants, output) in lowered {
      for variant in variants {
        builder.add(variant.map { (tests: $0.tests, gap: UInt8($0.gap)) }, output: output)
      }
    }
    return builder.finish(testCount: tests.count)
  }

  func keys(_ kind: WordTest.Kind) -> (ByteKeys, [[Int32]]) {
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
