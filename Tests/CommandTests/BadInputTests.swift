import Foundation
import Testing

/// Files that are no documents: each is named in one line with its reason, the others are read, exit code 1.
struct BadInputTests {
  private static let good = "<p>Мәслихат сессиясы өтті, бюджет бекітілді.</p>"

  static let files: [(name: String, bytes: [UInt8], reason: String)] = [
    ("empty.html", [], "no text"),
    ("blank.html", Array("  \n\n ".utf8), "no text"),
    ("picture.html", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13], "not text"),
    ("report.html", Array("%PDF-1.7\n%âãÏÓ\n1 0 obj".utf8), "PDF"),
    ("old.html", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0, 0, 0, 0, 0], "DOC"),
    ("broken.json", Array("{\"title\": \"О бюджете\", ".utf8), "JSON"),
  ]

  @Test(arguments: files) func oneLineAndTheRestGoesOn(_ row: (name: String, bytes: [UInt8], reason: String))
    throws
  {
    let scratch = try Scratch()
    let bad = try scratch.write(row.name, row.bytes)
    let good = try scratch.write("good.html", Self.good.utf8)
    let outcome = try Program.run(["ingest", "--format", "jsonl", bad, good])
    #expect(outcome.status == 1, "\(row.name)")
    #expect(outcome.messages.count == 1, "\(outcome.errors)")
    #expect(outcome.errors.contains(row.name) && outcome.errors.contains(row.reason), "\(outcome.errors)")
    #expect(outcome.output.split(separator: "\n").count == 1)
    #expect(outcome.output.contains("бюджет бекітілді"))
  }

  @Test func missingFilesFoldersAndLinks() throws {
    let scratch = try Scratch()
    let good = try scratch.write("pages/good.html", Self.good.utf8)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.url("pages/dangling.html").path, withDestinationPath: "/nowhere")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.url("pages/loop").path, withDestinationPath: scratch.url("pages").path)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.url("pages/self.html").path, withDestinationPath: scratch.url("pages/self.html").path)
    try FileManager.default.createDirectory(
      at: scratch.url("pages/folder.html"), withIntermediateDirectories: true)
    let outcome = try Program.run([
      "ingest", "--format", "jsonl", scratch.url("pages").path, scratch.url("vanished.html").path,
    ])
    #expect(outcome.status == 1)
    #expect(outcome.output.split(separator: "\n").count == 1)
    #expect(
      outcome.output.contains(good.replacingOccurrences(of: "/", with: "\\/"))
        || outcome.output.contains(good))
    #expect(outcome.messages.count == 4, "\(outcome.errors)")
    for part in ["dangling.html", "loop: leads back", "self.html", "vanished.html: there is no such file"] {
      #expect(outcome.errors.contains(part), "\(part) in \(outcome.errors)")
    }
  }

  /// The parser that looks places up told of such ids on standard error, in the words of the document.
  @Test func idsThatStandTwiceAreNoMessageOfVerify() throws {
    let scratch = try Scratch()
    let file = try scratch.write(
      "twice.tei.xml",
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div>
      <u who="#a" xml:id="u1"><seg xml:id="s">Бюджет қаралды.</seg></u>
      <u who="#b" xml:id="u1"><seg xml:id="\u{202E} s">Ауылға су керек.</seg></u>
      </div></body></text></TEI>
      """.utf8)
    let out = scratch.url("out").path
    _ = try Program.run(["run", "Pipelines/pest-rural-self-government.yaml", file, "--output", out])
    let verify = try Program.run(["verify", out])
    #expect(verify.errors == "" && verify.status == 0)
    #expect(verify.output.contains("2 passages"))
  }

  @Test func entitiesAreNeitherExpandedNorFetched() throws {
    let scratch = try Scratch()
    let secret = try scratch.write("secret.txt", "құпия".utf8)
    var bomb = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a0 \"ха\">"
    for i in 1...20 { bomb += "<!ENTITY a\(i) \"" + String(repeating: "&a\(i - 1);", count: 10) + "\">" }
    bomb += "<!ENTITY file SYSTEM \"file://\(secret)\"><!ENTITY net SYSTEM \"http://127.0.0.1:9/x\">]>"
    bomb += "<d><p>бірінші &a20; абзац</p><p>екінші &file; &net; абзац</p></d>"
    let path = try scratch.write("bomb.xml", bomb.utf8)
    let outcome = try Program.run(["ingest", "--format", "jsonl", path])
    #expect(!outcome.output.contains("құпия"))
    #expect(outcome.output.utf8.count < 20_000)
    #expect(outcome.output.contains("бірінші"))
  }

  @Test func truncatedXMLKeepsItsBeginning() throws {
    let scratch = try Scratch()
    let xml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate name="minutes"><debateBody>
      <debateSection name="item"><p>Бірінші абзац толық.</p><p>Екінші абзац үзіл
      """
    let path = try scratch.write("cut.xml", xml.utf8)
    let outcome = try Program.run(["ingest", "--format", "jsonl", path])
    #expect(outcome.output.contains("Бірінші абзац толық."))
    #expect(outcome.messages.count == 1 && outcome.errors.contains("cut.xml:"), "\(outcome.errors)")
  }

  static let huge: [(name: String, make: @Sendable () -> [UInt8])] = [
    ("deep.html", { Array((String(repeating: "<div>", count: 1_000_000) + "соңы").utf8) }),
    ("deep.xml", { Array(("<?xml version=\"1.0\"?>" + String(repeating: "<d>", count: 1_000_000)).utf8) }),
    (
      "line.html", { Array("<p>".utf8) + Array(repeatElement(Array("сөз ".utf8), count: 1_000_000).joined()) }
    ),
    (
      "attribute.html",
      { Array(("<p class=\"" + String(repeating: "x", count: 5_000_000) + "\">мәтін</p>").utf8) }
    ),
    ("siblings.html", { Array(String(repeating: "<p>сөз</p>", count: 50_000).utf8) }),
    ("names.html", { Array((0..<20_000).map { "<x\($0)>с</x\($0)>" }.joined().utf8) }),
  ]

  @Test(arguments: huge.map(\.name)) func hugeInputIsHarmless(_ name: String) throws {
    let scratch = try Scratch()
    let row = try #require(Self.huge.first { $0.name == name })
    let path = try scratch.write(row.name, row.make())
    let outcome = try Program.run(["ingest", "--report", path])
    #expect(outcome.status == 0 || outcome.status == 1)
    #expect(outcome.output.contains("kept") || outcome.status == 1)
  }

  @Test func wrongEncodingIsReportedAndRead() throws {
    let scratch = try Scratch()
    let page =
      "<html><head><meta charset=windows-1251></head><body><p>Маслихат утвердил бюджет области.</p></body></html>"
    let path = try scratch.write("page.html", page.utf8)
    let outcome = try Program.run(["ingest", "--format", "jsonl", path])
    #expect(outcome.output.contains("Маслихат утвердил бюджет области."))
    #expect(outcome.errors.contains("windows-1251"), "\(outcome.errors)")
  }

  @Test func terminalSequencesInNamesAndTextAreShownNotObeyed() throws {
    let scratch = try Scratch()
    let path = try scratch.write("a\u{1b}[31mb.html", [])
    let outcome = try Program.run(["ingest", path])
    #expect(outcome.status == 1)
    #expect(!outcome.errors.utf8.contains(0x1b))
  }
}
