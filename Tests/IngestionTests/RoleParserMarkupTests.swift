import Foundation
import Testing

@testable import Ingestion

/// Minutes in Akoma Ntoso and TEI, whose mark-up gives sections and speakers but no offices.
struct RoleParserMarkupTests {
  private func document(_ name: String) throws -> Document {
    let folder = try #require(Bundle.module.resourceURL).appendingPathComponent("Fixtures/structure")
    return try #require(try Ingester().documents(at: folder.appendingPathComponent(name).path).first)
  }

  /// Role, agenda item and speaker of every passage, such as `report 1 Г. Рахметова`.
  private func outline(_ document: Document) -> [String] {
    document.passages.map { passage in
      let parts = [passage.role.rawValue, passage.agendaItem.map(String.init) ?? "-", passage.speaker]
      return parts.compactMap { $0 }.joined(separator: " ")
    }
  }

  @Test func akomaNtoso() throws {
    let document = try document("kk-pavlodar-minutes.xml")
    #expect(
      outline(document) == [
        "heading -", "attendance -", "speech - А. Қайырбеков", "heading 1", "report 1 Г. Рахметова",
        "speech 1 В. Лысенко", "vote 1", "resolution 1", "heading 2", "speech 2 А. Қайырбеков",
        "report 2 Г. Рахметова", "vote 2", "signature -",
      ])
    #expect(document.metadata.session == 10 && document.metadata.sessionKind == .extraordinary)
    #expect(document.metadata.agendaItems == 2)
    #expect(
      document.metadata.votes == [
        Metadata.Vote(item: 1, inFavour: 11, against: 0, abstained: 1),
        Metadata.Vote(item: 2, inFavour: 12, against: 0, abstained: 0),
      ])
  }

  @Test func tei() throws {
    let document = try document("ru-kyzylorda-minutes.xml")
    #expect(
      outline(document) == [
        "heading -", "attendance -", "heading -", "agenda -", "agenda -", "heading 1",
        "report 1 Ажибеков Е.М.",
        "speech 1 Карибжанова З.С.", "vote 1", "resolution 1", "heading 2", "report 2 Карибжанова З.С.",
        "vote 2",
        "signature -",
      ])
    #expect(document.metadata.region == "KZ-43" && document.metadata.date == "2022-07-15")
    #expect(document.metadata.chair == "Ажибеков Е.М.")
  }
}
