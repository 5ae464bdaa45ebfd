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

  // By bytes: folded text is normalised, so that the equality of strings would only cost time.
  static func == (a: WordTest, b: WordTest) -> Bool {
    a.kind == b.kind && a.language == b.language && a.layer == b.layer
      && a.text.utf8.elementsEqual(b.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(bytesOf: text)
  }
}

extension Hasher {
  /// The bytes of a text as they are, without the normalisation that the hash of a string includes.
  mutating func combine(bytesOf text: String) {
    var text = text
    text.withUTF8 { combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

/// One word place of a lowered term: any of the tests, after at most `gap` other words.
struct TermSlot {
  /// Numbers of `WordTest`s.
  var tests: [Int32]
  var gap: Int
}
