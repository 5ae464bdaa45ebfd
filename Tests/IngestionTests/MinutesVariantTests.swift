import Testing

@testable import Ingestion

/// The many ways in which minutes are set and written, a document of few lines each, beside others that look alike and
/// are something else.
struct MinutesVariantTests {
  /// A passage a line, `role|speaker|text`: what is expected of the lines of `lines`, an element each.
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    /// A line's text; one that begins with `<` is mark-up as it stands.
    var lines: [String]
    var kind: Metadata.Kind = .protocol
    var agendaItems: Int?
    var votes: [[Int]]?
    /// `n role speaker` of passages, from 1; `-` for no speaker.
    var expected: [String] = []
    var testDescription: String { name }

    func document() throws -> Document {
      let html = lines.map { $0.hasPrefix("<") ? $0 : "<p>\($0)</p>" }.joined(separator: "\n")
      return try #require(try Ingester().documents(of: Array(html.utf8), path: "page.html").first)
    }
  }

  @Test(arguments: kinds + agendas + labels + turns + heard + votes)
  func document(_ row: Row) throws {
    let document = try row.document()
    #expect(document.metadata.kind == row.kind)
    if let items = row.agendaItems { #expect(document.metadata.agendaItems == items) }
    if let votes = row.votes {
      let found = document.metadata.votes.map { [$0.item, $0.inFavour, $0.against, $0.abstained] }
      #expect(found == votes)
    }
    for line in row.expected {
      let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
      let passage = try #require(Int(parts[0]).flatMap { document.passages[safe: $0 - 1] })
      #expect(passage.role.rawValue == parts[1], "\(line)")
      #expect(passage.speaker ?? "-" == parts[2], "\(line)")
    }
  }

  // MARK: The kind, by the title's words

  static let title = "Протокол V очередной сессии маслихата города Семей VIII созыва"
  static let kazakhTitle = "Семей қаласы мәслихатының VIII шақырылған V сессиясының хаттамасы"
  static let centred = "<p align=\"center\"><b>\(title)</b></p>"
  static let agenda = ["<p><b>Повестка дня:</b></p>", "1. О бюджете.", "2. О пастбищах."]
  static let kazakhAgenda = ["<p><b>Күн тәртібі:</b></p>", "1. Бюджет туралы.", "2. Жайылым туралы."]

  static let kinds = [
    Row(name: "title as plain paragraph", lines: [title, "30 мая 2024 года"], expected: ["1 heading -"]),
    Row(name: "title in a plain div", lines: ["<div class=\"t\">\(title)</div>", "<div>г. Семей</div>"]),
    Row(
      name: "shorthand minutes",
      lines: ["Стенографический протокол ХХІІІ сессии маслихата города Семей", "30 мая 2024 года"]),
    Row(
      name: "title below the place", lines: ["г. Семей", title, "30 мая 2024 года"], expected: ["2 heading -"]
    ),
    Row(name: "number alone", lines: ["Протокол № 5", "сессии районного маслихата", "Кворум имеется."]),
    Row(name: "kk, plain paragraph", lines: [kazakhTitle, "2024 жылғы 30 мамыр"], expected: ["1 heading -"]),
    Row(
      name: "kk, number after the noun",
      lines: ["Аудандық мәслихат сессиясының хаттамасы № 6", "Арал қаласы"]),
    Row(
      name: "kk, letters apart", lines: ["<p align=\"center\"><b>Х А Т Т А М А</b></p>", "Аудандық мәслихат"]),
    Row(
      name: "of a hearing, plain",
      lines: ["Протокол публичных слушаний по тарифу на воду", "14 апреля 2022 года"],
      kind: .hearing),
    Row(
      name: "news: minutes were published",
      lines: ["Протокол сессии маслихата опубликован на сайте", "Вчера депутаты приняли бюджет."], kind: .news
    ),
    Row(
      name: "news: a sentence names minutes",
      lines: ["Депутаты маслихата собрались вчера.", "Протокол сессии подписал председатель."], kind: .news),
    Row(
      name: "news: minutes kept", lines: ["Протокол сессии маслихата хранится в архиве", "Прошла сессия."],
      kind: .news),
    Row(
      name: "news, kk: minutes signed",
      lines: ["Сессия хаттамасына қол қойылды", "Мәслихат депутаттары кеше жиналды."], kind: .news),
    Row(
      name: "news: a list of minutes",
      lines: ["Протоколы сессий маслихата", "Прошла сессия маслихата, принят бюджет."], kind: .news),
    Row(
      name: "news: attached minutes below prose",
      lines: [
        "Вчера в Семее прошла очередная сессия городского маслихата, приняты решения.",
        "Протокол V сессии маслихата города Семей",
      ], kind: .news),
    Row(
      name: "decision with letters apart",
      lines: [
        "О бюджете района", "Районный маслихат", "<p align=\"center\">Р Е Ш И Л:</p>", "1. Утвердить бюджет.",
      ],
      kind: .decision, expected: ["4 resolution -"]),
    Row(
      name: "decision, kk, letters apart",
      lines: [
        "Бюджет туралы", "Аудандық мәслихат", "<p align=\"center\">Ш Е Ш Т І :</p>", "1. Бюджет бекітілсін.",
      ],
      kind: .decision, expected: ["4 resolution -"]),
  ]

  // MARK: Agendas

  private static func bold(_ text: String) -> String { "<p align=\"center\"><b>\(text)</b></p>" }

  static let agendas = [
    Row(
      name: "region above the title", lines: [bold("Область Абай"), centred] + agenda, agendaItems: 2,
      expected: ["4 agenda -", "5 agenda -"]),
    Row(
      name: "republic above, number and date below",
      lines: [bold("ҚАЗАҚСТАН РЕСПУБЛИКАСЫ"), centred, bold("№ 5"), bold("30 мая 2024 года")] + agenda,
      agendaItems: 2, expected: ["6 agenda -", "7 agenda -"]),
    Row(
      name: "place below, then who was present",
      lines: [centred, bold("г. Семей"), "Присутствовали: 15 депутатов."] + agenda, agendaItems: 2,
      expected: ["3 attendance -", "5 agenda -"]),
    Row(
      name: "kk, place and date in bold",
      lines: [bold(kazakhTitle), bold("Семей қаласы"), bold("2024 жылғы 30 мамыр")] + kazakhAgenda,
      agendaItems: 2, expected: ["5 agenda -"]),
    Row(
      name: "no agenda, place in bold, then numbered headings",
      lines: [centred, bold("г. Семей"), bold("1. О бюджете"), "Ким Л.А.: Начнём.", bold("2. О пастбищах")],
      agendaItems: 2),
    Row(
      name: "order of the day",
      lines: [centred, bold("ПОРЯДОК ДНЯ"), "1. О бюджете.", "2. О пастбищах."], agendaItems: 2,
      expected: ["2 heading -", "3 agenda -"]),
    Row(
      name: "order of the day, plain",
      lines: [centred, "Порядок дня:", "О бюджете", "О пастбищах", "Разное"], agendaItems: 3),
    Row(
      name: "one item in the line of its heading",
      lines: [centred, "Повестка: Об отчёте акима.", "Ким Л.А.: Прошу слова."], agendaItems: 1,
      expected: ["2 agenda -"]),
    Row(
      name: "rows of a table",
      lines: [
        centred, "Повестка дня:",
        "<table><tr><td>1</td><td>О бюджете</td></tr><tr><td>2</td><td>О пастбищах</td></tr></table>",
      ], agendaItems: 2, expected: ["3 agenda -", "4 agenda -"]),
    Row(
      name: "kk, rows of a table with a header",
      lines: [
        bold(kazakhTitle), "Күн тәртібі:",
        """
        <table><tr><th>№</th><th>Атауы</th><th>Баяндамашы</th></tr><tr><td>1</td><td>Бюджет туралы</td>\
        <td>Ж. Сәрсенов</td></tr><tr><td>2</td><td>Су туралы</td><td>А. Қасымов</td></tr></table>
        """,
      ], agendaItems: 2),
    Row(
      name: "letters apart", lines: [centred, bold("П О В Е С Т К А Д Н Я"), "1. О бюджете.", "2. О воде."],
      agendaItems: 2),
    Row(
      name: "kk, letters apart",
      lines: [bold(kazakhTitle), bold("К Ү Н Т Ә Р Т І Б І"), "1. Бюджет туралы."],
      agendaItems: 1),
    Row(
      name: "initials that look roman",
      lines: [centred] + agenda + ["С. Ахметов, депутат: Начнём работу.", "Х. Бекова: Согласна."],
      agendaItems: 2, expected: ["5 speech С. Ахметов", "6 speech Х. Бекова"]),
    Row(
      name: "kk, initials that look roman",
      lines: [bold(kazakhTitle)] + kazakhAgenda + [
        "І. Сәрсенов (депутат): Бастайық.", "Х. Бекова: Келісемін.",
      ],
      agendaItems: 2, expected: ["5 speech І. Сәрсенов", "6 speech Х. Бекова"]),
    Row(
      name: "a real roman agenda",
      lines: [centred, "<p><b>Повестка дня:</b></p>", "І. О бюджете", "ІІ. О пастбищах", "ІІІ. Разное"],
      agendaItems: 3),
    Row(
      name: "of a hearing, called its questions",
      lines: [
        bold("Протокол общественных слушаний"), "<p><b>Вопросы слушаний:</b></p>",
        "<ol><li>Перевод котельных на газ.</li>",
        "<li>Маршрут автобуса.</li></ol>",
      ], kind: .hearing, agendaItems: 2, expected: ["3 agenda -", "4 agenda -"]),
    Row(
      name: "counted by who opens the sitting",
      lines: [
        centred,
        "Матаев Ж., председатель. На рассмотрение вносятся два вопроса: о порте и о больнице. Повестка принимается.",
        "По первому вопросу слово имеет аким.",
      ], agendaItems: 2),
    Row(
      name: "announcement with an agenda",
      lines: [
        "<h1>О созыве сессии районного маслихата</h1>", "Сессия состоится 5 мая.", "Повестка дня:",
        "1. О бюджете.",
        "2. О пастбищах.", "Явка депутатов обязательна.",
      ], kind: .news, agendaItems: 2),
    Row(
      name: "announcement, kk",
      lines: [
        "<h1>Мәслихат сессиясын шақыру туралы</h1>", "Сессия қарауына мынадай мәселелер енгізіледі:",
        "- «Бюджет туралы»;", "- «Жайылым туралы»;", "- Әртүрлі.",
      ], kind: .news, agendaItems: 3),
    Row(
      name: "news without an agenda",
      lines: ["<h1>Депутаты маслихата обсудили воду</h1>", "На сессии говорили о воде.", "1. Пункт первый."],
      kind: .news, agendaItems: 0),
  ]
}
