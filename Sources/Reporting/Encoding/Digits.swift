extension [UInt8] {
  /// Appends the decimal digits of an integer, with a minus sign where it is negative.
  mutating func appendDecimal(_ value: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    appendDigits(value.magnitude)
  }

  private mutating func appendDigits(_ value: UInt) {
    if value > 9 { appendDigits(value / 10) }
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10))
  }

  mutating func append(_ text: String) { append(contentsOf: text.utf8) }
}
