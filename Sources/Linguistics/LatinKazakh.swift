/// Latin-script Kazakh read as Cyrillic, by the rules in `kk-latin-2018.txt` and `kk-latin-2021.txt`.
struct LatinKazakh {
  private let rules2018 = Transliterator(rules: DataFile.bytes("kk-latin-2018.txt"))
  private let rules2021 = Transliterator(rules: DataFile.bytes("kk-latin-2021.txt"))

  /// The word in Cyrillic; unchanged where the rules do not compile, which the tests exclude.
  func cyrillic(_ form: [UInt8], is2021: Bool) -> [UInt8] {
    (is2021 ? rules2021 : rules2018)?.transliterate(form) ?? form
  }

  /// Letters of a word that only the alphabet of 2018 has (á ǵ ń ó ú ý), and that only that of 2021 has
  /// (ä ğ ñ ŋ ö ş ū ü).
  static func alphabetMarks(_ form: Span<UInt8>) -> (older: Int, newer: Int) {
    var older = 0
    var newer = 0
    var i = 0
    while i < form.count {
      let (c, length) = form.scalar(at: i, end: form.count)
      i += length
      switch c {
      case 0xE1, 0x1F5, 0x144, 0xF3, 0xFA, 0xFD: older += 1
      case 0xE4, 0x11F, 0xF1, 0x14B, 0xF6, 0x15F, 0x16B, 0xFC: newer += 1
      default: break
      }
    }
    return (older, newer)
  }
}
