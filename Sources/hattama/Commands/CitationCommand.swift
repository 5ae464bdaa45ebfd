import ArgumentParser
import Ingestion

/// `hattama citation`: citations of councils' acts, taken apart.
struct CitationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "citation",
    abstract: "Read citations of decisions, a line each, and print their parts as JSON Lines.",
    discussion: """
      Example:
        echo 'Решение Актауского городского маслихата Мангистауской области от 28 ноября 2025 года № 26/167' | hattama citation
      """)

  @Argument(help: "Files with a citation a line; without any, standard input.")
  var files: [String] = []

  func run() throws {
    let parser = CitationParser()
    var missed = 0
    for line in try InputLines.read(files) {
      if let citation = parser.parse(line) {
        Output.write(citation.json + "\n")
      } else {
        missed += 1
        Output.write(
          "{\"body\":null,\"level\":null,\"region\":null,\"district\":null,\"kind\":null,\"date\":null,\"number\":null,\"convocation\":null}\n"
        )
        Output.message("no citation in '\(line.prefix(80))'")
      }
    }
    if missed > 0 { throw ExitCode(1) }
  }
}
