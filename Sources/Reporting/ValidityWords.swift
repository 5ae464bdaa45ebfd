import Tabulation

extension ValidityPage {
  /// The words of the section, in three languages.
  enum Words {
    static let title = TrilingualLabel(
      kk: "Кодтаудың сенімділігі", ru: "Достоверность кодирования", en: "Validity of the coding")
    static let group = TrilingualLabel(kk: "Топ", ru: "Группа", en: "Group")
    static let code = TrilingualLabel(kk: "Код", ru: "Код", en: "Code")
    static let passages = TrilingualLabel(kk: "Үзінділер", ru: "Фрагменты", en: "Passages")
    static let inGold = TrilingualLabel(kk: "Адамдар берген", ru: "Дали люди", en: "Given by people")
    static let prevalence = TrilingualLabel(kk: "Үлесі", ru: "Доля", en: "Prevalence")
    static let precision = TrilingualLabel(kk: "Дәлдік", ru: "Точность", en: "Precision")
    static let recall = TrilingualLabel(kk: "Толықтық", ru: "Полнота", en: "Recall")
    static let f1 = TrilingualLabel(untranslated: "F1")
    static let alpha = TrilingualLabel(
      kk: "Криппендорф альфасы", ru: "Альфа Криппендорфа", en: "Krippendorff’s alpha")
    static let people = TrilingualLabel(
      kk: "Адамдар арасындағы альфа", ru: "Альфа между людьми", en: "Alpha among people")
    static let verdict = TrilingualLabel(kk: "Сенімділік", ru: "Надёжность", en: "Reliability")
    static let reliable = TrilingualLabel(kk: "сенімді", ru: "надёжно", en: "reliable")
    static let tentative = TrilingualLabel(
      kk: "алдын ала қорытындыға ғана", ru: "только для предварительных выводов", en: "tentative only")
    static let insufficient = TrilingualLabel(kk: "жеткіліксіз", ru: "недостаточно", en: "insufficient")
    static let overlap = TrilingualLabel(
      kk: "Қазақ және орыс тілдеріндегі F1 аралықтары қабысады: тілдер арасындағы айырма дәлелденбеген.",
      ru: "Интервалы F1 казахского и русского языков пересекаются: разница между языками не доказана.",
      en: "The intervals of F1 in Kazakh and Russian overlap: no difference between the languages is shown.")
    static let noOverlap = TrilingualLabel(
      kk: "Қазақ және орыс тілдеріндегі F1 аралықтары қабыспайды: тілдер бірдей кодталмайды.",
      ru: "Интервалы F1 казахского и русского языков не пересекаются: языки кодируются неодинаково.",
      en: "The intervals of F1 in Kazakh and Russian do not overlap: the languages are not coded alike.")
    static let decisions = TrilingualLabel(
      kk: "Код, тіл және құжат түрі бойынша шешімдер", ru: "Решения по кодам, языкам и видам документов",
      en: "Decisions by code, language and kind of document")
    static let decisionNote = TrilingualLabel(
      kk: "Дұрыс берілген / қате берілген / өткізіп алынған.",
      ru: "Дано верно / дано ошибочно / пропущено.", en: "Given rightly / given wrongly / missed.")
    static let mistakes = TrilingualLabel(
      kk: "Ең ауыр қателер", ru: "Самые грубые ошибки", en: "Worst mistakes")
    static let missed = TrilingualLabel(kk: "Өткізіп алынған", ru: "Пропущено", en: "Missed")
    static let wrong = TrilingualLabel(kk: "Қате берілген", ru: "Дано ошибочно", en: "Given wrongly")
    static let score = TrilingualLabel(kk: "ұпай", ru: "балл", en: "score")

    static func votes(_ count: Int) -> TrilingualLabel {
      TrilingualLabel(
        kk: "кодты \(count) адам берген", ru: "код дали люди: \(count)", en: "people who gave it: \(count)")
    }

    static func note(_ resamples: Int) -> TrilingualLabel {
      let intervals =
        resamples > 0
        ? TrilingualLabel(
          kk: " Аралықтар: құжаттарды \(resamples) рет қайта іріктеу, 95 %.",
          ru: " Интервалы: 95 %, \(resamples) повторных выборок документов.",
          en: " Intervals: 95 %, \(resamples) resamples of documents.") : TrilingualLabel(untranslated: "")
      return TrilingualLabel(
        kk:
          "Альфа 0,800-ден бастап сенімді, 0,667-ден бастап алдын ала қорытындыға жарайды (Krippendorff 2018)."
          + intervals.kk,
        ru: "Альфа от 0,800 надёжна, от 0,667 допускает предварительные выводы (Krippendorff 2018)."
          + intervals.ru,
        en:
          "An alpha of .800 or more is reliable, of .667 or more allows tentative conclusions (Krippendorff 2018)."
          + intervals.en)
    }

    static func undefined(_ reason: Measure.Reason?) -> TrilingualLabel {
      switch reason {
      case .oneCategory:
        TrilingualLabel(kk: "бір ғана санат", ru: "только одна категория", en: "one category only")
      case .noOverlap:
        TrilingualLabel(kk: "ортақ үзінді жоқ", ru: "нет общих фрагментов", en: "no passages in common")
      default: TrilingualLabel(kk: "анықталмаған", ru: "не определено", en: "not defined")
      }
    }
  }
}
