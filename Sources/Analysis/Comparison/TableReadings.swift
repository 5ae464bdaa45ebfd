import Foundation
import Tabulation

/// What a test can read of a table.
struct ReadableTable: Sendable, Equatable {
  let id: String
  let hasRegions: Bool
  let codes: [String]
  let unit: CountingUnit
  let hasLevels: Bool
  let hasFigures: Bool

  init(_ request: CrossTableRequest) {
    id = request.id
    hasRegions = request.rows.id == "region"
    switch request.columns.keys {
    case .given(let keys), .discovered(let keys): codes = keys.map(\.key)
    }
    unit = request.unit
    hasLevels = request.analysis.levels != nil
    hasFigures = request.content.contains(.figures)
  }

  init(_ table: CrossTable) {
    id = table.id
    hasRegions = table.rowDimension.key == "region"
    codes = table.columns.map(\.key)
    unit = table.unit
    hasLevels = table.analysis.levels != nil
    hasFigures = table.content.contains(.figures)
  }

  /// Whether the table can answer a test of a code.
  func answers(_ test: ReadingTest, of code: String) -> Bool {
    guard hasRegions, codes.contains(code) else { return false }
    switch test.kind {
    case .level: return hasLevels
    case .value(_, _, let rate): return rate.map { $0 == unit } ?? !unit.isRate
    case .figure: return hasFigures
    case .standsOut, .found: return true
    }
  }

  /// The table that a test of a code reads: the named one, else the first that can.
  static func choice(for test: ReadingTest, of code: String, among tables: [ReadableTable]) -> Int? {
    tables.firstIndex { table in
      (test.table.map { $0 == table.id } ?? true) && table.answers(test, of: code)
    }
  }
}

/// The cells of a run's tables, as rules and summaries ask for them: a code in a region.
struct TableReadings: Sendable {
  /// A cell with what stands beside it.
  struct Reading: Sendable {
    let table: String
    let code: String
    let label: TrilingualLabel
    let estimate: CellEstimate
    let statistics: CellStatistics
    let passages: [PassageReference]
  }

  let tables: [CrossTable]
  private let readable: [ReadableTable]

  init(_ tables: [CrossTable]) {
    self.tables = tables
    readable = tables.map { ReadableTable($0) }
  }

  func table(_ id: String) -> CrossTable? { tables.first { $0.id == id } }

  /// - Parameter region: nil for all regions together.
  func reading(_ test: ReadingTest, of code: String, in region: String?) -> Reading? {
    ReadableTable.choice(for: test, of: code, among: readable)
      .flatMap { reading(tables[$0], of: code, in: region) }
  }

  func reading(_ table: CrossTable, of code: String, in region: String?) -> Reading? {
    guard let column = table.columns.firstIndex(where: { $0.key == code }) else { return nil }
    let label = table.columns[column].label
    guard let region else {
      return Reading(
        table: table.id, code: code, label: label, estimate: table.totalShare(column: column),
        statistics: table.statistics.columnTotals[column],
        passages: table.columnTotals[column].references)
    }
    guard let row = table.rows.firstIndex(where: { $0.key == region }) else { return nil }
    return Reading(
      table: table.id, code: code, label: label, estimate: table.share(row: row, column: column),
      statistics: table.statistics(row: row, column: column),
      passages: table.cell(row: row, column: column).references)
  }
}

extension TableReadings.Reading {
  /// Exemplary passages first, then the others in order.
  func passages(most: Int) -> [PassageReference] {
    var result = Array(statistics.examples.prefix(most))
    for passage in passages where result.count < most && !result.contains(passage) { result.append(passage) }
    return result
  }

  /// More than in the other regions, by a corrected p value and a ratio; nil where nothing can be said.
  func standsOut(p: Double, ratio: Double) -> Bool? {
    guard let keyness = statistics.keyness else { return statistics.isTooFew ? nil : false }
    guard keyness.logRatio > 0, keyness.p.benjaminiHochberg <= p else { return false }
    return keyness.times >= ratio
  }
}

extension Keyness {
  /// How many times as much as the other rows.
  var times: Double { exp2(logRatio) }
}
