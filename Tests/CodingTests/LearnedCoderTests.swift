import Linguistics
import Testing

@testable import Coding

/// Lexicon and learned model deciding together.
@Suite struct LearnedCoderTests {
  private static let lexicon = ["a-water\tresults.water\t\tвода", "b-roads\tresults.roads\t\tдорога"]

  /// Speaks for water where a word begins with "труб", and takes the lexicon's water for a sign of the topic; negative
  /// where one begins with "прорв".
  private static func model(
    water: LearnedModel.Decision = .learned, threshold: Double = 0
  ) -> LearnedModel {
    LearnedModel(
      codes: [
        .init(id: "results.water", bias: -1, threshold: threshold, decision: water, examples: 9),
        .init(id: "topic.water", bias: -1, threshold: 0, decision: .learned, examples: 9),
        .init(id: "polarity.negative", bias: -1, threshold: 0, decision: .learned, examples: 9),
        .init(id: "polarity.positive", bias: -1, threshold: 0, decision: .learned, examples: 9),
      ],
      features: [
        ("lexicon:results.water", [.init(code: 1, value: 3)]),
        ("отли*", [.init(code: 3, value: 40)]),
        ("прорв*", [.init(code: 2, value: 30)]),
        ("труб*", [.init(code: 0, value: 30), .init(code: 1, value: 10)]),
      ])
  }

  private static func code(
    _ text: String, _ kind: CoderKind, _ model: LearnedModel = model(), language: Language = .ru
  ) throws -> (coding: PassageCoding, ids: [String], lexicon: CompiledLexicon) {
    let compiled = try compile(lexicon)
    var setup = TestText()
    let sentences = setup.append(text, language)
    let coder = LearnedCoder(
      LexiconCoder(compiled, types: setup.types),
      try LearnedLink(model, compiled.schemes[0].codebook, folder: "model"), kind: kind)
    let coding = coder.code(setup.analysis, sentences: sentences, context: .init())
    return (coding, coding.codes.map { compiled.code($0).id }, compiled)
  }

  @Test(
    "who decides",
    arguments: [
      ("труба", CoderKind.lexicon, LearnedModel.Decision.learned, [String]()),
      ("труба", .learned, .learned, ["results.water", "topic.water"]),
      ("труба", .combined, .learned, ["results.water", "topic.water"]),
      ("труба", .combined, .lexicon, ["topic.water"]),
      ("труба", .learned, .lexicon, ["results.water", "topic.water"]),
      ("вода", .lexicon, .learned, ["results.water"]),
      // The score of the topic is high, but no word of the passage is evidence for it.
      ("вода", .learned, .learned, []),
      ("вода", .combined, .either, ["results.water"]),
      ("дорога", .combined, .learned, ["results.roads"]),
      ("кино", .combined, .either, []),
    ])
  func decision(text: String, kind: CoderKind, water: LearnedModel.Decision, expected: [String]) throws {
    #expect(try Self.code(text, kind, Self.model(water: water)).ids == expected)
  }

  @Test func evidenceNamesTheWordAndItsBeginning() throws {
    let result = try Self.code("В селе старая труба.", .learned)
    let water = try #require(result.coding.codes.first)
    #expect(water.coder == .learned)
    #expect(water.score > 0.5)
    let evidence = try #require(water.features.first)
    #expect(water.features.count == 1)
    #expect(Self.model().features[evidence.feature] == "труб*")
    let text = Array("В селе старая труба.".utf8)
    #expect(String(decoding: text[evidence.span], as: UTF8.self) == "труба")
  }

  @Test func whereBothGiveACodeBothAreEvidence() throws {
    let result = try Self.code("вода труба", .combined)
    let water = try #require(result.coding.codes.first)
    #expect(water.coder == .combined)
    #expect(!water.evidence.isEmpty && !water.features.isEmpty)
  }

  @Test func aThresholdHoldsTheCodeBack() throws {
    #expect(try Self.code("труба", .learned, Self.model(threshold: 50)).ids == ["topic.water"])
  }

  @Test(arguments: [
    ("прорван", Polarity.negative), ("отлично", .positive), ("труба", .neutral),
    ("прорван отлично", .positive),
  ])
  func polarity(text: String, expected: Polarity) throws {
    #expect(try Self.code(text, .learned).coding.polarity == expected)
  }

  @Test func otherLanguagesTakeNoCodes() throws {
    #expect(try Self.code("труба вода", .combined, language: .en).ids == [])
  }

  @Test func repeatedWordsCountOnce() throws {
    let once = try Self.code("труба село", .learned).coding
    let often = try Self.code("труба село труба труба село", .learned).coding
    #expect(once.codes.map(\.excess) == often.codes.map(\.excess))
  }

  @Test func passagesDoNotDisturbEachOther() throws {
    let compiled = try compile(Self.lexicon)
    let link = try LearnedLink(Self.model(), compiled.schemes[0].codebook, folder: "model")
    let texts = ["труба", "вода и труба", "кино", "труба прорвана"]
    var setup = TestText()
    let coder = LearnedCoder(LexiconCoder(compiled, types: setup.types), link, kind: .combined)
    for text in texts + texts.reversed() {
      let start = setup.text.utf8.count
      let sentences = setup.append(text, .ru)
      let coding = coder.code(
        setup.analysis, sentences: sentences, textStart: start, context: .init())
      let alone = try Self.code(text, .combined).coding
      #expect(coding.codes.map(\.excess) == alone.codes.map(\.excess))
      #expect(coding.codes.map(\.features) == alone.codes.map(\.features))
      #expect(coding.polarity == alone.polarity)
    }
  }

  @Test func aModelOfAnotherCodebookIsRefused() throws {
    let codebook = try CodebookLoader.load(testCodebook, file: "codebook.yaml")
    let other = LearnedModel(
      codes: [.init(id: "social.water", bias: 0, threshold: 0, decision: .learned, examples: 1)],
      features: [])
    let error = #expect(throws: CodebookError.self) { try LearnedLink(other, codebook, folder: "model") }
    #expect(error?.description.contains("social.water") == true)
  }
}
