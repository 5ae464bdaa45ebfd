import Linguistics

/// What the structure stage looks at in a passage: its words' classes and its outward form.
struct PassageShape {
  typealias Class = StructureWords.Class

  /// Classes of all words, of the first four words, of the last three and of the last.
  var all: Class = []
  var opening: Class = []
  var closing: Class = []
  var last: Class = []
  /// Code points.
  var length = 0
  var words = 0
  /// Words that name an office or the body it belongs to.
  var officeWords = 0
  /// The number that an item or heading begins with: `3.` or `3)`.
  var number: Int?
  /// Begins with `1.1.` and a capital: a part of an item.
  var isPart = false
  /// Begins with `1)`: a sub-point.
  var isSubpoint = false
  /// The first words, as far as a label could reach, hold a colon.
  var hasEarlyColon = false
  /// Words before that colon.
  var wordsBeforeColon = 0
  /// A person's initial is among the first words: `Лысенко В.Г. – …`.
  var hasEarlyInitial = false
  /// Some words are written with their letters apart: `Х А Т Т А М А`.
  var isSpaced = false
  var endsSentence = false
  var endsWithColon = false
  var isUpperCase = false
  var beginsWithDash = false
  var beginsWithQuote = false
  /// Stands in round brackets as a whole: a remark of the minutes.
  var isBracketed = false
  /// Has a quotation mark or begins with a dash, as quoted speech does.
  var hasQuotation = false
  /// Ends with a verb of command: Kazakh -сын, -сін (`бекітілсін`).
  var endsWithCommand = false
  var hasDigit = false
  var isBold = false
  var isCentred = false
  var isRight = false
  var kind = SourceText.Block.Kind.paragraph

  /// Tokens among which a label's colon stands.
  private static let labelReach = 24
  /// Bytes among which the initials of a name stand that a passage begins with, the word for an office before it.
  private static let nameReach = 72
  /// Bytes that tell whether a passage is in capitals.
  private static let caseReach = 240

  init(
    _ block: SourceText.Block, tokens: ArraySlice<Token>, text: Span<UInt8>, types: TypeTable,
    words: inout StructureWords
  ) {
    kind = block.kind
    isBold = block.isBold
    isCentred = block.isCentred
    isRight = block.isRight
    words.extend(to: types)
    readWords(tokens.span, text, words.byType.span)
    readEdges(block.text, text)
    readNumber(tokens, text)
    if let last = tokens.last(where: { $0.kind == .word }) {
      endsWithCommand = types.withForm(last.type) { Self.isCommand($0) }
    }
  }

  private mutating func readWords(_ tokens: Span<Token>, _ text: Span<UInt8>, _ classes: Span<Class>) {
    var tally = WordTally()
    // Letters that stand apart, one after another.
    var singles = 0
    for index in tokens.indices {
      let token = tokens[index]
      guard token.kind == .word || token.kind == .number else {
        readMark(text[Int(token.start)], isInLabel: index < Self.labelReach, after: tally.count)
        singles = 0
        continue
      }
      if token.kind == .number {
        hasDigit = true
        singles = 0
      } else if token.end - token.start > 2 {
        singles = 0
      } else {
        singles += 1
        if singles == SpacedWord.shortest { isSpaced = true }
      }
      tally.add(classes[Int(token.type)])
    }
    take(isSpaced ? spacedWords(tokens, text, classes) : tally)
  }

  private mutating func take(_ tally: WordTally) {
    all = tally.all
    opening = tally.count < 4 ? tally.all : tally.opening
    closing = tally.closing
    last = tally.last
    words = tally.count
    officeWords = tally.offices
  }

  /// The words of a passage that writes some with their letters apart: `Х А Т Т А М А`.
  private mutating func spacedWords(_ tokens: Span<Token>, _ text: Span<UInt8>, _ classes: Span<Class>)
    -> WordTally
  {
    hasEarlyColon = false
    var tally = WordTally()
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      if let run = SpacedWord(at: index, tokens, text) {
        for part in StructureWords.classes(of: run) { tally.add(part) }
        index = run.end
        continue
      }
      if token.kind == .word || token.kind == .number {
        tally.add(classes[Int(token.type)])
      } else {
        readMark(text[Int(token.start)], isInLabel: index < Self.labelReach, after: tally.count)
      }
      index += 1
    }
    return tally
  }

  private mutating func readMark(_ byte: UInt8, isInLabel: Bool, after count: Int) {
    if byte == 0x3a, isInLabel, !hasEarlyColon {
      hasEarlyColon = true
      wordsBeforeColon = count
    }
    // «, “ and the straight mark.
    if byte == 0x22 || byte == 0xc2 || byte == 0xe2 { hasQuotation = true }
  }

  private mutating func readEdges(_ range: Range<Int>, _ text: Span<UInt8>) {
    guard !range.isEmpty else { return }
    length = CodePoints.count(text.extracting(range))
    readCase(text.extracting(range.lowerBound..<min(range.upperBound, range.lowerBound + Self.caseReach)))
    readInitial(text.extracting(range.lowerBound..<min(range.upperBound, range.lowerBound + Self.nameReach)))
    let last = text[range.upperBound - 1]
    endsWithColon = last == 0x3a
    endsSentence = last == 0x2e || last == 0x21 || last == 0x3f || last == 0x3b
    let first = text[range.lowerBound]
    let beforeLast = range.count > 1 ? text[range.upperBound - 2] : 0
    isBracketed = first == 0x28 && (last == 0x29 || last == 0x2e && beforeLast == 0x29)
    beginsWithQuote =
      first == 0x22 || (first == 0xc2 && range.count > 1 && text[range.lowerBound + 1] == 0xab)
    beginsWithDash = first == 0x2d
    if range.count > 2, first == 0xe2, text[range.lowerBound + 1] == 0x80 {
      let third = text[range.lowerBound + 2]
      beginsWithDash = third == 0x93 || third == 0x94
      beginsWithQuote = third == 0x9c || third == 0x9e
    }
  }

  /// One Cyrillic capital and a full stop, after a space or another stop.
  private mutating func readInitial(_ text: Span<UInt8>) {
    var i = 2
    while i < text.count {
      if text[i] == 0x2e, text[i - 2] >= 0xd0, text[i - 2] <= 0xd3,
        i == 2 || text[i - 3] == 0x20 || text[i - 3] == 0x2e,
        FoldedBytes.lower(text[i - 2], text[i - 1]) != (text[i - 2], text[i - 1])
      {
        hasEarlyInitial = true
        return
      }
      i += 1
    }
  }

  private mutating func readCase(_ text: Span<UInt8>) {
    var upper = 0
    var lower = 0
    for i in text.indices.dropLast() {
      let byte = text[i]
      guard byte >= 0xd0, byte <= 0xd3 else { continue }
      let folded = FoldedBytes.lower(byte, text[i + 1])
      if folded != (byte, text[i + 1]) { upper += 1 } else { lower += 1 }
      if lower * 10 > Self.caseReach { return }
    }
    isUpperCase = upper > 3 && lower * 10 <= upper
  }

  /// `3.` or `3)` at the start, digits glued to the mark, not a date or a decimal.
  private mutating func readNumber(_ tokens: ArraySlice<Token>, _ text: Span<UInt8>) {
    guard let first = tokens.first else { return }
    var i = Int(first.start)
    var value = 0
    var digits = 0
    while i < text.count, digits < 4, text[i] >= 0x30, text[i] <= 0x39 {
      value = value * 10 + Int(text[i] - 0x30)
      digits += 1
      i += 1
    }
    guard digits > 0, digits < 4, i < text.count, text[i] == 0x2e || text[i] == 0x29 else { return }
    guard i + 1 >= text.count || text[i + 1] < 0x30 || text[i + 1] > 0x39 else {
      isPart = text[i] == 0x2e && Self.isPartNumber(text.extracting(i...))
      return
    }
    isSubpoint = text[i] == 0x29
    number = value
  }

  /// `.1. Об областном бюджете`, `.2.3 План`: groups of one or two digits after the first, and a capital.
  private static func isPartNumber(_ text: Span<UInt8>) -> Bool {
    func isDigit(_ i: Int) -> Bool { i < text.count && text[i] >= 0x30 && text[i] <= 0x39 }
    var i = 0
    while i < text.count, text[i] == 0x2e, isDigit(i + 1) {
      i += isDigit(i + 2) ? 3 : 2
      if isDigit(i) { return false }
    }
    if i < text.count, text[i] == 0x2e || text[i] == 0x29 { i += 1 }
    guard i + 2 < text.count, text[i] == 0x20, text[i + 1] >= 0xd0, text[i + 1] <= 0xd3 else { return false }
    return FoldedBytes.lower(text[i + 1], text[i + 2]) != (text[i + 1], text[i + 2])
  }

  private static func isCommand(_ form: Span<UInt8>) -> Bool {
    // -сын, -сін
    guard form.count > 10 else { return false }
    let n = form.count
    let isS = form[n - 6] == 0xd1 && form[n - 5] == 0x81
    let isVowel = (form[n - 4] == 0xd1 && form[n - 3] == 0x8b) || (form[n - 4] == 0xd1 && form[n - 3] == 0x96)
    return isS && isVowel && form[n - 2] == 0xd0 && form[n - 1] == 0xbd
  }
}
