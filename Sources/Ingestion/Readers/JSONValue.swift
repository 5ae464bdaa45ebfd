import Foundation

/// JSON as programs really write it: Foundation refuses a whole file for half of an emoji that someone's `substring` left
/// as an escape, or a number beyond what a Double holds. Both are nothing that a reader would miss.
enum JSONValue {
  /// The value of a JSON text; nil where it is none. Cost: one parse; two where something had to be mended.
  static func parse(_ utf8: some Sequence<UInt8>) -> Any? {
    let bytes = Array(utf8)
    if let value = value(bytes) { return value }
    let mended = mended(bytes)
    return mended == bytes ? nil : value(mended)
  }

  private static func value(_ bytes: [UInt8]) -> Any? {
    try? JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])
  }

  /// Escaped halves of surrogate pairs as U+FFFD, numbers that are too large as null.
  ///
  /// ```
  /// {"a": "\ud83d.", "b": 1e999}   →   {"a": "\ufffd.", "b": null}
  /// ```
  static func mended(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var isString = false
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if isString, byte == UInt8(ascii: "\\") {
        i = appendEscape(bytes, i, to: &out)
        continue
      }
      if byte == UInt8(ascii: "\"") { isString.toggle() }
      if !isString, isDigit(byte) || byte == UInt8(ascii: "-") {
        let end = bytes[i...].firstIndex { !isNumber($0) } ?? bytes.count
        let number = Double(String(decoding: bytes[i..<end], as: UTF8.self))
        out += number.map(\.isFinite) == false ? Array("null".utf8) : Array(bytes[i..<end])
        i = end
        continue
      }
      out.append(byte)
      i += 1
    }
    return out
  }

  /// Appends the escape that begins at a backslash; the place after it.
  private static func appendEscape(_ bytes: [UInt8], _ start: Int, to out: inout [UInt8]) -> Int {
    guard let unit = unit(bytes, start) else {
      let end = min(start + 2, bytes.count)
      out += bytes[start..<end]
      return end
    }
    let next = unit & 0xFC00 == 0xD800 ? self.unit(bytes, start + 6) : nil
    if let next, next & 0xFC00 == 0xDC00 {
      out += bytes[start..<start + 12]
      return start + 12
    }
    out += unit & 0xF800 == 0xD800 ? Array("\\ufffd".utf8) : Array(bytes[start..<start + 6])
    return start + 6
  }

  /// The code unit of `\uXXXX`, if that stands there.
  private static func unit(_ bytes: [UInt8], _ start: Int) -> UInt16? {
    guard start + 6 <= bytes.count, bytes[start] == UInt8(ascii: "\\"), bytes[start + 1] == UInt8(ascii: "u")
    else { return nil }
    let digits = bytes[(start + 2)..<(start + 6)]
    return digits.allSatisfy { isDigit($0) || (0x61...0x66).contains($0 | 0x20) }
      ? UInt16(String(decoding: digits, as: UTF8.self), radix: 16) : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isNumber(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte | 0x20 == UInt8(ascii: "e")
      || [UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-")]
        .contains(byte)
  }
}
