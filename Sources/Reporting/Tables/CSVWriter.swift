/// Writes CSV (RFC 4180): comma, CRLF, quotation marks where needed and doubled inside.
///
/// Texts that a spreadsheet would run as a formula get an apostrophe in front: `=HYPERLINK(…)` becomes
/// `'=HYPERLINK(…)`. Numbers are written by themselves and stay numbers, negative ones too.
package struct CSVWriter {
  private(set) var bytes: [UInt8] = []
  private var isFirstInLine = true

  /// - Parameter byteOrderMark: makes Excel read the file as UTF-8.
  init(byteOrderMark: Bool = false) {
    if byteOrderMark { bytes = [0xEF, 0xBB, 0xBF] }
  }

  mutating func text(_ text: String) {
    separate()
    let utf8 = Array(text.utf8)
    let isFormula = CSVWriter.startsFormula(utf8)
    let isQuoted = utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    if isQuoted { bytes.append(0x22) }
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    if isQuoted { bytes.append(0x22) }
  }

  mutating func number(_ value: Int) {
    separate()
    bytes.appendDecimal(value)
  }

  /// The shortest digits that read back as the same double; an empty cell for nil.
  mutating func number(_ value: Double?) {
    separate()
    if let value, value.isFinite { bytes.append(value.description) }
  }

  mutating func endLine() {
    bytes.append(contentsOf: [0x0D, 0x0A])
    isFirstInLine = true
  }

  private mutating func separate() {
    if !isFirstInLine { bytes.append(UInt8(ascii: ",")) }
    isFirstInLine = false
  }

  /// `=`, `+`, `-`, `@`, tab and line ends at the start, and the full-width forms of the first four (＝ ＋ － ＠), which
  /// some spreadsheets take for them.
  package static func startsFormula(_ utf8: [UInt8]) -> Bool {
    switch utf8.first {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0A, 0x0D: true
    case 0xEF:
      utf8.count > 2 && utf8[1] == 0xBC && [0x9D, 0x8B, 0x8D, 0xA0].contains(utf8[2])
    default: false
    }
  }
}
