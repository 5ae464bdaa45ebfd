import Linguistics

/// Derivational families: the words that a term's `сөз+` stands for. A family is an entry with `family` as its codes; its
/// head is the first term of each language.
struct WordFamilies {
  private struct Key: Hashable {
    var language: Language
    var head: String
  }

  /// By head, the head first.
  private var members: [Key: [TermWord]] = [:]
  /// Ids of the families with a head, in either language.
  private var idsOfHead: [String: Set<String>] = [:]

  /// Adds the words of a family's entry. Entries with the same head are one family.
  ///
  /// - Returns: an error for each term that is no single word; the others are added.
  mutating func add(_ entry: LexiconEntry) -> [TermSyntaxError] {
    var errors: [TermSyntaxError] = []
    for (language, terms) in [(Language.kk, entry.kazakh), (.ru, entry.russian)] {
      var words: [TermWord] = []
      for term in terms {
        guard term.halves.count == 1, term.halves[0].count == 1, case .word(var word) = term.halves[0][0],
          word.mark == .inflected, !word.hasFamily
        else {
          errors.append(
            TermSyntaxError(
              id: "bad-family", column: term.column,
              message: "'\(term.text)': a family consists of single words in their dictionary forms"))
          continue
        }
        word.isReferred = !words.isEmpty
        words.append(word)
      }
      guard let head = words.first else { continue }
      let key = Key(language: language, head: TypeTable.folded(head.text))
      idsOfHead[key.head, default: []].insert(entry.id)
      let known = members[key] ?? []
      members[key] = known + words.filter { !known.contains($0) }
    }
    return errors
  }

  /// The ids of the families that a word of a term names; empty where it names none.
  func ids(of word: TermWord) -> Set<String> {
    word.hasFamily ? idsOfHead[TypeTable.folded(word.text)] ?? [] : []
  }

  /// A word and the others of its family in some languages.
  ///
  /// - Parameter term: where the word stands, for the message.
  func words(of word: TermWord, _ languages: [Language], in term: Term) throws(TermSyntaxError) -> [TermWord]
  {
    var head = word
    head.hasFamily = false
    var words = [head]
    let key = TypeTable.folded(word.text)
    for language in languages {
      for member in members[Key(language: language, head: key)]?.dropFirst() ?? []
      where !words.contains(member) { words.append(member) }
    }
    guard words.count > 1 else {
      throw TermSyntaxError(
        id: "unknown-family", column: term.column,
        message: "'\(word.text)+' in '\(term.text)': no entry with 'family' as its codes begins with "
          + "'\(word.text)' in this language")
    }
    return words
  }
}
