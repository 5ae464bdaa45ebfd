import Tabulation

/// The passages behind the numbers and statements: a line for each passage of each cell, the lines of a cell together.
/// Texts that stand in several lines are stored once in the file.
struct PassageSheet {
  private struct Line {
    var table: String
    var row: TableKey
    var column: TableKey
    var reference: PassageReference
  }

  private struct StatementCell: Hashable {
    var table: Int
    var row: Int
    var column: Int
  }

  private let content: HTMLReport.Content
  private let language: LabelLanguage
  private var lines: [Line] = []
  private var texts: [PassageReference: HTMLReport.Passage] = [:]
  /// For each table the row of each cell's first passage.
  private(set) var firstRows: [[Int?]] = []
  private var firstRowsOfStatements: [StatementCell: Int] = [:]
  private var isCut = false

  private static let headRow = 0
  private static let widths = [18.0, 22, 26, 34, 11, 6, 6, 90, 40]

  init(_ content: HTMLReport.Content, _ language: LabelLanguage) {
    self.content = content
    self.language = language
    for table in content.tables {
      var rows: [Int?] = []
      for (c, cell) in table.cells.enumerated() {
        let kept = cell.references.prefix(TableWorkbook.passagesPerCell)
        isCut = isCut || kept.count < cell.passages
        rows.append(
          add(
            kept, of: table.id, table.rows[c / table.columns.count], table.columns[c % table.columns.count]))
      }
      firstRows.append(rows)
    }
    addStatements()
  }

  /// - Returns: the row of the first of them; nil where there are none, or the sheet is full.
  private mutating func add(
    _ references: ArraySlice<PassageReference>, of table: String, _ row: TableKey, _ column: TableKey
  ) -> Int? {
    // The last row that a sheet has is left for the remark on what is not shown.
    guard !references.isEmpty, lines.count + references.count + 3 < Workbook.Sheet.rowLimit else {
      isCut = isCut || !references.isEmpty
      return nil
    }
    let first = PassageSheet.headRow + 1 + lines.count
    lines += references.map { Line(table: table, row: row, column: column, reference: $0) }
    return first
  }

  private mutating func addStatements() {
    for (t, table) in content.statements.enumerated() {
      for (r, row) in table.rows.enumerated() {
        for (c, cell) in row.cells.enumerated() {
          var references: [PassageReference] = []
          for reference in cell.flatMap(\.passages) where !references.contains(reference) {
            references.append(reference)
          }
          let column = TableKey(cell.lazy.compactMap(\.code).first ?? "", table.columns[c])
          guard let first = add(references[...], of: table.id, row.key, column) else { continue }
          firstRowsOfStatements[StatementCell(table: t, row: r, column: c)] = first
        }
      }
    }
  }

  func firstRow(ofStatements table: Int, _ row: Int, _ column: Int) -> Int? {
    firstRowsOfStatements[StatementCell(table: table, row: row, column: column)]
  }

  mutating func load(_ source: HTMLReport.PassageSource) throws {
    let wanted = Set(lines.map(\.reference)).sorted()
    for start in stride(from: 0, to: wanted.count, by: 1024) {
      for passage in try source(Array(wanted[start..<min(start + 1024, wanted.count)])) {
        texts[passage.reference] = passage
      }
    }
  }

  func write(_ sheet: Workbook.Sheet) {
    let words = [
      ReportWording.table, .row, .column, .document, .date, .number, .textLanguage, .passage, .evidence,
    ].map { $0.label[language] }
    for (column, word) in words.enumerated() { sheet.text(PassageSheet.headRow, column, word, .head) }
    for (column, width) in Self.widths.enumerated() {
      sheet.width(column..<column + 1, width)
    }
    for (index, line) in lines.enumerated() { write(line, PassageSheet.headRow + 1 + index, sheet) }
    if isCut {
      sheet.text(PassageSheet.headRow + 2 + lines.count, 0, ReportWording.firstOnly.label[language], .note)
    }
    sheet.freeze(row: PassageSheet.headRow + 1, column: 0)
    if !lines.isEmpty {
      sheet.filter(
        row: PassageSheet.headRow, columns: words.count, lastRow: PassageSheet.headRow + lines.count)
    }
    sheet.printsWide()
  }

  private func write(_ line: Line, _ row: Int, _ sheet: Workbook.Sheet) {
    let document =
      content.documents.indices.contains(line.reference.document)
      ? content.documents[line.reference.document] : nil
    sheet.text(row, 0, line.table, .code)
    sheet.text(row, 1, line.row.label[language])
    sheet.text(row, 2, line.column.label[language])
    sheet.text(row, 3, document?.path ?? "")
    sheet.text(row, 4, document?.date ?? "", .code)
    sheet.number(row, 5, Double(line.reference.passage), .count)
    guard let passage = texts[line.reference] else { return }
    sheet.text(row, 6, ReportWording.language(passage.language)[language], .code)
    sheet.text(row, 7, passage.text)
    let words = evidence(passage, keys: [line.column.key, line.row.key])
    sheet.text(row, 8, words)
    sheet.fit(
      row,
      [
        (line.row.label[language], Self.widths[1]), (line.column.label[language], Self.widths[2]),
        (document?.path ?? "", Self.widths[3]), (passage.text, Self.widths[7]), (words, Self.widths[8]),
      ])
  }

  /// The words that carried the cell's code, or the titles over the passage, each once.
  private func evidence(_ passage: HTMLReport.Passage, keys: [String]) -> String {
    let own = passage.codes.filter { code in
      keys.contains { !$0.isEmpty && (code.code == $0 || code.code.hasPrefix($0 + ".")) }
    }
    let points = Array(passage.text.unicodeScalars)
    var quotes: [String] = []
    for evidence in (own.isEmpty ? passage.codes : own).flatMap(\.evidence) {
      let quote =
        switch evidence.place {
        case .words(let range):
          String(String.UnicodeScalarView(points[range.clamped(to: 0..<points.count)]))
        case .title(let title): "\(ReportWording.title(title.kind)[language]): \(title.text)"
        }
      if !quote.isEmpty, !quotes.contains(quote) { quotes.append(quote) }
    }
    return quotes.joined(separator: "; ")
  }
}
