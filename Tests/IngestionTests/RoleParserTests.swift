import Testing

@testable import Ingestion

/// Roles, speakers and agenda items of passages, in documents written in the manner of real councils.
struct RoleParserTests {
  @Test(arguments: StructureFixture.all)
  func roles(of fixture: StructureFixture) throws {
    let document = try fixture.document()
    let rows = fixture.passages
    let texts = document.passages.map(document.string)
    #expect(texts == rows.map { $0.text.replacing("¦", with: " ") })
    let isProtocol = document.metadata.kind == .protocol
    for (passage, row) in zip(document.passages, rows) {
      if row.role != "any" { #expect(passage.role.rawValue == row.role, "\(row.text)") }
      #expect(passage.speaker == row.speaker, "\(row.text)")
      if isProtocol, passage.role != .signature { #expect(passage.agendaItem == row.item, "\(row.text)") }
    }
  }

  static let heard: [(text: String, name: String?, isOfficial: Bool)] = [
    ("СЛУШАЛИ: Омарова Д.С., руководителя управления финансов, о бюджете.", "Омаров Д.С.", true),
    ("СЛУШАЛИ: Сейтжанову Р.К. – руководителя отдела экономики.", "Сейтжанова Р.К.", true),
    ("СЛУШАЛИ: Сейтжанова Р.К., руководитель отдела экономики.", "Сейтжанова Р.К.", true),
    ("ВЫСТУПИЛИ: депутат Омарова Л.Ж. – о выплатах.", "Омарова Л.Ж.", false),
    ("СӨЗ СӨЙЛЕДІ: депутат Р. Әміреев – диспансер туралы.", "Р. Әміреев", false),
    ("ТЫҢДАЛДЫ: О. Қасымның есебі.", nil, false),
    ("СЛУШАЛИ: информацию управления энергетики.", nil, false),
    ("Слушали внимательно, вопросов не было.", nil, false),
  ]

  @Test(arguments: heard.indices)
  func heardSpeaker(_ index: Int) {
    let row = Self.heard[index]
    let speaker = HeardSpeaker.parse(row.text)
    #expect(speaker?.name == row.name)
    #expect(speaker?.isOfficial ?? false == row.isOfficial)
  }
}
