import Testing

@testable import Ingestion

struct VoteTableTests {
  @Test func rowsOfItems() throws {
    var table = try #require(VoteTable(header: ["№", "Вопрос повестки", "За", "Против", "Возд.", "Итог"]))
    #expect(table.listsItems)
    let row = table.read(row: ["1", "Об областном бюджете", "18", "2", "3", "принято"])
    #expect(row.map { [$0.inFavour, $0.against, $0.abstained] } == [18, 2, 3])
    #expect(table.rows == 1)
  }

  @Test func groupsAddUp() throws {
    var table = try #require(VoteTable(header: ["Депутаттар тобы", "Жақтап", "Қарсы", "Қалыс"]))
    #expect(!table.listsItems)
    _ = table.read(row: ["Бірінші комиссия", "10", "2", "1"])
    _ = table.read(row: ["Екінші комиссия", "9", "–", "2"])
    #expect(table.outcome.inFavour == 19 && table.outcome.against == 2 && table.outcome.abstained == 3)
    _ = table.read(row: ["Барлығы", "19", "2", "3"])
    #expect(table.outcome.inFavour == 19 && table.rows == 3)
  }

  @Test(
    "no table of votes",
    arguments: [
      ["№", "Кто обратился", "Суть"], ["Категория", "Наименование", "Сумма"], ["За", "Итог"], [],
    ])
  func others(_ header: [String]) {
    #expect(VoteTable(header: header) == nil)
  }

  /// Sums of such cells would overflow.
  @Test(arguments: ["9223372036854775807", "-9223372036854775808", "2147483648", "-5", "1501"])
  func figuresThatAreNoVotes(_ cell: String) throws {
    var table = try #require(VoteTable(header: ["Депутаттар тобы", "Жақтап", "Қарсы"]))
    for _ in 0..<3 { #expect(table.read(row: ["Комиссия", cell, "1"]) == nil) }
    _ = table.read(row: ["Комиссия", "7", cell])
    #expect(table.rows == 1 && table.outcome.inFavour == 7 && table.outcome.against == 0)
  }

  @Test func rowWithoutCounts() throws {
    var table = try #require(VoteTable(header: ["Вопрос", "За", "Против"]))
    #expect(table.read(row: ["О бюджете", "снят", ""]) == nil)
    #expect(table.read(row: ["О бюджете"]) == nil)
    #expect(table.rows == 0)
  }
}
