import Foundation
import GRDB
import Testing

/// What of the lexicons cannot be used is a problem of every run with them: named, listed in the store, exit code 1.
struct LexiconProblemTests {
  private static let header = "id\tcodes\tkk\tru\n"

  static let problems: [(name: String, file: String, bytes: [UInt8], id: String)] = [
    (
      "an id twice", "book/life.tsv", Array((header + "w\twater\tсу\tвода\nw\twater\tсу\tвода\n").utf8),
      "duplicate-id"
    ),
    ("an unknown code", "book/life.tsv", Array((header + "w\twatre\tсу\tвода\n").utf8), "unknown-code"),
    (
      "another encoding", "book/life.tsv",
      Array((header + "w\twater\t\t").utf8) + [0xE2, 0xEE, 0xE4, 0xE0, 0x0A],
      "not-utf-8"
    ),
    ("a bad gap", "book/life.tsv", Array((header + "w\twater\tсу\tвода ~x дом\n").utf8), "bad-gap"),
    ("a broken pack", "regions/KZ-55/pack.yaml", Array("region: [".utf8), ""),
    ("a junk gazetteer", "regions/KZ-55/gazetteer.tsv", Array("junk\n".utf8), ""),
  ]

  @Test(arguments: problems.indices) func eachRunTellsOfThem(_ index: Int) throws {
    let (name, file, bytes, id) = Self.problems[index]
    let study = try RunStudy()
    for number in 0..<3 { try study.page(number) }
    let text = try String(contentsOfFile: study.pipeline, encoding: .utf8)
    if file.hasPrefix("regions") {
      try study.scratch.write("study.yaml", (text + "\npacks: regions\n").utf8)
      let made = try Program.run(
        ["lexicon", "new-region", "KZ-55", "--lexicons", "."], in: study.scratch.folder)
      #expect(made.status == 0, "\(made.errors)")
    }
    #expect(try study.run("well").status == 0, "\(name)")
    try study.scratch.write(file, bytes)
    let first = try study.run()
    let again = try study.run()
    #expect(first.status == 1 && again.status == 1, "\(name): \(first.errors)")
    #expect(!first.errors.isEmpty && again.errors == first.errors, "\(name): \(again.errors)")
    let store = try DatabaseQueue(path: study.scratch.url("out/analysis.sqlite").path)
    let ids = try store.read {
      try String.fetchAll($0, sql: "SELECT id FROM issue WHERE severity = 'error' AND document IS NULL")
    }
    #expect(ids.count == first.messages.count && (id.isEmpty || ids.contains(id)), "\(name): \(ids)")
    let manifest = String(decoding: try study.results()["manifest.json"] ?? Data(), as: UTF8.self)
    #expect(manifest.contains("\"lexicon problems\""))
    let coded = try Program.run(["code", "--pipeline", "study.yaml", "pages"], in: study.scratch.folder)
    #expect(coded.status == 1 && coded.errors == first.errors, "\(name): \(coded.errors)")
    // With the problem gone the run is as one that never had it.
    try study.lexicon("вода", "жол")
    if file.hasPrefix("regions") {
      try FileManager.default.removeItem(at: study.scratch.url("regions/KZ-55"))
    }
    #expect(try study.run().status == 0, "\(name)")
  }

  @Test func aByteOrderMarkIsNoPartOfTheCodebook() throws {
    let study = try RunStudy()
    try study.page(1)
    let book = try Data(contentsOf: study.scratch.url("book/codebook.yaml"))
    try study.scratch.write("book/codebook.yaml", [0xEF, 0xBB, 0xBF] + book)
    let run = try study.run()
    #expect(run.status == 0, "\(run.errors)")
  }
}
