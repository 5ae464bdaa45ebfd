import Linguistics

/// What one word of a term asks of a form. Distinct tests are numbered, and each type is tried against all
/// of them once.
struct WordTest: Hashable {
  enum Kind: Hashable {
    case lexeme(PartOfSpeech?)
    case exact
    case prefix
  }

  var kind: Kind
  /// Folded as `TypeTable` says.
  var text: String
  /// `.kk` or `.ru`: the language of the term, in whose sentences (and mixed ones) the test applies.
  var language: Language
  /// Lexemes compete for forms inside one layer only; 0 for the other kinds, which do not compete.
  var layer: Int
}

/// One word place of a lowered term: any of the tests, after at most `gap` other words.
struct TermSlot {
  var tests: [WordTest]
  var gap: Int
}
