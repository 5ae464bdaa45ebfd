import Foundation
import Ingestion

/// What a model was trained from, as `model/training.tsv` beside its codebook says: files of coded passages, with their
/// hashes. A model is no test of passages that it learned from.
public struct TrainingRecord: Sendable, Equatable {
  public struct Source: Sendable, Equatable {
    /// As named when the model was trained.
    public var name: String
    public var sha256: String
    /// Where the same file is now; nil where it was not found, or has changed.
    public var path: String?
  }

  public private(set) var sources: [Source] = []

  /// - Parameter codebook: the codebook's folder. Files are looked for from here and from each folder above it.
  /// - Returns: nil where the folder has no trained model.
  public init?(codebook: String) {
    guard let bytes = try? SourceFile.bytes(of: codebook + "/model/" + LearnedModelFolder.trainingFile) else {
      return nil
    }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count == 3, cells[0] == "gold" else { continue }
      sources.append(
        Source(name: cells[1], sha256: cells[2], path: Self.find(cells[1], cells[2], from: codebook)))
    }
  }

  private static func find(_ name: String, _ sha256: String, from folder: String) -> String? {
    var folder = URL(fileURLWithPath: folder).standardizedFileURL
    var places = [name]
    while folder.path != "/" {
      places.append(folder.appendingPathComponent(name).path)
      folder.deleteLastPathComponent()
    }
    return places.first { path in
      FileManager.default.fileExists(atPath: path)
        && (try? SourceFile.bytes(of: path)).map(SourceFile.sha256) == sha256
    }
  }

  /// Files that were not found as they were: their passages cannot be told from new ones, except by the whole file.
  public var missing: [String] { sources.filter { $0.path == nil }.map(\.name) }

  /// The gold without the passages that the model learned from: those of a file with a recorded hash, and those whose text
  /// a recorded file has, in whatever document.
  public func unseen(_ gold: GoldStandard) -> GoldStandard {
    let hashes = Set(sources.map(\.sha256))
    let seenFiles = Set(
      gold.files.filter { file in
        (try? SourceFile.bytes(of: file)).map { hashes.contains(SourceFile.sha256($0)) } ?? false
      })
    let taught = GoldReader.passages(sources.compactMap(\.path))
    let texts = Set(taught.map { PassageKey(document: "", text: $0.text) })
    var rest = gold
    rest.passages.removeAll { passage in
      seenFiles.contains(passage.file) || texts.contains(PassageKey(document: "", text: passage.text))
    }
    return rest
  }
}
