/// Reading one form as one lexeme, and reading a form without a lexicon.
enum RussianAnalysis {
  /// The readings of a folded form as a lexeme, the likeliest first: stem, then each ending with its gloss.
  static func readings(_ form: String, as lexeme: Lexeme) -> [(penalty: Int, morphemes: [Morpheme])] {
    let endings = RussianEndings.shared
    let scalars = form.unicodeScalars.map(\.value)
    let lemma = lexeme.lemma.unicodeScalars.map(\.value)
    if RussianWordLists.reserved.contains(form) && form != lexeme.lemma { return [] }
    var out: [(penalty: Int, morphemes: [Morpheme])] = []
    for (order, paradigm) in RussianParadigms.of(lexeme).enumerated()
    where scalars.starts(with: paradigm.stem) {
      let rest = text(scalars.dropFirst(paradigm.stem.count))
      for ending in endings.endings(ofSet: paradigm.set) where ending.text == rest {
        let isLemma = order == 0 && rest.isEmpty
        let pieces = stem(paradigm, of: lemma, isLemma: isLemma)
        let suffixes = ending.reading.filter { $0.gloss != listed }
        out.append((isLemma ? -1 : Int(paradigm.penalty + ending.penalty), pieces + suffixes))
      }
    }
    return out.enumerated().sorted { ($0.element.penalty, $0.offset) < ($1.element.penalty, $1.offset) }
      .map(\.element)
  }

  private static let listed = "listed form"

  private static func stem(_ paradigm: RussianParadigm, of lemma: [UInt32], isLemma: Bool) -> [Morpheme] {
    if isLemma { return [Morpheme(surface: text(paradigm.stem[...]), gloss: "dictionary form")] }
    let body = paradigm.stem.dropFirst(paradigm.prefix)
    let gloss: String
    if paradigm.set == RussianEndings.shared.set("word", after: 0) {
      gloss = "listed form"
    } else {
      gloss = lemma.starts(with: body) ? "stem" : "stem, changed"
    }
    let main = Morpheme(surface: text(body), gloss: gloss)
    guard paradigm.prefix > 0 else { return [main] }
    return [Morpheme(surface: text(paradigm.stem.prefix(paradigm.prefix)), gloss: "somewhat"), main]
  }

  static func text(_ scalars: ArraySlice<UInt32>) -> String {
    var out = ""
    for value in scalars { if let scalar = Unicode.Scalar(value) { out.unicodeScalars.append(scalar) } }
    return out
  }
}
