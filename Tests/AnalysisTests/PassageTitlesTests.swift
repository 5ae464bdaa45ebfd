import Coding
import Foundation
import Testing

@testable import Analysis

/// What the report shows as titles is what the learned coder took for context.
@Suite struct PassageTitlesTests {
  /// A document of the demonstration corpus, coded and in a store of its own, and the store's folder.
  private static func coded(
    _ name: String, _ model: CodingModel
  ) throws -> (CodedDocument, Store, folder: URL) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("titles-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = root.appendingPathComponent("Corpus/documents/\(name)").path
    let coded = try #require(CodingWorker(model).code(file).first)
    let path = folder.appendingPathComponent("s.sqlite").path
    let store = try Store.create(at: path, RunKeys(), LexiconState(model.lexicon))
    try store.add([coded], of: StoredFile(path: name, sha256: ""), number: 0, first: 0, model)
    try store.finish([])
    return (coded, try Store.open(path), folder)
  }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test(arguments: ["ru/almaty-2021-protocol.xml", "ru/astana-2020-protocol.html"])
  func titlesAreTheCodersContext(name: String) throws {
    let model = try MetamorphicCodingTests.model()
    let (coded, store, folder) = try Self.coded(name, model)
    defer { try? FileManager.default.removeItem(at: folder) }
    let titles = PassageTitles(store, model)
    let document = coded.document
    let contexts = CodingWorker.contexts(of: document)
    var kinds: Set<String> = []
    var passages: [StoredPassage] = []
    try store.passages(uncoded: true) { passages.append($0) }
    #expect(passages.count == contexts.count)
    for (stored, context) in zip(passages, contexts) {
      guard let context else { continue }
      let found = try titles.titles(over: stored)
      var expected: [String] = []
      for range in [context.agendaSentences, context.itemSentences, context.titleSentences] {
        guard let title = document.passages.first(where: { !range.isEmpty && $0.sentences == range }) else {
          continue
        }
        let text = String(decoding: document.text[title.text], as: UTF8.self)
        if !expected.contains(text) { expected.append(text) }
      }
      #expect(found.map(\.text) == expected, "passage \(stored.n)")
      kinds.formUnion(found.map(\.kind.rawValue))
    }
    #expect(kinds.count > 1)
  }

  /// Of a line of the agenda on housing for the young, "the second question" and "minutes", the first carries both codes.
  @Test func theTitleThatSaysMostIsShown() throws {
    let model = try CodingModel(
      folder: Self.root.appendingPathComponent("Lexicons/socially-oriented-state").path, coder: .combined)
    let (_, store, folder) = try Self.coded("kk/kk-astana-2021-protocol.xml", model)
    defer { try? FileManager.default.removeItem(at: folder) }
    var passages: [StoredPassage] = []
    try store.passages { passages.append($0) }
    let titles = PassageTitles(store, model)
    var found: Set<String> = []
    for passage in passages where try titles.titles(over: passage).count == 3 {
      for coding in passage.codings where coding.evidence.contains(where: \.isContext) {
        guard let title = try titles.title(over: passage, for: coding.code), title.text.contains("жастарға")
        else { continue }
        #expect(title.kind == .agenda)
        found.insert(coding.code)
      }
    }
    #expect(found.isSuperset(of: ["topic.youth", "topic.housing"]))
  }
}
