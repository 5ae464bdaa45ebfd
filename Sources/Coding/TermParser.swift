import Linguistics

/// What is wrong with a term or condition, and where in the line.
struct TermSyntaxError: Error, Equatable {
  var id: String
  /// Code points from the start of the line, from 1.
  var column: Int
  var message: String
}

/// The grammar of terms:
///
///     term    = half [" & " half]
///     half    = slot {" " ["~N" " "] slot}
///     slot    = word | reference | "(" words {"|" words} ")"
///     words   = (word | reference) {" " ["~N" " "] (word | reference)}
///     word    = "=" form | form "*" | form ["+"] ["/" part of speech]
///     reference = "@" id of an entry
///
/// `Lexicons/README.md` explains each mark with examples, which `LanguageGuideTests` run.
enum TermParser {
  /// Longer halves are mistakes (a sentence pasted into a cell) and would make matching slow.
  static let slotLimit = 16

  static func parse(_ cell: Cell) throws(TermSyntaxError) -> Term {
    let cell = cell.trimmed()
    guard !cell.isEmpty else {
      throw TermSyntaxError(id: "empty-term", column: cell.column, message: "an empty term")
    }
    var halves: [[Cell]] = [[]]
    for piece in cell.pieces() {
      if piece.equals("&") {
        halves.append([])
      } else {
        halves[halves.count - 1].append(piece)
      }
    }
    guard halves.count <= 2, halves.allSatisfy({ !$0.isEmpty }) else {
      throw TermSyntaxError(
        id: "term-halves", column: cell.column,
        message: "'\(cell.text)': an '&' stands once, between two halves of a term")
    }
    var parsed: [[TermElement]] = []
    for half in halves { parsed.append(try sequence(half, choices: true)) }
    return Term(text: cell.text, halves: parsed, column: cell.column)
  }

  private static func sequence(_ pieces: [Cell], choices: Bool) throws(TermSyntaxError) -> [TermElement] {
    var elements: [TermElement] = []
    var afterGap = true
    for piece in pieces {
      if piece.first == UInt8(ascii: "~") {
        if afterGap {
          throw TermSyntaxError(
            id: "gap-place", column: piece.column,
            message: "the gap '\(piece.text)' must stand between two words")
        }
        elements.append(.gap(try gap(piece)))
        afterGap = true
        continue
      }
      afterGap = false
      if piece.first == UInt8(ascii: "@") {
        elements.append(.reference(try reference(piece)))
        continue
      }
      if piece.first == UInt8(ascii: "(") {
        guard choices else {
          throw TermSyntaxError(
            id: "nested-choice", column: piece.column,
            message: "'\(piece.text)': a choice stands inside a choice")
        }
        elements.append(try choice(piece))
      } else {
        elements.append(.word(try word(piece)))
      }
    }
    if afterGap, let last = pieces.last {
      throw TermSyntaxError(
        id: "gap-place", column: last.column, message: "the gap '\(last.text)' must stand between two words")
    }
    if elements.count > slotLimit {
      throw TermSyntaxError(
        id: "term-too-long", column: pieces[0].column,
        message: "a term has at most \(slotLimit) slots and gaps")
    }
    return elements
  }

  private static func gap(_ piece: Cell) throws(TermSyntaxError) -> Int {
    guard piece.range.count == 2, let digit = piece.last, digit >= UInt8(ascii: "1"),
      digit <= UInt8(ascii: "9")
    else {
      throw TermSyntaxError(
        id: "bad-gap", column: piece.column,
        message: "'\(piece.text)': a gap is ~1 to ~9, the words that may stand there")
    }
    return Int(digit) - 0x30
  }

  private static func reference(_ piece: Cell) throws(TermSyntaxError) -> String {
    let id = piece[(piece.range.lowerBound + 1)..<piece.range.upperBound].text
    guard Identifier.isValid(id) else {
      throw TermSyntaxError(
        id: "bad-reference", column: piece.column,
        message: "'\(piece.text)': '@' stands before the id of an entry, with no other mark")
    }
    return id
  }

  private static func choice(_ piece: Cell) throws(TermSyntaxError) -> TermElement {
    guard let close = piece.firstIndex(of: UInt8(ascii: ")")) else {
      throw TermSyntaxError(
        id: "open-choice", column: piece.column, message: "'\(piece.text)': the bracket is not closed")
    }
    guard close == piece.range.upperBound - 1 else {
      throw TermSyntaxError(
        id: "choice-mark", column: piece.column(at: close) + 1,
        message: "'\(piece.text)': a space must follow ')'; marks stand on the words inside")
    }
    let inside = piece[(piece.range.lowerBound + 1)..<close]
    var alternatives: [[TermElement]] = []
    for alternative in inside.split(UInt8(ascii: "|")) {
      let pieces = alternative.pieces()
      guard !pieces.isEmpty else {
        throw TermSyntaxError(
          id: "empty-alternative", column: alternative.column,
          message: "'\(piece.text)': an alternative is empty")
      }
      alternatives.append(try sequence(pieces, choices: false))
    }
    return .choice(alternatives)
  }

  static func word(_ piece: Cell) throws(TermSyntaxError) -> TermWord {
    var rest = piece
    var word = TermWord(text: "")
    if rest.first == UInt8(ascii: "=") {
      word.mark = .exact
      rest = piece[(rest.range.lowerBound + 1)..<rest.range.upperBound]
    }
    if let slash = rest.range.last(where: { piece[$0] == UInt8(ascii: "/") }) {
      let tag = piece[(slash + 1)..<rest.range.upperBound].text
      guard let partOfSpeech = PartOfSpeech(rawValue: tag) else {
        throw TermSyntaxError(
          id: "unknown-part-of-speech", column: piece.column(at: slash) + 1,
          message: "'\(tag)' is no part of speech; known: \(knownTags)")
      }
      word.partOfSpeech = partOfSpeech
      rest = piece[rest.range.lowerBound..<slash]
    }
    if rest.last == UInt8(ascii: "+"), rest.range.count > 1 {
      word.hasFamily = true
      rest = piece[rest.range.lowerBound..<(rest.range.upperBound - 1)]
    }
    if rest.last == UInt8(ascii: "*") {
      guard word.mark == .inflected else {
        throw TermSyntaxError(
          id: "mark-clash", column: piece.column, message: "'\(piece.text)': '=' and '*' exclude each other")
      }
      word.mark = .prefix
      rest = piece[rest.range.lowerBound..<(rest.range.upperBound - 1)]
      let scalars = rest.text.unicodeScalars
      guard scalars.count >= 2 || scalars.first?.properties.numericType != nil else {
        throw TermSyntaxError(
          id: "short-prefix", column: piece.column,
          message: "'\(piece.text)': a prefix has at least two letters, or a digit")
      }
    }
    guard word.mark == .inflected || (word.partOfSpeech == nil && !word.hasFamily) else {
      throw TermSyntaxError(
        id: "mark-clash", column: piece.column,
        message: "'\(piece.text)': only a dictionary form takes a part of speech or '+', not '=' or '*'")
    }
    // Letters of both scripts may stand in the word where bytes of both do.
    var hasLatin = false
    var hasCyrillic = false
    for i in rest.range {
      switch piece[i] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0xC3...0xC9:
        hasLatin = true
      case 0xD0...0xD4: hasCyrillic = true
      case UInt8(ascii: "="), UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: ")"),
        UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: "~"), UInt8(ascii: ";"), UInt8(ascii: ":"),
        UInt8(ascii: "@"):
        throw TermSyntaxError(
          id: "misplaced-mark", column: piece.column(at: i),
          message: "'\(piece.text)': '\(Unicode.Scalar(piece[i]))' is a mark and cannot stand here")
      default: break
      }
    }
    word.text = rest.text
    guard !word.text.isEmpty else {
      throw TermSyntaxError(
        id: "empty-word", column: piece.column, message: "'\(piece.text)': a mark without a word")
    }
    if hasLatin, hasCyrillic, let foreign = MixedScript.firstForeignLetter(in: word.text) {
      throw TermSyntaxError(
        id: "mixed-script", column: piece.column,
        message:
          "'\(word.text)' mixes Latin and Cyrillic letters; the \(foreign.script) '\(foreign.letter)' looks wrong"
      )
    }
    return word
  }

  static let knownTags = PartOfSpeech.allCases.map(\.rawValue).joined(separator: " ")
}
