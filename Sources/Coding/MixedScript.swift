/// Finds words typed with letters of both alphabets, such as `cу` with a Latin c.
enum MixedScript {
  struct Foreign: Equatable {
    var letter: Unicode.Scalar
    var script: String
  }

  /// The first letter of the script that is rarer in a part of `word` that mixes both; nil where no part does.
  ///
  /// Parts are what hyphens separate, so `IT-сала` is fine. A draw names the Latin letter.
  static func firstForeignLetter(in word: String) -> Foreign? {
    for part in word.unicodeScalars.split(whereSeparator: { $0 == "-" || $0 == "\u{2011}" }) {
      let latin = part.filter(isLatin)
      let cyrillic = part.filter(isCyrillic)
      guard !latin.isEmpty, !cyrillic.isEmpty else { continue }
      if latin.count <= cyrillic.count, let letter = latin.first {
        return Foreign(letter: letter, script: "Latin")
      }
      if let letter = cyrillic.first { return Foreign(letter: letter, script: "Cyrillic") }
    }
    return nil
  }

  static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F: true
    default: false
    }
  }

  static func isCyrillic(_ scalar: Unicode.Scalar) -> Bool { (0x400...0x52F).contains(scalar.value) }

  /// Letters that Kazakh has and Russian has not.
  static func isKazakhOnly(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "ә", "ғ", "қ", "ң", "ө", "ұ", "ү", "һ", "і", "Ә", "Ғ", "Қ", "Ң", "Ө", "Ұ", "Ү", "Һ", "І": true
    default: false
    }
  }
}
