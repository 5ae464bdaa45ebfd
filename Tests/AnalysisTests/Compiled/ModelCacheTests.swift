import Coding
import Foundation
import Linguistics
import Reporting
import TestSupport
import Testing

@testable import Analysis

/// Models from the cache are the models that the files make.
@Suite struct ModelCacheTests {
  static let root = EvaluationFloorTests.root

  // MARK: The same results

  @Test(arguments: ["socially-oriented-state", "pest-rural-self-government"])
  func keptTablesAreTheCompiledOnes(_ codebook: String) throws {
    let request = ModelCache.Request(
      folder: Self.root + "/Lexicons/" + codebook, coder: .combined,
      layers: .init(packs: Self.root + "/Lexicons/regions"), without: [])
    let compiled = try CodingModel.compiled(request)
    let bytes = Self.bytes(compiled)
    var reader = try CompiledReader(CompiledBytes(bytes))
    let kept = try CompiledTables(from: &reader)
    #expect(reader.isAtEnd)
    #expect(Self.bytes(kept) == bytes)
    #expect(kept.lexicon.schemes == compiled.lexicon.schemes)
    #expect(kept.issues == compiled.issues)
    #expect(kept.packs.map(\.code) == compiled.packs.map(\.code))
    #expect(kept.learned?.features == compiled.learned?.features)
  }

  private static func bytes(_ tables: CompiledTables) -> [UInt8] {
    var writer = CompiledWriter()
    tables.write(to: &writer)
    return writer.finish()
  }

  @Test func codingsAreTheSameByteForByte() throws {
    let cache = try Scratch()
    let pipeline = try PipelineLoader.load(Self.root + "/Pipelines/socially-oriented-state.yaml")
    let plain = try Self.coded(CodingModel(pipeline))
    #expect(plain.contains(#""evidence":[{"#) && plain.contains(#""feature":"#))
    #expect(try Self.coded(CodingModel(pipeline, cache: cache.cache)) == plain)
    #expect(cache.cache.size.models == 1)
    #expect(try Self.coded(CodingModel(pipeline, cache: cache.cache)) == plain)
  }

  private static func coded(_ model: CodingModel) throws -> String {
    let worker = CodingWorker(model)
    var json = JSONWriter(capacity: 1 << 16)
    let names = ["ru/almaty-2021-protocol.xml", "kk/mangystau-2022-news.html", "ru/astana-2024-news.html"]
    for name in names {
      let path = root + "/Corpus/documents/" + name
      guard FileManager.default.fileExists(atPath: path) else { continue }
      for document in try worker.code(path) { CodingJSON.write(document, model, to: &json) }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  // MARK: Freshness

  struct Edit: CustomTestStringConvertible, Sendable {
    var name: String
    var path: String
    /// Replaces in a file that is there; else the new file's contents.
    var old: String?
    var new: String
    var testDescription: String { name }
  }

  static let edits = [
    Edit(name: "a term, as long as before", path: "book/words.tsv", old: "құдық", new: "бұлақ"),
    Edit(
      name: "a new file", path: "book/more.tsv", old: nil, new: "id\tcodes\tkk\tru\nroad\twater\t\tдорога\n"),
    Edit(name: "the codebook", path: "book/codebook.yaml", old: "en: Water", new: "en: Water supply"),
    Edit(name: "a pack", path: "regions/KZ-10/lexicon.tsv", old: "қазан", new: "тоған"),
    Edit(
      name: "a new pack", path: "regions/KZ-11/pack.yaml", old: nil,
      new: "pack: KZ-11\nversion: 1\nnames: {kk: а, ru: а, en: a}\nkato: \"110000000\"\n"),
    Edit(
      name: "a table of a pack that had none", path: "regions/KZ-10/tests.tsv", old: nil,
      new: "text\tcodes\nсу\twater\n"),
    Edit(name: "the project's lexicon", path: "project.tsv", old: "насос", new: "бочка"),
    Edit(name: "another codebook's entries", path: "other/words.tsv", old: "other-road", new: "other-path"),
  ]

  @Test(arguments: edits) func anEditIsSeen(_ edit: Edit) throws {
    let project = try Scratch()
    try project.makeLexicons()
    let before = try project.tables()
    #expect(before.issues.isEmpty, "\(before.issues)")
    #expect(project.isKept)
    let path = project.path(edit.path)
    if let old = edit.old {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text.contains(old))
      // The same moment, as two edits within a tick of the clock have it.
      let time = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      try file.truncate(atOffset: 0)
      try file.write(contentsOf: Data(text.replacingOccurrences(of: old, with: edit.new).utf8))
      try file.close()
      try FileManager.default.setAttributes([.modificationDate: time ?? Date()], ofItemAtPath: path)
    } else {
      try project.write(edit.path, edit.new)
    }
    #expect(!project.isKept)
    let after = try project.tables()
    #expect(project.isKept)
    let compiled = Self.bytes(try CodingModel.compiled(project.request))
    #expect(Self.bytes(after) == compiled)
    // What another codebook says may bear on nothing here.
    #expect(Self.bytes(before) != compiled || edit.path.hasPrefix("other/"))
  }

  @Test func aFileThatGoesIsSeen() throws {
    let project = try Scratch()
    try project.makeLexicons()
    _ = try project.tables()
    try FileManager.default.removeItem(atPath: project.path("regions/KZ-10/lexicon.tsv"))
    #expect(!project.isKept)
  }

  @Test func filesWrittenAnewWithTheSameBytesAreTheSame() throws {
    let project = try Scratch()
    try project.makeLexicons()
    _ = try project.tables()
    try project.makeLexicons()
    #expect(project.isKept)
  }

  @Test func aPipelineIsRemembered() throws {
    let project = try Scratch()
    try project.makeLexicons()
    let file = project.path("p.yaml")
    try project.write("p.yaml", "pipeline: p\ncodebook: book\npacks: regions\nproject: project.tsv\n")
    let cache = project.cache
    #expect(cache.model(ofPipeline: file) == nil)
    let pipeline = try PipelineLoader.load(file)
    let model = try CodingModel(pipeline, cache: cache)
    cache.remember(pipeline)
    let kept = try #require(cache.model(ofPipeline: file))
    #expect(kept.layers.packs == model.layers.packs && kept.lexicon.schemes == model.lexicon.schemes)
    #expect(cache.model(ofPipeline: file, coder: .learned) == nil)
    try project.write("p.yaml", "pipeline: p\ncodebook: book\npacks: none\n")
    #expect(cache.model(ofPipeline: file) == nil)
    try project.write("p.yaml", "pipeline: p\ncodebook: book\npacks: regions\nproject: project.tsv\n")
    #expect(cache.model(ofPipeline: file) != nil)
    try FileManager.default.removeItem(atPath: project.path("book/words.tsv"))
    #expect(cache.model(ofPipeline: file) == nil)
  }

  @Test func settingsHaveTheirOwnModels() throws {
    let project = try Scratch()
    try project.makeLexicons()
    _ = try project.tables()
    var request = project.request
    request.without = ["well"]
    let narrow = try project.cache.tables(for: request).compiled
    #expect(narrow.lexicon.entries.count == (try project.tables().lexicon.entries.count) - 1)
    #expect(project.cache.size.models == 2)
    let path = project.cachePath + "/" + (try #require(project.keptFiles.first))
    #expect(KeptModel.read(path, build: "another build", project.request) == nil)
  }

  // MARK: Damage

  @Test func damagedFilesAreMadeAnew() throws {
    let project = try Scratch()
    try project.makeLexicons()
    let compiled = Self.bytes(try project.tables())
    let path = project.cachePath + "/" + (try #require(project.keptFiles.first))
    let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    var random = SeededGenerator(seed: 21)
    for round in 0..<120 {
      var bytes = whole
      switch round % 4 {
      case 0:
        bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
      case 1: bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
      case 2: bytes.append(contentsOf: [0, 1, 2])
      default:
        let place = Int.random(in: 0..<bytes.count, using: &random)
        for i in place..<min(bytes.count, place + 64) { bytes[i] = UInt8.random(in: 0...255, using: &random) }
      }
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      #expect(!project.isKept, "round \(round)")
      if round % 20 == 0 {
        #expect(Self.bytes(try project.tables()) == compiled)
        #expect(project.isKept)
      }
    }
  }

  /// Whatever stands in a file whose checksum is right, reading ends with tables or without.
  @Test func noBytesMakeReadingTrap() throws {
    let project = try Scratch()
    try project.makeLexicons()
    let whole = Self.bytes(try project.tables())
    var random = SeededGenerator(seed: 22)
    var refused = 0
    for _ in 0..<400 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
      do {
        var reader = try CompiledReader(CompiledBytes(bytes))
        _ = try CompiledTables(from: &reader)
      } catch { refused += 1 }
    }
    #expect(refused > 100)
  }

  // MARK: The folder

  @Test func manyWritersAtATime() async throws {
    let project = try Scratch()
    try project.makeLexicons()
    let compiled = Self.bytes(try CodingModel.compiled(project.request))
    let same = try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 { group.addTask { Self.bytes(try project.tables()) == compiled } }
      return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(same == 8)
    #expect(project.isKept)
    #expect(project.cache.size.models == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: project.cachePath).count == 1)
  }

  @Test func aFolderThatCannotBeMadeIsNoProblem() throws {
    let project = try Scratch()
    try project.makeLexicons()
    let cache = ModelCache(folder: project.path("project.tsv") + "/below/a/file")
    let tables = try cache.tables(for: project.request).compiled
    #expect(Self.bytes(tables) == Self.bytes(try CodingModel.compiled(project.request)))
    #expect(cache.size.models == 0)
  }

  @Test func oldModelsGo() throws {
    let project = try Scratch()
    try project.makeLexicons()
    for number in 0..<(ModelCache.limit + 3) {
      var request = project.request
      request.without = ["entry-\(number)"]
      _ = try project.cache.tables(for: request)
    }
    #expect(project.cache.size.models == ModelCache.limit)
  }

  @Test(
    arguments: [
      (["HOME": "/home/a"], "/home/a/.cache/hattama"),
      (["HOME": "/home/a", "XDG_CACHE_HOME": "/var/a"], "/var/a/hattama"),
      (["HOME": "/home/a", "XDG_CACHE_HOME": "relative"], "/home/a/.cache/hattama"),
      (["HOME": "/home/a", "HATTAMA_NO_CACHE": "1"], nil), (["HOME": ""], nil), ([:], nil),
    ] as [([String: String], String?)])
  func theUsersFolder(_ environment: [String: String], _ folder: String?) {
    #expect(ModelCache.ofUser(environment)?.folder == folder)
  }
}

/// A project in a folder of its own, removed with it.
private final class Scratch: Sendable {
  private let folder: String

  init() throws {
    folder =
      FileManager.default.temporaryDirectory.appendingPathComponent("hattama-\(UUID().uuidString)").path
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var cachePath: String { folder + "/cache" }
  var cache: ModelCache { ModelCache(folder: cachePath) }
  var keptFiles: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: cachePath)) ?? []).filter {
      $0.hasSuffix(ModelCache.fileEnding)
    }
  }

  var request: ModelCache.Request {
    ModelCache.Request(
      folder: path("book"), coder: .lexicon,
      layers: .init(packs: path("regions"), project: path("project.tsv")), without: [])
  }

  func path(_ name: String) -> String { folder + "/" + name }

  func tables() throws -> CompiledTables { try cache.tables(for: request).compiled }

  /// Whether the request would be served from the cache.
  var isKept: Bool { cache.kept(for: request) != nil }

  func write(_ name: String, _ text: String) throws {
    let url = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func makeLexicons() throws {
    func codebook(_ id: String) -> String {
      """
      codebook: \(id)
      version: 1
      title: {en: T, ru: Т, kk: Т}
      dimensions:
        - id: indicator
          label: {en: I, ru: И, kk: И}
          codes:
            - {id: water, label: {en: Water, ru: Вода, kk: Су}, threshold: 1, rows: heading}
      """
    }
    try write("book/codebook.yaml", codebook("book"))
    try write(
      "book/words.tsv",
      """
      id\tcodes\tkk\tru\tpos\tconditions\tweight
      well\twater\tқұдық ; су ~2 құбыр*\tколодец ; =вода ; (чистая|питьевая) вода & труб*\t\tnot near 3: засуха\t
      pump\twater\t@sources\t@sources ; водовод+\t\trole: speech ; negated: exclude ; period: 2020..2024\t0.5
      sources\treference\tбастау ; көз\tисточник ; ключевая вода\t\t\t
      pipes\tfamily\t\tводовод ; водоводный\t\t\t

      """)
    try write("other/codebook.yaml", codebook("other"))
    try write("other/words.tsv", "id\tcodes\tkk\tru\nother-road\twater\t\tдорога\n")
    try write("project.tsv", "id\tcodes\tkk\tru\nown-pump\twater\t\tнасос\n")
    try write(
      "regions/KZ-10/pack.yaml",
      "pack: KZ-10\nversion: 1\nnames: {kk: Абай, ru: Абай, en: Abai}\nkato: \"100000000\"\n"
        + "former: [{kk: Семей, ru: Семей, to: 1997-05-03}]\n")
    try write(
      "regions/KZ-10/lexicon.tsv",
      "change\tid\tcodes\tkk\tru\tconditions\treason\nadd\tkz-10-lake\twater\tқазан\tозеро\t\t\n"
        + "narrow\twell\t\t\t\tnot near 3: Каспий\tthe sea\n")
    try write(
      "regions/KZ-10/gazetteer.tsv",
      "kind\tkato\tkk\tru\tcodes\nmedium\t\tСемей таңы\tгазета «Семей таңы»\twater\n")
  }
}
