/// Addresses, punctuation and symbols.
extension Cutter {
  /// http://…: the end of the address whose scheme stands before the colon.
  func urlEnd(_ text: Span<UInt8>, start: Int, colon: Int) -> Int? {
    guard colon + 2 < end, text[colon + 1] == 0x2F, text[colon + 2] == 0x2F, isASCIILetter(text[start]) else {
      return nil
    }
    return addressEnd(text, colon + 3)
  }

  /// www.x, egov.kz: letters, a stop and a known last part.
  func domainEnd(_ text: Span<UInt8>, start: Int, stop: Int) -> Int? {
    guard stop + 1 < end, isWordCharacter(text, stop + 1) else { return nil }
    let isWWW = stop - start == 3 && folded(text, start..<stop) == [0x77, 0x77, 0x77]
    var at = stop
    var last = stop
    while at < end, at - start < Self.longestJoined, text[at] == 0x2E, isWordCharacter(text, at + 1) {
      var partEnd = wordEnd(text, at + 1)
      while partEnd < end, text[partEnd] == 0x2D || text[partEnd] == 0x5F, isWordCharacter(text, partEnd + 1)
      {
        partEnd = wordEnd(text, partEnd + 1)
      }
      last = at + 1
      at = partEnd
    }
    guard
      isWWW
        || isASCIILetterOrDigit(text[start]) && last < at && lists.domains.contains(folded(text, last..<at))
    else { return nil }
    return at < end && text[at] == 0x2F ? addressEnd(text, at) : at
  }

  /// The end of an address: the next space or closing mark, without trailing punctuation.
  func addressEnd(_ text: Span<UInt8>, _ from: Int) -> Int {
    var i = from
    while i < end {
      let (c, length) = text.scalar(at: i, end: end)
      if table.characterClass(c) == .space
        || [0x22, 0x3C, 0x3E, 0xAB, 0xBB, 0x201C, 0x201D, 0x29, 0x2C, 0x3B].contains(c)
      {
        break
      }
      i += length
    }
    while i > from, [0x2E, 0x3A, 0x21, 0x3F].contains(text[i - 1]) { i -= 1 }
    return i
  }

  /// The token that starts with punctuation or a symbol.
  mutating func cutSymbol(_ text: Span<UInt8>, start: Int, scalar: UInt32, length: Int) -> Piece {
    let after = start + length
    let kind: Token.Kind = table.characterClass(scalar) == .punctuation ? .punctuation : .symbol
    switch scalar {
    case 0x2E, 0x21, 0x3F, 0x2026:  // . ! ? …
      return Piece(
        range: start..<run(text, after) { $0 == 0x2E || $0 == 0x21 || $0 == 0x3F || $0 == 0x2026 }, kind: kind
      )
    case 0x2D, 0x5F, 0x60, 0x27, 0x7E, 0x2A, 0x2013, 0x2014:  // - _ ` ' ~ * – —
      return Piece(range: start..<run(text, after) { $0 == scalar }, kind: kind)
    case 0x28:
      // Two and more before a space are a smiley.
      let frown = run(text, after) { $0 == 0x28 }
      if frown > after && (frown == end || text[frown] == 0x20) {
        return Piece(range: start..<frown, kind: .symbol)
      }
      depth += 1
      return Piece(range: start..<after, kind: kind)
    case 0x29:
      if depth > 0 {
        depth -= 1
        return Piece(range: start..<after, kind: kind)
      }
      // Two letters before an unopened bracket make it a smiley; `1)` and `а)` number points.
      let isSmiley = start >= begin + 4 && text[start - 1] >= 0x80 && text[start - 3] >= 0x80
      let smile = run(text, after) { $0 == 0x29 }
      return Piece(range: start..<smile, kind: isSmiley || smile > after ? .symbol : kind)
    case 0x3D, 0x3A, 0x3B:  // =) :) ;)
      let mouth = run(text, after) { $0 == 0x29 }
      let isFirst = start == begin || text[start - 1] == 0x20
      let isSmiley = depth == 0 && isFirst && mouth > after
      return Piece(range: start..<(isSmiley ? mouth : after), kind: isSmiley ? .symbol : kind)
    case 0x23, 0x40:  // #tag, @name
      let tag = run(text, after) {
        $0 == 0x5F || $0 == 0x23 || $0 == 0x2D || [.letter, .digit, .mark].contains(table.characterClass($0))
      }
      return Piece(range: start..<tag, kind: .symbol)
    case 0x26:  // &amp; &#39;
      guard var entity = entityEnd(text, start) else { return Piece(range: start..<after, kind: kind) }
      let size = entity - start
      while entity + size <= end, (0..<size).allSatisfy({ text[start + $0] == text[entity + $0] }) {
        entity += size
      }
      return Piece(range: start..<entity, kind: .symbol)
    case 0x25, 0x2030, 0xB0:
      // °C is one sign.
      if scalar == 0xB0, isLetter(text, after), case let unit = wordEnd(text, after), unit - after <= 2 {
        return Piece(
          range: start..<unit, kind: .symbol, needsLanguage: start > begin && isDigit(text[start - 1]))
      }
      let isGlued = start > begin && isDigit(text[start - 1])
      return Piece(range: start..<after, kind: kind, needsLanguage: isGlued)
    default:
      guard kind == .symbol, scalar >= 0x203C, scalar != 0xFFFD, scalar != 0x2116 else {
        return Piece(range: start..<after, kind: kind)
      }
      let emoji = run(text, after) {
        $0 >= 0x200D && $0 != 0xFFFD && $0 != 0x2116 && [.symbol, .mark].contains(table.characterClass($0))
      }
      return Piece(range: start..<emoji, kind: .symbol)
    }
  }

  private func entityEnd(_ text: Span<UInt8>, _ start: Int) -> Int? {
    var i = start + 1
    while i < end, i < start + 10, isASCIILetterOrDigit(text[i]) || text[i] == 0x23 { i += 1 }
    return i < end && i > start + 2 && text[i] == 0x3B ? i + 1 : nil
  }
}
