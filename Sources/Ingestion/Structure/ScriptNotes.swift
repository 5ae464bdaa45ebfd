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
    let text = text.extracting(..<min(text.count, sample))
    let cyrillic = ByteLanes.count(text) { ByteLanes.within(0xd0...0xd3, $0) }
    let latin = ByteLanes.count(text) { word in
      let lower = word | ByteLanes.all(0x20)
      return ByteLanes.within(0x61...0x7a, lower) | ByteLanes.within(0xc3...0xc9, word)
    }
    let arabic = ByteLanes.count(text) { ByteLanes.within(0xd8...0xdb, $0) }
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
    if language == .kk, Double(kazakhLetters(text)) < kazakhLetterShare * Double(cyrillic) {
      return [
        Issue(
          .note, "kazakh-letters-missing",
          "the text is Kazakh without its letters ә ғ қ ң ө ұ ү һ і; terms that have them are not found")
      ]
    }
    return []
  }

  private static func kazakhLetters(_ text: Span<UInt8>) -> Int {
    ByteLanes.countPairs(text) { word, next in
      ByteLanes.within(0xd2...0xd3, word)
        | ByteLanes.equal(0xd1, word) & ByteLanes.equal(0x96, next)
        | ByteLanes.equal(0xd0, word) & ByteLanes.equal(0x86, next)
    }
  }
}
