import Testing

@testable import Ingestion

struct VoteParserTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var text: String
    var counts: [Int]?
    var testDescription: String { text }

    init(_ text: String, _ counts: [Int]?) {
      self.text = text
      self.counts = counts
    }
  }

  static let russian = [
    Row("За – 23, против – нет, воздержавшихся нет.", [23, 0, 0]),
    Row("ГОЛОСОВАЛИ: «за» – 28; «против» – нет; «воздержался» – 1.", [28, 0, 1]),
    Row("Воздержались – 2, против – 1, за – 20.", [20, 1, 2]),
    Row("Результаты: 16 – «за», 1 – «воздержался».", [16, 0, 1]),
    Row("За 20 против 3 воздержались 1", [20, 3, 1]),
    Row("20 за, 3 против, 1 воздержался", [20, 3, 1]),
    Row("Из 23 депутатов за – 20, против – 3.", [20, 3, 0]),
    Row("За: семнадцать, против: ноль, воздержались: двое.", [17, 0, 2]),
    Row("Проголосовали «за» 13 депутатов, «против» – один, воздержавшихся не было.", [13, 1, 0]),
    Row("«за» проголосовали 34, «против» – никто, воздержавшихся нет.", [34, 0, 0]),
    Row("За рекомендацию отложить повышение голосовали 54, против 6, воздержались 2.", [54, 6, 2]),
    Row("Бюджет поддержали 24 депутата, двое выступили против.", [24, 2, 0]),
    Row("За двадцать три, против нет.", [23, 0, 0]),
    Row("Единогласно (за – 23).", [23, 0, 0]),
    Row("За 2023 год исполнено, никто не против.", nil),
    Row("Решение принято единогласно.", nil),
  ]

  static let kazakh = [
    Row("Жақтап – 20, қарсы – 9, қалыс – 6.", [20, 9, 6]),
    Row("Жақтағаны – 33, қарсы – 0, қалыс қалғаны – 1.", [33, 0, 1]),
    Row("26 депутат жақтап, қарсы – жоқ", [26, 0, 0]),
    Row("27 депутат жақтап, қарсы – жоқ, қалыс – 2.", [27, 0, 2]),
    Row("29 депутат жақтап дауыс берді, қарсы – жоқ, қалыс қалған – жоқ.", [29, 0, 0]),
    Row("139 адам қолдады, төртеуі қарсы болды, қалыс қалғаны жоқ.", [139, 4, 0]),
    Row("Дауыс беру: 35 адам жақтап, 3 адам қалыс қалды.", [35, 0, 3]),
    Row("Жақтады – 25, қарсы болды – 3, қалыс қалды – 1.", [25, 3, 1]),
    Row("Қолдағандар – он тоғыз, қарсы – бір, қалыс қалғандар – бір.", [19, 1, 1]),
    Row("Бюджет жобасын 18 депутат қолдап, қарсы болған жоқ, біреуі қалыс қалды.", [18, 0, 1]),
    Row("Дауыс берілді: 21 – жақтап; қарсы жоқ; қалыс жоқ.", [21, 0, 0]),
    Row("Жақтап: 26. Қарсы: 0. Қалыс: 0.", [26, 0, 0]),
    Row("Шешім бірауыздан қабылданды.", nil),
  ]

  @Test(arguments: russian + kazakh)
  func counts(_ row: Row) {
    let found = VoteParser.parse(row.text)
    #expect(found.map { [$0.inFavour, $0.against, $0.abstained] } == row.counts)
  }

  struct Number: Sendable, CustomTestStringConvertible {
    var text: String
    var value: Int?
    var testDescription: String { text }
  }

  @Test(arguments: [
    Number(text: "семнадцать", value: 17), Number(text: "двадцать три", value: 23),
    Number(text: "двое", value: 2),
    Number(text: "сто тридцать девять", value: 139), Number(text: "он тоғыз", value: 19),
    Number(text: "жүз отыз тоғыз", value: 139), Number(text: "төртеуі", value: 4),
    Number(text: "жоқ", value: 0),
    Number(text: "никто", value: 0), Number(text: "много", value: nil), Number(text: "тоғызыншы", value: nil),
  ])
  func cardinals(_ row: Number) {
    let text = FoldedText(row.text)
    #expect(Cardinal.value(text, at: 0) == row.value)
    #expect(Cardinal.value(text, endingAt: text.words.count - 1)?.value == row.value)
  }
}
