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
  private var folded: [FoldKey: [[String]]] = [:]
  /// The distinct tests met so far; slots name them by their place here.
  private(set) var tests: [WordTest] = []
  private var numbers: [WordTest: Int32] = [:]

  /// What the readings of a word depend on.
  private struct FoldKey: Hashable {
    var text: String
    var language: Language
    var isPrefix: Bool

    static func == (a: FoldKey, b: FoldKey) -> Bool {
      a.language == b.language && a.isPrefix == b.isPrefix && a.text.utf8.elementsEqual(b.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(bytesOf: text)
      hasher.combine(language)
      hasher.combine(isPrefix)
    }
  }

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
      case .reference(let id):
        throw TermSyntaxError(
          id: "unknown-reference", column: term.column,
          message: "'@\(id)' in '\(term.text)' was not looked up")
      }
      guard variants.count * options.count <= Self.variantLimit else {
        throw TermSyntaxError(
          id: "too-many-variants", column: term.column,
          message:
            "'\(term.text)' unfolds into more than \(Self.variantLimit) variants; split it into several terms"
        )
      }
      variants = Self.joined(variants, options, gap: gap)
      gap = 0
    }
    return variants
  }

  /// Each variant followed by each option.
  private static func joined(
    _ variants: consuming [[TermSlot]], _ options: [[TermSlot]], gap: Int
  ) -> [[TermSlot]] {
    var options = options
    for i in options.indices { options[i][0].gap = gap }
    guard options.count == 1 else { return variants.flatMap { head in options.map { head + $0 } } }
    for i in variants.indices { variants[i] += options[0] }
    return variants
  }

  private func choice(
    _ alternatives: [[TermElement]], of term: Term, _ setting: Setting, _ place: inout Int
  ) throws(TermSyntaxError) -> [[TermSlot]] {
    var single: [Int32] = []
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
    if partOfSpeech == nil, word.mark == .inflected, !word.isReferred, place < setting.partsOfSpeech.count {
      partOfSpeech = setting.partsOfSpeech[place]
    }
    func slot(_ form: String, isLast: Bool, hasLetter: Bool) -> TermSlot {
      let kind: WordTest.Kind
      switch word.mark {
      case .prefix where isLast: kind = .prefix
      case .inflected where isLast && hasLetter: kind = .lexeme(partOfSpeech)
      default: kind = .exact
      }
      let layer = if case .lexeme = kind { setting.layer } else { 0 }
      return TermSlot(
        tests: [number(of: WordTest(kind: kind, text: form, language: setting.language, layer: layer))],
        gap: 0)
    }
    if Self.isPlain(word.text) { return [[slot(word.text, isLast: true, hasLetter: true)]] }
    return try fold(word, of: term, setting.language).map { forms in
      forms.enumerated().map { i, form in
        slot(
          form, isLast: i == forms.count - 1, hasLetter: form.unicodeScalars.contains(where: Self.isLetter))
      }
    }
  }

  private func number(of test: WordTest) -> Int32 {
    if let known = numbers[test] { return known }
    let new = Int32(tests.count)
    tests.append(test)
    numbers[test] = new
    return new
  }

  /// The folded forms that a word may be cut into: as one token, and where it holds a hyphen as its parts too, since
  /// how a text cuts compounds depends on its language and spacing. No reading is empty.
  private func fold(
    _ word: TermWord, of term: Term, _ language: Language
  ) throws(TermSyntaxError) -> [[String]] {
    let key = FoldKey(text: word.text, language: language, isPrefix: word.mark == .prefix)
    if let known = folded[key] { return known }
    analysis.removeAll()
    // At the end of a text a full stop ends the sentence; before another word it stays with an abbreviation (с.).
    let isAbbreviation = word.text.utf8.last == UInt8(ascii: ".")
    let bytes = Array((word.text + (isAbbreviation ? " а" : "")).utf8)
    analyzer.analyze(bytes.span, in: 0..<bytes.count, language: language, into: &analysis)
    var whole = ""
    var parts: [String] = []
    if isAbbreviation { analysis.tokens.removeLast() }
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
    folded[key] = readings
    return readings
  }

  /// Whether a word consists of small letters of Kazakh and Russian that fold to themselves (so not ё): one token, as
  /// it is.
  private static func isPlain(_ text: String) -> Bool {
    var lead: UInt8 = 0
    for byte in text.utf8 {
      if lead == 0 {
        guard byte >= 0xD0, byte <= 0xD3 else { return false }
        lead = byte
        continue
      }
      switch (lead, byte) {
      case (0xD0, 0xB0...0xBF), (0xD1, 0x80...0x8F), (0xD1, 0x96), (0xD2, 0x93), (0xD2, 0x9B), (0xD2, 0xA3),
        (0xD2, 0xAF), (0xD2, 0xB1), (0xD2, 0xBB), (0xD3, 0x99), (0xD3, 0xA9):
        lead = 0
      default: return false
      }
    }
    return lead == 0 && !text.isEmpty
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }
}
