import Linguistics

/// A term as its author wrote it, parsed but not yet folded or compiled.
///
/// `тікелей эфир* ~2 (көрсету|=таратты)` is one half with a word, a prefix, a gap and a choice.
public struct Term: Sendable, Equatable {
  /// As written, outer white space removed.
  public var text: String
  /// One half, or two where an `&` joins them.
  public var halves: [[TermElement]]
  /// Code points from the start of the line to the term, from 1.
  public var column: Int

  /// The number of word places, a choice counting as one; nil where a choice holds alternatives of several
  /// words, so that there is no such number.
  public var wordCount: Int? {
    var count = 0
    for element in halves.joined() {
      switch element {
      case .word: count += 1
      case .gap: break
      case .choice(let alternatives):
        guard alternatives.allSatisfy({ $0.count == 1 }) else { return nil }
        count += 1
      case .reference: return nil
      }
    }
    return count
  }
}

public enum TermElement: Sendable, Hashable {
  case word(TermWord)
  /// Up to so many words may stand here, 1-9.
  case gap(Int)
  /// One of several; an alternative is one or more words, with gaps between them. Authors write no choice inside
  /// of a choice; references and families put them there.
  case choice([[TermElement]])
  /// `@id`: any term of that entry in the same column. `LexiconReferences` puts a choice in its place.
  case reference(String)
}

public struct TermWord: Sendable, Hashable {
  public enum Mark: Sendable, Hashable {
    /// Dictionary form; every inflected form matches.
    case inflected
    /// `=сөз`: this form alone.
    case exact
    /// `сөз*`: any word with this beginning.
    case prefix
  }

  /// Without its marks.
  public var text: String
  public var mark: Mark
  /// Stated by `/NOUN` on the word itself.
  public var partOfSpeech: PartOfSpeech?
  /// `сөз+`: the words of its derivational family too. `LexiconReferences` puts a choice in its place.
  public var hasFamily = false
  /// The word came by a reference or family: the entry's column of parts of speech says nothing of it.
  public var isReferred = false

  public init(text: String, mark: Mark = .inflected, partOfSpeech: PartOfSpeech? = nil) {
    self.text = text
    self.mark = mark
    self.partOfSpeech = partOfSpeech
  }
}
