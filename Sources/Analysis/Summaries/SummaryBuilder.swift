import Coding
import Reporting
import Tabulation

/// Puts the summaries of a pipeline together from the counted tables.
struct SummaryBuilder {
  let pipeline: Pipeline
  let codebook: Codebook
  let readings: TableReadings
  /// For the register of regions; nil where the pipeline names no publication.
  let study: PublishedStudy?
  let quotations: Quotations
  let isDemonstration: Bool

  /// Passages that a number in words leads to at most, as many as one in a spreadsheet's table.
  private static let passagesKept = 200

  /// - Throws: `StoreError`, where passages cannot be read.
  func tables() throws -> [StatementTable] { try pipeline.summaries.map(table) }

  private func table(_ summary: Pipeline.Summary) throws -> StatementTable {
    let rows = SummaryRows(codebook)
    var keys: [(key: TableKey, place: SummaryPlace)] = []
    switch summary.rows {
    case .regions:
      keys = regions.map { ($0, SummaryPlace(region: $0.key, code: nil)) }
    case .codes:
      keys = rows.codes(summary.rows).map { code in
        (TableKey(code.id, TrilingualLabel(code.label)), SummaryPlace(region: nil, code: code.id))
      }
    }
    return StatementTable(
      id: summary.id, label: summary.label, rowLabel: rows.label(summary.rows),
      columns: summary.columns.map(\.label),
      rows: try keys.map { row in
        StatementTable.Row(row.key, try summary.columns.map { try cell($0, row.place) })
      }, notes: notes(summary))
  }

  /// Of the first table with regions as rows, else of the register.
  private var regions: [TableKey] {
    if let table = readings.tables.first(where: { $0.rowDimension.key == "region" }) { return table.rows }
    return study?.regions.compactMap { region in
      RegionNames.label(of: region.code).map { TableKey(region.code, $0) }
    }
      ?? []
  }

  private func cell(
    _ column: Pipeline.Summary.Column, _ place: SummaryPlace
  ) throws -> [StatementTable.Statement] {
    // A cell about several codes names each.
    let subjects = Set(column.parts.map { $0.subject ?? "" })
    return try column.parts.flatMap { try statements($0, place, named: subjects.count > 1) }
  }

  private func statements(
    _ part: Pipeline.Summary.Part, _ place: SummaryPlace, named: Bool
  ) throws -> [StatementTable.Statement] {
    switch part.kind {
    case .register:
      let text = place.region.flatMap { study?.register(part.subject ?? "", of: $0) }
      return text.map { [.init($0)] } ?? []
    case .standingOutOf:
      guard let region = place.region, let table = part.subject.flatMap(readings.table) else { return [] }
      return standingOut(table, region, most: part.most ?? 4)
    default: break
    }
    guard let test = part.test, let code = part.subject ?? place.code,
      let reading = readings.reading(test, of: code, in: place.region), reading.estimate.base > 0
    else { return [.init(RuleWording.noUnits)] }
    let passages = reading.passages(most: Self.passagesKept)
    let name = named ? reading.label : nil
    switch part.kind {
    case .level: return [.init(SummaryWording.level(reading, name), passages: passages, code: code)]
    case .number: return [.init(SummaryWording.number(reading, name), passages: passages, code: code)]
    case .examples:
      return try reading.passages(most: part.most ?? 2).compactMap { passage in
        try quotations.quotation(passage, code: code).map {
          .init(
            name.map(SummaryWording.introduction) ?? TrilingualLabel(untranslated: ""), quotation: $0,
            passages: [passage], code: code)
        }
      }
    case .regions: return regions(test, code, most: part.most ?? 20)
    case .figures:
      return reading.statistics.figures.prefix(part.most ?? 5).map { figure in
        .init(
          SummaryWording.figure(figure, date: quotations.date(of: figure.reference)),
          passages: [figure.reference], code: code)
      }
    case .change:
      guard let change = reading.statistics.change else { return [.init(SummaryWording.noChange)] }
      return [.init(SummaryWording.change(change, name), passages: passages, code: code)]
    case .register, .standingOutOf: return []
    }
  }

  /// The columns of a table that stand out in a region.
  private func standingOut(
    _ table: CrossTable, _ region: String, most: Int
  ) -> [StatementTable.Statement] {
    let all = table.columns.compactMap { column in
      readings.reading(table, of: column.key, in: region).map { (column.label, $0) }
    }
    let byKeyness = all.filter { Self.isKey($0.1) }
      .sorted {
        ($0.1.statistics.keyness?.logLikelihood ?? 0) > ($1.1.statistics.keyness?.logLikelihood ?? 0)
      }
    let byLevel = all.filter { Self.isHigh($0.1) }
      .sorted { ($0.1.estimate.value ?? 0) > ($1.1.estimate.value ?? 0) }
    return Self.statements(byKeyness, byLevel, most: most)
  }

  /// The regions in which a code stands out, in the order of the table.
  private func regions(_ test: ReadingTest, _ code: String, most: Int) -> [StatementTable.Statement] {
    let all = regions.compactMap { region in
      readings.reading(test, of: code, in: region.key).map { (region.label, $0) }
    }
    return Self.statements(
      all.filter { Self.isKey($0.1) }, all.filter { Self.isHigh($0.1) }, most: most)
  }

  private static func isKey(_ reading: TableReadings.Reading) -> Bool {
    reading.standsOut(p: StandingOut.p, ratio: 1) == true
  }

  /// High by the table's own levels, and not already by keyness.
  private static func isHigh(_ reading: TableReadings.Reading) -> Bool {
    reading.estimate.count > 0 && reading.statistics.level?.level == .high && !isKey(reading)
  }

  private static func statements(
    _ byKeyness: [(TrilingualLabel, TableReadings.Reading)],
    _ byLevel: [(TrilingualLabel, TableReadings.Reading)], most: Int
  ) -> [StatementTable.Statement] {
    let found = byKeyness.map { ($0.0, $0.1, true) } + byLevel.map { ($0.0, $0.1, false) }
    guard !found.isEmpty else { return [.init(SummaryWording.nothingStandsOut)] }
    return found.prefix(most).map { name, reading, isKey in
      .init(
        SummaryWording.standingOut(name, reading, byKeyness: isKey),
        passages: reading.passages(most: passagesKept), code: reading.code)
    }
  }

  private func notes(_ summary: Pipeline.Summary) -> [TrilingualLabel] {
    var notes: [TrilingualLabel] = []
    if isDemonstration { notes.append(SummaryWording.demonstration) }
    let parts = summary.columns.flatMap(\.parts)
    if parts.contains(where: { $0.kind == .standingOutOf || $0.kind == .regions }) {
      notes.append(SummaryWording.standingOutNote)
    }
    var tables: [CrossTable] = []
    for part in parts {
      var table = part.kind == .standingOutOf ? part.subject.flatMap(readings.table) : nil
      if let test = part.test, let code = part.subject ?? SummaryRows(codebook).codes(summary.rows).first?.id
      {
        table = readings.reading(test, of: code, in: nil).flatMap { readings.table($0.table) }
      }
      if let table, !tables.contains(where: { $0.id == table.id }) { tables.append(table) }
    }
    return notes
      + tables.compactMap { table in
        table.analysis.levels.map { SummaryWording.levelNote(table.label, $0.legend) }
      }
  }
}

/// The row of a summary: a region, or a code over all regions.
struct SummaryPlace {
  var region: String?
  var code: String?
}
