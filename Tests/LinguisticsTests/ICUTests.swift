import Testing

@testable import Linguistics

struct ICUTests {
  @Test func normalisesAndFolds() {
    #expect(ICU.nfc("раи\u{306}он".utf8) == Array("район".utf8))
    #expect(ICU.folded("Straße İ".utf8) == Array("strasse i\u{307}".utf8))
    #expect(ICU.nfc([UInt8](repeating: 0x61, count: 5_000)).count == 5_000)
  }

  @Test(arguments: ["kk-latin-2018.txt", "kk-latin-2021.txt"]) func transliterationRulesCompile(
    _ file: String
  ) {
    #expect(Transliterator(rules: DataFile.bytes(file)) != nil)
  }
}
