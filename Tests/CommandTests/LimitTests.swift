import Foundation
import Testing

/// Limits of documents: what goes beyond one is named, and the rest is read.
struct LimitTests {
  static let rows: [(option: String, value: String, page: String, problem: String)] = [
    (
      "--max-bytes", "200", String(repeating: "<p>сөз</p>", count: 20),
      "more than the 200 that a document may have"
    ),
    ("--max-nesting", "50", String(repeating: "<div>", count: 60) + "сөз", "more than 50 deep"),
    (
      "--max-attributes", "10", "<p \((0..<12).map { "a\($0)=x" }.joined(separator: " "))>сөз</p>",
      "more than 10 attributes"
    ),
    (
      "--max-passages", "10", String(repeating: "<p>сөз</p>", count: 12),
      "more than the 10 that a document may have"
    ),
  ]

  @Test(arguments: rows.indices) func documentOverALimitIsListedAndTheOthersAreRead(_ index: Int) throws {
    let row = Self.rows[index]
    let scratch = try Scratch()
    try scratch.write("pages/big.html", row.page.utf8)
    try scratch.write("pages/small.html", "<p>бюджет</p>".utf8)
    for command in [["ingest", "--format", "jsonl"], ["code", "--format", "jsonl"]] {
      let strict = try Program.run(command + [row.option, row.value, scratch.url("pages").path])
      #expect(
        strict.status == 1 && strict.errors.contains("big.html: ") && strict.errors.contains(row.problem),
        "\(strict.errors)")
      #expect(strict.errors.contains(row.option), "the remedy is named")
      #expect(strict.output.contains("small.html") && !strict.output.contains("big.html"))
      let usual = try Program.run(command + [scratch.url("pages").path])
      #expect(usual.status == 0 && usual.output.contains("big.html"), "\(usual.errors)")
    }
  }

  @Test(arguments: rows.indices) func countListsADocumentOverALimitToo(_ index: Int) throws {
    let row = Self.rows[index]
    let scratch = try Scratch()
    try scratch.write("forms.tsv", "word\tсөз\n".utf8)
    try scratch.write("pages/big.html", row.page.utf8)
    try scratch.write("pages/small.html", "<p>бюджет</p>".utf8)
    let command = ["count", "--lexicon", "forms.tsv", "pages"]
    let strict = try Program.run(command + [row.option, row.value], in: scratch.folder)
    #expect(strict.status == 1 && strict.errors.contains("big.html: "), "\(strict.errors)")
    #expect(strict.errors.contains(row.problem) && strict.errors.contains(row.option), "\(strict.errors)")
    #expect(strict.output.contains("small.html") && !strict.output.contains("big.html"))
    let usual = try Program.run(command, in: scratch.folder)
    #expect(usual.status == 0 && usual.output.contains("big.html"), "\(usual.errors)")
  }

  /// More nanoseconds than there are.
  @Test(arguments: ["9223372036", "9223372036854775807"])
  func timeMayBeAsLongAsOneLikes(_ seconds: String) throws {
    let scratch = try Scratch()
    try scratch.write("page.html", "<p>бюджет</p>".utf8)
    for command in ["ingest", "code"] {
      let run = try Program.run([command, "--max-seconds", seconds, scratch.url("page.html").path])
      #expect(run.status == 0 && run.output.contains("бюджет"), "\(run.errors)")
    }
  }

  @Test func limitsOfAPipelineAreItsOwn() throws {
    let study = try RunStudy(outputs: "csv")
    try study.page(1)
    try study.scratch.write("pages/long.html", String(repeating: "<p>вода</p>", count: 300).utf8)
    let text = try String(contentsOfFile: study.pipeline, encoding: .utf8)
    try study.scratch.write("study.yaml", (text + "\nlimits: {passages: 100}\n").utf8)
    let strict = try study.run()
    #expect(
      strict.status == 1 && strict.errors.contains("300 passages") && strict.output.contains("1 documents"))
    // An option comes before the pipeline, and what a limit changes is coded anew.
    let lenient = try study.run("out", "--max-passages", "1000")
    #expect(lenient.status == 0 && lenient.output.contains("2 documents"), "\(lenient.errors)")
    try study.scratch.write("study.yaml", (text + "\nlimits: {pasages: 100}\n").utf8)
    #expect(try study.run().errors.contains("did you mean 'passages'?"))
    #expect(try study.run("out", "--max-bytes", "0").status == 64)
  }

  @Test func helpStatesTheLimits() throws {
    for command in ["run", "code", "ingest", "count"] {
      let help = try Program.run([command, "--help"]).output
      for option in ["bytes", "nesting", "attributes", "passages", "seconds", "expansion"] {
        #expect(help.contains("--max-\(option)"), "\(command)")
      }
    }
  }

  @Test func privateResultsAreNobodyElses() throws {
    let study = try RunStudy()
    for number in 0..<3 { try study.page(number) }
    try study.run()
    try study.scratch.write("out/mine.txt", "x".utf8)
    try study.run("private", "--private")
    let folder = study.scratch.url("private").path
    var seen = 0
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) + [""] {
      let rights =
        try FileManager.default.attributesOfItem(atPath: folder + "/" + name)[.posixPermissions] as? Int
      #expect((rights ?? 0o777) & 0o077 == 0, "\(name)")
      seen += 1
    }
    #expect(seen > 10)
  }
}
