import Linguistics

/// What is wrong with a term or condition, and where in the line.
struct TermSyntaxError: Error, Equatable {
  var id: String
  /// Code points from the start of the line, from 1.
  var column: Int
  var message: String
}

/// A stretch of a line that knows its column.
struct Cell {
  var scalars: ArraySlice<Unicode.Scalar>
  /// Code points from the start of the line to the first scalar, from 1.
  var column: Int { scalars.startIndex + 1 }
  var isEmpty: Bool { scalars.isEmpty }
  var text: String { String(String.UnicodeScalarView(scalars)) }

  func trimmed() -> Cell {
    var slice = scalars
    while let first = slice.first, Cell.isSpace(first) { slice.removeFirst() }
    while let last = slice.last, Cell.isSpace(last) { slice.removeLast() }
    return Cell(scalars: slice)
  }

  /// The parts between separators, empty ones included, each trimmed.
  func split(_ separator: Unicode.Scalar) -> [Cell] {
    scalars.split(separator: separator, omittingEmptySubsequences: false).map { Cell(scalars: $0).trimmed() }
  }

  /// The parts between white space; a bracketed choice stays whole.
  func pieces() -> [Cell] {
    var pieces: [Cell] = []
    var start = scalars.startIndex
    var depth = 0
    for i in scalars.indices {
      switch scalars[i] {
      case "(": depth += 1
      case ")": depth -= 1
      case let scalar where Cell.isSpace(scalar) && depth <= 0:
        if start < i { pieces.append(Cell(scalars: scalars[start..<i])) }
        start = i + 1
      default: break
      }
    }
    if start < scalars.endIndex { pieces.append(Cell(scalars: scalars[start...])) }
    return pieces
  }

  /// No-break spaces come from word processors and mean nothing else here.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\u{A0}" }
}

/// The grammar of terms:
///
///     term    = half [" & " half]
///     half    = slot {" " ["~N" " "] slot}
///     slot    = word | "(" words {"|" words} ")"
///     words   = word {" " ["~N" " "] word}
///     word    = "=" form | form "*" | form ["/" part of speech]
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
      if piece.scalars.elementsEqual(["&"]) {
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
      if piece.scalars.first == "~" {
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
      if piece.scalars.first == "(" {
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
    let digits = piece.scalars.dropFirst()
    guard digits.count == 1, let digit = digits.first, ("1"..."9").contains(digit) else {
      throw TermSyntaxError(
        id: "bad-gap", column: piece.column,
        message: "'\(piece.text)': a gap is ~1 to ~9, the words that may stand there")
    }
    return Int(digit.value) - 0x30
  }

  private static func choice(_ piece: Cell) throws(TermSyntaxError) -> TermElement {
    guard let close = piece.scalars.firstIndex(of: ")") else {
      throw TermSyntaxError(
        id: "open-choice", column: piece.column, message: "'\(piece.text)': the bracket is not closed")
    }
    guard close == piece.scalars.endIndex - 1 else {
      throw TermSyntaxError(
        id: "choice-mark", column: close + 2,
        message: "'\(piece.text)': a space must follow ')'; marks stand on the words inside")
    }
    let inside = Cell(scalars: piece.scalars[(piece.scalars.startIndex + 1)..<close])
    var alternatives: [[TermElement]] = []
    for alternative in inside.split("|") {
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
    var scalars = piece.scalars
    var word = TermWord(text: "")
    if scalars.first == "=" {
      word.mark = .exact
      scalars.removeFirst()
    }
    if let slash = scalars.lastIndex(of: "/") {
      let tag = String(String.UnicodeScalarView(scalars[(slash + 1)...]))
      guard let partOfSpeech = PartOfSpeech(rawValue: tag) else {
        throw TermSyntaxError(
          id: "unknown-part-of-speech", column: slash + 2,
          message: "'\(tag)' is no part of speech; known: \(knownTags)")
      }
      word.partOfSpeech = partOfSpeech
      scalars = scalars[..<slash]
    }
    if scalars.last == "*" {
      guard word.mark == .inflected else {
        throw TermSyntaxError(
          id: "mark-clash", column: piece.column, message: "'\(piece.text)': '=' and '*' exclude each other")
      }
      word.mark = .prefix
      scalars.removeLast()
      guard scalars.count >= 2 || scalars.first?.properties.numericType != nil else {
        throw TermSyntaxError(
          id: "short-prefix", column: piece.column,
          message: "'\(piece.text)': a prefix has at least two letters, or a digit")
      }
    }
    guard word.mark == .inflected || word.partOfSpeech == nil else {
      throw TermSyntaxError(
        id: "mark-clash", column: piece.column,
        message: "'\(piece.text)': only a dictionary form takes a part of speech, not '=' or '*'")
    }
    for (i, scalar) in zip(scalars.indices, scalars) where "=*/()|&~;:".unicodeScalars.contains(scalar) {
      throw TermSyntaxError(
        id: "misplaced-mark", column: i + 1,
        message: "'\(piece.text)': '\(scalar)' is a mark and cannot stand here")
    }
    word.text = String(String.UnicodeScalarView(scalars))
    guard !word.text.isEmpty else {
      throw TermSyntaxError(
        id: "empty-word", column: piece.column, message: "'\(piece.text)': a mark without a word")
    }
    if let foreign = MixedScript.firstForeignLetter(in: word.text) {
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
