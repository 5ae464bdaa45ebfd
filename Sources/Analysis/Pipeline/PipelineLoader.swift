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
  /// What a pipeline that does not say gets: something to read, to reckon with and to look up.
  static let standardOutputs = ["csv", "xlsx", "html", "sqlite"]

  /// Reads a pipeline file.
  ///
  /// - Throws: `PipelineError` with all problems at once.
  public static func load(_ file: String) throws(PipelineError) -> Pipeline {
    guard let data = FileManager.default.contents(atPath: file) else {
      let message =
        InputWalk.isFolder(file)
        ? "is a folder; name the pipeline file in it" : "the file cannot be read; is the name right?"
      throw PipelineError(problems: [.init(file: file, message: message)])
    }
    return try load(Array(data), file: file)
  }

  /// Reads a pipeline from the bytes of a file.
  public static func load(_ bytes: [UInt8], file: String) throws(PipelineError) -> Pipeline {
    var loader = PipelineLoader(file: file)
    let root: Node?
    guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else {
      throw PipelineError(problems: [
        .init(file: file, line: 1, message: "is text in UTF-16; save it as UTF-8")
      ])
    }
    let text = String(decoding: bytes, as: UTF8.self)
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      let problem = YAMLProblem(error, text)
      throw PipelineError(problems: [.init(file: file, line: problem.line, message: problem.message)])
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
    checkKeys(mapping, Self.keys, "key")
    guard let id = string(mapping, "pipeline"), let codebook = string(mapping, "codebook") else { return nil }
    let title = mapping["title"].map { label($0) } ?? TrilingualLabel(untranslated: id)
    var pipeline = Pipeline(
      id: id, title: title, file: file, sha256: sha256,
      sources: strings(mapping["sources"], "sources").map(path),
      codebook: path(codebook), regions: [], tables: [],
      outputs: mapping["outputs"] == nil ? Self.standardOutputs : [],
      isDemonstration: flag(mapping, "demonstration") ?? false)
    for (key, _) in mapping { pipeline.lines[key.string ?? ""] = key.mark?.line }
    if let node = mapping["coder"] {
      let name = node.string ?? ""
      if let coder = CoderKind(rawValue: name) {
        pipeline.coder = coder
      } else {
        unknown(name, among: CoderKind.allCases.map(\.rawValue), "coder", at: node)
      }
    }
    readLayers(mapping, into: &pipeline)
    if let node = mapping["period"] { pipeline.period = period(node) }
    pipeline.figure = mapping["figure"].flatMap { figure($0) }
    for node in nodes(Self.regionCodes(mapping), "regions") {
      let region = node.string ?? ""
      pipeline.regions.append(region)
      if RegionNames.label(of: region) == nil {
        unknown(region, among: RegionNames.codes, "region", at: node)
      }
    }
    for node in nodes(mapping["outputs"], "outputs") {
      let output = node.string ?? ""
      pipeline.outputs.append(output)
      if !Self.outputs.contains(output) { unknown(output, among: Self.outputs, "output", at: node) }
    }
    pipeline.reliability = optionalString(mapping, "reliability").map(path)
    pipeline.gold = strings(mapping["gold"], "gold").map(path)
    let split = day(mapping["split"]) ?? Self.reform
    for node in declarations(mapping, "tables") {
      guard let table = table(node, pipeline, split: split) else { continue }
      if pipeline.tables.contains(where: { $0.id == table.id }) {
        problem("two tables have the id '\(table.id)', which names their files", at: node)
      }
      pipeline.tables.append(table)
    }
    pipeline.limits = limits(mapping["limits"])
    pipeline.published = optionalString(mapping, "published").map(path)
    pipeline.rules = declarations(mapping, "rules").compactMap { rule($0) }
    for node in declarations(mapping, "summaries") {
      guard let summary = summary(node) else { continue }
      if pipeline.summaries.contains(where: { $0.id == summary.id }) {
        problem("two summaries have the id '\(summary.id)', which names their files", at: node)
      }
      pipeline.summaries.append(summary)
    }
    return pipeline
  }

  private mutating func figure(_ node: Node) -> Pipeline.Figure? {
    checkKeys(node.mapping ?? [:], ["label", "outcome"], "key of the figure")
    guard let title = node.mapping?["label"], let outcome = node.mapping?["outcome"] else {
      problem("the figure needs keys: label, outcome", at: node)
      return nil
    }
    return Pipeline.Figure(label: label(title), outcome: label(outcome))
  }

  // MARK: Paths

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
}
