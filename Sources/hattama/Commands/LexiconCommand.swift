import Analysis
import ArgumentParser
import Coding
import Foundation
import Linguistics

/// `hattama lexicon`: looking after lexicons.
struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Check lexicons, see what their terms accept, make and test region packs, exchange them.",
    subcommands: [
      LintCommand.self, AcceptsCommand.self, ImportCommand.self, ExportCommand.self,
      LexiconNewRegionCommand.self, LexiconTestCommand.self,
      LexiconEffectCommand.self, LexiconSuggestCommand.self, LexiconApplyCommand.self,
    ])

  struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "lint",
      abstract: "Find what is wrong with a codebook's lexicons.",
      discussion: """
        The region packs beside the codebook are checked with it.

        Examples:
          hattama lexicon lint Lexicons/socially-oriented-state
          hattama lexicon lint Lexicons/socially-oriented-state --packs none
        """)

    @Argument(help: "Codebook folders.")
    var folders: [String]

    @Option(
      help:
        "Folder of the region packs; without it, the folder regions beside the codebook's; none for no packs."
    )
    var packs: String?

    func run() throws {
      var errors = 0
      for folder in folders {
        let packs = self.packs == "none" ? nil : self.packs ?? folder + "/../regions"
        let model = try Setup.orStop { try CodingModel(folder: folder, layers: .init(packs: packs)) }
        var issues = model.issues + LexiconLint.check(model.lexicon)
        for pack in model.packs {
          issues += PackGazetteer(pack: pack.folder, code: pack.code, homographs: Homographs()).issues
            .filter { issue in !issues.contains(issue) }
        }
        for issue in issues { Output.write(shown: "\(issue)\n") }
        errors += issues.filter { $0.severity == .error }.count
        Output.write(
          "\(folder): \(model.lexicon.entries.count) entries, \(model.lexicon.terms.count) terms, \(issues.count) remarks\n"
        )
      }
      if errors > 0 { throw ExitCode(1) }
    }
  }

  struct AcceptsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "accepts",
      abstract: "Print which forms the terms of a list accept: lemma, part of speech, form.",
      discussion: """
        Example:
          hattama lexicon accepts --language kk --terms terms.tsv --forms forms.txt
        """)

    @Option(help: "kk or ru.")
    var language: String

    @Option(help: "Tab-separated: lemma, part of speech (NOUN, PROPN, ADJ, VERB).")
    var terms: String

    @Option(help: "A form a line.")
    var forms: String

    func validate() throws {
      guard language == "kk" || language == "ru" else { throw ValidationError("--language is kk or ru") }
    }

    func run() throws {
      let lexemes = try InputLines.read([terms]).compactMap { line -> Lexeme? in
        let cells = line.split(separator: "\t")
        guard let lemma = cells.first else { return nil }
        return Lexeme(
          lemma: String(lemma),
          partOfSpeech: cells.count > 1 ? PartOfSpeech(rawValue: String(cells[1])) : nil)
      }
      let matcher: any FormMatcher =
        language == "kk" ? KazakhMatcher(lexemes: lexemes) : RussianMatcher(lexemes: lexemes)
      var output = ""
      for form in try InputLines.read([forms]) {
        for match in matcher.matches(Array(form.utf8).span).sorted(by: { $0.lexeme < $1.lexeme }) {
          let lexeme = lexemes[match.lexeme]
          output += "\(lexeme.lemma)\t\(lexeme.partOfSpeech?.rawValue ?? "_")\t\(form)\n"
        }
      }
      Output.write(output)
    }
  }
}
