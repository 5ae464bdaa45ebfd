/// What the texts of short blocks tell. Every text is asked for in lower case, as `FoldedBytes.lower` gives it.
extension Boilerplate {
  /// The rows of `boilerplate.tsv`, by hashes of their values.
  struct Tables: Sendable {
    private(set) var tokens = HashTable<LossReason>()
    private(set) var classes = HashTable<LossReason>()
    private(set) var contentTokens = HashTable<Bool>()
    private(set) var negators = HashTable<Bool>()
    private(set) var polls = HashTable<LossReason>()
    private(set) var shown = HashTable<Bool>()
    fileprivate var starts = HashTable<[Cue]>()
    fileprivate var parts: [Cue] = []
    /// Whether a part has these second and fourth bytes, by `partKey`: the telling halves of two Cyrillic letters.
    fileprivate var partKeys = Array(repeating: false, count: 4096)
    fileprivate var frameParts: [Cue] = []
    fileprivate var notices: [Cue] = []
    fileprivate var wholes = HashTable<[Cue]>()
    fileprivate var ends: [Cue] = []
    fileprivate var within: [Cue] = []
    fileprivate var ballots: [[UInt8]] = []
    fileprivate var lists = HashTable<[Cue]>()
    fileprivate var metadataWords: Set<UInt64> = []
    fileprivate var dateWords: Set<UInt64> = []
    fileprivate var stampWords = HashTable<LossReason>()
    fileprivate var contactWords = HashTable<ContactLine.Word>()
    /// Tokens of what opens and closes under its heading.
    private(set) var panels = HashTable<Bool>()
    private(set) var roles = HashTable<LossReason>()
    fileprivate var feet: [Cue] = []
    /// First words of the rows of a portal's table of information.
    private(set) var cards: [[UInt8]] = []

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
        case "poll": polls[hash] = reason
        case "shown": shown[hash] = true
        case "ballot": ballots.append(cue.text)
        case "start", "edge", "outside", "opener":
          cue.scope = Scope(rawValue: row[0]) ?? .anywhere
          starts[Boilerplate.firstWordHash(cue.text.span), default: []].append(cue)
        case "part": addPart(cue)
        case "foot":
          addPart(cue)
          feet.append(cue)
        case "frame": frameParts.append(cue)
        case "notice": notices.append(cue)
        case "end": ends.append(cue)
        case "within": within.append(cue)
        case "whole": wholes[hash, default: []].append(cue)
        case "edge-whole", "opener-whole":
          cue.scope = row[0] == "edge-whole" ? .edge : .opener
          wholes[hash, default: []].append(cue)
        case "list": lists[hash, default: []].append(cue)
        case "metadata-word": metadataWords.insert(hash)
        case "stamp-word": stampWords[hash] = reason
        case "date-word": dateWords.insert(hash)
        case "network": contactWords[hash] = .network
        case "contact-word": contactWords[hash] = .label
        case "street-word": contactWords[hash] = .street
        case "panel": panels[hash] = true
        case "role": roles[hash] = reason
        case "card": cards.append(cue.text)
        default: break
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
    /// In a fragment without a frame, after its last paragraph.
    case fragmentEnd
  }

  /// The reason that the text of a short block gives for leaving it out.
  func reason(forText folded: [UInt8], _ place: Place) -> LossReason? {
    let range = Self.core(of: folded)
    let core = folded.span.extracting(range)
    let whole = tables.wholes[FoldedBytes.hash(core)]?.first {
      Self.holds($0, place) && $0.text.count == core.count && FoldedBytes.hasPrefix(core, $0.text)
    }
    if let whole { return whole.reason }
    if let reason = reason(forStartOf: folded.span, place) { return reason }
    // `<< Назад к списку`
    if range.lowerBound > 0,
      let reason = reason(forStartOf: folded.span.extracting(range.lowerBound...), place)
    {
      return reason
    }
    return place == .middle ? nil : reason(forEndOf: folded)
  }

  private func reason(forStartOf text: Span<UInt8>, _ place: Place) -> LossReason? {
    tables.starts[Self.firstWordHash(text)]?.first {
      Self.holds($0, place) && FoldedBytes.hasPrefix(text, $0.text)
    }?.reason
  }

  private static func holds(_ cue: Cue, _ place: Place) -> Bool {
    switch cue.scope {
    case .anywhere: true
    // What a fragment ends with may be its own line of any subject, but not an invitation to subscribe.
    case .edge where place == .fragmentEnd: cue.reason == .social || cue.reason == .navigation
    case .edge: place != .middle
    case .outside: place == .outside
    case .opener: place == .opening || place == .outside
    }
  }

  /// The reason that the last words of a short block give.
  func reason(forEndOf folded: [UInt8]) -> LossReason? {
    let core = folded.span.extracting(Self.core(of: folded))
    return tables.ends.first { cue in
      core.count >= cue.text.count
        && FoldedBytes.hasPrefix(core.extracting((core.count - cue.text.count)...), cue.text)
    }?.reason
  }

  /// Where a text is without marks and arrows around it, and without a count at its end: `← Назад`, `Нравится (5)`.
  private static func core(of folded: [UInt8]) -> Range<Int> {
    var start = 0
    while start < folded.count, !isLetter(folded[start]), !isDigit(folded[start]) { start += 1 }
    var end = folded.count
    while end > start {
      var first = end - 1
      while first > start, folded[first] & 0xc0 == 0x80 { first -= 1 }
      if isLetter(folded[first]) { break }
      end = first
    }
    return start..<max(start, end)
  }

  /// The first byte of a letter of the alphabets that pages are written in.
  static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x61 && byte <= 0x7a || byte >= 0xc3 && byte <= 0xdf
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// The reason that a phrase anywhere in a block of up to some lines gives.
  func reason(forPhraseIn folded: [UInt8]) -> LossReason? {
    tables.within.first { Self.contains(folded.span, $0.text.span) }?.reason
  }

  /// Whether a text has a word of votes: who was for, against or abstained.
  func isBallot(_ folded: [UInt8]) -> Bool {
    let text = folded.span
    var start = 0
    while start < text.count {
      while start < text.count, !Self.isLetter(text[start]) { start += 1 }
      var end = start
      while end < text.count, Self.isLetter(text[end]) || text[end] & 0xc0 == 0x80 { end += 1 }
      let word = text.extracting(start..<end)
      if tables.ballots.contains(where: {
        $0.count > 4 ? FoldedBytes.hasPrefix(word, $0) : Self.equals(word, $0)
      }) {
        return true
      }
      start = max(end, start + 1)
    }
    return false
  }

  private static func equals(_ word: Span<UInt8>, _ other: [UInt8]) -> Bool {
    word.count == other.count && FoldedBytes.hasPrefix(word, other)
  }

  /// Whether a paragraph's text says that it belongs to the frame of a page.
  func isOfFrame(_ folded: [UInt8]) -> Bool {
    let cues = tables.starts[Self.firstWordHash(folded.span)]
    return cues?.contains { FoldedBytes.hasPrefix(folded.span, $0.text) } == true
      || reason(forPartOf: folded) != nil || reason(forPhraseIn: folded) != nil
      || reason(forEndOf: folded) != nil
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

  /// The reason that a part of a block gives below the text of a page, where the text's last lines may stand, too.
  func reason(forFoot folded: [UInt8]) -> LossReason? {
    tables.feet.first { Self.contains(folded.span, $0.text.span) }?.reason
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

  /// The reason for leaving out a line that says nothing but how to reach somebody.
  func reason(forContactLine folded: [UInt8]) -> LossReason? {
    ContactLine(folded, words: tables.contactWords).reason
  }

  /// What a short block says where it says only when the page was published, how often it was seen, what day it is and
  /// the like.
  ///
  /// - Parameter isOpening: the block stands before the first paragraph; then a date with its hour, or in
  ///   figures, is enough. Elsewhere, and for a date in words, a word such as "опубликовано" has to be there.
  func metadataLine(_ folded: [UInt8], isOpening: Bool) -> MetadataLine? {
    let line = MetadataLine(
      folded, keywords: tables.metadataWords, otherWords: tables.dateWords, stamps: tables.stampWords)
    guard let line, line.stamp != nil || line.hasKeyword || isOpening && line.hasFigures else { return nil }
    return line
  }

  private static let onLine = Array(" on line ".utf8)

  static func contains(_ text: Span<UInt8>, _ part: Span<UInt8>) -> Bool {
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
    // `ПоделитьсяFacebook`: nothing but the change of alphabet parts two links.
    let isCyrillic = text.count > 0 && text[0] >= 0x80
    while n < text.count, text[n] != 0x20, text[n] != 0x2e, text[n] != 0x3a, text[n] != 0x2c,
      !isCyrillic || text[n] < 0x61 || text[n] > 0x7a
    {
      n += 1
    }
    return FoldedBytes.hash(text.extracting(0..<n))
  }
}
