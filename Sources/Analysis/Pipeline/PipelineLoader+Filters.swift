import Ingestion
import Yams

/// `where` of a table: which documents and passages it counts.
extension PipelineLoader {
  private static let filterKeys =
    ["from", "to", "code"] + Pipeline.DocumentField.allCases.map(\.rawValue).filter { $0 != "period" }
    + Pipeline.PassageField.allCases.map(\.rawValue)

  mutating func filter(_ node: Node, _ pipeline: Pipeline) -> Pipeline.Filter {
    var filter = Pipeline.Filter()
    guard let mapping = node.mapping else {
      problem("'where' needs keys: \(Self.filterKeys.joined(separator: ", "))", at: node)
      return filter
    }
    checkKeys(mapping, Self.filterKeys, "key of 'where'")
    filter.period = Pipeline.Period(from: day(mapping["from"]), to: day(mapping["to"]))
    check(filter.period, at: node)
    if let from = filter.period.from ?? filter.period.to, let to = filter.period.to ?? filter.period.from,
      from <= to,
      (pipeline.period.to.map { from > $0 } ?? false) || (pipeline.period.from.map { to < $0 } ?? false)
    {
      problem("the table's period is outside of the pipeline's: nothing can be counted", at: node)
    }
    for (key, value) in mapping {
      let name = key.string ?? ""
      if name == "code" {
        for item in nodes(value, name) {
          filter.codes.append(item.string ?? "")
          filter.codeLines.append(item.mark?.line ?? 1)
        }
      } else if let field = Pipeline.DocumentField(rawValue: name) {
        filter.documents[field] = values(value, name, known(field))
      } else if let field = Pipeline.PassageField(rawValue: name) {
        filter.passages[field] = values(value, name, known(field))
      }
    }
    return filter
  }

  /// - Parameter known: every value that there is; nil for texts of documents, such as names.
  private mutating func values(_ node: Node, _ name: String, _ known: [String]?) -> [String] {
    nodes(node, name).compactMap { item in
      let value = item.string ?? ""
      if name == "district", let code = FieldLabels.districtCode(value) { return code }
      guard let known, !known.contains(value) else { return value }
      let hint = name == "district" ? FieldLabels.districtNames : known
      unknown(value, among: hint, Self.words[name] ?? name, at: item)
      return nil
    }
  }

  private static let words = [
    "kind": "kind of document", "level": "level of body", "role": "role of a passage",
    "passage-language": "language", "session-kind": "kind of session",
  ]

  private func known(_ field: Pipeline.DocumentField) -> [String]? {
    switch field {
    case .region: RegionNames.codes
    case .kind: Metadata.Kind.allCases.map(\.rawValue)
    case .level: Metadata.Level.allCases.map(\.rawValue)
    case .language, .district, .sessionKind: FieldLabels.values(field).map(\.key)
    case .body, .year, .month, .period, .session, .convocation, .chair, .document: nil
    }
  }

  private func known(_ field: Pipeline.PassageField) -> [String]? {
    switch field {
    case .role: Role.allCases.map(\.rawValue)
    case .polarity, .passageLanguage: FieldLabels.values(field).map(\.key)
    case .speaker: nil
    }
  }
}
