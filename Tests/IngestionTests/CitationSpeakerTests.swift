import Testing

@testable import Ingestion

/// Persons, speaker labels and attributions of quotes.
@Suite struct CitationSpeakerTests {
  @Test(arguments: [
    ("Р.К. Сейтжанова сообщила", "Р.К. Сейтжанова"), ("Сейтжанова Р.К., руководитель", "Сейтжанова Р.К."),
    ("М. Б. Есімсейітов.", "М. Б. Есімсейітов"), ("Ғ. Рахымов айтты", "Ғ. Рахымов"), ("Ли Д.В.:", "Ли Д.В."),
    ("Айгүл Нұрлан:", "Айгүл Нұрлан"), ("Бекет Төлегенұлы", "Бекет Төлегенұлы"),
    ("Ахметов Бекет Тулегенович –", "Ахметов Бекет Тулегенович"),
    ("Иванова-Петрова А.А.", "Иванова-Петрова А.А."),
    ("Сәуле ЖҰМАБЕК", "Сәуле ЖҰМАБЕК"), ("Оразгалиев Б.", "Оразгалиев Б."),
    ("Буравлёв П.И.", "Буравлёв П.И."),
  ])
  func nameAtStart(text: String, name: String) {
    #expect(PersonName.name(atStartOf: text)?.text == name)
  }

  @Test(arguments: [
    ("Председатель сессии Абдрахманов Е.К.", "Абдрахманов Е.К."),
    ("Сессия төрағасы Б. Сейілханов", "Б. Сейілханов"),
    ("Хатшы – Қ. Ж. Тастанбеков.", "Қ. Ж. Тастанбеков"), ("депутат Айгерим Толеубек", "Айгерим Толеубек"),
  ])
  func nameAtEnd(text: String, name: String) {
    #expect(PersonName.name(atEndOf: text)?.text == name)
  }

  @Test func namesInText() {
    let text = "Отсутствуют: Ким В.С. (больничный лист), Жаксылыков Д.М., Тен А.Р. Кворум имеется."
    #expect(PersonName.names(in: text).map(\.text) == ["Ким В.С.", "Жаксылыков Д.М.", "Тен А.Р."])
  }

  @Test(arguments: [
    ("Секретарь маслихата города Нур-Султан Д. Ержигитова", ["Д. Ержигитова"]),
    ("Түйінінде Бекет Төлегенұлы сөйледі", ["Бекет Төлегенұлы"]),
    ("Регламента Кентауского городского маслихата, Бүгін Астана қаласында", []),
    ("Елбасы Н.Ә. Назарбаевтың, ҚАУЛЫ ЕТЕДІ", ["Н.Ә. Назарбаевтың"]),
    ("Президент РК Н. Қасымов", ["Н. Қасымов"]),
  ])
  func namesAmongOtherCapitals(text: String, names: [String]) {
    #expect(PersonName.names(in: text).map(\.text) == names)
  }

  @Test(arguments: [
    "", "ПОВЕСТКА ДНЯ", "Республика Казахстан", "Қазақстан Республикасы", "г. Актау", "Smith J.", "№ 5", "Ж.",
    "VII", "Тұрғын Қ. Өтеген су тапшы деді", "Житель С. Ахметов", "Директор ЖКХ",
  ])
  func noName(text: String) {
    #expect(PersonName.name(atStartOf: text) == nil)
  }

  struct Label: Sendable, CustomTestStringConvertible {
    var text: String
    var name: String?
    var role: String?
    var official = false
    var testDescription: String { text }
  }

  @Test(arguments: [
    Label(
      text: "Сейтжанова Р.К., руководитель управления экономики: с учётом", name: "Сейтжанова Р.К.",
      role: "руководитель управления экономики", official: true),
    Label(text: "Депутат Р. Әміреев: Қысқарт", name: "Р. Әміреев", role: "Депутат"),
    Label(
      text: "Ә. Қасенова (басқарма басшысы): төтенше", name: "Ә. Қасенова", role: "басқарма басшысы",
      official: true),
    Label(
      text: "Председатель сессии Абдрахманов Е.К.: Коллеги", name: "Абдрахманов Е.К.",
      role: "Председатель сессии"),
    Label(
      text: "Кәсіпкерлік басқармасы басшысының м.а. Т. Нығметов: карантинде", name: "Т. Нығметов",
      role: "Кәсіпкерлік басқармасы басшысының м.а.", official: true),
    Label(text: "Председатель сессии: Принимается.", role: "Председатель сессии"),
    Label(text: "Төраға: Сөз кезегі", role: "Төраға"), Label(text: "Из зала: Верно!", role: "Из зала"),
    Label(text: "Д. Рүстемова: Мамырда", name: "Д. Рүстемова"),
    Label(text: "Мұрат Сәрсенов:", name: "Мұрат Сәрсенов"),
    Label(
      text: "О. Қасым, облыс әкімінің бірінші орынбасары: Жарты", name: "О. Қасым",
      role: "облыс әкімінің бірінші орынбасары", official: true),
    Label(
      text: "Мельник О.П., юридическая клиника «Ақиқат»: Наши", name: "Мельник О.П.",
      role: "юридическая клиника «Ақиқат»"),
    Label(
      text: "И.о. руководителя управления Иванов И.И.: Да", name: "Иванов И.И.",
      role: "И.о. руководителя управления", official: true),
  ])
  func label(row: Label) throws {
    let label = try #require(SpeakerLabel.parse(row.text))
    #expect(label.name == row.name)
    #expect(label.role == row.role)
    #expect(label.isOfficial == row.official)
    let rest = String(decoding: Array(row.text.utf8)[label.length...], as: UTF8.self)
    #expect(!rest.hasPrefix(" ") && row.text.hasSuffix(": " + rest) || rest.isEmpty)
  }

  @Test(arguments: [
    "", ":", "РЕШИЛИ: информацию принять", "ШЕШТІ: жоба қабылдансын", "КҮН ТӘРТІБІ:", "Голосовали: за – 18",
    "Докладчик: аким района Искак Бинали", "Төрағалық етуші: сессия төрағасы М. Б. Есімсейітов",
    "Начало в 11:00",
    "Картина по людям тревожит: за год область потеряла", "Повестка принята: за – 31.",
    "Председатель: Касенов Т.А.",
    "Начали с неприятного. Председатель комиссии Марат Еспаев доложил: автобусный парк",
    "Омарова Л.Ж., которая сказала: нет",
    "И ещё: нам советуют", "Приглашены: заместитель акима города Байжанова С.Т.", "https://example.org",
  ])
  func proseIsNoLabel(text: String) {
    #expect(SpeakerLabel.parse(text) == nil)
  }

  @Test(arguments: [
    ("– Я трижды просила, – возмутилась депутат Айгерим Толеубек. – Ставлю", "Айгерим Толеубек", "депутат"),
    ("«Алмаймыз», – деп түсіндірді депутат Нұрлан Әбдіров.", "Нұрлан Әбдіров", "депутат"),
    ("«Вода есть», – сообщила Анна Ким, директор водоканала, на встрече.", "Анна Ким", "директор водоканала"),
    ("– Дұрыс емес, – деді педагог Айгүл Нұрлан.", "Айгүл Нұрлан", "педагог"),
    (
      "– Опоздал – краснеет, – пояснил руководитель аппарата Нурлан Бейсембин.", "Нурлан Бейсембин",
      "руководитель аппарата"
    ),
    (
      "«Пандус бар, бірақ тік», – деді үйдегі күтім «Сенім» қоғамының жетекшісі Жанат Бектұр.",
      "Жанат Бектұр",
      "үйдегі күтім «Сенім» қоғамының жетекшісі"
    ),
  ])
  func attribution(text: String, name: String, role: String) throws {
    let attribution = try #require(Attribution.parse(text))
    #expect(attribution.name == name)
    #expect(attribution.role == role)
  }

  @Test(arguments: ["", "– Да, – и всё.", "доходы – 5, затраты – 6", "– деді", "«Текст», – деп"])
  func noAttribution(text: String) {
    #expect(Attribution.parse(text) == nil)
  }

  @Test(arguments: [
    ("руководитель управления", true), ("аким района", true), ("басқарма басшысы", true),
    ("облыс әкімі", true),
    ("депутат", false), ("мәслихат хатшысы", false), ("председатель маслихата", false), ("педагог", false),
    ("", false),
    ("руководитель аппарата маслихата", false), ("заместитель акима города", true), ("бөлім басшысы", true),
  ])
  func official(role: String, expected: Bool) {
    #expect(Office.isOfficial(role) == expected)
  }
}
