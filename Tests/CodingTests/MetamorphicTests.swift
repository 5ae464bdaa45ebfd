import Coding
import Linguistics
import TestSupport
import Testing

/// Changes that must not change the codes.
@Suite struct MetamorphicTests {
  static let words = ["вода", "школа", "дорога", "ремонт", "село", "труба", "клуб", "насос", "не", "нет"]
  static let codeIDs = ["results.water", "results.roads", "results.strict", "topic.water"]

  static func rows(_ generator: inout SeededGenerator, count: Int) -> [String] {
    ["words\treference\t\tвода ; ремонт дорога"]
      + (0..<count).map { i in
        func word() -> String { words.randomElement(using: &generator) ?? "" }
        let terms = [
          word(), "\(word()) \(word())", "\(word()) ~2 \(word())", "(\(word())|\(word())) \(word())",
          "\(word()) & \(word())", "=\(word()) \(word())", "\(word().prefix(3))*", "\(word()) @words",
        ].shuffled(using: &generator).prefix(2).joined(separator: " ; ")
        let conditions = [
          "", "", "near 2: \(word())", "not sentence: \(word())", "negated: exclude", "overlap: across codes",
          "overlap: none", "not near 3: @words",
        ]
        let weight = ["", "0.5", "-0.5", "0.3"].randomElement(using: &generator) ?? ""
        return [
          "e\(i)", codeIDs.randomElement(using: &generator) ?? "", "", terms, "",
          conditions.randomElement(using: &generator) ?? "", weight,
        ].joined(separator: "\t")
      }
  }

  static func text(_ generator: inout SeededGenerator) -> String {
    (0..<12).map { _ in
      (words.randomElement(using: &generator) ?? "")
        + (["", "", "", ",", "."].randomElement(using: &generator) ?? "")
    }.joined(separator: " ")
  }

  /// What a user sees of a coding, with nothing that is numbered by the lexicon's order.
  static func shown(_ coding: PassageCoding, _ lexicon: CompiledLexicon) -> [String] {
    coding.codes.map { code in
      let evidence = code.evidence.map {
        "\(lexicon.entries[$0.entry].entry.id) \(lexicon.terms[$0.term].text) \($0.span) \($0.isNegated)"
      }
      return "\(lexicon.code(code).id) \(code.sum) \(evidence)"
    } + [coding.polarity.rawValue]
  }

  @Test(arguments: 0..<40) func orderOfEntriesDoesNotMatter(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let rows = Self.rows(&generator, count: 25)
    let one = try compile(rows)
    let other = try compile(rows.shuffled(using: &generator))
    for _ in 0..<20 {
      let text = Self.text(&generator)
      #expect(
        Self.shown(coding(text, .ru, one), one) == Self.shown(coding(text, .ru, other), other),
        "\(text)\n\(rows.joined(separator: "\n"))")
    }
  }

  @Test(arguments: 0..<10) func neitherOtherPassagesNorTheirOrderMatter(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let lexicon = try compile(Self.rows(&generator, count: 25))
    let texts = (0..<30).map { _ in Self.text(&generator) }
    let alone = texts.map { Self.shown(coding($0, .ru, lexicon), lexicon) }
    for order in [Array(texts.indices), texts.indices.reversed(), texts.indices.shuffled(using: &generator)] {
      var setup = TestText()
      let coder = LexiconCoder(lexicon, types: setup.types)
      for i in order {
        let start = setup.text.utf8.count
        let sentences = setup.append(texts[i], .ru)
        let coding = coder.code(
          setup.analysis, sentences: sentences, textStart: start, context: PassageContext())
        #expect(Self.shown(coding, lexicon) == alone[i])
      }
    }
  }

  /// The automaton against the plainest possible matcher for terms of words and gaps.
  @Test(arguments: 0..<40) func automatonAgreesWithPlainSearch(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let words = Array(Self.words.prefix(3))
    let length = Int.random(in: 1...4, using: &generator)
    var slots: [(gap: Int, word: String)] = []
    for i in 0..<length {
      slots.append(
        (i == 0 ? 0 : Int.random(in: 0...3, using: &generator), words.randomElement(using: &generator) ?? ""))
    }
    let term = slots.map { ($0.gap > 0 ? "~\($0.gap) " : "") + "=" + $0.word }.joined(separator: " ")
    let lexicon = try compile(["e\tresults.water\t\t\(term)"])
    func plain(_ tokens: ArraySlice<String>, _ slots: ArraySlice<(gap: Int, word: String)>) -> Bool {
      guard let slot = slots.first else { return true }
      return (0...slot.gap).contains { skip in
        let place = tokens.startIndex + skip
        return place < tokens.endIndex && tokens[place] == slot.word
          && plain(tokens[(place + 1)...], slots.dropFirst())
      }
    }
    for _ in 0..<50 {
      let tokens = (0..<8).map { _ in words.randomElement(using: &generator) ?? "" }
      let expected = tokens.indices.contains { plain(tokens[$0...], slots[...]) }
      #expect(codes(tokens.joined(separator: " "), .ru, lexicon).isEmpty != expected, "\(term): \(tokens)")
    }
  }
}
