extension [UInt8] {
  /// Appends the decimal digits of an integer, with a minus sign where it is negative.
  mutating func appendDecimal(_ value: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    let start = count
    repeat {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    self[start...].reverse()
  }

  mutating func append(_ text: String) { append(contentsOf: text.utf8) }
}
