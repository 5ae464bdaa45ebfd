@testable import Ingestion

/// Labels, turns and votes, as many documents write them.
extension MinutesVariantTests {
  private static let opening = [centred] + agenda + ["<p align=\"center\"><b>1. О бюджете</b></p>"]
  private static let kazakhOpening =
    ["<p align=\"center\"><b>\(kazakhTitle)</b></p>"] + kazakhAgenda
    + ["<p align=\"center\"><b>1. Бюджет туралы</b></p>"]

  // MARK: Labels on lines of their own

  static let labels = [
    Row(
      name: "bold label with an office",
      lines: opening + ["<p><b>Оспанов Е.С., депутат</b></p>", "Почему нет денег на водовод?", "Люди ждут."],
      expected: ["6 speech Оспанов Е.С.", "7 speech Оспанов Е.С."]),
    Row(
      name: "plain label of a head, then of a deputy",
      lines: opening + [
        "Сералиева Н.К., руководитель отдела экономики", "Доходы выросли.", "Ким Л.А.", "На сколько?",
      ],
      expected: ["6 report Сералиева Н.К.", "7 speech Ким Л.А."]),
    Row(
      name: "below the heading of an item",
      lines: [centred] + agenda + [
        "<p><b>По первому вопросу:</b></p>", "Есенов Т.К., аким района", "Тариф не менялся.",
      ],
      expected: ["5 heading -", "6 report Есенов Т.К."]),
    Row(
      name: "who was invited",
      lines: [centred, "Приглашены:", "Есенов Т.К., аким района", "Кворум имеется."] + agenda,
      agendaItems: 2, expected: ["3 body -", "4 attendance -"]),
    Row(
      name: "the chair's first words name who is present",
      lines: [
        centred, "Председательствующий. На сессии присутствуют все двадцать депутатов.", "Лут И.В.",
        "Прошу слова.",
      ],
      expected: ["2 speech -", "3 speech Лут И.В."]),
    Row(
      name: "after a speech that says who registered",
      lines: opening + [
        "Ильясов Р.М., руководитель отдела", "За год зарегистрировано 94 укуса.", "Лут И.В.", "Площадки нет.",
      ], expected: ["6 report Ильясов Р.М.", "7 speech Лут И.В."]),
    Row(
      name: "full name and office",
      lines: opening + [
        "Токарева Людмила Петровна, депутат", "Площадку так и не построили.", "РЕШИЛИ: учесть.",
      ],
      expected: ["6 speech Токарева Людмила Петровна", "7 resolution -"]),
    Row(
      name: "office before the name",
      lines: opening + ["Депутат Оспанов Е.С.", "Поддерживаю проект бюджета."],
      expected: ["6 speech Оспанов Е.С."]),
    Row(
      name: "below a line that says who was heard, in its case",
      lines: opening + [
        "СЛУШАЛИ:", "Оспанова Е.С., акима района:", "Доходы выросли.", "Сералиеву Н.К., руководителя отдела:",
        "Долгов нет.", "Омарова Л.Ж., депутат:", "А налоги?",
      ],
      expected: ["7 report Оспанов Е.С.", "8 report Сералиева Н.К.", "9 speech Омарова Л.Ж."]),
    Row(
      name: "a label over nothing that is said is kept",
      lines: opening + [
        "Депутат Оспанов Е.С.:", "<p align=\"center\"><b>2. О пастбищах</b></p>", "Принято.",
      ],
      expected: ["6 heading Оспанов Е.С.", "7 heading -"]),
    Row(
      name: "office in brackets, full stop",
      lines: opening + ["Смолин О. Н. (житель села)", "Вода идёт с песком.", "Лут И.В.", "Да."],
      expected: ["6 speech Смолин О. Н.", "7 speech Лут И.В."]),
    Row(
      name: "kk, terms of a list",
      lines: kazakhOpening + [
        "<dl><dt>Ж. Ізбасаров, депутат</dt><dd>Жолға неге тиын бөлінбеді?</dd><dt>Н. Сералиева</dt><dd>Ұсыныс жіберілді.</dd></dl>"
      ], expected: ["6 speech Ж. Ізбасаров", "7 speech Н. Сералиева"]),
    Row(
      name: "kk, a head and the head again by name",
      lines: kazakhOpening + [
        "Н. Сералиева, экономика бөлімінің басшысы", "Кіріс ұлғайды.", "Ж. Ізбасаров", "Қаншаға?",
        "Н. Сералиева",
        "Екі есеге.",
      ], expected: ["6 report Н. Сералиева", "7 speech Ж. Ізбасаров", "8 report Н. Сералиева"]),
    Row(
      name: "names of those present are no labels",
      lines: [centred, "Присутствовали депутаты:", "Ахметов К.Ж.", "Ким Л.А.", "Кворум имеется."] + agenda,
      agendaItems: 2, expected: ["3 body -", "4 body -", "5 attendance -"]),
    Row(
      name: "an award list is no label",
      lines: opening + [
        "Награждены грамотами:", "Ахметов К.Ж., учитель", "Ким Л.А., врач", "Голосовали: за – 15.",
      ],
      expected: ["7 body -", "8 body -"]),
    Row(
      name: "a signature is no label",
      lines: opening + ["РЕШИЛИ: принять.", "Председатель сессии", "Ахметов К.Ж."],
      expected: ["8 signature -"]),
    Row(
      name: "a heading with a name is no label",
      lines: opening + [
        "<p align=\"center\"><b>Отчёт акима Ахметова К.Ж.</b></p>", "Отчёт заслушан и принят.",
      ],
      expected: ["7 body -"]),
    Row(
      name: "a table of deputies has no labels",
      lines: opening + [
        "<table><tr><td>Ахметов К.Ж.</td><td>округ 1</td></tr><tr><td>Ким Л.А.</td><td>округ 2</td></tr></table>",
        "Список прилагается.",
      ], expected: ["6 body -", "7 body -", "8 body -"]),
  ]

  // MARK: Turns inside of a paragraph

  static let turns = [
    Row(
      name: "name and dash",
      lines: opening + ["<p><b>Лысенко В.Г.</b> – Предприятие отпустило воду.</p>", "Трубы заменены."],
      expected: ["6 speech Лысенко В.Г.", "7 speech Лысенко В.Г."]),
    Row(
      name: "name, brackets and dash, after another speaker",
      lines: opening + ["Бодня А.М.: Слово жителям.", "Шевченко Н.И. (житель) – Вода идёт с песком."],
      expected: ["7 speech Шевченко Н.И."]),
    Row(
      name: "capitals and a full stop", lines: opening + ["БАЙСОВ М.Т. Доходы исполнены полностью."],
      expected: ["6 speech БАЙСОВ М.Т."]),
    Row(
      name: "office between comma and dash",
      lines: opening + ["Оспанов Е.С., депутат – Почему нет денег на дорогу?"],
      expected: ["6 speech Оспанов Е.С."]),
    Row(
      name: "office between comma and full stop, as in shorthand",
      lines: opening + [
        "<p><b>ЕРУБАЕВ С., заместитель акима области.</b> Перевалка выросла на девять процентов.</p>",
        "КИЛЫБАЙ Н., депутат. Сколько судов не зашло в порт?",
      ], expected: ["6 report ЕРУБАЕВ С.", "7 speech КИЛЫБАЙ Н."]),
    Row(
      name: "members of a commission are no speakers",
      lines: opening + ["Оспанов Е.С., депутат. Ким Л.А., депутат. Лут И.В., депутат."],
      expected: ["6 body -"]),
    Row(
      name: "question and name", lines: opening + ["Вопрос: Петров С.Н. – Когда откроют мост?"],
      expected: ["6 speech Петров С.Н."]),
    Row(
      name: "first person in small letters",
      lines: opening + ["Ким Л.А. – предлагаю принять проект за основу."], expected: ["6 speech Ким Л.А."]),
    Row(
      name: "a sentence about a person ends the turn",
      lines: opening + [
        "Сагинов Р.К.: Клуб откроем.", "Юсупова М.Н. поблагодарила акима за ответ.", "Вопросов нет.",
      ],
      expected: ["6 speech Сагинов Р.К.", "7 body -", "8 body -"]),
    Row(
      name: "reported speech",
      lines: opening + ["Сагинов Р.К.: Клуб откроем.", "Ким Л.А. отметила, что денег нет."],
      expected: ["7 speech Ким Л.А."]),
    Row(
      name: "kk, name and dash", lines: kazakhOpening + ["Ж. Ізбасаров – Жолға неге ақша бөлінбеді?"],
      expected: ["6 speech Ж. Ізбасаров"]),
    Row(
      name: "kk, brackets and dash",
      lines: kazakhOpening + ["Сералиева Н.Қ. (бөлім басшысы) – Қаржы келесі жылы бөлінеді."],
      expected: ["6 report Сералиева Н.Қ."]),
    Row(
      name: "kk, question and name", lines: kazakhOpening + ["Сұрақ: Ж. Ізбасаров – Көпір қашан ашылады?"],
      expected: ["6 speech Ж. Ізбасаров"]),
    Row(
      name: "the chair by office",
      lines: opening + ["Председательствующий. Слово предоставляется докладчику."], expected: ["6 speech -"]),
    Row(
      name: "office after the dash is a list",
      lines: opening + ["Ахметов К.Ж. – Председатель комиссии по бюджету."], expected: ["6 body -"]),
    Row(
      name: "figures after the dash are none",
      lines: opening + ["Ахметов К.Ж. – 15 голосов из 17 возможных."], expected: ["6 body -"]),
    Row(
      name: "two names in a row are none",
      lines: opening + ["Ахметов К.Ж. Ким Л.А. Петров С.Н. в работе комиссии."],
      expected: ["6 body -"]),
    Row(
      name: "kk, a sentence about a person", lines: kazakhOpening + ["А. Құсайынов Алматы қаласында оқыған."],
      expected: ["6 body -"]),
    Row(
      name: "a person under the full name and the short one",
      lines: opening + [
        "Мукушева Айгуль Кабдуловна, руководитель отдела финансов: Доходы выросли.",
        "Мукушева А.К.: Заявка подана.",
      ], expected: ["6 report Мукушева Айгуль Кабдуловна", "7 report Мукушева А.К."]),
    Row(
      name: "another person of the same surname",
      lines: opening + ["Ахметов К.Ж., руководитель отдела: Доходы выросли.", "Ахметов Б.С.: А расходы?"],
      expected: ["6 report Ахметов К.Ж.", "7 speech Ахметов Б.С."]),
    Row(
      name: "kk, capitals without a surname's ending",
      lines: kazakhOpening + ["ЕРБОЛАТ САҒЫНҒАЛИ, ауыл шаруашылығы бөлімінің басшысы: Жоспар дайын."],
      expected: ["6 report ЕРБОЛАТ САҒЫНҒАЛИ"]),
  ]

  // MARK: Who was heard

  static let heard = [
    Row(
      name: "heard, on a line of its own",
      lines: opening + [
        "СЛУШАЛИ:", "Айтказина М.К., руководителя отдела экономики, который доложил о бюджете.",
      ],
      expected: ["7 report Айтказин М.К."]),
    Row(
      name: "spoke, on a line of its own",
      lines: opening + [
        "ВЫСТУПИЛИ:", "Ким Л.А. – предложила провести опрос.", "Петров С.Н. поддержал проект.",
      ],
      expected: ["7 speech Ким Л.А.", "8 speech Петров С.Н."]),
    Row(
      name: "deputy before the name",
      lines: opening + ["ВЫСТУПИЛИ:", "депутат Ким Л.А. – о ремонте дороги."],
      expected: ["7 speech Ким Л.А."]),
    Row(
      name: "kk, who spoke in one line",
      lines: kazakhOpening + ["СӨЗ СӨЙЛЕГЕНДЕР: Ж. Ізбасаров – жол туралы."],
      expected: ["6 speech Ж. Ізбасаров"]),
    Row(
      name: "kk, who spoke below",
      lines: kazakhOpening + ["СӨЗ СӨЙЛЕГЕНДЕР:", "Ж. Ізбасаров – жол туралы айтты."],
      expected: ["7 speech Ж. Ізбасаров"]),
    Row(
      name: "recommended", lines: opening + ["Рекомендовано: принять проект тарифа."],
      expected: ["6 resolution -"]),
    Row(
      name: "kk, recommended", lines: kazakhOpening + ["Ұсынылды: тарифті қайта қарау."],
      expected: ["6 resolution -"]),
    Row(
      name: "recommended in speech stays speech",
      lines: opening + ["Ким Л.А.: Нам рекомендовано экономить воду."], expected: ["6 speech Ким Л.А."]),
  ]

  // MARK: Votes

  static let votes = [
    Row(
      name: "before any heading of an item",
      lines: [centred] + agenda + [
        "Ахметов К.Ж.: Начнём.", "Голосовали: за – 15, против – нет, воздержались – 1.",
      ], votes: [[0, 15, 0, 1]]),
    Row(
      name: "on the agenda alone",
      lines: [centred] + agenda + [
        "Голосовали: за – 16, против – нет.", "Ахметов К.Ж.: Начнём.", "Голосовали: за – 15, против – 1.",
      ], votes: [[0, 15, 1, 0]]),
    Row(
      name: "on the agenda after the chair's word",
      lines: [centred] + agenda + [
        "Председатель сессии: Прошу утвердить повестку.", "Голосовали: за – 16, против – нет.",
        "Ахметов К.Ж.: Начнём.",
        "Голосовали: за – 15, против – 1.",
      ], votes: [[0, 15, 1, 0]]),
    Row(
      name: "one item",
      lines: [centred, "Повестка дня:", "1. О бюджете.", "Ким Л.А.: Прошу.", "За – 15, против – 2."],
      votes: [[1, 15, 2, 0]]),
    Row(
      name: "kk, unanimous in two words", lines: kazakhOpening + ["Дауысқа салынды: бір ауыздан (16 дауыс)."],
      votes: [[1, 16, 0, 0]], expected: ["6 vote -"]),
    Row(
      name: "kk, unanimous and a figure", lines: kazakhOpening + ["Дауыс берілді: бірауыздан – 16."],
      votes: [[1, 16, 0, 0]]),
    Row(
      name: "unanimous in brackets", lines: opening + ["Проголосовали единогласно (16)."],
      votes: [[1, 16, 0, 0]]),
    Row(
      name: "a roll call with a total",
      lines: opening + [
        """
        <table><tr><td>Депутат</td><td>За</td><td>Против</td><td>Воздержался</td></tr><tr><td>Ким Л.А.</td><td>+</td>\
        <td></td><td></td></tr><tr><td>Ахметов К.Ж.</td><td></td><td>+</td><td></td></tr><tr><td>ИТОГО</td><td>1</td>\
        <td>1</td><td>0</td></tr></table>
        """
      ], votes: [[1, 1, 1, 0]], expected: ["6 heading -", "7 vote -", "9 vote -"]),
    Row(
      name: "kk, a roll call of marks",
      lines: kazakhOpening + [
        """
        <table><tr><td>Депутат</td><td>Жақтап</td><td>Қарсы</td><td>Қалыс</td></tr><tr><td>Ж. Ізбасаров</td><td>+</td>\
        <td></td><td></td></tr><tr><td>Н. Сералиева</td><td></td><td></td><td>+</td></tr></table>
        """
      ], votes: [[1, 1, 0, 1]]),
    Row(
      name: "each deputy's word",
      lines: opening + [
        """
        <table><tr><td>Депутат</td><td>Голос</td></tr><tr><td>Ким Л.А.</td><td>за</td></tr><tr><td>Ахметов К.Ж.</td>\
        <td>против</td></tr><tr><td>Петров С.Н.</td><td>за</td></tr></table>
        """
      ], votes: [[1, 2, 1, 0]]),
    Row(
      name: "kk, each deputy's word",
      lines: kazakhOpening + [
        """
        <table><tr><td>Аты-жөні, депутат</td><td>Дауысы</td></tr><tr><td>Ж. Ізбасаров</td><td>жақтады</td></tr><tr>\
        <td>Н. Сералиева</td><td>қалыс қалды</td></tr></table>
        """
      ], votes: [[1, 1, 0, 1]]),
    Row(
      name: "kk, unanimous at the start", lines: kazakhOpening + ["Бірауыздан – 14."], votes: [[1, 14, 0, 0]]),
    Row(
      name: "names and results",
      lines: opening + [
        """
        <table><tr><td>Ф.И.О.</td><td>Результат голосования</td></tr><tr><td>Ким Л.А.</td><td>За</td></tr><tr>\
        <td>Лут И.В.</td><td>Воздержался</td></tr></table>
        """
      ], votes: [[1, 1, 0, 1]]),
    Row(
      name: "a table of deputies is no vote",
      lines: opening + [
        "<table><tr><td>Депутат</td><td>Округ</td></tr><tr><td>Ким Л.А.</td><td>за рекой</td></tr></table>"
      ], votes: []),
  ]
}
