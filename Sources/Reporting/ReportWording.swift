import Tabulation

/// The words of the reports themselves, in three languages. Labels of tables, codes and regions come with the data.
enum ReportWording: CaseIterable {
  case language, show, counts, shares, documents, passages, codedPassages, codings, total, about
  case demonstration, interval, shade, close, more, shown, noPassages, codes, entry, feature, rule
  case outsideLabel, withoutScript, noTables, printNote, contents, of

  var label: TrilingualLabel {
    switch self {
    case .language: .init(kk: "Тіл", ru: "Язык", en: "Language")
    case .show: .init(kk: "Көрсету", ru: "Показать", en: "Show")
    case .counts: .init(kk: "Саны", ru: "Число", en: "Counts")
    case .shares: .init(kk: "Үлесі", ru: "Доля", en: "Shares")
    case .documents: .init(kk: "Құжаттар", ru: "Документы", en: "Documents")
    case .passages: .init(kk: "Үзінділер", ru: "Фрагменты", en: "Passages")
    case .codedPassages: .init(kk: "Коды бар үзінділер", ru: "Фрагменты с кодами", en: "Coded passages")
    case .total: .init(kk: "Барлығы", ru: "Всего", en: "Total")
    case .about: .init(kk: "Осы талдау туралы", ru: "Об этом анализе", en: "About this analysis")
    case .codings: .init(kk: "Берілген кодтар", ru: "Присвоенные коды", en: "Codings")
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
    case .codes: .init(kk: "Кодтар", ru: "Коды", en: "Codes")
    case .entry: .init(kk: "Сөздік жазбасы", ru: "Запись словаря", en: "Lexicon entry")
    case .feature:
      .init(
        kk: "Үйретілген кодтаушының белгісі", ru: "Признак обученного кодировщика",
        en: "Feature of the learned coder")
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
    case .of: .init(kk: "барлығы", ru: "всего", en: "of")
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
        kk: "Бір сессияға келетін үзінділер саны.", ru: "Фрагментов на одну сессию.",
        en: "Values are passages per session.")
    case .perThousandTokens:
      .init(
        kk: "Мың сөзге келетін кодтар саны.", ru: "Присвоенных кодов на тысячу слов.",
        en: "Values are codings per 1,000 words.")
    }
  }

  /// What a passage is in its document, by the role's name in the interchange format; nil for a name not known here.
  static func role(_ name: String) -> TrilingualLabel? { roles[name] }

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
