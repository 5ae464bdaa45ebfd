import TestSupport
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

  @Test func namesAreInTheOrderOfTheKazakhAlphabet() {
    let names = [
      "2-сессия", "Анар", "Әлия", "Болат", "Ғалым", "Ербол", "Қайрат", "Құрман", "Ленин", "Нұр", "Ңұр",
      "Оспан", "Өмір",
      "Серік Б.", "Серікбай", "Ұлан", "Үміт", "Ходанов", "Һарун", "Ырыс", "Ілияс", "Юрий", "Anna", "Zhan",
    ]
    var random = SeededGenerator(seed: 11)
    for _ in 0..<20 { #expect(ICU.alphabetical(names.shuffled(using: &random)) == names) }
    let twins = ICU.alphabetical(["й", "и\u{306}"]).map { Array($0.utf8) }
    #expect(twins == ["и\u{306}", "й"].map { Array($0.utf8) }, "equal names in the order of their bytes")
    #expect(ICU.alphabetical([]) == [])
  }
}
