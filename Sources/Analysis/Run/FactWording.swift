import Coding
import Reporting
import Tabulation

/// What the manifest says, in the languages of the reader: its own words are English, for programs.
enum FactWording {
  static func label(of key: String) -> TrilingualLabel {
    switch key {
    case "program": TrilingualLabel(kk: "Бағдарлама", ru: "Программа", en: "Program")
    case "libraries": TrilingualLabel(kk: "Кітапханалар", ru: "Библиотеки", en: "Libraries")
    case "pipeline": TrilingualLabel(kk: "Талдау сипаттамасы", ru: "Описание анализа", en: "Pipeline")
    case Manifest.codebook: TrilingualLabel(kk: "Кодтау кітабы", ru: "Кодировочная книга", en: "Codebook")
    case "lexicons": TrilingualLabel(kk: "Сөздіктер", ru: "Словари", en: "Lexicons")
    case "region packs": TrilingualLabel(kk: "Өңірлік топтамалар", ru: "Пакеты регионов", en: "Region packs")
    case "project lexicon": TrilingualLabel(kk: "Жоба сөздігі", ru: "Словарь проекта", en: "Project lexicon")
    case Manifest.coder: TrilingualLabel(kk: "Кодтаушы", ru: "Кодировщик", en: "Coder")
    case "learned model":
      TrilingualLabel(kk: "Үйретілген модель", ru: "Обученная модель", en: "Learned model")
    case "lexicon problems":
      TrilingualLabel(kk: "Сөздік қателері", ru: "Ошибки словарей", en: "Lexicon problems")
    case Manifest.regionsAsOf:
      TrilingualLabel(kk: "Өңірлер мына күнгі", ru: "Регионы на дату", en: "Regions as of")
    case Manifest.corpus: TrilingualLabel(kk: "Корпус", ru: "Корпус", en: "Corpus")
    case "demonstration": TrilingualLabel(kk: "Көрсетілім", ru: "Демонстрация", en: "Demonstration")
    case "period": TrilingualLabel(kk: "Кезең", ru: "Период", en: "Period")
    case "documents":
      TrilingualLabel(kk: "Оқылған құжаттар", ru: "Прочитано документов", en: "Documents read")
    case "documents outside the period":
      TrilingualLabel(
        kk: "Кезеңнен тыс құжаттар", ru: "Документы вне периода", en: "Documents outside the period")
    case "documents without a day":
      TrilingualLabel(kk: "Күні жоқ құжаттар", ru: "Документы без даты", en: "Documents without a day")
    case "passages":
      TrilingualLabel(
        kk: "Оқылған үзінділер, тақырыптармен", ru: "Прочитано фрагментов, с заголовками",
        en: "Passages read, with headings")
    case "coded passages":
      TrilingualLabel(
        kk: "Олардың кодталғаны", ru: "Из прочитанных с кодами", en: "Coded passages of those read")
    case Manifest.counted.documents:
      TrilingualLabel(kk: "Кестелердегі құжаттар", ru: "Документы в таблицах", en: "Documents in the tables")
    case Manifest.counted.passages:
      TrilingualLabel(kk: "Кестелердегі үзінділер", ru: "Фрагменты в таблицах", en: "Passages in the tables")
    case Manifest.counted.coded:
      TrilingualLabel(kk: "Олардың кодталғаны", ru: "Из них с кодами", en: "Of these with codes")
    default: TrilingualLabel(untranslated: key)
    }
  }

  /// A value as people read it. Names, versions and hashes stay what they are.
  static func value(_ value: String, of key: String) -> TrilingualLabel {
    switch key {
    case "demonstration":
      TrilingualLabel(
        kk: "құжаттар әдісті көрсету үшін жазылған; олар ештеңенің дәлелі емес",
        ru: "документы написаны, чтобы показать метод; они ничего не доказывают", en: value)
    case "period" where value == Pipeline.Period().description:
      TrilingualLabel(kk: "шектелмеген", ru: "не ограничен", en: "not limited")
    case Manifest.coder: CoderKind(rawValue: value).map(label) ?? TrilingualLabel(untranslated: value)
    default:
      TrilingualLabel(
        kk: value.replacing(#/(\d+) files /#) { "\($0.1) файл, " }
          .replacing(#/(\d+) documents /#) { "\($0.1) құжат, " }
          .replacing(#/(\S+) version ([^\s,]+)/#) { "\($0.1) (\($0.2)-нұсқа)" }
          .replacing("listed in the store's table issue", with: "дерекқордың issue кестесінде аталған"),
        ru: value.replacing(#/(\d+) files /#) { "файлов: \($0.1), " }
          .replacing(#/(\d+) documents /#) { "документов: \($0.1), " }
          .replacing(#/(\S+) version ([^\s,]+)/#) { "\($0.1) (версия \($0.2))" }
          .replacing("listed in the store's table issue", with: "названы в таблице issue базы данных"),
        en: value)
    }
  }

  private static func label(_ coder: CoderKind) -> TrilingualLabel {
    switch coder {
    case .lexicon: TrilingualLabel(kk: "сөздік", ru: "словарь", en: "lexicon")
    case .learned: TrilingualLabel(kk: "үйретілген модель", ru: "обученная модель", en: "learned model")
    case .combined:
      TrilingualLabel(
        kk: "сөздік пен үйретілген модель", ru: "словарь и обученная модель", en: "lexicon and learned model")
    }
  }

  /// Facts one after the other, each after its name.
  static func list(_ facts: [(key: String, value: String)]) -> TrilingualLabel {
    TrilingualLabel { language in
      facts.map { "\(label(of: $0.key)[language]): \(value($0.value, of: $0.key)[language])" }
        .joined(separator: "; ")
    }
  }
}
