/// Start tags that have more attributes than a document may have, looked for before libxml2 reads the file: it compares each
/// attribute with all others of its element before it hands any over.
enum StartTags {
  /// Bytes of HTML in which libxml2 finds as many attributes in less than a second, and counts them for us.
  private static let harmless = 1 << 16

  /// - Throws: `too-many-attributes`.
  static func check(
    _ source: Span<UInt8>, _ syntax: PlainStretches.Syntax, path: String, _ limits: Limits
  ) throws(IngestionError) {
    guard syntax == .xml || source.count > harmless, exceed(limits.attributes, in: source),
      let excess = limits.excess(nesting: 0, attributes: limits.attributes + 1)
    else { return }
    throw IngestionError(path: path, id: excess.id, message: excess.message)
  }

  /// Whether an element has more attributes than `limit`. Comments, scripts and style sheets have none. Cost: one pass.
  static func exceed(_ limit: Int, in source: Span<UInt8>) -> Bool {
    var i = 0
    while let start = ByteLanes.firstIndex(of: UInt8(ascii: "<"), in: source, from: i) {
      i = start + 1
      guard i < source.count else { return false }
      if begins("!--", source, i) {
        i = end(of: "-->", source, from: i + 3)
        continue
      }
      guard isLetter(source[i]) else { continue }
      let raw: StaticString? =
        begins("script", source, i) ? "</script" : begins("style", source, i) ? "</style" : nil
      if skipTag(source, &i, upTo: limit + 1) > limit { return true }
      if let raw { i = end(of: raw, source, from: i) }
    }
    return false
  }

  /// The attributes of the tag whose name begins at `i`, counted no further than `most`; leaves `i` at its end.
  private static func skipTag(_ source: Span<UInt8>, _ i: inout Int, upTo most: Int) -> Int {
    func skip(_ i: inout Int, while condition: (UInt8) -> Bool) {
      while i < source.count, condition(source[i]) { i += 1 }
    }
    func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }
    func isEnd(_ byte: UInt8) -> Bool { isSpace(byte) || byte == UInt8(ascii: ">") }
    skip(&i) { !isEnd($0) }
    var count = 0
    while count < most {
      skip(&i) { isSpace($0) || $0 == UInt8(ascii: "/") }
      guard i < source.count, source[i] != UInt8(ascii: ">") else { break }
      count += 1
      skip(&i) { !isEnd($0) && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "/") }
      skip(&i, while: isSpace)
      guard i < source.count, source[i] == UInt8(ascii: "=") else { continue }
      i += 1
      skip(&i, while: isSpace)
      guard i < source.count else { break }
      let quote = source[i]
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        i = (ByteLanes.firstIndex(of: quote, in: source, from: i + 1) ?? source.count) + 1
      } else {
        skip(&i) { !isEnd($0) }
      }
    }
    return count
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 }

  /// Whether a name in small ASCII letters stands at a place, in letters of either case.
  private static func begins(_ name: StaticString, _ source: Span<UInt8>, _ start: Int) -> Bool {
    guard start + name.utf8CodeUnitCount <= source.count else { return false }
    for k in 0..<name.utf8CodeUnitCount {
      let byte = source[start + k]
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if lower != name.utf8Start[k] { return false }
    }
    return true
  }

  /// The place after a text, or the end of the file.
  private static func end(of text: StaticString, _ source: Span<UInt8>, from start: Int) -> Int {
    var next = ByteLanes.firstIndex(of: text.utf8Start[0], in: source, from: start)
    while let i = next {
      if begins(text, source, i) { return i + text.utf8CodeUnitCount }
      next = ByteLanes.firstIndex(of: text.utf8Start[0], in: source, from: i + 1)
    }
    return source.count
  }
}
