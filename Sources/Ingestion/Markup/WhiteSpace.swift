/// The collapsing that every passage goes through and that `verify` repeats: runs of white space become one
/// space, no-break spaces are spaces, soft hyphens and zero-width characters vanish, nothing else changes.
enum WhiteSpace {
  /// What the byte at an index begins, for collapsing.
  enum Class {
    /// White space of so many bytes.
    case space(Int)
    /// An invisible character of so many bytes that is left out.
    case invisible(Int)
    case other
  }

  /// Classifies the character at `i`. White space: U+0009…U+000D, U+0020, U+0085, U+00A0, U+1680, U+2000…U+200A,
  /// U+2028, U+2029, U+202F, U+205F, U+3000. Invisible: U+00AD, U+200B…U+200D, U+FEFF.
  @inline(__always)
  static func classify(_ text: Span<UInt8>, _ i: Int) -> Class {
    let byte = text[i]
    if byte <= 0x20 { return byte == 0x20 || (byte >= 0x09 && byte <= 0x0d) ? .space(1) : .other }
    guard byte == 0xc2 || byte == 0xe2 || byte == 0xe1 || byte == 0xe3 || byte == 0xef else { return .other }
    return classifyMultibyte(text, i, byte)
  }

  private static func classifyMultibyte(_ text: Span<UInt8>, _ i: Int, _ byte: UInt8) -> Class {
    guard i + 1 < text.count else { return .other }
    let second = text[i + 1]
    if byte == 0xc2 {
      if second == 0xa0 || second == 0x85 { return .space(2) }
      return second == 0xad ? .invisible(2) : .other
    }
    guard i + 2 < text.count else { return .other }
    let third = text[i + 2]
    switch (byte, second, third) {
    case (0xe2, 0x80, 0x80...0x8a), (0xe2, 0x80, 0xa8), (0xe2, 0x80, 0xa9), (0xe2, 0x80, 0xaf),
      (0xe2, 0x81, 0x9f), (0xe1, 0x9a, 0x80), (0xe3, 0x80, 0x80):
      return .space(3)
    case (0xe2, 0x80, 0x8b...0x8d), (0xef, 0xbb, 0xbf):
      return .invisible(3)
    default:
      return .other
    }
  }

  /// The end of the words that begin with the character at `start`, none of which `classify` would change, with
  /// one space between each two; and the number of these spaces.
  static func endOfPlain(_ text: Span<UInt8>, _ start: Int, _ limit: Int) -> (end: Int, spaces: Int) {
    let text = text.extracting(..<limit)
    let end = ByteLanes.firstIndex(in: text, from: start + 1) { word, next in
      changing(word) & ByteLanes.not(ByteLanes.equal(0x20, word) & ByteLanes.not(changing(next)))
    }
    return (end, ByteLanes.count(text.extracting(start..<end)) { ByteLanes.equal(0x20, $0) })
  }

  /// Bytes that may be part of a character that does not stay as it is.
  @inline(__always)
  private static func changing(_ word: ByteLanes.Word) -> ByteLanes.Word {
    ByteLanes.below(0x21, word) | ByteLanes.equal(0xc2, word) | ByteLanes.within(0xe1...0xff, word)
  }

  /// Appends the collapsed text, without white space at either end.
  static func collapse(_ text: Span<UInt8>, into output: inout [UInt8]) {
    let start = output.count
    var pending = false
    var i = 0
    while i < text.count {
      switch classify(text, i) {
      case .space(let n):
        pending = output.count > start
        i += n
      case .invisible(let n):
        i += n
      case .other:
        if pending {
          output.append(0x20)
          pending = false
        }
        let end = endOfPlain(text, i, text.count).end
        text.extracting(i..<end).withUnsafeBufferPointer { output.append(contentsOf: $0) }
        i = end
      }
    }
  }

  /// Number of code points that are neither white space nor invisible.
  static func visibleCount(_ text: Span<UInt8>) -> Int {
    var count = 0
    var i = 0
    while i < text.count {
      switch classify(text, i) {
      case .space(let n), .invisible(let n): i += n
      case .other:
        let (end, spaces) = endOfPlain(text, i, text.count)
        count += CodePoints.count(text.extracting(i..<end)) - spaces
        i = end
      }
    }
    return count
  }
}
