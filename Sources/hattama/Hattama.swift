import ArgumentParser
import CMalloc

@main
struct Hattama: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hattama",
    abstract: "Codes the documents of Kazakhstan's local councils and builds regional tables.",
    discussion: """
      Hattama reads protocols, decisions and reports of maslikhats (HTML, Akoma Ntoso, TEI, JSON, text) in Kazakh \
      and Russian, codes them against a codebook with the evidence for each code, and builds tables that lead back \
      to the sentence.

      Exit codes: 0 done, 1 done with problems named on standard error, 2 could not run, 64 wrong use.
      """,
    version: "0.1.0",
    subcommands: [
      RunCommand.self, IngestCommand.self, CodeCommand.self, CountCommand.self, TablesCommand.self,
      CompareCommand.self,
      KwicCommand.self,
      VerifyCommand.self, EvaluateCommand.self, TrainCommand.self, TokensCommand.self, AnalyzeCommand.self,
      LexiconCommand.self, CitationCommand.self, DoctorCommand.self,
    ])
  static func main() async {
    // A document's memory serves the next one: to hand it back to the system each time costs a tenth of a run.
    _ = mallopt(M_TRIM_THRESHOLD, keptMemory)
    _ = mallopt(M_MMAP_THRESHOLD, ownMemory)
    await main(nil)
  }

  /// Free memory up to this size is kept. Bytes.
  private static let keptMemory: Int32 = 32 << 20

  /// What is larger goes back at once: tables of words that have grown leave no holes of their old sizes. Bytes.
  private static let ownMemory: Int32 = 2 << 20
}
