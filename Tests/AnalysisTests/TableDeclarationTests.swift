import Coding
import Foundation
import Tabulation
import Testing

@testable import Analysis

struct TableDeclarationTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let folder = root.appendingPathComponent("Lexicons/socially-oriented-state").path
  /// Loaded once for all rows.
  private static let loaded = Result { try CodingModel(folder: folder) }

  /// The declaration stands in lines 6 and following.
  private func load(_ declaration: String) throws(PipelineError) -> Pipeline {
    let head = """
      pipeline: p
      codebook: \(Self.folder)
      period: {from: 2020-01-01, to: 2024-12-31}
      regions: [KZ-71, KZ-61]
      tables:

      """
    return try PipelineLoader.load(Array((head + declaration).utf8), file: "p.yaml")
  }

  @Test func everythingCanBeDeclared() throws {
    let table = try #require(
      load(
        """
          - id: t
            rows: district
            columns: form
            codes: [form.reception, form.hearing]
            unit: per-session
            where: {from: 2022-01-01, kind: [protocol, decision], language: kk, level: oblast, role: speech}
            cells: [count, level, change, trend, figures]
            levels: {rule: cut-offs, medium: 0.5, high: 2}
            alternatives: [{rule: terciles, over: table}, {rule: reference, row: KZ-71}]
            leave-entries-out: true
            minimum: 3
            confidence: 0.9
            bootstrap: 100
            permutation: 50
            seed: 4
            examples: 1
        """
      ).tables.first)
    #expect(table.rows == .document(.district) && table.columns == .dimension("form"))
    #expect(table.codes == ["form.reception", "form.hearing"] && table.unit == .perSession)
    #expect(table.filter.period.from == "2022-01-01")
    #expect(
      table.filter.documents == [.kind: ["protocol", "decision"], .language: ["kk"], .level: ["oblast"]])
    #expect(table.filter.passages == [.role: ["speech"]])
    #expect(table.content == [.count, .level, .change, .trend, .figures])
    let analysis = table.analysis
    #expect(analysis.levels == .cutOffs(medium: 0.5, high: 2))
    #expect(
      analysis.alternatives == [.terciles(.table), .reference(row: "KZ-71", low: 0.8, high: 1.25)])
    #expect(analysis.leavesEntriesOut && analysis.minimumBase == 3 && analysis.confidence == 0.9)
    #expect(analysis.bootstrap == Resampling(draws: 100, seed: 4))
    #expect(analysis.permutation == Resampling(draws: 50, seed: 4) && analysis.examples == 1)
    #expect(analysis.split == PipelineLoader.reform)
  }

  static let mistakes: [(declaration: String, message: String)] = [
    ("  - {id: t, rows: year, columns: year}", "p.yaml:6: rows and columns are the same: 'year'"),
    ("  - {id: t, rows: year, columns: form, where: {speakr: x}}", "did you mean 'speaker'?"),
    ("  - {id: t, rows: year, columns: form, where: {code: form.hearng}}", "did you mean 'form.hearing'?"),
    (
      "  - {id: t, rows: year, columns: form, where: {district: Каркинский район}}",
      "'Каркинский район' is no district"
    ),
    ("  - {id: t, rows: year, columns: form, where: {polarity: good}}", "'good' is no polarity; known:"),
    ("  - {id: t, rows: year, columns: form, cells: {count: yes}}", "'cells' is a list of names"),
    ("  - {id: t, rows: [year], columns: form}", "'rows' is one name, not a list"),
    ("  - {id: t, rows: year, columns: form, seed: -5}", "'seed' is a whole number from 0 up"),
    (
      "  - {id: t, rows: year, columns: form, bootstrap: 99999999999999999999}",
      "'bootstrap' is a whole number"
    ),
    ("  - {id: t, rows: regoin, columns: form}", "p.yaml:6: table 't': 'regoin' is neither"),
    ("  - {id: t, rows: regoin, columns: form}", "did you mean 'region'?"),
    ("  - id: t\n    rows: region\n    columns: frm", "p.yaml:8: table 't': 'frm' is neither"),
    ("  - {id: t, rows: region, colums: form}", "'colums' is no key of a table; did you mean 'columns'?"),
    ("  - {id: t, rows: region}", "the key 'columns' is missing"),
    ("  - {id: t, rows: region, columns: form, unit: sesions}", "did you mean 'sessions'?"),
    ("  - {id: t, rows: region, columns: form, cells: [count, levl]}", "did you mean 'level'?"),
    (
      "  - id: t\n    rows: region\n    columns: form\n    codes:\n      - form.hearing\n      - form.recepton",
      "p.yaml:11: table 't': 'form.recepton' is no code of its rows or columns; did you mean 'form.reception'?"
    ),
    ("  - {id: t, rows: region, columns: group:form}", "the codes of 'form' have no groups"),
    ("  - {id: t, rows: region, columns: form, where: {kind: protokol}}", "did you mean 'protocol'?"),
    ("  - {id: t, rows: region, columns: form, where: {region: KZ-7}}", "'KZ-7' is no region"),
    ("  - {id: t, rows: region, columns: form, where: {lang: kk}}", "'lang' is no key of 'where'"),
    ("  - {id: t, rows: region, columns: form, where: {level: oblst}}", "did you mean 'oblast'?"),
    ("  - {id: t, rows: region, columns: form, where: {from: 2023-02-29}}", "'2023-02-29' is no date"),
    (
      "  - {id: t, rows: region, columns: form, where: {from: 2023-01-01, to: 2022-01-01}}",
      "the period ends before it begins"
    ),
    (
      "  - {id: t, rows: region, columns: form, where: {from: 2025-01-01}}",
      "the table's period is outside of the pipeline's"
    ),
    ("  - {id: t, rows: region, columns: form, levels: {rule: tercile}}", "did you mean 'terciles'?"),
    ("  - {id: t, rows: region, columns: form, levels: terciles}", "a level rule needs keys"),
    ("  - {id: t, rows: region, columns: form, levels: {rule: cut-offs, high: 1}}", "'medium' is a number"),
    (
      "  - {id: t, rows: region, columns: form, levels: {rule: cut-offs, medium: 2, high: 1}}",
      "no cell could be medium"
    ),
    (
      "  - {id: t, rows: region, columns: form, levels: {rule: reference, row: KZ-62}}",
      "'KZ-62' is no row to refer to; did you mean 'KZ-61'?"
    ),
    ("  - {id: t, rows: region, columns: form, minimum: few}", "'minimum' is a whole number from 1"),
    ("  - {id: t, rows: region, columns: form, bootstrap: -1}", "'bootstrap' is a whole number from 0"),
    ("  - {id: t, rows: region, columns: form, confidence: 95}", "a share between 0.5 and 1"),
    (
      "  - {id: t, rows: region, columns: form}\n  - {id: t, rows: year, columns: form}",
      "two tables have the id 't'"
    ),
    ("  - just text", "a table needs keys"),
  ]

  @Test(arguments: mistakes) func mistakesAreNamedWithLineAndRemedy(
    _ row: (declaration: String, message: String)
  ) throws {
    let model = try Self.loaded.get()
    let error = #expect(throws: PipelineError.self) {
      _ = try TableBuilder(load(row.declaration), model)
    }
    #expect(error?.description.contains(row.message) == true, "\(error?.description ?? "")")
  }

  @Test func requestsThatCountNothingAreNamed() throws {
    let model = try Self.loaded.get()
    let pipeline = try load(
      "  - {id: t, rows: region, columns: form}\n  - id: u\n    rows: region\n    columns: form\n    where: {kind: news}"
    )
    func document(_ date: String) -> CountedDocument {
      CountedDocument(region: "KZ-71", kind: "protocol", language: "ru", date: date, passages: [])
    }
    var early = try TableBuilder(pipeline, model)
    early.add(document("2019-05-01"), number: 0)
    #expect(
      early.remarks.map(\.description) == [
        "p.yaml:3: none of the 1 documents is in the period; they are from 2019-05-01 to 2019-05-01"
      ])
    var other = try TableBuilder(pipeline, model)
    other.add(document("2022-05-01"), number: 0)
    #expect(
      other.remarks.map(\.description) == [
        "p.yaml:10: table 'u': none of the 1 documents in the period meets its conditions"
      ])
  }

  /// Every field, unit and statistic, from documents as they are coded and from the store: the same tables.
  @Test func storeAndRunGiveTheSameTables() throws {
    var declaration = ""
    for (index, field) in Pipeline.Field.names.enumerated() {
      let unit = CountingUnit.allCases[index % CountingUnit.allCases.count]
      declaration += """
          - id: t\(index)
            rows: \(field)
            columns: \(index % 2 == 0 ? "form" : "indicator")
            unit: \(unit.rawValue)
            cells: [\(CellContent.allCases.map(\.rawValue).joined(separator: ", "))]
            leave-entries-out: true
            minimum: 1
            bootstrap: 8
            permutation: 8

        """
    }
    var pipeline = try load(declaration)
    pipeline.gold = [Self.root.appendingPathComponent("Corpus/gold/ru/gold.jsonl").path]
    let model = try Self.loaded.get()
    var builder = try TableBuilder(pipeline, model)
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).sqlite").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let store = try Store.create(at: path, RunKeys(), LexiconState(model.lexicon))
    let worker = CodingWorker(model)
    var number = 0
    for name in ["almaty-2021-protocol.xml", "kurchum-2024-hearing.xml", "astana-2020-protocol.html"] {
      let documents = try worker.code(Self.root.appendingPathComponent("Corpus/documents/ru/\(name)").path)
      try store.add(documents, of: StoredFile(path: name, sha256: ""), number: number, first: number, model)
      for coded in documents {
        let counted = CountedDocument(coded, model, number: number, builder.needs, builder.gold)
        builder.add(counted, number: number)
        number += 1
      }
    }
    try store.finish([])
    let tables = builder.tables
    let stored = try StoredTables.tables(pipeline, model, Store.open(path))
    for (table, other) in zip(tables, stored) { #expect(table == other, "\(table.rowDimension.key)") }
    #expect(tables.count == Pipeline.Field.names.count)
    #expect(tables.contains { $0.statistics.sensitivity?.withoutEntries.isEmpty == false })
    #expect(tables.contains { table in table.statistics.cells.contains { $0.predictionPowered != nil } })
    #expect(tables.allSatisfy { $0.total.documents + $0.outside.documents == number })
  }

  /// Conditions part a table: what each value of a field leaves adds up to the whole, in counts and in bases.
  @Test func conditionsAddUpToTheWhole() throws {
    let model = try Self.loaded.get()
    let roles = FieldLabels.values(Pipeline.PassageField.role).map(\.key)
    let parts = roles.map { "{role: \($0)}" }
    let kinds = FieldLabels.values(Pipeline.DocumentField.kind).map { "{kind: \($0.key)}" }
    let conditions = ["{}", "{code: topic}", "{code: results, role: [speech, body, report]}"] + parts + kinds
    var declaration = ""
    for (index, condition) in conditions.enumerated() {
      declaration +=
        "  - {id: t\(index), rows: year, columns: topic, unit: per-thousand-tokens, where: \(condition)}\n"
    }
    var builder = try TableBuilder(load(declaration), model)
    let worker = CodingWorker(model)
    var number = 0
    for name in ["almaty-2021-protocol.xml", "kurchum-2024-hearing.xml", "astana-2020-protocol.html"] {
      for coded in try worker.code(Self.root.appendingPathComponent("Corpus/documents/ru/\(name)").path) {
        builder.add(
          CountedDocument(coded, model, number: number, builder.needs, builder.gold), number: number)
        number += 1
      }
    }
    let tables = builder.tables
    func sums(_ tables: ArraySlice<CrossTable>) -> [Int] {
      [
        tables.map(\.total.passages).reduce(0, +), tables.map(\.total.tokens).reduce(0, +),
        tables.map(\.total.codings).reduce(0, +),
        tables.flatMap(\.cells).map(\.passages).reduce(0, +),
      ]
    }
    let whole = sums(tables[0..<1])
    #expect(whole[0] > 50 && whole[2] > 1)
    #expect(sums(tables[3..<3 + parts.count]) == whole)
    #expect(sums(tables[(3 + parts.count)...]) == whole)
    // Passages with a topic are the coded ones: the base shrinks, the counts stay.
    #expect(tables[1].total.passages == tables[0].total.codedPassages)
    #expect(tables[1].cells.map(\.passages) == tables[0].cells.map(\.passages))
    #expect(tables[2].total.passages < tables[0].total.passages && tables[2].total.passages > 0)
  }
}
