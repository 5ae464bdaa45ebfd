import Analysis
import ArgumentParser

/// `hattama verify`: every number back to its place in the source.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Find every passage and every piece of evidence of a run again in the source files.",
    discussion: """
      The places are looked up with libxml2's own tree and XPath, independently of the readers that found them.

      Example:
        hattama verify results/socially-oriented-state
      """)

  @Argument(help: "Output folder of a run.")
  var folder: String

  @Option(help: "Folder that the documents' paths count from; without it, the working folder.")
  var root: String?

  func run() throws {
    try Setup.orStop {
      let outcome = try Verification.verify(Store.open(run: folder), root: root)
      for failure in outcome.failures.prefix(100) { Output.message("\(failure)") }
      Output.write(
        "\(outcome.documents) documents, \(outcome.passages) passages and \(outcome.evidence) pieces of evidence looked up, "
          + "\(outcome.failures.count) not found\n")
      if !outcome.failures.isEmpty { throw ExitCode(1) }
    }
  }
}
