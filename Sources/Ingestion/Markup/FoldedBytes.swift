/// Lower case and word hashes over UTF-8 bytes, for the cues in data tables: ASCII and Cyrillic, ё as е.
/// Quick rather than complete; text that is matched against lexicons goes through `Linguistics`.
enum FoldedBytes {
  /// The lower-case form of a text. A breve or diaeresis that stands apart is joined to its letter, else it has as many bytes.
  static func lower(_ text: Span<UInt8>) -> [UInt8] {
    let count = text.count
    var hasMarks = false
    let letters = [UInt8](unsafeUninitializedCapacity: count) { output, initialized in
      text.withUnsafeBufferPointer { text in
        var i = 0
        while i < count {
          let byte = text[i]
          if byte >= 0xd0, byte <= 0xd3, i + 1 < count {
            (output[i], output[i + 1]) = lower(byte, text[i + 1])
            i += 2
          } else {
            output[i] = byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte
            hasMarks = hasMarks || byte == 0xcc
            i += 1
          }
        }
      }
      initialized = count
    }
    return hasMarks ? joiningMarks(letters) : letters
  }

  /// и and U+0306 as й; е and U+0308 as ё, which is е.
  private static func joiningMarks(_ text: [UInt8]) -> [UInt8] {
    var joined: [UInt8] = []
    joined.reserveCapacity(text.count)
    var i = 0
    while i < text.count {
      if text[i] == 0xcc, i + 1 < text.count, joined.count > 1, joined[joined.count - 2] == 0xd0,
        text[i + 1] == 0x86 && joined[joined.count - 1] == 0xb8
          || text[i + 1] == 0x88 && joined[joined.count - 1] == 0xb5
      {
        if text[i + 1] == 0x86 { joined[joined.count - 1] = 0xb9 }
        i += 2
      } else {
        joined.append(text[i])
        i += 1
      }
    }
    return joined
  }

  /// Lower case of a two-byte Cyrillic character.
  @inline(__always)
  static func lower(_ a: UInt8, _ b: UInt8) -> (UInt8, UInt8) {
    switch a {
    case 0xd0:
      if b >= 0x90 && b <= 0x9f { return (0xd0, b + 0x20) }
      if b >= 0xa0 && b <= 0xaf { return (0xd1, b - 0x20) }
      if b == 0x81 { return (0xd0, 0xb5) }
      if b < 0x90 { return (0xd1, b + 0x10) }
    case 0xd1:
      if b == 0x91 { return (0xd0, 0xb5) }
    case 0xd2:
      if b >= 0x8a && b & 1 == 0 { return (a, b + 1) }
    case 0xd3:
      if b >= 0x90 && b & 1 == 0 { return (a, b + 1) }
    default: break
    }
    return (a, b)
  }

  /// The lower-case form of a string.
  static func lower(_ text: String) -> [UInt8] { lower(text.utf8.span) }

  /// FNV-1a over bytes.
  static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    var hash = emptyHash
    for i in bytes.indices { hash = Self.hash(bytes[i], after: hash) }
    return hash
  }

  /// The hash of no bytes.
  static let emptyHash: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The hash of bytes and one more, by that of the former.
  @inline(__always)
  static func hash(_ byte: UInt8, after hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

  /// Whether a text begins with a prefix.
  static func hasPrefix(_ text: Span<UInt8>, _ prefix: [UInt8]) -> Bool {
    guard text.count >= prefix.count else { return false }
    for i in prefix.indices where text[i] != prefix[i] { return false }
    return true
  }
}
