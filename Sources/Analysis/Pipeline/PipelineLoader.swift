import Coding
import Foundation
import Ingestion
import Reporting
import Tabulation
import Yams

/// Reads pipeline files. Every mistake is named with its line and what was probably meant.
public struct PipelineLoader {
  private let file: String
  private let folder: String
  private var problems: [PipelineError.Problem] = []

  private static let keys = [
    "pipeline", "title", "sources", "codebook", "coder", "period", "regions", "tables", "figure",
    "outputs", "demonstration", "packs", "project",
  ]
  /// What `outputs` may name.
  static let outputs = TableExporters.all.map(\.name) + ["xlsx", "html", "sqlite"]

  /// Reads a pipeline file.
  ///
  /// - Throws: `PipelineError` with all problems at once.
  public static func load(_ file: String) throws(PipelineError) -> Pipeline {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw PipelineError(problems: [
        .init(file: file, line: 1, message: "the file cannot be read; is the name right?")
      ])
    }
    return try load(Array(data), file: file)
  }

  /// Reads a pipeline from the bytes of a file.
  public static func load(_ bytes: [UInt8], file: String) throws(PipelineError) -> Pipeline {
    var loader = PipelineLoader(file: file)
    let root: Node?
    do {
      root = try Yams.compose(yaml: String(decoding: bytes, as: UTF8.self))
    } catch {
      let line = (error as? YamlError).flatMap(Self.line) ?? 1
      throw PipelineError(problems: [
        .init(file: file, line: line, message: "is not YAML: \(Self.summary(error))")
      ])
    }
    guard let mapping = root?.mapping else {
      throw PipelineError(problems: [
        .init(file: file, line: 1, message: "is no pipeline: keys and values are expected")
      ])
    }
    let pipeline = loader.pipeline(mapping, sha256: SourceFile.sha256(bytes))
    guard loader.problems.isEmpty, let pipeline else { throw PipelineError(problems: loader.problems) }
    return pipeline
  }

  private init(file: String) {
    self.file = file
    folder = file.contains("/") ? String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)]) : "."
  }

  private mutating func pipeline(_ mapping: Node.Mapping, sha256: String) -> Pipeline? {
    for (key, _) in mapping {
      let name = key.string ?? ""
      if !Self.keys.contains(name) { unknown(name, among: Self.keys, "key", at: key) }
    }
    guard let id = string(mapping, "pipeline"), let codebook = string(mapping, "codebook") else { return nil }
    let title = mapping["title"].map { label($0) } ?? TrilingualLabel(untranslated: id)
    var pipeline = Pipeline(
      id: id, title: title, file: file, sha256: sha256, sources: strings(mapping["sources"]).map(path),
      codebook: path(codebook), regions: strings(Self.regionCodes(mapping)), tables: [],
      outputs: strings(mapping["outputs"]),
      isDemonstration: mapping["demonstration"]?.bool ?? false)
    if let node = mapping["coder"] {
      let name = node.string ?? ""
      if let coder = CoderKind(rawValue: name) {
        pipeline.coder = coder
      } else {
        unknown(name, among: CoderKind.allCases.map(\.rawValue), "coder", at: node)
      }
    }
    readLayers(mapping, into: &pipeline)
    if let period = mapping["period"]?.mapping {
      pipeline.period = Pipeline.Period(from: day(period["from"]), to: day(period["to"]))
      if let from = pipeline.period.from, let to = pipeline.period.to, from > to, let node = mapping["period"]
      {
        problem("the period ends before it begins", at: node)
      }
    }
    pipeline.figure = mapping["figure"].flatMap { figure($0) }
    for (index, region) in pipeline.regions.enumerated() where RegionNames.label(of: region) == nil {
      unknown(region, among: RegionNames.codes, "region", at: Self.regionCodes(mapping)?.sequence?[index])
    }
    for (index, output) in pipeline.outputs.enumerated() where !Self.outputs.contains(output) {
      unknown(output, among: Self.outputs, "output", at: mapping["outputs"]?.sequence?[index])
    }
    for node in mapping["tables"]?.sequence ?? [] {
      if let table = table(node) { pipeline.tables.append(table) }
    }
    return pipeline
  }

  private mutating func table(_ node: Node) -> Pipeline.Table? {
    guard let mapping = node.mapping else {
      problem("a table needs keys: id, label, rows, columns", at: node)
      return nil
    }
    let keys = ["id", "label", "rows", "columns", "unit"]
    for (key, _) in mapping where !keys.contains(key.string ?? "") {
      unknown(key.string ?? "", among: keys, "key of a table", at: key)
    }
    guard let id = string(mapping, "id", at: node), let rows = string(mapping, "rows", at: node),
      let columns = string(mapping, "columns", at: node)
    else { return nil }
    guard id.utf8.allSatisfy({ ($0 >= 0x61 && $0 <= 0x7a) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2d })
    else {
      problem("the table's id '\(id)' names files: small Latin letters, digits and hyphens only", at: node)
      return nil
    }
    let unitName = mapping["unit"]?.string ?? CountingUnit.passages.rawValue
    let unit = CountingUnit(rawValue: unitName)
    if unit == nil {
      unknown(unitName, among: CountingUnit.allCases.map(\.rawValue), "unit", at: mapping["unit"])
    }
    let label = mapping["label"].map { self.label($0) } ?? TrilingualLabel(untranslated: id)
    return Pipeline.Table(
      id: id, label: label, rows: field(rows), columns: field(columns), unit: unit ?? .passages)
  }

  private mutating func figure(_ node: Node) -> Pipeline.Figure? {
    let keys = ["label", "outcome"]
    for (key, _) in node.mapping ?? [:] where !keys.contains(key.string ?? "") {
      unknown(key.string ?? "", among: keys, "key of the figure", at: key)
    }
    guard let title = node.mapping?["label"], let outcome = node.mapping?["outcome"] else {
      problem("the figure needs keys: label, outcome", at: node)
      return nil
    }
    return Pipeline.Figure(label: label(title), outcome: label(outcome))
  }

  private func field(_ name: String) -> Pipeline.Field {
    switch name {
    case "region": .region
    case "year": .year
    case "kind": .kind
    case "language": .language
    case "criterion": .group("indicator")
    default: .dimension(name)
    }
  }

  // MARK: Values

  private mutating func string(_ mapping: Node.Mapping, _ key: String, at node: Node? = nil) -> String? {
    if let value = mapping[key]?.string, !value.isEmpty { return value }
    problem("the key '\(key)' is missing", at: mapping[key] ?? node)
    return nil
  }

  private func strings(_ node: Node?) -> [String] {
    if let sequence = node?.sequence { return sequence.compactMap(\.string) }
    return node?.string.map { [$0] } ?? []
  }

  private mutating func label(_ node: Node) -> TrilingualLabel {
    if let text = node.string { return TrilingualLabel(untranslated: text) }
    let english = node.mapping?["en"]?.string
    let any = english ?? node.mapping?["ru"]?.string ?? node.mapping?["kk"]?.string
    guard let any else {
      problem("a label needs en, ru and kk", at: node)
      return TrilingualLabel(untranslated: "")
    }
    return TrilingualLabel(
      kk: node.mapping?["kk"]?.string ?? any, ru: node.mapping?["ru"]?.string ?? any, en: english ?? any)
  }

  mutating func day(_ node: Node?) -> String? {
    guard let node, let text = node.string else { return nil }
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard text.utf8.count == 10, parts.count == 3, (1...12).contains(parts[1]), (1...31).contains(parts[2])
    else {
      problem("'\(text)' is no date; write it as 2020-01-31", at: node)
      return nil
    }
    return text
  }

  func path(_ path: String) -> String {
    path.hasPrefix("/") || folder == "." ? path : Self.normalised(folder + "/" + path)
  }

  /// `Pipelines/../Corpus` → `Corpus`.
  static func normalised(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if let last = parts.last, last != ".." {
        parts.removeLast()
      } else if !path.hasPrefix("/") {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + (parts.isEmpty ? "." : parts.joined(separator: "/"))
  }

  // MARK: Problems

  private mutating func problem(_ message: String, at node: Node?) {
    problems.append(.init(file: file, line: node?.mark?.line ?? 1, message: message))
  }

  mutating func unknown(_ name: String, among known: [String], _ what: String, at node: Node?) {
    let near = known.min { Self.distance(name, $0) < Self.distance(name, $1) }
    let hint = near.map {
      Self.distance(name, $0) <= 3 ? "; did you mean '\($0)'?" : "; known: \(known.joined(separator: ", "))"
    }
    problem("'\(name)' is no \(what)\(hint ?? "")", at: node)
  }

  /// Levenshtein's distance.
  static func distance(_ a: String, _ b: String) -> Int {
    let b = Array(b.unicodeScalars)
    var row = Array(0...b.count)
    for (i, x) in a.unicodeScalars.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (x == y ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[b.count]
  }

  private static func line(_ error: YamlError) -> Int? {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    default: nil
    }
  }

  private static func summary(_ error: any Error) -> String {
    String(describing: error).split(separator: "\n").first.map(String.init) ?? "it cannot be parsed"
  }
}
