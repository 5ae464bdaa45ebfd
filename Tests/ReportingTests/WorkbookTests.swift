import Foundation
import Tabulation
import Testing

@testable import Reporting

@Suite struct WorkbookTests {
  /// The parts of the archive, unpacked by the system's own program.
  private func parts(_ bytes: [UInt8]) throws -> [String: String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hattama-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try OutputFolder(folder.path()).write(bytes, to: "book.xlsx")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", "-m", "zipfile", "-e", folder.path() + "/book.xlsx", folder.path() + "/x",
    ]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    var parts: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path() + "/x") {
      guard let data = FileManager.default.contents(atPath: folder.path() + "/x/" + name) else { continue }
      parts[name] = String(decoding: data, as: UTF8.self)
    }
    return parts
  }

  private func book(_ text: String) throws -> [String: String] {
    try parts(Workbook.bytes(title: "t") { $0.sheet("s").text(0, 0, text) })
  }

  private static let hasPython = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

  @Test func sameContentGivesSameBytes() throws {
    let source: HTMLReport.PassageSource = { wanted in
      Sample.passages.filter { wanted.contains($0.reference) }
    }
    let reversed: HTMLReport.PassageSource = { try source($0).reversed() }
    let one = try TableWorkbook.bytes(of: Sample.content, in: .ru, passages: source)
    #expect(try one == TableWorkbook.bytes(of: Sample.content, in: .ru, passages: reversed))
    #expect(one.starts(with: [0x50, 0x4B, 0x03, 0x04]))
  }

  @Test(
    .enabled(if: hasPython, "Python is not installed"),
    arguments: ["=1+1", "+7 701", "-x", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "http://x.kz", "{=A1}"])
  func textIsNeverAFormulaOrLink(text: String) throws {
    let parts = try book(text)
    let sheet = try #require(parts["xl/worksheets/sheet1.xml"])
    #expect(!sheet.contains("<f>") && !sheet.contains("hyperlink"))
    #expect(sheet.contains("t=\"s\""))
  }

  /// A table of thousands of speakers has more columns, in its blocks, than a sheet can hold.
  @Test(.enabled(if: hasPython, "Python is not installed"))
  func whatStandsBeyondTheLastColumnIsLeftOut() throws {
    let parts = try parts(
      Workbook.bytes(title: "t") { workbook in
        let sheet = workbook.sheet("s")
        for column in [0, 16_383, 16_384, 70_000] {
          sheet.text(0, column, "x")
          sheet.number(1, column, 1, .count)
          sheet.link(2, column, to: "s", row: 0)
          sheet.merge(3, column..<column + 2, "m", .group)
          sheet.width(column..<column + 9, 14)
          sheet.typed(column, 8)
        }
        sheet.printsBlocks([4, 70_000], width: 100)
      })
    let sheet = try #require(parts["xl/worksheets/sheet1.xml"])
    #expect(sheet.contains("r=\"A1\"") && sheet.contains("r=\"XFD1\"") && !sheet.contains("r=\"XFE"))
    #expect(sheet.components(separatedBy: "<brk ").count == 2)
  }

  @Test(.enabled(if: hasPython, "Python is not installed"))
  func sheetsHoldTheTableAndLeadToPassages() throws {
    let parts = try parts(
      TableWorkbook.bytes(of: Sample.content, in: .ru) { wanted in
        Sample.passages.filter { wanted.contains($0.reference) }
      })
    let book = try #require(parts["xl/workbook.xml"])
    let names = book.matches(of: /<sheet name="([^"]*)"/).map { String($0.output.1) }
    #expect(names == ["Об этом анализе", "region-indicator", "Фрагменты"])
    let table = try #require(parts["xl/worksheets/sheet2.xml"])
    #expect(table.contains("state=\"frozen\""))
    // Six cells have passages; the first of them is that of Astana's hearings.
    #expect(table.components(separatedBy: "<hyperlink ").count == 7)
    #expect(table.contains("<hyperlink ref=\"E6\" location=\"'Фрагменты'!A2\""))
    #expect(table.contains(/<c r="E6" s="[0-9]+"><v>1<\/v><\/c>/))
    #expect(parts["docProps/core.xml"]?.contains("1980-01-01T00:00:00Z") == true)
  }

  /// What rates are of stands beside the row's documents and passages, on the sheet as on the page.
  @Test(
    .enabled(if: hasPython, "Python is not installed"),
    arguments: [
      (CountingUnit.perSession, "Сессии", 2), (.sessions, "Сессии", 2), (.perThousandTokens, "Слова", 40),
      (.codings, "Присвоенные коды", 4), (.passages, nil, 4), (.documents, nil, 3),
    ] as [(CountingUnit, String?, Int)])
  func basesOfRatesAreShown(_ unit: CountingUnit, word: String?, base: Int) throws {
    var tally = Tally(Sample.request(unit: unit))
    for (document, session) in ["1", "2", nil].enumerated() {
      let passages = (0...(document % 2)).map { number in
        var passage = Tally.Passage(number + 1, columns: [Sample.indicators[0].key])
        passage.tokens = 10
        return passage
      }
      tally.add(
        Tally.Document(document, rows: ["KZ-71"], columns: [], date: nil, session: session),
        passages: passages)
    }
    var content = Sample.content
    content.tables = [tally.table()]
    let parts = try parts(TableWorkbook.bytes(of: content, in: .ru, passages: { _ in [] }))
    let (sheet, words) = (
      try #require(parts["xl/worksheets/sheet2.xml"]), try #require(parts["xl/sharedStrings.xml"])
    )
    let page = String(decoding: try HTMLReport.bytes(of: content), as: UTF8.self)
    for bases in ["Сессии", "Слова", "Присвоенные коды"] {
      #expect(words.contains("<t>\(bases)</t>") == (bases == word), "\(bases)")
      #expect(page.contains("<bdi lang=\"ru\">\(bases)</bdi>") == (bases == word), "\(bases)")
    }
    if word != nil {
      #expect(sheet.contains(try Regex("<c r=\"E6\" s=\"[0-9]+\"><v>\(base)</v></c>")))
      #expect(page.contains("<td class=\"base\">\(base)</td>"))
    }
  }

  @Test(.enabled(if: hasPython, "Python is not installed"))
  func textsOfTwoLanguagesAreNamedInTheReaders() throws {
    var passages = Sample.passages
    passages[0].language = "mixed"
    let parts = try parts(
      TableWorkbook.bytes(of: Sample.content, in: .ru) { wanted in
        passages.filter { wanted.contains($0.reference) }
      })
    let words = try #require(parts["xl/sharedStrings.xml"])
    #expect(words.contains("<t>смешанный</t>") && words.contains("<t>kk</t>") && !words.contains("mixed"))
  }

  @Test(.enabled(if: hasPython, "Python is not installed"))
  func tablesInWordsHaveSheetsThatLeadToPassages() throws {
    var content = Sample.content
    content.statements = [StatementTableTests.table]
    let parts = try parts(
      TableWorkbook.bytes(of: content, in: .ru) { wanted in
        Sample.passages.filter { wanted.contains($0.reference) }
      })
    let book = try #require(parts["xl/workbook.xml"])
    let names = book.matches(of: /<sheet name="([^"]*)"/).map { String($0.output.1) }
    #expect(names == ["Об этом анализе", "region-indicator", "t", "Фрагменты"])
    let words = try #require(parts["xl/worksheets/sheet3.xml"])
    #expect(words.contains(/<hyperlink ref="C4" location="'Фрагменты'!A[0-9]+"/))
    #expect(try #require(parts["xl/sharedStrings.xml"]).contains("б|в\n«Су &lt;жоқ&gt;» (a.html, № 3)"))
    // The statement's passages stand on the sheet of passages under its table's id.
    #expect(try #require(parts["xl/sharedStrings.xml"]).contains("<t>t</t>"))
  }

  @Test(arguments: [
    ("plain", "plain"), ("a\u{0}b\u{1B}[31m", "a\u{FFFD}b\u{FFFD}[31m"), ("_x0041_", "_x005F_x0041_"),
    ("_x00g1_", "_x00g1_"), ("a\tb\nc", "a\tb\nc"), ("\u{FFFF}", "\u{FFFD}"), ("ә_x", "ә_x"),
  ])
  func textFitsACell(text: String, expected: String) { #expect(SpreadsheetText.cell(text) == expected) }

  @Test func longTextsAreCutAndSaySo() {
    #expect(SpreadsheetText.cell(String(repeating: "ә", count: 32_767)).utf16.count == 32_767)
    let cut = SpreadsheetText.cell(String(repeating: "🙂", count: 20_000))
    #expect(cut.utf16.count <= 32_767 && cut.utf16.count > 32_760)
    #expect(cut.hasSuffix(" […] (cut: 40000 characters, a cell holds 32767)"))
    #expect(!cut.unicodeScalars.contains("\u{FFFD}"))
  }

  @Test func sheetNamesAreLegalAndDistinct() {
    var taken: [String] = []
    for (wanted, expected) in [
      ("a/b:c*[d]?\\", "a b c d"), ("'x'", "x"), ("", "Sheet"), ("history", "Sheet (2)"), ("X", "X (2)"),
      (String(repeating: "ұ", count: 40), String(repeating: "ұ", count: 31)),
      (String(repeating: "Ұ", count: 40), String(repeating: "Ұ", count: 27) + " (2)"),
    ] {
      let name = SpreadsheetText.sheetName(wanted, taken: taken)
      #expect(name == expected)
      taken.append(name)
    }
  }
}
