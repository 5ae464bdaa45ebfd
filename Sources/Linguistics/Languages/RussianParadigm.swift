/// A stem with the endings that it takes.
struct RussianParadigm: Sendable, Equatable {
  var stem: [UInt32]
  var set: Int
  var penalty: UInt8
  /// Letters of the stem that are a prefix of the form, not of the lemma (по-больше).
  var prefix = 0
}

/// From a dictionary form to its paradigms.
enum RussianParadigms {
  /// All plausible paradigms of a lexeme, the dictionary form itself first.
  static func of(_ lexeme: Lexeme) -> [RussianParadigm] {
    let lemma = lexeme.lemma.unicodeScalars.map(\.value)
    guard !lemma.isEmpty, let word = RussianEndings.shared.set("word", after: 0) else { return [] }
    var out = [RussianParadigm(stem: lemma, set: word, penalty: 0)]
    let isShort =
      lemma.count == 1 || !lemma.contains { RussianLetters.isVowel($0) || RussianLetters.fits(0x44, $0) }
    if isShort {
      // Initials and abbreviations do not inflect; the dot may be part of the token.
      out.append(RussianParadigm(stem: lemma + [0x2E], set: word, penalty: 0))
    } else {
      addInflected(lexeme.partOfSpeech, lemma, to: &out)
    }
    for form in RussianWordLists.abbreviationTable[lexeme.lemma] ?? [] {
      out.append(RussianParadigm(stem: form.unicodeScalars.map(\.value), set: word, penalty: 1))
    }
    return out
  }

  private static func addInflected(
    _ partOfSpeech: PartOfSpeech?, _ lemma: [UInt32], to out: inout [RussianParadigm]
  ) {
    switch partOfSpeech {
    case .noun?: add(RussianRules.nouns, lemma, to: &out)
    case .properNoun?: add(RussianRules.properNouns, lemma, to: &out)
    case .adjective?: add(RussianRules.adjectives, lemma, to: &out)
    case .verb?: addVerb(lemma, to: &out)
    case .numeral?: add(RussianRules.numerals, lemma, to: &out)
    case .adverb?, .pronoun?, .other?: break
    case nil: addGuessed(lemma, to: &out)
    }
  }

  /// No part of speech: an infinitive (not -ость) inflects as a verb, an adjective's ending as adjective or participle, both
  /// with less trust as a noun; anything else as a noun.
  private static func addGuessed(_ lemma: [UInt32], to out: inout [RussianParadigm]) {
    let before = out.count
    if isInfinitive(lemma) && !endsIn(lemma, abstractNouns) { addVerb(lemma, to: &out) }
    if out.count == before && looksAdjectival(lemma) { add(RussianRules.adjectives, lemma, to: &out) }
    let less: UInt8 = out.count > before ? 1 : 0
    add(RussianRules.nouns, lemma, extra: less, to: &out)
  }

  private static func addVerb(_ lemma: [UInt32], to out: inout [RussianParadigm]) {
    guard isInfinitive(lemma) else { return }
    let reflexive = lemma.count > 4 && endsIn(lemma, reflexives)
    let base = reflexive ? Array(lemma.dropLast(2)) : lemma
    add(RussianRules.verbs, base, reflexive: reflexive, to: &out)
  }

  private static func add(
    _ rules: RussianRules, _ lemma: [UInt32], reflexive: Bool = false, extra: UInt8 = 0,
    to out: inout [RussianParadigm]
  ) {
    let endings = RussianEndings.shared
    for (rule, families) in rules.applying(to: lemma) {
      let stem = rule.stem(of: lemma)
      for family in families {
        var set = family.set(after: stem.last ?? 0)
        if reflexive {
          guard let twin = endings.reflexiveTwin(set) else { continue }
          set = twin
        }
        out.append(RussianParadigm(stem: stem, set: set, penalty: rule.penalty + extra))
        if family.isComparative {
          out.append(
            RussianParadigm(
              stem: [0x43F, 0x43E] + stem, set: set, penalty: rule.penalty + extra + 1, prefix: 2))
        }
      }
    }
  }

  private static func isInfinitive(_ lemma: [UInt32]) -> Bool {
    lemma.count > 2 && endsIn(lemma, infinitives)
  }

  private static func looksAdjectival(_ lemma: [UInt32]) -> Bool {
    lemma.count > 3 && endsIn(lemma, adjectives)
  }

  private static let infinitives = ends("ть ти чь ться тись чься")
  private static let adjectives = ends("ый ий ой ийся")
  private static let reflexives = ends("ся сь")
  private static let abstractNouns = ends("ость")

  private static func ends(_ list: String) -> [[UInt32]] {
    list.split(separator: " ").map { $0.unicodeScalars.map(\.value) }
  }

  private static func endsIn(_ lemma: [UInt32], _ endings: [[UInt32]]) -> Bool {
    endings.contains { lemma.count >= $0.count && lemma.suffix($0.count).elementsEqual($0) }
  }
}
