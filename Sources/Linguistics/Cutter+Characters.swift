/// What stands where in the text.
extension Cutter {
  func run(_ text: Span<UInt8>, _ from: Int, while condition: (UInt32) -> Bool) -> Int {
    var i = from
    while i < end {
      let (c, length) = text.scalar(at: i, end: end)
      if !condition(c) { break }
      i += length
    }
    return i
  }

  /// The end of the letters, digits and marks from `from` on.
  func wordEnd(_ text: Span<UInt8>, _ from: Int) -> Int {
    run(text, from) { [.letter, .digit, .mark].contains(table.characterClass($0)) }
  }

  func characterClass(_ text: Span<UInt8>, _ i: Int) -> CharacterClass {
    i < end ? table.characterClass(text.scalar(at: i, end: end).scalar) : .space
  }

  func isWordCharacter(_ text: Span<UInt8>, _ i: Int) -> Bool {
    let found = characterClass(text, i)
    return found == .letter || found == .digit
  }

  func isLetter(_ text: Span<UInt8>, _ i: Int) -> Bool { characterClass(text, i) == .letter }

  func isLower(_ text: Span<UInt8>, _ i: Int) -> Bool {
    isLetter(text, i) && !table.isUpper(text.scalar(at: i, end: end).scalar)
  }

  func isConjunction(_ text: Span<UInt8>, _ i: Int) -> Bool {
    i < end && lists.conjunctions.contains(folded(text, i..<wordEnd(text, i)))
  }

  func isDigit(_ b: UInt8) -> Bool { b >= 0x30 && b <= 0x39 }

  func isASCIILetter(_ b: UInt8) -> Bool { b | 0x20 >= 0x61 && b | 0x20 <= 0x7A }

  func isASCIILetterOrDigit(_ b: UInt8) -> Bool { isDigit(b) || isASCIILetter(b) }

  /// Digits and the marks inside numbers, digits at both ends.
  func isNumeric(_ text: Span<UInt8>, _ start: Int, _ stop: Int) -> Bool {
    guard isDigit(text[start]) else { return false }
    for i in start..<stop {
      let b = text[i]
      if !isDigit(b) && b != 0x2E && b != 0x2C && b != 0x3A && b != 0x2F && b != 0x2D { return false }
    }
    return true
  }

  func endsInDigit(_ text: Span<UInt8>, _ start: Int, _ stop: Int) -> Bool {
    stop > start && isDigit(text[stop - 1])
  }

  func followsDigit(_ text: Span<UInt8>, _ start: Int) -> Bool {
    let i = start > begin && text[start - 1] == 0x20 ? start - 2 : start - 1
    return i >= begin && isDigit(text[i])
  }

  /// Whether № or N stands before `start`, with or without a space.
  func followsNumberSign(_ text: Span<UInt8>, _ start: Int) -> Bool {
    let i = start > begin && text[start - 1] == 0x20 ? start - 1 : start
    return i >= begin + 3 && text[i - 3] == 0xE2 && text[i - 2] == 0x84 && text[i - 1] == 0x96
      || i >= begin + 1 && text[i - 1] == 0x4E
  }

  /// Case-folded code points, ё as е; for look-ups in the closed lists.
  func folded(_ text: Span<UInt8>, _ range: Range<Int>) -> [UInt32] {
    var scalars: [UInt32] = []
    appendScalars(text.extracting(range), to: &scalars)
    return scalars.map { c in
      guard c < UInt32(CharacterTable.foldLimit), table.folds[Int(c)] != 0 else { return c }
      return table.folds[Int(c)] == 0x451 ? 0x435 : UInt32(table.folds[Int(c)])
    }
  }
}

extension Span where Element == UInt8 {
  /// Whether a byte occurs in a range.
  func contains(_ byte: UInt8, in range: Range<Int>) -> Bool {
    for i in range where self[i] == byte { return true }
    return false
  }
}
