/// What surrounds the document proper on web pages, as the tables `boilerplate.tsv` and `site-profiles.tsv`
/// know it.
struct Boilerplate: Sendable {
  static let shared = Boilerplate(
    rows: DataTable("boilerplate").rows, profileRows: DataTable("site-profiles").rows)

  /// A selector of a site profile: every part that is given has to fit.
  struct Selector: Sendable, Equatable {
    var tag: String?
    var classes: [String] = []
    var id: String?

    init(_ text: String) {
      var rest = Substring(text)
      tag = Self.take(&rest)
      while let mark = rest.first {
        rest.removeFirst()
        let value = Self.take(&rest)
        if mark == "#" { id = value } else if let value { classes.append(value) }
      }
    }

    private static func take(_ rest: inout Substring) -> String? {
      let value = rest.prefix { $0 != "." && $0 != "#" }
      rest = rest.dropFirst(value.count)
      return value.isEmpty ? nil : String(value)
    }
  }

  struct Profile: Sendable {
    var name: String
    var when: [Selector] = []
    var main: [Selector] = []
    var drop: [(selector: Selector, reason: LossReason)] = []
  }

  private var tokens: [UInt64: LossReason] = [:]
  private var classes: [UInt64: LossReason] = [:]
  private var contentTokens: Set<UInt64> = []
  private var negators: Set<UInt64> = []
  private var starts: [UInt64: [Cue]] = [:]
  private var parts: [Cue] = []
  private var frameParts: [Cue] = []
  private var notices: [Cue] = []
  private var wholes: [UInt64: [Cue]] = [:]
  private var lists: [UInt64: [Cue]] = [:]
  private var metadataWords: Set<UInt64> = []
  private var dateWords: Set<UInt64> = []
  private let profiles: [Profile]
  /// Hashes of the classes and ids by which profiles are recognised, by their low byte.
  private var profileKeys = Array(repeating: false, count: 256)

  private struct Cue: Sendable {
    var text: [UInt8]
    var reason: LossReason
    var scope = Scope.anywhere
  }

  /// Where a cue holds.
  private enum Scope: String, Sendable {
    case anywhere = "start"
    case edge, outside, opener
  }

  /// Where a block stands.
  enum Place: Sendable {
    /// Outside of the main element; in it, before its first paragraph; after its last; between these.
    case outside, opening, closing, middle
  }

  init(rows: [[String]], profileRows: [[String]]) {
    profiles = Self.profiles(profileRows)
    for key in profiles.flatMap(\.when).compactMap({ $0.id ?? $0.classes.first }) {
      profileKeys[Int(FoldedBytes.hash(Array(key.utf8).span) & 0xff)] = true
    }
    for row in rows where row.count >= 3 {
      guard let reason = LossReason(rawValue: row[1]) else { continue }
      var cue = Cue(text: FoldedBytes.lower(row[2]), reason: reason)
      let hash = FoldedBytes.hash(cue.text.span)
      switch row[0] {
      case "token": tokens[hash] = reason
      case "content": contentTokens.insert(hash)
      case "class": classes[hash] = reason
      case "negator": negators.insert(hash)
      case "start", "edge", "outside", "opener":
        cue.scope = Scope(rawValue: row[0]) ?? .anywhere
        starts[Self.firstWordHash(cue.text.span), default: []].append(cue)
      case "part": parts.append(cue)
      case "frame": frameParts.append(cue)
      case "notice": notices.append(cue)
      case "whole": wholes[hash, default: []].append(cue)
      case "list": lists[hash, default: []].append(cue)
      case "metadata-word": metadataWords.insert(hash)
      default: dateWords.insert(hash)
      }
    }
  }

  private static func profiles(_ rows: [[String]]) -> [Profile] {
    var profiles: [Profile] = []
    for row in rows where row.count >= 3 {
      if profiles.last?.name != row[0] { profiles.append(Profile(name: row[0])) }
      let selector = Selector(row[2])
      switch row[1] {
      case "when": profiles[profiles.count - 1].when.append(selector)
      case "main": profiles[profiles.count - 1].main.append(selector)
      default:
        let reason = row.count > 3 ? LossReason(rawValue: row[3]) : nil
        profiles[profiles.count - 1].drop.append((selector, reason ?? .chrome))
      }
    }
    return profiles
  }

  /// The first profile, in the order of the table, that recognises a page. Cost: one look at each class and id.
  func profile(of tree: MarkupTree) -> Profile? {
    var found: Int?
    for index in tree.elements.indices where tree.elements[index].attributeCount > 0 {
      guard holdsProfileKey(tree, index) else { continue }
      let match = profiles.firstIndex { profile in
        profile.when.contains { tree.matches(index, $0) }
      }
      if let match, match < found ?? profiles.count { found = match }
    }
    return found.map { profiles[$0] }
  }

  private func holdsProfileKey(_ tree: MarkupTree, _ index: Int) -> Bool {
    for name in [MarkupNames.classAttribute, MarkupNames.idAttribute] {
      guard let value = tree.attribute(name, of: index) else { continue }
      var hash = Self.seed
      for byte in value {
        if byte == 0x20 {
          if profileKeys[Int(hash & 0xff)] { return true }
          hash = Self.seed
        } else {
          hash = (hash ^ UInt64(byte)) &* Self.prime
        }
      }
      if profileKeys[Int(hash & 0xff)] { return true }
    }
    return false
  }

  // MARK: Names

  /// The reason that a class or id gives for leaving an element out: that of the first of its names that stands
  /// in the table, or of the first token of a name that does. Tokens are split at anything but letters and
  /// digits, and where the case changes (`topMenu`); one after a negator (`no-sidebar`) does not count.
  func reason(forName value: ArraySlice<UInt8>) -> LossReason? {
    var reason: LossReason?
    var isNegated = false
    forEachToken(value) { token in
      if !isNegated { reason = tokens[token] }
      isNegated = negators.contains(token)
      return reason == nil
    } whole: { name in
      isNegated = false
      reason = classes[name]
      return reason == nil
    }
    return reason
  }

  /// Whether a class says that an element holds a title or the like.
  func namesContent(_ value: ArraySlice<UInt8>) -> Bool {
    var found = false
    forEachToken(value) { token in
      found = contentTokens.contains(token)
      return !found
    } whole: { _ in
      true
    }
    return found
  }

  /// Calls with the hashes of each name's tokens, then of the name, in lower case, until a call returns false.
  private func forEachToken(
    _ value: ArraySlice<UInt8>, _ token: (UInt64) -> Bool, whole: (UInt64) -> Bool
  ) {
    var hash = Self.seed
    var wholeHash = Self.seed
    var length = 0
    var wasLower = false
    var i = value.startIndex
    while i <= value.endIndex {
      let byte = i < value.endIndex ? value[i] : 0x20
      let isUpper = byte >= 0x41 && byte <= 0x5a
      let isLetter = isUpper || (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x30 && byte <= 0x39)
      if (!isLetter || (isUpper && wasLower)) && length > 0 {
        guard token(hash) else { return }
        hash = Self.seed
        length = 0
      }
      if byte <= 0x20 {
        guard whole(wholeHash) else { return }
        wholeHash = Self.seed
      } else {
        wholeHash = (wholeHash ^ UInt64(byte | 0x20)) &* Self.prime
      }
      if isLetter {
        hash = (hash ^ UInt64(byte | 0x20)) &* Self.prime
        length += 1
      }
      wasLower = isLetter && !isUpper
      i += 1
    }
  }

  // MARK: Text

  /// The reason that the text of a short block gives for leaving it out.
  func reason(forText text: ArraySlice<UInt8>, _ place: Place) -> LossReason? {
    let folded = Self.folded(text)
    let hash = FoldedBytes.hash(folded.span)
    if let cue = wholes[hash]?.first(where: { $0.text == folded }) { return cue.reason }
    let cues = starts[Self.firstWordHash(folded.span)]
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

  /// The reason that a part of a block's text gives for leaving it out, where it stands outside of the main
  /// element.
  func reason(forPartOf text: ArraySlice<UInt8>) -> LossReason? {
    let folded = Self.folded(text)
    return parts.first { Self.contains(folded.span, $0.text.span) }?.reason
  }

  /// Whether a text holds a word of a document's head or signature.
  func frames(text: ArraySlice<UInt8>) -> Bool {
    let folded = Self.folded(text)
    return frameParts.contains { Self.contains(folded.span, $0.text.span) }
  }

  /// Whether a text is a message of the program that made the page.
  func isNotice(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, first < 0x80 else { return false }
    let folded = Self.folded(text)
    return notices.contains { FoldedBytes.hasPrefix(folded.span, $0.text) }
      && Self.contains(folded.span, Self.onLine.span)
  }

  /// The reason for leaving out the list of other pages, or the comments, that a heading opens. A number after
  /// it does not matter: `Комментарии (3)`.
  func listReason(forHeading text: ArraySlice<UInt8>) -> LossReason? {
    var folded = Self.folded(text)
    while let last = folded.last, last == 0x20 || last == 0x28 || last == 0x29 || last >= 0x30 && last <= 0x3a
    {
      folded.removeLast()
    }
    return lists[FoldedBytes.hash(folded.span)]?.first { $0.text == folded }?.reason
  }

  /// Whether a short block says only when the page was published, how often it was seen and the like.
  ///
  /// - Parameter isOpening: the block stands before the first paragraph; then a date with its hour, or in
  ///   figures, is enough. Elsewhere, and for a date in words, a word such as "опубликовано" has to be there.
  func isMetadataLine(_ text: ArraySlice<UInt8>, isOpening: Bool) -> Bool {
    guard
      let line = MetadataLine(Self.folded(text), keywords: metadataWords, otherWords: dateWords)
    else { return false }
    return line.hasKeyword || isOpening && line.hasFigures
  }

  private static let onLine = Array(" on line ".utf8)
  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01b3

  private static func folded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.count)
    FoldedBytes.lower(text.span, into: &folded)
    return folded
  }

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
  private static func firstWordHash(_ text: Span<UInt8>) -> UInt64 {
    var n = 0
    while n < text.count, text[n] != 0x20, text[n] != 0x2e, text[n] != 0x3a, text[n] != 0x2c { n += 1 }
    return FoldedBytes.hash(text.extracting(0..<n))
  }
}
