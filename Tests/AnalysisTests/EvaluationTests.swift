import Coding
import Reporting
import Tabulation
import Testing

@testable import Analysis

/// Figures on a small gold made by hand: documents a, b and c, two codes and two topics.
@Suite struct EvaluationTests {
  static func codebook() throws -> Codebook {
    let label = "label: {en: e, ru: r, kk: k}"
    return try CodebookLoader.load(
      """
      codebook: small
      version: 1
      title: {en: Small, ru: Малый, kk: Кіші}
      dimensions:
        - {id: indicator, \(label), codes: [
            {id: x, \(label), codes: [{id: x.one, \(label)}, {id: x.two, \(label)}, {id: x.three, \(label)}]}]}
        - {id: topic, \(label), codes: [{id: topic.water, \(label)}, {id: topic.roads, \(label)}]}
      """, file: "codebook.yaml")
  }

  static func passage(
    _ document: String, _ number: Int, codes: [String], topic: [String] = [], language: String = "ru",
    coders: [[String]?] = [], disputed: Set<String> = [], polarity: String? = nil
  ) -> GoldStandard.Passage {
    GoldStandard.Passage(
      document: document, place: "\(document)#\(number)", text: "\(document) \(number)", language: language,
      role: "body", fields: ["codes": codes, "topic": topic], coders: coders, disputed: disputed,
      polarity: polarity)
  }

  static func answer(_ codes: String..., score: Double = 0.63, polarity: String = "neutral")
    -> GoldAnswers.Answer
  {
    GoldAnswers.Answer(
      codes: codes.map { code in
        GoldAnswers.Code(
          code: code, dimension: code.hasPrefix("topic") ? "topic" : "indicator", score: score,
          evidence: [GoldAnswers.Evidence(entry: "entry-\(code)", rule: "rule", words: "words")])
      }, polarity: polarity)
  }

  static func gold(_ passages: [GoldStandard.Passage]) -> GoldStandard {
    var gold = GoldStandard()
    gold.passages = passages
    return gold
  }

  static func answers(_ answers: [GoldAnswers.Answer?], documents: [String]) -> GoldAnswers {
    var result = GoldAnswers()
    result.answers = answers
    for document in documents {
      result.facts[document] = GoldStandard.DocumentFacts(kind: "protocol", region: nil)
    }
    return result
  }

  static func evaluation(
    _ gold: GoldStandard, _ answers: GoldAnswers, groupings: Set<Evaluation.Grouping> = [],
    resamples: Int = 0
  ) throws -> Evaluation {
    Evaluator(gold, answers, groupings: groupings, bootstrap: DocumentBootstrap(resamples: resamples))
      .evaluation(of: try codebook())
  }

  static let small = gold([
    passage("a", 1, codes: ["x.one"], coders: [["x.one"], ["x.one"], ["x.one"]], polarity: "negative"),
    passage("a", 2, codes: ["x.one", "x.two"], coders: [["x.one", "x.two"], ["x.one"], ["x.two"]]),
    passage("b", 1, codes: [], topic: ["water"], language: "kk", coders: [[], ["x.two"], nil]),
    passage(
      "b", 2, codes: ["x.two"], language: "kk", coders: [["x.two"], ["x.two"], []], disputed: ["x.one"]),
    passage("c", 1, codes: [], topic: ["roads"], coders: [[], [], []], polarity: "neutral"),
  ])
  static let smallAnswers = answers(
    [
      answer("x.one", polarity: "negative"), answer("x.one", "x.three"), answer("x.two", "topic.water"),
      answer("x.one", score: 0.9), nil,
    ], documents: ["a", "b", "c"])

  @Test func countsCodeByCode() throws {
    let evaluation = try Self.evaluation(Self.small, Self.smallAnswers)
    let indicator = try #require(evaluation.dimensions.first)
    #expect(evaluation.dimensions.map(\.dimension) == ["indicator", "topic"])
    let all = try #require(indicator.groups.first)
    #expect(all.group == .init(by: .all, value: "all", documents: 3, passages: 5, found: 4))
    #expect(all.codes.map(\.code) == ["x.one", "x.two"])
    // x.one is disputed on b#2 and not counted there.
    #expect(all.codes[0].counts == Detection(truePositives: 2, trueNegatives: 2))
    #expect(
      all.codes[1].counts
        == Detection(truePositives: 0, falsePositives: 1, falseNegatives: 2, trueNegatives: 2))
    #expect(all.microF1.measure == .value(4.0 / 7))
    #expect(all.macroF1.measure == .value(0.5))
    #expect(all.exact.measure == .value(0.4))
    // x.three is in no passage of the gold.
    #expect(indicator.notInGold.map(\.code) == ["x.three"])
    #expect(indicator.notInGold.map(\.assigned) == [1])
  }

  @Test func fieldsMayLeaveTheDimensionOut() throws {
    let topic = try #require(try Self.evaluation(Self.small, Self.smallAnswers).dimensions.last)
    #expect(topic.groups[0].codes.map(\.code) == ["topic.water", "topic.roads"])
    #expect(topic.groups[0].codes.map(\.counts.truePositives) == [1, 0])
    #expect(topic.groups[0].codes[1].precision.measure == .undefined(.neverAssigned))
    // Only indicators were coded by several people.
    #expect(topic.groups[0].peopleMeanAlpha == nil)
  }

  @Test func peopleStandBesideTheCoder() throws {
    let all = try #require(try Self.evaluation(Self.small, Self.smallAnswers).dimensions.first?.groups.first)
    var one = LabelMatrix(coders: 3, categories: 2)
    for row in [[1, 1, 1], [1, 1, 0], [0, 0, nil], [0, 0, 0], [0, 0, 0]] { one.append(row) }
    let expected = CoderAgreement(one)
    let people = try #require(all.codes[0].people)
    for (estimate, measure) in [
      (people.alpha, expected.krippendorffAlpha), (people.kappa, expected.cohenKappa),
      (people.ac1, expected.gwetAC1), (people.f1, expected.f1(of: 1)),
    ] {
      #expect(abs(try #require(estimate.measure.value) - (try #require(measure.value))) < 1e-12)
    }
  }

  @Test func straysAreFalsePositivesOfAllPassages() throws {
    var answers = Self.smallAnswers
    answers.strays["a"] = Self.answer("x.two", "topic.water", "x.three").codes
    let indicator = try #require(
      try Self.evaluation(Self.small, answers, groupings: [.language]).dimensions.first)
    #expect(indicator.groups[0].strays == 1)
    #expect(indicator.groups[0].microPrecision.measure == .value(2.0 / 4))
    #expect(indicator.groups[0].macroF1.measure == .value(0.5))
    #expect(indicator.groups.map(\.strays) == [1, 0, 0])
    #expect(indicator.groups.map(\.group.value) == ["all", "kk", "ru"])
  }

  @Test func groupsCross() throws {
    let groups = try Self.evaluation(
      Self.small, Self.smallAnswers, groupings: [.languageAndKind, .region]
    ).dimensions.first?.groups.map(\.group)
    #expect(groups?.map(\.value) == ["all", "unknown", "kk protocol", "ru protocol"])
    #expect(groups?.map(\.passages) == [5, 5, 2, 3])
  }

  @Test func mistakesComeWorstFirst() throws {
    let mistakes = try #require(try Self.evaluation(Self.small, Self.smallAnswers).dimensions.first).mistakes
    #expect(mistakes.map(\.place) == ["b#1", "a#2", "b#2"])
    #expect(mistakes.map(\.kind) == [.falsePositive, .falseNegative, .falseNegative])
    #expect(mistakes.map(\.votes) == [1, 2, 2])
    #expect(mistakes[0].evidence.map(\.entry) == ["entry-x.two"])
  }

  @Test func polarityCountsWhatWasFound() throws {
    let polarity = try #require(try Self.evaluation(Self.small, Self.smallAnswers).polarity.first)
    // c#1 has no answer.
    #expect(polarity.accuracy.measure == .value(1))
    #expect(polarity.values.map(\.counts.truePositives) == [1, 0, 0])
    #expect(polarity.macroF1.measure == .value(1))
    #expect(polarity.alpha.measure == .undefined(.oneCategory))
  }

  @Test func missingDocumentsAreInNoFigure() throws {
    let answers = Self.answers(Self.smallAnswers.answers, documents: ["a"])
    let all = try #require(try Self.evaluation(Self.small, answers).dimensions.first?.groups.first)
    #expect(all.group.passages == 2)
    #expect(all.group.documents == 1)
  }

  @Test func unknownCodesAreNamed() throws {
    let gold = Self.gold([
      Self.passage("a", 1, codes: ["x.one", "x.onne"]), Self.passage("a", 2, codes: ["x.onne"]),
    ])
    let evaluation = try Self.evaluation(gold, Self.answers([nil, nil], documents: []))
    #expect(
      evaluation.problems.map(\.description) == [
        "a#1: 'x.onne' in \"codes\" is no code of small; it is left out of all figures"
      ])
  }

  @Test func nothingGivesNothing() throws {
    let evaluation = try Self.evaluation(
      GoldStandard(), GoldAnswers(), groupings: [.language, .kind], resamples: 10)
    #expect(evaluation.dimensions.isEmpty && evaluation.polarity.isEmpty)
    #expect(EvaluationText(evaluation).text.hasPrefix("small against"))
  }

  @Test func unknownCodesAreNamedWithFileAndLine() throws {
    var gold = Self.gold([Self.passage("a", 1, codes: ["x.one", "x.onne"])])
    gold.passages[0].file = "gold.jsonl"
    gold.passages[0].line = 7
    let evaluation = try Self.evaluation(gold, Self.answers([nil], documents: []))
    #expect(
      evaluation.problems.map(\.description) == [
        "gold.jsonl:7: 'x.onne' in \"codes\" is no code of small; it is left out of all figures"
      ])
  }

  @Test func textsThatTheDocumentDoesNotHaveAreNamedOnce() throws {
    var gold = Self.gold([Self.passage("a", 1, codes: ["x.one"]), Self.passage("a", 2, codes: [])])
    for index in 0..<2 { (gold.passages[index].file, gold.passages[index].line) = ("gold.jsonl", index + 1) }
    let evaluation = try Self.evaluation(gold, Self.answers([nil, nil], documents: ["a"]))
    #expect(evaluation.problems.map(\.line) == [1])
    #expect(evaluation.problems[0].message.hasPrefix("a has no passage of this text (nor of 1 more)"))
  }

  @Test func languagesAreCompared() throws {
    let indicator = try #require(
      try Self.evaluation(Self.small, Self.smallAnswers, groupings: [.language], resamples: 50).dimensions
        .first)
    #expect(indicator.languages.map(\.figure) == ["micro F1", "macro F1", "mean alpha"])
    // Kazakh stands in one document: there is nothing to resample.
    #expect(indicator.languages[0].overlaps == nil)
    func compared(_ one: ClosedRange<Double>, _ other: ClosedRange<Double>) -> Bool? {
      Evaluation.LanguageComparison(
        figure: "f", kazakh: Estimate(measure: .value(0.5), interval: one),
        russian: Estimate(measure: .value(0.5), interval: other)
      ).overlaps
    }
    #expect(compared(0.1...0.5, 0.5...0.9) == true)
    #expect(compared(0.1...0.4, 0.5...0.9) == false)
    #expect(try Self.evaluation(Self.small, Self.smallAnswers).dimensions.first?.languages.isEmpty == true)
  }

  /// The order of passages and documents changes no figure.
  @Test func orderDoesNotMatter() throws {
    let order = [4, 2, 0, 3, 1]
    var gold = Self.small
    gold.passages = order.map { Self.small.passages[$0] }
    var answers = Self.smallAnswers
    answers.answers = order.map { Self.smallAnswers.answers[$0] }
    let groupings: Set<Evaluation.Grouping> = [.language, .kind, .region]
    let one = try Self.evaluation(Self.small, Self.smallAnswers, groupings: groupings, resamples: 20)
    let other = try Self.evaluation(gold, answers, groupings: groupings, resamples: 20)
    for (left, right) in zip(one.dimensions, other.dimensions) { #expect(left.groups == right.groups) }
    #expect(one.polarity == other.polarity)
  }
}
