/// Whether two names as written are one person's.
///
/// They share a word, the surname as a rule, and of what is left the letters of the shorter are all among those of the
/// longer: `Мукушева Айгуль Кабдуловна`, `Мукушева А.К.` and `А. МУКУШЕВА` are one person, `Ахметов К.Ж.` and
/// `Ахметов Б.С.` two. Spellings with and without Kazakh letters (`Жәкеев`, `Жакеев`) are equal.
struct PersonIdentity: Sendable, Equatable {
  /// Words of a name that are no initials, folded.
  private var words: [[UInt16]] = []
  private var initials: [UInt16] = []

  init(_ name: String) {
    let text = FoldedText(name)
    for (index, word) in text.words.enumerated() where word.kind == .letters {
      let letters = Array(text.skeleton[word.start..<word.end])
      if word.count == 1 || word.count == 2 && text.isMark(index + 1, 0x2E) {
        initials.append(letters[0])
      } else {
        words.append(letters)
      }
    }
  }

  func isSame(as other: PersonIdentity) -> Bool {
    for (index, word) in words.enumerated() where !Self.isPatronymic(word) {
      guard let match = other.words.firstIndex(of: word) else { continue }
      let rest = letters(without: index)
      let others = other.letters(without: match)
      let (few, many) = rest.count <= others.count ? (rest, others) : (others, rest)
      if Self.holds(many, few) { return true }
    }
    return false
  }

  /// First letters of the other words, and the initials.
  private func letters(without index: Int) -> [UInt16] {
    words.indices.filter { $0 != index }.map { words[$0][0] } + initials
  }

  private static func holds(_ many: [UInt16], _ few: [UInt16]) -> Bool {
    var left = many
    return few.allSatisfy { letter in
      guard let found = left.firstIndex(of: letter) else { return false }
      left.remove(at: found)
      return true
    }
  }

  private static func isPatronymic(_ word: [UInt16]) -> Bool {
    patronymics.contains { word.count > $0.count + 1 && word.suffix($0.count).elementsEqual($0) }
  }

  private static let patronymics = [
    "ович", "евич", "овна", "евна", "ұлы", "қызы",
  ].map(Skeleton.of)
}

/// Persons met so far; asking costs a look at each of them, or at a table for a name that was asked for before.
struct People: Sendable {
  private var persons: [PersonIdentity] = []
  private var known: [String: Bool] = [:]

  /// Adds a person; false where the person was there already.
  @discardableResult
  mutating func insert(_ name: String) -> Bool {
    guard !contains(name) else { return false }
    persons.append(PersonIdentity(name))
    known = [name: true]
    return true
  }

  mutating func contains(_ name: String) -> Bool {
    if let answer = known[name] { return answer }
    let person = PersonIdentity(name)
    let answer = persons.contains { $0.isSame(as: person) }
    known[name] = answer
    return answer
  }
}
