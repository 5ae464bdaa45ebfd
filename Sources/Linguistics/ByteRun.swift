/// Hashing and comparing runs of bytes a word at a time.
enum ByteRun {
  /// A hash of `text[start..<end]`, eight bytes at a time; the last load overlaps the one before.
  @inline(__always)
  static func hash(_ text: RawSpan, _ start: Int, _ end: Int) -> UInt64 {
    let length = end - start
    var h = UInt64(truncatingIfNeeded: length) &* 0x9E37_79B9_7F4A_7C15
    if length >= 8 {
      var i = start
      while i + 8 < end {
        h = (h ^ load8(text, i)) &* 0x9E37_79B9_7F4A_7C15
        h ^= h >> 29
        i += 8
      }
      h = (h ^ load8(text, end - 8)) &* 0x9E37_79B9_7F4A_7C15
    } else {
      h = (h ^ loadShort(text, start, length)) &* 0x9E37_79B9_7F4A_7C15
    }
    return h ^ h >> 32
  }

  @inline(__always)
  static func load8(_ text: RawSpan, _ i: Int) -> UInt64 {
    text.unsafeLoadUnaligned(fromByteOffset: i, as: UInt64.self)
  }

  /// Up to seven bytes as one number that tells texts of the same length apart.
  @inline(__always)
  static func loadShort(_ text: RawSpan, _ start: Int, _ length: Int) -> UInt64 {
    if length >= 4 {
      let low = text.unsafeLoadUnaligned(fromByteOffset: start, as: UInt32.self)
      let high = text.unsafeLoadUnaligned(fromByteOffset: start + length - 4, as: UInt32.self)
      return UInt64(low) | UInt64(high) << 32
    }
    if length >= 2 {
      let low = text.unsafeLoadUnaligned(fromByteOffset: start, as: UInt16.self)
      let high = text.unsafeLoadUnaligned(fromByteOffset: start + length - 2, as: UInt16.self)
      return UInt64(low) | UInt64(high) << 16
    }
    return length == 1 ? UInt64(text.unsafeLoadUnaligned(fromByteOffset: start, as: UInt8.self)) : 0
  }

  /// Whether `length` bytes of `a` from `i` on equal those of `b` from `j` on.
  @inline(__always)
  static func equal(_ a: RawSpan, _ i: Int, _ b: RawSpan, _ j: Int, _ length: Int) -> Bool {
    guard length >= 8 else { return loadShort(a, i, length) == loadShort(b, j, length) }
    var k = 0
    while k + 8 < length {
      if load8(a, i + k) != load8(b, j + k) { return false }
      k += 8
    }
    return load8(a, i + length - 8) == load8(b, j + length - 8)
  }
}
