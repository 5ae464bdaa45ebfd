import Coding
import Foundation
import Ingestion
import Reporting

/// The tables of a codebook or pack folder as one workbook that analysts edit in Excel, and back.
///
/// Every `*.tsv` is a sheet of its name, every line a row, remarks and empty lines too: ids, order and remarks survive, and
/// lines that nobody touched come back byte for byte.
public enum LexiconWorkbook {
  /// A problem of a folder or file.
  public struct Failure: Error, Sendable, CustomStringConvertible {
    public var description: String
  }

  /// The workbook of a folder.
  ///
  /// - Throws: `Failure` where the folder has no table, `OutputError` where the workbook cannot be written.
  public static func export(_ folder: String) throws -> [UInt8] {
    let names = try tables(in: folder)
    guard !names.isEmpty else { throw Failure(description: "\(folder): there is no .tsv in this folder") }
    let sheets = try names.map { name in
      TextWorkbook.Sheet(name: String(name.dropLast(4)), rows: rows(of: try read(folder + "/" + name)))
    }
    return try TextWorkbook.bytes(title: folder, sheets: sheets)
  }

  /// What a workbook makes of a folder's tables.
  public struct Import: Sendable {
    public struct Table: Sendable, Equatable {
      /// Such as `lexicon.tsv`.
      public var name: String
      public var text: String
      /// Lines that only the new or only the old table has.
      public var added: Int
      public var removed: Int
    }

    /// In the order of the sheets; those that are as they were too.
    public var tables: [Table] = []
    /// By sheet, errors first. Nothing should be written where there is one.
    public var problems: [SheetProblem] = []

    public var hasErrors: Bool { problems.contains { $0.severity == .error } }
  }

  /// Reads a workbook against the folder that it was exported from, or an empty or missing one; writes nothing.
  ///
  /// - Parameter file: name of the workbook, for messages.
  public static func read(_ bytes: [UInt8], file: String, into folder: String) throws -> Import {
    let book = try SpreadsheetFile(bytes, file: file)
    let pack = FileManager.default.fileExists(atPath: folder + "/pack.yaml")
    var result = Import()
    var sheets: [String: SheetTable] = [:]
    for sheet in book.sheets where !sheet.rows.isEmpty {
      guard isName(sheet.name) else {
        result.problems.append(
          SheetProblem(
            severity: .error, file: file, sheet: sheet.name, cell: "",
            message: "the sheet's name becomes a file's: letters, digits, '-' and '_' only"))
        continue
      }
      let table = SheetTable(sheet, file: file)
      let issues = TableCheck.issues(table.bytes, name: sheet.name + ".tsv", pack: pack ? folder : nil)
      result.problems += SheetProblem.sorted(table.problems + issues.map(table.problem))
      let path = folder + "/" + sheet.name + ".tsv"
      let old = FileManager.default.fileExists(atPath: path) ? try read(path) : ""
      sheets[sheet.name + ".tsv"] = table
      result.tables.append(merge(table.lines, into: old, name: sheet.name + ".tsv"))
    }
    // What the tables refer to can be looked up once they can be read.
    if !result.hasErrors {
      let texts = Dictionary(result.tables.map { ($0.name, $0.text) }, uniquingKeysWith: { $1 })
      result.problems += try StagedTables.errors(texts, into: folder).compactMap { issue in
        sheets[issue.file]?.problem(issue)
      }
    }
    return result
  }

  /// Writes the tables that changed, each in one step; makes the folder where it is missing.
  public static func write(_ result: Import, into folder: String) throws(Failure) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for table in result.tables where table.added + table.removed > 0 {
        try Data(table.text.utf8).write(
          to: URL(fileURLWithPath: folder + "/" + table.name), options: .atomic)
      }
    } catch { throw Failure(description: "\(folder): cannot be written: \(error.localizedDescription)") }
  }

  // MARK: Lines

  private static func tables(in folder: String) throws(Failure) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".tsv") }
        .sorted()
    } catch { throw Failure(description: "\(folder): cannot be read; name a codebook's or pack's folder") }
  }

  private static func read(_ path: String) throws(Failure) -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(description: "\(path): cannot be read")
    }
    return String(decoding: SpreadsheetText([UInt8](data), name: path).bytes, as: UTF8.self)
  }

  private static func rows(of text: String) -> [[String]] {
    lines(of: text).map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  private static func lines(of text: String) -> [Substring] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The table's lines, each as the old file wrote it where its cells are the same.
  private static func merge(_ rows: [[String]], into old: String, name: String) -> Import.Table {
    /// A line without empty cells at its end.
    func key(_ cells: [String]) -> [String] {
      var cells = cells.map { $0.trimmingCharacters(in: .whitespaces) }
      while cells.last == "" { cells.removeLast() }
      return cells
    }
    var known: [[String]: [Substring]] = [:]
    let before = lines(of: old)
    for line in before.reversed() {
      known[key(line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)), default: []]
        .append(line)
    }
    var text = ""
    var added = 0
    var kept = 0
    for row in rows {
      if let line = known[key(row)]?.popLast() {
        text += line + "\n"
        kept += 1
      } else {
        text += row.joined(separator: "\t") + "\n"
        added += 1
      }
    }
    // A spreadsheet keeps no empty lines at its end.
    let empty = before.reversed().prefix { $0.allSatisfy { $0 == "\t" || $0 == " " } }.count
    text += before.suffix(min(empty, before.count - kept)).map { $0 + "\n" }.joined()
    let removed = before.count - kept - min(empty, before.count - kept)
    // The same lines in another order are a change too.
    let isMoved = added + removed == 0 && lines(of: text) != before
    return Import.Table(name: name, text: text, added: isMoved ? 1 : added, removed: isMoved ? 1 : removed)
  }

  private static func isName(_ name: String) -> Bool {
    !name.isEmpty
      && name.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-" || $0 == "_"
      }
  }
}

/// What is wrong with a table of a codebook or pack, before it is written.
enum TableCheck {
  /// - Parameters:
  ///   - name: of the table, such as `lexicon.tsv`.
  ///   - pack: folder of the region pack that it belongs to; nil for a codebook.
  static func issues(_ bytes: [UInt8], name: String, pack: String?) -> [LexiconIssue] {
    if let pack { return RegionPackLoader.issues(table: name, bytes, pack: pack) }
    let file = LexiconFile(bytes, name: name)
    var first: [String: Int] = [:]
    let doubles = file.entries.compactMap { entry -> LexiconIssue? in
      guard let line = first[entry.id] else {
        first[entry.id] = entry.line
        return nil
      }
      return LexiconIssue(
        .error, "duplicate-id", file: name, line: entry.line, column: 1,
        "the id '\(entry.id)' stands in row \(line) already")
    }
    return file.issues + doubles
  }
}
