import Foundation
import Testing

@testable import Analysis

/// What the report shows as titles is what the learned coder took for context.
@Suite struct PassageTitlesTests {
  @Test(arguments: ["ru/almaty-2021-protocol.xml", "ru/astana-2020-protocol.html"])
  func titlesAreTheCodersContext(name: String) throws {
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("titles-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let model = try MetamorphicCodingTests.model()
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Corpus/documents/\(name)").standardizedFileURL.path
    let coded = try #require(CodingWorker(model).code(file).first)
    let path = scratch.appendingPathComponent("s.sqlite").path
    let written = try Store.create(at: path, coding: "")
    try written.add([coded], of: StoredFile(path: name, sha256: ""), number: 0, first: 0, model)
    try written.finish([])

    let store = try Store.open(path)
    let titles = PassageTitles(store)
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
}
