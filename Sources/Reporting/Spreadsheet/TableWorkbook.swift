import Tabulation

/// The tables of a run as one spreadsheet: a sheet a table, counted or in words, the passages that their numbers lead to, and what the run
/// was made with.
///
/// ```swift
/// let bytes = try TableWorkbook.bytes(of: content, in: .ru, passages: store.passages)
/// try folder.write(bytes, to: "tables-ru.xlsx")
/// ```
public enum TableWorkbook {
  /// Passages that a number leads to; where there are more, the sheet of passages says so.
  static let passagesPerCell = 200
  /// Of the columns of the first sheet.
  private static let widths = (30.0, 100.0)

  /// The file. The same content gives the same bytes.
  ///
  /// - Parameter passages: gives the passages of references, those that exist, in any order.
  /// - Throws: `OutputError`, and what `passages` throws.
  /// - Complexity: O(cells + passages shown), which are all held in memory.
  public static func bytes(
    of content: HTMLReport.Content, in language: LabelLanguage, passages: HTMLReport.PassageSource
  ) throws -> [UInt8] {
    var list = PassageSheet(content, language)
    try list.load(passages)
    return try Workbook.bytes(title: content.title[language]) { workbook in
      let about = workbook.sheet(ReportWording.about.label[language])
      // Sheets stand in the order in which they are made; links need the names before.
      var sheets: [(sheet: Workbook.Sheet, table: CrossTable)] = []
      for table in content.tables { sheets.append((workbook.sheet(table.id), table)) }
      let words = content.statements.map { (sheet: workbook.sheet($0.id), table: $0) }
      let passageSheet = workbook.sheet(ReportWording.passages.label[language])
      let names =
        sheets.map { ($0.sheet.name, $0.table.label[language]) }
        + words.map { ($0.sheet.name, $0.table.label[language]) }
      writeAbout(content, language, names, about)
      for (index, (sheet, table)) in sheets.enumerated() {
        TableSheet(table, language).write(sheet) { cell in
          list.firstRows[index][cell].map { (passageSheet.name, $0) }
        }
      }
      for (index, (sheet, table)) in words.enumerated() {
        StatementSheet(table, language).write(sheet) { row, column in
          list.firstRow(ofStatements: index, row, column).map { (passageSheet.name, $0) }
        }
      }
      list.write(passageSheet)
    }
  }

  private static func writeAbout(
    _ content: HTMLReport.Content, _ language: LabelLanguage, _ tables: [(name: String, label: String)],
    _ sheet: Workbook.Sheet
  ) {
    sheet.width(0..<1, widths.0)
    sheet.width(1..<2, widths.1)
    sheet.text(0, 0, content.title[language], .title)
    var row = 1
    if content.isDemonstration {
      sheet.text(row, 0, ReportWording.demonstration.label[language], .note)
      row += 1
    }
    row += 1
    for table in tables {
      sheet.link(row, 0, to: table.name, row: 0)
      sheet.text(row, 0, table.name, .link)
      sheet.text(row, 1, table.label, .text)
      row += 1
    }
    row += 1
    for paragraph in content.methods {
      line(paragraph.title[language], paragraph.text[language], row, sheet)
      row += 1
    }
    for fact in content.facts {
      line(fact.label[language], fact.value[language], row, sheet)
      row += 1
    }
    sheet.printsWide()
  }

  private static func line(_ name: String, _ text: String, _ row: Int, _ sheet: Workbook.Sheet) {
    sheet.text(row, 0, name, .label)
    sheet.text(row, 1, text, .text)
    sheet.fit(row, [(name, widths.0), (text, widths.1)])
  }
}
