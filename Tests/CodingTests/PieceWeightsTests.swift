import Linguistics
import Testing

@testable import Coding

/// The features of a model as scoring finds them.
@Suite struct PieceWeightsTests {
  private static func table(_ features: [String], codes: Int = 20) -> PieceWeights {
    PieceWeights(
      features, codeCount: codes, offsets: (0...features.count).map(Int32.init),
      codes: features.indices.map { UInt16($0 % codes) }, values: features.indices.map { Float($0 + 1) })
  }

  static let features = [
    "<б", "бю", "бюд", "бюдж", "жет>", "<0>", "a", "ab", "abc", "abcd", "abcdabcd", "lexicon:form.hearing",
    "ұлттық",
    "𐍈", "№ 1>",
  ]

  @Test(arguments: features.indices) func everyFeatureIsFound(_ number: Int) {
    let table = Self.table(Self.features)
    #expect(table.find(Array(Self.features[number].utf8).span) == number)
    for code in 0..<20 {
      #expect(table.weight(number, code) == (code == number % 20 ? Float(number + 1) : 0))
    }
  }

  @Test(arguments: ["", "б", "юдж", "бюдже", "b", "abcdabc", "lexicon:form", "ұлттықт"])
  func othersAreNot(_ piece: String) {
    #expect(Self.table(Self.features).find(Array(piece.utf8).span) == nil)
  }

  @Test(arguments: [1, 15, 16, 17, 49]) func anyNumberOfCodes(_ codes: Int) {
    let table = Self.table(Self.features, codes: codes)
    for number in Self.features.indices { #expect(table.weight(number, number % codes) == Float(number + 1)) }
  }

  @Test func manyFeatures() {
    let many = (0..<20_000).map { String($0, radix: 7) }
    let table = Self.table(many)
    for (number, feature) in many.enumerated() {
      #expect(table.find(Array(feature.utf8).span) == number)
    }
    #expect(table.find(Array("8".utf8).span) == nil)
  }

  @Test func noFeaturesAndNoCodes() {
    #expect(PieceWeights([], codeCount: 0, offsets: [0], codes: [], values: []).find([0x61].span) == nil)
  }

  /// What is forgotten to bound memory is found out again, to the last bit.
  @Test(arguments: [0, 1, 3]) func passagesScoreTheSameWhateverWasForgotten(limit: Int) {
    let model = LearnedModel(
      codes: (0..<20).map {
        .init(id: "c.\($0)", bias: 0.1, threshold: 0, decision: .learned, examples: 1)
      },
      features: Self.features.enumerated().map { number, name in
        (name, [.init(code: number % 20, value: 0.1 * Double(number + 1)), .init(code: 3, value: 0.7)])
      })
    var text = TestText()
    var passages: [Range<Int>] = []
    for passage in ["бюджет бюро бюджеты", "абв бюджет 2024", "бюро"] {
      passages.append(text.append(passage, .ru))
    }
    var remembering = TypeScores(model)
    var forgetting = TypeScores(model)
    forgetting.rowLimit = limit
    for sentences in passages + passages {
      let isScored = remembering.score(text.analysis, sentences, text.types)
      let isScoredAgain = forgetting.score(text.analysis, sentences, text.types)
      #expect(isScored && isScoredAgain)
      #expect(forgetting.sums == remembering.sums)
      for code in 0..<4 {
        #expect(
          forgetting.strongestWords(for: code, limit: 2).map(\.word.token)
            == remembering.strongestWords(for: code, limit: 2).map(\.word.token))
      }
    }
  }
}
