/// From bytes to tokens.
extension TextAnalyzer {
  /// Appends the tokens of `text[range]` to `tokens` and their surfaces to `surfaceOf`.
  ///
  /// Cost: about five nanoseconds a byte; nothing is allocated per token.
  func tokenize(_ text: Span<UInt8>, in range: Range<Int>, into tokens: inout [Token]) {
    let classes = table.classes
    let end = range.upperBound
    let letter = CharacterClass.letter.rawValue
    let digit = CharacterClass.digit.rawValue
    let mark = CharacterClass.mark.rawValue
    let firstToken = tokens.count
    // Locals, so that the loop pays for no exclusivity checks.
    var surfaces = SurfaceTable(taking: &self.surfaces)
    defer { swap(&surfaces, &self.surfaces) }
    var surfaceOf: [Int32] = []
    swap(&surfaceOf, &self.surfaceOf)
    defer { swap(&surfaceOf, &self.surfaceOf) }
    var cutter = Cutter(range: range, table: table, lists: lists)
    // The token before, not yet appended: whether it joins the next one is not known.
    var pending = Token(start: -1, end: -1, type: 0, kind: .symbol, joinsNext: false)
    var i = range.lowerBound
    while i < end {
      let b = text[i]
      if b == 0x20 {
        i += 1
        continue
      }
      let start = i
      // A run of letters, digits and marks.
      var digits = false
      var letters = false
      while i < end {
        let b = text[i]
        let kind: UInt8
        var length = 1
        if b & 0xFE == 0xD0 && i + 1 < end && text[i + 1] & 0xC0 == 0x80 {
          // U+0400-U+047F: letters all of them.
          letters = true
          i += 2
          continue
        }
        if b < 0x80 {
          kind = classes[Int(b)]
        } else if b >= 0xC2 && b < 0xE0 && i + 1 < end && text[i + 1] & 0xC0 == 0x80 {
          kind = classes[Int(b & 0x1F) << 6 | Int(text[i + 1] & 0x3F)]
          length = 2
        } else {
          let (c, n) = text.scalar(at: i, end: end)
          kind = c < UInt32(CharacterTable.limit) ? classes[Int(c)] : table.characterClass(c).rawValue
          length = n
        }
        if kind == letter {
          letters = true
        } else if kind == digit {
          digits = true
        } else if kind != mark {
          break
        }
        i += length
      }
      if i > start {
        // Most words end at a space or a comma; whatever else follows may belong to the token.
        if i < end && text[i] != 0x20 && (text[i] != 0x2C || digits) || digits && letters {
          let piece = cutter.cut(
            text, start: start, runEnd: i, analyzer: self, surfaces: &surfaces)
          append(piece.range, piece.kind, text, &surfaces, &surfaceOf, &tokens, &pending)
          if piece.needsLanguage { revisions.append(Int32(truncatingIfNeeded: tokens.count - firstToken)) }
          i = piece.range.upperBound
        } else {
          append(
            start..<i, digits && !letters ? .number : .word, text, &surfaces, &surfaceOf, &tokens, &pending)
        }
        continue
      }
      let (c, length) = text.scalar(at: i, end: end)
      if table.characterClass(c) == .space {
        i += length
        continue
      }
      let piece = cutter.cutSymbol(text, start: i, scalar: c, length: length)
      append(piece.range, piece.kind, text, &surfaces, &surfaceOf, &tokens, &pending)
      if piece.needsLanguage { revisions.append(Int32(truncatingIfNeeded: tokens.count - firstToken)) }
      i = piece.range.upperBound
    }
    if pending.start >= 0 { tokens.append(pending) }
  }

  @inline(__always)
  private func append(
    _ range: Range<Int>, _ kind: Token.Kind, _ text: Span<UInt8>, _ surfaces: inout SurfaceTable,
    _ surfaceOf: inout [Int32], _ tokens: inout [Token], _ pending: inout Token
  ) {
    let id = surface(text, range.lowerBound, range.upperBound, &surfaces)
    surfaceOf.append(Int32(truncatingIfNeeded: id))
    if pending.start >= 0 {
      pending.joinsNext = Int(pending.end) == range.lowerBound
      tokens.append(pending)
    }
    pending = Token(
      start: Int32(truncatingIfNeeded: range.lowerBound), end: Int32(truncatingIfNeeded: range.upperBound),
      type: surfaces.surfaces[id].type, kind: kind, joinsNext: false)
  }
}

extension SurfaceTable {
  /// Moves a table out of a property, so that a loop works on a local without exclusivity checks.
  init(taking table: inout SurfaceTable) {
    self = SurfaceTable(empty: ())
    swap(&self, &table)
  }
}
