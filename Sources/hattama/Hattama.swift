import ArgumentParser
import CMalloc
import Glibc
import Ingestion

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
    Output.begin()
    // A document's memory serves the next one: to hand it back to the system each time costs a tenth of a run.
    _ = mallopt(M_TRIM_THRESHOLD, keptMemory)
    _ = mallopt(M_MMAP_THRESHOLD, ownMemory)
    do {
      var command = try await asyncParseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      guard exitCode(for: error).isSuccess else { exit(withError: error) }
      let help = fullMessage(for: error)
      if !help.isEmpty { Output.write(help + "\n") }
    }
  }

  /// What stands on the command line. Names of files are bytes: those that are no UTF-8 are written `\xE0`, as everywhere.
  private static var arguments: [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { index in
      CommandLine.unsafeArgv[index].map { argument in
        FileName.text(UnsafeRawBufferPointer(start: argument, count: strlen(argument)))
      }
    }
  }

  /// Free memory up to this size is kept. Bytes.
  private static let keptMemory: Int32 = 32 << 20

  /// What is larger goes back at once: tables of words that have grown leave no holes of their old sizes. Bytes.
  private static let ownMemory: Int32 = 2 << 20
}
