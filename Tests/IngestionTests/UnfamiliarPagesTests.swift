import Testing

@testable import Ingestion

/// Pages as other sites write them: old programs, exported files, preformatted text, unusual numbering and votes.
struct UnfamiliarPagesTests {
  private func document(_ html: String) throws -> Document {
    let page = "<html><head><meta charset=utf-8>" + html + "</html>"
    return try #require(try Ingester().documents(of: Array(page.utf8), path: "page.html").first)
  }

  /// Role, agenda item and speaker of every passage, with the beginning of its text.
  private func outline(_ document: Document) -> [String] {
    document.passages.map { passage in
      let parts = [passage.role.rawValue, passage.agendaItem.map(String.init), passage.speaker]
      return parts.compactMap { $0 }.joined(separator: " ") + ": " + document.string(of: passage).prefix(24)
    }
  }

  // MARK: What pages tell programs

  static let article =
    "<body><h1>Депутаты проверили школы</h1><p>Депутаты маслихата города Семей побывали в трех сельских школах.</p></body>"

  static let announcements: [(name: String, head: String, date: String?, issues: [String])] = [
    ("nothing", "<title>Новости</title>", nil, []),
    (
      "Open Graph",
      "<meta property='article:published_time' content='2023-09-05T11:00:00+06:00'><meta property='og:title' content='Депутаты проверили школы - Семей'>",
      "2023-09-05", []
    ),
    ("Dublin Core", "<meta name='DC.date' content='05.09.2023'>", "2023-09-05", []),
    (
      "JSON-LD",
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Депутаты проверили школы\",\"datePublished\":\"2023-09-05\"}</script>",
      "2023-09-05", []
    ),
    (
      "JSON-LD as a graph",
      "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"Семей\"},{\"datePublished\":\"2023-09-05T08:00:00Z\"}]}</script>",
      "2023-09-05", []
    ),
    ("broken JSON-LD", "<script type='application/ld+json'>{\"datePublished\":</script>", nil, []),
    ("no day", "<meta property='article:published_time' content='вчера'>", nil, []),
    ("another title", "<meta property='og:title' content='Рейд по селам'>", nil, ["title-disagrees"]),
  ]

  @Test(arguments: announcements)
  func announcement(_ row: (name: String, head: String, date: String?, issues: [String])) throws {
    let document = try document(row.head + "</head>" + Self.article)
    #expect(document.metadata.date == row.date, "\(row.name)")
    #expect(document.metadata.title == "Депутаты проверили школы", "\(row.name)")
    #expect(document.issues.map(\.id) == row.issues, "\(row.name)")
  }

  /// The day that readers see stands; the other is named, unless a time zone may lie between them.
  @Test(arguments: [("2023-09-05", []), ("2023-09-06", []), ("2023-10-01", ["publication-disagrees"])])
  func shownDateStands(_ hidden: String, _ issues: [String]) throws {
    let document = try document(
      "<meta property='article:published_time' content='\(hidden)'></head>"
        + "<body><h1>Депутаты проверили школы</h1><time datetime='2023-09-05'>5 қыркүйек</time>"
        + "<p>Депутаты маслихата города Семей побывали в трех сельских школах.</p></body>")
    #expect(document.metadata.date == "2023-09-05")
    #expect(document.issues.map(\.id) == issues)
  }

  // MARK: Frames

  /// A heading that links to the front page is the site's name, wherever it leads from.
  @Test(arguments: ["/", "/index.php", "./", "/ru/", "http://ulan.example", "https://ulan.example/"])
  func siteNameIsNoTitle(_ target: String) throws {
    let document = try document(
      """
      <title>Состоялась сессия маслихата</title></head><body><div><h1><a href="\(target)">Маслихат района</a></h1></div>
      <table><tr><td class="contentheading">Состоялась сессия маслихата</td></tr><tr><td><p>14 ноября 2013 года состоялась
      очередная XX сессия Уланского районного маслихата пятого созыва, депутаты утвердили бюджет.</p></td></tr></table></body>
      """)
    #expect(document.metadata.title == "Состоялась сессия маслихата")
    #expect(document.losses.lost[.chrome] == 14)
  }

  @Test func headingThatLinksElsewhereIsTheTitle() throws {
    let document = try document(
      """
      <title>Сайт</title></head><body><h1><a href="/news/12">Состоялась сессия маслихата</a></h1><p>14 ноября 2013 года
      состоялась очередная XX сессия Уланского районного маслихата пятого созыва.</p></body>
      """)
    #expect(document.metadata.title == "Состоялась сессия маслихата")
  }

  /// A content API's answer in an old encoding, saved under any name.
  @Test func recordsInCodePages() throws {
    let text = """
      [{"title": "Итоги сессии", "created_date": "2019-04-09", "body": "<p>Депутаты городского маслихата утвердили бюджет.</p>"}]
      """
    let page = try #require(TextEncoding.windows1251.codePage)
    let bytes = text.unicodeScalars.map { scalar in
      UInt8(page.scalars.firstIndex { UInt32($0) == scalar.value } ?? 0x3f)
    }
    let document = try #require(try Ingester().documents(of: bytes, path: "answer.txt").first)
    #expect(
      document.passages.map { document.string(of: $0) } == ["Депутаты городского маслихата утвердили бюджет."]
    )
    #expect(document.metadata.title == "Итоги сессии" && document.metadata.date == "2019-04-09")
  }

  // MARK: Minutes

  @Test func preformattedMinutes() throws {
    let document = try document(
      """
      <title>protokol</title></head><body><pre>
                               ПРОТОКОЛ № 7
            очередной сессии Жарминского районного маслихата

                              ПОВЕСТКА ДНЯ:
      1. О ходе исполнения программы развития
         агропромышленного комплекса района.
      2. О присвоении наименований улицам
         села Калбатау.

      СЛУШАЛИ: Ахметова Б.С., начальника отдела сельского хозяйства.
      За 2014 год в районе произведено продукции на сумму 14,2 млрд.
      тенге, что на 4,1 процента больше уровня прошлого года, несмотря
      на засуху в южных сельских округах.
      </pre></body>
      """)
    #expect(
      outline(document) == [
        "heading: ПРОТОКОЛ № 7", "body: очередной сессии Жарминс", "heading: ПОВЕСТКА ДНЯ:",
        "agenda: 1. О ходе исполнения про", "agenda: 2. О присвоении наименов",
        "report 1 Ахметов Б.С.: СЛУШАЛИ: Ахметова Б.С., ", "report 1 Ахметов Б.С.: За 2014 год в районе про",
      ])
    #expect(document.metadata.kind == .protocol && document.metadata.agendaItems == 2)
  }

  @Test func partsOfItemsAreNoItems() throws {
    let document = try document(
      """
      </head><body><h2>Протокол VII сессии Актюбинского областного маслихата</h2><p><b>Повестка дня</b></p><p>1. О бюджете</p>
      <p>1.1. Об областном бюджете</p><p>1.2 О плане развития</p><p>2. Организационные вопросы</p><p><b>1. О бюджете</b></p>
      <p>1.1. Слушали: Алимова А.К. – руководителя управления финансов.</p><p>Выступил: Сагындыков Б.А. – депутат. Согласен.</p>
      </body>
      """)
    #expect(
      outline(document).dropFirst(2) == [
        "agenda: 1. О бюджете", "agenda: 1.1. Об областном бюджет", "agenda: 1.2 О плане развития",
        "agenda: 2. Организационные вопро", "heading 1: 1. О бюджете",
        "report 1 Алимов А.К.: 1.1. Слушали: Алимова А.",
        "speech 1 Сагындыков Б.А.: Выступил: Сагындыков Б.А",
      ])
    #expect(document.metadata.agendaItems == 2)
  }

  @Test func nestedListsAreNoItems() throws {
    let document = try document(
      """
      </head><body><h1>Протокол собрания местного сообщества</h1><p>Повестка:</p><ol><li>Бюджет округа</li>
      <li>Благоустройство:<ul><li>освещение улиц</li><li>вывоз мусора</li></ul></li></ol><p>По первому вопросу выступил аким.</p>
      </body>
      """)
    #expect(document.metadata.agendaItems == 2)
    #expect(document.passages.filter { $0.role == .agenda }.count == 4)
  }

  static let votes: [(name: String, lines: [String], vote: [Int])] = [
    ("dashes", ["– «за» – 21;", "– «против» – нет;", "– «воздержались» – 1."], [21, 0, 1]),
    ("colons", ["— за: 45", "— против: 1", "— воздержались: 2"], [45, 1, 2]),
    ("Kazakh", ["- жақтап – 15", "- қарсы – 2", "- қалыс – жоқ"], [15, 2, 0]),
    ("one line", ["за – 12, против – 3, воздержались – 1"], [12, 3, 1]),
  ]

  @Test(arguments: votes) func votesOnLines(_ row: (name: String, lines: [String], vote: [Int])) throws {
    let lines = row.lines.map { "<p>\($0)</p>" }.joined()
    let document = try document(
      "</head><body><h1>Протокол сессии маслихата</h1><p>СЛУШАЛИ: Омарова Д.С., руководителя управления.</p>"
        + "<p>ГОЛОСОВАЛИ:</p>\(lines)<p>РЕШИЛИ: принять к сведению.</p></body>")
    let expected = Metadata.Vote(item: 1, inFavour: row.vote[0], against: row.vote[1], abstained: row.vote[2])
    #expect(document.metadata.votes == [expected], "\(row.name)")
    #expect(document.passages.filter { $0.role == .vote }.count == row.lines.count, "\(row.name)")
  }

  /// Labels of speakers on lines of their own begin what follows.
  @Test func labelsOnTheirOwnLines() throws {
    let document = try document(
      """
      </head><body><h1>Алматы облыстық мәслихатының сессиясының стенограммасы</h1><dl>
      <dt>М.ҚОЖАБЕРГЕНОВ (облыстық денсаулық сақтау басқармасының басшысы):</dt><dd>Облыста 1200 төсек-орын дайындалды.</dd>
      <dt>Депутат Ж.Омаров:</dt><dd>Дәрігерлерге үстемақы төлене ме?</dd></dl></body>
      """)
    #expect(document.passages.dropFirst().map(\.speaker) == ["М.ҚОЖАБЕРГЕНОВ", "Ж.Омаров"])
    let label = "М.ҚОЖАБЕРГЕНОВ(облыстықденсаулықсақтаубасқармасыныңбасшысы):ДепутатЖ.Омаров:"
    #expect(document.losses.lost == [.speakerLabel: label.unicodeScalars.count])
  }

  /// In news a label before a dash is that of a speaker; before anything else it may be a list's.
  @Test(
    arguments: [
      ("Бауржан СУЛЕЙМЕНОВ, депутат: – Расчёт мы ждём с апреля.", "Бауржан СУЛЕЙМЕНОВ"),
      ("Аудан басшысы Бинәлі Ысқақ: – Халық қолдады.", "Бинәлі Ысқақ"),
      ("Бауржан Сулейменов, депутат: округ № 7, избран в марте.", nil), ("Итог: – 15 вопросов.", nil),
    ] as [(String, String?)])
  func labelBeforeADash(line: String, speaker: String?) throws {
    let document = try document(
      "</head><body><h1>Прошла сессия маслихата</h1><p>Депутаты собрались утром в зале акимата.</p><p>\(line)</p></body>"
    )
    #expect(document.metadata.kind == .news)
    #expect(document.metadata.speakers == [speaker].compactMap { $0 })
    #expect(document.passages.last?.role == (speaker == nil ? .body : .speech))
  }

  /// The last person of the sentence before a colon says what is quoted; titles in quotation marks nobody says.
  @Test(
    arguments: [
      (
        "Её поддержал Серик Жапаров: «Пока нет отчёта за прошлый сезон, обсуждать тариф рано».",
        "Серик Жапаров"
      ),
      ("Закрывая встречу, Б. Шингисов сказал: «Село ждёт воды уже третий год подряд».", "Б. Шингисов"),
      ("Серик Жапаров назвал программу: «Ауыл – ел бесігі».", nil),
      ("Выступил Серик Жапаров. На стене висит лозунг: «Вода – это жизнь для всех нас».", nil),
    ] as [(String, String?)])
  func quotationAfterAColon(line: String, speaker: String?) throws {
    let document = try document(
      "</head><body><h1>Прошла сессия маслихата</h1><p>Депутаты собрались утром в зале акимата.</p><p>\(line)</p></body>"
    )
    #expect(document.metadata.speakers == [speaker].compactMap { $0 })
  }

  /// The name of who signed stands below an office that names its place.
  @Test func signatureInTwoDivisions() throws {
    let document = try document(
      """
      </head><body><h1>Шығындарды өтеу туралы</h1>
      <p>Маңғыстау облысы Қарақия аудандық мәслихатының 2024 жылғы 15 тамыздағы № 14/137 шешімі</p>
      <p>Қарақия аудандық мәслихаты ШЕШІМ ҚАБЫЛДАДЫ:</p><p>1. Шығындарды өтеу мөлшері бекітілсін.</p>
      <div>Қарақия аудандық мәслихатының төрағасы</div><div>Т. Жаңбыршы</div></body>
      """)
    #expect(document.metadata.chair == "Т. Жаңбыршы")
    #expect(document.passages.suffix(2).map(\.role) == [.signature, .signature])
  }

  /// Reports of akims name no council: the place is whose akim it is.
  @Test(
    arguments: [
      ("Абай облысы Аягөз ауданы әкімінің 2024 жылғы есебі", "KZ-10", "district", "103600000"),
      ("Отчёт акима Аягозского района об итогах 2024 года", "KZ-10", "district", "103600000"),
      ("Отчёт акима города Балхаш перед населением", "KZ-35", "city", "351600000"),
      ("Отчёт акима Карагандинской области", "KZ-35", "oblast", nil),
    ] as [(String, String, String, String?)])
  func placeOfAnAkimsReport(title: String, region: String, level: String, district: String?) throws {
    let document = try document(
      "</head><body><h1>\(title)</h1><p>30.01.2025</p><p>За год выросли доходы и построены дороги.</p></body>"
    )
    #expect(document.metadata.region == region)
    #expect(document.metadata.level?.rawValue == level)
    #expect(document.metadata.district == district)
    #expect(document.metadata.body == nil)
  }

  /// The day of a report is that on which it was heard, not that of its publication.
  @Test(
    arguments: [
      ("Отчёт заслушан на заседании комиссии 12 января 2024 года.", "2024-01-12"),
      ("Комиссияның есебі 2024 жылғы 12 қаңтардағы отырыста мақұлданды.", "2024-01-12"),
      ("Ближайший приём граждан – 12 февраля 2024 года.", "2024-01-20"),
    ])
  func dayOfAReport(line: String, date: String) throws {
    let body = String(
      repeating: "<p>Проведено одиннадцать заседаний, рассмотрено тридцать вопросов.</p>", count: 8)
    let document = try document(
      "<title>Отчёт</title></head><body><h1>Отчёт комиссии районного маслихата</h1><p>20.01.2024</p>\(body)<p>\(line)</p></body>"
    )
    #expect(document.metadata.kind == .report)
    #expect(document.metadata.date == date)
  }

  /// A rubric and the words below a picture stand before the lead and are none.
  @Test func dayOfALeadBelowAPicture() throws {
    let document = try document(
      """
      <title>Газет</title></head><body><div>Саясат</div><h1>Облыс депутаттары нені талқылады?</h1><div>25 сәуір, 2025 · Оқу уақыты: 4 минут · Көрілім: 731</div>
      <p>Суретті Марат Асқаров түсірген</p><p>Газет тілшісінен</p>
      <p>Кеше Жамбыл облыстық мәслихатының кезекті он тоғызыншы сессиясы болып, облыс бюджеті қаралды.</p></body>
      """)
    #expect(document.metadata.date == "2025-04-24")
    #expect(!document.passages.contains { document.string(of: $0) == "Саясат" })
  }

  @Test func questionsOfManySittingsAreNoAgenda() {
    #expect(AgendaCount.stated(in: "На сессии рассмотрено пять вопросов.") == 5)
    #expect(AgendaCount.stated(in: "Проведено 24 заседания, рассмотрено 87 вопросов.") == nil)
  }
  /// Whoever the account of a reception quotes speaks; what only begins with quotation marks does not.
  @Test(arguments: ["Отчёт о выездном приёме жителей", "Отчёт о работе депутата"])
  func quotedInAnAccount(title: String) throws {
    let document = try document(
      """
      </head><body><h1>\(title)</h1><p>Актауский городской маслихат, 11.04.2025 г.</p>
      <p>Депутаты провели выездной приём граждан в школе, на него пришли 84 человека.</p>
      <p>«Вода идёт два часа за ночь», — рассказала Айгуль Тасова.</p>
      <p>«Тазалық» бағдарламасы — сделано за год, осталось два двора.</p></body>
      """)
    #expect(document.metadata.kind != .news)
    #expect(document.passages.compactMap(\.speaker) == ["Айгуль Тасова"])
    #expect(document.passages.first { $0.speaker != nil }?.role == .speech)
  }

  /// A lead that counts the items before their list, with no word for the agenda.
  @Test func itemsBeforeAList() throws {
    let document = try document(
      """
      </head><body><h1>Депутаты уточнили бюджет</h1><p>Сегодня прошла XXIX сессия маслихата города Алматы.</p>
      <p>На рассмотрение депутатов было вынесено три вопроса:</p>
      <ul><li>уточнение бюджета;</li><li>правила помощи;</li><li>доклад совета.</li></ul></body>
      """)
    #expect(document.metadata.agendaItems == 3)
  }
}
