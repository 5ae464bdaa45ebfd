import Foundation
import Reporting
import Tabulation
import Testing

@testable import Analysis

struct ComparisonTests {
  /// Facts without a rule: no count is named by them.
  private static let withoutRule = ["problems-of-implementation"]

  /// Counted once for all tests, without a stated number.
  private static let asPrinted = Result {
    let study = try SyntheticStudy()
    return (study: study, tables: try study.tables(SyntheticStudy.asPrinted))
  }

  @Test func everyCellAgreesWhereTheCountsAreAsPrinted() throws {
    let study = try SyntheticStudy()
    let tables = try study.tables(
      SyntheticStudy.asPrinted, figures: ["KZ-61": ["form.reception": 1400]])
    let comparison = try study.comparison(tables)
    for cell in comparison.cells where cell.verdict == .differs {
      Issue.record("\(cell.fact.id): \(cell.reason.en)")
    }
    #expect(comparison.cells.filter { $0.verdict == .notComputable }.map(\.fact.word) == Self.withoutRule)
    #expect(comparison.count(.presenceOnly) == 78)
    #expect(comparison.found.count == 78)
    #expect(comparison.agreement.count == 56 && comparison.agreement.total == 56)
    #expect(comparison.kappa == .value(1))
    #expect(comparison.levels.items == 7)
  }

  @Test func everyCellDiffersWhereNothingIsAsPrinted() throws {
    let study = try SyntheticStudy()
    let tables = try study.tables(
      SyntheticStudy.otherThanPrinted, figures: ["KZ-61": ["form.reception": 900]])
    let comparison = try study.comparison(tables)
    for cell in comparison.cells where cell.verdict == .agrees {
      Issue.record("\(cell.fact.id): \(cell.reason.en)")
    }
    #expect(comparison.count(.differs) == 56)
    #expect(comparison.agreement.value == 0)
    #expect((comparison.kappa.value ?? 1) <= 0)
  }

  @Test func withoutDocumentsNothingIsComputable() throws {
    let study = try SyntheticStudy()
    let comparison = try study.comparison(study.tables([:]))
    #expect(comparison.count(.notComputable) == comparison.cells.count)
    #expect(comparison.agreement.value == nil)
    #expect(comparison.kappa == .undefined(.noItems))
  }

  @Test func theOrderOfDocumentsChangesNothing() throws {
    let (study, tables) = try Self.asPrinted.get()
    func files(_ tables: [CrossTable]) throws -> [[UInt8]] {
      ComparisonFiles(try study.comparison(tables), documents: []).files.map(\.bytes)
    }
    let counts = SyntheticStudy.asPrinted
    let straight = try files(tables)
    let backwards = try files(study.tables(counts) { $0.reverse() })
    let mixed = try files(
      study.tables(counts) { $0 = $0.filter { $0 % 3 == 1 } + $0.filter { $0 % 3 != 1 } })
    #expect(straight == backwards)
    #expect(straight == mixed)
    #expect(straight.count == 5)
  }

  @Test func wordsThatPrintDoesNotHaveAreCountedApart() throws {
    let (study, tables) = try Self.asPrinted.get()
    var counts = SyntheticStudy.asPrinted
    let before = try study.comparison(tables)
    counts["KZ-71"]?["barrier.legal"] = 60
    let after = try study.comparison(study.tables(counts))
    let new = after.unprinted.filter { cell in
      !before.unprinted.contains { $0.fact.id == cell.fact.id && $0.region == cell.region }
    }
    #expect(new.map(\.region) == ["KZ-71"])
    #expect(new.first?.fact.code == "barrier.legal")
    #expect(after.unprintedLookedAt == before.unprintedLookedAt)
  }

  @Test func aCellShowsItsRuleItsNumbersAndItsPassages() throws {
    let (study, tables) = try Self.asPrinted.get()
    let comparison = try study.comparison(tables)
    let cell = try #require(comparison.cells.first { $0.fact.id == "t2-astana-weak-control" })
    #expect(cell.reason.en.contains("5 of 1000 (0.5%), low"))
    #expect(cell.reason.en.contains("[yes]") && cell.reason.en.contains(" or "))
    #expect(cell.reason.ru.contains("5 из 1000") && cell.reason.kk.contains("1000 ішінен 5"))
    #expect(!cell.passages.isEmpty)
    for passage in cell.passages { #expect(passage.passage <= 5) }
    let table = comparison.statementTable
    #expect(table.rows.count == comparison.cells.count + comparison.unprinted.count)
    #expect(table.notes.contains { $0.en.contains("Demonstration") })
  }

  @Test func linesStartWithTheVerdict() throws {
    let (study, tables) = try Self.asPrinted.get()
    let comparison = try study.comparison(tables)
    let lines = ComparisonFiles(comparison, documents: []).text(in: .en).split(separator: "\n")
    for (line, cell) in zip(lines, comparison.cells) {
      #expect(line.hasPrefix(cell.verdict.rawValue + "\t" + cell.fact.id + "\t"))
    }
    #expect(lines.contains { $0.hasPrefix("55 of the 55 cells that could have disagreed agree (100.0%") })
  }
}
