/// Ids of entries (`water-supply`) and codes (`results.infrastructure`).
enum Identifier {
  /// True for lower-case ASCII letters and digits with single hyphens (and dots) between them.
  static func isValid(_ id: String, allowingDots: Bool = false) -> Bool {
    var afterMark = true
    for byte in id.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): afterMark = false
      case UInt8(ascii: "-") where !afterMark: afterMark = true
      case UInt8(ascii: ".") where allowingDots && !afterMark: afterMark = true
      default: return false
      }
    }
    return !afterMark
  }
}
