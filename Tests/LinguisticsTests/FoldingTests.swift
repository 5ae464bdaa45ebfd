import Testing

@testable import Linguistics

/// What matching compares: see `TypeTable`.
struct FoldingTests {
  static let rows: [(name: String, form: String, folded: String)] = [
    ("capitals", "МӘСЛИХАТ", "мәслихат"),
    ("ё as е", "Отчёт", "отчет"),
    ("й stays", "Район", "район"),
    ("й of two code points", "раи\u{306}он", "район"),
    ("ё of two code points", "отче\u{308}т", "отчет"),
    ("stress mark", "Ада\u{301}м", "адам"),
    ("Latin i in Cyrillic", "жергiлiктi", "жергілікті"),
    ("Latin capitals in Cyrillic", "ШЕШIМ", "шешім"),
    ("Latin c", "cесcия", "сессия"),
    ("Latin H and h", "Hалоговые", "налоговые"),
    ("Latin schwa", "мəслихат", "мәслихат"),
    ("Latin Y for Ү beside front vowels", "Yкімет", "үкімет"),
    ("Cyrillic о in Latin", "Zооm", "zoom"),
    ("no look-alike: left alone", "SMSтер", "smsтер"),
    ("parts are judged one by one", "USB-порты", "usb-порты"),
    ("Roman, Cyrillic letters", "ХХІІ", "xxii"),
    ("Roman, both alphabets", "XLVIІІ", "xlviii"),
    ("Roman, Cyrillic І and Latin V", "ІV", "iv"),
    ("Roman with an ending", "ХХІ-ші", "xxi-ші"),
    ("Roman in a citation", "9/9-VIІI", "9/9-viii"),
    ("tens alone", "ХХ", "xx"),
    ("not Roman: a preposition", "С", "с"),
    ("not Roman: an abbreviation", "ІІМ", "іім"),
    ("soft hyphen", "мәс\u{AD}лихат", "мәслихат"),
    ("zero-width space", "мәс\u{200B}лихат", "мәслихат"),
    ("byte order mark", "\u{FEFF}мәслихат", "мәслихат"),
    ("non-breaking hyphen", "сондай\u{2011}ақ", "сондай-ақ"),
    ("apostrophe", "д’Арк", "д'арк"),
    ("full case folding", "Straße", "strasse"),
    ("Greek", "ΣΊΣΥΦΟΣ", "σίσυφοσ"),
  ]

  @Test(arguments: rows) func folded(_ row: (name: String, form: String, folded: String)) {
    #expect(Analysed(row.form, language: .kk).types == [row.folded], "\(row.name)")
    #expect(TypeTable.folded(row.form) == row.folded)
  }

  @Test(arguments: [
    (
      "Biz qazaq tilinde sóıleımiz jáne Qazaqstanda turamyz",
      "біз қазақ тілінде сөйлейміз және қазақстанда тұрамыз"
    ),
    (
      "Bız qazaq tılınde söileimız jäne Qazaqstanda tūramyz",
      "біз қазақ тілінде сөйлейміз және қазақстанда тұрамыз"
    ),
  ]) func latinKazakhIsReadAsCyrillic(_ row: (latin: String, cyrillic: String)) {
    let analysed = Analysed(row.latin)
    #expect(analysed.languages == [.kk])
    #expect(analysed.types.joined(separator: " ") == row.cyrillic)
  }

  @Test func normalisationFormsGiveTheSameTypes() {
    for paragraph in sampleParagraphs {
      let composed = Analysed(paragraph)
      let decomposed = Analysed(String(decoding: decomposedKazakh(paragraph), as: UTF8.self))
      #expect(composed.types == decomposed.types)
    }
  }

  /// й, ё and accented Latin letters taken apart.
  private func decomposedKazakh(_ text: String) -> [UInt8] {
    let parts: [UInt32: [UInt32]] = [
      0x439: [0x438, 0x306], 0x419: [0x418, 0x306], 0x451: [0x435, 0x308], 0x401: [0x415, 0x308],
      0xE1: [0x61, 0x301], 0xE4: [0x61, 0x308], 0x457: [0x456, 0x308],
    ]
    return text.unicodeScalars.flatMap { parts[$0.value] ?? [$0.value] }.utf8
  }
}
