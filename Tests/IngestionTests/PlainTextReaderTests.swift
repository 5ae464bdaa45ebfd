import Foundation
import TestSupport
import Testing

@testable import Ingestion

struct PlainTextReaderTests {
  static let rows: [(name: String, text: String, blocks: [String], places: [String])] = [
    (
      "lines are paragraphs", "РЕШЕНИЕ\nО бюджете.\n1. Утвердить.\n2. Опубликовать.",
      ["РЕШЕНИЕ", "О бюджете.", "1. Утвердить.", "2. Опубликовать."],
      ["line(1)", "line(2)", "line(3)", "line(4)"]
    ),
    (
      "blank lines and CR LF", "Бірінші.\r\n\r\n\r\nЕкінші.\r\n", ["Бірінші.", "Екінші."],
      ["line(1)", "line(4)"]
    ),
    ("CR only", "Бірінші.\rЕкінші.", ["Бірінші.", "Екінші."], ["line(1)", "line(2)"]),
    (
      "soft wrap by a space at the end", "О бюджете города \nна 2026 год\nСледующая",
      ["О бюджете города на 2026 год", "Следующая"],
      ["line(1)", "line(2)", "line(3)"]
    ),
    (
      "a list in small letters", "поступления – 0 тенге; \nналоги – 5 тенге;",
      ["поступления – 0 тенге;", "налоги – 5 тенге;"],
      ["line(1)", "line(2)"]
    ),
    ("collapsing", "  Аудан\u{A0}\u{A0}әкі\u{AD}мі \t келді\u{200B}  ", ["Аудан әкімі келді"], ["line(1)"]),
    ("ornaments and copyright", "* * *\nМәтін 1\n----\n© 2024 Портал", ["Мәтін 1"], ["line(2)"]),
    (
      "hard wrapped",
      """
      Аудандық мәслихаттың кезекті сессиясы өтті, оған жиырма
      депутат қатысты. Күн тәртібінде бюджетті нақтылау және
      жол жөндеу мәселелері қаралды, есептер тыңдалды.
      Депутаттар ауыл жолдарының жайын сөз етіп, әкімдіктің
      алдына нақты тапсырмалар қойды.

      Екінші абзац осы жерден басталады да, бірнеше жолға
      созылады, сосын бітеді.
      """,
      [
        "Аудандық мәслихаттың кезекті сессиясы өтті, оған жиырма депутат қатысты. Күн тәртібінде бюджетті нақтылау және "
          + "жол жөндеу мәселелері қаралды, есептер тыңдалды. Депутаттар ауыл жолдарының жайын сөз етіп, әкімдіктің алдына "
          + "нақты тапсырмалар қойды.",
        "Екінші абзац осы жерден басталады да, бірнеше жолға созылады, сосын бітеді.",
      ], ["line(1)", "line(2)", "line(3)", "line(4)", "line(5)", "line(7)", "line(8)"]
    ),
    (
      "one sentence a line is not wrapped",
      """
      Бірінші депутат сөз сөйлеп, жолдың жайын айтты да отырды.
      Екінші депутат бюджетті сынап, қосымша қаржы сұрап отыр.
      Үшінші депутат мектептің жөнделмегенін айтып, шу көтерді.
      Төртінші депутат бәріне рахмет айтып, сөзін сол аяқтады.
      """,
      [
        "Бірінші депутат сөз сөйлеп, жолдың жайын айтты да отырды.",
        "Екінші депутат бюджетті сынап, қосымша қаржы сұрап отыр.",
        "Үшінші депутат мектептің жөнделмегенін айтып, шу көтерді.",
        "Төртінші депутат бәріне рахмет айтып, сөзін сол аяқтады.",
      ], ["line(1)", "line(2)", "line(3)", "line(4)"]
    ),
  ]

  @Test(arguments: rows) func paragraphs(
    _ row: (name: String, text: String, blocks: [String], places: [String])
  ) {
    let source = PlainTextReader.read(Array(row.text.utf8))
    #expect(source.blocks.map { String(decoding: source.text[$0.text], as: UTF8.self) } == row.blocks)
    #expect(source.segments.map { source.places.path(of: $0.node) } == row.places)
    checkSourceText(source, lines: lines(of: row.text), row.name)
  }

  static let decisions: [(name: String, text: String, blocks: [String])] = [
    (
      "Russian, everything there is",
      "О бюджете Тестовского района на 2026-2028 годы Решение Тестовского районного маслихата Павлодарской области от 25 декабря "
        + "2025 года № 12-34/ VIII Примечание ИЗПИ! Вводится в действие с 01.01.2026. В соответствии с Бюджетным кодексом "
        + "маслихат района РЕШИЛ: 1. Утвердить бюджет в объемах: 1) доходы – 10,5 тысяч тенге; 2) затраты – 11 тысяч тенге. "
        + "2. Настоящее решение вводится в действие с 1 января 2026 года. Председатель Тестовского районного маслихата Б. Ахметов "
        + "© 2012. РГП на ПХВ «Институт»",
      [
        "title/-: О бюджете Тестовского района на 2026-2028 годы",
        "paragraph/note: Решение Тестовского районного маслихата Павлодарской области от 25 декабря 2025 года № 12-34/ VIII",
        "paragraph/note: Примечание ИЗПИ! Вводится в действие с 01.01.2026.",
        "paragraph/-: В соответствии с Бюджетным кодексом маслихат района РЕШИЛ:",
        "listItem/resolution: 1. Утвердить бюджет в объемах:",
        "listItem/resolution: 1) доходы – 10,5 тысяч тенге;",
        "listItem/resolution: 2) затраты – 11 тысяч тенге.",
        "listItem/resolution: 2. Настоящее решение вводится в действие с 1 января 2026 года.",
        "paragraph/signature: Председатель Тестовского районного маслихата Б. Ахметов",
      ]
    ),
    (
      "Kazakh",
      "Сынақ ауданының бюджеті туралы Жамбыл облысы Сынақ аудандық мәслихатының 2025 жылғы 31 қазандағы № 33-4 шешімі Қазақстан "
        + "Республикасының Бюджет кодексіне сәйкес Сынақ аудандық мәслихаты ШЕШIМ ҚАБЫЛДАДЫ: 1. Бюджет бекітілсін. 2. Осы шешім "
        + "2026 жылғы 1 қаңтардан бастап қолданысқа енгізіледі. Сынақ аудандық мәслихатының төрағасы К. Олжас",
      [
        "title/-: Сынақ ауданының бюджеті туралы",
        "paragraph/note: Жамбыл облысы Сынақ аудандық мәслихатының 2025 жылғы 31 қазандағы № 33-4 шешімі",
        "paragraph/-: Қазақстан Республикасының Бюджет кодексіне сәйкес Сынақ аудандық мәслихаты ШЕШIМ ҚАБЫЛДАДЫ:",
        "listItem/resolution: 1. Бюджет бекітілсін.",
        "listItem/resolution: 2. Осы шешім 2026 жылғы 1 қаңтардан бастап қолданысқа енгізіледі.",
        "paragraph/signature: Сынақ аудандық мәслихатының төрағасы К. Олжас",
      ]
    ),
    (
      "a new wording with numbers of its own, two signers",
      "О внесении изменений Решение маслихата Тестовского района от 1 марта 2022 года № 5 На основании статьи 6 Закона маслихат "
        + "РЕШИЛ : 1. Внести изменения: «1. Утвердить состав. 2. Назначить главу.»; 2. Опубликовать решение. Председатель сессии А. "
        + "Иванов Секретарь маслихата Б. Петров",
      [
        "title/-: О внесении изменений",
        "paragraph/note: Решение маслихата Тестовского района от 1 марта 2022 года № 5",
        "paragraph/-: На основании статьи 6 Закона маслихат РЕШИЛ :",
        "listItem/resolution: 1. Внести изменения:",
        "listItem/resolution: «1. Утвердить состав.", "listItem/resolution: 2. Назначить главу.»;",
        "listItem/resolution: 2. Опубликовать решение.",
        "paragraph/signature: Председатель сессии А. Иванов",
        "paragraph/signature: Секретарь маслихата Б. Петров",
      ]
    ),
  ]

  @Test(arguments: decisions) func oneLineDecision(_ row: (name: String, text: String, blocks: [String])) {
    let source = PlainTextReader.read(Array(row.text.utf8))
    #expect(outline(source) == row.blocks)
    checkSourceText(source, lines: [row.text], row.name)
  }

  static let frames: [(name: String, text: String, blocks: [String])] = [
    (
      "title twice, office over two lines",
      """
      О бюджете города

      Решение Тестовского районного маслихата Павлодарской области от 18 марта 2026 года № 8С 37/3

      О бюджете города
      Маслихат РЕШИЛ:
      1. Утвердить.
      Председатель Тестовского\u{20}
      районного маслихата
      Н.Рахимов
      Приложение
      """,
      [
        "title/-: О бюджете города",
        "paragraph/note: Решение Тестовского районного маслихата Павлодарской области от 18 марта 2026 года № 8С 37/3",
        "paragraph/-: Маслихат РЕШИЛ:", "paragraph/-: 1. Утвердить.",
        "paragraph/signature: Председатель Тестовского районного маслихата Н.Рахимов",
        "paragraph/-: Приложение",
      ]
    ),
    (
      "Kazakh",
      """
      Қала бюджеті туралы
      Сынақ аудандық мәслихатының 2026 жылғы 18 наурыздағы № 37-3 шешімі
      Мәслихат ШЕШТІ:
      Мәслихат төрағасы

      Оспанов М.Қ.
      """,
      [
        "title/-: Қала бюджеті туралы",
        "paragraph/note: Сынақ аудандық мәслихатының 2026 жылғы 18 наурыздағы № 37-3 шешімі",
        "paragraph/-: Мәслихат ШЕШТІ:", "paragraph/signature: Мәслихат төрағасы Оспанов М.Қ.",
      ]
    ),
    (
      "no frame",
      """
      Секретарь маслихата рассказал о бюджете
      Председатель маслихата
      Депутаты обсудили вопрос
      """,
      [
        "paragraph/-: Секретарь маслихата рассказал о бюджете", "paragraph/-: Председатель маслихата",
        "paragraph/-: Депутаты обсудили вопрос",
      ]
    ),
  ]

  @Test(arguments: frames) func decisionFrame(_ row: (name: String, text: String, blocks: [String])) {
    let source = PlainTextReader.read(Array(row.text.utf8))
    #expect(outline(source) == row.blocks)
    checkSourceText(source, lines: lines(of: row.text), row.name)
  }

  static let ordinary: [(name: String, text: String)] = [
    ("no verb", String(repeating: "Депутаты обсудили бюджет района и вопросы водоснабжения. ", count: 8)),
    (
      "no points",
      "Маслихат РЕШИЛ: " + String(repeating: "утвердить бюджет района и опубликовать его. ", count: 8)
    ),
    ("short", "Маслихат РЕШИЛ: 1. Утвердить."),
  ]

  @Test(arguments: ordinary) func noDecision(_ row: (name: String, text: String)) {
    #expect(PlainTextReader.read(Array(row.text.utf8)).blocks.count == 1)
  }

  /// Any mixture of pieces keeps its account and its places.
  @Test func randomText() {
    var random = SeededGenerator(seed: 11)
    let pieces = [
      "Шешім", " ", "\n", "\r\n", "1.", "РЕШИЛ:", "\u{A0}", "\u{AD}", "—", "№ 5", "\u{200B}", "😀", "©",
      "Председатель", "\t", "а.",
    ]
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 1...120, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined(separator: " ")
      checkSourceText(PlainTextReader.read(Array(text.utf8)), lines: lines(of: text), text)
    }
  }

  private func lines(of text: String) -> [String] {
    text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").components(separatedBy: "\n")
  }
}
