import Coding
import Reporting
import Tabulation

/// What a paper has to say of how the numbers came about, with the versions and hashes that let others repeat them.
struct MethodsText {
  private let pipeline: Pipeline
  private let model: CodingModel
  private let facts: [String: String]

  init(_ pipeline: Pipeline, _ model: CodingModel, _ manifest: Manifest) {
    self.pipeline = pipeline
    self.model = model
    facts = Dictionary(manifest.facts.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  var paragraphs: [HTMLReport.Paragraph] { [corpus, coding, counting, repeating] }

  private func fact(_ key: String) -> String { facts[key] ?? "–" }

  private var corpus: HTMLReport.Paragraph {
    let (documents, passages) = (fact("documents"), fact("passages"))
    let (outside, undated) = (fact("documents outside the period"), fact("documents without a day"))
    let period = FactWording.value(fact("period"), of: "period")
    let keys = Manifest.counted
    let (counted, own, coded) = (fact(keys.documents), fact(keys.passages), fact(keys.coded))
    return HTMLReport.Paragraph(
      .init(kk: "Корпус", ru: "Корпус", en: "Corpus"),
      .init(
        kk:
          "Оқылғаны: \(documents) құжат, тақырыптарымен бірге \(passages) үзінді. Кезең: \(period.kk); одан тыс құжаттар: "
          + "\(outside), күні анықталмағандары: \(undated), олар кестелерге кірмеген. Кестелерде: \(counted) құжат, \(own) "
          + "үзінді, оның \(coded) кез келген өлшем бойынша коды бар; бір кестеде тек сол кестенің кодтары есептеледі. Үзінді "
          + "дегеніміз абзац, сөйлеген сөз немесе кесте жолы; тақырыптар астындағы мәтінге контекст болады, бірақ "
          + "есептелмейді; сайт мәзірі мен қызметтік мәтін алынып тасталған.",
        ru:
          "Прочитано документов: \(documents), фрагментов вместе с заголовками: \(passages). Период: \(period.ru); документов "
          + "вне его: \(outside), без установленной даты: \(undated), они не вошли в таблицы. В таблицах документов: "
          + "\(counted), фрагментов: \(own), из них с кодом любого измерения: \(coded); в отдельной таблице считаются только "
          + "её коды. Фрагмент: абзац, реплика или строка таблицы; заголовки служат контекстом и не считаются, меню и "
          + "служебный текст сайтов отброшены.",
        en:
          "Read: \(documents) documents with \(passages) passages, headings included. Period: \(period.en); documents outside "
          + "of it: \(outside), without a day: \(undated), which are in no table. In the tables: \(counted) documents with "
          + "\(own) passages, \(coded) of them with a code of any dimension; each table counts its own codes alone. A passage "
          + "is a paragraph, a speech or a row of a table; headings are context and are not counted, menus and service text "
          + "of sites are left out."))
  }

  private var coding: HTMLReport.Paragraph {
    let codebook = model.codebook
    let rule: TrilingualLabel =
      switch pipeline.coder {
      case .lexicon:
        .init(
          kk: "Кодты сөздік қояды: терминдер қазақ және орыс сөз түрлендіруін ескеріп ізделеді.",
          ru: "Код ставит словарь: термины ищутся с учётом казахского и русского словоизменения.",
          en: "A lexicon gives the codes: its terms are found in all Kazakh and Russian inflections.")
      case .learned:
        .init(
          kk:
            "Кодты үйретілген модель қояды: сөздердің басы мен мағыналық топтары бойынша логистикалық регрессия.",
          ru: "Код ставит обученная модель: логистическая регрессия по началам слов и полям значения.",
          en:
            "A learned model gives the codes: logistic regression on beginnings of words and fields of meaning."
        )
      case .combined:
        .init(
          kk:
            "Кодты сөздік пен үйретілген модель бірге қояды: әр код үшін кросс-тексеру таңдаған тәсіл қолданылады.",
          ru:
            "Код ставят словарь и обученная модель вместе: для каждого кода взят способ, выбранный перекрёстной проверкой.",
          en:
            "A lexicon and a learned model give the codes together: for each code in the way that cross-validation favours."
        )
      }
    let name = "\(codebook.version) (\(codebook.id))"
    let source = codebook.source.isEmpty ? "" : " (\(codebook.source))"
    return HTMLReport.Paragraph(
      .init(kk: "Кодтау", ru: "Кодирование", en: "Coding"),
      .init(
        kk:
          "Кодтау кітабы: «\(codebook.title.kk)», нұсқасы \(name)\(source). \(rule.kk) Әр кодтың дәлелі сақталады: "
          + "сөздік жазбасы немесе модель белгісі, ереже және мәтіндегі сөздер.",
        ru:
          "Кодировочная книга: «\(codebook.title.ru)», версия \(name)\(source). \(rule.ru) У каждого кода сохранено "
          + "основание: запись словаря или признак модели, правило и слова текста.",
        en:
          "Codebook: “\(codebook.title.en)”, version \(name)\(source). \(rule.en) Every code keeps its evidence: the "
          + "lexicon's entry or the model's feature, the rule, and the words of the text."))
  }

  private var counting: HTMLReport.Paragraph {
    HTMLReport.Paragraph(
      .init(kk: "Санау", ru: "Подсчёт", en: "Counting"),
      .init(
        kk:
          "Ұяшық: коды бар бірліктер саны; үлес: жолдағы барлық бірліктен. Үлестің аралықтары: Уилсонның 95 % аралығы "
          + "(Wilson, 1927), мөлшерлеменікі: Гарвудтікі (Garwood, 1936); бір құжаттың үзінділері өзара тәуелсіз емес, сондықтан құжат аз жерде аралық тым тар болуы мүмкін. "
          + "Бірліксіз жолда үлес болмайды.",
        ru:
          "Ячейка: число единиц с кодом; доля: от всех единиц строки. Интервалы долей: 95 % интервал Уилсона "
          + "(Wilson, 1927), частот на сессию или на тысячу слов: Гарвуда (Garwood, 1936); фрагменты одного документа не независимы, поэтому при малом числе документов он скорее узок. В "
          + "строке без единиц доли нет.",
        en:
          "A cell counts the units with the code; shares are of all units of the row. Intervals of shares are Wilson's at 95% "
          + "(Wilson, 1927), of rates Garwood's (1936); passages of one document are not independent, so that they are rather narrow where documents "
          + "are few. A row without units has no shares."))
  }

  private var repeating: HTMLReport.Paragraph {
    let keys = [
      "program", "libraries", "pipeline", Manifest.codebook, "lexicons", "learned model", Manifest.corpus,
    ]
    let list = FactWording.list(keys.compactMap { key in facts[key].map { (key, $0) } })
    return HTMLReport.Paragraph(
      .init(kk: "Қайталау", ru: "Воспроизведение", en: "Repeating it"),
      .init(
        kk: "Бірдей деректер бірдей файлдарды байтына дейін береді. Нұсқалар мен SHA-256: \(list.kk).",
        ru: "Одни и те же данные дают одни и те же файлы до байта. Версии и SHA-256: \(list.ru).",
        en: "The same input gives the same files, byte for byte. Versions and SHA-256: \(list.en)."))
  }
}
