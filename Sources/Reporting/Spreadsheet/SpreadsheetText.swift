/// Text as a cell of a spreadsheet holds it.
enum SpreadsheetText {
  /// What Excel holds in a cell, in UTF-16 units.
  static let limit = 32_767

  /// The text, as it was wherever a cell can hold it.
  ///
  /// - XML has no control characters but tab and line end: they become U+FFFD, as U+FFFE and U+FFFF do.
  /// - `_x0041_` would be read as `A`: its underscore is escaped by the format's own rule.
  /// - A text over the limit is cut, and says so at its end.
  static func cell(_ text: String) -> String {
    let length = text.utf16.count
    if length > limit {
      let mark = " […] (cut: \(length) characters, a cell holds \(limit))"
      return cell(prefix(text, units: limit - mark.utf16.count) + mark)
    }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x00..<0x09, 0x0B, 0x0C, 0x0D..<0x20, 0x7F, 0xFFFE, 0xFFFF: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return escapingUnderscores(String(result))
  }

  private static func prefix(_ text: String, units: Int) -> String {
    var result = String.UnicodeScalarView()
    var left = units
    for scalar in text.unicodeScalars {
      left -= scalar.value > 0xFFFF ? 2 : 1
      if left < 0 { break }
      result.append(scalar)
    }
    return String(result)
  }

  /// `_xHHHH_` → `_x005F_xHHHH_`.
  private static func escapingUnderscores(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let isEscape =
        byte == UInt8(ascii: "_") && index + 6 < bytes.count && bytes[index + 1] == UInt8(ascii: "x")
        && bytes[index + 6] == UInt8(ascii: "_") && bytes[index + 2..<index + 6].allSatisfy(isHexadecimal)
      if isEscape { result.append(contentsOf: "_x005F".utf8) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  /// A sheet's name that Excel takes and no other sheet has: at most 31 UTF-16 units, without `[ ] : * ? / \`,
  /// without an apostrophe at an end, not empty, not `History`; distinct whatever the case of its letters.
  static func sheetName(_ wanted: String, taken: [String]) -> String {
    let forbidden: Set<Unicode.Scalar> = ["[", "]", ":", "*", "?", "/", "\\", "'"]
    var scalars = String.UnicodeScalarView()
    for scalar in wanted.unicodeScalars {
      scalars.append(forbidden.contains(scalar) || scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
    }
    var base = String(scalars).split(separator: " ").joined(separator: " ")
    if base.isEmpty || base.lowercased() == "history" { base = "Sheet" }
    let known = Set(taken.map { $0.lowercased() })
    var name = prefix(base, units: 31)
    var number = 2
    while known.contains(name.lowercased()) {
      let suffix = " (\(number))"
      name = prefix(base, units: 31 - suffix.utf16.count) + suffix
      number += 1
    }
    return name
  }
}
