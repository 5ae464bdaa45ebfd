/// What a file says of its own encoding in its first 4 KiB.
enum EncodingDeclaration {
  /// The label in `<?xml … encoding="…"?>`, else in the first `<meta … charset=…>`, else nil. Reads bytes, so
  /// that it works before the encoding is known.
  ///
  ///     label(in: Array("<meta charset=windows-1251>".utf8))   // "windows-1251"
  static func label(in bytes: [UInt8]) -> String? {
    let head = bytes.span.extracting(..<min(bytes.count, 4_096))
    if let start = tag("<?xml", in: head, from: 0),
      let end = position(of: "?>", in: head, from: start, to: head.count),
      let label = value(of: "encoding", in: head, from: start, to: end)
    {
      return label
    }
    var from = 0
    while let start = tag("<meta", in: head, from: from) {
      let end = ByteLanes.firstIndex(of: 0x3E, in: head, from: start) ?? head.count
      if let label = value(of: "charset", in: head, from: start, to: end) { return label }
      from = start + 5
    }
    return nil
  }

  /// What stands after `name =` in lower case, without quotes, up to a byte that no label has.
  private static func value(of name: StaticString, in head: Span<UInt8>, from: Int, to: Int) -> String? {
    guard let found = position(of: name, in: head, from: from, to: to) else { return nil }
    var i = found + name.utf8CodeUnitCount
    func skipSpace(_ head: Span<UInt8>) { while i < to, isSpace(head[i]) { i += 1 } }
    skipSpace(head)
    guard i < to, head[i] == 0x3D else { return nil }
    i += 1
    skipSpace(head)
    if i < to, head[i] == 0x22 || head[i] == 0x27 { i += 1 }
    skipSpace(head)
    var label: [UInt8] = []
    while i < to, isLabelByte(lower(head[i])) {
      label.append(lower(head[i]))
      i += 1
    }
    return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
  }

  /// Where a tag begins, in upper or lower case.
  private static func tag(_ tag: StaticString, in head: Span<UInt8>, from: Int) -> Int? {
    var i = from
    while let found = ByteLanes.firstIndex(of: 0x3C, in: head, from: i) {
      if matches(tag, head, at: found) { return found }
      i = found + 1
    }
    return nil
  }

  private static func position(of pattern: StaticString, in head: Span<UInt8>, from: Int, to: Int) -> Int? {
    (from..<max(from, to)).first { matches(pattern, head, at: $0) }
  }

  private static func matches(_ pattern: StaticString, _ head: Span<UInt8>, at start: Int) -> Bool {
    guard start + pattern.utf8CodeUnitCount <= head.count else { return false }
    return pattern.withUTF8Buffer { pattern in
      for k in pattern.indices where lower(head[start + k]) != pattern[k] { return false }
      return true
    }
  }

  private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func isLabelByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x61...0x7A, 0x2D, 0x5F, 0x2E, 0x3A, 0x2B: true
    default: false
    }
  }
}
