import Tabulation

@testable import Reporting

/// A small made-up analysis that every format is shown with: three regions, one of them without documents, and four
/// indicators of two criteria.
enum Sample {
  static let regions = [
    TableKey("KZ-71", .init(kk: "Астана қаласы", ru: "г. Астана", en: "Astana")),
    TableKey("KZ-61", .init(kk: "Түркістан облысы", ru: "Туркестанская область", en: "Turkistan Region")),
    TableKey("KZ-47", .init(kk: "Маңғыстау облысы", ru: "Мангистауская область", en: "Mangystau Region")),
  ]

  static let indicators = [
    TableKey(
      "civil-society.hearings",
      .init(
        kk: "Қоғамдық тыңдаулар мен азаматтарды қабылдау", ru: "Публичные слушания и приём граждан",
        en: "Public hearings and receptions")),
    TableKey(
      "civil-society.ngo",
      .init(kk: "ҮЕҰ-мен өзара іс-қимыл", ru: "Взаимодействие с НПО", en: "Cooperation with NGOs")),
    TableKey(
      "results.infrastructure",
      .init(
        kk: "Әлеуметтік инфрақұрылым нысандары", ru: "Объекты социальной инфраструктуры",
        en: "Social infrastructure | built")),
    TableKey(
      "results.vulnerable",
      .init(
        kk: "Халықтың осал топтарын қолдау", ru: "Поддержка уязвимых групп населения",
        en: "Support of vulnerable groups")),
  ]

  static func request(unit: CountingUnit = .passages) -> CrossTableRequest {
    CrossTableRequest(
      id: "region-indicator",
      label: .init(kk: "Өңірлер және көрсеткіштер", ru: "Регионы и индикаторы", en: "Regions and indicators"),
      rows: .init(
        id: "region", label: .init(kk: "Өңір", ru: "Регион", en: "Region"), keys: .given(regions)),
      columns: .init(
        id: "indicator", label: .init(kk: "Көрсеткіш", ru: "Индикатор", en: "Indicator"),
        keys: .given(indicators)),
      unit: unit)
  }

  static var table: CrossTable {
    var tally = Tally(request())
    for (index, document) in documents.enumerated() {
      tally.add(
        document: index, rows: document.rows,
        passages: passages.filter { $0.reference.document == index }.map { passage in
          Tally.Passage(passage.reference.passage, columns: passage.codes.map(\.code))
        })
    }
    return tally.table()
  }

  static let documents: [(rows: [String], document: HTMLReport.Document)] = [
    (
      ["KZ-71"],
      .init(
        path: "astana/2022-12-09.html", title: "Протокол XXXI сессии маслихата города Астаны",
        region: regions[0].label, date: "2022-12-09")
    ),
    (
      ["KZ-61"],
      .init(
        path: "turkistan/tyndau-2023.html", title: "Қоғамдық тыңдау қорытындысы", region: regions[1].label,
        date: "2023-04-18")
    ),
    ([], .init(path: "other/undated.txt")),
  ]

  static let passages: [HTMLReport.Passage] = [
    passage(
      0, 1, "Депутат С. Әлімжанова сообщила, что на публичных слушаниях жители вновь подняли вопрос о школе.",
      "ru", "speech", "С. Әлімжанова",
      [("civil-society.hearings", ["публичных слушаниях"], "hearings.public")]),
    passage(
      0, 2, "Приглашены: заместители акима города, руководители управлений.", "ru", "attendance", nil, []),
    passage(
      0, 3, "Многодетным семьям выплачено 412 млн тенге, две школы на 1 200 мест сданы в срок.", "ru",
      "report", nil,
      [
        ("results.vulnerable", ["Многодетным семьям"], "families.large"),
        ("results.infrastructure", ["две школы", "школы на 1 200 мест сданы"], "school.opened"),
      ]),
    passage(
      1, 1, "Қоғамдық тыңдауға ардагерлер кеңесі мен жастар ұйымдарының өкілдері қатысты.", "kk", "body", nil,
      [
        ("civil-society.hearings", ["Қоғамдық тыңдауға"], "hearings.public"),
        ("civil-society.ngo", ["ардагерлер кеңесі", "жастар ұйымдарының"], "ngo.associations"),
      ]),
    passage(
      1, 2, "Аудан бойынша 37 мүгедектігі бар тұрғынға арбалар берілді.", "kk", "report", nil,
      [("results.vulnerable", ["мүгедектігі бар тұрғынға"], "disability.aid")]),
    passage(
      2, 1, "Публичных слушаний не проводилось.", "ru", "body", nil,
      [("civil-society.hearings", ["слушаний"], "x")]),
  ]

  static var content: HTMLReport.Content {
    var content = HTMLReport.Content(
      title: .init(
        kk: "Мәслихаттар және әлеуметтік бағдарланған мемлекет",
        ru: "Маслихаты и социально ориентированное государство",
        en: "Maslikhats and the socially oriented state"))
    content.isDemonstration = true
    content.facts = [
      .init(
        .init(kk: "Корпус", ru: "Корпус", en: "Corpus"),
        .init(kk: "3 құжат", ru: "3 документа", en: "3 documents")),
      .init(.init(kk: "Кодтар кітабы", ru: "Кодировочная книга", en: "Codebook"), "socially-oriented-state"),
      .init(.init(kk: "Конвейер", ru: "Конвейер", en: "Pipeline"), "socially-oriented-state.yaml"),
    ]
    content.tables = [table]
    content.documents = documents.map(\.document)
    content.codeLabels = [
      "civil-society": .init(
        kk: "Халықпен және азаматтық қоғаммен өзара іс-қимыл",
        ru: "Взаимодействие с населением и гражданским обществом",
        en: "Interaction with the population and civil society"),
      "results": .init(
        kk: "Практикалық нәтижелер және өмір сапасы", ru: "Практические результаты и качество жизни",
        en: "Practical results and quality of life"),
    ]
    for indicator in indicators { content.codeLabels[indicator.key] = indicator.label }
    return content
  }

  /// A passage whose evidence is given by the quoted words.
  static func passage(
    _ document: Int, _ n: Int, _ text: String, _ language: String, _ role: String, _ speaker: String?,
    _ codes: [(code: String, quotes: [String], entry: String)]
  ) -> HTMLReport.Passage {
    HTMLReport.Passage(
      PassageReference(document: document, passage: n), text: text, language: language, role: role,
      speaker: speaker,
      codes: codes.map { code in
        HTMLReport.Code(
          code.code,
          evidence: code.quotes.map { .init(range(of: $0, in: text), entry: code.entry, rule: "entry") })
      })
  }

  private static func range(of quote: String, in text: String) -> Range<Int> {
    let text = Array(text.unicodeScalars)
    let quote = Array(quote.unicodeScalars)
    for start in 0...max(0, text.count - quote.count) where text[start...].starts(with: quote) {
      return start..<start + quote.count
    }
    return 0..<0
  }
}
