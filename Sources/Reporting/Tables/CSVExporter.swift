import Tabulation

/// One line a cell, with everything known of it: for R, Python, SPSS and pivot tables.
///
/// ```
/// table,region,region_kk,region_ru,region_en,indicator,…,passages,documents,codings,row_passages,…
/// region-indicator,KZ-71,Астана,Астана,Astana,civil-society.hearings,…,9,4,11,120,…
/// ```
///
/// Shares and interval ends have the shortest digits that read back as the same number; they are empty where the row
/// has nothing to take a share of.
public struct CSVExporter: TableExporter {
  /// Whether the file starts with a byte order mark, without which Excel does not read it as UTF-8.
  public var byteOrderMark: Bool

  public init(byteOrderMark: Bool = true) { self.byteOrderMark = byteOrderMark }

  public var name: String { "csv" }
  public var fileExtension: String { "csv" }
  public var summary: String {
    "CSV with one line a cell: keys, labels in three languages, counts, totals, shares and intervals."
  }

  public func bytes(of table: CrossTable, in language: LabelLanguage) -> [UInt8] {
    var csv = CSVWriter(byteOrderMark: byteOrderMark)
    csv.text("table")
    for dimension in [table.rowDimension.key, table.columnDimension.key] {
      csv.text(dimension)
      for language in LabelLanguage.allCases { csv.text("\(dimension)_\(language.rawValue)") }
    }
    for heading in CSVExporter.headings { csv.text(heading) }
    csv.endLine()
    for (r, row) in table.rows.enumerated() {
      for (c, column) in table.columns.enumerated() {
        csv.text(table.id)
        for key in [row, column] {
          csv.text(key.key)
          for language in LabelLanguage.allCases { csv.text(key.label[language]) }
        }
        let cell = table.cell(row: r, column: c)
        let totals = table.rowTotals[r]
        for count in [
          cell.passages, cell.documents, cell.codings, totals.passages, totals.documents,
          totals.codedPassages,
          totals.codings,
        ] { csv.number(count) }
        csv.number(table.share(row: r, column: c, of: .passages).value)
        csv.number(table.share(row: r, column: c, of: .codings).value)
        csv.text(table.unit.rawValue)
        let share = table.share(row: r, column: c)
        csv.number(share.value)
        csv.number(share.interval?.lowerBound)
        csv.number(share.interval?.upperBound)
        csv.endLine()
      }
    }
    return csv.bytes
  }

  /// Names of the columns after keys and labels.
  static let headings = [
    "passages", "documents", "codings", "row_passages", "row_documents", "row_coded_passages", "row_codings",
    "share_of_passages", "share_of_codings", "unit", "share", "share_low", "share_high",
  ]

  /// What they hold, for programs that keep labels beside names.
  static let headingLabels: [TrilingualLabel] = [
    .init(kk: "Ұяшықтың үзінділері", ru: "Фрагменты ячейки", en: "Passages of the cell"),
    .init(kk: "Ұяшықтың құжаттары", ru: "Документы ячейки", en: "Documents of the cell"),
    .init(kk: "Ұяшықтың кодтары", ru: "Коды ячейки", en: "Codings of the cell"),
    .init(kk: "Жолдың үзінділері", ru: "Фрагменты строки", en: "Passages of the row"),
    .init(kk: "Жолдың құжаттары", ru: "Документы строки", en: "Documents of the row"),
    .init(kk: "Жолдың коды бар үзінділері", ru: "Фрагменты строки с кодами", en: "Coded passages of the row"),
    .init(kk: "Жолдың кодтары", ru: "Коды строки", en: "Codings of the row"),
    .init(kk: "Жол үзінділеріндегі үлес", ru: "Доля фрагментов строки", en: "Share of the row's passages"),
    .init(kk: "Жол кодтарындағы үлес", ru: "Доля кодов строки", en: "Share of the row's codings"),
    .init(kk: "Санау бірлігі", ru: "Единица счёта", en: "Unit of counting"),
    .init(kk: "Бірлік бойынша үлес", ru: "Доля по единице счёта", en: "Share by the unit of counting"),
    .init(kk: "95 % аралықтың төменгі шегі", ru: "Нижняя граница 95 %", en: "Lower end of the 95% interval"),
    .init(kk: "95 % аралықтың жоғарғы шегі", ru: "Верхняя граница 95 %", en: "Upper end of the 95% interval"),
  ]
}
