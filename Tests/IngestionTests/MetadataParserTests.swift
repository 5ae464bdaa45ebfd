import Foundation
import Testing

@testable import Ingestion

/// Metadata of whole documents, written in the manner of real councils.
struct MetadataParserTests {
  @Test(arguments: StructureFixture.all)
  func fields(of fixture: StructureFixture) throws {
    let metadata = try fixture.document().metadata
    let expected = fixture.metadata
    #expect(metadata.kind.rawValue == expected["kind"])
    #expect(metadata.language.code == expected["language"])
    #expect(metadata.region == expected["region"])
    #expect(metadata.level?.rawValue == expected["level"])
    #expect(metadata.body == expected["body"])
    #expect(metadata.date == expected["date"])
    #expect(metadata.session == expected["session"].flatMap { Int($0) })
    #expect(metadata.sessionKind?.rawValue == expected["sessionKind"])
    #expect(metadata.convocation == expected["convocation"].flatMap { Int($0) })
    #expect(metadata.decisionNumber == expected["decisionNumber"])
    #expect(metadata.chair == expected["chair"])
    #expect(metadata.agendaItems == expected["agendaItems"].flatMap { Int($0) } ?? 0)
    if let title = expected["title"] { #expect(metadata.title == title) }
  }

  @Test(arguments: StructureFixture.all)
  func speakersAndVotes(of fixture: StructureFixture) throws {
    let metadata = try fixture.document().metadata
    let speakers = Set(
      (fixture.metadata["speakers"] ?? "").components(separatedBy: "; ").filter { !$0.isEmpty })
    #expect(Set(metadata.speakers) == speakers)
    let votes = metadata.votes.map { "\($0.item):\($0.inFavour)-\($0.against)-\($0.abstained)" }
    let isProtocol = metadata.kind == .protocol
    let stated = (fixture.metadata["votes"] ?? "").split(separator: " ").map(String.init)
    // Only minutes number what is voted on.
    let counts = { (vote: String) in isProtocol ? vote : String(vote.drop { $0 != ":" }) }
    #expect(votes.map(counts) == stated.map(counts))
  }

  /// What a document that does not contradict itself must not be told.
  @Test(arguments: StructureFixture.all)
  func noFalseContradiction(in fixture: StructureFixture) throws {
    let issues = try fixture.document().issues.filter { $0.id.hasSuffix("-disagrees") }
    #expect(issues.isEmpty)
  }

  struct Contradiction: Sendable, CustomTestStringConvertible {
    var name: String
    var html: String
    var issue: String
    var session: Int?
    var date: String?
    var testDescription: String { name }
  }

  static let contradictions = [
    Contradiction(
      name: "session of title and text",
      html: """
        <h2>Қаратөбе аудандық мәслихатының кезекті ХХХІІ сессиясының хаттамасы</h2>
        <p>Қаратөбе ауылы, 2019 жылғы 11 наурыз</p>
        <p>Аудандық мәслихаттың ХХІІ сессиясына 12 депутат қатысты.</p><p>Күн тәртібі:</p>
        <p>1. Аудандық бюджет туралы.</p><p>2. Жер салығы туралы.</p>
        """, issue: "session-disagrees", session: 32, date: "2019-03-11"),
    Contradiction(
      name: "day of title and date line",
      html: """
        <h2>Протокол V сессии Катон-Карагайского районного маслихата от 23 мая 2019 года</h2>
        <p>село Улкен Нарын, 23 марта 2019 года</p><p>Присутствовали 11 депутатов.</p><p>Повестка дня:</p>
        <p>1. О бюджете района.</p><p>2. О земельном налоге.</p>
        """, issue: "date-disagrees", session: 5, date: "2019-05-23"),
    Contradiction(
      name: "day of requisites and annex",
      html: """
        <h2>Об утверждении норм потребления воды</h2>
        <p>Решение Сандыктауского районного маслихата Акмолинской области от 5 июня 2020 года № 41/2</p>
        <p>Сандыктауский районный маслихат РЕШИЛ:</p><p>1. Утвердить нормы.</p>
        <p>Председатель сессии И. Лазарев</p>
        <p align="right">Приложение к решению Сандыктауского районного маслихата от 5 июля 2020 года № 41/2</p>
        """, issue: "date-disagrees", session: nil, date: "2020-06-05"),
    Contradiction(
      name: "councils of two regions",
      html: """
        <h2>ПРОТОКОЛ III сессии Павлодарского областного маслихата</h2>
        <p>Костанайский областной маслихат, 5 июня 2021 года</p><p>Присутствовали 20 депутатов.</p>
        <p>Повестка дня:</p><p>1. О бюджете.</p><p>2. О налоге.</p>
        """, issue: "body-disagrees", session: 3, date: "2021-06-05"),
  ]

  /// The session that made a decision stands in its requisites; one that the title cites is another.
  @Test(arguments: [
    (
      "<h2>О бюджете района</h2><p>Решение XIV сессии Мугалжарского районного маслихата VIII созыва от 21 декабря 2023 года № 14-97</p>",
      14
    ),
    (
      "<h2>Аудан бюджеті туралы</h2><p>Мақат аудандық мәслихатының кезекті XI сессиясының 2022 жылғы 23 желтоқсандағы № 11/58 шешімі</p>",
      11
    ),
    (
      "<h2>О внесении изменений в решение XX сессии от 5 мая 2022 года № 20-3</h2><p>Решение Мугалжарского районного маслихата от 21 декабря 2023 года № 14-97</p>",
      nil
    ),
  ]) func sessionOfADecision(_ html: String, _ session: Int?) throws {
    let documents = try Ingester().documents(
      of: Array((html + "<p>РЕШИЛ:</p><p>1. Утвердить.</p>").utf8), path: "page.html")
    #expect(documents.first?.metadata.session == session)
    #expect(documents.first?.metadata.decisionNumber != nil)
  }

  @Test(arguments: contradictions)
  func contradictionIsNamed(_ row: Contradiction) throws {
    let documents = try Ingester().documents(of: Array(row.html.utf8), path: "page.html")
    let document = try #require(documents.first)
    #expect(document.issues.map(\.id).filter { $0.hasSuffix("-disagrees") } == [row.issue])
    #expect(document.metadata.session == row.session)
    #expect(document.metadata.date == row.date)
  }
}
