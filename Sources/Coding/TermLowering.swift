import Linguistics

/// Turns parsed terms into sequences of slots over folded words.
///
/// Words are folded and cut by the `TextAnalyzer` that the documents go through, so a term meets exactly the
/// tokens that a text would give. A compound with a hyphen is looked for as one token and as several, of which only
/// the last inflects. A choice of single words is one slot; alternatives of several words
/// unfold into variants.
final class TermLowering {
  static let variantLimit = 64

  private let analyzer = TextAnalyzer()
  private var analysis = TextAnalysis()
  private var folded: [TermWord: [[String]]] = [:]

  /// The setting that a term's words are read in.
  struct Setting {
    var language: Language
    var layer: Int
    /// The entry's parts of speech, already known to fit the term's word count; else empty.
    var partsOfSpeech: [PartOfSpeech] = []
    /// Conditions stand in no language's column: words with letters that Russian lacks are left out of the
    /// Russian reading.
    var isCondition = false
  }

  /// For each half of the term its variants; empty where no variant belongs to the setting's language.
  func lower(_ term: Term, _ setting: Setting) throws(TermSyntaxError) -> [[[TermSlot]]] {
    var place = 0
    var halves: [[[TermSlot]]] = []
    for half in term.halves { halves.append(try variants(half, of: term, setting, &place)) }
    return halves
  }

  private func variants(
    _ elements: [TermElement], of term: Term, _ setting: Setting, _ place: inout Int
  ) throws(TermSyntaxError) -> [[TermSlot]] {
    var variants: [[TermSlot]] = [[]]
    var gap = 0
    for element in elements {
      let options: [[TermSlot]]
      switch element {
      case .gap(let words):
        gap = words
        continue
      case .word(let word):
        options = try readings(word, of: term, setting, place)
        place += 1
      case .choice(let alternatives):
        options = try choice(alternatives, of: term, setting, &place)
      }
      guard variants.count * options.count <= Self.variantLimit else {
        throw TermSyntaxError(
          id: "too-many-variants", column: term.column,
          message:
            "'\(term.text)' unfolds into more than \(Self.variantLimit) variants; split it into several terms"
        )
      }
      variants = variants.flatMap { head in
        options.map { tail in
          var tail = tail
          tail[0].gap = gap
          return head + tail
        }
      }
      gap = 0
    }
    return variants
  }

  private func choice(
    _ alternatives: [[TermElement]], of term: Term, _ setting: Setting, _ place: inout Int
  ) throws(TermSyntaxError) -> [[TermSlot]] {
    var single: [WordTest] = []
    var options: [[TermSlot]] = []
    let first = place
    for alternative in alternatives {
      place = first
      for slots in try variants(alternative, of: term, setting, &place) {
        if slots.count == 1 { single.append(contentsOf: slots[0].tests) } else { options.append(slots) }
      }
    }
    place = first + 1
    return (single.isEmpty ? [] : [[TermSlot(tests: single, gap: 0)]]) + options
  }

  /// The slots of one word, in each way that a text may cut it; none where the word is not of the setting's language.
  private func readings(
    _ word: TermWord, of term: Term, _ setting: Setting, _ place: Int
  ) throws(TermSyntaxError) -> [[TermSlot]] {
    if setting.isCondition, setting.language == .ru,
      word.text.unicodeScalars.contains(where: MixedScript.isKazakhOnly)
    {
      return []
    }
    var partOfSpeech = word.partOfSpeech
    if partOfSpeech == nil, word.mark == .inflected, place < setting.partsOfSpeech.count {
      partOfSpeech = setting.partsOfSpeech[place]
    }
    return try fold(word, of: term).map { forms in
      forms.enumerated().map { i, form in
        let isLast = i == forms.count - 1
        let kind: WordTest.Kind
        switch word.mark {
        case .prefix where isLast: kind = .prefix
        case .inflected where isLast && form.unicodeScalars.contains(where: Self.isLetter):
          kind = .lexeme(partOfSpeech)
        default: kind = .exact
        }
        let layer = if case .lexeme = kind { setting.layer } else { 0 }
        return TermSlot(
          tests: [WordTest(kind: kind, text: form, language: setting.language, layer: layer)], gap: 0)
      }
    }
  }

  /// The folded forms that a word may be cut into: as one token, and where it holds a hyphen as its parts too, since
  /// how a text cuts compounds depends on its language and spacing. No reading is empty.
  private func fold(_ word: TermWord, of term: Term) throws(TermSyntaxError) -> [[String]] {
    if let known = folded[word] { return known }
    analysis.removeAll()
    let bytes = Array(word.text.utf8)
    analyzer.analyze(bytes.span, in: 0..<bytes.count, into: &analysis)
    var whole = ""
    var parts: [String] = []
    for token in analysis.tokens {
      let form = analyzer.types.form(token.type)
      if token.kind != .punctuation || form == "-" { whole += form }
      if token.kind != .punctuation {
        parts.append(form)
      } else if word.mark != .prefix, !Adjacency.isTransparent(form) {
        throw TermSyntaxError(
          id: "punctuation-in-term", column: term.column,
          message: "'\(word.text)' holds '\(form)', which always ends a match; write the words as two terms")
      }
    }
    guard !parts.isEmpty else {
      throw TermSyntaxError(
        id: "no-word", column: term.column,
        message: "'\(word.text)' in '\(term.text)' holds no letter or digit")
    }
    if parts.count == 1 { parts = parts[0].split(separator: "-").map(String.init) }
    var readings = [[whole]]
    if parts.count > 1, !whole.hasSuffix("-") { readings.append(parts) }
    folded[word] = readings
    return readings
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }
}
