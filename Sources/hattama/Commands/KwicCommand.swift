import Analysis
import ArgumentParser
import Reporting

/// `hattama kwic`: keywords in context, for reading what a code rests on.
struct KwicCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kwic",
    abstract: "Show the evidence of codes in its context, a line each, from the store of a run.",
    discussion: """
      A line has, parted by tabs: the words in their context, the code, the entry, the term that matched, the place, and \
      with --explain why each word is a form of the term's.

      Examples:
        hattama kwic results/socially-oriented-state results.infrastructure
        hattama kwic results/socially-oriented-state civil-society --width 60
        hattama kwic results/socially-oriented-state --entry hearings-petition
        hattama kwic results/mine --explain Pipelines/socially-oriented-state.yaml
      """)

  @Argument(help: "Output folder of a run.")
  var folder: String

  @Argument(help: "A code, or a criterion for all codes below it; all codes without it.")
  var code: String?

  @Option(help: "Only the evidence of this lexicon entry.")
  var entry: String?

  @Option(help: "The run's pipeline, whose lexicon explains each word: stem, suffixes, and what they mean.")
  var explain: String?

  @Option(help: "Letters of context on each side.")
  var width = 40

  func run() throws {
    let explainer = try explain.map { EvidenceExplainer(try Setup.model(pipeline: $0, coder: .lexicon)) }
    try Setup.orStop {
      let store = try Store.open(run: folder)
      var lines = 0
      try store.passages(code: code) { passage in
        let found = Concordance.lines(
          of: passage, code: code, entry: entry, width: max(0, width), explainer: explainer)
        for line in found {
          lines += 1
          Output.write(line.text(colours: Terminal.standardOutput) + "\n")
        }
      }
      if lines == 0 { Output.message("no evidence for \(entry ?? code ?? "any code") in \(folder)") }
    }
  }
}
