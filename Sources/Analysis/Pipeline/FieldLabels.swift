import Ingestion
import Tabulation

/// Names of the fields that can be rows and columns, and of their values, in three languages.
enum FieldLabels {
  static func label(_ field: Pipeline.DocumentField) -> TrilingualLabel {
    switch field {
    case .region: TrilingualLabel(kk: "Өңір", ru: "Регион", en: "Region")
    case .district: TrilingualLabel(kk: "Аудан немесе қала", ru: "Район или город", en: "District or city")
    case .level: TrilingualLabel(kk: "Органның деңгейі", ru: "Уровень органа", en: "Level of body")
    case .body: TrilingualLabel(kk: "Орган", ru: "Орган", en: "Body")
    case .kind: TrilingualLabel(kk: "Құжат түрі", ru: "Вид документа", en: "Kind")
    case .language: TrilingualLabel(kk: "Тіл", ru: "Язык", en: "Language")
    case .year: TrilingualLabel(kk: "Жыл", ru: "Год", en: "Year")
    case .month: TrilingualLabel(kk: "Ай", ru: "Месяц", en: "Month")
    case .period: TrilingualLabel(kk: "Кезең", ru: "Период", en: "Period")
    case .session: TrilingualLabel(kk: "Сессия", ru: "Сессия", en: "Session")
    case .sessionKind: TrilingualLabel(kk: "Сессия түрі", ru: "Вид сессии", en: "Kind of session")
    case .convocation: TrilingualLabel(kk: "Шақырылым", ru: "Созыв", en: "Convocation")
    case .chair: TrilingualLabel(kk: "Төраға", ru: "Председатель", en: "Chair")
    case .document: TrilingualLabel(kk: "Құжат", ru: "Документ", en: "Document")
    }
  }

  static func label(_ field: Pipeline.PassageField) -> TrilingualLabel {
    switch field {
    case .role: TrilingualLabel(kk: "Үзіндінің рөлі", ru: "Роль фрагмента", en: "Role of passage")
    case .speaker: TrilingualLabel(kk: "Сөйлеуші", ru: "Выступающий", en: "Speaker")
    case .polarity: TrilingualLabel(kk: "Реңк", ru: "Оценка", en: "Polarity")
    case .passageLanguage:
      TrilingualLabel(kk: "Үзіндінің тілі", ru: "Язык фрагмента", en: "Language of passage")
    }
  }

  /// The values that have names, in the order of rows and columns; others stand for themselves.
  static func values(_ field: Pipeline.DocumentField) -> [TableKey] {
    switch field {
    case .region:
      RegionNames.codes.compactMap { code in RegionNames.label(of: code).map { TableKey(code, $0) } }
    case .district: districts
    case .level: levels
    case .kind: kinds
    case .language: languages
    case .period: periods
    case .sessionKind: sessionKinds
    case .body, .year, .month, .session, .convocation, .chair, .document: []
    }
  }

  static func values(_ field: Pipeline.PassageField) -> [TableKey] {
    switch field {
    case .role: roles
    case .polarity: polarities
    case .passageLanguage: languages
    case .speaker: []
    }
  }

  /// The name of a field's value; the value itself where it has none.
  static func label(_ field: Pipeline.DocumentField, _ value: String) -> TrilingualLabel {
    values(field).first { $0.key == value }?.label ?? TrilingualLabel(untranslated: value)
  }

  private static func key(_ key: String, _ kk: String, _ ru: String, _ en: String) -> TableKey {
    TableKey(key, TrilingualLabel(kk: kk, ru: ru, en: en))
  }

  /// The KATO code of a district or city, by its code or by its full name of today in Kazakh or Russian, unless two have it.
  static func districtCode(_ name: String) -> String? {
    let wanted = name.lowercased()
    let found = districts.filter {
      $0.key == name || $0.label.kk.lowercased() == wanted || $0.label.ru.lowercased() == wanted
    }
    return found.count == 1 ? found[0].key : nil
  }

  static var districtNames: [String] { districts.flatMap { [$0.label.ru, $0.label.kk] } }

  /// Districts and cities by their KATO codes, with today's names.
  private static let districts: [TableKey] = {
    var names: [String: TrilingualLabel] = [:]
    for place in Gazetteer.shared.places where !place.isRegion && place.to == nil {
      names[place.kato] = TrilingualLabel(kk: place.kazakh, ru: place.russian, en: place.russian)
    }
    return names.sorted { $0.key < $1.key }.map { TableKey($0.key, $0.value) }
  }()

  private static let periods = [
    key("before", "дейін", "до", "before"), key("after", "бастап", "с этой даты", "from then on"),
  ]
  private static let levels = [
    key("oblast", "облыс", "область", "oblast"), key("city", "қала", "город", "city"),
    key("district", "аудан", "район", "district"),
    key("rural-district", "ауылдық округ", "сельский округ", "rural district"),
  ]
  private static let kinds = [
    key("protocol", "хаттама", "протокол", "protocol"), key("decision", "шешім", "решение", "decision"),
    key("report", "есеп", "отчёт", "report"), key("hearing", "тыңдау", "слушание", "hearing"),
    key("news", "жаңалық", "новость", "news"), key("regulation", "регламент", "регламент", "regulation"),
    key("other", "басқа", "прочее", "other"),
  ]
  private static let languages = [
    key("kk", "қазақша", "казахский", "Kazakh"), key("ru", "орысша", "русский", "Russian"),
    key("mixed", "аралас", "смешанный", "mixed"), key("other", "басқа", "другой", "other"),
  ]
  private static let sessionKinds = [
    key("regular", "кезекті", "очередная", "regular"),
    key("extraordinary", "кезектен тыс", "внеочередная", "extraordinary"),
  ]
  private static let polarities = [
    key("positive", "оң", "положительная", "positive"), key("neutral", "бейтарап", "нейтральная", "neutral"),
    key("negative", "теріс", "отрицательная", "negative"),
  ]
  private static let roles = [
    key("attendance", "қатысушылар", "присутствующие", "attendance"),
    key("agenda", "күн тәртібі", "повестка дня", "agenda"),
    key("speech", "сөз сөйлеу", "выступление", "speech"),
    key("report", "баяндама", "доклад", "report"), key("resolution", "шешім", "решение", "resolution"),
    key("vote", "дауыс беру", "голосование", "vote"), key("note", "ескертпе", "примечание", "note"),
    key("signature", "қолтаңба", "подпись", "signature"), key("body", "мәтін", "текст", "text"),
  ]
}
