import TestSupport
import Testing

@testable import Tabulation

private let label = TrilingualLabel(kk: "Кесте", ru: "Таблица", en: "Table")

private func request(
  rows: TableDimension.Keys = .discovered([]), columns: TableDimension.Keys = .discovered([]),
  unit: CountingUnit = .passages, references: ReferenceLimit = .all
) -> CrossTableRequest {
  CrossTableRequest(
    id: "region-code", label: label, rows: TableDimension(id: "region", label: label, keys: rows),
    columns: TableDimension(id: "code", label: label, keys: columns), unit: unit, references: references)
}

private func key(_ name: String) -> TableKey { TableKey(name, TrilingualLabel(untranslated: name)) }

@Suite struct TallyTests {
  /// Two documents of one region: 3 passages, 2 of them coded, one with a code twice.
  private func small(_ request: CrossTableRequest) -> CrossTable {
    var tally = Tally(request)
    tally.add(
      document: 4, rows: ["KZ-71"],
      passages: [.init(1, columns: ["a", "b"]), .init(2), .init(5, columns: ["a", "a"])])
    tally.add(document: 7, rows: ["KZ-71"], passages: [])
    return tally.table()
  }

  @Test func countsPassagesDocumentsAndCodings() throws {
    let table = small(request())
    let cell = try #require(table.cell("KZ-71", "a"))
    #expect([cell.codings, cell.passages, cell.documents] == [3, 2, 1])
    #expect(cell.references.map(\.passage) == [1, 5])
    #expect(cell.references.allSatisfy { $0.document == 4 })
    let totals = table.rowTotals[0]
    #expect(totals.documents == 2)
    #expect(totals.passages == 3)
    #expect(totals.codedPassages == 2)
    #expect(totals.codings == 4)
    #expect(table.total == totals)
  }

  @Test(arguments: [(CountingUnit.passages, 2, 3), (.documents, 1, 2), (.codings, 3, 4)])
  func unitSaysWhatTheShareIsOf(unit: CountingUnit, count: Int, total: Int) {
    #expect(small(request(unit: unit)).share(row: 0, column: 0) == CellEstimate(count, of: total, unit: unit))
    #expect(small(request()).share(row: 0, column: 0, of: unit) == CellEstimate(count, of: total, unit: unit))
    #expect(small(request()).totalShare(column: 0, of: unit) == CellEstimate(count, of: total, unit: unit))
  }

  @Test func givenKeysStandInTheirOrderAndTheRestIsOutside() {
    var tally = Tally(request(rows: .given([key("r2"), key("r1")]), columns: .given([key("b"), key("a")])))
    tally.add(document: 0, rows: ["r1"], passages: [.init(1, columns: ["a", "zzz"])])
    tally.add(document: 1, rows: ["r9"], passages: [.init(1, columns: ["a", "b"]), .init(2)])
    tally.add(document: 2, rows: [], passages: [])
    let table = tally.table()
    #expect(table.rows.map(\.key) == ["r2", "r1"])
    #expect(table.columns.map(\.key) == ["b", "a"])
    #expect(table.cells.map(\.passages) == [0, 0, 0, 1])
    #expect(table.outside.documents == 2)
    #expect(table.outside.passages == 2)
    #expect(table.outside.codings == 3)
    #expect(table.total.documents == 1)
  }

  @Test func rowWithoutPassagesHasNoShares() {
    let table = Tally(request(rows: .given([key("r")]), columns: .given([key("c")]))).table()
    #expect(table.cells.count == 1)
    #expect(table.share(row: 0, column: 0).value == nil)
    #expect(table.share(row: 0, column: 0).interval == nil)
    #expect(table.totalShare(column: 0).value == nil)
  }

  @Test func discoveredKeysFollowTheListedOnesInAlphabeticalOrder() {
    var tally = Tally(request(rows: .discovered([key("m"), key("absent"), key("b")])))
    for (index, row) in ["ж", "a", "b", "Z", "m", "і"].enumerated() {
      tally.add(document: index, rows: [row], passages: [.init(1)])
    }
    #expect(tally.table().rows.map(\.key) == ["m", "b", "ж", "і", "a", "Z"])
  }

  @Test func passageInTwoRowsIsOncePresentInTheTotal() {
    var tally = Tally(request())
    tally.add(document: 0, rows: ["r1"], passages: [.init(1, rows: ["r2", "r1"], columns: ["a"])])
    let table = tally.table()
    #expect(table.rowTotals.map(\.passages) == [1, 1])
    #expect(table.total.passages == 1)
    #expect(table.columnTotals[0].passages == 1)
    #expect(table.columnTotals[0].references == [PassageReference(document: 0, passage: 1)])
  }

  @Test func limitKeepsTheFirstReferences() throws {
    var tally = Tally(request(references: .first(2)))
    for document in [9, 3, 5, 1, 7, 2] {
      tally.add(document: document, rows: ["r"], passages: [.init(1, columns: ["a"])])
    }
    let cell = try #require(tally.table().cell("r", "a"))
    #expect(cell.references.map(\.document) == [1, 2])
    #expect(cell.passages == 6)
  }

  @Test func unknownKeysHaveNoCell() {
    #expect(small(request()).cell("KZ-71", "nowhere") == nil)
    #expect(small(request()).cell("nowhere", "a") == nil)
  }
}

@Suite struct TallyPropertyTests {
  @Test(arguments: 1...12)
  func mergeOfPartsIsTheWhole(seed: Int) {
    let corpus = RandomCorpus(seed: UInt64(seed))
    var random = SeededGenerator(seed: UInt64(seed) &* 77)
    for request in RandomCorpus.requests {
      let whole = corpus.tally(request, corpus.documents).table()
      var parts = Array(repeating: [RandomCorpus.Document](), count: 3)
      for document in corpus.documents.shuffled(using: &random) {
        parts[Int.random(in: 0..<3, using: &random)].append(document)
      }
      let tallies = parts.map { corpus.tally(request, $0) }
      let left = tallies[0].merging(tallies[1]).merging(tallies[2])
      let right = tallies[2].merging(tallies[1].merging(tallies[0]))
      #expect(left.table() == whole)
      #expect(right.table() == whole)
      #expect(Tally(request).merging(tallies[0]).table() == tallies[0].table())
    }
  }

  @Test(arguments: 1...12)
  func partsSumToTotals(seed: Int) {
    let corpus = RandomCorpus(seed: UInt64(seed), overlapping: false)
    for request in RandomCorpus.requests {
      let table = corpus.tally(request, corpus.documents).table()
      for r in table.rows.indices {
        let cells = table.columns.indices.map { table.cell(row: r, column: $0) }
        #expect(cells.map(\.codings).reduce(0, +) == table.rowTotals[r].codings)
        for cell in cells {
          #expect(cell.passages <= table.rowTotals[r].codedPassages)
          #expect(cell.documents <= table.rowTotals[r].documents)
          #expect(cell.documents <= cell.passages && cell.passages <= cell.codings)
          switch request.references {
          case .all: #expect(cell.references.count == cell.passages)
          case .first(let most): #expect(cell.references.count == min(most, cell.passages))
          }
        }
      }
      for c in table.columns.indices {
        let cells = table.rows.indices.map { table.cell(row: $0, column: c) }
        #expect(cells.map(\.passages).reduce(0, +) == table.columnTotals[c].passages)
        #expect(cells.map(\.documents).reduce(0, +) == table.columnTotals[c].documents)
        #expect(cells.map(\.codings).reduce(0, +) == table.columnTotals[c].codings)
      }
      #expect(table.rowTotals.map(\.passages).reduce(0, +) == table.total.passages)
      #expect(table.rowTotals.map(\.codedPassages).reduce(0, +) == table.total.codedPassages)
      // Nothing is lost: what is not in the table is outside of it.
      let passages = corpus.documents.map(\.passages.count).reduce(0, +)
      let codings = corpus.documents.flatMap { document in
        document.passages.map { $0.columns.count + document.columns.count }
      }.reduce(0, +)
      #expect(table.total.passages + table.outside.passages == passages)
      #expect(table.total.documents + table.outside.documents == corpus.documents.count)
      #expect(table.total.codings + table.outside.codings == codings)
    }
  }
}
