import Testing

@testable import Coding

/// What the titles over a passage add to the learned score.
@Suite struct ContextScoresTests {
  /// Knows water by "тру" and roads by "дор" at the beginning of a word; titles count for water alone.
  private static let model = LearnedModel(
    codes: [
      .init(id: "results.water", bias: -2, threshold: 0, decision: .learned, examples: 9),
      .init(id: "results.roads", bias: -2, threshold: 0, decision: .learned, examples: 9),
    ],
    features: [
      ("context:results.water", [.init(code: 0, value: 1)]),
      ("дор*", [.init(code: 1, value: 30)]),
      ("тру*", [.init(code: 0, value: 30)]),
    ])

  private struct Setup {
    let compiled: CompiledLexicon
    let coder: LearnedCoder
    var text = TestText()

    init() throws {
      compiled = try compile(["a-other\ttopic.water\t\tкино"])
      coder = LearnedCoder(
        LexiconCoder(compiled, types: text.types),
        try LearnedLink(model, compiled.schemes[0].codebook, folder: "model"), kind: .combined)
    }

    mutating func code(
      agenda: String = "", heading: String = "", title: String = "", _ passage: String
    ) -> (ids: [String], coding: PassageCoding) {
      let ranges = [agenda, heading, title].map { $0.isEmpty ? 0..<0 : text.append($0, .ru) }
      let start = text.text.utf8.count
      let sentences = text.append(passage, .ru)
      let coding = coder.code(
        text.analysis, sentences: sentences, textStart: start,
        context: PassageContext(
          itemSentences: ranges[1], agendaSentences: ranges[0], titleSentences: ranges[2]))
      return (coding.codes.map { compiled.code($0).id }, coding)
    }
  }

  @Test(
    "titles that count",
    arguments: [
      // line of the agenda, heading, document's title, passage, codes
      ("", "", "", "Когда это кончится", [String]()),
      ("О трубах", "", "", "Когда это кончится", ["results.water"]),
      ("", "Труба", "", "Когда это кончится", ["results.water"]),
      ("", "", "Труба", "Когда это кончится", ["results.water"]),
      ("О бюджете", "Труба", "Протокол", "Когда это кончится", ["results.water"]),
      ("О бюджете", "Доклад", "Протокол", "Когда это кончится", []),
      // Titles weigh nothing for roads.
      ("О дорогах", "", "", "Когда это кончится", []),
      ("О бюджете", "", "", "Труба и дорога", ["results.water", "results.roads"]),
    ])
  func titles(agenda: String, heading: String, title: String, passage: String, expected: [String]) throws {
    var setup = try Setup()
    #expect(setup.code(agenda: agenda, heading: heading, title: title, passage).ids == expected)
  }

  @Test func theEvidenceIsThePassageAsAWhole() throws {
    var setup = try Setup()
    let passage = "Когда это кончится?"
    let water = try #require(setup.code(agenda: "О трубах", passage).coding.codes.first)
    #expect(water.features.map { Self.model.features[$0.feature] } == ["context:results.water"])
    #expect(water.features.map(\.span) == [0..<(passage.utf8.count - 1)])
    #expect(water.features.map(\.weight) == [3])
  }

  @Test func passagesUnderChangingTitlesDoNotDisturbEachOther() throws {
    let agendas = ["О трубах", "", "О дорогах", "О трубах и дорогах", "О трубах", "О"]
    var together = try Setup()
    for agenda in agendas + agendas.reversed() {
      var alone = try Setup()
      let expected = alone.code(agenda: agenda, "Труба прорвана").coding
      let found = together.code(agenda: agenda, "Труба прорвана").coding
      #expect(found.codes.map(\.excess) == expected.codes.map(\.excess))
    }
  }

  @Test(arguments: [(-4, 0), (-1, 0), (0.5, 1.5), (2, 3), (9, 3)] as [(Float, Float)])
  func titlesAgainstACodeAreAllTheSame(score: Float, value: Float) {
    #expect(LearnedModel.contextValue(of: score) == value)
  }

  @Test(arguments: [("context:topic.water", true), ("field:water", false), ("вод*", false)])
  func contextsAreTold(feature: String, isContext: Bool) {
    #expect(LearnedModel.isContext(feature) == isContext)
  }
}
