import Tabulation

/// One property of a cell in the formats of a line a cell (CSV, and the SPSS syntax that reads it): its column's name,
/// its label, and how to get it.
struct TableField: Sendable {
  enum Value: Sendable {
    case count(Int)
    case real(Double?)
    case text(String)
  }

  enum Kind: Sendable { case count, real, text }

  let name: String
  let label: TrilingualLabel
  let kind: Kind
  let value: @Sendable (CrossTable, _ row: Int, _ column: Int) -> Value

  private static func count(
    _ name: String, _ kk: String, _ ru: String, _ en: String,
    _ value: @escaping @Sendable (CrossTable, Int, Int) -> Int
  ) -> TableField {
    TableField(name: name, label: .init(kk: kk, ru: ru, en: en), kind: .count) { .count(value($0, $1, $2)) }
  }

  private static func real(
    _ name: String, _ kk: String, _ ru: String, _ en: String,
    _ value: @escaping @Sendable (CrossTable, Int, Int) -> Double?
  ) -> TableField {
    TableField(name: name, label: .init(kk: kk, ru: ru, en: en), kind: .real) { .real(value($0, $1, $2)) }
  }

  private static func text(
    _ name: String, _ kk: String, _ ru: String, _ en: String,
    _ value: @escaping @Sendable (CrossTable, Int, Int) -> String?
  ) -> TableField {
    TableField(name: name, label: .init(kk: kk, ru: ru, en: en), kind: .text) {
      .text(value($0, $1, $2) ?? "")
    }
  }

  private static func statistic(
    _ name: String, _ kk: String, _ ru: String, _ en: String,
    _ value: @escaping @Sendable (CellStatistics) -> Double?
  ) -> TableField {
    real(name, kk, ru, en) { value($0.statistics(row: $1, column: $2)) }
  }

  /// The rows of the cell's column against each other.
  private static func ofColumn(
    _ name: String, _ kk: String, _ ru: String, _ en: String,
    _ value: @escaping @Sendable (ColumnTest) -> Double?
  ) -> TableField {
    real(name, kk, ru, en) { table, _, column in table.statistics.columnTests[column].flatMap(value) }
  }

  /// Every field, in the order of the columns. Names are never changed; new ones come at the end of their part.
  static let all: [TableField] = counts + shares + statistics

  private static let counts: [TableField] = [
    count("passages", "Ұяшықтың үзінділері", "Фрагменты ячейки", "Passages of the cell") {
      $0.cell(row: $1, column: $2).passages
    },
    count("documents", "Ұяшықтың құжаттары", "Документы ячейки", "Documents of the cell") {
      $0.cell(row: $1, column: $2).documents
    },
    count("codings", "Ұяшықтың кодтары", "Коды ячейки", "Codings of the cell") {
      $0.cell(row: $1, column: $2).codings
    },
    count("row_passages", "Жолдың үзінділері", "Фрагменты строки", "Passages of the row") { table, row, _ in
      table.rowTotals[row].passages
    },
    count("row_documents", "Жолдың құжаттары", "Документы строки", "Documents of the row") { table, row, _ in
      table.rowTotals[row].documents
    },
    count(
      "row_coded_passages", "Жолдың кесте кодтары бар үзінділері", "Фрагменты строки с кодами таблицы",
      "Passages of the row with the table's codes"
    ) { table, row, _ in table.rowTotals[row].codedPassages },
    count("row_codings", "Жолдың кодтары", "Коды строки", "Codings of the row") { table, row, _ in
      table.rowTotals[row].codings
    },
  ]

  private static let shares: [TableField] = [
    real(
      "share_of_passages", "Жол үзінділеріндегі үлес", "Доля фрагментов строки", "Share of the row's passages"
    ) {
      $0.share(row: $1, column: $2, of: .passages).value
    },
    real("share_of_codings", "Жол кодтарындағы үлес", "Доля кодов строки", "Share of the row's codings") {
      $0.share(row: $1, column: $2, of: .codings).value
    },
    text("unit", "Санау бірлігі", "Единица счёта", "Unit of counting") { table, _, _ in table.unit.rawValue },
    real("share", "Бірлік бойынша үлес", "Доля по единице счёта", "Share or rate by the unit of counting") {
      $0.share(row: $1, column: $2).value
    },
    real("share_low", "Аралықтың төменгі шегі", "Нижняя граница интервала", "Lower end of its interval") {
      $0.share(row: $1, column: $2).interval?.lowerBound
    },
    real("share_high", "Аралықтың жоғарғы шегі", "Верхняя граница интервала", "Upper end of its interval") {
      $0.share(row: $1, column: $2).interval?.upperBound
    },
  ]

  private static let statistics: [TableField] = [
    statistic(
      "cluster_low", "Құжаттар бойынша бутстреп, төменгі шек", "Бутстреп по документам, нижняя граница",
      "Bootstrap of documents, lower end"
    ) { $0.clusterInterval?.lowerBound },
    statistic(
      "cluster_high", "Құжаттар бойынша бутстреп, жоғарғы шек", "Бутстреп по документам, верхняя граница",
      "Bootstrap of documents, upper end"
    ) { $0.clusterInterval?.upperBound },
    text("level", "Деңгей", "Уровень", "Level") { $0.statistics(row: $1, column: $2).level?.level.rawValue },
    statistic("keyness_g2", "Кілттілік, G²", "Ключевость, G²", "Keyness, G²") { $0.keyness?.logLikelihood },
    statistic(
      "keyness_log_ratio", "Үлестер қатынасының log₂", "log₂ отношения долей", "log₂ of the shares' ratio"
    ) {
      $0.keyness?.logRatio
    },
    statistic("keyness_p", "Кілттілік, p", "Ключевость, p", "Keyness, p") { $0.keyness?.p.raw },
    statistic("keyness_p_holm", "Кілттілік, p (Холм)", "Ключевость, p (Холм)", "Keyness, p (Holm)") {
      $0.keyness?.p.holm
    },
    statistic(
      "keyness_p_bh", "Кілттілік, p (Бенджамини–Хохберг)", "Ключевость, p (Бенджамини–Хохберг)",
      "Keyness, p (Benjamini-Hochberg)"
    ) { $0.keyness?.p.benjaminiHochberg },
    statistic("odds_ratio", "Мүмкіндіктер қатынасы", "Отношение шансов", "Odds ratio") {
      $0.association?.oddsRatio
    },
    statistic("odds_low", "Оның төменгі шегі", "Его нижняя граница", "Its lower end") {
      $0.association?.interval.lowerBound
    },
    statistic("odds_high", "Оның жоғарғы шегі", "Его верхняя граница", "Its upper end") {
      $0.association?.interval.upperBound
    },
    text("association_test", "Байланыс сынағы", "Критерий связи", "Test of association") {
      $0.statistics(row: $1, column: $2).association?.test.rawValue
    },
    statistic("association_p", "Байланыс, p", "Связь, p", "Association, p") { $0.association?.p.raw },
    statistic("association_p_holm", "Байланыс, p (Холм)", "Связь, p (Холм)", "Association, p (Holm)") {
      $0.association?.p.holm
    },
    statistic("cramers_v", "Крамердің V", "V Крамера", "Cramér's V") { $0.association?.cramersV },
    statistic("corrected", "Түзетілген үлес", "Исправленная доля", "Corrected share (Rogan-Gladen)") {
      $0.corrected?.share?.value
    },
    statistic("corrected_low", "Оның төменгі шегі", "Её нижняя граница", "Its lower end") {
      $0.corrected?.share?.interval.lowerBound
    },
    statistic("corrected_high", "Оның жоғарғы шегі", "Её верхняя граница", "Its upper end") {
      $0.corrected?.share?.interval.upperBound
    },
    text("corrected_refused", "Түзетілмеу себебі", "Почему не исправлена", "Why there is no corrected share")
    {
      $0.statistics(row: $1, column: $2).corrected?.refusal?.rawValue
    },
    statistic(
      "prediction_powered", "Болжаммен күшейтілген баға", "Оценка с опорой на предсказания",
      "Prediction-powered estimate"
    ) { $0.predictionPowered?.share?.value },
    statistic("prediction_powered_low", "Оның төменгі шегі", "Её нижняя граница", "Its lower end") {
      $0.predictionPowered?.share?.interval.lowerBound
    },
    statistic("prediction_powered_high", "Оның жоғарғы шегі", "Её верхняя граница", "Its upper end") {
      $0.predictionPowered?.share?.interval.upperBound
    },
    statistic("share_before", "Күнге дейінгі үлес", "Доля до даты", "Share before the date") {
      $0.change?.before.value
    },
    statistic("share_after", "Күннен кейінгі үлес", "Доля с даты", "Share from the date on") {
      $0.change?.after.value
    },
    statistic("change_p", "Өзгеріс, p", "Изменение, p", "Change, p") { $0.change?.p.raw },
    statistic("change_p_holm", "Өзгеріс, p (Холм)", "Изменение, p (Холм)", "Change, p (Holm)") {
      $0.change?.p.holm
    },
    statistic("trend_slope", "Жылдық өзгеріс", "Изменение за год", "Change a year") { $0.trend?.slope },
    statistic("trend_p", "Тренд, p", "Тренд, p", "Trend, p (Cochran-Armitage)") { $0.trend?.p.raw },
    statistic("alpha", "Криппендорф альфасы", "Альфа Криппендорфа", "Krippendorff's alpha on gold") {
      $0.reliability?.alpha
    },
    text("reliability", "Сенімділік", "Надёжность", "Reliability") {
      $0.statistics(row: $1, column: $2).reliability?.mark.rawValue
    },
    ofColumn("column_chi2", "Бағандағы жолдардың χ²", "χ² строк в столбце", "χ² of the column's rows") {
      $0.chiSquare
    },
    ofColumn("column_df", "Еркіндік дәрежесі", "Степени свободы", "Its degrees of freedom") {
      Double($0.degreesOfFreedom)
    },
    ofColumn("column_cramers_v", "Баған, Крамердің V", "Столбец, V Крамера", "Column, Cramér's V") {
      $0.cramersV
    },
    ofColumn("column_p", "Баған, p", "Столбец, p", "Column, p") { $0.p.raw },
    ofColumn("column_p_holm", "Баған, p (Холм)", "Столбец, p (Холм)", "Column, p (Holm)") { $0.p.holm },
    ofColumn(
      "column_smallest_expected", "Ең аз күтілетін жиілік", "Наименьшая ожидаемая частота",
      "Smallest expected count"
    ) {
      $0.expected.smallest
    },
    text("column_warning", "χ² туралы ескерту", "Замечание к χ²", "Warning of χ²") { table, _, column in
      table.statistics.columnTests[column]?.isDoubtful == true ? "small-expected-counts" : nil
    },
  ]
}

extension Correction {
  /// nil where it was refused.
  var share: CorrectedShare? { if case .share(let share) = self { share } else { nil } }
  var refusal: Refusal? { if case .refused(let refusal) = self { refusal } else { nil } }
}
