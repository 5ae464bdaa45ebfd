import Coding
import Foundation
import Ingestion
import Linguistics

extension ModelCache {
  /// What a compiled model is made from.
  struct Request {
    var folder: String
    var coder: CoderKind
    var layers: CodingModel.Layers
    var without: Set<String>

    /// The settings, and the names that the model's issues and entries have of their files.
    var settings: String {
      let parts: [String] =
        [FileManager.default.currentDirectoryPath, folder, coder.rawValue]
        + [layers.packs, layers.project].map { $0.map { "=" + $0 } ?? "" } + without.sorted()
      return parts.joined(separator: "\n")
    }

    /// Every file that compiling reads, if it is there: those of `LexiconLoader`, `LearnedModelFolder`,
    /// `RegionPackLoader` and `SiblingCodebooks`, and the data of the language rules.
    func files() -> [String] {
      var files = DataFile.paths() + Self.lexicon(folder)
      if coder != .lexicon { files += LearnedModelFolder.files(folder + "/model") }
      if let packs = layers.packs {
        files += InputWalk.visibleNames(in: packs).flatMap { name in
          ["pack.yaml", "lexicon.tsv", "gazetteer.tsv", "tests.tsv"].map { "\(packs)/\(name)/\($0)" }
        }
      }
      if let project = layers.project { files.append(project) }
      if layers.packs != nil || layers.project != nil {
        let parent = SiblingCodebooks.parent(of: folder)
        files += SiblingCodebooks.folders(in: parent).flatMap(Self.lexicon)
      }
      return files
    }

    private static func lexicon(_ folder: String) -> [String] {
      InputWalk.visibleNames(in: folder).filter { $0 == "codebook.yaml" || $0.hasSuffix(".tsv") }.map {
        folder + "/" + $0
      }
    }
  }
}

extension ModelCache.Request {
  init(_ pipeline: Pipeline, coder: CoderKind? = nil, without: Set<String> = []) {
    self.init(
      folder: pipeline.codebook, coder: coder ?? pipeline.coder,
      layers: .init(packs: pipeline.packs, project: pipeline.project, regionsAsOf: pipeline.regionsAsOf),
      without: without)
  }

  func write(to writer: inout CompiledWriter) {
    writer.text(folder)
    writer.text(coder.rawValue)
    for text in [layers.packs, layers.project, layers.regionsAsOf] { writer.optional(text) }
    writer.texts(without.sorted())
  }

  init(from reader: inout CompiledReader) throws(CompiledReader.Damage) {
    folder = try reader.text()
    coder = try reader.value()
    layers = .init(
      packs: try reader.optional(), project: try reader.optional(), regionsAsOf: try reader.optional())
    without = Set(try reader.texts())
  }
}
