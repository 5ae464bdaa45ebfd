/// Analysis of Russian words without a lexicon: which dictionary forms a form could belong to.
///
/// ```swift
/// let analyses = RussianStems.analyses(of: "слушаниями")
/// analyses[0].lexeme                  // Lexeme(lemma: "слушание", partOfSpeech: .noun)
/// analyses[0].morphemes.map(\.gloss)  // ["stem", "instrumental plural"]
/// ```
public enum RussianStems {
  /// A guess of the lexeme that a form belongs to.
  public struct Analysis: Sendable, Equatable {
    public var lexeme: Lexeme
    /// Stem first, then each ending with its gloss; together they spell the form.
    public var morphemes: [Morpheme]
    /// Lower is likelier; 0 for a common class and a regular reading.
    public var penalty: Int
  }

  /// Guesses of lemma and part of speech, the likeliest first; empty only for an empty form.
  ///
  /// Each stem that the endings leave is completed by the ends of dictionary forms, and a completion stays where spelling
  /// allows it and the rules inflect it into the form. Common suffixes (-ние, -ция, -ость, -ный) go first. For people who
  /// build lexicons: some milliseconds a word, not for running text.
  ///
  /// - Parameters:
  ///   - form: folded as `TypeTable` says.
  ///   - limit: the most analyses to give.
  public static func analyses(of form: String, limit: Int = 8) -> [Analysis] {
    guard !form.isEmpty, limit > 0 else { return [] }
    let scalars = form.unicodeScalars.map(\.value)
    var seen: Set<Lexeme> = []
    var out: [Analysis] = []
    for (part, ends) in lemmaEnds {
      for cut in stride(from: scalars.count, through: min(2, scalars.count), by: -1)
      where scalars.count - cut <= longestEnding {
        let stem = RussianAnalysis.text(scalars.prefix(cut))
        for end in ends {
          let lexeme = Lexeme(lemma: stem + end, partOfSpeech: part)
          guard lexeme.lemma != form, isSpelled(stem, end), seen.insert(lexeme).inserted,
            let best = RussianAnalysis.readings(form, as: lexeme).first
          else { continue }
          let extra = best.morphemes.last?.surface.isEmpty == true ? 2 : 0
          out.append(Analysis(lexeme: lexeme, morphemes: best.morphemes, penalty: best.penalty + extra))
        }
      }
    }
    out.append(itself(form))
    out.sort { key($0) < key($1) }
    return Array(out.prefix(limit))
  }

  /// The form as a dictionary form; unlikely where it ends as oblique cases and verbs do.
  private static func itself(_ form: String) -> Analysis {
    let part = partOfDictionaryForm(form)
    let lexeme = Lexeme(lemma: form, partOfSpeech: part)
    let isOblique = part == .noun && obliqueEnds.contains { form.hasSuffix($0) }
    return Analysis(
      lexeme: lexeme, morphemes: [Morpheme(surface: form, gloss: "dictionary form")],
      penalty: isOblique ? 4 : 0)
  }

  private static func partOfDictionaryForm(_ form: String) -> PartOfSpeech {
    if form.hasSuffix("ость") { return .noun }
    if ["ть", "ться", "ти", "тись", "чь", "чься"].contains(where: { form.hasSuffix($0) }) { return .verb }
    if ["ный", "вый", "тый", "мый", "лый", "ский", "цкий", "щий", "ший", "ний"].contains(where: {
      form.hasSuffix($0)
    }) {
      return .adjective
    }
    return RussianWordLists.reserved.contains(form) ? .other : .noun
  }

  /// Order of analyses: penalty, common suffixes, the longer ending, the shorter lemma, the alphabet.
  private static func key(_ a: Analysis) -> (Int, Int, Int, Int, String) {
    let isCommon = commonSuffixes.contains { a.lexeme.lemma.hasSuffix($0) }
    let stem = a.morphemes.first?.surface.unicodeScalars.count ?? 0
    return (
      a.penalty, isCommon ? 0 : 1, stem, a.lexeme.lemma.unicodeScalars.count,
      a.lexeme.lemma + (a.lexeme.partOfSpeech?.rawValue ?? "")
    )
  }

  /// Whether spelling lets the end of a dictionary form stand after a stem: no ы after г, no ь after a vowel.
  private static func isSpelled(_ stem: String, _ end: String) -> Bool {
    guard let last = stem.unicodeScalars.last?.value, let first = end.unicodeScalars.first?.value else {
      return stem.unicodeScalars.last.map { RussianLetters.isConsonant($0.value) } ?? false
    }
    let afterVowel = RussianLetters.isVowel(last)
    let isHard = RussianLetters.isVelar(last) || last == 0x446  // г к х ц
    let isSibilant = RussianLetters.isSibilant(last)
    switch end {
    case "ый": return !afterVowel && !isHard && !isSibilant && RussianLetters.isConsonant(last)
    case "ий": return RussianLetters.isVelar(last) || isSibilant || last == 0x43D
    case "ь": return RussianLetters.isConsonant(last) && !isHard
    case "й": return afterVowel
    case "е": return isSibilant || [0x446, 0x440, 0x43B, 0x438, 0x44C].contains(last)  // ц р л и ь
    case "а": return RussianLetters.isConsonant(last)
    case "я": return !isHard && !isSibilant
    default: break
    }
    return RussianLetters.isVowel(first) ? RussianLetters.isConsonant(last) || last == 0x44C : first != last
  }

  private static let longestEnding = 12

  /// The ends of dictionary forms by part of speech.
  private static let lemmaEnds: [(PartOfSpeech, [String])] = [
    (.noun, ["", "ь", "й", "а", "я", "о", "е", "ок", "ек", "ец", "мя"]),
    (.adjective, ["ый", "ий", "ой"]),
    (
      .verb,
      [
        "ть", "ать", "ять", "ить", "еть", "овать", "нуть", "ться", "аться", "яться", "иться", "еться",
        "оваться",
        "нуться", "ти", "тись",
      ]
    ),
  ]

  /// Ends of forms that are seldom dictionary forms.
  private static let obliqueEnds = [
    "ами", "ями", "ах", "ях", "ов", "ев", "ей", "ого", "его", "ому", "ему", "ым", "им", "ых", "их", "ую",
    "юю", "ой", "ом", "ем",
    "ам", "ям", "у", "ю", "ы", "и", "ет", "ит", "ут", "ют", "ат", "ят", "л", "ла", "ло", "ся", "сь", "ое",
    "ее",
    "ыми", "ими", "ая", "яя", "ые",
  ]

  /// Ends of many dictionary forms.
  private static let commonSuffixes = [
    "ние", "ция", "сия", "ость", "ство", "тель", "ник", "щик", "изм", "ист", "ный", "ский", "вый", "щий",
    "овать",
    "ывать", "ивать", "ить", "аться", "иться", "ать", "ять", "ение", "тие", "ок", "ец", "ка",
  ]
}
