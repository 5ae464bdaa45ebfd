import Foundation
import Testing

/// `Corpus/tutorial/README.md` is true: every command of it gives what it prints.
struct TutorialTests {
  @Test func everyStepGivesWhatItPrints() throws {
    let readme = try String(
      contentsOf: Program.root.appendingPathComponent("Corpus/tutorial/README.md"), encoding: .utf8)
    let scratch = try Scratch()
    var commands = 0
    for block in readme.components(separatedBy: "```console\n").dropFirst() {
      let body = block.components(separatedBy: "```")[0]
      for step in ("\n" + body).components(separatedBy: "\n$ ").dropFirst() {
        var lines = step.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let command = lines.removeFirst()
        while lines.last == "" { lines.removeLast() }
        let (output, errors, _) = try Program.shell(command, in: scratch.folder)
        #expect(output == lines.map { $0 + "\n" }.joined(), "\(command)\n\(errors)")
        commands += 1
      }
    }
    #expect(commands >= 15)
    try checkTables(scratch)
  }

  /// The region's F1 has risen and no other region's cell has changed.
  private func checkTables(_ scratch: Scratch) throws {
    /// Counts, shares and intervals of each cell; the columns after them compare rows with each other.
    func rows(_ run: String) throws -> [String] {
      try String(contentsOf: scratch.url(run + "/tables/region-topic.csv"), encoding: .utf8)
        .split(whereSeparator: \.isNewline).map { $0.split(separator: ",").prefix(22).joined(separator: ",") }
    }
    let (before, after) = (try rows("before"), try rows("after"))
    #expect(before.count == after.count && before.count > 40)
    let changed = zip(before, after).filter { $0 != $1 }.map(\.1)
    #expect(!changed.isEmpty && changed.allSatisfy { $0.contains("KZ-55") })
    let scores = try Program.shell(
      "hattama evaluate --pipeline study.yaml --gold gold.jsonl --documents documents --resamples 0 --json",
      in: scratch.folder)
    #expect(scores.output.contains("\"topic.environment\""), "\(scores.errors)")
  }
}
