import Foundation
import TestSupport
import Testing

@testable import Ingestion

/// Archives of pages, sound and hostile ones.
struct InputArchiveTests {
  /// What an archive gives: paths without the archive's own, with the content or the problem's id.
  static func contents(_ name: String, _ bytes: [UInt8], _ limits: Limits = Limits()) throws -> [String] {
    let folder = try TestFolder()
    let path = try folder.write(name, bytes)
    let kind = try #require(InputArchive.Kind(path: path))
    let archive = try InputArchive(path, kind, limits: limits)
    var found: [String] = []
    while let next = archive.next() {
      switch next {
      case .success(let entry):
        found.append("\(entry.path.dropFirst(path.count)) = \(String(decoding: entry.bytes, as: UTF8.self))")
      case .failure(let problem): found.append("\(problem.path.dropFirst(path.count)): \(problem.id)")
      }
    }
    return found
  }

  static let formats: [(name: String, format: TestArchive.Format)] = [
    ("a.zip", .zip), ("a.tar", .tar), ("a.tar.gz", .gzippedTar), ("A.TGZ", .gzippedTar),
  ]

  @Test(arguments: formats) func pagesAreReadInTheArchivesOrder(
    _ row: (name: String, format: TestArchive.Format)
  ) throws {
    let bytes = try TestArchive.bytes(
      row.format,
      [
        ("./b/page.html", "two"), ("a.html", "one"), ("b/логотип.png", "no document"),
        ("b/хаттама.HTM", "three"),
        ("b/.hidden.html", "no"), ("__MACOSX/._a.html", "no"), ("a.html", "again"),
      ])
    #expect(
      try Self.contents(row.name, bytes)
        == ["!/b/page.html = two", "!/a.html = one", "!/b/хаттама.HTM = three", "!/a.html#2 = again"])
  }

  @Test(arguments: formats) func namesThatLeadOutAreNames(_ row: (name: String, format: TestArchive.Format))
    throws
  {
    let bytes = try TestArchive.bytes(row.format, [("../../etc/page.html", "x"), ("/root/page.html", "y")])
    let found = try Self.contents(row.name, bytes)
    #expect(found.count == 2 && found[0] == "!/../../etc/page.html = x")
    #expect(!FileManager.default.fileExists(atPath: "/root/page.html"))
  }

  @Test(arguments: formats) func archivesInArchivesAreNamed(_ row: (name: String, format: TestArchive.Format))
    throws
  {
    let inner = try TestArchive.bytes(.zip, [("a.html", "x")])
    let bytes = try TestArchive.bytes(
      row.format, [(Array("in.zip".utf8), inner), (Array("b.html".utf8), [0x78])])
    #expect(try Self.contents(row.name, bytes) == ["!/in.zip: archive-in-archive", "!/b.html = x"])
  }

  @Test(arguments: formats) func expandingArchivesAreStopped(
    _ row: (name: String, format: TestArchive.Format)
  ) throws {
    let zeros = [UInt8](repeating: 0x20, count: 4 << 20)
    let bytes = try TestArchive.bytes(
      row.format, (0..<8).map { (Array("page\($0).html".utf8), zeros) })
    var limits = Limits()
    limits.bytes = 5 << 20
    limits.unpacked = 10 << 20
    limits.expansion = 1 << 40
    let found = try Self.contents(row.name, bytes, limits)
    #expect(found.count == 3 && found.last == ": archive-expands", "\(found.map { $0.prefix(40) })")
    // A single entry over the limit costs that entry.
    limits.bytes = 1 << 20
    limits.unpacked = 1 << 40
    #expect(try Self.contents(row.name, bytes, limits) == (0..<8).map { "!/page\($0).html: too-large" })
  }

  @Test func ratioCountsFromTheArchivesSize() throws {
    let zeros = [UInt8](repeating: 0x20, count: 8 << 20)
    let bytes = try TestArchive.bytes(.gzippedTar, (0..<4).map { (Array("page\($0).html".utf8), zeros) })
    var limits = Limits()
    limits.bytes = 9 << 20
    limits.expansion = 100
    #expect(try Self.contents("a.tgz", bytes, limits).last == ": archive-expands")
    limits.expansion = 10_000
    #expect(try Self.contents("a.tgz", bytes, limits).count == 4)
  }

  /// Whatever is cut off: what came before is read, the rest is named, and nothing hangs.
  @Test(arguments: formats) func truncatedArchivesAreReadAsFarAsTheyGo(
    _ row: (name: String, format: TestArchive.Format)
  ) throws {
    // Bytes that no archive packs tighter.
    var random = SeededGenerator(seed: 3)
    let noise = (0..<5000).flatMap { _ in withUnsafeBytes(of: random.next()) { Array($0) } }
    let pages = (0..<20).map { n in (Array("p\(n).html".utf8), noise) }
    let bytes = try TestArchive.bytes(row.format, pages)
    let cut = try Self.contents(row.name, Array(bytes.prefix(bytes.count / 2)))
    let read = cut.filter { $0.contains(" = ") }
    #expect((5...12).contains(read.count), "\(cut.map { $0.prefix(30) })")
    #expect(cut.last?.contains("broken-archive") == true || cut.last?.contains("p") == true)
    #expect(cut.count > read.count, "the rest is named")
  }

  @Test func brokenArchivesNeverTrap() throws {
    var random = SeededGenerator(seed: 7)
    for (name, format) in Self.formats {
      let sound = try TestArchive.bytes(format, (0..<3).map { ("p\($0).html", "<p>page \($0)</p>") })
      for _ in 0..<60 {
        var bytes = sound
        for _ in 0..<4 {
          bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
        }
        let found = (try? Self.contents(name, bytes)) ?? ["not opened"]
        #expect(found.count < 100)
      }
    }
    #expect(throws: IngestionError.self) {
      try Self.contents("a.zip", []) + Self.contents("missing/a.zip", [])
    }
  }

  @Test func encryptedEntriesAreNamed() throws {
    let bytes = try TestArchive.bytes(.encryptedZip, [("a.html", "secret page"), ("b.html", "another")])
    #expect(try Self.contents("a.zip", bytes) == ["!/a.html: encrypted", "!/b.html: encrypted"])
  }

  @Test func namesThatAreNoUTF8AreKept() throws {
    let bytes = try TestArchive.bytes(.tar, [([0xE0, 0xE1] + Array(".html".utf8), [0x78])])
    let found = try Self.contents("a.tar", bytes)
    #expect(found == ["!/\\xE0\\xE1.html = x"], "\(found)")
  }

  // MARK: Web archives

  static func record(_ type: String, _ address: String, _ fields: String, _ block: [UInt8]) -> [UInt8] {
    Array(
      "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(address)\r\n\(fields)Content-Length: \(block.count)\r\n\r\n"
        .utf8) + block + Array("\r\n\r\n".utf8)
  }

  static func answer(_ status: String, _ fields: String, _ body: [UInt8]) -> [UInt8] {
    Array("HTTP/1.1 \(status)\r\n\(fields)\r\n\r\n".utf8) + body
  }

  static func records() throws -> [[UInt8]] {
    let http = "Content-Type: application/http; msgtype=response\r\n"
    let page = Array("<p>бет</p>".utf8)
    return [
      record("warcinfo", "", "Content-Type: application/warc-fields\r\n", Array("software: x\r\n".utf8)),
      record(
        "request", "http://a.kz/", "Content-Type: application/http; msgtype=request\r\n",
        Array("GET / HTTP/1.1\r\n\r\n".utf8)),
      record(
        "response", "http://a.kz/", http, answer("200 OK", "Content-Type: text/html; charset=utf-8", page)),
      record(
        "response", "http://a.kz/logo.png", http, answer("200 OK", "Content-Type: image/png", [1, 2, 3])),
      record("response", "http://a.kz/gone", http, answer("404 Not Found", "Content-Type: text/html", page)),
      record(
        "response", "<http://a.kz/chunks>", http,
        answer(
          "200 OK", "Content-Type: text/html\r\nTransfer-Encoding: chunked",
          Array("4\r\nабво\r\n".utf8.prefix(3)) + Array("аб".utf8) + Array("\r\n2;x=y\r\nв\r\n0\r\n\r\n".utf8)
        )),
      record(
        "response", "http://a.kz/packed", http,
        answer("200 OK", "Content-Type: text/html\r\nContent-Encoding: gzip", try TestArchive.gzip(page))),
      record(
        "response", "http://a.kz/brotli", http,
        answer("200 OK", "Content-Type: text/html\r\nContent-Encoding: br", [1, 2, 3])),
      record("resource", "http://a.kz/feed", "Content-Type: application/json\r\n", Array("{}".utf8)),
      record(
        "response", "http://a.kz/", http, answer("200 OK", "Content-Type: text/html", Array("again".utf8))),
    ]
  }

  static let pages = [
    "!/http://a.kz/ = <p>бет</p>", "!/http://a.kz/chunks = абв", "!/http://a.kz/packed = <p>бет</p>",
    "!/http://a.kz/brotli: content-encoding", "!/http://a.kz/feed = {}", "!/http://a.kz/#2 = again",
  ]

  @Test func webArchivesGiveTheirPages() throws {
    #expect(try Self.contents("a.warc", Self.records().flatMap { $0 }) == Self.pages)
    // Each record compressed by itself, as crawlers write them.
    #expect(try Self.contents("a.warc.gz", Self.records().flatMap { try TestArchive.gzip($0) }) == Self.pages)
  }

  @Test func cutWebArchivesAreReadAsFarAsTheyGo() throws {
    let bytes = try Self.records().flatMap { $0 }
    let cut = try Self.contents("a.warc", Array(bytes.dropLast(20)))
    #expect(cut == Self.pages.dropLast() + [": broken-archive"])
    #expect(try Self.contents("a.warc", Array("no archive at all".utf8)) == [": broken-archive"])
    #expect(try Self.contents("a.warc", []) == [])
  }

  // MARK: Looking up again

  @Test func sourcesAreFoundAgainByTheirPaths() throws {
    let folder = try TestFolder()
    let pages = (0..<5).map { ("p\($0).html", "<p>\($0)</p>") } + [("d.json", "[{}, {}]")]
    try folder.write("a.zip", try TestArchive.bytes(.zip, pages))
    try folder.write("b!/c.html", Array("named so".utf8))
    try folder.write("r.json", Array("[1]".utf8))
    let sources = StoredSources(root: folder.path)
    func text(_ path: String) throws -> String {
      String(decoding: try sources.source(of: path).bytes, as: UTF8.self)
    }
    // In order, out of order, records of one file, a folder whose name has the mark.
    for n in [0, 1, 3, 2, 4, 4] { #expect(try text("a.zip!/p\(n).html") == "<p>\(n)</p>") }
    for n in [0, 1] { #expect(try text("a.zip!/d.json!/\(n)") == "[{}, {}]") }
    #expect(try text("b!/c.html") == "named so")
    #expect(try text("r.json!/0") == "[1]")
    #expect(throws: IngestionError.self) { try text("a.zip!/gone.html") }
  }
}
