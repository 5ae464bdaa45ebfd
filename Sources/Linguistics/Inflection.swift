/// Part of speech of a lexicon word, in the tags of Universal Dependencies that inflection cares about.
public enum PartOfSpeech: String, Sendable, CaseIterable {
  case noun = "NOUN"
  case properNoun = "PROPN"
  case adjective = "ADJ"
  case verb = "VERB"
  case adverb = "ADV"
  case numeral = "NUM"
  case pronoun = "PRON"
  /// Anything that does not inflect (conjunctions, particles, abbreviations with dots).
  case other = "X"
}

/// A word of a lexicon whose inflected forms are to be found: dictionary form, folded as `TypeTable` says,
/// and part of speech (nil: not stated, so the rules of every open class are tried).
public struct Lexeme: Sendable, Hashable {
  public var lemma: String
  public var partOfSpeech: PartOfSpeech?

  public init(lemma: String, partOfSpeech: PartOfSpeech?) {
    self.lemma = lemma
    self.partOfSpeech = partOfSpeech
  }

  // By bytes: folded text is normalised, so that the equality of strings would only cost time.
  public static func == (a: Lexeme, b: Lexeme) -> Bool {
    a.partOfSpeech == b.partOfSpeech && a.lemma.utf8.elementsEqual(b.lemma.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    var lemma = lemma
    lemma.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

/// One lexeme that accepts a form, and how.
public struct LexemeMatch: Sendable, Equatable {
  /// Index into the lexemes that the matcher was compiled from.
  public var lexeme: Int
  /// True where the form negates the lexeme inside the word (kk бол-ма-ды, жұмыс-сыз).
  public var negated: Bool
  /// Lower is better: 0 for a regular reading, higher for readings by fallback rules (voice, guessed class).
  public var penalty: UInt8

  public init(lexeme: Int, negated: Bool = false, penalty: UInt8 = 0) {
    self.lexeme = lexeme
    self.negated = negated
    self.penalty = penalty
  }
}

/// One step of an explanation: a piece of the form and what it is ("лар", "plural").
public struct Morpheme: Sendable, Equatable {
  public var surface: String
  public var gloss: String

  public init(surface: String, gloss: String) {
    self.surface = surface
    self.gloss = gloss
  }
}

/// Lexemes of one language compiled so that each distinct form is looked up once per process.
///
/// `matches` is called for every new type, so it must reject a form without a candidate in well under a
/// microsecond. Where several lexemes could take the form one lemma wins: in Kazakh the longest, in Russian the
/// dictionary form itself, then the reading of the least penalty, then the longest; lexemes with the same lemma are all
/// given.
public protocol FormMatcher: Sendable {
  /// - Parameter form: UTF-8, folded as `TypeTable` says.
  func matches(_ form: Span<UInt8>) -> [LexemeMatch]

  /// Why a lexeme accepts a form: stem first, then each suffix with its gloss; empty where it does not.
  func explain(_ form: String, as lexeme: Lexeme) -> [Morpheme]
}
