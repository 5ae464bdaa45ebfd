import Foundation
import Reporting
import Tabulation
import Testing

@testable import Analysis

@Suite struct EvaluationOutputTests {
  static func evaluation() throws -> Evaluation {
    try EvaluationTests.evaluation(
      EvaluationTests.small, EvaluationTests.smallAnswers, groupings: [.language], resamples: 50)
  }

  static func json(_ limit: Int = .max, code: String? = nil) throws -> [String: Any] {
    var writer = JSONWriter()
    EvaluationJSON.write(try evaluation(), mistakes: limit, code: code, to: &writer)
    return try #require(try JSONSerialization.jsonObject(with: Data(writer.bytes)) as? [String: Any])
  }

  @Test func jsonNamesWhatIsUndefined() throws {
    let dimensions = try #require(try Self.json()["dimensions"] as? [[String: Any]])
    let groups = try #require(dimensions.last?["groups"] as? [[String: Any]])
    let codes = try #require(groups.first?["codes"] as? [[String: Any]])
    let precision = try #require(codes.last?["precision"] as? [String: Any])
    #expect(precision["undefined"] as? String == "never-assigned")
    #expect(precision["value"] == nil)
    let f1 = try #require(codes.first?["f1"] as? [String: Any])
    #expect(f1["value"] as? Double == 1)
  }

  @Test(arguments: [(nil, 3), ("x", 3), ("x.one", 0), ("x.two", 3), ("x.tw", 0)])
  func mistakesOfACodeOrCriterion(code: String?, expected: Int) throws {
    let dimensions = try #require(try Self.json(code: code)["dimensions"] as? [[String: Any]])
    #expect((dimensions.first?["mistakes"] as? [Any])?.count == expected)
  }

  @Test func sameEvaluationSameBytes() throws {
    var one = JSONWriter()
    var other = JSONWriter()
    EvaluationJSON.write(try Self.evaluation(), to: &one)
    EvaluationJSON.write(try Self.evaluation(), to: &other)
    #expect(one.bytes == other.bytes)
  }

  /// An evaluation that was read back is written as it was, its problems aside.
  @Test func whatWasWrittenIsReadBack() throws {
    var written = JSONWriter()
    var evaluation = try EvaluationTests.evaluation(
      EvaluationTests.small, EvaluationTests.smallAnswers, groupings: [.language, .languageAndKind],
      resamples: 50)
    evaluation.problems = []
    EvaluationJSON.write(evaluation, to: &written)
    let file = FileManager.default.temporaryDirectory.path + "/evaluation-\(UUID().uuidString).json"
    defer { try? FileManager.default.removeItem(atPath: file) }
    try Data(written.bytes).write(to: URL(fileURLWithPath: file))
    var again = JSONWriter()
    EvaluationJSON.write(try EvaluationReader.evaluation(file: file), to: &again)
    #expect(String(decoding: again.bytes, as: UTF8.self) == String(decoding: written.bytes, as: UTF8.self))
    try Data("{\"dimensions\": 1}".utf8).write(to: URL(fileURLWithPath: file))
    #expect(throws: DecodingError.self) { try EvaluationReader.evaluation(file: file) }
  }

  @Test func thePageHasWhatTheEvaluationHas() throws {
    let evaluation = try EvaluationTests.evaluation(
      EvaluationTests.small, EvaluationTests.smallAnswers, groupings: [.language, .languageAndKind],
      resamples: 50)
    let page = evaluation.validityPage(try EvaluationTests.codebook(), mistakes: 1)
    #expect(page.dimensions.count == 2 && page.resamples == 50)
    let indicator = page.dimensions[0]
    #expect(indicator.groups.map(\.label.en) == ["All", "Kazakh", "Russian"])
    #expect(indicator.codes.map(\.count) == [2, 2])
    #expect(indicator.decisionGroups.map(\.en) == ["kk protocol", "ru protocol"])
    #expect(indicator.decisions[1].counts.map(\.falsePositives) == [1, 0])
    #expect(indicator.mistakes.map(\.isMissed) == [false, true])
    #expect(indicator.mistakes[0].evidence.map(\.words) == ["words"])
    #expect(page.method.en.hasPrefix("Coded by the lexicon."))
  }

  /// The file is the user's: a group need not have what the others have.
  @Test func aGroupThatLacksACodeHasNoDecisionsOnIt() throws {
    var evaluation = try EvaluationTests.evaluation(
      EvaluationTests.small, EvaluationTests.smallAnswers, groupings: [.languageAndKind], resamples: 0)
    let crossed = try #require(
      evaluation.dimensions[0].groups.firstIndex { $0.group.by == .languageAndKind })
    evaluation.dimensions[0].groups[crossed].codes.removeFirst()
    let decisions = evaluation.validityPage(try EvaluationTests.codebook()).dimensions[0].decisions
    #expect(decisions[0].counts[0] == Detection())
    #expect(decisions[1].counts.map(\.falsePositives) == [1, 0])
  }

  @Test(arguments: [(nil, "One coder on all passages."), (UnseenTest.Parts.regions, "Each region by models")])
  func theHeadingSaysHowTheCoderWasTested(unseen: UnseenTest.Parts?, expected: String) throws {
    var evaluation = try Self.evaluation()
    evaluation.unseen = unseen
    evaluation.coder = .combined
    let lines = EvaluationText(evaluation).text.split(separator: "\n")
    #expect(lines[1].hasPrefix("Coder: combined. \(expected)"))
  }

  @Test func textShowsFiguresAndEvidence() throws {
    let text = EvaluationText(try Self.evaluation()).text
    #expect(text.contains("\nx.one  2   .500  1.00 1.00–1.00"))
    #expect(text.contains("not in the gold: x.three (assigned 1×)"))
    #expect(
      text.contains(
        "- x.two  b#1  kk  score .63  given by 1 of the coders\n  b 1\n  ← words  (entry-x.two: rule)"))
    #expect(text.contains("language kk"))
    let short = EvaluationText(try Self.evaluation(), mistakes: 0).text
    #expect(!short.contains("←"))
  }

  @Test(arguments: [
    (Measure.value(0.834), 2, ".83"), (.value(1), 2, "1.00"), (.value(-0.066), 2, "−.07"),
    (.value(0), 2, ".00"),
    (.value(0.0996), 3, ".100"), (.value(-0.001), 2, ".00"), (.undefined(.absent), 2, "–"),
  ])
  func numbers(measure: Measure, digits: Int, expected: String) {
    #expect(EvaluationText.number(measure, digits: digits) == expected)
  }
}
