import Linguistics

/// UTF-16 to UTF-8, and telling UTF-16 without a byte order mark.
enum UTF16Bytes {
  /// The bytes from `start` on as UTF-8. NUL characters, lone surrogates and a last odd byte become U+FFFD
  /// and are counted in `damage`.
  static func decoded(
    _ bytes: [UInt8], from start: Int, littleEndian: Bool, damage: inout DecodingDamage
  ) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    let low = littleEndian ? 0 : 1
    let high = 1 - low
    var i = start
    while i + 1 < bytes.count {
      let unit = UInt32(bytes[i + high]) << 8 | UInt32(bytes[i + low])
      if unit & 0xFC00 == 0xD800, i + 3 < bytes.count {
        let next = UInt32(bytes[i + 2 + high]) << 8 | UInt32(bytes[i + 2 + low])
        if next & 0xFC00 == 0xDC00 {
          out.appendScalar(0x1_0000 + (unit - 0xD800) << 10 + (next - 0xDC00))
          i += 4
          continue
        }
      }
      if unit == 0 || unit & 0xF800 == 0xD800 {
        damage.note(at: i, in: bytes, isNUL: unit == 0)
        out.appendScalar(0xFFFD)
      } else {
        out.appendScalar(unit)
      }
      i += 2
    }
    if i < bytes.count {
      damage.note(at: i, in: bytes, isNUL: false)
      out.appendScalar(0xFFFD)
    }
    return out
  }

  /// The byte order of UTF-16 without a mark, or nil: in Latin and Cyrillic the high bytes are 00 or 04, the low ones are
  /// not. Looks at the first 4 KiB. Dashes, whose high byte is 20, do not count: a file of single letters has a space in
  /// every second place.
  static func guessedLittleEndian(_ bytes: [UInt8]) -> Bool? {
    let pairs = min(bytes.count, 4_096) / 2
    guard pairs >= 4 else { return nil }
    // At least nine tenths of the one, at most four of the other.
    let most = pairs * 9 / 10
    let few = pairs * 4 / 10
    var even = 0
    var odd = 0
    for pair in 0..<pairs {
      if isUsualHigh(bytes[2 * pair]) { even += 1 }
      if isUsualHigh(bytes[2 * pair + 1]) { odd += 1 }
      // Neither can be reached any more.
      if max(even, odd) + pairs - pair - 1 < most { return nil }
    }
    if odd >= most && even <= few { return true }
    if even >= most && odd <= few { return false }
    return nil
  }

  private static func isUsualHigh(_ byte: UInt8) -> Bool { byte == 0 || byte == 4 }
}
