import Linguistics

/// The terms under which a row of a gazetteer is found in texts: its names with the type beside them, inflected by the
/// rules of the languages.
enum PlaceTerms {
  /// A term and where the name stands in it.
  struct Pattern {
    enum Place: Sendable {
      /// Before its type (`Қараауыл ауылы`), after it (`село Карааул`), or alone.
      case first, last, alone
    }
    var elements: [TermElement]
    var place: Place
    /// The type is an adjective, which may as well belong to the noun after it: `Жаңа аудандық аурухана`.
    var isLoose = false
    /// What follows the last word in the text: the rest of an abbreviation.
    var tail = ""
  }

  static func patterns(_ row: GazetteerRow, _ language: Language) -> [Pattern] {
    let names = language == .kk ? row.kazakh : row.russian
    guard row.kind.isPlace else {
      return names.map { name in
        Pattern(
          elements: NameForms.forms(of: words(name), language).map { forms in
            .choice(
              forms.lemmas.map { [word($0, .inflected)] } + forms.exact.map { [word($0, .exact)] })
          }, place: .alone)
      }
    }
    return names.flatMap { name -> [Pattern] in
      guard let parsed = PlaceName(name, row.kind, language) else { return [] }
      return language == .kk ? kazakh(parsed, row.kind) : russian(parsed, row.kind)
    }
  }

  // MARK: Kazakh

  private static func kazakh(_ name: PlaceName, _ kind: GazetteerRow.Kind) -> [Pattern] {
    let type = PlaceType.of(kind)
    var base = name.words.flatMap(words).map { word($0, .exact) }
    if name.form == .namedAfter { base.append(word("атындағы", .exact)) }
    var patterns = type.kazakh.map { noun -> Pattern in
      var parts = noun.split(separator: " ").map(String.init)
      let forms = choice(PlaceType.possessiveForms(parts.removeLast()), .exact)
      return Pattern(elements: base + parts.map { word($0, .exact) } + [forms], place: .first)
    }
    if name.form == .namedAfter, let noun = type.kazakh.first {
      // After атындағы the noun may do without its ending: атындағы ауылдық округте.
      let bare = PlaceType.withoutPossessive(noun).split(separator: " ").map(String.init)
      let parts = bare.dropLast().map { word($0, .exact) } + bare.suffix(1).map { word($0, .inflected) }
      patterns.append(Pattern(elements: base + parts, place: .first))
    }
    if let adjective = type.kazakhAdjective {
      patterns.append(Pattern(elements: base + [word(adjective, .exact)], place: .first, isLoose: true))
    }
    if let short = type.kazakhShort, name.form == .noun, let end = short.firstIndex(of: ".") {
      // The first part with or without its full stop, as the tokens are cut; what is left must follow in the text.
      for first in [String(short[..<end]), String(short[...end])] {
        patterns.append(
          Pattern(elements: base + [word(first, .exact)], place: .first, tail: String(short[end...])))
      }
    }
    if type.isKnownAlone, name.form == .noun, name.words.count == 1 {
      patterns.append(
        Pattern(elements: [.word(TermWord(text: name.words[0], partOfSpeech: .properNoun))], place: .alone))
    }
    return patterns
  }

  // MARK: Russian

  private static func russian(_ name: PlaceName, _ kind: GazetteerRow.Kind) -> [Pattern] {
    let type = PlaceType.of(kind)
    let nouns = type.russian.map { $0.split(separator: " ").map(String.init) }
    var patterns: [Pattern] = []
    if name.form == .adjective {
      var base = name.words.dropLast().flatMap(words).map { word($0, .inflected) }
      base.append(.word(TermWord(text: name.words[name.words.count - 1], partOfSpeech: .adjective)))
      patterns += nouns.map { noun in
        Pattern(elements: base + noun.map { word($0, .inflected) }, place: .first, isLoose: true)
      }
      if let adjective = type.russianAdjective {
        patterns.append(Pattern(elements: base + [word(adjective, .inflected)], place: .first, isLoose: true))
      }
      if !type.russianShort.isEmpty {
        patterns.append(Pattern(elements: base + [choice(type.russianShort, .exact)], place: .first))
      }
      return patterns
    }
    var base = name.words.flatMap(words).map { text -> TermElement in
      // A name may stay in the nominative beside its type: села Карааул, села Карааула.
      name.form == .namedAfter
        ? word(text, .exact)
        : .choice([[word(text, .exact)], [word(text, .inflected)]])
    }
    if name.form == .namedAfter { base.insert(choice(["имени", "им."], .exact), at: 0) }
    patterns += nouns.map { noun in
      Pattern(elements: noun.map { word($0, .inflected) } + base, place: .last)
    }
    if !type.russianShort.isEmpty {
      patterns.append(Pattern(elements: [choice(type.russianShort, .exact)] + base, place: .last))
    }
    if type.isKnownAlone, name.form == .noun, name.words.count == 1 {
      patterns.append(
        Pattern(elements: [.word(TermWord(text: name.words[0], partOfSpeech: .properNoun))], place: .alone))
    }
    return patterns
  }

  // MARK: Elements

  /// The words of a name: what a text's tokens may be, without quotation marks.
  private static func words(_ name: String) -> [String] {
    name.split(whereSeparator: { $0.isWhitespace || "«»\"“”„()№,".contains($0) })
      .flatMap { part -> [String] in
        // Initials are tokens of their own: Ж.Қайыпов.
        part.contains(".") && part.last != "."
          ? part.split(separator: ".").enumerated().map { i, piece in
            i < part.split(separator: ".").count - 1 ? piece + "." : String(piece)
          }
          : [String(part)]
      }
  }

  private static func word(_ text: String, _ mark: TermWord.Mark) -> TermElement {
    .word(TermWord(text: text, mark: mark))
  }

  private static func choice(_ forms: [String], _ mark: TermWord.Mark) -> TermElement {
    .choice(forms.map { [word($0, mark)] })
  }
}
