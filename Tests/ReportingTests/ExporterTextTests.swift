import Foundation
import Tabulation
import Testing

@testable import Reporting

@Suite struct ExporterTextTests {
  private func table(label: String) -> CrossTable {
    var request = Sample.request()
    request.label = .init(untranslated: label)
    request.rows.keys = .given([TableKey("r", .init(untranslated: label))])
    return Tally(request).table()
  }

  @Test(arguments: [
    ("50 % & $x_1 #2", "50 \\% \\& \\$x\\_1 \\#2"),
    ("a\\b{c}~^", "a\\textbackslash{}b\\{c\\}\\textasciitilde{}\\textasciicircum{}"),
    ("--", "{-}{-}"), ("\u{202E}x\u{7}", "x"), ("a\u{A0}b\u{202F}c", "a~b\\,c"), ("Қазақ", "Қазақ"),
    ("▲ a ✗", "$\\uparrow$ a $\\times$"),
  ])
  func laTeXIsEscaped(text: String, expected: String) { #expect(LaTeXText.escaped(text) == expected) }

  @Test func laTeXTablesOfManyColumnsComeInParts() {
    let tex = String(decoding: LaTeXExporter().bytes(of: Sample.table, in: .en), as: UTF8.self)
    #expect(tex.components(separatedBy: "\\begin{tabular}").count == 2)
    var request = Sample.request()
    request.columns.keys = .given((0..<20).map { TableKey("\($0)", .init(untranslated: "c\($0)")) })
    let wide = String(decoding: LaTeXExporter().bytes(of: Tally(request).table(), in: .en), as: UTF8.self)
    #expect(wide.components(separatedBy: "\\begin{tabular}").count == 4)
    #expect(wide.contains("(3/3)") && wide.contains("\\begin{landscape}"))
    request.rows.keys = .given((0..<40).map { TableKey("\($0)", .init(untranslated: "r\($0)")) })
    let long = String(decoding: LaTeXExporter().bytes(of: Tally(request).table(), in: .en), as: UTF8.self)
    #expect(long.contains("\\begin{longtable}") && !long.contains("\\begin{tabular}"))
  }

  @Test func syntaxReadsEveryColumnOfTheCSV() throws {
    let csv = String(
      decoding: CSVExporter(byteOrderMark: false).bytes(of: Sample.table, in: .en), as: UTF8.self)
    let columns = try #require(csv.split(separator: "\r\n").first).split(separator: ",").count
    let syntax = String(decoding: SPSSExporter().bytes(of: Sample.table, in: .en), as: UTF8.self)
    let variables = try #require(syntax.firstMatch(of: /\/VARIABLES=\n([\s\S]*?)\.\n/)?.output.1)
    #expect(variables.split(separator: "\n").count == columns)
    #expect(Set(TableField.all.map(\.name)).count == TableField.all.count)
    for language in LabelLanguage.allCases {
      #expect(syntax.contains("DEFINE !label_\(language.rawValue) ()"))
    }
  }

  @Test(arguments: [
    ("it's", "'it''s'"), ("a\nb", "'a b'"),
    (String(repeating: "қ", count: 70), "'\(String(repeating: "қ", count: 58))…'"),
  ])
  func syntaxLabelsEndWhereTheyShould(text: String, expected: String) {
    #expect(SPSSExporter.quoted(text, 120) == expected)
  }

  @Test(arguments: [
    ("region", "indicator", "rect"), ("year", "indicator", "line"), ("region", "form", "bar"),
  ])
  func specificationsAreJSONWithTheTablesNumbers(rows: String, columns: String, mark: String) throws {
    var request = Sample.request()
    request.label = .init(untranslated: "\"</script>\u{2028}")
    request.rows.id = rows
    request.columns.id = columns
    var tally = Tally(request)
    tally.add(document: 0, rows: ["KZ-71"], passages: [.init(1, columns: ["civil-society.ngo"])])
    let bytes = VegaLiteExporter().bytes(of: tally.table(), in: .kk)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let values = try #require((object["data"] as? [String: Any])?["values"] as? [[String: Any]])
    #expect(values.count == (mark == "bar" ? 4 : 12))
    #expect(values.compactMap { $0["count"] as? Int }.reduce(0, +) == 1)
    #expect(String(decoding: bytes, as: UTF8.self).contains("\"\(mark)\""))
  }
}
