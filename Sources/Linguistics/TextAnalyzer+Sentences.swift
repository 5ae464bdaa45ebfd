/// From tokens to sentences.
///
/// A sentence ends after `. ? ! …` (with the quotes and brackets that close there) where the next token could
/// begin one: a capital, a digit, an opening quote or bracket, a dash before any of them. Abbreviations, initials,
/// numbers of points (1. 12. а)) and dashes before small letters keep a sentence together.
extension TextAnalyzer {
  func splitSentences(_ text: Span<UInt8>, from first: Int, into analysis: inout TextAnalysis) {
    let count = analysis.tokens.count
    var sentenceStart = first
    let surfaces = self.surfaces.surfaces
    let surfaceOf = self.surfaceOf
    var k = first
    while k < count {
      let token = analysis.tokens[k]
      let traits = surfaces[Int(surfaceOf[k - first])].traits
      if traits.rawValue & Traits.opener.rawValue != 0, k > sentenceStart,
        isLostLineBreak(text, k, first: first, tokens: analysis.tokens)
      {
        analysis.sentences.append(
          Sentence(
            tokens: Int32(truncatingIfNeeded: sentenceStart)..<Int32(truncatingIfNeeded: k), language: .other)
        )
        sentenceStart = k
      }
      let isCandidate =
        traits.rawValue & (Traits.endsInStop.rawValue | Traits.tag.rawValue) != 0
        || (token.kind != .word && token.kind != .number && mayEnd(text[Int(token.start)]))
      guard isCandidate, k + 1 < count else {
        k += 1
        continue
      }
      if let next = boundary(
        text, after: k, sentenceStart: sentenceStart, first: first, tokens: analysis.tokens)
      {
        analysis.sentences.append(
          Sentence(
            tokens: Int32(truncatingIfNeeded: sentenceStart)..<Int32(truncatingIfNeeded: next),
            language: .other))
        sentenceStart = next
        k = next
      } else {
        k += 1
      }
    }
    analysis.sentences.append(
      Sentence(
        tokens: Int32(truncatingIfNeeded: sentenceStart)..<Int32(truncatingIfNeeded: count), language: .other)
    )
  }

  /// Whether the opener at token `k` follows running text without any mark between: a line break got lost there.
  private func isLostLineBreak(_ text: Span<UInt8>, _ k: Int, first: Int, tokens: [Token]) -> Bool {
    guard !tokens[k - 1].joinsNext else { return false }
    let before = traits(k - 1 - first)
    if text[Int(tokens[k].start)] == 0x40 {
      return before.contains(.hasLetter) && text[Int(tokens[k - 1].start)] != 0x40
    }
    let isWord =
      before.contains(.startsLower)
      || before.contains(.startsUpper) && before.isDisjoint(with: [.opener, .allUpper])
    return isWord && !before.contains(.endsInStop) || before.contains(.tag)
      || tokens[k - 1].kind == .number && k >= first + 3 && traits(k - 2 - first).contains(.startsLower)
  }

  @inline(__always)
  func traits(_ index: Int) -> Traits { surfaces.surfaces[Int(surfaceOf[index])].traits }

  /// `.` `!` `?` `:` `;` `=` `(` `)` and the first bytes of `…` and of emoji.
  @inline(__always)
  private func mayEnd(_ b: UInt8) -> Bool {
    b == 0x2E || b == 0x21 || b == 0x3F || (b >= 0x3A && b <= 0x3D) || b & 0xFE == 0x28 || b >= 0xE2
  }

  private enum Mark { case stop, strong, ellipsis, semicolon, colon, smiley, emoji, tag, none }

  private func mark(_ text: Span<UInt8>, _ token: Token, _ traits: Traits) -> Mark {
    let b = text[Int(token.start)]
    let length = token.end - token.start
    if token.kind == .symbol && text[Int(token.end) - 1] & 0xFE == 0x28 { return .smiley }
    switch b {
    case 0x2E: return length == 1 ? .stop : .ellipsis
    case 0x21, 0x3F: return .strong
    case 0x3B: return .semicolon
    case 0x3A where length == 1: return .colon
    default:
      if b == 0xE2 && length >= 3 && text[Int(token.start) + 1] == 0x80 && text[Int(token.start) + 2] == 0xA6
      {
        return .ellipsis
      }
      return traits.contains(.tag) ? .tag : traits.contains(.emoji) ? .emoji : .none
    }
  }

  /// The token that begins the next sentence where one ends at token `k`, or nil.
  private func boundary(
    _ text: Span<UInt8>, after k: Int, sentenceStart: Int, first: Int, tokens: [Token]
  ) -> Int? {
    let token = tokens[k]
    let traits = traits(k - first)
    let isAbbreviation = traits.contains(.endsInStop)
    let mark = isAbbreviation ? .stop : mark(text, token, traits)
    if mark == .none || mark == .emoji && traits.contains(.opener) { return nil }
    // What closes here belongs to the sentence.
    var next = k + 1
    while next < tokens.count && tokens[next - 1].joinsNext && closes(text, tokens[next]) { next += 1 }
    if next < tokens.count, isLoneClosingQuote(text, tokens, next) { next += 1 }
    guard next < tokens.count else { return nil }
    let gap = !tokens[next - 1].joinsNext
    if self.traits(next - first).contains([.emoji, .opener]) { return next }
    // An emoji after the mark still belongs to the sentence and ends it, but one that is glued to the next word is a
    // bullet (👉Места …) and begins the next.
    if mark != .semicolon, mark != .colon, !isAbbreviation,
      self.mark(text, tokens[next], self.traits(next - first)) == .emoji
    {
      return gap && (mark == .emoji || tokens[next].joinsNext && next + 1 < tokens.count) ? next : nil
    }
    let begins = beginning(text, next, first, tokens)
    switch mark {
    case .semicolon:
      return begins == .enumeration && gap ? next : nil
    case .colon:
      if begins == .upper, gap, isDash(text, tokens[next]), !tokens[next].joinsNext {
        directSpeech.append(Int32(truncatingIfNeeded: next))
      }
      return nil
    case .emoji, .smiley:
      return gap && (begins == .upper || begins == .other) ? next : nil
    case .tag:
      return gap && self.traits(next - first).contains(.startsUpper) ? next : nil
    case .stop:
      if isAbbreviation {
        return begins == .upper && gap && endsSentence(k, traits, sentenceStart, first, tokens) ? next : nil
      }
      if begins == .lower && gap && next == k + 1 { return endsPlainly(text, k, first, tokens) ? next : nil }
      if begins == .lower || begins == .mark { return nil }
      if !gap && begins != .upper { return nil }
      if isPointNumber(text, k, sentenceStart, first, tokens) { return nil }
      return next
    case .strong where begins == .lower && gap && next == k + 1:
      return self.traits(next - first).contains(.startsLower) ? next : nil
    case .strong, .ellipsis:
      if begins == .lower || begins == .mark { return nil }
      return gap || begins == .upper ? next : nil
    case .none: return nil
    }
  }

  /// Whether the full stop at token `k`, followed by a small letter, ends a sentence all the same: a long word stands
  /// before it, which is no abbreviation, and the next token is a word.
  private func endsPlainly(_ text: Span<UInt8>, _ k: Int, _ first: Int, _ tokens: [Token]) -> Bool {
    guard k > first, tokens[k - 1].joinsNext, traits(k + 1 - first).contains(.startsLower) else {
      return false
    }
    return tokens[k - 1].kind == .word && tokens[k - 1].end - tokens[k - 1].start >= 8
  }

  private enum Beginning { case upper, lower, digit, enumeration, mark, other }

  /// What a sentence that began at token `k` would begin with, opening marks and dashes aside.
  private func beginning(_ text: Span<UInt8>, _ k: Int, _ first: Int, _ tokens: [Token]) -> Beginning {
    var k = k
    var dash = false
    var opened = false
    while k < tokens.count {
      let token = tokens[k]
      let traits = traits(k - first)
      if traits.contains(.tag) { return text[Int(token.start)] == 0x23 ? .mark : .upper }
      if traits.contains(.hasLetter) && !traits.contains(.startsDigit) {
        if isEnumeration(text, k, tokens) { return .enumeration }
        if traits.contains(.startsLower) { return token.kind == .symbol ? .upper : .lower }
        return .upper
      }
      if traits.contains(.startsDigit) {
        if isEnumeration(text, k, tokens) { return .enumeration }
        return dash || opened ? .lower : .digit
      }
      if traits.contains(.emoji) { return .other }
      if isDash(text, token) {
        if dash { return .other }
        dash = true
      } else if opens(text, token) {
        opened = true
      } else {
        return .mark
      }
      k += 1
    }
    return .other
  }

  /// `1)` `12)` `а)` `1.`
  private func isEnumeration(_ text: Span<UInt8>, _ k: Int, _ tokens: [Token]) -> Bool {
    guard k + 1 < tokens.count, tokens[k].joinsNext, tokens[k].end - tokens[k].start <= 3 else {
      return false
    }
    return text[Int(tokens[k + 1].start)] == 0x29
  }

  /// `1.` or `I.` at the beginning of a sentence: the number of the point, not a sentence.
  private func isPointNumber(
    _ text: Span<UInt8>, _ k: Int, _ sentenceStart: Int, _ first: Int, _ tokens: [Token]
  ) -> Bool {
    guard k > sentenceStart, tokens[k - 1].joinsNext else { return false }
    // «1. Утвердить …
    for opening in sentenceStart..<(k - 1) where !opens(text, tokens[opening]) { return false }
    let before = traits(k - 1 - first)
    return tokens[k - 1].kind == .number && tokens[k - 1].end - tokens[k - 1].start <= 8
      || before.contains(.roman)
  }

  /// Whether the abbreviation at token `k`, followed by a capital, ends a sentence.
  private func endsSentence(_ k: Int, _ traits: Traits, _ sentenceStart: Int, _ first: Int, _ tokens: [Token])
    -> Bool
  {
    let kinds = traits.abbreviation
    if kinds.contains(.final) {
      // `и т. д.`, `и др.`; a lone `д.` or `п.` is a house or a point.
      return !traits.contains(.singleLetter)
        || (k > first && self.traits(k - 1 - first).contains([.singleLetter, .endsInStop]))
    }
    if kinds.contains(.year) {
      let previous = k > first ? self.traits(k - 1 - first) : []
      return (previous.contains(.startsDigit) || previous.contains(.roman)) && k - sentenceStart >= 4
    }
    return false
  }

  private func isDash(_ text: Span<UInt8>, _ token: Token) -> Bool {
    let b = text[Int(token.start)]
    if b == 0x2D { return true }
    return b == 0xE2 && token.end - token.start >= 3 && text[Int(token.start) + 1] == 0x80
      && (0x90...0x95).contains(text[Int(token.start) + 2])
  }

  private func opens(_ text: Span<UInt8>, _ token: Token) -> Bool {
    switch text[Int(token.start)] {
    case 0x28, 0x5B, 0x22, 0x27, 0x60, 0x26, 0x23, 0x40, 0x2A: return true
    case 0xC2: return token.end - token.start == 2 && text[Int(token.start) + 1] == 0xAB
    case 0xE2:
      guard token.end - token.start == 3 else { return false }
      let c = text[Int(token.start) + 2]
      // “ „ ‘ ‹ • № and squares
      return text[Int(token.start) + 1] == 0x80 && (0x98...0x9F).contains(c)
        || text[Int(token.start) + 1] != 0x80
    default: return false
    }
  }

  private func closes(_ text: Span<UInt8>, _ token: Token) -> Bool {
    switch text[Int(token.start)] {
    case 0x29, 0x5D, 0x22, 0x27: return true
    case 0x26: return token.end - token.start > 1
    case 0xC2: return token.end - token.start == 2 && text[Int(token.start) + 1] == 0xBB
    case 0xE2:
      return token.end - token.start == 3 && text[Int(token.start) + 1] == 0x80
        && (0x98...0x9F).contains(text[Int(token.start) + 2])
    default: return false
    }
  }

  /// A closing quote set off by a space, as in treebanks and careless typing: `… сказал он . »`.
  private func isLoneClosingQuote(_ text: Span<UInt8>, _ tokens: [Token], _ k: Int) -> Bool {
    let token = tokens[k]
    return text[Int(token.start)] == 0xC2 && token.end - token.start == 2
      && text[Int(token.start) + 1] == 0xBB
      && !token.joinsNext
  }
}
