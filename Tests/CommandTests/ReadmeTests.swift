import Foundation
import Testing

/// The README's worked example gives what the README prints.
struct ReadmeTests {
  @Test func workedExampleIsTrue() throws {
    let readme = try String(contentsOf: Program.root.appendingPathComponent("README.md"), encoding: .utf8)
    let blocks = readme.components(separatedBy: "```")
    let page = try #require(blocks.first { $0.hasPrefix("html\n") })
    let scratch = try Scratch()
    try scratch.write("page.html", page.dropFirst("html\n".count).utf8)
    // Beside the page as beside a user's own: the program finds its pipelines from where it was built.
    let pipeline = Program.root.appendingPathComponent("Pipelines/socially-oriented-state.yaml").path
    var checked = 0
    for block in blocks where block.hasPrefix("console\n$ hattama ") {
      var lines = block.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      guard let command = lines.popFirst(), command.hasSuffix(" page.html") else { continue }
      var arguments = command.split(separator: " ").dropFirst(2).map(String.init)
      if arguments.first == "code" { arguments += ["--pipeline", pipeline] }
      let outcome = try Program.run(arguments, in: scratch.folder)
      #expect(outcome.status == 0, "\(command): \(outcome.errors)")
      #expect(outcome.output == lines.joined(separator: "\n"), "\(command)")
      checked += 1
    }
    #expect(checked == 3)
  }
}
