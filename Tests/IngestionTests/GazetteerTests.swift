import Testing

@testable import Ingestion

@Suite struct GazetteerTests {
  @Test func tableIsReadWhole() {
    let gazetteer = Gazetteer.shared
    #expect(gazetteer.issues.isEmpty)
    #expect(gazetteer.places.count > 300)
    let codes = Set(gazetteer.places.filter(\.isRegion).map(\.region))
    #expect(
      codes.sorted() == [
        "KZ-10", "KZ-11", "KZ-15", "KZ-19", "KZ-23", "KZ-27", "KZ-31", "KZ-33", "KZ-35", "KZ-39", "KZ-43",
        "KZ-47", "KZ-55", "KZ-59", "KZ-61", "KZ-62", "KZ-63", "KZ-71", "KZ-75", "KZ-79",
      ])
  }

  /// Every row hangs on a region of the table, with the same code at some time.
  @Test func parentsAreRegionsOrCities() {
    let places = Gazetteer.shared.places
    let codes = Set(places.map(\.kato))
    for place in places {
      #expect(place.kato.utf8.count == 9, "\(place.russian)")
      if let parent = place.parent { #expect(codes.contains(parent), "\(place.russian)") }
      if let from = place.from, let to = place.to { #expect(from < to, "\(place.russian)") }
    }
  }

  /// Each official name of the table, in both languages, beside its region, leads back to its own code.
  @Test(arguments: Gazetteer.shared.places.filter { $0.kind == .district || $0.kind == .city })
  func officialNamesResolve(place: Place) throws {
    let regions = Gazetteer.shared.places.filter { $0.kato == place.parent && $0.region == place.region }
    for name in [place.russian, place.kazakh] {
      for region in regions.isEmpty ? [""] : regions.map({ name == place.russian ? $0.russian : $0.kazakh }) {
        let text = name == place.russian ? "\(name), \(region)" : "\(region), \(name)"
        let found = Gazetteer.shared.places(in: text, on: nil).filter { mention in
          mention.candidates.contains { $0.kato == place.kato }
        }
        #expect(found.count == 1, "\(text)")
        #expect(found.first?.place?.kato == place.kato, "\(text)")
      }
    }
  }

  @Test(arguments: [
    ("районов, Есильский район Акмолинской области", "Есильский район", "114800000"),
    ("в Есильском районе Северо-Казахстанской области", "Есильском районе", "594200000"),
    ("Шығыс Қазақстан облысы Ұлан ауданы", "Ұлан ауданы", "636200000"),
    ("жители г. Уральска", "г. Уральска", "271000000"),
    ("ЕНБЕКШИКАЗАХСКИЙ РАЙОН", "ЕНБЕКШИКАЗАХСКИЙ РАЙОН", "194000000"),
    ("ЕҢБЕКШIҚАЗАҚ АУДАНЫНЫҢ", "ЕҢБЕКШIҚАЗАҚ АУДАНЫНЫҢ", "194000000"),
    ("Енбекшиқазақ ауданы", "Енбекшиқазақ ауданы", "194000000"),
    ("прошла в Актау", "Актау", "471000000"),
    ("Кентауда «Жастар парламенті» құрылды", "Кентауда", "612000000"),
    ("Усть-Каменогорску", "Усть-Каменогорску", "631000000"),
    ("район имени Габита Мусрепова", "район имени Габита Мусрепова", "596600000"),
    ("район Шал акына", "район Шал акына", "595600000"),
    ("г.Алматы", "г.Алматы", "750000000"),
    ("Нұр-Сұлтан қаласы", "Нұр-Сұлтан қаласы", "710000000"),
    ("Бухар-Жырауский район", "Бухар-Жырауский район", "354000000"),
    ("Зыряновский район", "Зыряновский район", "634800000"),
    ("Бурабаи\u{306}скии\u{306} раи\u{306}он", "Бурабаи\u{306}скии\u{306} раи\u{306}он", "117000000"),
  ])
  func placeIsFound(text: String, written: String, kato: String) throws {
    let mention = try #require(Gazetteer.shared.places(in: text).first { $0.place?.kato == kato })
    #expect(mention.text == written)
    #expect(Array(text.utf8)[mention.span] == Array(written.utf8)[...])
  }

  @Test(arguments: [
    ("Талдыкорганский городской", "2016-05-05", "KZ-19"),
    ("Талдыкорганский городской", "2023-05-05", "KZ-33"),
    ("город Семей", "2022-06-07", "KZ-63"), ("город Семей", "2022-06-08", "KZ-10"),
    ("город Шымкент", "2018-06-18", "KZ-61"), ("город Шымкент", "2018-06-19", "KZ-79"),
    ("город Астана", "2024-01-01", "KZ-71"), ("Целиноград қаласы", "1985-01-01", "KZ-71"),
    ("Семипалатинская область", "1995-01-01", "KZ-10"), ("Южно-Казахстанская область", "2017-01-01", "KZ-61"),
    ("Жезказганский городской", "2020-02-02", "KZ-35"), ("область Ұлытау", "2023-02-02", "KZ-62"),
  ])
  func regionFollowsTheDate(text: String, date: String, region: String) {
    #expect(Gazetteer.shared.places(in: text, on: date).map(\.region) == [region])
  }

  @Test func ambiguousNameKeepsItsCandidates() throws {
    let mention = try #require(Gazetteer.shared.places(in: "Абайский район").first)
    #expect(mention.place == nil)
    #expect(mention.region == nil)
    #expect(mention.candidates.map(\.kato).sorted() == ["103200000", "353200000"])
  }

  @Test(arguments: [
    "", " ", "районный", "район", "области", "в районном масштабе", "қалады", "Балқаштың суы",
    "«Абай» журналы",
    "г. . г.", "имени имени", "район района", "ауданы ауданы",
  ])
  func proseNamesNoDistrict(text: String) {
    #expect(Gazetteer.shared.places(in: text).allSatisfy { $0.candidates.allSatisfy { $0.kind == .city } })
  }

  @Test(arguments: [
    "Форт-Шевченко қаласы", "депутат В. Шевченко", "поэт Шевченко", "учёный Сатпаев", "Уральского округа",
    "Кента", "«Астана» кинотеатры",
  ])
  func noPlace(text: String) {
    #expect(Gazetteer.shared.places(in: text).isEmpty)
  }

  @Test func badLinesAreReported() {
    let gazetteer = Gazetteer(
      table: "# c\nheader\nvillage\t1\nоbl\t\t\n\ncity\t1\tKZ-1\t\tгород Аа\tАа қаласы\t\t\t\t\n")
    #expect(gazetteer.places.count == 1)
    #expect(gazetteer.issues.map(\.line) == [3, 4])
  }
}
