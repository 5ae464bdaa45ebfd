import Coding
import Ingestion
import Tabulation

/// What a pipeline's fields are as rows and columns: keys, labels, and where a document or passage has them.
struct TableAxes {
  let pipeline: Pipeline
  let codebook: Codebook

  func dimension(_ field: Pipeline.Field, of table: Pipeline.Table) -> TableDimension {
    switch field {
    case .document(let field): document(field)
    case .passage(let field):
      TableDimension(
        id: field.rawValue, label: FieldLabels.label(field), keys: .discovered(FieldLabels.values(field)))
    case .dimension(let id): codes(id, groups: false, table)
    case .group(let id): codes(id, groups: true, table)
    }
  }

  private func document(_ field: Pipeline.DocumentField) -> TableDimension {
    let keys: TableDimension.Keys
    switch field {
    case .region where !pipeline.regions.isEmpty:
      keys = .given(
        pipeline.regions.compactMap { code in RegionNames.label(of: code).map { TableKey(code, $0) } })
    case .period: keys = .given(FieldLabels.values(field))
    default: keys = .discovered(FieldLabels.values(field))
    }
    return TableDimension(id: field.rawValue, label: FieldLabels.label(field), keys: keys)
  }

  private func codes(_ id: String, groups: Bool, _ table: Pipeline.Table) -> TableDimension {
    let all = codebook.codes.filter { codebook.dimensions[$0.dimension].id == id && $0.isGroup == groups }
    let chosen = table.codes.compactMap { name in all.first { $0.id == name } }
    let label = codebook.dimensions.first { $0.id == id }?.label
    return TableDimension(
      id: groups ? (id == "indicator" ? "criterion" : "group-\(id)") : id,
      label: label.map(TrilingualLabel.init) ?? TrilingualLabel(untranslated: id),
      keys: .given((chosen.isEmpty ? all : chosen).map { TableKey($0.id, TrilingualLabel($0.label)) }))
  }

  /// The key that a code gives to a field; nil where the field is another dimension or none.
  func key(of code: Codebook.Code, _ field: Pipeline.Field) -> String? {
    guard !code.isGroup else { return nil }
    let dimension = codebook.dimensions[code.dimension].id
    switch field {
    case .dimension(dimension): return code.id
    case .group(dimension): return code.group.map { codebook.codes[$0].id }
    default: return nil
    }
  }

  static func key(of document: CountedDocument, _ field: Pipeline.DocumentField, split: String?) -> String? {
    switch field {
    case .region: document.region
    case .district: document.district
    case .level: document.level
    case .body: document.body
    case .kind: document.kind
    case .language: document.language
    case .year: document.date.map { String($0.prefix(4)) }
    case .month: document.date.map { String($0.prefix(7)) }
    case .period:
      document.date.flatMap { date in split.map { date < $0 ? "before" : "after" } }
    case .session: document.sessionName
    case .sessionKind: document.sessionKind
    case .convocation: document.convocation.map(String.init)
    case .chair: document.chair
    case .document: document.path
    }
  }

  static func key(of passage: CountedPassage, _ field: Pipeline.PassageField) -> String? {
    switch field {
    case .role: passage.role
    case .speaker: passage.speaker
    case .polarity: passage.polarity
    case .passageLanguage: passage.language
    }
  }
}

extension TrilingualLabel {
  public init(_ label: Codebook.Label) { self.init(kk: label.kk, ru: label.ru, en: label.en) }
}
