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
  private var starts: [UInt64: [(cue: [UInt8], reason: LossReason)]] = [:]
  private var wholes: [[UInt8]: LossReason] = [:]
  private var lists: [[UInt8]: LossReason] = [:]
  let profiles: [Profile]

  init(rows: [[String]], profileRows: [[String]]) {
    var profiles: [Profile] = []
    for row in profileRows where row.count >= 3 {
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
    self.profiles = profiles
    for row in rows where row.count >= 3 {
      guard let reason = LossReason(rawValue: row[1]) else { continue }
      let value = FoldedBytes.lower(row[2])
      switch row[0] {
      case "token": tokens[FoldedBytes.hash(value.span)] = reason
      case "start": starts[Self.firstWordHash(value.span), default: []].append((value, reason))
      case "whole": wholes[value] = reason
      default: lists[value] = reason
      }
    }
  }

  /// The reason that a class or id gives for leaving an element out: the first of its tokens that has one.
  /// Tokens are split at anything but letters and digits, and where the case changes (`topMenu`).
  func reason(forName name: ArraySlice<UInt8>) -> LossReason? {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var length = 0
    var wasLower = false
    for byte in name {
      let isUpper = byte >= 0x41 && byte <= 0x5a
      let isLetter = isUpper || (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x30 && byte <= 0x39)
      if (!isLetter || (isUpper && wasLower)) && length > 0 {
        if let reason = tokens[hash] { return reason }
        hash = 0xcbf2_9ce4_8422_2325
        length = 0
      }
      if isLetter {
        hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01b3
        length += 1
      }
      wasLower = isLetter && !isUpper
    }
    return length > 0 ? tokens[hash] : nil
  }

  /// The reason that the text of a short block gives for leaving it out.
  func reason(forText text: ArraySlice<UInt8>) -> LossReason? {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.count)
    FoldedBytes.lower(text.span, into: &folded)
    if let reason = wholes[folded] { return reason }
    guard let cues = starts[Self.firstWordHash(folded.span)] else { return nil }
    return cues.first { FoldedBytes.hasPrefix(folded.span, $0.cue) }?.reason
  }

  /// The reason for leaving out the list of other pages that a heading opens.
  func listReason(forHeading text: ArraySlice<UInt8>) -> LossReason? {
    var folded: [UInt8] = []
    FoldedBytes.lower(text.span, into: &folded)
    while let last = folded.last, last == 0x3a || last == 0x20 { folded.removeLast() }
    return lists[folded]
  }

  /// Bytes up to the first white space or full stop, colon or comma, hashed.
  private static func firstWordHash(_ text: Span<UInt8>) -> UInt64 {
    var n = 0
    while n < text.count, text[n] != 0x20, text[n] != 0x2e, text[n] != 0x3a, text[n] != 0x2c { n += 1 }
    return FoldedBytes.hash(text.extracting(0..<n))
  }
}
