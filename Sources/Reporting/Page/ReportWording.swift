import Tabulation

/// The words of the reports themselves, in three languages. Labels of tables, codes and regions come with the data.
enum ReportWording: CaseIterable {
  case language, show, counts, shares, documents, passages, codedPassages, linkedPassages, codings, sessions,
    words, total,
    about
  case demonstration, interval, shade, close, more, shown, noPassages, entry, feature, titles, rule
  case outsideLabel, withoutScript, noTables, printNote, contents
  case intervalLow, intervalHigh, table, row, column, document, date, number, textLanguage, passage, evidence
  case firstOnly, figure, heatMap, tileMap, trends, frequency, heatMapNote, tileMapNote, trendsNote
  case frequencyNote, criteriaNote, criteriaAloneNote, sameNumbers, methods, skip, loading, unreadable
  case share, rate, rateInterval, clusterInterval, level, levelRule, keyness, oddsRatio, corrected
  case predictionPowered, change, trend, reliability, statedFigure, tooFew, keynessMarks, tooFewMark
  case sensitivity, sensitivityNote, ruleHeading, changedCells, ofCells, withoutEntry, lostPassages

  var label: TrilingualLabel {
    switch self {
    case .language: .init(kk: "Тіл", ru: "Язык", en: "Language")
    case .show: .init(kk: "Көрсету", ru: "Показать", en: "Show")
    case .counts: .init(kk: "Саны", ru: "Число", en: "Counts")
    case .shares: .init(kk: "Үлесі", ru: "Доля", en: "Shares")
    case .documents: .init(kk: "Құжаттар", ru: "Документы", en: "Documents")
    case .passages: .init(kk: "Үзінділер", ru: "Фрагменты", en: "Passages")
    case .codedPassages:
      .init(
        kk: "Кесте кодтары бар үзінділер", ru: "Фрагменты с кодами таблицы",
        en: "Passages with the table's codes")
    case .linkedPassages: .init(kk: "Ашылатын үзінділер", ru: "Открыть фрагменты", en: "Passages to open")
    case .total: .init(kk: "Барлығы", ru: "Всего", en: "Total")
    case .about: .init(kk: "Осы талдау туралы", ru: "Об этом анализе", en: "About this analysis")
    case .codings: .init(kk: "Берілген кодтар", ru: "Присвоенные коды", en: "Codings")
    case .sessions: .init(kk: "Сессиялар", ru: "Сессии", en: "Sessions")
    case .words: .init(kk: "Сөздер", ru: "Слова", en: "Words")
    case .demonstration:
      .init(
        kk: "Көрнекі үлгі. Құжаттар осы жоба үшін жазылған: сандар әдісті көрсетеді, зерттеу нәтижесі емес.",
        ru: "Демонстрация. Документы написаны для этого проекта: числа показывают метод и не являются "
          + "результатами исследования.",
        en: "Demonstration. The documents were written for this project: the numbers show the method "
          + "and are no findings.")
    case .interval:
      .init(
        kk: "95 % сенім аралығы (Уилсон)", ru: "95 % доверительный интервал (Уилсон)",
        en: "95% interval (Wilson)")
    case .shade: .init(kk: "Рең: қатардағы үлес", ru: "Оттенок: доля в строке", en: "Shade: share of the row")
    case .close: .init(kk: "Жабу", ru: "Закрыть", en: "Close")
    case .more: .init(kk: "Тағы көрсету", ru: "Показать ещё", en: "Show more")
    case .shown: .init(kk: "көрсетілгені", ru: "показано", en: "shown")
    case .noPassages:
      .init(
        kk: "Бұл санның үзінділері есепке енгізілмеген.", ru: "Фрагменты этого числа не вошли в отчёт.",
        en: "The passages of this number are not part of the report.")
    case .entry: .init(kk: "Сөздік жазбасы", ru: "Запись словаря", en: "Lexicon entry")
    case .feature:
      .init(
        kk: "Үйретілген кодтаушының белгісі", ru: "Признак обученного кодировщика",
        en: "Feature of the learned coder")
    case .titles:
      .init(
        kk: "үзінді үстіндегі тақырып (үйретілген кодтаушы)",
        ru: "заголовок над фрагментом (обученный кодировщик)",
        en: "title over the passage (learned coder)")
    case .rule: .init(kk: "Ереже", ru: "Правило", en: "Rule")
    case .outsideLabel: .init(kk: "Кестеден тыс", ru: "Вне таблицы", en: "Outside of the table")
    case .withoutScript:
      .init(
        kk: "Үзінділерді ашу үшін JavaScript қажет; сандар онсыз да толық.",
        ru: "Чтобы открывать фрагменты, нужен JavaScript; числа полны и без него.",
        en: "Opening passages needs JavaScript; the numbers are complete without it.")
    case .noTables: .init(kk: "Кесте жоқ.", ru: "Таблиц нет.", en: "There are no tables.")
    case .printNote:
      .init(
        kk: "Санды бассаңыз, үзінділері ашылады.", ru: "Нажмите на число, чтобы открыть его фрагменты.",
        en: "A number opens its passages.")
    case .contents: .init(kk: "Мазмұны", ru: "Содержание", en: "Contents")
    case .intervalLow:
      .init(kk: "95 %, төменгі шек", ru: "95 %, нижняя граница", en: "95%, lower end")
    case .intervalHigh:
      .init(kk: "95 %, жоғарғы шек", ru: "95 %, верхняя граница", en: "95%, upper end")
    case .table: .init(kk: "Кесте", ru: "Таблица", en: "Table")
    case .row: .init(kk: "Жол", ru: "Строка", en: "Row")
    case .column: .init(kk: "Баған", ru: "Столбец", en: "Column")
    case .document: .init(kk: "Құжат", ru: "Документ", en: "Document")
    case .date: .init(kk: "Күні", ru: "Дата", en: "Date")
    case .number: .init(kk: "Нөмірі", ru: "Номер", en: "Number")
    case .textLanguage: .init(kk: "Мәтін тілі", ru: "Язык текста", en: "Text language")
    case .passage: .init(kk: "Үзінді", ru: "Фрагмент", en: "Passage")
    case .evidence: .init(kk: "Дәлел сөздер", ru: "Слова-основания", en: "Evidence")
    case .firstOnly:
      .init(
        kk: "Кей ұяшықтардың тек алғашқы үзінділері берілген; қалғаны analysis.sqlite файлында.",
        ru: "Для некоторых ячеек даны только первые фрагменты; остальные в analysis.sqlite.",
        en: "Some cells have only their first passages here; the others are in analysis.sqlite.")
    case .figure: .init(kk: "Сурет", ru: "Рисунок", en: "Figure")
    case .heatMap: .init(kk: "Жылу картасы", ru: "Тепловая карта", en: "Heat map")
    case .tileMap: .init(kk: "Өңірлер картасы", ru: "Карта регионов", en: "Map of regions")
    case .trends: .init(kk: "Жылдар бойынша өзгеріс", ru: "Динамика по годам", en: "Trends by year")
    case .frequency: .init(kk: "Жиілігі", ru: "Частота", en: "Frequency")
    case .heatMapNote:
      .init(
        kk: "Рең неғұрлым қою болса, өңірдегі мән соғұрлым үлкен; әр ұяшықта саны жазылған.",
        ru: "Чем темнее ячейка, тем больше значение региона; число напечатано в каждой ячейке.",
        en: "The stronger the shade, the larger the region's value; each tile has its number."
      )
    case .tileMapNote:
      .init(
        kk: "Әр өңір бірдей көлемді ұяшық, орны шамамен картадағыдай. Бос ұяшықтағы өңірлер талдауда жоқ.",
        ru: "Каждый регион показан клеткой одного размера примерно на своём месте. Пустые клетки: регион "
          + "не входит в анализ.",
        en: "Each region is a tile of one size, about where it lies. Regions of empty tiles are not analysed."
      )
    case .trendsNote:
      .init(
        kk: "Сызық: мән; жолақ: 95 % аралық. Барлық суреттің шкаласы бір.",
        ru: "Линия: значение; полоса: 95 % интервал. Шкала у всех рисунков одна.",
        en: "Line: value; band: 95% interval. All panels have one scale.")
    case .frequencyNote:
      .init(
        kk: "Барлық жолдар бірге; жіңішке сызық: 95 % аралық.",
        ru: "Все строки вместе; тонкая линия: 95 % интервал.",
        en: "All rows together; thin line: 95% interval.")
    case .criteriaNote:
      .init(
        kk: "Солдан оңға: индикаторлар, олардың өлшемшарттары және олар әсер ететін нәтиже.",
        ru: "Слева направо: индикаторы, их критерии и то, на что они влияют.",
        en: "From left to right: indicators, their criteria, and what these bear on.")
    case .criteriaAloneNote:
      .init(
        kk: "Солдан оңға: индикаторлар және олардың өлшемшарттары.",
        ru: "Слева направо: индикаторы и их критерии.",
        en: "From left to right: indicators and their criteria.")
    case .sameNumbers:
      .init(kk: "Осы сандар кестеде", ru: "Те же числа в таблице", en: "The same numbers in the table")
    case .methods: .init(kk: "Әдіс", ru: "Методы", en: "Methods")
    case .share: .init(kk: "Үлесі", ru: "Доля", en: "Share")
    case .rate: .init(kk: "Жиілігі", ru: "Частота", en: "Rate")
    case .rateInterval:
      .init(
        kk: "95 % сенім аралығы (Гарвуд)", ru: "95 % доверительный интервал (Гарвуд)",
        en: "95% interval (Garwood)")
    case .clusterInterval:
      .init(
        kk: "Құжаттар бойынша бутстреп, 95 %", ru: "Бутстреп по документам, 95 %",
        en: "Bootstrap of documents, 95%")
    case .level: .init(kk: "Деңгейі", ru: "Уровень", en: "Level")
    case .levelRule: .init(kk: "Деңгей ережесі", ru: "Правило уровней", en: "Rule of the levels")
    case .keyness: .init(kk: "Кілттілігі", ru: "Ключевость", en: "Keyness")
    case .oddsRatio: .init(kk: "Мүмкіндіктер қатынасы", ru: "Отношение шансов", en: "Odds ratio")
    case .corrected:
      .init(
        kk: "Қателері түзетілген үлес (Роган–Гладен)", ru: "Доля с поправкой на ошибки (Роган–Гладен)",
        en: "Share corrected for errors (Rogan-Gladen)")
    case .predictionPowered:
      .init(
        kk: "Болжаммен күшейтілген баға", ru: "Оценка с опорой на предсказания",
        en: "Prediction-powered estimate")
    case .change: .init(kk: "Күнге дейін және кейін", ru: "До и после даты", en: "Before and after the date")
    case .trend: .init(kk: "Жылдық өзгеріс", ru: "Изменение за год", en: "Change a year")
    case .reliability: .init(kk: "Криппендорф альфасы", ru: "Альфа Криппендорфа", en: "Krippendorff's alpha")
    case .statedFigure:
      .init(kk: "Құжаттағы сан", ru: "Число из документа", en: "Figure stated in a document")
    case .tooFew:
      .init(
        kk: "Бірліктер саны ең аз мөлшерден кем", ru: "Единиц меньше, чем нужно",
        en: "Fewer units than needed")
    case .keynessMarks:
      .init(
        kk: "▲ басқа жолдардан айтарлықтай көп, ▼ аз (Холм түзетуімен p < 0,05)",
        ru: "▲ значимо больше, чем в других строках, ▼ меньше (p < 0,05 с поправкой Холма)",
        en: "▲ significantly more than in the other rows, ▼ less (p < .05 after Holm's correction)")
    case .tooFewMark:
      .init(
        kk: "· бірліктер аз: деңгей мен сынақ берілмейді", ru: "· единиц мало: уровня и проверки нет",
        en: "· too few units for a level or a test")
    case .sensitivity:
      .init(kk: "Деңгейлердің тұрақтылығы", ru: "Устойчивость уровней", en: "Sensitivity of the levels")
    case .sensitivityNote:
      .init(
        kk: "Басқа ережемен немесе сөздіктің бір жазбасынсыз қанша ұяшықтың деңгейі өзгерер еді.",
        ru: "У скольких ячеек уровень был бы другим при другом правиле или без одной записи словаря.",
        en: "How many cells would have another level under another rule, or without one lexicon entry.")
    case .ruleHeading: .init(kk: "Ереже", ru: "Правило", en: "Other rule")
    case .changedCells: .init(kk: "Өзгеретін ұяшықтар", ru: "Ячеек изменится", en: "Cells that change")
    case .ofCells: .init(kk: "Деңгейі бар ұяшықтар", ru: "Ячеек с уровнем", en: "Cells with a level")
    case .withoutEntry: .init(kk: "Алынған жазба", ru: "Без записи", en: "Without the entry")
    case .lostPassages: .init(kk: "Жоғалатын үзінділер", ru: "Потеряно фрагментов", en: "Passages lost")
    case .skip: .init(kk: "Мазмұнға өту", ru: "Перейти к содержанию", en: "Skip to the content")
    case .loading: .init(kk: "Ашылуда…", ru: "Открывается…", en: "Opening…")
    case .unreadable:
      .init(
        kk: "Бұл браузер есептің деректерін аша алмайды: жаңарағы керек.",
        ru: "Этот браузер не открывает данные отчёта: нужен более новый.",
        en: "This browser cannot open the report's data: a newer one is needed.")
    }
  }

  /// The language of a text: its code, or what it is where it has none.
  static func language(_ code: String) -> TrilingualLabel {
    switch code {
    case "mixed": .init(kk: "аралас", ru: "смешанный", en: "mixed")
    case "other": .init(kk: "басқа", ru: "другой", en: "other")
    default: .init(untranslated: code)
    }
  }

  /// What the shares of a table are shares of.
  static func shareBase(_ unit: CountingUnit) -> TrilingualLabel {
    switch unit {
    case .passages:
      .init(
        kk: "Үлес: қатардағы барлық үзіндіден.", ru: "Доля: от всех фрагментов строки.",
        en: "Shares are of the row's passages.")
    case .documents:
      .init(
        kk: "Үлес: қатардағы барлық құжаттан.", ru: "Доля: от всех документов строки.",
        en: "Shares are of the row's documents.")
    case .codings:
      .init(
        kk: "Үлес: қатарда берілген барлық кодтан.", ru: "Доля: от всех присвоенных кодов строки.",
        en: "Shares are of the row's codings.")
    case .sessions:
      .init(
        kk: "Үлес: қатардағы барлық сессиядан.", ru: "Доля: от всех сессий строки.",
        en: "Shares are of the row's sessions.")
    case .perSession:
      .init(
        kk: "Бір сессияға келетін үзінділер саны; сессиясының нөмірі белгілі құжаттар ғана есептеледі.",
        ru: "Фрагментов на одну сессию; считаются только документы с известным номером сессии.",
        en: "Values are passages per session, of documents whose session has a number.")
    case .perThousandTokens:
      .init(
        kk: "Мың сөзге келетін кодтар саны.", ru: "Присвоенных кодов на тысячу слов.",
        en: "Values are codings per 1,000 words.")
    }
  }

  /// What was seen and has no place in a table; nil where that is nothing.
  static func outside(_ outside: CrossTable.Outside) -> TrilingualLabel? {
    if outside == CrossTable.Outside() { return nil }
    let parts = [
      (ReportWording.documents, outside.documents), (.passages, outside.passages),
      (.codings, outside.codings),
    ]
    return TrilingualLabel { language in
      let counts = parts.map { "\($0.0.label[language].lowercased()) \(ReportTable.grouped($0.1))" }
      return ReportWording.outsideLabel.label[language] + ": " + counts.joined(separator: ", ") + "."
    }
  }

  /// What a passage is in its document, by the role's name in the interchange format; nil for a name not known here.
  static func role(_ name: String) -> TrilingualLabel? { roles[name] }

  /// What stands before a title that is evidence.
  static func title(_ kind: HTMLReport.Title.Kind) -> TrilingualLabel {
    switch kind {
    case .document: document.label
    case .agenda, .heading: roles[kind.rawValue] ?? TrilingualLabel(untranslated: kind.rawValue)
    }
  }

  private static let roles: [String: TrilingualLabel] = [
    "heading": .init(kk: "Тақырып", ru: "Заголовок", en: "Heading"),
    "attendance": .init(kk: "Қатысушылар", ru: "Присутствующие", en: "Attendance"),
    "agenda": .init(kk: "Күн тәртібі", ru: "Повестка дня", en: "Agenda"),
    "speech": .init(kk: "Сөз сөйлеу", ru: "Выступление", en: "Speech"),
    "report": .init(kk: "Баяндама", ru: "Доклад", en: "Report"),
    "resolution": .init(kk: "Шешім", ru: "Решение", en: "Resolution"),
    "vote": .init(kk: "Дауыс беру", ru: "Голосование", en: "Vote"),
    "note": .init(kk: "Ескертпе", ru: "Примечание", en: "Note"),
    "signature": .init(kk: "Қолтаңба", ru: "Подпись", en: "Signature"),
    "body": .init(kk: "Мәтін", ru: "Текст", en: "Text"),
  ]
}
