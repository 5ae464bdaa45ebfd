import Foundation
import TestSupport
import Testing

@testable import Ingestion

/// What is counted in XML, read as a stream, has the words of the passages that the readers make of the tree.
struct VisibleTextTests {
  static let files: [URL] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../")
      .standardizedFileURL
    return ["Corpus", "Tests/IngestionTests/Fixtures"].flatMap { folder in
      let paths =
        FileManager.default.enumerator(atPath: root.appending(path: folder).path)?
        .compactMap { $0 as? String } ?? []
      return paths.filter { $0.hasSuffix(".xml") }.sorted().map { root.appending(path: "\(folder)/\($0)") }
    }
  }()

  @Test func filesAreThere() { #expect(Self.files.count > 15) }

  @Test(arguments: files) func wordsOfXML(_ file: URL) throws {
    let bytes = [UInt8](try Data(contentsOf: file))
    #expect(try streamed(bytes) == treeWords(bytes))
  }

  /// Cut anywhere, with bytes changed: the stream goes on where the tree does.
  @Test(arguments: files) func wordsOfDamagedXML(_ file: URL) throws {
    let bytes = [UInt8](try Data(contentsOf: file))
    var random = SeededGenerator(seed: 11)
    for _ in 0..<20 {
      var copy = Array(bytes.prefix(Int.random(in: 1000...max(1001, bytes.count), using: &random)))
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let signs: [UInt8] = Array("<>/&;\"' a".utf8)
        copy[Int.random(in: copy.count / 2..<copy.count, using: &random)] =
          signs.randomElement(using: &random) ?? 0x20
      }
      guard let decoded = try? SourceDecoder.decode(copy, path: "x").utf8,
        [.akomaNtoso, .tei].contains(SourceFormat.sniff(decoded))
      else { continue }
      #expect(try streamed(copy) == treeWords(copy))
    }
  }

  static let passages: [(name: String, xml: String, passages: [String])] = [
    (
      "mark-up in words, notes, cells, line breaks",
      """
      <akomaNtoso><act><meta><x>FRBR</x></meta><body><p>мәс<b>лихат</b> хатшысы<br/>есебі</p>
      <table><tr><td>1</td><td>су</td></tr></table></body></act></akomaNtoso>
      """, ["мәслихат хатшысы есебі", "1 су"]
    ),
    (
      "a speaker's label and a note that names one",
      """
      <debate xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><speech><from>Төраға</from><p>Бастаймыз.</p></speech></debate>
      """, ["Бастаймыз."]
    ),
    (
      "TEI",
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><title>Хаттама</title></teiHeader><text><body>
      <note type="speaker">Төраға:</note><u><seg>Сөз беріледі.</seg></u><note type="vote">Қабылданды</note></body></text></TEI>
      """, ["Сөз беріледі.", "Қабылданды"]
    ),
  ]

  @Test(arguments: passages) func passagesOfXML(_ row: (name: String, xml: String, passages: [String])) throws
  {
    var text = VisibleText()
    try text.read(Array(row.xml.utf8), path: row.name)
    let found = text.text.split(separator: 0).map {
      String(decoding: $0, as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
    }
    #expect(found.filter { !$0.isEmpty } == row.passages)
  }

  @Test func passagesAreLimited() throws {
    let xml = "<akomaNtoso>" + String(repeating: "<p>су</p>", count: 20) + "</akomaNtoso>"
    var limits = Limits()
    limits.passages = 10
    var text = VisibleText()
    #expect { try text.read(Array(xml.utf8), path: "a.xml", limits: limits) } throws: { error in
      (error as? IngestionError)?.id == "too-many-passages"
    }
  }

  // MARK: -

  private func streamed(_ bytes: [UInt8]) throws -> [String] {
    var text = VisibleText()
    try text.read(bytes, path: "a.xml")
    return words(text.text.map { $0 == 0 ? 0x20 : $0 })
  }

  private func treeWords(_ bytes: [UInt8]) throws -> [String] {
    let utf8 = try SourceDecoder.decode(bytes, path: "a.xml").utf8
    let source = try #require(
      try DocumentReaders.read(utf8, as: SourceFormat.sniff(utf8), path: "a.xml").sources.first?.source)
    return words(source.blocks.flatMap { source.text[$0.text] + [0x20] })
  }

  /// Sorted, for a note inside of a paragraph is read after it.
  private func words(_ text: [UInt8]) -> [String] {
    String(decoding: text, as: UTF8.self).split { !$0.isLetter && !$0.isNumber }.map(String.init).sorted()
  }
}
