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
    "outputs", "demonstration", "packs", "project", "split", "reliability", "gold", "published", "rules",
    "summaries", "limits",
  ]
  /// First day of the second half where periods are compared: the constitutional amendments of 2022 came into force.
  static let reform = "2022-06-08"
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
    for (key, _) in mapping { pipeline.lines[key.string ?? ""] = key.mark?.line }
    pipeline.reliability = mapping["reliability"]?.string.map(path)
    pipeline.gold = strings(mapping["gold"]).map(path)
    let split = day(mapping["split"]) ?? Self.reform
    for node in mapping["tables"]?.sequence ?? [] {
      guard let table = table(node, pipeline, split: split) else { continue }
      if pipeline.tables.contains(where: { $0.id == table.id }) {
        problem("two tables have the id '\(table.id)', which names their files", at: node)
      }
      pipeline.tables.append(table)
    }
    pipeline.limits = limits(mapping["limits"])
    pipeline.published = mapping["published"]?.string.map(path)
    pipeline.rules = (mapping["rules"]?.sequence ?? []).compactMap { rule($0) }
    for node in mapping["summaries"]?.sequence ?? [] {
      guard let summary = summary(node) else { continue }
      if pipeline.summaries.contains(where: { $0.id == summary.id }) {
        problem("two summaries have the id '\(summary.id)', which names their files", at: node)
      }
      pipeline.summaries.append(summary)
    }
    return pipeline
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

  // MARK: Values

  mutating func string(_ mapping: Node.Mapping, _ key: String, at node: Node? = nil) -> String? {
    if let value = mapping[key]?.string, !value.isEmpty { return value }
    problem("the key '\(key)' is missing", at: mapping[key] ?? node)
    return nil
  }

  func strings(_ node: Node?) -> [String] {
    if let sequence = node?.sequence { return sequence.compactMap(\.string) }
    return node?.string.map { [$0] } ?? []
  }

  mutating func label(_ node: Node) -> TrilingualLabel {
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
    guard text.utf8.count == 10, parts.count == 3, (1...12).contains(parts[1]),
      (1...Self.days(of: parts[1], in: parts[0])).contains(parts[2])
    else {
      problem("'\(text)' is no date; write it as 2020-01-31", at: node)
      return nil
    }
    return text
  }

  private static func days(of month: Int, in year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
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

  mutating func problem(_ message: String, at node: Node?) {
    problems.append(.init(file: file, line: node?.mark?.line ?? 1, message: message))
  }

  mutating func unknown(_ name: String, among known: [String], _ what: String, at node: Node?) {
    problem("'\(name)' is no \(what)" + NearestName.hint(name, among: known), at: node)
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
