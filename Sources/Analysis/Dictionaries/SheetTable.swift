import Coding
import Foundation
import Ingestion

/// A problem of a spreadsheet, with its place as spreadsheets name it.
public struct SheetProblem: Sendable, Equatable, CustomStringConvertible {
  public var severity: LexiconIssue.Severity
  public var file: String
  public var sheet: String
  /// Such as `D12`; empty for the sheet as a whole.
  public var cell: String
  public var message: String
  /// Row and column of the cell, for the order.
  var row = 0
  var column = 0

  /// Errors before warnings, each in the order of the cells; sheets keep theirs.
  static func sorted(_ problems: [SheetProblem]) -> [SheetProblem] {
    problems.sorted { a, b in
      (a.severity == .error ? 0 : 1, a.row, a.column, a.message) < (
        b.severity == .error ? 0 : 1, b.row, b.column, b.message
      )
    }
  }

  /// `pack.xlsx: sheet 'lexicon', cell D12: error: the cell shows a date; …`
  public var description: String {
    "\(file): sheet '\(sheet)'\(cell.isEmpty ? "" : ", cell \(cell)"): \(severity.rawValue): \(message)"
  }
}

/// A sheet as the lines of a tab-separated table: row 12 of the sheet is line 12.
///
/// Put right in silence, since nothing is lost: numbers where text is meant (a KATO code), dates in columns of dates, line
/// breaks inside of cells, `=форма` that Excel took for a formula, merged remarks. What cannot be known is a problem with its cell:
/// text that became a date or TRUE, errors, formulas without a value, merged cells.
public struct SheetTable: Sendable {
  /// Cells of each line, without empty ones at its end.
  public private(set) var lines: [[String]] = []
  public private(set) var problems: [SheetProblem] = []

  private let file: String
  private let sheet: String
  /// Columns whose cells are days.
  private static let dateColumns: Set<String> = ["from", "to"]
  /// Lines that a sheet of words may have.
  private static let lineLimit = 200_000
  /// Columns that are read; no table of words has as many.
  private static let columnLimit = 256

  /// - Parameter file: name of the workbook, for messages.
  public init(_ sheet: SpreadsheetFile.Sheet, file: String) {
    self.file = file
    self.sheet = sheet.name
    var header: [String] = []
    var remarks: Set<Int> = []
    for row in sheet.rows {
      guard row.number <= Self.lineLimit else {
        report(
          .error, row.number, 0, "the sheet goes on beyond row \(Self.lineLimit); delete what stands there")
        break
      }
      while lines.count < row.number - 1 { lines.append([]) }
      var cells: [String] = []
      for cell in row.cells {
        guard cell.column < Self.columnLimit else {
          report(.error, row.number, cell.column, "the cell stands under no column; delete it")
          break
        }
        while cells.count < cell.column { cells.append("") }
        let name = header.indices.contains(cell.column) ? header[cell.column] : ""
        cells.append(text(cell, row.number, under: name, isRemark: cells.first?.hasPrefix("#") == true))
      }
      while cells.last == "" { cells.removeLast() }
      if cells.first?.hasPrefix("#") == true {
        remarks.insert(row.number)
      } else if header.isEmpty {
        header = cells
      }
      lines.append(cells)
    }
    while lines.last == [] { lines.removeLast() }
    for merge in sheet.merges where !merge.rows.allSatisfy(remarks.contains) && touchesText(merge) {
      report(
        .error, merge.rows.lowerBound, merge.columns.lowerBound,
        "the cells \(merge.reference) are merged, which leaves all but the first empty; unmerge them and fill each"
      )
    }
  }

  /// The table as UTF-8, cells divided by tabs.
  public var bytes: [UInt8] { Array(lines.map { $0.joined(separator: "\t") + "\n" }.joined().utf8) }

  /// A problem of the table's line and column (in code points, from 1) as one of the sheet's cell.
  public func problem(_ issue: LexiconIssue) -> SheetProblem {
    var column = 0
    if lines.indices.contains(issue.line - 1) {
      var end = 0
      for (number, cell) in lines[issue.line - 1].enumerated() {
        column = number
        end += cell.unicodeScalars.count + 1
        if issue.column <= end { break }
      }
    }
    return SheetProblem(
      severity: issue.severity, file: file, sheet: sheet,
      cell: SpreadsheetFile.reference(row: issue.line, column: column), message: issue.message,
      row: issue.line,
      column: column)
  }

  private func touchesText(_ merge: SpreadsheetFile.Merge) -> Bool {
    merge.rows.contains { lines.indices.contains($0 - 1) && !lines[$0 - 1].isEmpty }
  }

  private mutating func report(
    _ severity: LexiconIssue.Severity, _ row: Int, _ column: Int, _ message: String
  ) {
    problems.append(
      SheetProblem(
        severity: severity, file: file, sheet: sheet,
        cell: SpreadsheetFile.reference(row: row, column: column), message: message, row: row, column: column)
    )
  }

  private mutating func text(
    _ cell: SpreadsheetFile.Cell, _ row: Int, under column: String, isRemark: Bool
  ) -> String {
    switch cell.value {
    case .text(let text): return Self.plain(text)
    case .number(let number):
      return number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    case .date(let date):
      if isRemark || Self.dateColumns.contains(column) { return date }
      report(
        .error, row, cell.column,
        "the cell holds the date \(date): the program made it of what was typed; make the cell text and type it again"
      )
      return ""
    case .boolean(let value):
      report(
        .error, row, cell.column,
        "the cell holds the truth value \(value ? "TRUE" : "FALSE"); make the cell text and type the word again"
      )
      return ""
    case .error(let error):
      // =форма was typed into a cell that is not text: the formula is what was meant.
      if let formula = cell.formula, error == "#NAME?", Self.isWord(formula) { return "=" + formula }
      report(
        .error, row, cell.column,
        "the cell holds '\(cell.formula.map { "=" + $0 } ?? error)', a formula with the result \(error); "
          + "make the cell text and type it again")
      return ""
    }
  }

  /// One line without tabs.
  private static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
    return text.split(whereSeparator: { $0.isNewline || $0 == "\t" }).map {
      String(String.UnicodeScalarView($0.unicodeScalars.filter { $0.value >= 0x20 }))
    }.joined(separator: " ")
  }

  private static func isWord(_ formula: String) -> Bool {
    !formula.isEmpty && formula.unicodeScalars.allSatisfy { $0.properties.isAlphabetic }
  }
}

extension SheetTable {
  /// A table as its file has it: the first sheet of a workbook, or the file itself, as `SpreadsheetText` reads it.
  ///
  /// - Throws: `SpreadsheetError` where a workbook cannot be read.
  public static func table(
    _ bytes: [UInt8], file: String
  ) throws(SpreadsheetError) -> (bytes: [UInt8], problems: [SheetProblem]) {
    guard SpreadsheetFile.isPackage(bytes) else { return (bytes, []) }
    let book = try SpreadsheetFile(bytes, file: file)
    let table = SheetTable(book.sheets[0], file: file)
    return (table.bytes, table.problems)
  }
}
