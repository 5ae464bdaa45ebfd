import ArgumentParser
import Foundation
import Linguistics

/// `hattama tokens`: text cut into sentences and tokens.
struct TokensCommand: ParsableCommand {
  enum Choice: String, ExpressibleByArgument, CaseIterable {
    case kk, ru, auto
  }

  static let configuration = CommandConfiguration(
    commandName: "tokens",
    abstract: "Cut text into sentences and tokens and print them as CoNLL-U.",
    discussion: """
      A line is a paragraph. Each sentence has a comment with its language.

      Example:
        echo 'Бюджет бекітілді. Ол 1,5 млрд теңге.' | hattama tokens
      """)

  @Argument(help: "Text files; without any, standard input.", completion: .file())
  var files: [String] = []

  @Option(help: "The language of the text: kk, ru, or auto to have it recognised.")
  var language = Choice.auto

  func run() throws {
    let writer = CoNLLUWriter(language: Language(code: language.rawValue))
    Output.write(writer.write(try InputLines.bytes(files)).span)
  }
}
