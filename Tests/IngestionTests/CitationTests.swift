import Foundation
import Testing

@testable import Ingestion

@Suite struct CitationTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var cells: [String]
    var testDescription: String { cells[0] }
  }

  static let rows: [Row] = {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
      path: "Fixtures/citations.tsv")
    let table = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    return table.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst()
      .map { Row(cells: $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)) }
  }()

  @Test func fixtureIsRead() {
    #expect(CitationTests.rows.count >= 60)
    #expect(CitationTests.rows.allSatisfy { $0.cells.count == 9 })
  }

  @Test(arguments: rows) func citationIsRead(row: Row) throws {
    let citation = try #require(CitationParser().parse(row.cells[0]))
    let read = [
      citation.body, citation.level?.rawValue, citation.region, citation.district, citation.kind?.rawValue,
      citation.date, citation.number, citation.convocation.map(String.init),
    ]
    #expect(read.map { $0 ?? "" } == Array(row.cells.dropFirst()))
  }

  /// The span of a citation in running text is the citation.
  @Test(arguments: rows.filter { $0.cells[0].hasPrefix("Решение") && !$0.cells[0].contains("сессии") })
  func citationIsFoundInText(row: Row) throws {
    let text = "О внесении изменений. \(row.cells[0]). Зарегистрировано 1 марта 2024 года № 7."
    let found = CitationParser().citations(in: text)
    #expect(found.count == 1)
    let span = try #require(found.first?.span)
    #expect(String(decoding: Array(text.utf8)[span], as: UTF8.self) == row.cells[0])
  }

  @Test func severalCitationsInOneText() {
    let text =
      "«Облыстық бюджет туралы» Шығыс Қазақстан облыстық мәслихатының 2020 жылғы 14 желтоқсандағы № 44/495-VI шешіміне және "
      + "Өскемен қалалық мәслихатының 2021 жылғы 3 ақпандағы № 2/1 шешіміне өзгерістер енгізу туралы"
    let found = CitationParser().citations(in: text)
    #expect(found.map(\.number) == ["44/495-VI", "2/1"])
    #expect(found.map(\.body) == ["Шығыс Қазақстан облыстық мәслихатының", "Өскемен қалалық мәслихатының"])
    #expect(found.map(\.date) == ["2020-12-14", "2021-02-03"])
  }

  @Test func numberBeforeDate() {
    let text = "Решение Ескельдинского районного маслихата области Жетісу № 12-34 от 5 мая 2023 года"
    let found = CitationParser().citations(in: text)
    #expect(found.map(\.number) == ["12-34"])
    #expect(found.map(\.date) == ["2023-05-05"])
    #expect(found.map(\.region) == ["KZ-33"])
  }

  @Test func actsOfAkimsAreLeftOut() {
    let text =
      "Постановление акимата города Актау от 1 июня 2022 года № 5 и решение маслихата города Актау от 1 июня 2022 года № 12/130"
    #expect(CitationParser().citations(in: text).map(\.number) == ["12/130"])
  }

  @Test func jsonHoldsAllKeys() throws {
    let line = "Решение маслихата города Косшы \"X\\\" Акмолинской области от 12 ноября 2025 года № 206"
    let citation = try #require(CitationParser().parse(line))
    #expect(
      citation.json
        == #"{"body": "маслихата города Косшы", "level": "city", "region": "KZ-11", "district": "111600000", "kind": "decision", "date": "2025-11-12", "number": "206", "convocation": null}"#
    )
  }

  @Test func districtWithoutTheWordCouncil() throws {
    let citation = try #require(
      CitationParser().parse("Решение Шортандинского района от 21 мая 2024 года № 8С- 44/3"))
    #expect(citation.body == "Шортандинского района")
    #expect(citation.district == "116800000")
    #expect(citation.number == "8С-44/3")
    #expect(citation.numberAsWritten == "8С- 44/3")
  }

  @Test(arguments: [
    "", "№", "№ №", "Школа № 12", "Приказ № 5", "от 31.02.2020 № 1", "Решение", "решение суда", "№ VIII",
    "\u{0}\u{FFFD}",
  ])
  func noCitation(text: String) {
    #expect(CitationParser().citations(in: text).isEmpty)
  }

  /// Random mixtures of the words of citations never trap, and spans stay inside the text.
  @Test func randomTextsAreSafe() {
    let pieces = [
      "Решение", "маслихата", "№", "8С", "-", "/", " ", "  ", "VIII", "от", "2023", "жылғы", "27", "мая",
      "года", ".", "район", "Абай",
      "ауданы", "г.", "«", "»", "І", "имени", "Т.", "сессиясы", "шешімі", "\u{AD}", "\u{301}", "😀",
      "мәслихатының", "двадцать", "первой",
    ]
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    for _ in 0..<3000 {
      let text = (0..<next(14)).map { _ in pieces[next(pieces.count)] + (next(2) == 0 ? " " : "") }.joined()
      let count = text.utf8.count
      for citation in CitationParser().citations(in: text) { #expect(citation.span.upperBound <= count) }
      for date in DateParser().dates(in: text) { #expect(date.span.upperBound <= count) }
      for place in Gazetteer.shared.places(in: text) { #expect(place.span.upperBound <= count) }
      for name in PersonName.names(in: text) { #expect(name.span.upperBound <= count) }
      if let label = SpeakerLabel.parse(text) { #expect(label.length <= count) }
      _ = Attribution.parse(text)
      _ = SessionParser().session(in: text)
      _ = CitationParser().parse(text)
    }
  }
}
