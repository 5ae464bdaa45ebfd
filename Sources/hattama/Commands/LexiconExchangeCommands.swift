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
      abstract:
        "Bring back lexicons edited in Excel, or make one of a quanteda, LIWC, WordStat or Yoshikoder dictionary.",
      discussion: """
        An .xlsx goes into the folder that 'lexicon export --to xlsx' was called with: each sheet becomes the table of its \
        name; lines that nobody touched stay as they are. A cell that cannot be right is named, and then nothing is written.

        Categories become entries of the codes that they are named after, or that a table names: a category, a tab, codes. \
        What cannot be carried is listed with its line, and the exit code is 1.

        Examples:
          hattama lexicon import KZ-55.xlsx --into Lexicons/regions/KZ-55
          hattama lexicon import welfare.yml --codebook Lexicons/socially-oriented-state --output welfare.tsv
          hattama lexicon import welfare.cat --map codes.tsv --language ru --inflect --codebook Lexicons/mine
        """)

    enum Choice: String, ExpressibleByArgument, CaseIterable { case kk, ru, auto }

    @Argument(
      help:
        "A workbook: .xlsx. Or a dictionary: .yml (quanteda), .dic or .dicx (LIWC), .cat (WordStat), .ykd (Yoshikoder)."
    )
    var file: String

    @Option(help: "The format, where the file's ending does not say it.")
    var format: ForeignDictionary.Format?

    @Option(help: "For a workbook: the folder of the codebook or pack that its sheets are tables of.")
    var into: String?

    @Option(help: "For a dictionary: the folder of the codebook whose codes its categories stand for.")
    var codebook: String?

    @Option(help: "Table of categories and their codes; without it, by name.")
    var map: String?

    @Option(help: "Language of the words: kk, ru, or auto by their letters.")
    var language = Choice.auto

    @Flag(help: "Take words for dictionary forms, which inflect; without it, for exact forms.")
    var inflect = false

    @Option(help: "The lexicon file to write, which must not exist; without it, standard output.")
    var output: String?

    func validate() throws {
      guard (into == nil) != (codebook == nil) else {
        throw ValidationError("give --into for a workbook, or --codebook for a dictionary")
      }
    }

    func run() throws {
      if let into { return try importWorkbook(into: into) }
      guard let codebook else { return }
      guard let format = format ?? ForeignDictionary.Format(path: file) else {
        throw Setup.stop("\(file): what is this? Name its format with --format")
      }
      let result = try Setup.orStop {
        let scheme = try LexiconLoader.load(folder: codebook).scheme
        let table = try map.map { String(decoding: try SourceFile.bytes(of: $0), as: UTF8.self) }
        let categories = try CategoryMap(scheme.codebook, table: table, file: map ?? "")
        let dictionary = try ForeignDictionary.read(SourceFile.bytes(of: file), format: format, file: file)
        let language: Language? = language == .auto ? nil : Language(code: language.rawValue)
        return LexiconImport(
          dictionary, map: categories, options: .init(language: language, inflects: inflect), file: file)
      }
      try LexiconCommand.write(result.text, to: output)
      for loss in result.losses { Output.message("\(loss)") }
      Output.message(
        "\(result.entries) entries with \(result.terms) terms; \(result.losses.count) remarks on what was lost"
      )
      if !result.losses.isEmpty { throw ExitCode(1) }
    }

    private func importWorkbook(into folder: String) throws {
      try Setup.orStop {
        let result = try LexiconWorkbook.read(SourceFile.bytes(of: file), file: file, into: folder)
        for problem in result.problems { Output.message("\(problem)") }
        if result.hasErrors {
          throw Setup.stop("nothing was written; mend the cells and import the workbook again")
        }
        try LexiconWorkbook.write(result, into: folder)
        for table in result.tables {
          let change =
            table.added + table.removed == 0
            ? "unchanged" : "\(table.added) lines new or changed, \(table.removed) gone or changed"
          Output.write("\(folder)/\(table.name): \(change)\n")
        }
        if !result.problems.isEmpty { throw ExitCode(1) }
      }
    }
  }

  /// `hattama lexicon export`
  struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Write a lexicon as a workbook to edit in Excel, or as a dictionary of quanteda or LIWC.",
      discussion: """
        In the workbook every table of the folder is a sheet, remarks included; 'lexicon import' brings it back.

        What a dictionary cannot say (gaps, conditions, inflection, weights) is listed with its line, and the exit code is 1.

        Examples:
          hattama lexicon export Lexicons/regions/KZ-55 --to xlsx --output KZ-55.xlsx
          hattama lexicon export Lexicons/socially-oriented-state --to quanteda --output study.yml
        """)

    enum Target: String, ExpressibleByArgument, CaseIterable { case xlsx, quanteda, liwc }

    @Argument(help: "A codebook folder; for xlsx also a pack's.")
    var folder: String

    @Option(name: [.customLong("to"), .customLong("format")], help: "xlsx, quanteda or liwc.")
    var target: Target

    @Option(help: "The file to write, which must not exist; without it, standard output.")
    var output: String?

    func run() throws {
      guard let format = LexiconExport.Format(rawValue: target.rawValue) else { return try exportWorkbook() }
      let result = try Setup.orStop {
        let loaded = try LexiconLoader.load(folder: folder)
        for issue in loaded.issues where issue.severity == .error { Output.message("\(issue)") }
        return try LexiconExport(loaded.scheme, format: format)
      }
      try LexiconCommand.write(result.text, to: output)
      for loss in result.losses { Output.message("\(loss)") }
      Output.message(
        "\(result.patterns) patterns; \(result.losses.count) remarks on what was lost")
      if !result.losses.isEmpty { throw ExitCode(1) }
    }

    private func exportWorkbook() throws {
      guard let output else {
        throw Setup.stop("name the workbook with --output, such as --output lexicon.xlsx")
      }
      try LexiconCommand.write(try Setup.orStop { try LexiconWorkbook.export(folder) }, to: output)
      Output.message("\(output): edit it, then 'hattama lexicon import \(output) --into \(folder)'")
    }
  }

  static func write(_ text: String, to path: String?) throws {
    guard let path else { return Output.write(text) }
    try write(Array(text.utf8), to: path)
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    } catch CocoaError.fileWriteFileExists {
      throw Setup.stop("\(path) exists already; name another file, or move it away")
    } catch {
      throw Setup.stop("\(path) cannot be written: \(error.localizedDescription)")
    }
  }
}

extension ForeignDictionary.Format: ExpressibleByArgument {}
