@testable import Reporting
@testable import Tabulation

/// A small made-up analysis that every format is shown with: three regions, one of them without documents, and four
/// indicators of two criteria.
enum Sample {
  static let regions = [
    TableKey("KZ-71", .init(kk: "Астана қаласы", ru: "г. Астана", en: "Astana")),
    TableKey("KZ-61", .init(kk: "Түркістан облысы", ru: "Туркестанская область", en: "Turkistan Region")),
    TableKey("KZ-47", .init(kk: "Маңғыстау облысы", ru: "Мангистауская область", en: "Mangystau Region")),
  ]

  static let indicators = [
    TableKey(
      "civil-society.hearings",
      .init(
        kk: "Қоғамдық тыңдаулар мен азаматтарды қабылдау", ru: "Публичные слушания и приём граждан",
        en: "Public hearings and receptions")),
    TableKey(
      "civil-society.ngo",
      .init(kk: "ҮЕҰ-мен өзара іс-қимыл", ru: "Взаимодействие с НПО", en: "Cooperation with NGOs")),
    TableKey(
      "results.infrastructure",
      .init(
        kk: "Әлеуметтік инфрақұрылым нысандары", ru: "Объекты социальной инфраструктуры",
        en: "Social infrastructure | built")),
    TableKey(
      "results.vulnerable",
      .init(
        kk: "Халықтың осал топтарын қолдау", ru: "Поддержка уязвимых групп населения",
        en: "Support of vulnerable groups")),
  ]

  static func request(unit: CountingUnit = .passages) -> CrossTableRequest {
    CrossTableRequest(
      id: "region-indicator",
      label: .init(kk: "Өңірлер және көрсеткіштер", ru: "Регионы и индикаторы", en: "Regions and indicators"),
      rows: .init(
        id: "region", label: .init(kk: "Өңір", ru: "Регион", en: "Region"), keys: .given(regions)),
      columns: .init(
        id: "indicator", label: .init(kk: "Көрсеткіш", ru: "Индикатор", en: "Indicator"),
        keys: .given(indicators)),
      unit: unit)
  }

  static var table: CrossTable {
    var tally = Tally(request())
    for (index, document) in documents.enumerated() {
      tally.add(
        document: index, rows: document.rows,
        passages: passages.filter { $0.reference.document == index }.map { passage in
          Tally.Passage(passage.reference.passage, columns: passage.codes.map(\.code))
        })
    }
    return tally.table()
  }

  /// The table with everything that a cell can have beside its counts.
  static var analysed: CrossTable {
    let plain = table
    var analysis = TableAnalysis()
    analysis.levels = .terciles(.column)
    let p = PValue(raw: 0.0004, holm: 0.0048, benjaminiHochberg: 0.002)
    var cells = plain.statistics.cells
    for index in cells.indices {
      let estimate = plain.share(row: index / plain.columns.count, column: index % plain.columns.count)
      guard let value = estimate.value else {
        cells[index].isTooFew = true
        continue
      }
      // As if the table counted more: the sample has too few passages for any test.
      cells[index].isTooFew = false
      cells[index].level = LevelReading(
        value > 0.4 ? .high : value > 0 ? .medium : .low, by: .terciles(.column), of: value)
      cells[index].clusterInterval = value / 2...min(1, value * 2)
      cells[index].keyness = Keyness(logLikelihood: 12.25, logRatio: value > 0.4 ? 1.5 : -1.5, p: p)
      cells[index].reliability = Reliability(alpha: value > 0.4 ? 0.62 : 0.74)
    }
    cells[0].association = Association(
      test: .fisher, p: p, oddsRatio: .infinity, interval: 1.5 ... .infinity, cramersV: 0.25)
    cells[0].corrected = .share(CorrectedShare(0.3, 0.1...0.5))
    cells[0].predictionPowered = .refused(.tooFewInGold)
    cells[0].change = PeriodChange(
      date: "2022-06-08", before: CellEstimate(1, of: 4, unit: .passages),
      after: CellEstimate(3, of: 4, unit: .passages),
      difference: 0.5, interval: -0.1...0.9, test: .fisher, p: p)
    cells[0].trend = Trend(years: [.init(year: 2022, count: 1, base: 3)], slope: 0.015, z: 2.1, p: p)
    cells[0].examples = [PassageReference(document: 0, passage: 1)]
    cells[0].figures = [
      StatedFigure(value: 412, text: "412 млн тенге", reference: .init(document: 0, passage: 3))
    ]
    let sensitivity = LevelSensitivity(
      cells: 8, alternatives: [.init(rule: .cutOffs(medium: 0.05, high: 0.2), changed: [1, 4])],
      withoutEntries: [.init(entry: "hearings.public", lost: 2, changed: [0])])
    return CrossTable(
      id: plain.id, label: plain.label, unit: plain.unit, rowDimension: plain.rowDimension,
      columnDimension: plain.columnDimension, rows: plain.rows, columns: plain.columns,
      rowTotals: plain.rowTotals,
      cells: plain.cells, columnTotals: plain.columnTotals, total: plain.total, outside: plain.outside,
      content: [.count, .share, .level, .keyness], analysis: analysis,
      statistics: TableStatistics(
        cells: cells, columnTotals: plain.statistics.columnTotals, columnTests: plain.statistics.columnTests,
        sensitivity: sensitivity, testedCells: 12))
  }

  static let documents: [(rows: [String], document: HTMLReport.Document)] = [
    (
      ["KZ-71"],
      .init(
        path: "astana/2022-12-09.html", title: "Протокол XXXI сессии маслихата города Астаны",
        region: regions[0].label, date: "2022-12-09")
    ),
    (
      ["KZ-61"],
      .init(
        path: "turkistan/tyndau-2023.html", title: "Қоғамдық тыңдау қорытындысы", region: regions[1].label,
        date: "2023-04-18")
    ),
    ([], .init(path: "other/undated.txt")),
  ]

  static let passages: [HTMLReport.Passage] = [
    passage(
      0, 1, "Депутат С. Әлімжанова сообщила, что на публичных слушаниях жители вновь подняли вопрос о школе.",
      "ru", "speech", "С. Әлімжанова",
      [("civil-society.hearings", ["публичных слушаниях"], "hearings.public")]),
    passage(
      0, 2, "Приглашены: заместители акима города, руководители управлений.", "ru", "attendance", nil, []),
    passage(
      0, 3, "Многодетным семьям выплачено 412 млн тенге, две школы на 1 200 мест сданы в срок.", "ru",
      "report", nil,
      [
        ("results.vulnerable", ["Многодетным семьям"], "families.large"),
        ("results.infrastructure", ["две школы", "школы на 1 200 мест сданы"], "school.opened"),
      ]),
    passage(
      1, 1, "Қоғамдық тыңдауға ардагерлер кеңесі мен жастар ұйымдарының өкілдері қатысты.", "kk", "body", nil,
      [
        ("civil-society.hearings", ["Қоғамдық тыңдауға"], "hearings.public"),
        ("civil-society.ngo", ["ардагерлер кеңесі", "жастар ұйымдарының"], "ngo.associations"),
      ]),
    passage(
      1, 2, "Аудан бойынша 37 мүгедектігі бар тұрғынға арбалар берілді.", "kk", "report", nil,
      [("results.vulnerable", ["мүгедектігі бар тұрғынға"], "disability.aid")]),
    passage(
      2, 1, "Публичных слушаний не проводилось.", "ru", "body", nil,
      [("civil-society.hearings", ["слушаний"], "x")]),
  ]

  static var content: HTMLReport.Content {
    var content = HTMLReport.Content(
      title: .init(
        kk: "Мәслихаттар және әлеуметтік бағдарланған мемлекет",
        ru: "Маслихаты и социально ориентированное государство",
        en: "Maslikhats and the socially oriented state"))
    content.isDemonstration = true
    content.facts = [
      .init(
        .init(kk: "Корпус", ru: "Корпус", en: "Corpus"),
        .init(kk: "3 құжат", ru: "3 документа", en: "3 documents")),
      .init(.init(kk: "Кодтар кітабы", ru: "Кодировочная книга", en: "Codebook"), "socially-oriented-state"),
      .init(.init(kk: "Конвейер", ru: "Конвейер", en: "Pipeline"), "socially-oriented-state.yaml"),
    ]
    content.tables = [table]
    content.documents = documents.map(\.document)
    content.codeLabels = [
      "civil-society": .init(
        kk: "Халықпен және азаматтық қоғаммен өзара іс-қимыл",
        ru: "Взаимодействие с населением и гражданским обществом",
        en: "Interaction with the population and civil society"),
      "results": .init(
        kk: "Практикалық нәтижелер және өмір сапасы", ru: "Практические результаты и качество жизни",
        en: "Practical results and quality of life"),
    ]
    for indicator in indicators { content.codeLabels[indicator.key] = indicator.label }
    return content
  }

  /// A passage whose evidence is given by the quoted words.
  static func passage(
    _ document: Int, _ n: Int, _ text: String, _ language: String, _ role: String, _ speaker: String?,
    _ codes: [(code: String, quotes: [String], entry: String)]
  ) -> HTMLReport.Passage {
    HTMLReport.Passage(
      PassageReference(document: document, passage: n), text: text, language: language, role: role,
      speaker: speaker,
      codes: codes.map { code in
        HTMLReport.Code(
          code.code,
          evidence: code.quotes.map {
            .init(.words(range(of: $0, in: text)), entry: code.entry, rule: "entry")
          })
      })
  }

  private static func range(of quote: String, in text: String) -> Range<Int> {
    let text = Array(text.unicodeScalars)
    let quote = Array(quote.unicodeScalars)
    for start in 0...max(0, text.count - quote.count) where text[start...].starts(with: quote) {
      return start..<start + quote.count
    }
    return 0..<0
  }
}
