/// A sentence of `tests.tsv` with what must and must not be found in it.
///
/// ```
/// text	codes	not	places	not-places	note
/// Қараауыл ауылында су құбыры салынды.	results.infrastructure		Қараауыл ауылы
/// ```
///
/// Lists are divided by `;` or spaces (codes) and by `;` (places). A place is written as the gazetteer's column kk or
/// ru has it.
public struct PackTest: Sendable, Equatable {
  public var text: String
  /// Codes that the sentence must take, and must not.
  public var codes: [String]
  public var notCodes: [String]
  /// Places that must be found, and must not.
  public var places: [String]
  public var notPlaces: [String]
  public var note: String
  public var file: String
  /// Line in the file, from 1.
  public var line: Int

  private enum Column: Int, TableColumn {
    case text, codes, not, places, notPlaces, note

    var name: String { self == .notPlaces ? "not-places" : String(describing: self) }
  }

  /// Reads a table of tests; rows that test nothing are reported.
  static func read(_ bytes: [UInt8], name: String) -> (tests: [PackTest], issues: [LexiconIssue]) {
    var table = TSVTable(SpreadsheetText(bytes, name: name), name: name, columns: Column.names, required: 1)
    var tests: [PackTest] = []
    for row in table.rows {
      func codes(_ column: Column) -> [String] {
        row[column].pieces().map { $0.text.trimming(";,") }.filter { !$0.isEmpty }
      }
      let test = PackTest(
        text: row[Column.text].text, codes: codes(.codes), notCodes: codes(.not),
        places: row[Column.places].list, notPlaces: row[Column.notPlaces].list,
        note: row[Column.note].text, file: name, line: row.line)
      if test.text.isEmpty {
        table.report("no-text", row.line, 1, "the test has no sentence" + TSVTable.mergedCells)
      } else if test.codes.isEmpty, test.notCodes.isEmpty, test.places.isEmpty, test.notPlaces.isEmpty {
        table.report("no-expectation", row.line, 1, "the test expects nothing; name a code or a place")
      } else {
        tests.append(test)
      }
    }
    return (tests, table.issues)
  }
}

extension String {
  /// Without these characters at either end.
  fileprivate func trimming(_ marks: String) -> String {
    var part = self[...]
    while let last = part.last, marks.contains(last) { part.removeLast() }
    while let first = part.first, marks.contains(first) { part.removeFirst() }
    return String(part)
  }
}
