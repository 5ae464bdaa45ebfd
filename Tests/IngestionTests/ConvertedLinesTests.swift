import Testing

@testable import Ingestion

/// Pages that programs make of PDFs: printed lines become paragraphs again.
struct ConvertedLinesTests {
  /// Paragraphs as they were printed; a line that begins with `#` is a page's number.
  static let paragraphs: [[String]] = [
    ["ПРОТОКОЛ"],
    [
      "Из 21 депутата, избранного в городской маслихат, на сессии присутствует",
      "19. Отсутствуют по уважительной причине депутаты Рахимов Т.С. и Гофман", "И.Э. Кворум имеется.",
    ],
    ["ПОВЕСТКА ДНЯ:"],
    [
      "1. О внесении изменений в решение городского маслихата «О бюджете",
      "города Павлодара на 2021-2023 годы».",
    ],
    ["2. О присвоении наименований новым улицам города."],
    [
      "СЛУШАЛИ: по первому вопросу руководителя отдела экономики Айтказина",
      "М.К., который доложил, что доходы увеличены на 1 204,6 миллиона тенге",
      "за счёт перевыполнения плана по налогу.",
    ],
    ["РЕШИЛИ: принять решение о внесении изменений в бюджет города на", "#1", "2021-2023 годы."],
    ["Председатель сессии А. Желнов"],
  ]

  static let kazakh: [[String]] = [
    ["ҚАРҒАЛЫ АУДАНДЫҚ МӘСЛИХАТЫНЫҢ ХАТТАМАСЫ"],
    [
      "Қатысқандар: аудандық мәслихаттың 11 депутаты, аудан әкімінің бірінші", "орынбасары, бөлім басшылары.",
    ],
    ["КҮН ТӘРТІБІ:"],
    ["1. Аудандық бюджеттің атқарылуы туралы және жергілікті атқарушы", "органдардың есебі туралы."],
    ["2. Әртүрлі."],
    [
      "Төраға: Құрметті депутаттар, бірінші мәселе бойынша сөз экономика", "#- 1 -",
      "бөлімінің басшысына беріледі.",
    ],
    [
      "Ж. Ахметов: Бюджет 98 пайызға атқарылды, қалған қаржы ауылдардағы",
      "су құбырларын жөндеуге бағытталды.",
    ],
    ["ШЕШТІ: есеп назарға алынсын."],
  ]

  /// How a program writes a line: its text, whether a paragraph begins with it, and its number.
  struct Program: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var before = ""
    var line: @Sendable (_ text: String, _ begins: Bool, _ number: Int) -> String
    var pageEnd = ""
    var after = ""
  }

  static let programs = [
    Program(testDescription: "indented divs") { text, begins, number in
      "<div style='position:absolute;top:\(100 + number * 21)px;left:\(begins ? 148 : 106)px'>\(text)</div>\n"
    },
    Program(testDescription: "paragraphs flush left") { text, _, number in
      "<p style='position:absolute;left:85px;top:\(number * 18)px;white-space:nowrap' class=ft00>\(text)</p>\n"
    },
    Program(testDescription: "points and fractions") { text, begins, number in
      "<div style='left: \(begins ? 70.9 : 56.7)pt; top: \(Double(number) * 13.8)pt'><span>\(text)</span></div>"
    },
    Program(testDescription: "numbered classes", before: "<div class='pf w0 h0'>") { text, begins, number in
      "<div class='t m0 x\(begins ? 2 : 1) h2 y\(number) ff1 fs0'>\(text)</div>"
    },
    Program(
      testDescription: "lines end with br",
      line: { text, _, _ in "\(text)<br/>\n" }, pageEnd: "<hr/><a name=2></a>"),
    Program(
      testDescription: "br in a division", before: "<div class=text>",
      line: { text, _, _ in "<span class=ft1>\(text)</span><br>" }, pageEnd: "<hr>", after: "</div>"),
  ]

  @Test(arguments: programs, [paragraphs, kazakh])
  func linesBecomeParagraphs(_ program: Program, _ paragraphs: [[String]]) {
    var html = "<title>protokol.pdf</title>" + program.before
    var number = 0
    for paragraph in paragraphs {
      for (index, line) in paragraph.enumerated() {
        let isPageNumber = line.hasPrefix("#")
        html += program.line(
          isPageNumber ? String(line.dropFirst()) : line, index == 0, isPageNumber ? 60 : number)
        if isPageNumber {
          html += program.pageEnd
          number = 0
        }
        number += 1
      }
    }
    let source = HTMLReader.read(Array((html + program.after).utf8).span)
    checkSourceText(source, program.testDescription)
    let expected = paragraphs.map { $0.filter { !$0.hasPrefix("#") }.joined(separator: " ") }
    // Numbered classes have no height, so a number within a page's lines cannot be told from the text.
    let texts = source.blocks.map { String(decoding: source.text[$0.text], as: UTF8.self) }
    if program.testDescription != "numbered classes" { #expect(texts == expected) }
    #expect(texts.count <= expected.count + 2)
  }

  /// Lists and addresses with `br`, and paragraphs that end with it, are no printed lines.
  @Test(
    arguments: [
      Array(
        repeating: "на содержание дорог и тротуаров выделено двести тысяч тенге из местного бюджета;",
        count: 12),
      [
        "Состав комиссии:", "Ахметов К.Ж.", "Петров С.Н.", "Ким Л.А.", "Сулейменова Г.Б.", "Рахимов Т.С.",
        "Гофман И.Э.", "Желнов А.В.", "Ли В.В.",
      ],
      Array(repeating: "Депутаты рассмотрели вопрос.", count: 9),
    ])
  func otherLinesStay(_ lines: [String]) {
    let source = HTMLReader.read(
      Array(("<title>т</title><div>" + lines.joined(separator: "<br>") + "</div>").utf8).span)
    #expect(source.blocks.count == 1)
  }

  @Test(arguments: [
    "left:1e300px;top:2", "left:;top:", "left:99999999999999999999px;top:-99999999999999999999px",
  ])
  func placesBeyondMeasureDoNoHarm(_ style: String) {
    let line = "<div style='\(style)'>Депутаты рассмотрели вопрос о ремонте дорог и</div>"
    let source = HTMLReader.read(Array(String(repeating: line, count: 20).utf8).span)
    checkSourceText(source, style)
  }
}
