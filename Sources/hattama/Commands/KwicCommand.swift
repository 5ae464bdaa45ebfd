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
        hattama kwic results/study results.infrastructure
        hattama kwic results/study civil-society --width 60
        hattama kwic results/study --entry hearings-petition
        hattama kwic results/study --explain study.yaml
      """)

  @Argument(help: "Output folder of a run.", completion: .directory)
  var folder: String

  @Argument(help: "A code, or a criterion for all codes below it; all codes without it.")
  var code: String?

  @Option(help: "Only the evidence of this lexicon entry.")
  var entry: String?

  @Option(
    help: "The run's pipeline, whose lexicon explains each word: stem, suffixes, and what they mean.",
    completion: .file(extensions: ["yaml", "yml"]))
  var explain: String?

  @Option(
    parsing: .unconditional, help: "Letters of context on each side (40).",
    transform: WholeNumber.within(0...Concordance.greatestWidth))
  var width = 40

  func run() throws {
    try Setup.orStop {
      let store = try Store.open(run: folder)
      let explainer = try explain.map { pipeline in
        let model = try Setup.model(pipeline: pipeline, coder: .lexicon)
        try store.check(hasCodesOf: model.codebook, pipeline)
        return EvidenceExplainer(model)
      }
      var lines = 0
      try store.passages(code: code) { passage in
        let found = Concordance.lines(
          of: passage, code: code, entry: entry, width: width, explainer: explainer)
        for line in found {
          lines += 1
          Output.write(line.text(colours: Terminal.standardOutput) + "\n")
        }
      }
      guard lines == 0 else { return }
      Output.message("no evidence for '\(entry ?? code ?? "any code")' in \(folder)" + (try hint(store)))
      throw ExitCode(1)
    }
  }

  /// What was probably meant by a code or entry that the run does not have.
  private func hint(_ store: Store) throws -> String {
    let near =
      try code.flatMap { NearestName.near($0, among: try store.codes()) }
      ?? entry.flatMap { NearestName.near($0, among: try store.entries()) }
    return near.map { "; did you mean '\($0)'?" } ?? ""
  }
}
