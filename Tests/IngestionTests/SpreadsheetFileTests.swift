import Testing

@testable import Ingestion

/// Cells as different programs write them, and files that mean harm.
@Suite struct SpreadsheetFileTests {
  static let styles = """
    <numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0.0&quot;d&quot;"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="49"/></cellXfs>
    """
  static let strings = """
    <si><t>plain</t></si><si><r><t xml:space="preserve">су </t></r><r><rPr><b/></rPr><t>құбыры</t></r><rPh><t>x</t></rPh></si>
    <si><t>a_x000D_b _x005F_x0041_</t></si><si><t/></si>
    """

  static let cells: [(name: String, xml: String, value: SpreadsheetFile.Value?)] = [
    ("shared", "<c r=\"A1\" t=\"s\"><v>0</v></c>", .text("plain")),
    ("rich text, without its reading", "<c r=\"A1\" t=\"s\"><v>1</v></c>", .text("су құбыры")),
    ("escapes", "<c r=\"A1\" t=\"s\"><v>2</v></c>", .text("a\rb _x0041_")),
    ("empty shared", "<c r=\"A1\" t=\"s\"><v>3</v></c>", nil),
    ("a shared text that is not there", "<c r=\"A1\" t=\"s\"><v>9</v></c>", .error("no such text")),
    ("inline", "<c r=\"A1\" t=\"inlineStr\"><is><t>жол</t></is></c>", .text("жол")),
    ("text of a formula", "<c r=\"A1\" t=\"str\"><f>A2&amp;\"x\"</f><v>bx</v></c>", .text("bx")),
    ("a formula without a value", "<c r=\"A1\"><f>A2</f></c>", .error("no value")),
    ("error", "<c r=\"A1\" t=\"e\"><f>lrt</f><v>#NAME?</v></c>", .error("#NAME?")),
    ("truth", "<c r=\"A1\" t=\"b\"><v>1</v></c>", .boolean(true)),
    ("number", "<c r=\"A1\"><v>0.10000000000000001</v></c>", .number(0.1)),
    ("number of a percent-like format with a quoted d", "<c r=\"A1\" s=\"3\"><v>5</v></c>", .number(5)),
    ("text format", "<c r=\"A1\" s=\"4\"><v>5</v></c>", .number(5)),
    ("date", "<c r=\"A1\" s=\"1\"><v>44720</v></c>", .date("2022-06-08")),
    (
      "date of a format of its own, with time", "<c r=\"A1\" s=\"2\"><v>44720.4375</v></c>",
      .date("2022-06-08T10:30")
    ),
    ("date before the day that never was", "<c r=\"A1\" s=\"1\"><v>1</v></c>", .date("1900-01-01")),
    ("ISO date", "<c r=\"A1\" t=\"d\"><v>2022-06-08T00:00:00</v></c>", .date("2022-06-08")),
    ("style only", "<c r=\"A1\" s=\"1\"/>", nil),
  ]

  @Test(arguments: cells)
  func values(_ row: (name: String, xml: String, value: SpreadsheetFile.Value?)) throws {
    let bytes = ZIPFixture.workbook(
      sheet: "<sheetData><row r=\"1\">\(row.xml)</row></sheetData>", strings: Self.strings,
      styles: Self.styles)
    let sheet = try SpreadsheetFile(bytes, file: "a.xlsx").sheets[0]
    #expect(sheet.rows.first?.cells.first?.value == row.value, "\(row.name)")
  }

  @Test func daysMayBeCountedFrom1904() throws {
    let bytes = ZIPFixture.workbook(
      sheet: "<sheetData><row><c s=\"1\"><v>43258</v></c></row></sheetData>", styles: Self.styles,
      properties: "<workbookPr date1904=\"1\"/>")
    #expect(
      try SpreadsheetFile(bytes, file: "a.xlsx").sheets[0].rows[0].cells[0].value == .date("2022-06-08"))
  }

  @Test func placesMayBeLeftOutAndMergesAreKept() throws {
    let bytes = ZIPFixture.workbook(
      sheet:
        "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r=\"5\"><c r=\"AB5\"><v>3</v></c><c><v>4</v></c></row>"
        + "</sheetData><mergeCells><mergeCell ref=\"B3:C5\"/></mergeCells>")
    let sheet = try SpreadsheetFile(bytes, file: "a.xlsx").sheets[0]
    #expect(sheet.rows.map(\.number) == [1, 5])
    #expect(sheet.rows.map { $0.cells.map(\.column) } == [[0, 1], [27, 28]])
    #expect(sheet.merges == [.init(rows: 3...5, columns: 1...2, reference: "B3:C5")])
    #expect(SpreadsheetFile.reference(row: 5, column: 27) == "AB5")
  }

  static let harmful: [(name: String, bytes: [UInt8], message: String)] = [
    ("no package", Array("id\tcodes".utf8), "no .xlsx"), ("empty", [], "no .xlsx"),
    ("Excel 97", [0xD0, 0xCF, 0x11, 0xE0, 0, 0], "old .xls"),
    ("cut off", Array(ZIPFixture.workbook(sheet: "").prefix(90)), "no workbook"),
    ("no workbook", ZIPFixture.bytes([("a.xml", "<a/>")]), "no workbook"),
    (
      "parts outside of the package",
      ZIPFixture.bytes([
        ("../../evil.xml", "<a/>"), ("/etc/evil.xml", "<a/>"),
        (
          "xl/workbook.xml",
          "<workbook xmlns:r=\"r\"><sheets><sheet name=\"s\" r:id=\"a\"/></sheets></workbook>"
        ),
        (
          "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"a\" Target=\"../../../../etc/passwd\"/></Relationships>"
        ),
      ]), "no sheet"
    ),
  ]

  @Test(arguments: harmful)
  func isRefusedWithAReason(_ row: (name: String, bytes: [UInt8], message: String)) {
    let error = #expect(throws: SpreadsheetError.self) { _ = try SpreadsheetFile(row.bytes, file: "a.xlsx") }
    #expect(error?.description.hasPrefix("a.xlsx: ") == true, "\(row.name)")
    // A package that is cut off may be told by its directory or by its parts.
    #expect(
      row.name == "cut off" || error?.message.contains(row.message) == true,
      "\(row.name): \(error?.message ?? "")")
  }

  @Test func entitiesAreNotExpanded() throws {
    let bomb =
      "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
    let bytes = ZIPFixture.bytes([
      (
        "xl/workbook.xml",
        bomb + "<workbook xmlns:r=\"r\"><sheets><sheet name=\"s\" r:id=\"a\"/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"a\" Target=\"s.xml\"/></Relationships>"
      ),
      (
        "xl/s.xml",
        bomb
          + "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>x&b;&f;y</t></is></c></row></sheetData></worksheet>"
      ),
    ])
    #expect(try SpreadsheetFile(bytes, file: "a.xlsx").sheets[0].rows[0].cells[0].value == .text("xy"))
  }

  @Test func whatGrowsBeyondTheLimitIsRefused() {
    let bytes = ZIPFixture.workbook(sheet: String(repeating: " ", count: 3000))
    let error = #expect(throws: SpreadsheetError.self) {
      _ = try ZIPPackage(bytes, file: "a.xlsx", limit: 2000) { _ in true }
    }
    #expect(error?.message.contains("unpacked, the file has more than") == true)
    #expect(throws: Never.self) {
      _ = try ZIPPackage(bytes, file: "a.xlsx", limit: 2000) { $0.hasPrefix("xl/_rels") }
    }
  }

  /// Any damage gives sheets or a reason, never an end of the program.
  @Test func damageIsSurvived() {
    let whole = ZIPFixture.workbook(
      sheet: "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData>",
      strings: Self.strings)
    var outcomes = 0
    for place in stride(from: 4, to: whole.count, by: 7) {
      var bytes = whole
      bytes[place] ^= 0x5A
      for damaged in [bytes, Array(whole.prefix(place))] {
        do {
          outcomes += try SpreadsheetFile(damaged, file: "a.xlsx").sheets.isEmpty ? 0 : 1
        } catch {
          outcomes += error.message.isEmpty ? 0 : 1
        }
      }
    }
    #expect(outcomes == stride(from: 4, to: whole.count, by: 7).underestimatedCount * 2)
  }
}
