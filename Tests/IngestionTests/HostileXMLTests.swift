import Foundation
import TestSupport
import Testing

@testable import Ingestion

/// Files that are broken or made to do harm: something is read or refused, it is said, and nothing is
/// fetched.
struct HostileXMLTests {
  static let readers: [(name: String, read: @Sendable ([UInt8]) -> SourceText)] = [
    ("Akoma Ntoso", { AkomaNtosoReader.read($0) }), ("TEI", { TEIReader.read($0) }),
    ("unknown", { UnknownXMLReader.read($0) }),
  ]
  static let fixtures = ["xml/debate.xml", "xml/act.xml", "xml/parliament.tei.xml", "xml/unknown.xml"]

  @Test func cutOffFileKeepsItsBeginning() throws {
    let whole = try fixture("xml/debate.xml")
    let cut = try #require(String(decoding: whole, as: UTF8.self).range(of: "ремонт<br/>"))
    let half = Array(String(decoding: whole, as: UTF8.self)[..<cut.lowerBound].utf8)
    let source = AkomaNtosoReader.read(half)
    #expect(outline(source).contains("paragraph/speech [Ахметов Е.Б.] §1: Дорога к селу разбита,"))
    #expect(source.issues.map(\.id) == ["xml-not-well-formed"])
    #expect(source.issues.first?.line == 34)
    checkSourceText(source, "cut off")
  }

  /// Every reader on every fixture, cut anywhere and with bytes changed: no trap, and the account holds.
  @Test(arguments: readers.indices, fixtures)
  func mutations(reader: Int, fixture name: String) throws {
    let bytes = try fixture(name)
    var random = SeededGenerator(seed: UInt64(reader))
    for _ in 0..<60 {
      var copy = Array(bytes.prefix(Int.random(in: 1...bytes.count, using: &random)))
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        let signs: [UInt8] = Array("<>/&;\"' a]".utf8)
        copy[Int.random(in: copy.indices, using: &random)] = signs.randomElement(using: &random) ?? 0x20
      }
      guard let decoded = try? SourceDecoder.decode(copy, path: name) else { continue }
      checkSourceText(HostileXMLTests.readers[reader].read(decoded.utf8), name)
    }
  }

  @Test(arguments: readers.indices) func millionNestedElements(reader: Int) {
    let source = HostileXMLTests.readers[reader].read(
      Array(("<a>" + String(repeating: "<p>б", count: 1_000_000)).utf8))
    #expect(source.issues.contains { $0.id == "xml-too-deep" && $0.severity == .error })
    checkSourceText(source, "nested")
  }

  @Test func entitiesAreNotExpanded() {
    let entities = (1...9).map { k in
      "<!ENTITY e\(k) \"" + String(repeating: "&e\(k - 1);", count: 10) + "\">"
    }
    let text =
      "<!DOCTYPE a [<!ENTITY e0 \"ха\">\(entities.joined())]><a><p>Бас &e9; соңы</p><p t=\"&e9;\">тағы</p></a>"
    let source = UnknownXMLReader.read(Array(text.utf8))
    #expect(outline(source) == ["paragraph/-: Бас соңы", "paragraph/-: тағы"])
    #expect(source.issues.map(\.id) == ["unknown-xml", "xml-entity-undefined"])
  }

  static let entities: [(name: String, source: String, resolved: String)] = [
    ("HTML's", "<p>&laquo;Су&raquo;&nbsp;&ndash; &Auml;</p>", "<p>«Су»\u{A0}– Ä</p>"),
    ("XML's own stay", "<p>&amp;laquo; &lt; &#171; &quot;</p>", "<p>&amp;laquo; &lt; &#171; &quot;</p>"),
    ("unknown ones stay", "<p>&foo; & &; &laquo</p>", "<p>&foo; & &; &laquo</p>"),
    (
      "CDATA and comments stay", "<p><![CDATA[&nbsp;]]><!-- &nbsp; -->&copy;</p>",
      "<p><![CDATA[&nbsp;]]><!-- &nbsp; -->©</p>"
    ),
    (
      "declared ones", "<!DOCTYPE p [<!ENTITY m 'мәслихат'><!ENTITY t \"&#171;\">]><p>&m; &t;</p>",
      "<!DOCTYPE p [<!ENTITY m 'мәслихат'><!ENTITY t \"&#171;\">]><p>мәслихат &#171;</p>"
    ),
    (
      "nested, marked up and external ones stay",
      "<!DOCTYPE p [<!ENTITY a 'x'><!ENTITY b '&a;'><!ENTITY c '<i/>'><!ENTITY d SYSTEM 'd'>]><p>&a;&b;&c;&d;</p>",
      "<!DOCTYPE p [<!ENTITY a 'x'><!ENTITY b '&a;'><!ENTITY c '<i/>'><!ENTITY d SYSTEM 'd'>]><p>x&b;&c;&d;</p>"
    ),
  ]

  @Test(arguments: entities) func entity(_ row: (name: String, source: String, resolved: String)) {
    #expect(String(decoding: XMLEntities.resolved(Array(row.source.utf8)), as: UTF8.self) == row.resolved)
  }

  @Test func entitiesDoNotBlowUp() {
    let value = String(repeating: "x", count: 250)
    let source = Array(
      "<!DOCTYPE p [<!ENTITY a '\(value)'>]><p>\(String(repeating: "&a;", count: 10_000))</p>".utf8)
    #expect(XMLEntities.resolved(source).count < 3 * source.count)
  }

  @Test func externalEntitiesAreNotRead() throws {
    let secret = FileManager.default.temporaryDirectory.appending(
      path: "hattama-secret-\(UUID().uuidString).txt")
    try Data("құпия".utf8).write(to: secret)
    defer { try? FileManager.default.removeItem(at: secret) }
    let text = """
      <!DOCTYPE a SYSTEM "\(secret.absoluteString)" [<!ENTITY x SYSTEM "\(secret.absoluteString)">
      <!ENTITY % p SYSTEM "\(secret.absoluteString)"> %p;]><a><p>Бас &x; соңы</p></a>
      """
    let source = UnknownXMLReader.read(Array(text.utf8))
    #expect(outline(source) == ["paragraph/-: Бас соңы"])
    #expect(source.issues.contains { $0.id == "xml-entity-undefined" })
  }

  @Test func noElement() {
    let source = UnknownXMLReader.read(Array("<?xml version='1.0'?>".utf8))
    #expect(source.blocks.isEmpty)
    #expect(source.issues.contains { $0.severity == .error })
  }
}
