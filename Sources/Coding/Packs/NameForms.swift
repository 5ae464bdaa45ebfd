import Linguistics

/// What stands for a word of a name that is written as people write it: `Бухтарминское водохранилище`, `Марқакөл қорығы`.
///
/// Terms are made of dictionary forms. A Russian adjective in the neuter, feminine or plural stands for its dictionary form where
/// that is sure, else for all its forms, each exactly, so that it takes none from another word. A Kazakh noun with the possessive
/// ending, which a name gives its last word, takes the cases that follow that ending. What stands in a name in an oblique case,
/// `Гражданский альянс Костанайской области`, stays as it is.
struct NameForms {
  var lemmas: [String]
  var exact: [String] = []

  /// The forms of a name's words, in order.
  static func forms(of words: [String], _ language: Language) -> [NameForms] {
    var isOblique = false
    return words.map { word in
      if language == .ru {
        isOblique =
          isOblique || word == "имени"
          || word.unicodeScalars.count > 4 && oblique.contains { word.hasSuffix($0) }
      }
      return isOblique ? NameForms(exactly: word) : NameForms(word, language)
    }
  }

  private static let oblique = ["ской", "цкой", "ного", "ского", "цкого", "ных", "ских", "цких", "ной"]

  private init(exactly word: String) {
    lemmas = []
    exact = [word]
  }

  init(_ word: String, _ language: Language) {
    lemmas = [word]
    if language == .ru {
      // Only adjectives end so, and their dictionary form is sure: Бухтарминское, Бухтарминский.
      if let ending = ["ое", "ая", "ие"].first(where: {
        word.hasSuffix("ск" + $0) || word.hasSuffix("цк" + $0)
      }) {
        lemmas = [word.dropLast(ending.count) + "ий"]
        return
      }
      let adjectives = Self.adjectives(word)
      if !adjectives.isEmpty { (lemmas, exact) = ([], adjectives) }
    } else if word.unicodeScalars.count > 3, word.hasSuffix("ы") || word.hasSuffix("і") {
      exact = PlaceType.possessiveForms(word)
    }
  }

  private static let nominatives: Set<String> = ["ое", "ее", "ая", "яя", "ые", "ие"]
  private static let hard = "ый ого ому ым ом ая ой ую ое ые ых ыми".split(separator: " ")
  private static let soft = "ий его ему им ем яя ей юю ее ие их ими".split(separator: " ")

  /// All forms of an adjective that stands in such a nominative; empty for other words. A. A. Zaliznyak, "Grammatical Dictionary of
  /// Russian" (1977), types 1, 2 and 3.
  private static func adjectives(_ word: String) -> [String] {
    guard word.unicodeScalars.count > 4, nominatives.contains(String(word.suffix(2))), !word.hasSuffix("ние"),
      !word.hasSuffix("тие"), let last = word.dropLast(2).last
    else { return [] }
    let stem = String(word.dropLast(2))
    // Velars and sibilants take и for ы: Бухтарминский, Бухтарминского.
    if "гкхжшщч".contains(last) {
      return hard.map { stem + ($0.hasPrefix("ы") ? "и" + $0.dropFirst() : String($0)) }
    }
    return (["ий", "ее", "яя", "ие"].contains(String(word.suffix(2))) ? soft : hard).map { stem + $0 }
  }
}
