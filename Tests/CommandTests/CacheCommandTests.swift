import Foundation
import Testing

/// Compiled lexicons are kept, and nothing shows it but the time.
struct CacheCommandTests {
  static let page = "Corpus/documents/ru/almaty-2021-protocol.xml"

  @Test func keptLexiconsCodeAlike() throws {
    let arguments = ["code", "--format", "jsonl", Self.page]
    let plain = try Program.run(arguments + ["--no-cache"])
    #expect(plain.status == 0 && plain.output.contains("\"evidence\":[{"))
    for _ in 0..<2 {
      let kept = try Program.run(arguments)
      #expect(kept.output == plain.output && kept.errors == plain.errors)
    }
  }

  /// An error of a lexicon is told each time, from the cache too.
  @Test func problemsAreToldEachTime() throws {
    let scratch = try Scratch()
    let lexicons = scratch.url("book")
    try scratch.write("page.txt", "Колодец".utf8)
    try FileManager.default.copyItem(
      at: Program.root.appendingPathComponent("Lexicons/pest-rural-self-government"), to: lexicons)
    try scratch.write("book/broken.tsv", "id\tcodes\tkk\tru\nbroken\tno-such-code\t\tколодец\n".utf8)
    try scratch.write("p.yaml", "pipeline: p\ncodebook: book\npacks: none\n".utf8)
    let arguments = ["code", "--pipeline", "p.yaml", "page.txt"]
    let first = try Program.run(arguments, in: scratch.folder)
    #expect(first.errors.contains("no-such-code"))
    let second = try Program.run(arguments, in: scratch.folder)
    #expect(second.errors == first.errors && second.output == first.output)
    try scratch.write("book/broken.tsv", "id\tcodes\tkk\tru\n".utf8)
    #expect(try Program.run(arguments, in: scratch.folder).errors.isEmpty)
  }

  @Test func doctorNamesTheFolder() throws {
    #expect(try Program.run(["doctor"]).output.contains("hattama-tests/hattama"))
    let off = try Program.shell("HATTAMA_NO_CACHE=1 hattama doctor", in: Program.root)
    #expect(off.output.contains("not kept"))
  }
}
