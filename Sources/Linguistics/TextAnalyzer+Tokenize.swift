/// From bytes to tokens.
extension TextAnalyzer {
  /// Appends the tokens of `text[range]` to `tokens` and their surfaces to `surfaceOf`: cuts them all, then looks them up.
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
    var cutter = Cutter(range: range, table: table, lists: lists)
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
          if piece.needsLanguage { revisions.append(Int32(truncatingIfNeeded: tokens.count - firstToken)) }
          Self.append(piece.range, piece.kind, to: &tokens, from: firstToken)
          i = piece.range.upperBound
        } else {
          Self.append(start..<i, digits && !letters ? .number : .word, to: &tokens, from: firstToken)
        }
        continue
      }
      let (c, length) = text.scalar(at: i, end: end)
      if table.characterClass(c) == .space {
        i += length
        continue
      }
      let piece = cutter.cutSymbol(text, start: i, scalar: c, length: length)
      if piece.needsLanguage { revisions.append(Int32(truncatingIfNeeded: tokens.count - firstToken)) }
      Self.append(piece.range, piece.kind, to: &tokens, from: firstToken)
      i = piece.range.upperBound
    }
    lookUp(text, &tokens, from: firstToken, &surfaces)
  }

  /// Appends a token whose type is not known yet.
  @inline(__always)
  private static func append(
    _ range: Range<Int>, _ kind: Token.Kind, to tokens: inout [Token], from firstToken: Int
  ) {
    let last = tokens.count - 1
    if last >= firstToken { tokens[last].joinsNext = Int(tokens[last].end) == range.lowerBound }
    tokens.append(
      Token(
        start: Int32(truncatingIfNeeded: range.lowerBound), end: Int32(truncatingIfNeeded: range.upperBound),
        type: -1, kind: kind, joinsNext: false))
  }

  /// Gives the tokens from `firstToken` on their types, and `surfaceOf` their surfaces.
  ///
  /// Some hundred tokens at a time, and in two steps: rare words stand in memory that no cache holds, and the processor
  /// fetches that of many at once where nothing that one is asked for depends on the one before.
  private func lookUp(
    _ text: Span<UInt8>, _ tokens: inout [Token], from firstToken: Int, _ surfaces: inout SurfaceTable
  ) {
    var surfaceOf: [Int32] = []
    swap(&surfaceOf, &self.surfaceOf)
    defer { swap(&surfaceOf, &self.surfaceOf) }
    var keys: [SurfaceTable.Key] = []
    swap(&keys, &self.keys)
    defer { swap(&keys, &self.keys) }
    var first = firstToken
    while first < tokens.count {
      let end = min(first + Self.lookUpWidth, tokens.count)
      keys.removeAll(keepingCapacity: true)
      for k in first..<end {
        let key = SurfaceTable.Key(text.bytes, Int(tokens[k].start), Int(tokens[k].end))
        keys.append(key)
        surfaceOf.append(surfaces.likely(key))
      }
      for k in first..<end {
        var id = Int(surfaceOf[k - firstToken])
        let (start, end) = (Int(tokens[k].start), Int(tokens[k].end))
        if !surfaces.holds(id, text.bytes, start, end, keys[k - first]) {
          id = surface(text, start, end, &surfaces)
          surfaceOf[k - firstToken] = Int32(truncatingIfNeeded: id)
        }
        tokens[k].type = surfaces.surfaces[id].type
      }
      first = end
    }
  }

  private static let lookUpWidth = 256
}

extension SurfaceTable {
  /// Moves a table out of a property, so that a loop works on a local without exclusivity checks.
  init(taking table: inout SurfaceTable) {
    self = SurfaceTable(empty: ())
    swap(&self, &table)
  }
}
