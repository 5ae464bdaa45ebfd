import Analysis
import ArgumentParser
import Coding
import Foundation
import Ingestion
import Linguistics

extension LexiconCommand {
  /// `hattama lexicon import`
  struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Make a lexicon file of a quanteda, LIWC, WordStat or Yoshikoder dictionary.",
      discussion: """
        Categories become entries of the codes that they are named after, or that a table names: a category, a tab, codes. \
        What cannot be carried is listed with its line, and the exit code is 1.

        Examples:
          hattama lexicon import welfare.yml --codebook Lexicons/socially-oriented-state --output welfare.tsv
          hattama lexicon import welfare.cat --map codes.tsv --language ru --inflect --codebook Lexicons/mine
        """)

    enum Choice: String, ExpressibleByArgument, CaseIterable { case kk, ru, auto }

    @Argument(
      help: "A dictionary: .yml (quanteda), .dic or .dicx (LIWC), .cat (WordStat), .ykd (Yoshikoder).")
    var file: String

    @Option(help: "The format, where the file's ending does not say it.")
    var format: ForeignDictionary.Format?

    @Option(help: "Folder of the codebook whose codes the categories stand for.")
    var codebook: String

    @Option(help: "Table of categories and their codes; without it, by name.")
    var map: String?

    @Option(help: "Language of the words: kk, ru, or auto by their letters.")
    var language = Choice.auto

    @Flag(help: "Take words for dictionary forms, which inflect; without it, for exact forms.")
    var inflect = false

    @Option(help: "The lexicon file to write, which must not exist; without it, standard output.")
    var output: String?

    func run() throws {
      guard let format = format ?? ForeignDictionary.Format(path: file) else {
        throw Setup.stop("\(file): what is this? Name its format with --format")
      }
      let result: LexiconImport
      do {
        let scheme = try LexiconLoader.load(folder: codebook).scheme
        let table = try map.map { String(decoding: try SourceFile.bytes(of: $0), as: UTF8.self) }
        let categories = try CategoryMap(scheme.codebook, table: table, file: map ?? "")
        let dictionary = try ForeignDictionary.read(SourceFile.bytes(of: file), format: format, file: file)
        let language: Language? = language == .auto ? nil : Language(code: language.rawValue)
        result = LexiconImport(
          dictionary, map: categories, options: .init(language: language, inflects: inflect), file: file)
      } catch { throw Setup.stop("\(error)") }
      try LexiconCommand.write(result.text, to: output)
      for loss in result.losses { Output.message("hattama: \(loss)") }
      Output.message(
        "hattama: \(result.entries) entries with \(result.terms) terms; \(result.losses.count) remarks on what was lost"
      )
      if !result.losses.isEmpty { throw ExitCode(1) }
    }
  }

  /// `hattama lexicon export`
  struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Write a lexicon as a dictionary of quanteda or LIWC.",
      discussion: """
        What the other format cannot say (gaps, conditions, inflection, weights) is listed with its line, and the exit code is 1.

        Example:
          hattama lexicon export Lexicons/socially-oriented-state --format quanteda --output study.yml
        """)

    @Argument(help: "A codebook folder.")
    var folder: String

    @Option(help: "quanteda or liwc.")
    var format: LexiconExport.Format

    @Option(help: "The file to write, which must not exist; without it, standard output.")
    var output: String?

    func run() throws {
      let result: LexiconExport
      do {
        let loaded = try LexiconLoader.load(folder: folder)
        for issue in loaded.issues where issue.severity == .error { Output.message("hattama: \(issue)") }
        result = try LexiconExport(loaded.scheme, format: format)
      } catch { throw Setup.stop("\(error)") }
      try LexiconCommand.write(result.text, to: output)
      for loss in result.losses { Output.message("hattama: \(loss)") }
      Output.message(
        "hattama: \(result.patterns) patterns; \(result.losses.count) remarks on what was lost")
      if !result.losses.isEmpty { throw ExitCode(1) }
    }
  }

  private static func write(_ text: String, to path: String?) throws {
    guard let path else { return Output.write(text) }
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    } catch CocoaError.fileWriteFileExists {
      throw Setup.stop("\(path) exists already; name another file, or move it away")
    } catch {
      throw Setup.stop("\(path) cannot be written: \(error.localizedDescription)")
    }
  }
}

extension ForeignDictionary.Format: ExpressibleByArgument {}
extension LexiconExport.Format: ExpressibleByArgument {}
