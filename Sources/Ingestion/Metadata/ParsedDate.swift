/// A date named in a text.
public struct ParsedDate: Sendable, Equatable {
  /// Nil where the text names day and month only.
  public var year: Int?
  public var month: Int
  /// The first day of a range (`28-29 мамыр`).
  public var day: Int
  /// Bytes of the UTF-8 text, with `года`, `жыл` where they belong to the date.
  public var span: Range<Int>

  /// ISO 8601, `2023-12-27`; nil without a year.
  public var iso: String? { year.map { Self.iso($0, month, day) } }

  /// ISO 8601 without a year, `--12-27`.
  public var partial: String { "--" + Self.padded(month, 2) + "-" + Self.padded(day, 2) }

  var words: Range<Int> = 0..<0

  /// ISO 8601: `iso(2023, 4, 9)` is `2023-04-09`.
  static func iso(_ year: Int, _ month: Int, _ day: Int) -> String {
    [padded(year, 4), padded(month, 2), padded(day, 2)].joined(separator: "-")
  }

  static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// Days of the Gregorian calendar, years 1900 to 2100.
  static func isValid(year: Int?, month: Int, day: Int) -> Bool {
    guard (1...12).contains(month), day >= 1 else { return false }
    if let year, !(1900...2100).contains(year) { return false }
    let leap = year.map { $0 % 4 == 0 && ($0 % 100 != 0 || $0 % 400 == 0) } ?? true
    let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= lengths[month - 1]
  }
}
