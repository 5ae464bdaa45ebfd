import Testing

@testable import Ingestion

struct ChairParserTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var lines: [(role: Role, text: String)]
    var chair: String?
    var kind = Metadata.Kind.protocol
    var testDescription: String { name }

    init(_ name: String, _ role: Role, _ text: String, _ chair: String?, _ kind: Metadata.Kind = .protocol) {
      self.init(name, [(role, text)], chair, kind)
    }

    init(_ name: String, _ lines: [(Role, String)], _ chair: String?, _ kind: Metadata.Kind = .protocol) {
      self.name = name
      self.lines = lines.map { (role: $0.0, text: $0.1) }
      self.chair = chair
      self.kind = kind
    }
  }

  static let rows = [
    Row("chair alone", .signature, "Председатель маслихата К. Шаймерденова", "К. Шаймерденова"),
    Row("both in a line", .signature, "Председатель сессии И. Алтаев, секретарь Н. Исабеков", "И. Алтаев"),
    Row(
      "one in two offices", .signature, "Председатель сессии, секретарь маслихата А. Бектурсынов",
      "А. Бектурсынов"),
    Row("secretary only", .signature, "Секретарь маслихата Д. Мусаинова", nil, .decision),
    Row("secretary only, kk", .signature, "Облыстық мәслихат хатшысы Қ. Балабиев", nil, .report),
    Row(
      "office and name apart", [(.signature, "Сессия төрағасы"), (.signature, "С. Закенов")], "С. Закенов",
      .decision),
    Row(
      "offices, then names",
      [
        (.signature, "Председатель сессии"), (.signature, "Секретарь маслихата"), (.signature, "М. Иванов"),
        (.signature, "Р. Ахметов"),
      ], "М. Иванов", .decision),
    Row(
      "fuller form of the opening",
      [
        (.attendance, "Төрағалық етуші: сессия төрағасы М. Б. Есімсейітов. Хатшы – Қ. Ж. Тастанбеков."),
        (.signature, "Сессия төрағасы М. Есімсейітов"),
      ], "М. Б. Есімсейітов"),
    Row(
      "instrumental", .body, "Сессия прошла под председательством Болата Сарсенбекова.", "Болат Сарсенбеков",
      .news),
    Row("verb", .body, "Заседание вёл Мурат Жетибаев.", "Мурат Жетибаев", .news),
    Row("verb, a woman", .body, "Председательствовала Айгерим Оразова.", "Айгерим Оразова", .news),
    Row(
      "Kazakh genitive", .body, "24-сессия Болат Тұрғараевтың төрағалығымен өтті.", "Болат Тұрғараев", .news),
    Row("verb at the end", .body, "Жиынды төраға Сайлаубек Есенов басқарды.", "Сайлаубек Есенов", .news),
    Row(
      "one of two with an office", .attendance,
      "Қабылдауды мәслихат төрағасы Д. Қожахметов пен депутат Т. Ибраева жүргізді.", "Д. Қожахметов", .hearing
    ),
    Row(
      "who leads, and a secretary", .attendance,
      "Ведущая слушаний – депутат Рахимберлина И.Ж., секретарь – Дюсембаева К.", "Рахимберлина И.Ж.", .hearing
    ),
    Row("three alike", .attendance, "Приём вели Ескендирова А.Н., Ли Д.В. и Садвакасов К.О.", nil, .hearing),
    Row(
      "secretary who ran it", .attendance, "Приём провёл секретарь маслихата С. Жиеналин.", "С. Жиеналин",
      .hearing),
    Row("a guest who chairs something else", .body, "Пришли жители города.", nil),
  ]

  @Test(arguments: rows)
  func chair(_ row: Row) {
    let lines = row.lines.map { line in
      MetadataParser.Line(
        reading: TextReading(line.text), role: line.role, isTitle: false, classes: [.chair], hasDigit: false)
    }
    #expect(ChairParser.chair(in: lines, kind: row.kind) == row.chair)
  }

  @Test(arguments: [
    ("Болата Сарсенбекова", "Болат Сарсенбеков"), ("Айгерим Оразовой", "Айгерим Оразова"),
    ("Г.Мухтаровой", "Г.Мухтарова"), ("Омарова Д.С.", "Омаров Д.С."), ("Сейтжанову Р.К.", "Сейтжанова Р.К."),
    ("Ли Д.В.", "Ли Д.В."), ("Сергея Вагнер", "Сергея Вагнер"),
  ])
  func nominative(written: String, name: String) {
    #expect(ChairParser.nominative(written) == name)
  }
}
