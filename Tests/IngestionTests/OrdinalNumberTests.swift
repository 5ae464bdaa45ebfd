import Testing

@testable import Ingestion

@Suite struct OrdinalNumberTests {
  @Test(arguments: [
    ("44", 44), ("44-ші", 44), ("12-я", 12), ("12-й", 12), ("6-го", 6), ("XVIII", 18), ("LXXI", 71),
    ("ХХІІ", 22),  // Cyrillic
    ("ІV", 4), ("XLVIІІ", 48), ("ХХХІІ", 32), ("XCIX", 99), ("CXX", 120),
    ("восьмого", 8), ("двадцать первой", 21), ("третьего", 3), ("сорок четвёртая", 44),
    ("сто двадцатая", 120),
    ("шестидесятая", 60), ("жетінші", 7), ("он тоғызыншы", 19), ("жиырма бірінші", 21), ("алпысыншы", 60),
    ("жүз жиырмасыншы", 120), ("СЕДЬМОГО", 7), ("Сегізінші", 8), ("XV-ші", 15),
  ])
  func value(written: String, value: Int) {
    #expect(OrdinalNumber.parse(written)?.value == value)
  }

  @Test(arguments: [
    "", "0", "121", "IIII", "VX", "IC", "xviii", "слово", "двадцать", "он", "-", "999999999999999999",
    "XVIIIa", "двадцать тридцатая",
  ])
  func noValue(written: String) {
    #expect(OrdinalNumber.parse(written) == nil)
  }

  /// Roman numerals in Latin and in Cyrillic look-alikes.
  @Test(arguments: 1...120) func romanIsReadBack(value: Int) {
    let parts: [(Int, String)] = [
      (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = value
    var latin = ""
    for (size, letters) in parts {
      while rest >= size {
        latin += letters
        rest -= size
      }
    }
    let mixed = latin.replacing("X", with: "Х").replacing("I", with: "І").replacing("C", with: "С")
    #expect(OrdinalNumber.parse(latin)?.value == value)
    #expect(OrdinalNumber.parse(mixed)?.value == value)
  }

  @Test(arguments: [
    ("XII очередную сессию седьмого созыва", SessionMention(number: 12, kind: .regular, convocation: 7)),
    ("VIII шақырылған кезекті ХІІ сессиясы өтті", SessionMention(number: 12, kind: .regular, convocation: 8)),
    (
      "VI шақырылған Алматы қаласы мәслихатының кезектен тыс LXIII сессиясының хаттамасы",
      SessionMention(number: 63, kind: .extraordinary, convocation: 6)
    ),
    (
      "LXXI внеочередной сессии маслихата VI созыва",
      SessionMention(number: 71, kind: .extraordinary, convocation: 6)
    ),
    ("XLV (45) сессиясы", SessionMention(number: 45)),
    ("XIII (13) сессиясының хаттамасы № 13", SessionMention(number: 13)),
    ("17-сессия 7-шақырылым", SessionMention(number: 17, convocation: 7)),
    ("XХХVIII–сессия", SessionMention(number: 38)), ("44-ші сессиясы", SessionMention(number: 44)),
    ("он тоғызыншы сессия", SessionMention(number: 19)),
    ("LX сессии Уланского районного маслихата шестого созыва", SessionMention(number: 60, convocation: 6)),
    ("двадцать первая внеочередная сессия", SessionMention(number: 21, kind: .extraordinary)),
    ("6-шақырылым депутаттары", SessionMention(convocation: 6)),
    ("сессия № 12", SessionMention(number: 12)),
    ("6 шақырылымның 25-ші сессиясы", SessionMention(number: 25, convocation: 6)),
    ("ХХХІІ-нші сессиясы", SessionMention(number: 32)),
    ("12 сессия VIII созыва", SessionMention(number: 12, convocation: 8)),
  ])
  func session(text: String, expected: SessionMention) {
    #expect(SessionParser().session(in: text) == expected)
  }

  @Test(arguments: [
    "", "17 сессий", "Жыл ішінде 11 сессия шақырылды", "Состоялось 11 сессий", "сессия", "күн",
  ])
  func countIsNoSession(text: String) {
    #expect(SessionParser().session(in: text)?.number == nil)
  }
}
