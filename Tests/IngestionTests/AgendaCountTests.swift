import Testing

@testable import Ingestion

struct AgendaCountTests {
  @Test(
    "stated in a lead",
    arguments: [
      ("На сессии рассмотрено 6 вопросов.", 6), ("Күн тәртібіне жеті мәселе шығарылды.", 7),
      ("В повестку дня вошли три вопроса.", 3), ("Депутаты рассмотрели двенадцать важных вопросов.", 12),
      ("Күн тәртібінде он бір мәселе қаралды.", 11), ("Вопросов было много.", nil),
    ] as [(String, Int?)])
  func stated(lead: String, count: Int?) {
    #expect(AgendaCount.stated(in: lead) == count)
  }

  @Test(
    "listed in one paragraph",
    arguments: [
      ("Повестка дня: 1. Об уточнении районного бюджета. 2. О полномочиях депутата.", 2),
      ("Күн тәртібі: 1) бюджет туралы; 2) жер туралы; 3) әртүрлі.", 3),
      ("Повестка дня: о бюджете на 2023-2025 годы.", 0), ("Повестка от 1.2.2023 принята.", 0),
      ("Мынадай мәселелер енгізіледі: - «Бюджет туралы»; - «Жер туралы»; - Әртүрлі.", 3),
      ("Повестка: бюджет – доходы и расходы – и вода.", 0),
    ])
  func listed(paragraph: String, count: Int) {
    #expect(AgendaCount.listed(in: paragraph) == count)
  }

  @Test(
    "lines without a number",
    arguments: [
      ("О внесении изменений в бюджет", true), ("Об отчёте ревизионной комиссии;", true), ("Разное", true),
      ("Қала бюджетіне өзгерістер енгізу туралы", true), ("Облыс әкімінің есебі", true),
      ("Екінші. Жер салығы", true), ("І. Жер салығы", true), ("С. Ахметов, депутат: Начнём", false),
      ("Х. Бекова: Келісемін", false), ("І. Сәрсенов (депутат): Бастайық", false),
      ("Начинаем заседание.", false), ("Депутаттар түгел жиналды.", false),
    ])
  func item(line: String, isItem: Bool) {
    #expect(AgendaCount.isItem(line) == isItem)
  }

  @Test func romanNumeralsGoOn() {
    #expect(AgendaCount.isItem("Х. Разное", after: 9) && AgendaCount.isItem("Х. Жер салығы", after: 9))
    #expect(AgendaCount.isItem("ІІ. Жер салығы", after: 1) && !AgendaCount.isItem("Х. Жер салығы", after: 1))
  }

  @Test(
    "number beside the word for an item",
    arguments: [
      ("По первому вопросу:", 1), ("2-ші мәселе бойынша", 2), ("Бірінші мәселе", 1), ("По вопросу 3", 3),
      ("По вопросам 3 и 4", 3), ("Вопрос второй", 2), ("Вопрос № 5", 5), ("1-й вопрос", 1),
      ("ТЫҢДАЛДЫ: бірінші мәселе", 1), ("Вопрос депутата", nil), ("Әртүрлі мәселелер", nil),
    ] as [(String, Int?)])
  func ordinal(heading: String, number: Int?) {
    #expect(AgendaCourse.ordinal(besideItem: heading) == number)
  }
}
