import Linguistics

/// Names unusual writing, so that a reader knows why a document matches less, or by a detour: Kazakh typed without its
/// own letters, Kazakh or Russian in Latin letters, Arabic script.
enum ScriptNotes {
  /// Texts with fewer letters say too little of their script.
  private static let enoughLetters = 200
  /// Kazakh text has one of its own letters (ә ғ қ ң ө ұ ү һ і) in about every sixth place.
  private static let kazakhLetterShare = 0.01
  /// The beginning of a text tells its writing. Bytes.
  private static let sample = 4096

  /// - Parameter text: of all passages, UTF-8.
  static func issues(in text: Span<UInt8>, language: Language) -> [Issue] {
    var cyrillic = 0
    var kazakh = 0
    var latin = 0
    var arabic = 0
    var previous: UInt8 = 0
    for i in 0..<min(text.count, sample) {
      let byte = text[i]
      switch byte {
      case 0xd0, 0xd1: cyrillic += 1
      case 0xd2, 0xd3:
        cyrillic += 1
        kazakh += 1
      case 0x96 where previous == 0xd1, 0x86 where previous == 0xd0: kazakh += 1
      case 0x41...0x5a, 0x61...0x7a, 0xc3...0xc9: latin += 1
      case 0xd8...0xdb: arabic += 1
      default: break
      }
      previous = byte
    }
    let letters = cyrillic + latin + arabic
    guard letters >= enoughLetters else { return [] }
    if arabic * 2 > letters {
      return [Issue(.note, "arabic-script", "the text is in Arabic letters; it is shown and not coded")]
    }
    guard language == .kk || language == .ru || language == .mixed else { return [] }
    if latin * 2 > letters {
      return [
        Issue(
          .note, "latin-script",
          language == .kk
            ? "the text is Kazakh in Latin letters; it is matched through its Cyrillic form"
            : "the text is Russian in Latin letters, as automatic transliteration makes it; it is hardly matched"
        )
      ]
    }
    if language == .kk, Double(kazakh) < kazakhLetterShare * Double(cyrillic) {
      return [
        Issue(
          .note, "kazakh-letters-missing",
          "the text is Kazakh without its letters ә ғ қ ң ө ұ ү һ і; terms that have them are not found")
      ]
    }
    return []
  }
}
