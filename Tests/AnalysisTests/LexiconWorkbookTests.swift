import Coding
import Foundation
import Reporting
import Testing

@testable import Analysis
@testable import Ingestion

/// Lexicons go to a spreadsheet and come back.
@Suite struct LexiconWorkbookTests {
  static let root = EvaluationFloorTests.root + "/Lexicons/"

  static func scratch() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hattama-\(UUID().uuidString)")
      .path
    try FileManager.default.createDirectory(atPath: folder + "/KZ-47", withIntermediateDirectories: true)
    for name in ["pack.yaml", "lexicon.tsv", "gazetteer.tsv", "tests.tsv"] {
      try FileManager.default.copyItem(
        atPath: root + "regions/KZ-47/" + name, toPath: folder + "/KZ-47/" + name)
    }
    return folder
  }

  @Test(arguments: [
    "regions/KZ-47", "regions/KZ-63", "socially-oriented-state", "pest-rural-self-government",
  ])
  func comesBackByteForByte(_ name: String) throws {
    let folder = Self.root + name
    let bytes = try LexiconWorkbook.export(folder)
    #expect(bytes == (try LexiconWorkbook.export(folder)))
    let back = try LexiconWorkbook.read(bytes, file: "a.xlsx", into: folder)
    #expect(!back.hasErrors && back.tables.count >= 3, "\(back.problems)")
    for table in back.tables {
      #expect(table.text == (try String(contentsOfFile: folder + "/" + table.name, encoding: .utf8)))
      #expect(table.added == 0 && table.removed == 0)
    }
  }

  /// A workbook of one sheet whose rows are given; `=` begins no formula.
  static func workbook(_ name: String, _ rows: [[String]]) throws -> [UInt8] {
    try TextWorkbook.bytes(title: "t", sheets: [.init(name: name, rows: rows)])
  }

  @Test func editsKeepRemarksAndOrder() throws {
    let folder = try Self.scratch()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = folder + "/KZ-47/lexicon.tsv"
    let before = try String(contentsOfFile: file, encoding: .utf8)
    var rows = before.split(separator: "\n").map { $0.components(separatedBy: "\t") }
    let header = try #require(rows.firstIndex { $0.first == "change" })
    rows.insert(["# my remark", "", "with a tab"], at: header + 1)
    rows.append(["add", "kz-47-new", "topic.water", "=су", "=вода", "", "", "0.5"])
    let result = try LexiconWorkbook.read(
      Self.workbook("lexicon", rows), file: "a.xlsx", into: folder + "/KZ-47")
    #expect(!result.hasErrors, "\(result.problems)")
    #expect(result.tables.map(\.added) == [2] && result.tables.map(\.removed) == [0])
    try LexiconWorkbook.write(result, into: folder + "/KZ-47")
    let after = try String(contentsOfFile: file, encoding: .utf8)
    var lines = before.components(separatedBy: "\n").dropLast()
    lines.insert("# my remark\t\twith a tab", at: header + 1)
    lines.append("add\tkz-47-new\ttopic.water\t=су\t=вода\t\t\t0.5")
    #expect(after == lines.joined(separator: "\n") + "\n")
  }

  static let bad: [(cells: [String], cell: String, message: String)] = [
    (["add", "kz-47-a", "topic.water", "су", "вoда"], "E2", "mixes Latin and Cyrillic"),
    (["add", "kz-55-a", "topic.water", "су", "вода"], "A2", "must begin with 'kz-47-'"),
    (["ad", "kz-47-a", "topic.water", "су", "вода"], "A2", "is no change"),
    (["add", "", "topic.water", "су", "вода"], "A2", "no id"),
    (["add", "kz-47-a", "topic.water", "су", "вода", "", "near: село"], "G2", "is no condition"),
    (["add", "kz-47-a", "topic.water", "су", "вода", "", "", "0,5"], "H2", "the weight '0,5'"),
  ]

  @Test(arguments: bad) func badCellsAreNamed(_ row: (cells: [String], cell: String, message: String)) throws
  {
    let folder = try Self.scratch()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let header = [
      "change", "id", "codes", "kk", "ru", "pos", "conditions", "weight", "source", "note", "reason",
    ]
    let result = try LexiconWorkbook.read(
      Self.workbook("lexicon", [header, row.cells]), file: "a.xlsx", into: folder + "/KZ-47")
    #expect(result.hasErrors && result.problems.count == 1, "\(result.problems)")
    let problem = try #require(result.problems.first)
    #expect(problem.description.hasPrefix("a.xlsx: sheet 'lexicon', cell \(row.cell): error: "), "\(problem)")
    #expect(problem.message.contains(row.message), "\(problem)")
  }

  /// The columns of a pack's lexicon.
  static let packHeader = [
    "change", "id", "codes", "kk", "ru", "pos", "conditions", "weight", "source", "note", "reason",
  ]

  /// What only the codebooks beside the pack can tell is told before anything is written.
  @Test(arguments: [
    (["add", "kz-47-a", "topic.ecology", "су", "вода"], "C2", "has a code 'topic.ecology'"),
    (["add", "kz-47-a", "topic.water results", "су", "вода"], "C2", "'results' is a group"),
    (
      ["narrow", "topic-water-sea", "", "", "", "", "not near 3: Каспий", "", "", "", "why"], "A2",
      "is no entry"
    ),
    (["add", "kz-47-a", "topic.water", "@nowhere", "вода"], "D2", "nowhere"),
  ])
  func whatIsReferredToMustBeThere(_ cells: [String], _ cell: String, _ message: String) throws {
    let result = try LexiconWorkbook.read(
      Self.workbook("lexicon", [Self.packHeader, cells]), file: "a.xlsx", into: Self.root + "regions/KZ-47")
    #expect(result.hasErrors, "\(result.problems)")
    let problem = try #require(result.problems.first)
    #expect(problem.cell == cell && problem.message.contains(message), "\(problem)")
  }

  @Test func aCodebooksTableNamesItsCodes() throws {
    let rows = [["id", "codes", "kk", "ru"], ["a-new-one", "topic.ecology", "су", "вода"]]
    let result = try LexiconWorkbook.read(
      Self.workbook("more", rows), file: "a.xlsx", into: Self.root + "socially-oriented-state")
    #expect(result.problems.filter { $0.severity == .error }.map(\.cell) == ["B2"], "\(result.problems)")
  }

  /// The examples that a new pack teaches by can be taken as they are.
  @Test func theTemplatesExamplesAreRight() throws {
    let lines = PackTemplates.lexicon("KZ-47").split(separator: "\n")
    let examples = lines.filter { $0.hasPrefix("# add\t") || $0.hasPrefix("# narrow\t") }
      .map { $0.dropFirst(2).components(separatedBy: "\t") }
    #expect(examples.count == 2)
    let result = try LexiconWorkbook.read(
      Self.workbook("lexicon", [Self.packHeader] + examples), file: "a.xlsx",
      into: Self.root + "regions/KZ-47")
    #expect(!result.hasErrors, "\(result.problems)")
  }

  /// Values that spreadsheets make of what people type.
  static func sheet(_ values: [SpreadsheetFile.Value], formula: String? = nil) -> SpreadsheetFile.Sheet {
    let header = ["id", "from", "kk"].enumerated().map {
      SpreadsheetFile.Cell(column: $0, value: .text($1), formula: nil)
    }
    let cells = values.enumerated().map { SpreadsheetFile.Cell(column: $0, value: $1, formula: formula) }
    return SpreadsheetFile.Sheet(
      name: "s", rows: [.init(number: 1, cells: header), .init(number: 2, cells: cells)], merges: [])
  }

  @Test func whatIsHarmlessIsPutRight() {
    let table = SheetTable(
      Self.sheet([.number(710_000_000), .date("2022-06-08"), .text("су\nқұбыры\t1")]), file: "a")
    #expect(table.lines == [["id", "from", "kk"], ["710000000", "2022-06-08", "су құбыры 1"]])
    #expect(table.problems.isEmpty)
    let formula = SheetTable(Self.sheet([.error("#NAME?")], formula: "лрт"), file: "a")
    #expect(formula.lines[1] == ["=лрт"] && formula.problems.isEmpty)
  }

  @Test(arguments: [
    ([SpreadsheetFile.Value.date("2025-05-01")], "A2", "the date 2025-05-01"),
    ([.text("a"), .boolean(true)], "B2", "TRUE"),
    ([.text("a"), .text("b"), .error("#REF!")], "C2", "#REF!"),
  ])
  func whatIsLostIsNamed(_ values: [SpreadsheetFile.Value], _ cell: String, _ message: String) throws {
    let problem = try #require(SheetTable(Self.sheet(values), file: "a").problems.first)
    #expect(problem.cell == cell && problem.message.contains(message) && problem.severity == .error)
  }

  @Test func mergedCellsAreNamedUnlessInRemarks() {
    var sheet = Self.sheet([.text("a")])
    sheet.merges = [.init(rows: 2...3, columns: 0...0, reference: "A2:A3")]
    #expect(SheetTable(sheet, file: "a").problems.map(\.cell) == ["A2"])
    sheet.rows[1].cells[0].value = .text("# remark")
    sheet.merges = [.init(rows: 2...2, columns: 0...4, reference: "A2:E2")]
    #expect(SheetTable(sheet, file: "a").problems.isEmpty)
  }

  @Test func sheetNamesAreNoPaths() throws {
    let folder = try Self.scratch()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let result = try LexiconWorkbook.read(
      Self.workbook("a.b", [["id"]]), file: "a.xlsx", into: folder + "/KZ-47")
    #expect(result.hasErrors && result.tables.isEmpty)
  }

  @Test func acceptedSuggestionsMayComeFromAWorkbook() throws {
    let table = try SheetTable.table(
      Self.workbook(
        "suggestions",
        [["accept", "id", "codes", "kk", "ru"], ["x", "kz-55-a", "topic.water", "су", "вода"]]),
      file: "a.xlsx")
    let (text, applied) = SuggestionTable.apply(table.bytes, name: "a.xlsx", to: SuggestionTests.lexicon)
    #expect(
      applied.added == ["kz-55-a"] && text.hasSuffix("add\tkz-55-a\ttopic.water\tсу\tвода\t\t\t\tsuggest\n"))
  }
}
