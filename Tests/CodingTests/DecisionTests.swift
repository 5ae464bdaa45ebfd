import Coding
import Foundation
import Linguistics
import Testing

/// From hits to codes: overlaps, weights, thresholds.
@Suite struct DecisionTests {
  @Test func withinOneCodeTheLongestHitWins() throws {
    let lexicon = try compile([
      "a-water\tresults.water\t\tвода", "b-drinking\tresults.water\t\tпитьевой вода",
      "c-supply\tresults.water\t\tподача питьевой вода",
    ])
    let found = coding("подача питьевой воды, вода", .ru, lexicon).codes.flatMap(\.evidence)
    #expect(found.map { lexicon.entries[$0.entry].entry.id } == ["c-supply", "a-water"])
  }

  @Test func partlyOverlappingHitsOfEqualLengthLeaveTheEarlier() throws {
    let lexicon = try compile(["a\tresults.water\t\tвода село", "b\tresults.water\t\tремонт вода"])
    let found = coding("ремонт воды села", .ru, lexicon).codes.flatMap(\.evidence)
    #expect(found.map { lexicon.entries[$0.entry].entry.id } == ["b"])
  }

  @Test func hitsOfDifferentCodesDoNotDisturbEachOther() throws {
    let lexicon = try compile([
      "a\tresults.water\t\tвода село дорога", "b\tresults.roads\t\tдорога", "c\ttopic.water\t\tвода",
    ])
    #expect(codes("вода села дорога", .ru, lexicon) == ["results.water", "results.roads", "topic.water"])
  }

  @Test func anEntryOfTwoCodesGivesBoth() throws {
    let lexicon = try compile(["a\ttopic.water results.water\t\tвода"])
    #expect(codes("вода", .ru, lexicon) == ["results.water", "topic.water"])
  }

  @Test(
    "the weights of distinct entries are summed",
    arguments: [
      ("вода", [String]()), ("вода вода вода", []), ("вода труба", ["results.water"]),
      ("насос", ["results.water"]),
      ("насос не наш", ["results.water"]), ("насос кино", []), ("вода труба кино", []),
    ])
  func weights(_ text: String, _ expected: [String]) throws {
    let lexicon = try compile([
      "a\tresults.water\t\tвода\t\t\t0.5", "b\tresults.water\t\tтруба\t\t\t0.5", "c\tresults.water\t\tнасос",
      "d\tresults.water\t\tкино\t\t\t-1",
    ])
    #expect(codes(text, .ru, lexicon) == expected)
  }

  @Test func aLongerTermOfWeightZeroTakesAFalseFriendAway() throws {
    let lexicon = try compile(["a\tresults.water\t\tвода", "b\tresults.water\t\tживая вода\t\t\t0"])
    #expect(codes("живая вода", .ru, lexicon) == [])
    #expect(codes("живая вода и вода", .ru, lexicon) == ["results.water"])
  }

  @Test("a code may have another threshold", arguments: [("вода", 0), ("вода труба", 1)])
  func threshold(_ text: String, _ count: Int) throws {
    let lexicon = try compile(["a\tresults.strict\t\tвода", "b\tresults.strict\t\tтруба"])
    #expect(codes(text, .ru, lexicon).count == count)
  }

  @Test func roundingDoesNotMissTheThreshold() throws {
    let lexicon = try compile(
      (0..<10).map { "e\($0)\tresults.water\t\tслово\($0)\t\t\t0.1" })
    #expect(codes((0..<10).map { "слово\($0)" }.joined(separator: " "), .ru, lexicon) == ["results.water"])
  }

  @Test func scoreGrowsWithTheSumAndStaysBelowOne() {
    func score(_ sum: Double) -> Double { CodeAssignment(scheme: 0, code: 0, sum: sum, evidence: []).score }
    #expect(abs(score(1) - 0.632) < 0.001)
    #expect(abs(score(2) - 0.865) < 0.001)
    #expect(score(1) < score(1.5) && score(20) < 1)
  }

  @Test func severalCodebooksAreCodedAtOnceAndIndependently() throws {
    let first = try CodebookLoader.load(testCodebook, file: "a")
    let other = try CodebookLoader.load(
      testCodebook.replacing("codebook: test", with: "codebook: other"), file: "b")
    let water = CodingScheme(codebook: first, layers: [try layer(["w\tresults.water\t\tвод"], first)])
    // Its longer lemma would take the form from the first codebook's, were they in one layer.
    let roads = CodingScheme(codebook: other, layers: [try layer(["w\tresults.roads\t\tвода"], other)])
    let both = compile([water, roads])
    let coding = coding("вода", .ru, both)
    #expect(coding.codes.map(\.scheme) == [0, 1])
    #expect(coding.codes.map { both.code($0).id } == ["results.water", "results.roads"])
    #expect(codes("вода", .ru, compile([water])) == ["results.water"])
  }

  @Test func layersDoNotTakeFormsFromEachOther() throws {
    let codebook = try CodebookLoader.load(testCodebook, file: "a")
    let base = try layer(["base\tresults.water\t\tвод"], codebook)
    let pack = try layer(["pack\tresults.roads\t\tвода"], codebook, name: "pack")
    #expect(codes("вода", .ru, compile([CodingScheme(codebook: codebook, layers: [base, pack])])).count == 2)
    let one = LexiconLayer(name: "one", entries: base.entries + pack.entries)
    #expect(codes("вода", .ru, compile([CodingScheme(codebook: codebook, layers: [one])])).count == 1)
  }
}
