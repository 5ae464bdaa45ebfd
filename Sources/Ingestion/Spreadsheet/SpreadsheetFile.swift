/// A spreadsheet that cannot be read.
public struct SpreadsheetError: Error, Sendable, CustomStringConvertible {
  public var file: String
  public var message: String

  public var description: String { "\(file): \(message)" }
}

/// The sheets of an Office Open XML workbook (`.xlsx`) as Excel, LibreOffice and others write it: ECMA-376, Part 1,
/// SpreadsheetML.
///
/// Values are what the cells hold, not how they look: `0.5` is a number whatever its decimals, rich text is its text, a
/// formula is the value that was saved with it. Hostile files are harmless: nothing is unpacked to disk, no entity is
/// expanded, sizes are bounded.
///
/// ```swift
/// let book = try SpreadsheetFile(bytes, file: "pack.xlsx")
/// book.sheets[0].rows[0].cells[0].value  // .text("id")
/// ```
public struct SpreadsheetFile: Sendable {
  public enum Value: Sendable, Equatable {
    case text(String)
    case number(Double)
    /// A number that the sheet shows as a date: ISO 8601, `2022-06-08` or `2022-06-08T10:30`.
    case date(String)
    case boolean(Bool)
    /// Such as `#NAME?`.
    case error(String)
  }

  public struct Cell: Sendable, Equatable {
    /// From 0.
    public var column: Int
    public var value: Value
    /// Without the sign `=`; nil where the cell has none.
    public var formula: String?
  }

  public struct Row: Sendable, Equatable {
    /// From 1, as spreadsheets show it.
    public var number: Int
    /// Those with a value, by column.
    public var cells: [Cell]
  }

  /// Cells that were merged into one: only the first has a value.
  public struct Merge: Sendable, Equatable {
    public var rows: ClosedRange<Int>
    public var columns: ClosedRange<Int>
    /// As spreadsheets write it: `B3:B5`.
    public var reference: String
  }

  public struct Sheet: Sendable {
    public var name: String
    /// Those with a cell, by number.
    public var rows: [Row]
    public var merges: [Merge]
  }

  public var sheets: [Sheet]

  /// Whether a file begins as a ZIP package does.
  public static func isPackage(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - file: its name, for messages.
  public init(_ bytes: [UInt8], file: String) throws(SpreadsheetError) {
    // The signature of OLE compound files: Excel 97 to 2003, and files with a password.
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw SpreadsheetError(
        file: file, message: "this is an old .xls or has a password; save it as .xlsx without one")
    }
    guard Self.isPackage(bytes) else {
      throw SpreadsheetError(
        file: file, message: "this is no .xlsx; save the table as \"Excel workbook (.xlsx)\"")
    }
    let package = try ZIPPackage(bytes, file: file) { $0.hasSuffix(".xml") || $0.hasSuffix(".rels") }
    sheets = try WorkbookParts(package, file: file).sheets()
  }

  /// A place as spreadsheets name it: row 12 and column 3 are `D12`.
  public static func reference(row: Int, column: Int) -> String {
    var letters: [Character] = []
    var n = column + 1
    while n > 0 {
      letters.insert(Character(UnicodeScalar(UInt8(65 + (n - 1) % 26))), at: 0)
      n = (n - 1) / 26
    }
    return String(letters) + String(row)
  }

  /// The row and column of a place such as `D12` or `$D$12`; nil where it is none or lies beyond what spreadsheets have.
  static func place(_ reference: some StringProtocol) -> (row: Int, column: Int)? {
    var column = 0
    var row = 0
    for byte in reference.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case 0x41...0x5A where row == 0: column = column * 26 + Int(byte) - 64
      case 0x61...0x7A where row == 0: column = column * 26 + Int(byte) - 96
      case 0x30...0x39 where column > 0: row = row * 10 + Int(byte) - 48
      default: return nil
      }
      guard column <= 16_384, row <= 1_048_576 else { return nil }
    }
    return column > 0 && row > 0 ? (row, column - 1) : nil
  }
}
