import Foundation
import Testing

/// Standard streams that are closed or full: the work is done, and the exit code says how it went.
struct StandardStreamTests {
  /// Messages are lost; results and exit code are not.
  @Test(arguments: ["2>&-", "2>/dev/full"]) func messagesThatNobodyReadsEndNothing(_ redirection: String)
    throws
  {
    let study = try RunStudy()
    try study.page(1)
    try study.scratch.write("pages/empty.html", [])
    let run = try Program.shell(
      "hattama run study.yaml --output out " + redirection, in: study.scratch.folder)
    #expect(run.status == 1 && run.output.contains("1 documents"), "\(redirection): \(run.output)")
    let files = try study.results()
    #expect(files["report.html"] != nil && files["tables/kinds.csv"] != nil)
    // No message was written into a file that took the stream's number.
    #expect(files["analysis.sqlite"].map { String(decoding: $0, as: UTF8.self).hasPrefix("ok\n") } == true)
    let missing = try Program.shell("hattama ingest nope " + redirection, in: study.scratch.folder)
    #expect(missing.status == 1)
  }

  /// The commands' output goes to a full disk; `--help` is output too.
  @Test func outputThatCannotBeWrittenIsNamed() throws {
    let study = try RunStudy()
    try study.page(1)
    try study.run()
    for command in [
      "tables study.yaml out", "kwic out", "verify out", "ingest pages", "--help", "help run", "--version",
    ] {
      let full = try Program.shell("hattama \(command) >/dev/full", in: study.scratch.folder)
      #expect(full.status == 2, "\(command)")
      #expect(
        full.errors == "hattama: standard output cannot be written: No space left on device\n", "\(command)")
    }
    let closed = try Program.shell("hattama kwic out >&-", in: study.scratch.folder)
    #expect(closed.status == 2 && closed.errors.contains("standard output cannot be written"))
    let head = try Program.shell("hattama kwic out | true", in: study.scratch.folder)
    #expect(head.errors == "")
  }
}
