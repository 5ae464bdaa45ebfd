import Testing

@testable import Linguistics

/// Where sentences end. The bar shows the boundaries.
struct SentenceTests {
  static let rows: [(name: String, text: String)] = [
    ("two sentences", "Қар жауды. | Жол жабылды."),
    ("digit begins a sentence", "Жиын өтті. | 2015 жылы басталды."),
    ("year abbreviation inside", "1942 ж. 29 қаңтарда келісім жасалды. | Ол бекітілді."),
    ("initials", "Жиынды А. Ж. Ахметов ашты. | Сөз Б.Серіковке берілді."),
    ("abbreviation before a name", "Он живёт в г. Алматы на ул. Абая. | Дом новый."),
    ("and so on, then a capital", "Купили мел, доски и т. д. | Деньги кончились."),
    ("and so on, then a comma", "Мел, доски и т. д., всё купили."),
    ("year early and late", "В 1990 г. Иванов уехал. | Школу построили в 1990 г. | Потом закрыли."),
    ("dialogue", "Жол жоқ. | — Неге? — деді ол. | — Қаражат жоқ."),
    ("question inside quotes", "Ол «Кім бар?» деп сұрады. | Ешкім жоқ."),
    ("quote closes after the mark", "Ол: «Келемін.» | Содан кетті."),
    ("dash and a small letter", "Кто за? – спросил председатель."),
    ("numbered point", "12. Мұнан кейін сайлау болды."),
    ("Roman chapter", "II. Бюджет туралы."),
    ("points after semicolons", "Шешті: 1) жоспар бекітілсін; | 2) есеп алынсын; | 3) жарияласын."),
    ("bracketed letter", "а) отчёт; | б) план."),
    ("ellipsis and a small letter", "Он ждал... и дождался."),
    ("missing space", "Жиын аяқталды.Келесі жиын мамырда."),
    ("lost line break", "Решение принято единогласно | Однако бюджет не утверждён"),
    ("decimal numbers and dates", "С 02.10.2020 ставка 3.5 процента."),
    ("numbered point inside quotes", "«1. Утвердить бюджет района.»"),
    ("a polite capital", "Просим Вас ответить на запрос."),
    ("bullets", "Нужны подписи. | ✅Место: зал. | ✅Время: 11:00."),
    ("ticks set off by spaces", "Решено: | ✔ Построить школу. | ✔ Открыть клуб"),
    ("direct speech, Russian", "Депутат ответил: | – Это неверно, решение принято."),
    ("direct speech, Kazakh", "Депутат жауап берді: – Бұл дұрыс емес, шешім қабылданды."),
    ("exclamations", "Құттықтаймыз! | Рахмет!"),
    ("emoji ends a sentence", "Красота 😍 Спасибо всем".replacing("😍 ", with: "😍 | ")),
  ]

  @Test(arguments: rows) func sentences(_ row: (name: String, text: String)) {
    let text =
      row.name == "missing space"
      ? row.text : row.text.replacing(" | ", with: " ")
    let expected =
      row.name == "missing space"
      ? ["Жиын аяқталды.", "Келесі жиын мамырда."] : row.text.split(separator: " | ").map(String.init)
    #expect(Analysed(text).sentences == expected, "\(row.name)")
  }

  @Test func everyTokenIsInOneSentence() {
    for paragraph in sampleParagraphs {
      let analysed = Analysed(paragraph)
      var next: Int32 = 0
      for sentence in analysed.analysis.sentences {
        #expect(sentence.tokens.lowerBound == next && !sentence.tokens.isEmpty)
        next = sentence.tokens.upperBound
      }
      #expect(Int(next) == analysed.analysis.tokens.count)
    }
  }
}
