/// What a file says of its own encoding in its first 4 KiB.
enum EncodingDeclaration {
  /// The label in `<?xml … encoding="…"?>`, else in the first `<meta … charset=…>`, else nil. Reads bytes, so
  /// that it works before the encoding is known.
  ///
  ///     label(in: Array("<meta charset=windows-1251>".utf8))   // "windows-1251"
  static func label(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4_096).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    if let start = position(of: Array("<?xml".utf8), in: head, from: 0),
      let end = position(of: Array("?>".utf8), in: head, from: start),
      let label = value(of: Array("encoding".utf8), in: head, from: start, to: end)
    {
      return label
    }
    var from = 0
    while let start = position(of: Array("<meta".utf8), in: head, from: from) {
      let end = position(of: [0x3E], in: head, from: start) ?? head.count
      if let label = value(of: Array("charset".utf8), in: head, from: start, to: end) { return label }
      from = start + 5
    }
    return nil
  }

  /// What stands after `name =`, without quotes, up to a byte that no label has.
  private static func value(of name: [UInt8], in head: [UInt8], from: Int, to: Int) -> String? {
    guard let found = position(of: name, in: head, from: from), found < to else { return nil }
    var i = found + name.count
    func skipSpace() { while i < to, isSpace(head[i]) { i += 1 } }
    skipSpace()
    guard i < to, head[i] == 0x3D else { return nil }
    i += 1
    skipSpace()
    if i < to, head[i] == 0x22 || head[i] == 0x27 { i += 1 }
    skipSpace()
    let start = i
    while i < to, isLabelByte(head[i]) { i += 1 }
    return i > start ? String(decoding: head[start..<i], as: UTF8.self) : nil
  }

  private static func position(of pattern: [UInt8], in head: [UInt8], from: Int) -> Int? {
    var i = from
    while i + pattern.count <= head.count {
      if head[i] == pattern[0] && head[i..<i + pattern.count].elementsEqual(pattern) { return i }
      i += 1
    }
    return nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func isLabelByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x61...0x7A, 0x2D, 0x5F, 0x2E, 0x3A, 0x2B: true
    default: false
    }
  }
}
