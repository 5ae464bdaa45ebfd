import Analysis
import ArgumentParser
import Reporting

/// `hattama kwic`: keywords in context, for reading what a code rests on.
struct KwicCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kwic",
    abstract: "Show the evidence of codes in its context, a line each, from the store of a run.",
    discussion: """
      Examples:
        hattama kwic results/socially-oriented-state results.infrastructure
        hattama kwic results/socially-oriented-state civil-society --width 60
        hattama kwic results/socially-oriented-state --entry hearings-petition
      """)

  @Argument(help: "Output folder of a run.")
  var folder: String

  @Argument(help: "A code, or a criterion for all codes below it; all codes without it.")
  var code: String?

  @Option(help: "Only the evidence of this lexicon entry.")
  var entry: String?

  @Option(help: "Letters of context on each side.")
  var width = 40

  func run() throws {
    do {
      let store = try Store.open(folder + "/analysis.sqlite")
      var lines = 0
      try store.passages(code: code) { passage in
        for line in Concordance.lines(of: passage, code: code, entry: entry, width: max(0, width)) {
          lines += 1
          Output.write(line.text(colours: Terminal.standardOutput) + "\n")
        }
      }
      if lines == 0 { Output.message("hattama: no evidence for \(entry ?? code ?? "any code") in \(folder)") }
    } catch {
      throw Setup.stop("\(error)")
    }
  }
}
