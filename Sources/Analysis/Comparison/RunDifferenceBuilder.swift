import Coding
import Tabulation

/// Finds the differences of two runs of one pipeline.
public struct RunDifferenceBuilder {
  /// One of the runs.
  private struct Run {
    let store: Store
    let tables: [CrossTable]
    let documents: [StoredSource]
    /// Number of the same document in the other run, by number here.
    var twins: [Int: Int] = [:]
  }

  /// A passage of either run: those of documents that both have are named by the first run's number.
  private struct Place: Hashable {
    let isOnlySecond: Bool
    let document: Int
    let passage: Int
  }

  private static let placesShown = 5

  private var first: Run
  private var second: Run
  /// Ids of the codebook's codes and groups.
  private let codes: Set<String>

  /// - Throws: `PipelineError` where the pipeline does not fit the codebook; `StoreError`.
  public init(_ pipeline: Pipeline, _ model: CodingModel, _ first: Store, _ second: Store) throws {
    func run(_ store: Store) throws -> Run {
      Run(
        store: store, tables: try StoredTables.tables(pipeline, model, store, references: .all),
        documents: try store.sources())
    }
    self.first = try run(first)
    self.second = try run(second)
    codes = Set(model.codebook.codes.map(\.id))
    pair()
  }

  /// Documents are the same where their paths are; of the others, where their files' bytes are.
  private mutating func pair() {
    func join(_ key: (StoredSource) -> String) {
      var waiting: [String: [Int]] = [:]
      for source in second.documents.reversed() where second.twins[source.number] == nil {
        waiting[key(source), default: []].append(source.number)
      }
      for source in first.documents where first.twins[source.number] == nil {
        guard let twin = waiting[key(source)]?.popLast() else { continue }
        first.twins[source.number] = twin
        second.twins[twin] = source.number
      }
    }
    join(\.path)
    join { "\($0.sha256) \($0.fragment)" }
  }

  /// - Throws: `StoreError`.
  public func difference() throws -> RunDifference {
    var cells: [RunDifference.Cell] = []
    var count = 0
    for (table, other) in zip(first.tables, second.tables) {
      let rows = KeyedTable.union(table.rows, other.rows)
      let columns = KeyedTable.union(table.columns, other.columns)
      count += rows.count * columns.count
      let (table, other) = (KeyedTable(table), KeyedTable(other))
      for row in rows {
        for column in columns {
          if let cell = try cell(table, other, row, column) { cells.append(cell) }
        }
      }
    }
    let old = first.documents.filter { first.twins[$0.number] == nil }
    let new = second.documents.filter { second.twins[$0.number] == nil }
    return RunDifference(
      facts: try facts(), added: new.map(\.path), removed: old.map(\.path),
      changed: first.documents.filter { source in
        first.twins[source.number].map { second.documents[$0].sha256 != source.sha256 } ?? false
      }.map(\.path), cells: cells, cellCount: count)
  }

  private func facts() throws -> [RunDifference.Fact] {
    let before = try first.store.manifest()
    let after = try second.store.manifest()
    let keys = before.map(\.key) + after.map(\.key).filter { key in !before.contains { $0.key == key } }
    return keys.compactMap { key in
      let old = before.first { $0.key == key }?.value
      let new = after.first { $0.key == key }?.value
      return old == new ? nil : RunDifference.Fact(key: key, before: old, after: new)
    }
  }

  // MARK: Cells

  private func cell(
    _ table: KeyedTable, _ other: KeyedTable, _ row: TableKey, _ column: TableKey
  ) throws -> RunDifference.Cell? {
    let (here, there) = (table.place(row.key, column.key), other.place(row.key, column.key))
    let before = here.map { Self.state(table.table, $0) }
    let after = there.map { Self.state(other.table, $0) }
    let isSame =
      (before?.estimate.count ?? 0) == (after?.estimate.count ?? 0) && before?.level == after?.level
    let old = places(here.map { table.table.cell(row: $0, column: $1) }, isSecond: false)
    let new = places(there.map { other.table.cell(row: $0, column: $1) }, isSecond: true)
    if isSame && old == new { return nil }
    return RunDifference.Cell(
      table: table.table.id, row: row, column: column, before: before, after: after,
      causes: try causes(lost: old.subtracting(new), gained: new.subtracting(old), column.key))
  }

  private static func state(_ table: CrossTable, _ place: (row: Int, column: Int)) -> RunDifference.State {
    RunDifference.State(
      estimate: table.share(row: place.row, column: place.column),
      level: table.statistics(row: place.row, column: place.column).level?.level)
  }

  private func places(_ cell: CrossTable.Cell?, isSecond: Bool) -> Set<Place> {
    Set(
      (cell?.references ?? []).map { reference in
        let number = reference.document
        guard isSecond else {
          return Place(isOnlySecond: false, document: number, passage: reference.passage)
        }
        let twin = second.twins[number]
        return Place(isOnlySecond: twin == nil, document: twin ?? number, passage: reference.passage)
      })
  }

  // MARK: Causes

  private func causes(
    lost: Set<Place>, gained: Set<Place>, _ column: String
  ) throws -> [RunDifference.Cause] {
    struct Reason: Hashable {
      var kind: RunDifference.Cause.Kind
      var name: String
    }
    var causes: [RunDifference.Cause] = []
    var numbers: [Reason: Int] = [:]
    func add(_ kind: RunDifference.Cause.Kind, _ name: String, _ place: String, isGain: Bool) {
      let index = numbers[Reason(kind: kind, name: name)] ?? causes.count
      if index == causes.count {
        numbers[Reason(kind: kind, name: name)] = index
        causes.append(.init(kind: kind, name: name, gained: 0, lost: 0, places: []))
      }
      if isGain { causes[index].gained += 1 } else { causes[index].lost += 1 }
      if causes[index].places.count < Self.placesShown { causes[index].places.append(place) }
    }
    for (places, isGain) in [(lost, false), (gained, true)] {
      let sorted = places.sorted {
        ($0.isOnlySecond ? 1 : 0, $0.document, $0.passage) < (
          $1.isOnlySecond ? 1 : 0, $1.document, $1.passage
        )
      }
      for place in sorted {
        for (kind, name) in try reasons(place, isGain: isGain, column) {
          add(kind, name, self.name(of: place), isGain: isGain)
        }
      }
    }
    return causes.sorted { ($1.gained + $1.lost, $0.name) < ($0.gained + $0.lost, $1.name) }
  }

  private func name(of place: Place) -> String {
    let documents = place.isOnlySecond ? second.documents : first.documents
    return "\(documents[place.document].path)#\(place.passage)"
  }

  private func reasons(
    _ place: Place, isGain: Bool, _ column: String
  ) throws -> [(RunDifference.Cause.Kind, String)] {
    if place.isOnlySecond { return [(.documentAdded, second.documents[place.document].path)] }
    let source = first.documents[place.document]
    guard let twin = first.twins[place.document] else { return [(.documentRemoved, source.path)] }
    if second.documents[twin].sha256 != source.sha256 { return [(.documentChanged, source.path)] }
    let before = try codings(first, place.document, place.passage)
    let after = try codings(second, twin, place.passage)
    let (with, without) = isGain ? (after, before) : (before, after)
    var reasons: [(RunDifference.Cause.Kind, String)] = []
    for coding in with where !without.contains(where: { $0.code == coding.code }) {
      // Where columns are no codes, each of the passage's codes may be why it is in the row.
      guard Codebook.covers(column, coding.code) || !codes.contains(column) else { continue }
      let entries = Set(coding.evidence.filter { $0.rule != "learned" }.map(\.entry)).sorted()
      reasons += entries.isEmpty ? [(.code, coding.code)] : entries.map { (.entry, $0) }
    }
    return reasons.isEmpty ? [(.property, source.path)] : reasons
  }

  private func codings(_ run: Run, _ document: Int, _ passage: Int) throws -> [StoredPassage.Coding] {
    try run.store.passages([PassageReference(document: document, passage: passage)]).first?.codings ?? []
  }
}
