import Linguistics

/// What the structure stage looks at in a passage: its words' classes and its outward form.
struct PassageShape {
  typealias Class = StructureWords.Class

  /// Classes of all words, of the first four words, and of the words before the first colon.
  var all: Class = []
  var opening: Class = []
  /// Code points.
  var length = 0
  var words = 0
  /// The number that an item or heading begins with: `3.` or `3)`.
  var number: Int?
  /// Begins with `1)`: a sub-point.
  var isSubpoint = false
  /// The first words, as far as a label could reach, hold a colon.
  var hasEarlyColon = false
  var endsSentence = false
  var endsWithColon = false
  var isUpperCase = false
  var beginsWithDash = false
  var beginsWithQuote = false
  /// Has a quotation mark or begins with a dash, as quoted speech does.
  var hasQuotation = false
  /// Ends with a verb of command: Kazakh -сын, -сін (`бекітілсін`).
  var endsWithCommand = false
  var hasDigit = false
  var isBold = false
  var isCentred = false
  var isRight = false
  var kind = SourceText.Block.Kind.paragraph

  init(
    _ block: SourceText.Block, tokens: ArraySlice<Token>, text: Span<UInt8>, types: TypeTable,
    words: inout StructureWords
  ) {
    kind = block.kind
    isBold = block.isBold
    isCentred = block.isCentred
    isRight = block.isRight
    var wordCount = 0
    for (k, token) in tokens.enumerated() {
      guard token.kind == .word || token.kind == .number else {
        let byte = text[Int(token.start)]
        if byte == 0x3a, k < 24 { hasEarlyColon = true }
        // «, “ and the straight mark.
        if byte == 0x22 || byte == 0xc2 || byte == 0xe2 { hasQuotation = true }
        continue
      }
      wordCount += 1
      if token.kind == .number { hasDigit = true }
      let classes = words.classes(of: token.type, in: types)
      all.formUnion(classes)
      if wordCount <= 4 { opening.formUnion(classes) }
    }
    self.words = wordCount
    readEdges(block.text, text)
    readNumber(tokens, text)
    if let last = tokens.last(where: { $0.kind == .word }) {
      endsWithCommand = types.withForm(last.type) { Self.isCommand($0) }
    }
  }

  private mutating func readEdges(_ range: Range<Int>, _ text: Span<UInt8>) {
    var points = 0
    var upper = 0
    var lower = 0
    var i = range.lowerBound
    while i < range.upperBound {
      let byte = text[i]
      if byte & 0xc0 != 0x80 { points += 1 }
      if points <= 120, byte == 0xd0 || byte == 0xd1 || byte == 0xd2 || byte == 0xd3, i + 1 < range.upperBound
      {
        let folded = FoldedBytes.lower(byte, text[i + 1])
        if folded != (byte, text[i + 1]) { upper += 1 } else { lower += 1 }
      }
      i += 1
    }
    length = points
    isUpperCase = upper > 3 && lower * 10 <= upper
    guard !range.isEmpty else { return }
    let last = text[range.upperBound - 1]
    endsWithColon = last == 0x3a
    endsSentence = last == 0x2e || last == 0x21 || last == 0x3f || last == 0x3b
    let first = text[range.lowerBound]
    beginsWithQuote =
      first == 0x22 || (first == 0xc2 && range.count > 1 && text[range.lowerBound + 1] == 0xab)
    beginsWithDash = first == 0x2d
    if range.count > 2, first == 0xe2, text[range.lowerBound + 1] == 0x80 {
      let third = text[range.lowerBound + 2]
      beginsWithDash = third == 0x93 || third == 0x94
      beginsWithQuote = third == 0x9c || third == 0x9e
    }
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
    guard i + 1 >= text.count || text[i + 1] < 0x30 || text[i + 1] > 0x39 else { return }
    isSubpoint = text[i] == 0x29
    number = value
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
