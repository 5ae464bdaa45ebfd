import Coding
import Ingestion
import Tabulation

/// What the tables need of a coded document.
struct CountedDocument {
  var region: String?
  var date: String?
  var kind: String
  var language: String
  /// Number and codes (indices into the codebook's) of every passage that is not a heading.
  var passages: [(n: Int, codes: [Int])]
}

extension CountedDocument {
  init(_ coded: CodedDocument) {
    let metadata = coded.document.metadata
    self.init(
      region: metadata.region, date: metadata.date, kind: metadata.kind.rawValue,
      language: metadata.language.code,
      passages: coded.document.passages.indices.filter { coded.document.passages[$0].role != .heading }
        .map { ($0 + 1, coded.codings[$0].codes.map(\.code)) })
  }
}

/// Feeds the tallies of a pipeline's tables with coded documents, in any order.
struct TableBuilder {
  private let pipeline: Pipeline
  private let model: CodingModel
  private(set) var tallies: [Tally]
  /// For each table the row and column keys of each code: nil where the code is of another dimension.
  private let keys: [[(row: String?, column: String?)]]

  /// Passages that a cell keeps for the report.
  private static let references = ReferenceLimit.first(5000)

  init(_ pipeline: Pipeline, _ model: CodingModel) throws(PipelineError) {
    self.pipeline = pipeline
    self.model = model
    let codebook = model.codebook
    var problems: [PipelineError.Problem] = []
    for table in pipeline.tables {
      for field in [table.rows, table.columns] {
        guard let dimension = Self.dimension(of: field) else { continue }
        if !codebook.dimensions.contains(where: { $0.id == dimension }) {
          let known = ["region", "year", "kind", "language", "criterion"] + codebook.dimensions.map(\.id)
          problems.append(
            .init(
              file: pipeline.file, line: 1,
              message:
                "table '\(table.id)': '\(dimension)' is neither a field nor a dimension of the codebook; known: "
                + known.joined(separator: ", ")))
        }
      }
    }
    guard problems.isEmpty else { throw PipelineError(problems: problems) }
    tallies = pipeline.tables.map { Tally(Self.request($0, pipeline, codebook)) }
    keys = pipeline.tables.map { table in
      codebook.codes.map {
        (Self.key(of: $0, table.rows, codebook), Self.key(of: $0, table.columns, codebook))
      }
    }
  }

  /// Counts a document if it is in the pipeline's period.
  ///
  /// - Returns: whether it was counted.
  mutating func add(_ counted: CountedDocument, number: Int) -> Bool {
    guard pipeline.period.contains(counted.date) else { return false }
    for (index, table) in pipeline.tables.enumerated() {
      var passages: [Tally.Passage] = []
      for (n, codes) in counted.passages {
        var passage = Tally.Passage(n)
        for code in codes {
          let key = keys[index][code]
          if let row = key.row { passage.rows.append(row) }
          if let column = key.column { passage.columns.append(column) }
        }
        passages.append(passage)
      }
      tallies[index].add(
        document: number, rows: value(of: table.rows, counted), columns: value(of: table.columns, counted),
        passages: passages)
    }
    return true
  }

  // MARK: Fields

  private static func dimension(of field: Pipeline.Field) -> String? {
    switch field {
    case .dimension(let id), .group(let id): id
    case .region, .year, .kind, .language: nil
    }
  }

  private func value(of field: Pipeline.Field, _ counted: CountedDocument) -> [String] {
    switch field {
    case .region: counted.region.map { [$0] } ?? []
    case .year: counted.date.map { [String($0.prefix(4))] } ?? []
    case .kind: [counted.kind]
    case .language: [counted.language]
    case .dimension, .group: []
    }
  }

  private static func key(of code: Codebook.Code, _ field: Pipeline.Field, _ codebook: Codebook) -> String? {
    guard let dimension = dimension(of: field), codebook.dimensions[code.dimension].id == dimension,
      !code.isGroup
    else {
      return nil
    }
    if case .group = field { return code.group.map { codebook.codes[$0].id } }
    return code.id
  }

  private static func request(
    _ table: Pipeline.Table, _ pipeline: Pipeline, _ codebook: Codebook
  ) -> CrossTableRequest {
    CrossTableRequest(
      id: table.id, label: table.label, rows: axis(table.rows, pipeline, codebook),
      columns: axis(table.columns, pipeline, codebook), unit: table.unit, references: references)
  }

  private static func axis(_ field: Pipeline.Field, _ pipeline: Pipeline, _ codebook: Codebook)
    -> TableDimension
  {
    switch field {
    case .region:
      let label = TrilingualLabel(kk: "Өңір", ru: "Регион", en: "Region")
      let named = (pipeline.regions.isEmpty ? RegionNames.codes : pipeline.regions).compactMap { code in
        RegionNames.label(of: code).map { TableKey(code, $0) }
      }
      return TableDimension(
        id: "region", label: label, keys: pipeline.regions.isEmpty ? .discovered([]) : .given(named))
    case .year:
      return TableDimension(
        id: "year", label: TrilingualLabel(kk: "Жыл", ru: "Год", en: "Year"), keys: .discovered([]))
    case .kind:
      return TableDimension(
        id: "kind", label: TrilingualLabel(kk: "Құжат түрі", ru: "Вид документа", en: "Kind"),
        keys: .discovered([]))
    case .language:
      return TableDimension(
        id: "language", label: TrilingualLabel(kk: "Тіл", ru: "Язык", en: "Language"), keys: .discovered([]))
    case .dimension(let id), .group(let id):
      let isGroup = if case .group = field { true } else { false }
      let codes = codebook.codes.filter {
        codebook.dimensions[$0.dimension].id == id && $0.isGroup == isGroup
      }
      let label = codebook.dimensions.first { $0.id == id }?.label
      return TableDimension(
        id: isGroup ? "criterion" : id,
        label: label.map(TrilingualLabel.init) ?? TrilingualLabel(untranslated: id),
        keys: .given(codes.map { TableKey($0.id, TrilingualLabel($0.label)) }))
    }
  }
}

extension TrilingualLabel {
  /// The label of a code or dimension.
  public init(_ label: Codebook.Label) { self.init(kk: label.kk, ru: label.ru, en: label.en) }
}
