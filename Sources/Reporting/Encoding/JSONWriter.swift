/// Writes JSON (RFC 8259) into bytes, in the order of the calls: the same calls give the same bytes.
///
/// Made for JSON Lines in the hot path: keys are static, texts are copied in runs, digits are written by hand.
///
/// ```swift
/// var json = JSONWriter()
/// json.beginObject()
/// json.member("n", 1)
/// json.member("text", "Сессия «қаулысы»")
/// json.endObject()
/// json.endLine()
/// // {"n":1,"text":"Сессия «қаулысы»"}
/// ```
///
/// Commas are put where they belong; that brackets match and that each key has one value is up to the caller.
public struct JSONWriter: Sendable {
  /// What is escaped beyond RFC 8259's own quotation mark, backslash and control characters.
  public enum Escaping: Sendable {
    /// `<` only, as `\u003c`: safe in files that someone may paste into a page.
    case plain
    /// Also `>`, `&`, U+007F, U+2028 and U+2029: safe inside a `<script>` element whatever the text is.
    case embedded
  }

  public private(set) var bytes: [UInt8] = []
  private let isEmbedded: Bool
  private var needsComma = false

  public init(escaping: Escaping = .plain, capacity: Int = 0) {
    isEmbedded = escaping == .embedded
    bytes.reserveCapacity(capacity)
  }

  /// Forgets what was written and keeps the memory, for the next batch of lines.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  public mutating func beginObject() { open(UInt8(ascii: "{")) }
  public mutating func endObject() { close(UInt8(ascii: "}")) }
  public mutating func beginArray() { open(UInt8(ascii: "[")) }
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Ends a line of JSON Lines.
  public mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// - Parameter name: plain ASCII without quotation marks and backslashes; it is written as it is.
  public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// A key that comes from data, escaped like any text.
  public mutating func key(text name: String) {
    value(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// JSON of our own, written as it is, after which a comma is needed.
  mutating func raw(_ json: String) {
    bytes.append(contentsOf: json.utf8)
    needsComma = true
  }

  public mutating func null() { literal("null") }
  public mutating func value(_ value: Bool) { literal(value ? "true" : "false") }

  public mutating func value(_ value: Int) {
    separate()
    bytes.appendDecimal(value)
    needsComma = true
  }

  /// The shortest digits that read back as the same double; null where it is not finite, since JSON has no such
  /// number.
  public mutating func value(_ value: Double) {
    guard value.isFinite else { return null() }
    separate()
    bytes.append(contentsOf: value.description.utf8)
    needsComma = true
  }

  public mutating func value(_ text: String) { value(utf8: text.utf8.span) }

  /// - Parameter text: valid UTF-8; its multibyte characters are copied unchecked.
  public mutating func value(utf8 text: Span<UInt8>) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    if isEmbedded { appendEmbedded(text) } else { appendPlain(text) }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func literal(_ text: StaticString) {
    separate()
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    needsComma = true
  }

  private mutating func appendPlain(_ text: Span<UInt8>) {
    var copied = 0
    var index = 0
    while index < text.count {
      if index + 8 <= text.count {
        let word = text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
        if Self.isPlain(word) {
          index += 8
          continue
        }
      }
      let byte = text[index]
      index += 1
      if byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte != 0x3C { continue }
      append(text, copied..<index - 1)
      appendEscaped(byte)
      copied = index
    }
    append(text, copied..<text.count)
  }

  /// Whether none of eight bytes is a control character, quotation mark, backslash or `<`: a subtraction from each
  /// byte with its high bit set clears that bit where the byte was smaller, and equal bytes give 0 by xor.
  @inline(__always)
  private static func isPlain(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs = ones << 7
    func noneIsZero(_ word: UInt64) -> UInt64 { (word | highs) &- ones | word }
    let isEscaped =
      ~((word | highs) &- (ones &* 0x20) | word) | ~noneIsZero(word ^ ones &* 0x22)
      | ~noneIsZero(word ^ ones &* 0x5C) | ~noneIsZero(word ^ ones &* 0x3C)
    return isEscaped & highs == 0
  }

  private mutating func appendEmbedded(_ text: Span<UInt8>) {
    var copied = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case 0..<0x20, 0x22, 0x5C, 0x3C, 0x3E, 0x26, 0x7F:
        append(text, copied..<index)
        appendEscaped(byte)
        index += 1
        copied = index
      case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8:
        // U+2028 and U+2029, line ends in older JavaScript.
        append(text, copied..<index)
        bytes.append(contentsOf: text[index + 2] == 0xA8 ? Escape.lineSeparator : Escape.paragraphSeparator)
        index += 3
        copied = index
      default:
        index += 1
      }
    }
    append(text, copied..<text.count)
  }

  private mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
    if range.isEmpty { return }
    text.extracting(range).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  private mutating func appendEscaped(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x22, 0x5C: bytes.append(byte)
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    default:
      bytes.append(contentsOf: [UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0")])
      bytes.append(Escape.hexadecimal(byte >> 4))
      bytes.append(Escape.hexadecimal(byte & 15))
    }
  }

  private enum Escape {
    static let lineSeparator = Array("\\u2028".utf8)
    static let paragraphSeparator = Array("\\u2029".utf8)

    static func hexadecimal(_ nibble: UInt8) -> UInt8 {
      nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
    }
  }
}
