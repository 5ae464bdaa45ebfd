import Coding
import Foundation
import Linguistics
import Reporting
import TestSupport
import Testing

@testable import Analysis
@testable import Ingestion

/// What is kept of words changes no result.
@Suite struct KeptWordsTests {
  private static let root = ModelCacheTests.root

  /// Documents of both languages: those whose words are kept, and others.
  private static let documents: [String] = ["kk", "ru"].flatMap { language in
    let folder = root + "/Corpus/documents/" + language
    return InputWalk.visibleNames(in: folder).prefix(10).map { folder + "/" + $0 }
  }

  private static func model(
    _ codebook: String, _ coder: CoderKind, _ cache: ModelCache?
  ) throws -> CodingModel {
    try CodingModel(
      folder: root + "/Lexicons/" + codebook, coder: coder, layers: .init(packs: root + "/Lexicons/regions"),
      cache: cache)
  }

  private static func coded(_ paths: some Sequence<String>, _ worker: CodingWorker) throws -> String {
    var json = JSONWriter(capacity: 1 << 16)
    for path in paths {
      for document in try worker.code(path) { CodingJSON.write(document, worker.model, to: &json) }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test(
    arguments: ["socially-oriented-state", "pest-rural-self-government"], [CoderKind.combined, .lexicon])
  func codingsAreTheSameByteForByte(_ codebook: String, _ coder: CoderKind) throws {
    let folder = try TemporaryFolder()
    let documents = Self.documents
    let plain = try Self.coded(documents, CodingWorker(Self.model(codebook, coder, nil)))
    #expect(plain.contains(#""evidence":[{"#))
    // Every second document first, so that words are numbered in another order than they are met in afterwards.
    let first = CodingWorker(try Self.model(codebook, coder, folder.cache))
    for number in [0, 1] {
      _ = try Self.coded(documents.enumerated().filter { $0.offset % 4 == number }.map(\.element), first)
    }
    first.keepWords()
    #expect(folder.wordFiles.count == 1)
    let second = CodingWorker(try Self.model(codebook, coder, folder.cache))
    #expect(try Self.coded(documents, second) == plain)
    let analyzer = second.ingester.analyzer
    #expect(analyzer.types.generation == 1)
    #expect(analyzer.newWords > 0 && analyzer.newWords < analyzer.types.count / 2)
    // Kept words and new ones together.
    second.keepWords()
    let third = CodingWorker(try Self.model(codebook, coder, folder.cache))
    #expect(try Self.coded(documents.reversed() + documents, third).hasSuffix(plain))
    // Words that the second had met before it took over what was kept.
    #expect(third.ingester.analyzer.newWords < 300)
  }

  /// Words are kept before they are forgotten, and a worker that took some over forgets them with its own.
  @Test func manyWordsAreForgotten() throws {
    let folder = try TemporaryFolder()
    let plain = try Self.coded(
      Self.documents, CodingWorker(Self.model("socially-oriented-state", .combined, nil)))
    for run in 1...2 {
      let worker = CodingWorker(try Self.model("socially-oriented-state", .combined, folder.cache))
      worker.ingester.wordLimit = 900
      #expect(try Self.coded(Self.documents, worker) == plain)
      #expect(worker.ingester.analyzer.types.generation > run)
      #expect(worker.ingester.analyzer.types.count <= 2800)
      #expect(folder.wordFiles.count == 1)
    }
  }

  @Test func onlyMoreWordsAreKeptAgain() throws {
    let folder = try TemporaryFolder()
    func keep(_ documents: some Sequence<String>) throws -> [UInt8] {
      let worker = CodingWorker(try Self.model("socially-oriented-state", .lexicon, folder.cache))
      _ = try Self.coded(documents, worker)
      worker.keepWords()
      return try folder.words()
    }
    let many = try keep(Self.documents)
    #expect(try keep(Self.documents.reversed()) == many)
    #expect(try keep(Self.documents.prefix(3)) == many)
    let more =
      Self.documents
      + InputWalk.visibleNames(in: Self.root + "/Corpus/documents/ru").dropFirst(10)
      .map { Self.root + "/Corpus/documents/ru/" + $0 }
    #expect(try keep(more).count > many.count)
    // A page or two leave nothing.
    folder.removeWords()
    let worker = CodingWorker(
      try Self.model("socially-oriented-state", .lexicon, ModelCache(folder: folder.path)))
    _ = try Self.coded(Self.documents.prefix(1), worker)
    worker.keepWords()
    #expect(folder.wordFiles.isEmpty)
  }

  @Test func anotherModelsWordsAreNotTaken() throws {
    let folder = try TemporaryFolder()
    func worker(without: Set<String>) throws -> CodingWorker {
      CodingWorker(
        try CodingModel(
          folder: Self.root + "/Lexicons/socially-oriented-state", without: without, cache: folder.cache))
    }
    let whole = try worker(without: [])
    _ = try Self.coded(Self.documents, whole)
    whole.keepWords()
    let words = try folder.words()
    let entry = try #require(whole.model.lexicon.schemes[0].layers.first?.entries.first?.id)
    _ = try worker(without: [entry])
    // As an edit leaves it: the name of the one model with what was kept for the other.
    let name = try #require(folder.modelFiles.first { $0.dropLast(14) != folder.wordFiles[0].dropLast(14) })
    folder.removeWords()
    try Data(words).write(
      to: URL(fileURLWithPath: folder.path + "/" + name.dropLast(14) + KeptWords.fileEnding))
    let narrow = try worker(without: [entry])
    _ = try Self.coded(Self.documents, narrow)
    // Not even begun to read, which would have ended with all words forgotten.
    #expect(narrow.ingester.analyzer.types.generation == 0)
  }

  // MARK: Damage

  @Test func damagedWordsAreNotTaken() throws {
    let folder = try TemporaryFolder()
    let model = try Self.model("socially-oriented-state", .combined, folder.cache)
    let documents = Array(Self.documents.prefix(4))
    let first = CodingWorker(model)
    let plain = try Self.coded(documents, first)
    first.keepWords()
    let whole = try folder.words()
    var random = SeededGenerator(seed: 23)
    for round in 0..<30 {
      var bytes = whole
      switch round % 3 {
      case 0:
        bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
      case 1: bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
      default: bytes.append(contentsOf: [0, 1, 2])
      }
      try folder.replaceWords(by: bytes)
      let worker = CodingWorker(model)
      for path in documents.prefix(2) { _ = try worker.code(path) }
      worker.tendWords()
      #expect(worker.ingester.analyzer.types.generation == 0, "round \(round)")
      if round % 10 == 0 { #expect(try Self.coded(documents, worker) == plain) }
    }
  }

  /// Whatever stands in a file whose checksum is right, it is taken or not, and coding goes on.
  @Test func noBytesMakeCodingTrap() throws {
    let folder = try TemporaryFolder()
    let model = try Self.model("socially-oriented-state", .combined, folder.cache)
    let documents = Array(Self.documents.prefix(4))
    let first = CodingWorker(model)
    _ = try Self.coded(documents, first)
    first.keepWords()
    let contents = Array(try folder.words().dropFirst(16))
    var random = SeededGenerator(seed: 24)
    var (taken, refused) = (0, 0)
    for _ in 0..<50 {
      var bytes = contents
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        bytes[Int.random(in: 24..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      try folder.replaceWords(by: KeptModel.file(bytes))
      let worker = CodingWorker(model)
      _ = try Self.coded(documents, worker)
      if worker.ingester.analyzer.newWords < worker.ingester.analyzer.types.count {
        taken += 1
      } else {
        refused += 1
      }
    }
    #expect(taken > 10 && refused > 10)
  }
}

/// A cache folder of its own that keeps the words of a few pages, removed with it.
private final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("hattama-\(UUID().uuidString)").path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var cache: ModelCache {
    var cache = ModelCache(folder: path)
    cache.fewestWords = 300
    return cache
  }

  var wordFiles: [String] { InputWalk.visibleNames(in: path).filter { $0.hasSuffix(KeptWords.fileEnding) } }
  var modelFiles: [String] { InputWalk.visibleNames(in: path).filter { $0.hasSuffix(ModelCache.fileEnding) } }

  func words() throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + "/" + (try #require(wordFiles.first)))))
  }

  func replaceWords(by bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + (try #require(wordFiles.first))))
  }

  func removeWords() {
    for name in wordFiles { try? FileManager.default.removeItem(atPath: path + "/" + name) }
  }
}
