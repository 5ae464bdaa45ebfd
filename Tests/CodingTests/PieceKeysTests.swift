import Testing

@testable import Coding

struct PieceKeysTests {
  static let features = [
    "<б", "бю", "бюд", "бюдж", "жет>", "<0>", "ab", "lexicon:form.hearing", "ұлттық", "𐍈",
  ]

  @Test(arguments: features.indices) func everyFeatureHasItsNumber(_ number: Int) {
    #expect(PieceKeys(Self.features).find(Array(Self.features[number].utf8).span) == number)
  }

  @Test(arguments: ["", "б", "юдж", "бюдже", "lexicon:form", "ұлттықт"]) func othersHaveNone(_ piece: String)
  {
    #expect(PieceKeys(Self.features).find(Array(piece.utf8).span) == nil)
  }

  @Test func manyFeatures() {
    let many = (0..<20_000).map { String($0, radix: 7) }
    let keys = PieceKeys(many)
    for (number, feature) in many.enumerated() { #expect(keys.find(Array(feature.utf8).span) == number) }
    #expect(keys.find(Array("8".utf8).span) == nil)
  }

  @Test func noFeatures() { #expect(PieceKeys([]).find(Array("а".utf8).span) == nil) }
}
