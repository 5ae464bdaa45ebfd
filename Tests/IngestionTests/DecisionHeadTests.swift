import Testing

@testable import Ingestion

/// Date, number and session of decisions whose head is spread over lines, and of joint acts.
struct DecisionHeadTests {
  private func document(_ head: [String], preamble: String, points: [String]) throws -> Document {
    let body =
      head + ["<p>\(preamble)</p>"] + points.map { "<p>\($0)</p>" } + [
        "<p>Секретарь маслихата А. Ахметов</p>"
      ]
    let page =
      "<html><head><meta charset=utf-8><title>Документы</title></head><body>" + body.joined()
      + "</body></html>"
    return try #require(try Ingester().documents(of: Array(page.utf8), path: "page.html").first)
  }

  private func russian(_ head: [String], preamble: String? = nil) throws -> Document {
    try document(
      head,
      preamble: preamble
        ?? "В соответствии с Бюджетным кодексом Республики Казахстан от 4 декабря 2008 года маслихат города Семей РЕШИЛ:",
      points: [
        "1. Утвердить бюджет города.", "2. Настоящее решение вводится в действие с 1 января 2020 года.",
      ])
  }

  private func kazakh(_ head: [String], preamble: String? = nil) throws -> Document {
    try document(
      head,
      preamble: preamble
        ?? "Қазақстан Республикасының 2008 жылғы 4 желтоқсандағы Бюджет кодексіне сәйкес Семей қаласының мәслихаты ШЕШТІ:",
      points: [
        "1. Қала бюджеті бекітілсін.", "2. Осы шешім 2020 жылғы 1 қаңтардан бастап қолданысқа енгізіледі.",
      ])
  }

  private static func centred(_ text: String) -> String { "<p align=center><b>\(text)</b></p>" }

  struct Head: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var lines: [String]
    var number: String?
    var date: String? = "2019-12-27"
    var notes = 1
  }

  static let title = centred("О бюджете города Семей на 2020-2022 годы")
  static let titleInKazakh = centred("Семей қаласының 2020-2022 жылдарға арналған бюджеті туралы")
  static let act = centred("РЕШЕНИЕ")
  static let actInKazakh = centred("ШЕШІМ")

  static let russianHeads = [
    Head(
      testDescription: "one line", lines: [act, "<p>27 декабря 2019 года № 58/246-VI г. Семей</p>", title],
      number: "58/246-VI"),
    Head(
      testDescription: "cells",
      lines: [
        act, "<table><tr><td>27 декабря 2019 года</td><td>№ 58/246-VI</td><td>город Семей</td></tr></table>",
        title,
      ],
      number: "58/246-VI"),
    Head(
      testDescription: "от", lines: [act, "<p>от 27 декабря 2019 года № 58/246-VI</p>", title],
      number: "58/246-VI"),
    Head(
      testDescription: "number beside the act",
      lines: [centred("РЕШЕНИЕ № 58-246"), "<p>27 декабря 2019 года</p>", "<p>г. Семей</p>", title],
      number: "58-246"),
    Head(
      testDescription: "lines of one thing each",
      lines: [act, "<p>27 декабря 2019 г.</p>", "<p>№ 58-246</p>", "<p>г. Семей</p>", title],
      number: "58-246", notes: 2),
    Head(
      testDescription: "village and N",
      lines: [act, "<p>село Караул, 27 декабря 2019 г. N 58/246</p>", title], number: "58/246"),
    Head(
      testDescription: "above the act", lines: ["<p>№ 58/246-VI от 27 декабря 2019 года</p>", act, title],
      number: "58/246-VI"),
    Head(
      testDescription: "in one heading with the subject",
      lines: [centred("РЕШЕНИЕ от 27 декабря 2019 года № 58/246-VI О бюджете города Семей")],
      number: "58/246-VI", notes: 0),
    Head(
      testDescription: "the title cites another act",
      lines: [
        act, centred("О внесении изменений в решение маслихата от 5 мая 2018 года № 22/100"),
        "<p>27 декабря 2019 года № 58/246-VI</p>",
      ],
      number: "58/246-VI"),
    Head(
      testDescription: "only the title has a number",
      lines: [
        act, "<p>27 декабря 2019 года</p>", centred("О внесении изменений в решение № 22/100 «О налогах»"),
      ], number: nil),
    Head(
      testDescription: "register's number",
      lines: [
        act, "<p>Зарегистрировано Департаментом юстиции 15 января 2020 года № 6712</p>", "<p>№ 58/246-VI</p>",
        title,
      ],
      number: "58/246-VI", date: nil),
    Head(testDescription: "no number", lines: [act, title], number: nil, date: nil, notes: 0),
  ]

  static let kazakhHeads = [
    Head(
      testDescription: "one line",
      lines: [actInKazakh, "<p>2019 жылғы 27 желтоқсан № 58-246</p>", titleInKazakh], number: "58-246"),
    Head(
      testDescription: "cells",
      lines: [
        actInKazakh,
        "<table><tr><td>2019 жылғы 27 желтоқсан</td><td>№ 58-246</td><td>Семей қаласы</td></tr></table>",
        titleInKazakh,
      ],
      number: "58-246"),
    Head(
      testDescription: "number beside the act",
      lines: [centred("ШЕШІМ № 58-246"), "<p>2019 жылғы 27 желтоқсан, Семей қаласы</p>", titleInKazakh],
      number: "58-246"),
    Head(
      testDescription: "figures",
      lines: [actInKazakh, "<p>Қарауыл ауылы</p>", "<p>27.12.2019 ж. №58-246</p>", titleInKazakh],
      number: "58-246"),
    Head(
      testDescription: "number above the day",
      lines: [actInKazakh, "<p>№ 58-246</p>", "<p>2019 ж. 27 желтоқсан</p>", titleInKazakh], number: "58-246",
      notes: 2),
    Head(
      testDescription: "the title cites another act",
      lines: [
        actInKazakh,
        centred("«Салық туралы» 2018 жылғы 5 мамырдағы № 22-100 шешіміне өзгерістер енгізу туралы"),
        "<p>2019 жылғы 27 желтоқсан № 58-246</p>",
      ],
      number: "58-246"),
  ]

  @Test(arguments: russianHeads) func russianHead(_ head: Head) throws {
    check(try russian(head.lines), head)
  }

  @Test(arguments: kazakhHeads) func kazakhHead(_ head: Head) throws { check(try kazakh(head.lines), head) }

  private func check(_ document: Document, _ head: Head) {
    #expect(document.metadata.kind == .decision)
    #expect(document.metadata.decisionNumber == head.number)
    #expect(document.metadata.date == head.date)
    #expect(document.passages.count { $0.role == .note } == head.notes)
  }

  // MARK: The session that decides

  @Test(
    arguments: [
      ("В соответствии с Бюджетным кодексом XLV сессия маслихата города Семей VI созыва РЕШИЛА:", 45, 6),
      ("В соответствии с пунктом 3 сорок пятая сессия маслихата города Семей РЕШИЛА:", 45, nil),
      ("Рассмотрев решение XII сессии, маслихат города Семей РЕШИЛ:", nil, nil),
      ("На основании решения постоянной комиссии маслихат города Семей РЕШИЛ:", nil, nil),
    ] as [(String, Int?, Int?)])
  func sessionDecides(_ preamble: String, _ session: Int?, _ convocation: Int?) throws {
    let metadata = try russian([Self.act, "<p>№ 58-246</p>", Self.title], preamble: preamble).metadata
    #expect(metadata.session == session)
    #expect(metadata.convocation == convocation)
  }

  @Test(
    arguments: [
      ("Бюджет кодексіне сәйкес, VI шақырылған Семей қаласы мәслихатының LVIII сессиясы ШЕШТІ:", 58, 6),
      ("Мәслихаттың XII сессиясында бекітілген жоспарға сәйкес Семей қаласының мәслихаты ШЕШТІ:", nil, nil),
    ] as [(String, Int?, Int?)])
  func sessionDecidesInKazakh(_ preamble: String, _ session: Int?, _ convocation: Int?) throws {
    let metadata = try kazakh([Self.actInKazakh, "<p>№ 58-246</p>", Self.titleInKazakh], preamble: preamble)
      .metadata
    #expect(metadata.session == session)
    #expect(metadata.convocation == convocation)
  }

  @Test func sessionHeadsTheDecision() throws {
    let lines = [
      Self.act, Self.centred("XLV сессия маслихата города Семей VI созыва"), "<p>№ 58-246</p>", Self.title,
    ]
    #expect(try russian(lines).metadata.session == 45)
  }

  // MARK: Joint acts

  @Test(
    arguments: [
      (
        "ПОСТАНОВЛЕНИЕ акимата Южно-Казахстанской области от 29 марта 2012 года № 97 и РЕШЕНИЕ Южно-Казахстанского областного маслихата от 29 марта 2012 года № 2/24-V",
        "2/24-V"
      ),
      (
        "Решение Южно-Казахстанского областного маслихата от 29 марта 2012 года № 2/24-V и постановление акимата Южно-Казахстанской области от 29 марта 2012 года № 97",
        "2/24-V"
      ),
      (
        "Совместное постановление акимата Карагандинской области и решение Карагандинского областного маслихата от 5 мая 2015 года № 24/01 и № 390",
        "390"
      ),
      (
        "Совместное решение Карагандинского областного маслихата и постановление акимата Карагандинской области от 5 мая 2015 года № 390 и № 24/01",
        "390"
      ),
      (
        "Оңтүстік Қазақстан облысы әкімдігінің 2012 жылғы 29 наурыздағы № 97 қаулысы және Оңтүстік Қазақстан облыстық мәслихатының 2012 жылғы 29 наурыздағы № 2/24-V шешімі",
        "2/24-V"
      ),
      (
        "Қарағанды облыстық мәслихатының 2015 жылғы 5 мамырдағы № 390 шешімі және Қарағанды облысы әкімдігінің 2015 жылғы 5 мамырдағы № 24/01 қаулысы",
        "390"
      ),
      (
        "Қарағанды облысы әкімдігі мен Қарағанды облыстық мәслихатының 2015 жылғы 5 мамырдағы № 24/01 және № 390 бірлескен қаулысы мен шешімі",
        "390"
      ),
    ])
  func councilsNumberOfJointAct(_ requisites: String, _ number: String) throws {
    for head in ["<p>\(requisites)</p>", Self.centred(requisites)] {
      let metadata = try russian([head, Self.title]).metadata
      #expect(metadata.decisionNumber == number)
      #expect(
        metadata.body?.contains("областной маслихат") == true
          || metadata.body?.contains("облыстық мәслихаты") == true)
    }
  }

  // MARK: Days of news

  @Test(
    arguments: [
      ("<p>22.01.2024</p>", "19 января прошла сессия маслихата города Семей.", "2024-01-19"),
      (
        "<p>22 января 2024 года</p>", "Сегодня, 19 января, прошла сессия маслихата города Семей.",
        "2024-01-19"
      ),
      ("<p>22.01.2024</p>", "Бүгін, 19 қаңтарда Семей қаласы мәслихатының сессиясы өтті.", "2024-01-19"),
      ("<p>22.01.2024</p>", "Сегодня прошла сессия маслихата города Семей.", "2024-01-22"),
      ("<p>22.01.2024</p>", "Вчера, 21 января, прошла сессия маслихата города Семей.", "2024-01-21"),
      (
        "<p>Бүгін: 12.02.2024 USD: 376.4</p>",
        "2024 жылғы 19 қаңтарда Семей қаласы мәслихатының сессиясы өтті.", "2024-01-19"
      ),
      ("<p>Сегодня: 22.01.2024, понедельник</p>", "Прошла сессия маслихата города Семей.", nil),
    ] as [(String, String, String?)])
  func dayOfNews(_ line: String, _ lead: String, _ date: String?) throws {
    let lead = "<p>\(lead) Депутаты рассмотрели исполнение бюджета и подготовку к зиме.</p>"
    for title in ["<title>Новости</title>", ""] {
      let page = "<html>\(title)<body><h1>Сессия маслихата</h1>\(line)\(lead)\(lead)</body></html>"
      let document = try #require(try Ingester().documents(of: Array(page.utf8), path: "page.html").first)
      #expect(document.metadata.date == date)
    }
  }

  // MARK: Names

  @Test(
    arguments: [
      "Маслихат района имени Габита Мусрепова: отчет председателя",
      "Отчет председателя маслихата района им. Габита Мусрепова",
    ])
  func placeNamedAfterAPersonIsNoChair(_ title: String) throws {
    let page =
      "<title>т</title><h1>Протокол публичных слушаний</h1><p>\(title)</p><p>Жители задали вопросы о дорогах и воде.</p>"
    let document = try #require(try Ingester().documents(of: Array(page.utf8), path: "page.html").first)
    #expect(document.metadata.chair == nil)
  }

  @Test(
    arguments: [
      ("Асхат Шакәрімов,<br>аудандық мәслихаттың төрағасы", "Асхат Шакәрімов"),
      ("А. Шакаримов, председатель районного маслихата", "А. Шакаримов"),
    ])
  func nameBeforeTheOfficeSigns(_ signature: String, _ chair: String) throws {
    let page =
      "<title>т</title><h1>Аудандық мәслихат төрағасының есебі</h1><p>2024 жылы 14 сессия өтті, 112 шешім қабылданды.</p>"
      + "<p>Барлығы 9 сауал жолданды, жауаптардың екеуі кешікті.</p><p>\(signature)</p>"
    let document = try #require(try Ingester().documents(of: Array(page.utf8), path: "page.html").first)
    #expect(document.passages.last?.role == .signature)
    #expect(document.metadata.chair == chair)
  }

  @Test func ruralDistrictWithAHyphen() {
    let body = BodyParser().body(in: "Ақсу-Аюлы ауылдық округінің жергілікті қоғамдастық жиналысы")
    #expect(body?.text == "Ақсу-Аюлы ауылдық округінің жергілікті қоғамдастық жиналысы")
  }
}
