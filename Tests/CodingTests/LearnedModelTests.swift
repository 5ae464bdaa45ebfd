import Foundation
import Testing

@testable import Coding

/// The learned model's files.
@Suite struct LearnedModelTests {
  private static let codes = [
    LearnedModel.Code(id: "results.water", bias: -1.5, threshold: 0, decision: .learned, examples: 12),
    LearnedModel.Code(id: "topic.water", bias: 0.25, threshold: -0.125, decision: .either, examples: 3),
  ]

  private static func model() -> LearnedModel {
    LearnedModel(
      codes: codes,
      features: [
        ("су*", [.init(code: 0, value: 0.5), .init(code: 1, value: -12.0345)]),
        ("lexicon:results.water", [.init(code: 0, value: 2)]),
      ])
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let files = Self.model().files(heading: ["a heading"])
    let read = try LearnedModel(codes: files.codes, weights: files.weights, folder: "model")
    #expect(read.codes == Self.codes)
    #expect(read.features == ["су*", "lexicon:results.water"])
    #expect(read.files(heading: ["a heading"]) == files)
    #expect(String(decoding: files.weights, as: UTF8.self).contains("су*\t0:.5 1:-12.0345\n"))
  }

  @Test(arguments: [
    (0.0, "0"), (1, "1"), (-1, "-1"), (0.5, ".5"), (-0.0345, "-.0345"), (12.3, "12.3"), (0.00004, "0"),
    (0.00005, ".0001"), (1.99996, "2"),
  ])
  func numbersAreShort(value: Double, text: String) {
    #expect(LearnedModel.decimals(value) == text)
  }

  @Test(
    "a damaged file is named with its line",
    arguments: [
      "су*\n", "су*\t\n\t0:1\n", "су*\t2:1\n", "су*\t0:\n", "су*\t0:1,1:1\n", "су*\t0:1e5\n", "су*\t0.5:1\n",
      "су*\t-1:1\n", "су*\t0:--1\n",
    ])
  func damagedWeights(weights: String) throws {
    let codes = Self.model().files(heading: []).codes
    let error = #expect(throws: CodebookError.self) {
      try LearnedModel(codes: codes, weights: Array(("# fine\n" + weights).utf8), folder: "model")
    }
    #expect(error?.issues.first?.file == "model/weights.tsv")
    #expect((error?.issues.first?.line ?? 0) >= 2)
    #expect(error?.description.contains("hattama train") == true)
  }

  @Test(arguments: [
    "results.water\t0\t0\tlearned\n", "results.water\tx\t0\tlearned\t1\n", "results.water\t0\t0\tguess\t1\n",
  ])
  func damagedCodes(codes: String) {
    #expect(throws: CodebookError.self) {
      try LearnedModel(codes: Array(codes.utf8), weights: [], folder: "model")
    }
  }

  @Test func malformedBytesAreNoFeature() {
    let codes = Self.model().files(heading: []).codes
    #expect(throws: CodebookError.self) {
      try LearnedModel(codes: codes, weights: [0xd1, 0x09, 0x30, 0x3a, 0x31, 0x0a], folder: "model")
    }
  }
}
