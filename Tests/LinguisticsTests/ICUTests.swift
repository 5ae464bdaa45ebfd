import Testing

@testable import Linguistics

struct ICUTests {
  @Test func charsetsAreDetectedAndConverted() throws {
    let text = "Депутаты районного маслихата единогласно утвердили бюджет и план работы на год."
    let cp1251: [UInt8] = text.unicodeScalars.map { c in
      switch c.value {
      case 0x410...0x44F: UInt8(c.value - 0x410 + 0xC0)
      default: UInt8(c.value & 0x7F)
      }
    }
    let match = try #require(ICU.detectCharset(of: cp1251).first)
    #expect(match.name == "windows-1251")
    let converted = try #require(ICU.utf8(from: cp1251, charset: match.name))
    #expect(String(decoding: converted.text, as: UTF8.self) == text)
    #expect(converted.invalid == 0)
  }

  @Test func malformedSequencesAreCounted() throws {
    let converted = try #require(ICU.utf8(from: [0x61, 0xFF, 0xFE, 0x62], charset: "UTF-8"))
    #expect(String(decoding: converted.text, as: UTF8.self) == "a\u{FFFD}\u{FFFD}b")
    #expect(converted.invalid == 2)
    #expect(ICU.utf8(from: [0x61], charset: "no-such-charset") == nil)
    #expect(ICU.utf8(from: [], charset: "UTF-8")?.text == [])
  }

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
