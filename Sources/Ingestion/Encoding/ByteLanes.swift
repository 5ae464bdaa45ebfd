#if canImport(Glibc)
  import Glibc
#endif

/// Eight bytes at a time in one register: each test gives 1 in every byte of a word where it holds, else 0.
enum ByteLanes {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The same byte eight times.
  @inline(__always)
  static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* ones }

  /// Bytes below a limit, which is at most 80.
  @inline(__always)
  static func below(_ limit: UInt8, _ word: UInt64) -> UInt64 {
    (~((word | highs) &- all(limit)) & ~word & highs) >> 7
  }

  /// Bytes in a range above 80.
  @inline(__always)
  static func within(_ range: ClosedRange<UInt8>, _ word: UInt64) -> UInt64 {
    below(range.upperBound &- 0x7f, word ^ highs) ^ below(range.lowerBound &- 0x80, word ^ highs)
  }

  /// Bytes that begin a character of several.
  @inline(__always)
  static func leading(_ word: UInt64) -> UInt64 { (word >> 7) & (word >> 6) & ones }

  @inline(__always)
  static func equal(_ byte: UInt8, _ word: UInt64) -> UInt64 {
    let difference = word ^ all(byte)
    return (~((difference | highs) &- ones) & ~difference & highs) >> 7
  }

  /// Bytes that continue a character of UTF-8.
  @inline(__always)
  static func continuing(_ word: UInt64) -> UInt64 { (word >> 7) & (~word >> 6) & ones }

  @inline(__always)
  static func isASCII(_ word: UInt64) -> Bool { word & highs == 0 }

  /// Sums what a test says of all bytes of a text.
  @inline(__always)
  static func count(_ text: Span<UInt8>, where test: (UInt64) -> UInt64) -> Int {
    countPairs(text) { word, _ in test(word) }
  }

  /// Sums what a test says of all bytes of a text and the byte after each; after the last stands 0.
  @inline(__always)
  static func countPairs(_ text: Span<UInt8>, where test: (_ word: UInt64, _ next: UInt64) -> UInt64) -> Int {
    text.withUnsafeBytes { raw in
      var total = 0
      var i = 0
      while i + 9 <= raw.count {
        // A byte of the lanes counts to 255.
        let end = min(raw.count - 8, i + 8 * 255)
        var lanes: UInt64 = 0
        while i < end {
          let word = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self).littleEndian
          lanes &+= test(word, word >> 8 | UInt64(raw[i + 8]) << 56)
          i += 8
        }
        let pairs = (lanes & 0x00ff_00ff_00ff_00ff) &+ (lanes >> 8 & 0x00ff_00ff_00ff_00ff)
        total += Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) >> 48)
      }
      while i < raw.count {
        let next = i + 1 < raw.count ? raw[i + 1] : 0
        total += Int(truncatingIfNeeded: test(all(raw[i]), all(next)) & 1)
        i += 1
      }
      return total
    }
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
}
