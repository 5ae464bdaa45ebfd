@testable import Ingestion

/// Telling encodings apart and converting them.
final class EncodingFuzzing {
  func test(_ bytes: [UInt8]) {
    if let decoded = try? SourceDecoder.decode(bytes, path: "input") {
      expect(isUTF8(decoded.utf8), "\(decoded.encoding) gives UTF-8")
      expect(TextEncoding(rawValue: decoded.encoding) != nil, "the encoding has a name")
      expect(!decoded.utf8.contains(0), "NUL is replaced")
      _ = SourceFormat.sniff(decoded.utf8)
      _ = Mojibake.cause(in: decoded.utf8[...])
    }
    for encoding in TextEncoding.allCases {
      guard let page = encoding.codePage else { continue }
      var damage = DecodingDamage()
      let utf8 = page.decoded(bytes, damage: &damage)
      expect(isUTF8(utf8), "\(encoding) gives UTF-8")
      expect(utf8.count { $0 & 0xC0 != 0x80 } == bytes.count, "\(encoding): a character for each byte")
      expect(damage.invalid + damage.nul <= bytes.count, "\(encoding): damage is counted once")
    }
    for littleEndian in [true, false] {
      var damage = DecodingDamage()
      let utf8 = UTF16Bytes.decoded(bytes, from: 0, littleEndian: littleEndian, damage: &damage)
      expect(isUTF8(utf8), "UTF-16 gives UTF-8")
      expect(utf8.count { $0 & 0xC0 != 0x80 } <= (bytes.count + 1) / 2, "at most a character for two bytes")
    }
    var damage = DecodingDamage()
    let repaired = UTF8Bytes.repaired(bytes, damage: &damage)
    expect(isUTF8(repaired), "repaired UTF-8 is UTF-8")
    expect((damage.invalid + damage.nul == 0) == (repaired == bytes), "only damage is changed")
    if let label = EncodingDeclaration.label(in: bytes) { _ = TextEncoding(label: label) }
  }

  private func isUTF8(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }
}
