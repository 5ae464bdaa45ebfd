import Analysis
import ArgumentParser

/// `hattama lexicon effect`: what an edit or an entry does to the codings of a run.
struct LexiconEffectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "effect",
    abstract:
      "Show what edits of the lexicons, or one entry, change in a run: codings, cells, levels, scores.",
    discussion: """
      Run the pipeline, edit a lexicon or pack, then ask: only the passages that the edit touches are coded again. With \
      --entry the run is compared with one without that entry. With --entries every entry is listed, dead and dangerous ones \
      first: passages it speaks in, codings that rest on it alone (unique), its precision on gold, and what leaving it out does to \
      the codings of the lexicon (lost, gained) and to its F1 on gold (f1-without).

      Examples:
        hattama lexicon effect study.yaml results/study
        hattama lexicon effect study.yaml results/study --entry ngo-volunteers
        hattama lexicon effect study.yaml results/study --entries --gold gold
      """)

  @Argument(help: "Pipeline file.", completion: .file(extensions: ["yaml", "yml"]))
  var pipeline: String

  @Argument(help: "Output folder of a run of this pipeline.", completion: .directory)
  var results: String

  @Option(help: "Leave out this entry.")
  var entry: String?

  @Flag(help: "List what every entry does.")
  var entries = false

  @Option(parsing: .upToNextOption, help: "Gold files or folders, for scores.", completion: .file())
  var gold: [String] = []

  @Option(
    parsing: .unconditional, help: "Entries named and codings shown at most (20).",
    transform: WholeNumber.within(0...Int.max))
  var limit = 20

  func run() throws {
    try Setup.orStop {
      let loaded = try PipelineLoader.load(pipeline)
      let store = try Store.open(run: results)
      let gold = gold.isEmpty ? nil : try readGold()
      let whole = try CodingModel(loaded, coder: .lexicon)
      try store.check(isOf: loaded, whole.codebook)
      if entries {
        let report = try EntryReport(whole, store, gold: gold)
        Output.write(EffectText.text(report))
        if let missing = report.missingGold { Output.message(missing) }
        return
      }
      let effect: LexiconEffect
      if let entry {
        guard whole.lexicon.entries.contains(where: { $0.entry.id == entry }) else {
          throw Setup.stop("no lexicon of the pipeline has an entry '\(entry)'")
        }
        effect = try LexiconEffect.ofLeavingOut(
          entry, loaded, try CodingModel(loaded, without: [entry]), store, gold: gold)
      } else {
        effect = try LexiconEffect.ofEdits(loaded, try Setup.model(loaded), store, gold: gold)
      }
      Output.write(EffectText.text(effect, limit: limit))
      if let missing = effect.missingGold { Output.message(missing) }
    }
  }

  /// The gold, whose documents are those of the run; what is wrong with its lines is named.
  private func readGold() throws -> GoldStandard {
    let standard = GoldReader.read(gold)
    let own = standard.problems.filter { standard.files.isEmpty || standard.files.contains($0.file) }
    for problem in own { Output.message("\(problem)") }
    guard !standard.passages.isEmpty else { throw Setup.stop("there is no passage of gold to compare with") }
    return standard
  }
}
