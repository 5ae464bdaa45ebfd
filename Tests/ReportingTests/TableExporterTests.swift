import Foundation
import Tabulation
import Testing

@testable import Reporting

@Suite struct TableExporterTests {
  @Test(arguments: TableExporters.all.map(\.name))
  func formatAgreesWithItsGolden(name: String) throws {
    let exporter = try #require(TableExporters.named(name))
    try expectGolden(
      exporter.bytes(of: Sample.table, in: .ru), "region-indicator.\(exporter.fileExtension)")
  }

  @Test(arguments: TableExporters.all.map(\.name).filter { $0 != "csv-wide" && $0 != "vega-lite" })
  func analysedTableAgreesWithItsGolden(name: String) throws {
    let exporter = try #require(TableExporters.named(name))
    try expectGolden(exporter.bytes(of: Sample.analysed, in: .en), "analysed.\(exporter.fileExtension)")
  }

  /// A format that is dropped or renamed takes its golden with it.
  @Test func goldensAreThoseOfTheFormatsAndTheReport() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    let expected =
      TableExporters.all.map { "region-indicator.\($0.fileExtension)" }
      + TableExporters.all.filter { $0.name != "csv-wide" && $0.name != "vega-lite" }
      .map { "analysed.\($0.fileExtension)" } + ["report.html"]
    #expect(names.sorted() == expected.sorted())
  }

  @Test func formatsAreDistinct() {
    let all = TableExporters.all
    #expect(Set(all.map(\.name)).count == all.count)
    #expect(Set(all.map(\.fileExtension)).count == all.count)
    #expect(TableExporters.named("docx") == nil)
  }

  @Test(arguments: TableExporters.all.map(\.name))
  func sameTableGivesSameBytes(name: String) throws {
    let exporter = try #require(TableExporters.named(name))
    for language in LabelLanguage.allCases {
      #expect(
        exporter.bytes(of: Sample.table, in: language) == exporter.bytes(of: Sample.table, in: language))
    }
  }

  @Test func tableOfNothingHasEmptySharesAndNoNaN() throws {
    let table = Tally(Sample.request()).table()
    let csv = String(decoding: CSVExporter(byteOrderMark: false).bytes(of: table, in: .en), as: UTF8.self)
    let line = try #require(csv.split(separator: "\r\n").dropFirst().first)
    #expect(line.hasSuffix(",0,0,0,0,0,0,0,,,passages,,," + String(repeating: ",", count: 37)))
    let json = try JSONSerialization.jsonObject(with: Data(JSONExporter().bytes(of: table, in: .en)))
    let cells = try #require((json as? [String: Any])?["cells"] as? [[String: Any]])
    #expect(cells.count == 12)
    #expect(cells.allSatisfy { $0["share"] is NSNull && $0["interval"] is NSNull })
    let markdown = String(decoding: MarkdownExporter().bytes(of: table, in: .en), as: UTF8.self)
    #expect(markdown.contains("| 0 (–) |"))
  }

  @Test func byteOrderMarkIsAnOption() {
    #expect(
      CSVExporter(byteOrderMark: true).bytes(of: Sample.table, in: .en).starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(
      CSVExporter(byteOrderMark: false).bytes(of: Sample.table, in: .en).starts(with: Array("table,".utf8)))
    #expect(
      WideCSVExporter(byteOrderMark: false).bytes(of: Sample.table, in: .en).starts(
        with: Array("Region,".utf8)))
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
    ("two\nlines", "\"two\nlines\""),
    ("=1+1", "'=1+1"), ("+7 701", "'+7 701"), ("-", "'-"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"),
    ("\r=x", "\"'\r=x\""), ("=a,\"b\"", "\"'=a,\"\"b\"\"\""), ("＝1", "'＝1"), ("＠x", "'＠x"), ("", ""),
    ("а=б", "а=б"),
  ])
  func textCellsAreQuotedAndNeverFormulas(text: String, written: String) {
    var csv = CSVWriter()
    csv.text(text)
    #expect(String(decoding: csv.bytes, as: UTF8.self) == written)
  }

  @Test func numbersStayNumbers() {
    var csv = CSVWriter()
    csv.number(-5)
    csv.number(0.1)
    csv.number(Double?.none)
    csv.number(.nan)
    csv.endLine()
    #expect(String(decoding: csv.bytes, as: UTF8.self) == "-5,0.1,,\r\n")
  }

  @Test func markdownLabelsCannotBreakTheTable() {
    let hostile = "a|b\n<script>[x](y) `c`"
    var request = Sample.request()
    request.rows.keys = .given([TableKey("r", .init(untranslated: hostile))])
    let text = String(decoding: MarkdownExporter().bytes(of: Tally(request).table(), in: .en), as: UTF8.self)
    #expect(text.contains(#"| a\|b &lt;script>\[x\](y) \`c\` | 0 |"#))
  }
}
