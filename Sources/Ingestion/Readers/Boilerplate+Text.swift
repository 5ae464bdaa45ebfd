/// What the texts of short blocks tell. Every text is asked for in lower case, as `FoldedBytes.lower` gives it.
extension Boilerplate {
  /// The rows of `boilerplate.tsv`, by hashes of their values.
  struct Tables: Sendable {
    private(set) var tokens = HashTable<LossReason>()
    private(set) var classes = HashTable<LossReason>()
    private(set) var contentTokens = HashTable<Bool>()
    private(set) var negators = HashTable<Bool>()
    fileprivate var starts = HashTable<[Cue]>()
    fileprivate var parts: [Cue] = []
    /// Whether a part has these second and fourth bytes, by `partKey`: the telling halves of two Cyrillic letters.
    fileprivate var partKeys = Array(repeating: false, count: 4096)
    fileprivate var frameParts: [Cue] = []
    fileprivate var notices: [Cue] = []
    fileprivate var wholes = HashTable<[Cue]>()
    fileprivate var lists = HashTable<[Cue]>()
    fileprivate var metadataWords: Set<UInt64> = []
    fileprivate var dateWords: Set<UInt64> = []

    init(_ rows: [[String]]) {
      for row in rows where row.count >= 3 {
        guard let reason = LossReason(rawValue: row[1]) else { continue }
        var cue = Cue(text: FoldedBytes.lower(row[2]), reason: reason)
        let hash = FoldedBytes.hash(cue.text.span)
        switch row[0] {
        case "token": tokens[hash] = reason
        case "content": contentTokens[hash] = true
        case "class": classes[hash] = reason
        case "negator": negators[hash] = true
        case "start", "edge", "outside", "opener":
          cue.scope = Scope(rawValue: row[0]) ?? .anywhere
          starts[Boilerplate.firstWordHash(cue.text.span), default: []].append(cue)
        case "part": addPart(cue)
        case "frame": frameParts.append(cue)
        case "notice": notices.append(cue)
        case "whole": wholes[hash, default: []].append(cue)
        case "list": lists[hash, default: []].append(cue)
        case "metadata-word": metadataWords.insert(hash)
        default: dateWords.insert(hash)
        }
      }
    }

    private mutating func addPart(_ cue: Cue) {
      guard cue.text.count > 1 else { return }
      parts.append(cue)
      let fourth = cue.text.count > 3 ? cue.text[3]...cue.text[3] : 0...UInt8.max
      for byte in fourth { partKeys[Boilerplate.partKey(cue.text[1], byte)] = true }
    }
  }

  fileprivate struct Cue: Sendable {
    var text: [UInt8]
    var reason: LossReason
    var scope = Scope.anywhere
  }

  /// Where a cue holds.
  fileprivate enum Scope: String, Sendable {
    case anywhere = "start"
    case edge, outside, opener
  }

  /// Where a block stands.
  enum Place: Sendable {
    /// Outside of the main element; in it, before its first paragraph; after its last; between these.
    case outside, opening, closing, middle
  }

  /// The reason that the text of a short block gives for leaving it out.
  func reason(forText folded: [UInt8], _ place: Place) -> LossReason? {
    let hash = FoldedBytes.hash(folded.span)
    if let cue = tables.wholes[hash]?.first(where: { $0.text == folded }) { return cue.reason }
    let cues = tables.starts[Self.firstWordHash(folded.span)]
    return cues?.first { Self.holds($0.scope, place) && FoldedBytes.hasPrefix(folded.span, $0.text) }?.reason
  }

  private static func holds(_ scope: Scope, _ place: Place) -> Bool {
    switch scope {
    case .anywhere: true
    case .edge: place != .middle
    case .outside: place == .outside
    case .opener: place == .opening || place == .outside
    }
  }

  /// Whether a paragraph's text says that it belongs to the frame of a page.
  func isOfFrame(_ folded: [UInt8]) -> Bool {
    let cues = tables.starts[Self.firstWordHash(folded.span)]
    return cues?.contains { FoldedBytes.hasPrefix(folded.span, $0.text) } == true
      || reason(forPartOf: folded) != nil
  }

  /// The reason that a part of a block's text gives for leaving it out, where it stands outside of the main
  /// element. Cost: one pass over the text.
  func reason(forPartOf folded: [UInt8]) -> LossReason? {
    let keys = tables.partKeys
    let text = folded.span
    // A part may be as short as the two bytes of ©.
    for i in 0..<max(0, text.count - 1) where text[i] & 0xc0 != 0x80 {
      let fourth = i + 3 < text.count ? text[i + 3] : 0
      guard keys[Self.partKey(text[i + 1], fourth)] else { continue }
      let rest = text.extracting(i...)
      if let part = tables.parts.first(where: { FoldedBytes.hasPrefix(rest, $0.text) }) { return part.reason }
    }
    return nil
  }

  @inline(__always)
  fileprivate static func partKey(_ second: UInt8, _ fourth: UInt8) -> Int {
    Int(second & 63) << 6 | Int(fourth & 63)
  }

  /// Whether a text holds a word of a document's head or signature.
  func frames(text folded: [UInt8]) -> Bool {
    tables.frameParts.contains { Self.contains(folded.span, $0.text.span) }
  }

  /// Whether a text is a message of the program that made the page.
  func isNotice(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, first < 0x80 else { return false }
    let folded = FoldedBytes.lower(text.span)
    return tables.notices.contains { FoldedBytes.hasPrefix(folded.span, $0.text) }
      && Self.contains(folded.span, Self.onLine.span)
  }

  /// The reason for leaving out the list of other pages, or the comments, that a heading opens. A number after
  /// it does not matter: `Комментарии (3)`.
  func listReason(forHeading folded: [UInt8]) -> LossReason? {
    var end = folded.count
    while end > 0, Self.isCount(folded[end - 1]) { end -= 1 }
    let text = folded.span.extracting(..<end)
    return tables.lists[FoldedBytes.hash(text)]?.first {
      $0.text.count == end && FoldedBytes.hasPrefix(text, $0.text)
    }?.reason
  }

  /// Digits, brackets, colons and spaces.
  private static func isCount(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x28 || byte == 0x29 || byte >= 0x30 && byte <= 0x3a
  }

  /// Whether a short block says only when the page was published, how often it was seen and the like.
  ///
  /// - Parameter isOpening: the block stands before the first paragraph; then a date with its hour, or in
  ///   figures, is enough. Elsewhere, and for a date in words, a word such as "опубликовано" has to be there.
  func isMetadataLine(_ folded: [UInt8], isOpening: Bool) -> Bool {
    guard
      let line = MetadataLine(folded, keywords: tables.metadataWords, otherWords: tables.dateWords)
    else { return false }
    return line.hasKeyword || isOpening && line.hasFigures
  }

  private static let onLine = Array(" on line ".utf8)

  private static func contains(_ text: Span<UInt8>, _ part: Span<UInt8>) -> Bool {
    guard part.count > 0, text.count >= part.count else { return false }
    let first = part[0]
    var i = 0
    while i + part.count <= text.count {
      if text[i] == first {
        var k = 1
        while k < part.count, text[i + k] == part[k] { k += 1 }
        if k == part.count { return true }
      }
      i += 1
    }
    return false
  }

  /// Bytes up to the first white space or full stop, colon or comma, hashed.
  fileprivate static func firstWordHash(_ text: Span<UInt8>) -> UInt64 {
    var n = 0
    while n < text.count, text[n] != 0x20, text[n] != 0x2e, text[n] != 0x3a, text[n] != 0x2c { n += 1 }
    return FoldedBytes.hash(text.extracting(0..<n))
  }
}
