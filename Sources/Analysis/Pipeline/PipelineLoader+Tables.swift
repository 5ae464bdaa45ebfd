import Tabulation
import Yams

/// Declarations of tables.
extension PipelineLoader {
  private static let tableKeys = [
    "id", "label", "rows", "columns", "codes", "unit", "where", "cells", "levels", "alternatives",
    "leave-entries-out", "minimum", "confidence", "bootstrap", "permutation", "seed", "split", "examples",
  ]

  /// - Parameter split: the pipeline's own date that parts the period.
  mutating func table(_ node: Node, _ pipeline: Pipeline, split: String) -> Pipeline.Table? {
    guard let mapping = node.mapping else {
      problem("a table needs keys: id, label, rows, columns", at: node)
      return nil
    }
    checkKeys(mapping, Self.tableKeys, "key of a table")
    guard let id = string(mapping, "id", at: node), let rows = string(mapping, "rows", at: node),
      let columns = string(mapping, "columns", at: node)
    else { return nil }
    guard namesFiles(id, "table", at: node) else { return nil }
    var table = Pipeline.Table(
      id: id, label: mapping["label"].map { label($0) },
      rows: Pipeline.Field(name: rows), columns: Pipeline.Field(name: columns))
    for (key, value) in mapping { table.lines[key.string ?? ""] = value.mark?.line ?? key.mark?.line }
    for node in nodes(mapping["codes"], "codes") {
      table.codes.append(node.string ?? "")
      table.codeLines.append(node.mark?.line ?? 1)
    }
    if table.rows == table.columns, case .document = table.rows {
      problem("rows and columns are the same: '\(rows)'", at: mapping["columns"])
    }
    if let unit = mapping["unit"] { table.unit = named(unit, "unit") ?? .passages }
    if let filter = mapping["where"] { table.filter = self.filter(filter, pipeline) }
    if let cells = mapping["cells"] {
      table.content = nodes(cells, "cells").compactMap { named($0, "content of a cell") }
    }
    table.analysis = analysis(mapping, table, split: split)
    return table
  }

  /// The case that a node names.
  private mutating func named<Value: RawRepresentable & CaseIterable>(_ node: Node, _ what: String) -> Value?
  where Value.RawValue == String {
    let name = node.string ?? ""
    if let value = Value(rawValue: name) { return value }
    unknown(name, among: Value.allCases.map(\.rawValue), what, at: node)
    return nil
  }

  // MARK: Statistics

  private mutating func analysis(
    _ mapping: Node.Mapping, _ table: Pipeline.Table, split: String
  ) -> TableAnalysis {
    var analysis = TableAnalysis()
    if let node = mapping["levels"] { analysis.levels = level(node) }
    if let node = mapping["alternatives"] {
      analysis.alternatives = (node.sequence.map(Array.init) ?? [node]).compactMap { level($0) }
    }
    analysis.leavesEntriesOut = flag(mapping, "leave-entries-out") ?? false
    analysis.minimumBase = whole(mapping["minimum"], "minimum", 1...1_000_000) ?? analysis.minimumBase
    analysis.examples = whole(mapping["examples"], "examples", 0...100) ?? analysis.examples
    if let value = number(mapping["confidence"], "confidence") {
      if value > 0.5 && value < 1 {
        analysis.confidence = value
      } else {
        problem("'confidence' is a share between 0.5 and 1, such as 0.95", at: mapping["confidence"])
      }
    }
    let seed = whole(mapping["seed"], "seed", 0...Int.max).map { UInt64($0) } ?? Resampling().seed
    func resampling(_ draws: Int?) -> Resampling? {
      draws.flatMap { $0 > 0 ? Resampling(draws: $0, seed: seed) : nil }
    }
    analysis.bootstrap = resampling(whole(mapping["bootstrap"], "bootstrap", 0...100_000))
    analysis.permutation = resampling(whole(mapping["permutation"], "permutation", 0...100_000))
    let period = Pipeline.Field.document(.period)
    if table.content.contains(.change) || table.rows == period || table.columns == period
      || mapping["split"] != nil
    {
      analysis.split = day(mapping["split"]) ?? split
    }
    if table.content.contains(.level), analysis.levels == nil {
      analysis.levels = .terciles(.column)
    }
    return analysis
  }

  private mutating func level(_ node: Node) -> LevelRule? {
    guard let mapping = node.mapping, let rule = string(mapping, "rule", at: node) else {
      if node.mapping == nil { problem("a level rule needs keys, such as {rule: terciles}", at: node) }
      return nil
    }
    switch rule {
    case "cut-offs":
      checkKeys(mapping, ["rule", "medium", "high"], "key of the rule 'cut-offs'")
      guard let medium = number(mapping["medium"], "medium", at: node),
        let high = number(mapping["high"], "high", at: node)
      else { return nil }
      if medium > high { problem("'medium' is above 'high': no cell could be medium", at: node) }
      return .cutOffs(medium: medium, high: high)
    case "terciles":
      checkKeys(mapping, ["rule", "over"], "key of the rule 'terciles'")
      guard let over = mapping["over"] else { return .terciles(.column) }
      return named(over, "scope of terciles").map { .terciles($0) }
    case "reference":
      checkKeys(mapping, ["rule", "row", "low", "high"], "key of the rule 'reference'")
      let low = number(mapping["low"], "low") ?? 0.8
      let high = number(mapping["high"], "high") ?? 1.25
      if low > high { problem("'low' is above 'high': no cell could be medium", at: node) }
      return .reference(row: mapping["row"]?.string, low: low, high: high)
    default:
      unknown(rule, among: ["cut-offs", "terciles", "reference"], "rule of levels", at: mapping["rule"])
      return nil
    }
  }

  private mutating func whole(_ node: Node?, _ key: String, _ range: ClosedRange<Int>) -> Int? {
    guard let node else { return nil }
    if let value = node.int, range.contains(value) { return value }
    let most = range.upperBound == Int.max ? "up" : "to \(range.upperBound)"
    problem("'\(key)' is a whole number from \(range.lowerBound) \(most)", at: node)
    return nil
  }

  /// - Parameter parent: where the key must be; nil where it may be missing.
  private mutating func number(_ node: Node?, _ key: String, at parent: Node? = nil) -> Double? {
    if let value = node?.float ?? node?.int.map(Double.init), value.isFinite { return value }
    if node != nil || parent != nil { problem("'\(key)' is a number", at: node ?? parent) }
    return nil
  }
}
