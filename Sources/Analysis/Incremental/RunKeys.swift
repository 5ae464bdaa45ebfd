import Coding
import Foundation
import Ingestion
import Linguistics

/// What decides a run's results, as hashes: a document whose bytes and whose `coding` are those of an earlier run has its
/// codings already, and tables whose `coding`, `results` and documents are the same are the same tables.
struct RunKeys: Sendable, Equatable, Codable {
  /// The program with its data, codebook, lexicons, models, packs and all settings that bear on a document.
  var coding: String
  /// The same without the entries of the lexicons: what two runs must have in common for `LexiconDifference` to tell which
  /// documents are coded alike.
  var frame: String
  /// The pipeline file and the other files that tables and report are made of.
  var results: String

  init(_ pipeline: Pipeline, _ model: CodingModel) {
    var common = [
      Self.program, "ICU \(ICU.version)", Libraries.libxml2, pipeline.coder.rawValue,
      pipeline.regionsAsOf ?? "", pipeline.limits.text,
    ]
    if model.coder != .lexicon { common.append(Manifest.hash(ofFolder: pipeline.codebook + "/model")) }
    coding = Self.hash(
      common + [Manifest.hash(ofFolder: pipeline.codebook), Manifest.hash(of: model.packs)]
        + [pipeline.project].compactMap { $0 }.map(Self.hash(ofPath:))
        // The store lists them, those of packs too that could not be read at all.
        + model.errors.map(\.description))
    frame = Self.hash(
      common + [Self.hash(ofPath: pipeline.codebook + "/codebook.yaml")]
        + model.packs.flatMap { pack in
          [pack.code] + ["pack.yaml", "gazetteer.tsv"].map { Self.hash(ofPath: pack.folder + "/" + $0) }
        })
    let made = [pipeline.reliability, pipeline.published].compactMap { $0 } + pipeline.gold
    results = Self.hash(
      [Manifest.version, pipeline.sha256, String(pipeline.isDemonstration)] + made.map(Self.hash(ofPath:)))
  }

  /// Those of no run.
  init() { (coding, frame, results) = ("", "", "") }

  private static func hash(_ parts: [String]) -> String {
    SourceFile.sha256(Array(parts.joined(separator: "\n").utf8))
  }

  /// A hash over a file, or over all files below a folder with their names.
  static func hash(ofPath path: String) -> String {
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: path) else {
      return (try? SourceFile.bytes(of: path)).map(SourceFile.sha256) ?? ""
    }
    return hash(
      names.sorted().map { name in
        "\(name) \((try? SourceFile.bytes(of: path + "/" + name)).map(SourceFile.sha256) ?? "")"
      })
  }

  /// The program's own bytes and those of the data beside it: two builds of one version may code differently.
  private static let program: String = {
    let file = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let folder = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
    let data = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasPrefix("Hattama_") && ($0.hasSuffix(".resources") || $0.hasSuffix(".bundle")) }.sorted()
    return hash([hash(ofPath: file)] + data.map { hash(ofPath: folder + "/" + $0) })
  }()
}
