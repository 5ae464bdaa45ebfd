/// Analysis of Russian words without a lexicon: which dictionary forms a form could belong to.
///
/// ```swift
/// let analyses = RussianStems.analyses(of: "слушаниями")
/// analyses[0].lexeme  // Lexeme(lemma: "слушание", partOfSpeech: .noun)
/// analyses[0].morphemes.map(\.gloss)  // ["stem", "instrumental plural"]
/// ```
public enum RussianStems {
  public struct Analysis: Sendable, Equatable {
    public var lexeme: Lexeme
    public var morphemes: [Morpheme]
    /// Lower is likelier: 0 for the first choice of a rule.
    public var penalty: Int
  }

  /// Guesses of lemma and part of speech, the likeliest first; never empty for a form that is not.
  ///
  /// Each stem that the endings leave is completed by the ends of dictionary forms, and a completion stays where the rules
  /// inflect it into the form. For people who build lexicons: some milliseconds a word, not for running text.
  ///
  /// - Parameters:
  ///   - form: folded as `TypeTable` says.
  ///   - limit: the most analyses to give.
  public static func analyses(of form: String, limit: Int = 12) -> [Analysis] {
    guard !form.isEmpty else { return [] }
    let scalars = form.unicodeScalars.map(\.value)
    var seen: Set<Lexeme> = []
    var out: [Analysis] = []
    for (part, ends) in lemmaEnds {
      for cut in stride(from: scalars.count, through: max(2, scalars.count - 12), by: -1) {
        let stem = RussianAnalysis.text(scalars.prefix(cut))
        for end in ends {
          let lexeme = Lexeme(lemma: stem + end, partOfSpeech: part)
          guard seen.insert(lexeme).inserted, let best = RussianAnalysis.readings(form, as: lexeme).first
          else { continue }
          let guess = lexeme.lemma == form ? 0 : best.penalty + max(0, lexeme.lemma.count - form.count) / 2
          out.append(Analysis(lexeme: lexeme, morphemes: best.morphemes, penalty: max(0, guess)))
        }
      }
    }
    out.sort { key($0) < key($1) }
    return Array(out.prefix(limit))
  }

  /// Order of analyses: penalty, then the longer ending (шт. "ниями" before "и"), then the alphabet.
  private static func key(_ a: Analysis) -> (Int, Int, String, String) {
    (a.penalty, a.morphemes.first?.surface.count ?? 0, a.lexeme.lemma, a.lexeme.partOfSpeech?.rawValue ?? "")
  }

  /// The ends of dictionary forms by part of speech.
  private static let lemmaEnds: [(PartOfSpeech, [String])] = [
    (.noun, ["", "ь", "й", "а", "я", "о", "е", "ия", "ие", "ок", "ек", "ец", "мя"]),
    (.adjective, ["ый", "ий", "ой"]),
    (.verb, ["ть", "ать", "ять", "ить", "еть", "овать", "нуть", "ться", "аться", "иться", "оваться"]),
  ]
}
