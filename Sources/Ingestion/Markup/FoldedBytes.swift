/// Lower case and word hashes over UTF-8 bytes, for the cues in data tables: ASCII and Cyrillic, ё as е.
/// Quick rather than complete; text that is matched against lexicons goes through `Linguistics`.
enum FoldedBytes {
  /// Appends the lower-case form of a text.
  static func lower(_ text: Span<UInt8>, into output: inout [UInt8]) {
    var i = 0
    while i < text.count {
      let byte = text[i]
      if byte < 0x80 {
        output.append(byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte)
        i += 1
        continue
      }
      guard i + 1 < text.count, byte >= 0xd0, byte <= 0xd3 else {
        output.append(byte)
        i += 1
        continue
      }
      let (a, b) = lower(byte, text[i + 1])
      output.append(a)
      output.append(b)
      i += 2
    }
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
  static func lower(_ text: String) -> [UInt8] {
    var output: [UInt8] = []
    lower(Array(text.utf8).span, into: &output)
    return output
  }

  /// FNV-1a over bytes.
  static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    var h: UInt64 = 0xcbf2_9ce4_8422_2325
    for i in bytes.indices { h = (h ^ UInt64(bytes[i])) &* 0x100_0000_01b3 }
    return h
  }

  /// Whether a text begins with a prefix.
  static func hasPrefix(_ text: Span<UInt8>, _ prefix: [UInt8]) -> Bool {
    guard text.count >= prefix.count else { return false }
    for i in prefix.indices where text[i] != prefix[i] { return false }
    return true
  }
}
