import Testing

@testable import Ingestion

/// Councils named in titles, leads and preambles.
@Suite struct GazetteerBodyTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var text: String
    var name: String
    var level: Metadata.Level?
    var region: String?
    var district: String?
    var testDescription: String { text }
  }

  @Test(arguments: [
    Row(
      text: "Решение Кентауского городского маслихата Туркестанской области",
      name: "Кентауский городской маслихат",
      level: .city, region: "KZ-61", district: "612000000"),
    Row(
      text: "ПРОТОКОЛ LXXI внеочередной сессии маслихата города Нур-Султан VI созыва",
      name: "маслихат города Нур-Султан", level: .city, region: "KZ-71"),
    Row(
      text: "Протокол XII сессии маслихата Аулиекольского района", name: "маслихат Аулиекольского района",
      level: .district, region: "KZ-39", district: "393600000"),
    Row(
      text: "маслихат района Биржан сал", name: "маслихат района Биржан сал", level: .district,
      region: "KZ-11",
      district: "114500000"),
    Row(text: "маслихатом области Ұлытау", name: "маслихат области Ұлытау", level: .oblast, region: "KZ-62"),
    Row(
      text: "ВОСТОЧНО-КАЗАХСТАНСКИЙ ОБЛАСТНОЙ МАСЛИХАТ", name: "Восточно-Казахстанский областной маслихат",
      level: .oblast, region: "KZ-63"),
    Row(text: "АЛМАТЫ ҚАЛАСЫ МӘСЛИХАТЫ", name: "Алматы қаласы мәслихаты", level: .city, region: "KZ-75"),
    Row(
      text: "Түркістан облыстық мәслихатының сессиясы", name: "Түркістан облыстық мәслихаты", level: .oblast,
      region: "KZ-61"),
    Row(
      text: "Қостанай қаласының мәслихаты ШЕШІМ ҚАБЫЛДАДЫ", name: "Қостанай қаласының мәслихаты",
      level: .city,
      region: "KZ-39", district: "391000000"),
    Row(
      text: "ТҮПҚАРАҒАН АУДАНДЫҚ МӘСЛИХАТЫ ДЕПУ\u{AD}ТАТТАРЫ", name: "Түпқараған аудандық мәслихаты",
      level: .district, region: "KZ-47", district: "475200000"),
    Row(
      text: "Түркістан облысы Сайрам аудандық мәслихатының регламенті", name: "Сайрам аудандық мәслихаты",
      level: .district, region: "KZ-61", district: "615200000"),
    Row(text: "Абайский районный маслихат", name: "Абайский районный маслихат", level: .district),
    Row(text: "Облыстық мәслихат хатшысы", name: "Облыстық мәслихат", level: .oblast),
    Row(
      text: "депутаты Мангистауской области на сессии облмаслихата", name: "облмаслихат", level: .oblast,
      region: "KZ-47"),
    Row(
      text: "Решение собрания местного сообщества Кокпектинского сельского округа Уланского района",
      name: "собрания местного сообщества Кокпектинского сельского округа", level: .ruralDistrict,
      region: "KZ-63",
      district: "636200000"),
    Row(
      text: "Рахат ауылдық округінің жергілікті қоғамдастық жиналысы",
      name: "Рахат ауылдық округінің жергілікті қоғамдастық жиналысы", level: .ruralDistrict),
    Row(
      text: "ШҚО Абай аудандық мәслихатының", name: "Абай аудандық мәслихаты", level: .district,
      region: "KZ-63",
      district: "103200000"),
    Row(
      text: "Т. Рысқұлов аудандық мәслихатында", name: "Т. Рысқұлов аудандық мәслихаты", level: .district,
      region: "KZ-31", district: "315000000"),
    Row(text: "Қалалық мәслихаттың депутаты", name: "Қалалық мәслихат", level: .city),
    Row(
      text: "Шымкентский городской маслихат", name: "Шымкентский городской маслихат", level: .city,
      region: "KZ-79"),
  ])
  func bodyIsFound(row: Row) throws {
    let body = try #require(BodyParser().body(in: row.text))
    #expect(body.name == row.name)
    #expect(body.level == row.level)
    #expect(body.region == row.region)
    #expect(body.district == row.district)
    let decoded = String(decoding: Array(row.text.utf8)[body.span], as: UTF8.self)
    #expect(decoded.replacing("\u{AD}", with: "") == body.text)
  }

  /// Every council of today, as citations name it in either language.
  @Test(
    arguments: Gazetteer.shared.places.filter { ($0.kind == .district || $0.kind == .city) && $0.to == nil })
  func everyCouncilResolves(place: Place) throws {
    let region = Gazetteer.shared.places.first { $0.kato == place.parent && $0.to == nil }
    let oblast = region.map { genitive($0.russian) } ?? ""
    let texts = [
      "Решение маслихата \(genitive(place.russian)) \(oblast) от 5 мая 2025 года № 1",
      "РЕШЕНИЕ МАСЛИХАТА \(genitive(place.russian).uppercased()) \(oblast.uppercased())",
      "\(region?.kazakh ?? "") \(place.kazakh) мәслихатының 2025 жылғы 5 мамырдағы № 1 шешімі",
      "\(region?.kazakh ?? "") \(place.kazakh.replacing("ауданы", with: "аудандық").replacing("қаласы", with: "қалалық")) мәслихаты",
    ]
    for text in texts {
      let body = BodyParser().body(in: text)
      #expect(body?.region == place.region, "\(text)")
      #expect(body?.district == (place.isRegion ? nil : place.kato), "\(text)")
      #expect(body?.level == (place.kind == .city ? .city : .district), "\(text)")
    }
  }

  private func genitive(_ name: String) -> String {
    name.replacing("ский район", with: "ского района").replacing("цкий район", with: "цкого района")
      .replacing("ская область", with: "ской области").replacing("область", with: "области")
      .replacing("район ", with: "района ").replacing("город ", with: "города ")
  }

  @Test(arguments: [
    (["VIII сессия облмаслихата", "депутаты Мангистауской области в г. Актау"], "KZ-47", nil as String?),
    (["Қалалық мәслихаттың бес депутаты", "Алматы қаласы, Наурызбай ауданы"], "KZ-75", nil),
    (["районный маслихат", "Сводка", "Уланский район, ВКО"], "KZ-63", "636200000"),
    (["районный маслихат", "Решение Сайрамского районного маслихата"], "KZ-61", "615200000"),
    (["районный маслихат", "Абайский район"], nil, nil),
    (["районный маслихат", "Абайский район", "Карагандинская область"], "KZ-35", "353200000"),
    (["Абайский районный маслихат", "Карагандинская область"], "KZ-35", "353200000"),
    (["Абайский районный маслихат", "Алматинская область"], nil, nil),
    (["районный маслихат", "Уланский район", "Курчумский район"], nil, nil),

  ])
  func bodyOverSeveralTexts(texts: [String], region: String?, district: String?) throws {
    let found = try #require(BodyParser().body(inAnyOf: texts))
    #expect(found.body.region == region)
    #expect(found.body.district == district)
  }

  @Test(arguments: [
    "", "маслихат", "депутаты маслихата приняли", "мәслихаттың", "Акимат города Актау", "масли", "⁣м",
  ])
  func noBody(text: String) {
    #expect(BodyParser().body(in: text) == nil)
  }
}
