import Coding
import Foundation
import Glibc
import Ingestion
import Linguistics
import Reporting

/// Compiled models, kept in a folder from one start of the program to the next.
///
/// A model is taken from the cache only where this build of the program made it from files that are byte for byte those of
/// now; damaged, truncated and foreign files are passed over and made anew. What cannot be written is compiled each time.
/// Nothing else depends on the cache, and it can be removed at any time.
///
/// ```swift
/// let model = try CodingModel(pipeline, cache: ModelCache.ofUser())
/// ```
public struct ModelCache: Sendable {
  /// Models that are kept; of more, those that were not written for longest go.
  static let limit = 16
  static let fileEnding = ".hattama-model"

  public let folder: String
  /// See `KeptWords`.
  var fewestWords = 4000

  public init(folder: String) { self.folder = folder }

  /// The cache in the user's folder for such: `hattama` in `$XDG_CACHE_HOME`, else in `~/.cache`.
  ///
  /// - Returns: nil where `HATTAMA_NO_CACHE` is set or the user has no such folder.
  public static func ofUser(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> ModelCache? {
    guard environment["HATTAMA_NO_CACHE", default: ""].isEmpty else { return nil }
    // The XDG specification: relative paths are to be ignored.
    if let folder = environment["XDG_CACHE_HOME"], folder.hasPrefix("/") {
      return ModelCache(folder: folder + "/hattama")
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return ModelCache(folder: home + "/.cache/hattama")
  }

  /// The models that are kept, and the bytes on disk of these and of the words kept with them.
  public var size: (models: Int, bytes: Int) {
    let names = InputWalk.visibleNames(in: folder)
    let models = names.filter { $0.hasSuffix(Self.fileEnding) }
    let bytes = (models + names.filter { $0.hasSuffix(KeptWords.fileEnding) })
      .compactMap { FileStamp(path: folder + "/" + $0)?.size }.reduce(0, +)
    return (models.count, Int(bytes))
  }

  /// The tables of a request, and where the words that they were tried on are kept: nil where the tables are not.
  typealias Tables = (compiled: CompiledTables, words: KeptWords?)

  /// The tables of a request, kept or compiled.
  func tables(for request: Request) throws(CodebookError) -> Tables {
    if let kept = kept(for: request) { return kept }
    let started = FileStamp.now()
    let before = KeptModel.Source.all(request.files())
    let tables = try CodingModel.compiled(request)
    // A file that was edited meanwhile may be in the tables or not.
    if tables.lexicon.canBeWritten, KeptModel.Source.all(request.files()) == before {
      let file = KeptModel.bytes(tables, build: Self.build, request, before, at: started)
      keep(file, name: name(of: request) + Self.fileEnding)
      return (tables, KeptModel.checksum(of: file).map { words(of: request, model: $0) })
    }
    return (tables, nil)
  }

  /// The tables of a request from the cache; nil where it has none that may be used.
  func kept(for request: Request) -> Tables? {
    let path = folder + "/" + name(of: request) + Self.fileEnding
    return KeptModel.read(path, build: Self.build, request).map { tables, checksum in
      (tables, words(of: request, model: checksum))
    }
  }

  private func words(of request: Request, model: UInt64) -> KeptWords {
    KeptWords(self, name: name(of: request) + KeptWords.fileEnding, model: model, fewest: fewestWords)
  }

  /// Two versions of the program each keep theirs.
  private func name(of request: Request) -> String {
    String(SourceFile.sha256(Array((Self.build + request.settings).utf8)).prefix(32))
  }

  // MARK: What a pipeline asks for

  /// The model of a pipeline file that `remember` knows and that is the same now; nil where the file has to be read.
  public func model(ofPipeline file: String, coder: CoderKind? = nil) -> CodingModel? {
    guard let pipeline = try? SourceFile.bytes(of: file) else { return nil }
    let name = Self.name(ofPipeline: file, sha256: SourceFile.sha256(pipeline), coder)
    guard let request = request(named: name), let tables = kept(for: request) else { return nil }
    return try? CodingModel(tables.compiled, request, words: tables.words)
  }

  /// Keeps what a pipeline asks for, so that its file need not be understood again.
  ///
  /// - Parameter pipeline: as it was loaded.
  public func remember(_ pipeline: Pipeline, coder: CoderKind? = nil) {
    let name = Self.name(ofPipeline: pipeline.file, sha256: pipeline.sha256, coder)
    guard request(named: name) == nil else { return }
    var writer = CompiledWriter()
    Request(pipeline, coder: coder).write(to: &writer)
    keep(KeptModel.file(writer.finish()), name: name)
  }

  private func request(named name: String) -> Request? {
    guard let bytes = CompiledBytes(file: folder + "/" + name) else { return nil }
    return KeptModel.contents(bytes) { reader throws(CompiledReader.Damage) in try Request(from: &reader) }
  }

  /// Holds all that the request depends on: paths in the pipeline count from its folder.
  private static func name(ofPipeline file: String, sha256: String, _ coder: CoderKind?) -> String {
    let parts = [build, FileManager.default.currentDirectoryPath, file, coder?.rawValue ?? "", sha256]
    return SourceFile.sha256(Array(parts.joined(separator: "\n").utf8)).prefix(32) + ".hattama-request"
  }

  // MARK: Files

  /// Writes a file where that is possible; of more than `limit` with the same ending the oldest go.
  func keep(_ bytes: [UInt8], name: String, limit: Int = ModelCache.limit) {
    // What a codebook folder holds is nobody else's business.
    var made = folder.hasPrefix("/") ? "/" : ""
    for part in folder.split(separator: "/") {
      made += part + "/"
      mkdir(made, 0o700)
    }
    guard let place = try? OutputFolder(folder) else { return }
    place.removeAbandoned()
    try? place.write(bytes, to: name)
    let ending = name.drop { $0 != "." }
    let byAge = InputWalk.visibleNames(in: folder).filter { $0.hasSuffix(ending) }
      .map { (name: $0, time: FileStamp(path: folder + "/" + $0)?.modified ?? 0) }
      .sorted { ($0.time, $0.name) > ($1.time, $1.name) }
    for old in byAge.dropFirst(limit) { unlink(folder + "/" + old.name) }
  }

  /// What tells this build of the program from another: the file that holds this code, be it the program or a library, and
  /// the library that cuts words.
  private static let build: String = {
    let address = UInt(bitPattern: #dsohandle)
    var image = "/proc/self/exe"
    let maps = FileManager.default.contents(atPath: "/proc/self/maps") ?? Data()
    // 5581a000-5593b000 r--p 00000000 08:01 1234   /usr/bin/hattama
    for line in maps.split(separator: UInt8(ascii: "\n")) {
      let bounds = line.prefix { $0 != UInt8(ascii: " ") }.split(separator: UInt8(ascii: "-"))
        .compactMap { UInt(String(decoding: $0, as: UTF8.self), radix: 16) }
      guard bounds.count == 2, bounds[0] <= address, address < bounds[1],
        let path = line.firstIndex(of: UInt8(ascii: "/"))
      else { continue }
      image = String(decoding: line[path...], as: UTF8.self)
    }
    let stamp = FileStamp(path: image).map { "\($0)" } ?? ""
    return [Manifest.version, "ICU \(ICU.version)", image, stamp].joined(separator: "\n")
  }()
}
