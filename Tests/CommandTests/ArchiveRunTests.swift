import Foundation
import Testing

/// Runs on archives: paths, evidence found again, and what is coded anew.
struct ArchiveRunTests {
  @Test func archivesAreRunVerifiedAndTakenOver() throws {
    let study = try RunStudy()
    for number in 10..<30 { try study.page(number, in: "loose") }
    try study.page(31, in: "loose", edition: 2)
    try FileManager.default.createDirectory(at: study.scratch.url("pages"), withIntermediateDirectories: true)
    let packed = try Program.shell(
      "cd loose && tar czf ../pages/a.tar.gz . && cd .. && rm -r loose", in: study.scratch.folder)
    try #require(packed.status == 0, "\(packed.errors)")
    try study.page(40)
    let first = try study.run()
    #expect(first.status == 0 && first.output.contains("22 documents"), "\(first.errors)")
    let verified = try Program.run(["verify", "out"], in: study.scratch.folder)
    #expect(verified.status == 0 && verified.output.contains(" 0 not found"), "\(verified.errors)")
    #expect(verified.output.hasPrefix("22 documents"))
    let kwic = try Program.run(["kwic", "out", "water"], in: study.scratch.folder)
    #expect(kwic.output.contains("pages/a.tar.gz!/page-31.html#"))
    // Other pages around it: the archive's are taken over.
    let store = study.scratch.url("out/analysis.sqlite").path
    try RunStudy.execute("UPDATE passage SET polarity = 'kept'", in: store)
    try study.page(5)
    #expect(try study.run().status == 0)
    let kept = try RunStudy.files(
      in: store, "JOIN passage ON passage.document = file.first AND polarity = 'kept'")
    #expect(kept == 22)
  }

  @Test func recordsALineAreRunVerifiedAndTakenOver() throws {
    let study = try RunStudy()
    func record(_ n: Int) -> String {
      "{\"title\":\"№ \(n)\",\"body\":\"<p>Подана вода в \(n) домов.</p>\"}\n"
    }
    try study.scratch.write("pages/news.jsonl", (0..<40).map(record).joined().utf8)
    let first = try study.run()
    #expect(first.status == 0 && first.output.contains("40 documents"), "\(first.errors)")
    let verified = try Program.run(["verify", "out"], in: study.scratch.folder)
    #expect(verified.status == 0 && verified.output.hasPrefix("40 documents"), "\(verified.errors)")
    #expect(verified.output.contains(" 0 not found"))
    let store = study.scratch.url("out/analysis.sqlite").path
    try RunStudy.execute("UPDATE passage SET polarity = 'kept'", in: store)
    // A line more: the others are taken over. A broken one: it alone is named.
    try study.scratch.write("pages/news.jsonl", ((0..<41).map(record).joined() + "{\"title\": \"№\n").utf8)
    let second = try study.run()
    #expect(second.status == 1 && second.errors.contains("news.jsonl!/41: line 42 "), "\(second.errors)")
    #expect(second.output.contains("41 documents"))
    let kept = try RunStudy.files(
      in: store, "JOIN passage ON passage.document = file.first AND polarity = 'kept'")
    #expect(kept == 40)
  }

  @Test func brokenArchiveCostsItself() throws {
    let study = try RunStudy()
    try study.page(1)
    try study.scratch.write("pages/broken.zip", "no archive".utf8)
    try study.scratch.write("pages/nested.txt", "вода".utf8)
    let run = try study.run()
    #expect(
      run.status == 1 && run.errors.contains("broken.zip: ") && run.output.contains("2 documents"),
      "\(run.errors)")
    #expect(try study.run().errors == run.errors, "the next run says so too")
  }

  @Test(arguments: ["\n", "\0"]) func filesAreListedOnStandardInput(_ end: String) throws {
    let study = try RunStudy()
    for number in 1...3 { try study.page(number) }
    let list = ["pages/page-3.html", "pages/page-1.html"].map { $0 + end }.joined()
    let run = try Program.run(
      ["run", "study.yaml", "--files-from", "-", "--output", "out"], input: list, in: study.scratch.folder)
    #expect(run.status == 0 && run.output.contains("2 documents"), "\(run.errors)")
    let count = try Program.run(
      ["ingest", "--format", "jsonl", "pages/page-[12].html"], in: study.scratch.folder)
    #expect(count.output.split(separator: "\n").count == 2)
  }
}
