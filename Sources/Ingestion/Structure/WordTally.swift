import Linguistics

/// Sums up the classes of a passage's words, one after another.
struct WordTally {
  typealias Class = StructureWords.Class

  private(set) var all: Class = []
  /// Of the first four words; empty before there are as many.
  private(set) var opening: Class = []
  private(set) var count = 0
  /// Words that name an office or the body it belongs to.
  private(set) var offices = 0
  // Of the last word, the one before and the one before that.
  private(set) var last: Class = []
  private var second: Class = []
  private var third: Class = []
  private let officeClasses: Class = [
    .office, .chair, .secretary, .council, .session, .minutes, .verified, .convocation, .official,
  ]

  /// Of the last three words.
  var closing: Class { last.union(second).union(third) }

  @inline(__always)
  mutating func add(_ word: Class) {
    count += 1
    third = second
    second = last
    last = word
    if !word.isEmpty {
      if !word.isDisjoint(with: [.order, .day, .mouth]) { readPair() }
      all.formUnion(last)
      if !last.isDisjoint(with: officeClasses) { offices += 1 }
    }
    if count == 4 { opening = all }
  }

  /// Two words that mean something together: `күн тәртібі`, `порядок дня`, `бір ауыздан`.
  private mutating func readPair() {
    if last.contains(.order) && second.contains(.day) || last.contains(.day) && second.contains(.order) {
      last.insert(.agenda)
    }
    if last.contains(.mouth), second.contains(.cardinal) { last.insert(.unanimous) }
  }
}

/// A word that is written with its letters apart, as headings are: `Х А Т Т А М А`, `Р Е Ш И Л`.
struct SpacedWord {
  /// Fewer letters in a row are initials or numerals.
  static let shortest = 4

  /// Lower case, UTF-8, with look-alike letters repaired.
  let letters: [UInt8]
  /// The token after the last letter.
  let end: Int

  /// The word that begins at a token, or nil.
  init?(at start: Int, _ tokens: Span<Token>, _ text: Span<UInt8>) {
    var joined: [UInt8] = []
    var end = start
    while end < tokens.count, tokens[end].kind == .word, tokens[end].end - tokens[end].start <= 2 {
      for i in Int(tokens[end].start)..<Int(tokens[end].end) { joined.append(text[i]) }
      end += 1
    }
    guard end - start >= Self.shortest else { return nil }
    let folded = FoldedText(joined)
    letters = Array(String(decoding: folded.fold.map { $0 == 0x451 ? 0x435 : $0 }, as: UTF16.self).utf8)
    self.end = end
  }
}
