import Foundation

/// A table as spreadsheets save it, made into the TSV that the readers of packs expect.
///
/// Put right in silence, since nothing is lost: a byte order mark, UTF-16 (Excel's "Unicode text"), windows-1251 whose
/// Kazakh letters survived, CR LF, a first line `sep=;`, semicolons or commas in place of tabs, quoted cells, line
/// breaks inside of cells. Lines keep their numbers. What is lost is named: Kazakh letters that Excel
/// wrote as `?`.
///
/// ```
/// SpreadsheetText(Array("id;kk\r\nwater;\"су ; құбыр\"\r\n".utf8), name: "w.csv").bytes  // "id\tkk\nwater\tсу ; құбыр\n"
/// ```
public struct SpreadsheetText: Sendable {
  /// UTF-8, cells divided by tabs, lines by line feeds.
  public private(set) var bytes: [UInt8]
  public private(set) var issues: [LexiconIssue] = []

  private let name: String

  /// - Parameters:
  ///   - bytes: the file's content.
  ///   - name: its name, for messages.
  public init(_ bytes: [UInt8], name: String) {
    self.name = name
    self.bytes = bytes
    decode()
    if let mark = Self.divider(of: self.bytes) { divide(at: mark) }
  }

  // MARK: Encoding

  private mutating func decode() {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      bytes.removeFirst(3)
    } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]),
      let text = String(data: Data(bytes), encoding: .utf16)
    {
      bytes = Array(text.utf8)
    }
    guard String(validating: bytes, as: UTF8.self) == nil else { return }
    // A line that is broken inside of a file that is else UTF-8 is the reader's to name.
    guard !hasUTF8Letters, let text = String(data: Data(bytes), encoding: .windowsCP1251) else { return }
    bytes = Array(text.utf8)
    reportLostLetters(text)
  }

  /// Whether the file has Cyrillic letters in UTF-8, so that it is no windows-1251.
  private var hasUTF8Letters: Bool {
    var pairs = 0
    var high = 0
    for i in bytes.indices where bytes[i] >= 0x80 {
      high += 1
      if bytes[i] >= 0xD0, bytes[i] <= 0xD3, i + 1 < bytes.count, bytes[i + 1] & 0xC0 == 0x80 { pairs += 1 }
    }
    return pairs * 4 > high
  }

  /// Excel writes a letter that windows-1251 lacks as a question mark: `?аза?стан`.
  private mutating func reportLostLetters(_ text: String) {
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let scalars = Array(line.unicodeScalars)
      for i in scalars.indices where scalars[i] == "?" {
        let after = i + 1 < scalars.count && MixedScript.isCyrillic(scalars[i + 1])
        guard after else { continue }
        issues.append(
          LexiconIssue(
            .error, "lost-letters", file: name, line: number + 1, column: i + 1,
            "Kazakh letters were saved as '?': windows-1251 does not have them; save the file as \"CSV UTF-8\" or "
              + "\"Unicode text\""))
        break
      }
    }
  }

  // MARK: Cells

  /// What divides the cells of the first line that is no comment, where the file has to be taken apart: a tab where
  /// cells are quoted, else a semicolon or comma; nil for plain TSV.
  private static func divider(of bytes: [UInt8]) -> UInt8? {
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[start..<end]
      start = end + 1
      if line.starts(with: Array("sep=".utf8)), let mark = line.dropFirst(4).first { return mark }
      guard let first = line.first(where: { $0 != UInt8(ascii: "\"") }), first != UInt8(ascii: "#"),
        first != 0x0D
      else { continue }
      if line.contains(0x09) {
        return bytes.contains(UInt8(ascii: "\"")) || bytes.contains(0x0D) ? 0x09 : nil
      }
      for mark in [UInt8(ascii: ";"), UInt8(ascii: ",")] where line.contains(mark) { return mark }
      return bytes.contains(0x0D) ? 0x09 : nil
    }
    return nil
  }

  private mutating func divide(at mark: UInt8) {
    let quote = UInt8(ascii: "\"")
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var i = 0
    // Line feeds inside of cells are given after the line, so that later lines keep their numbers.
    var owed = 0
    var isCellStart = true
    var isLineStart = true
    while i < bytes.count {
      let byte = bytes[i]
      if isLineStart, let end = wholeLine(at: i) {
        out.append(contentsOf: end.text)
        i = end.next
        continue
      }
      isLineStart = false
      if byte == quote, isCellStart, let close = closingQuote(from: i + 1, mark) {
        var k = i + 1
        while k < close {
          if bytes[k] == 0x0A { owed += 1 }
          let isDouble = bytes[k] == quote && bytes[k + 1] == quote
          if bytes[k] != 0x0D { out.append(bytes[k] < 0x20 ? 0x20 : bytes[k]) }
          k += isDouble ? 2 : 1
        }
        i = close + 1
        isCellStart = false
        continue
      }
      switch byte {
      case mark:
        out.append(0x09)
        isCellStart = true
      case 0x0A:
        out.append(contentsOf: repeatElement(0x0A, count: owed + 1))
        owed = 0
        (isCellStart, isLineStart) = (true, true)
      case 0x0D: break
      default:
        out.append(byte)
        isCellStart = false
      }
      i += 1
    }
    bytes = out
  }

  /// A comment, which is not divided and loses the dividers that a spreadsheet puts behind it; or `sep=;`.
  private func wholeLine(at start: Int) -> (text: [UInt8], next: Int)? {
    var end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    let next = min(end + 1, bytes.count)
    if bytes[start..<end].starts(with: Array("sep=".utf8)) { return (end < bytes.count ? [0x0A] : [], next) }
    let first = bytes[start] == UInt8(ascii: "\"") ? start + 1 : start
    guard first < end, bytes[first] == UInt8(ascii: "#") else { return nil }
    while end > first, [0x0D, 0x09, UInt8(ascii: ";"), UInt8(ascii: ",")].contains(bytes[end - 1]) {
      end -= 1
    }
    if first > start, end > first, bytes[end - 1] == UInt8(ascii: "\"") { end -= 1 }
    return (Array(bytes[first..<end]) + [0x0A], next)
  }

  /// The quote that ends a cell: one before a divider, a line end or the end; nil where the quote is a letter of the
  /// text.
  private func closingQuote(from start: Int, _ mark: UInt8) -> Int? {
    var k = start
    while k < bytes.count {
      if bytes[k] == UInt8(ascii: "\"") {
        guard k + 1 < bytes.count else { return k }
        if bytes[k + 1] == UInt8(ascii: "\"") {
          k += 2
          continue
        }
        return bytes[k + 1] == mark || bytes[k + 1] == 0x0A || bytes[k + 1] == 0x0D ? k : nil
      }
      k += 1
    }
    return nil
  }
}
