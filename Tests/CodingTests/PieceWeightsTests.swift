import Linguistics
import TestSupport
import Testing

@testable import Coding

/// The features of a model as scoring finds them.
@Suite struct PieceWeightsTests {
  private static func table(_ features: [String], codes: Int = 20) -> PieceWeights {
    PieceWeights(
      features, codeCount: codes, offsets: (0...features.count).map(Int32.init),
      weights: features.indices.map { CodeWeight(code: Int32($0 % codes), value: Float($0 + 1)) })
  }

  static let features = [
    "<б", "бю", "бюд", "бюдж", "жет>", "<0>", "a", "ab", "abc", "abcd", "abcdabcd", "lexicon:form.hearing",
    "ұлттық",
    "𐍈", "№ 1>",
  ]

  @Test(arguments: features.indices) func everyFeatureIsFound(_ number: Int) {
    let table = Self.table(Self.features)
    #expect(table.find(Self.features[number]) == number)
    for code in 0..<20 {
      #expect(table.weight(number, code) == (code == number % 20 ? Float(number + 1) : 0))
    }
  }

  @Test(arguments: ["", "б", "юдж", "бюдже", "b", "abcdabc", "lexicon:form", "ұлттықт"])
  func othersAreNot(_ piece: String) {
    #expect(Self.table(Self.features).find(piece) == nil)
  }

  @Test(arguments: [1, 15, 16, 17, 49]) func anyNumberOfCodes(_ codes: Int) {
    let table = Self.table(Self.features, codes: codes)
    for number in Self.features.indices { #expect(table.weight(number, number % codes) == Float(number + 1)) }
  }

  @Test func manyFeatures() {
    let many = (0..<20_000).map { String($0, radix: 7) }
    let table = Self.table(many)
    for (number, feature) in many.enumerated() {
      #expect(table.find(feature) == number)
    }
    #expect(table.find("8") == nil)
  }

  @Test func noFeaturesAndNoCodes() {
    #expect(PieceWeights([], codeCount: 0, offsets: [0], weights: []).find("a") == nil)
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
      let (sums, sumsAgain) = (remembering.sums, forgetting.sums)
      #expect(sums == sumsAgain)
      for code in 0..<4 {
        let words = remembering.strongestWords(for: code, limit: 2).map(\.word.token)
        let wordsAgain = forgetting.strongestWords(for: code, limit: 2).map(\.word.token)
        #expect(words == wordsAgain)
      }
    }
  }

  /// What a walk through the tree finds is what looking up each piece finds, for words of any script, and a sum of
  /// weights does not depend on whether a feature has few of them or many.
  @Test(arguments: 1...20) func aWalkFindsWhatLookingUpFinds(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    // With more letters than the tree has codes for in every fourth round.
    let letters = Array(
      seed % 4 == 0
        ? "абвгдежз" + String(String.UnicodeScalarView((0x100..<0x1A0).compactMap(Unicode.Scalar.init)))
        : "абүі-.зь")
    func word(_ lengths: ClosedRange<Int>) -> String {
      String(
        (0..<Int.random(in: lengths, using: &random)).map { _ in letters.randomElement(using: &random) ?? "а"
        })
    }
    var names: Set<String> = ["lexicon:form.hearing", "語", "語言", "<语>"]
    for _ in 0..<400 {
      names.insert(
        ["", "<"].randomElement(using: &random)! + word(1...4) + (Bool.random(using: &random) ? ">" : ""))
    }
    let features = seed % 2 == 0 ? names.sorted() : Array(names)
    let codeCount = 40
    var offsets: [Int32] = [0]
    var weights: [CodeWeight] = []
    for _ in features {
      let codes = (0..<codeCount).shuffled(using: &random).prefix(
        [1, 3, 16, 17, 40].randomElement(using: &random) ?? 1)
      for code in codes {
        weights.append(CodeWeight(code: Int32(code), value: Float.random(in: -1...1, using: &random)))
      }
      offsets.append(Int32(weights.count))
    }
    let table = PieceWeights(features, codeCount: codeCount, offsets: offsets, weights: weights)
    let numbers = Dictionary(uniqueKeysWithValues: features.enumerated().map { ($1, $0) })
    var pieces = WordPieces()
    var subwords = Subwords()
    for form in (0..<200).map({ _ in word(0...12) }) + ["", "2024", "語言", "аб語言", word(45...50)] {
      let bytes = Array(form.utf8)
      pieces.find(in: bytes.span, table)
      var expected: [Int32] = []
      let count = subwords.forEach(in: bytes.span) { piece in
        let name = piece.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        if let number = numbers[name] { expected.append(Int32(number)) }
      }
      #expect(Array(pieces.features) == expected, "\(form)")
      #expect(pieces.count == count)
      var sums = Array(repeating: PieceWeights.Lanes.zero, count: table.width)
      table.add(pieces.features, to: &sums)
      for code in 0..<codeCount {
        let sum = expected.reduce(Float(0)) { $0 + table.weight(Int($1), code) }
        #expect(sums[code / 16][code % 16] == sum)
      }
    }
  }
}
