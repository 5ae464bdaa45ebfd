#if canImport(Glibc)
  import Glibc
#endif

/// Sixteen bytes at a time in one register: each test gives all ones in every byte where it holds, else 0.
enum ByteLanes {
  typealias Word = SIMD16<UInt8>

  /// The same byte sixteen times.
  @inline(__always)
  static func all(_ byte: UInt8) -> Word { Word(repeating: byte) }

  @inline(__always)
  static func below(_ limit: UInt8, _ word: Word) -> Word { lanes(word .< all(limit)) }

  @inline(__always)
  static func within(_ range: ClosedRange<UInt8>, _ word: Word) -> Word {
    lanes(word &- all(range.lowerBound) .<= all(range.upperBound &- range.lowerBound))
  }

  /// Bytes that begin a character of several.
  @inline(__always)
  static func leading(_ word: Word) -> Word { lanes(word .>= all(0xC0)) }

  @inline(__always)
  static func equal(_ byte: UInt8, _ word: Word) -> Word { lanes(word .== all(byte)) }

  /// Bytes that continue a character of UTF-8.
  @inline(__always)
  static func continuing(_ word: Word) -> Word { within(0x80...0xBF, word) }

  /// Where a test does not hold.
  @inline(__always)
  static func not(_ lanes: Word) -> Word { lanes ^ all(0xFF) }

  /// The number of bytes of a text for which a test holds.
  @inline(__always)
  static func count(_ text: Span<UInt8>, where test: (Word) -> Word) -> Int {
    countPairs(text) { word, _ in test(word) }
  }

  /// The number of bytes of a text for which a test holds that sees the byte after each, too; after the last stands 0.
  @inline(__always)
  static func countPairs(_ text: Span<UInt8>, where test: (_ word: Word, _ next: Word) -> Word) -> Int {
    text.withUnsafeBytes { raw in
      var total = 0
      var i = 0
      while i + 17 <= raw.count {
        // A lane counts to 255.
        let end = min(raw.count - 16, i + 16 * 255)
        var counts = Word()
        while i < end {
          let word = raw.loadUnaligned(fromByteOffset: i, as: Word.self)
          counts &-= test(word, raw.loadUnaligned(fromByteOffset: i + 1, as: Word.self))
          i += 16
        }
        total += sum(counts)
      }
      while i < raw.count {
        let n = min(16, raw.count - i)
        let word = rest(raw, i, n)
        total += sum(test(word, next(word)) & first(n) & all(1))
        i += n
      }
      return total
    }
  }

  /// The first place at or after an index for which a test holds that sees the byte after each, too; the text's end
  /// where there is none. After the last byte stands 0.
  @inline(__always)
  static func firstIndex(
    in text: Span<UInt8>, from start: Int, where test: (_ word: Word, _ next: Word) -> Word
  ) -> Int {
    text.withUnsafeBytes { raw in
      var i = start
      while i + 17 <= raw.count {
        let word = raw.loadUnaligned(fromByteOffset: i, as: Word.self)
        let found = test(word, raw.loadUnaligned(fromByteOffset: i + 1, as: Word.self))
        if let lane = firstLane(found) { return i + lane }
        i += 16
      }
      while i < raw.count {
        let n = min(16, raw.count - i)
        let word = rest(raw, i, n)
        if let lane = firstLane(test(word, next(word)) & first(n)) { return i + lane }
        i += n
      }
      return max(start, raw.count)
    }
  }

  /// The first lane that is not 0.
  @inline(__always)
  static func firstLane(_ word: Word) -> Int? {
    let (low, high) = unsafeBitCast(word, to: (UInt64, UInt64).self)
    if low != 0 { return low.trailingZeroBitCount >> 3 }
    return high != 0 ? 8 + high.trailingZeroBitCount >> 3 : nil
  }

  /// The first place of a byte at or after an index, or nil. Cost: memchr's.
  static func firstIndex(of byte: UInt8, in text: Span<UInt8>, from start: Int = 0) -> Int? {
    text.withUnsafeBytes { raw in
      guard start < raw.count, let base = raw.baseAddress,
        let found = memchr(base + start, Int32(byte), raw.count - start)
      else { return nil }
      return base.distance(to: UnsafeRawPointer(found))
    }
  }

  /// The first place of some bytes at or after an index, or nil.
  static func firstIndex(of part: [UInt8], in text: Span<UInt8>, from start: Int = 0) -> Int? {
    guard let first = part.first else { return nil }
    var next = firstIndex(of: first, in: text, from: start)
    while let place = next, place + part.count <= text.count {
      if part.indices.allSatisfy({ text[place + $0] == part[$0] }) { return place }
      next = firstIndex(of: first, in: text, from: place + 1)
    }
    return nil
  }

  @inline(__always)
  private static func lanes(_ mask: SIMDMask<SIMD16<Int8>>) -> Word { unsafeBitCast(mask, to: Word.self) }

  /// Ones in so many lanes.
  @inline(__always)
  private static func first(_ n: Int) -> Word {
    lanes(Word(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15) .< all(UInt8(truncatingIfNeeded: n)))
  }

  /// The last `n` bytes of a text, at most 16, and zeros.
  private static func rest(_ raw: UnsafeRawBufferPointer, _ start: Int, _ n: Int) -> Word {
    var low: UInt64 = 0
    var high: UInt64 = 0
    if n >= 8 {
      low = raw.loadUnaligned(fromByteOffset: start, as: UInt64.self).littleEndian
      let last = raw.loadUnaligned(fromByteOffset: start + n - 8, as: UInt64.self).littleEndian
      high = last >> UInt64(8 * (16 - n))
    } else {
      for k in 0..<n { low |= UInt64(raw[start + k]) << UInt64(8 * k) }
    }
    return unsafeBitCast((low.littleEndian, high.littleEndian), to: Word.self)
  }

  /// Each byte's follower.
  @inline(__always)
  private static func next(_ word: Word) -> Word {
    let (low, high) = unsafeBitCast(word, to: (UInt64, UInt64).self)
    return unsafeBitCast((low >> 8 | high << 56, high >> 8), to: Word.self)
  }

  /// The sum of all lanes.
  @inline(__always)
  private static func sum(_ counts: Word) -> Int {
    let (low, high) = unsafeBitCast(counts, to: (UInt64, UInt64).self)
    let mask: UInt64 = 0x00ff_00ff_00ff_00ff
    let pairs = (low & mask) &+ (low >> 8 & mask) &+ (high & mask) &+ (high >> 8 & mask)
    return Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) >> 48)
  }
}
