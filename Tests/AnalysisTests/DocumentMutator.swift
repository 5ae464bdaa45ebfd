import TestSupport

/// Damages documents as networks, disks, converters and content systems do: bytes flipped, files cut short, pieces of
/// one in another, tags doubled or lost. The same seed makes the same damage. The mutation tests and the fuzzer
/// (`Tests/Fuzzing`) both use it.
struct DocumentMutator {
  private let documents: [[UInt8]]
  private let seed: UInt64

  /// - Parameter documents: at least one.
  init(_ documents: [[UInt8]], seed: UInt64) {
    self.documents = documents
    self.seed = seed
  }

  /// A damaged copy of one of the documents; each number can be made alone.
  func document(_ number: Int) -> [UInt8] {
    var random = SeededGenerator(seed: seed &+ UInt64(truncatingIfNeeded: number) &* 0xD129_0A4B_63C5_9F27)
    var bytes = documents[number % documents.count]
    for _ in 0..<Int.random(in: 1...8, using: &random) { damage(&bytes, &random) }
    return bytes
  }

  private func damage(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    let place = stretch(bytes, &random)
    switch Int.random(in: 0..<12, using: &random) {
    case 0: for i in place.prefix(16) { bytes[i] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
    case 1: for i in place.prefix(4) { bytes[i] = UInt8.random(in: 0...255, using: &random) }
    case 2: bytes.removeLast(bytes.count - place.lowerBound)
    case 3: bytes.removeSubrange(place)
    case 4: bytes.insert(contentsOf: bytes[place], at: place.lowerBound)
    case 5: bytes.insert(contentsOf: bytes[place], at: Int.random(in: 0...bytes.count, using: &random))
    case 6:
      let other = documents[Int.random(in: 0..<documents.count, using: &random)]
      bytes.replaceSubrange(place, with: other[stretch(other, &random)])
    case 7: doubleTag(&bytes, place.lowerBound)
    case 8: for i in place where "<>\"&;/".utf8.contains(bytes[i]) { bytes[i] = 0x20 }
    case 9:
      for _ in 0..<4 {
        let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
        bytes.insert(contentsOf: piece, at: Int.random(in: 0...bytes.count, using: &random))
      }
    case 10: for i in place.prefix(64) where bytes[i] >= 0x80 { bytes[i] &= 0x7F }
    default:
      bytes.reserveCapacity(bytes.count * 2)
      bytes += bytes[place.lowerBound...]
    }
  }

  /// A stretch of up to 2,000 bytes.
  private func stretch(_ bytes: [UInt8], _ random: inout SeededGenerator) -> Range<Int> {
    let start = Int.random(in: 0...bytes.count, using: &random)
    return start..<min(bytes.count, start + Int.random(in: 0...2_000, using: &random))
  }

  private func doubleTag(_ bytes: inout [UInt8], _ start: Int) {
    guard let open = bytes[start...].firstIndex(of: UInt8(ascii: "<")),
      let close = bytes[open...].firstIndex(of: UInt8(ascii: ">"))
    else { return }
    bytes.insert(contentsOf: bytes[open...close], at: close + 1)
  }

  private static let pieces: [[UInt8]] =
    [
      "<", ">", "\"", "&", "<p>", "</p>", "<div>", "</div>", "<table>", "<td>", "<li>", "<!--", "-->",
      "<script>", "</html>", "&nbsp;", "&#", "&#x110000;", "]]>", "<![CDATA[", "<?xml", "\u{AD}", "\u{A0}",
      "\u{200B}", "\u{FEFF}", "\u{202E}", "e\u{301}", "\r", "\n\n", "charset=windows-1251", "№ 12-3", "«",
      ":",
    ].map { Array($0.utf8) } + [
      [0], [0xFF], [0xC0], [0xE2, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    ]
}
