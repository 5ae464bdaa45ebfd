import Coding
import Foundation
import Ingestion
import Linguistics

/// What a result depends on: hashes of all that went in, and versions of all that worked on it. No clock, no
/// machine: two runs on the same input have the same manifest.
public struct Manifest: Sendable {
  public private(set) var facts: [(key: String, value: String)] = []

  /// Version of the program.
  public static let version = "0.1.0"

  /// Keys of facts that later runs look for.
  static let corpus = "corpus"
  static let coding = "coding"
  static let codebook = "codebook"
  static let coder = "coder"
  static let regionsAsOf = "regions as of"

  /// Keys of what the tables are made of.
  static let counted = (
    documents: "documents in tables", passages: "passages in tables", coded: "coded passages in tables"
  )

  /// - Parameter corpus: names the documents that were read.
  init(_ pipeline: Pipeline, _ model: CodingModel, _ keys: RunKeys, corpus: String) {
    facts = [
      ("program", "hattama \(Self.version)"),
      ("libraries", "ICU \(ICU.version); libxml2 \(Libraries.libxml2)"),
      ("pipeline", "\(pipeline.id) \(pipeline.sha256)"),
      (Self.codebook, Self.name(of: model.codebook)), ("lexicons", Self.hash(ofFolder: pipeline.codebook)),
      (Self.coder, pipeline.coder.rawValue),
      (Self.corpus, corpus), (Self.coding, keys.coding),
    ]
    if pipeline.coder != .lexicon {
      facts.append(("learned model", Self.hash(ofFolder: pipeline.codebook + "/model")))
    }
    if !model.packs.isEmpty {
      facts.append(("region packs", Self.hash(of: model.packs)))
    }
    if let project = pipeline.project {
      facts.append(("project lexicon", (try? SourceFile.bytes(of: project)).map(SourceFile.sha256) ?? ""))
    }
    if let day = pipeline.regionsAsOf { facts.append((Self.regionsAsOf, day)) }
    if !model.errors.isEmpty {
      facts.append(("lexicon problems", "\(model.errors.count), listed in the store's table issue"))
    }
    if pipeline.isDemonstration {
      facts.append(
        ("demonstration", "the documents were written to show the method; they are no evidence of anything"))
    }
  }

  /// What a run found.
  mutating func add(_ summary: PipelineRun.Summary, _ pipeline: Pipeline) {
    add("period", "\(pipeline.period)")
    add("documents", String(summary.documents))
    add("documents outside the period", String(summary.counted.outsidePeriod))
    add("documents without a day", String(summary.counted.undated))
    add("passages", String(summary.passages))
    add("coded passages", String(summary.codedPassages))
    add(Self.counted.documents, String(summary.counted.documents))
    add(Self.counted.passages, String(summary.counted.passages))
    add(Self.counted.coded, String(summary.counted.codedPassages))
  }

  static func name(of codebook: Codebook) -> String { "\(codebook.id) version \(codebook.version)" }

  mutating func add(_ key: String, _ value: String) { facts.append((key, value)) }

  /// Codes and versions of packs, and one hash over their files.
  static func hash(of packs: [RegionPack]) -> String {
    let hashes = packs.map { hash(ofFolder: $0.folder) }.joined(separator: "\n")
    let names = packs.map { "\($0.code) version \($0.version)" }.joined(separator: ", ")
    return "\(names) \(SourceFile.sha256(Array(hashes.utf8)))"
  }

  /// One hash over the names and contents of a codebook folder's files.
  static func hash(ofFolder folder: String) -> String {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasSuffix(".tsv") || $0.hasSuffix(".yaml") }.sorted()
    var lines = ""
    for name in names {
      guard let bytes = try? SourceFile.bytes(of: folder + "/" + name) else { continue }
      lines += "\(name) \(SourceFile.sha256(bytes))\n"
    }
    return "\(names.count) files \(SourceFile.sha256(Array(lines.utf8)))"
  }
}
