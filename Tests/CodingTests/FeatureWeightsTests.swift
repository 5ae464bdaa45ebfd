import Linguistics
import TestSupport
import Testing

@testable import Coding

/// The features of a model as scoring finds and sums them.
@Suite struct FeatureWeightsTests {
  private static func table(_ features: [String], codes: Int = 20) -> FeatureWeights {
    FeatureWeights(
      features, codeCount: codes, offsets: (0...features.count).map(Int32.init),
      weights: features.indices.map { CodeWeight(code: Int32($0 % codes), value: Float($0 + 1)) })
  }

  static let features = [
    "бю*", "бюд*", "бюдж*", "бюджет", "0", "a", "ab*", "abc*", "abcd", "abcdabcd*", "lexicon:form.hearing",
    "field:water", "ұлттық", "𐍈", "№ 1>", "*",
  ]

  @Test(arguments: features.indices) func everyFeatureIsFound(_ number: Int) {
    let table = Self.table(Self.features)
    #expect(table.find(Self.features[number]) == number)
    for code in 0..<20 {
      #expect(table.weight(number, code) == (code == number % 20 ? Float(number + 1) : 0))
    }
  }

  @Test(arguments: ["", "б*", "бю", "бюдже*", "b", "abcdabc*", "lexicon:form", "ұлттық*", "1"])
  func othersAreNot(_ name: String) {
    #expect(Self.table(Self.features).find(name) == nil)
  }

  @Test(arguments: [1, 15, 16, 17, 49]) func anyNumberOfCodes(_ codes: Int) {
    let table = Self.table(Self.features, codes: codes)
    for number in Self.features.indices { #expect(table.weight(number, number % codes) == Float(number + 1)) }
  }

  @Test func manyFeatures() {
    let many = (0..<20_000).map { "b" + String($0, radix: 7) + ($0 % 2 == 0 ? "*" : "") }
    let table = Self.table(many)
    for (number, feature) in many.enumerated() {
      #expect(table.find(feature) == number)
    }
    #expect(table.find("b8") == nil)
  }

  @Test func noFeaturesAndNoCodes() {
    #expect(FeatureWeights([], codeCount: 0, offsets: [0], weights: []).find("a") == nil)
  }

  /// The score of a word is the sum over its beginnings that the model has, whether or not those between are known, and
  /// in whichever order the features stand and words are met.
  @Test(arguments: 1...20) func aWordScoresTheSumOfItsBeginnings(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func word(_ lengths: ClosedRange<Int>) -> String {
      String(
        (0..<Int.random(in: lengths, using: &random)).map { _ in "абү".randomElement(using: &random) ?? "а" })
    }
    var names: Set<String> = []
    for _ in 0..<300 {
      let beginning = word(1...13) + (Bool.random(using: &random) ? "*" : "")
      if WordBeginnings(named: beginning) != nil { names.insert(beginning) }
    }
    let codeCount = [1, 16, 17, 40][Int(seed) % 4]
    let features = names.sorted().shuffled(using: &random).map { name in
      let weights = (0..<codeCount).shuffled(using: &random).prefix(
        Int.random(in: 1...codeCount, using: &random))
      return (
        name,
        weights.map {
          LearnedModel.Weight(code: $0, value: Double(Int.random(in: -8...8, using: &random)) / 4)
        }
      )
    }
    let model = LearnedModel(
      codes: (0..<codeCount).map {
        .init(id: "c.\($0)", bias: 0, threshold: 0, decision: .learned, examples: 1)
      },
      features: features)
    let weights = Dictionary(uniqueKeysWithValues: features)
    var text = TestText()
    let forms = (0..<60).map { _ in word(1...14) }
    let passages = forms.map { text.append($0, .ru) }
    var scores = TypeScores(model)
    for (form, sentences) in zip(forms + forms, passages + passages) {
      let isScored = scores.score(text.analysis, sentences, text.types)
      #expect(isScored)
      let beginnings = WordBeginnings(Array(form.utf8).span)
      var expected = Array(repeating: 0.0, count: codeCount)
      beginnings.forEachName { name in
        let name = name.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        for weight in weights[name] ?? [] { expected[weight.code] += weight.value * Double(beginnings.norm) }
      }
      for code in 0..<codeCount {
        #expect(abs(Double(scores.sums[code]) - expected[code]) < 1e-4, "\(form)")
        for word in scores.strongestWords(for: code, limit: 1) {
          let feature = scores.strongestFeature(of: word.word, for: code)
          #expect(feature.map { model.weights.weight($0, code) > 0 } == true)
        }
      }
    }
  }
}
