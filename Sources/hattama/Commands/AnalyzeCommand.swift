import ArgumentParser
import Linguistics

/// `hattama analyze`: why a word form matches a term.
struct AnalyzeCommand: ParsableCommand {
  enum Choice: String, ExpressibleByArgument, CaseIterable { case kk, ru }

  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Take word forms apart: stem, each suffix and what it means.",
    discussion: """
      Examples:
        hattama analyze мәслихаттарымыздың
        hattama analyze --language ru утверждённого
        hattama analyze --term бекіту бекітілмеген      why, or that, a term accepts a form
      """)

  @Argument(help: "Word forms.")
  var words: [String]

  @Option(help: "kk or ru; without it, both where the letters allow it.")
  var language: Choice?

  @Option(help: "A term's word in its dictionary form: explain how it accepts the forms.")
  var term: String?

  @Option(
    help: "Part of speech of the term: \(PartOfSpeech.allCases.map(\.rawValue).joined(separator: ", ")).")
  var pos: String?

  func validate() throws {
    if let pos, PartOfSpeech(rawValue: pos) == nil {
      throw ValidationError(
        "'\(pos)' is no part of speech; known: \(PartOfSpeech.allCases.map(\.rawValue).joined(separator: " "))"
      )
    }
  }

  func run() throws {
    var rows: [[String]] = []
    var unexplained: [String] = []
    for word in words {
      let form = TypeTable.folded(word)
      let found = languages(of: form).flatMap { language in
        term.map { explanation(of: form, by: $0, language) } ?? readings(of: form, language)
      }
      if found.isEmpty { unexplained.append(word) }
      rows += found.map { [word] + $0 }
    }
    Output.write(
      shown: TextTable.text(header: ["form", "language", "lemma", "part of speech", "how"], rows: rows))
    for word in unexplained {
      Output.message("'\(word)' is " + (term.map { "not accepted by '\($0)'" } ?? "not explained"))
    }
    if !unexplained.isEmpty { throw ExitCode(1) }
  }

  private func languages(of form: String) -> [Choice] {
    if let language { return [language] }
    let isKazakh = form.unicodeScalars.contains { "әғқңөұүһі".unicodeScalars.contains($0) }
    let isRussian = form.unicodeScalars.contains { "щъцёэьф".unicodeScalars.contains($0) }
    if isKazakh { return [.kk] }
    return isRussian ? [.ru] : [.kk, .ru]
  }

  private func readings(of form: String, _ language: Choice) -> [[String]] {
    switch language {
    case .kk:
      KazakhStems.analyses(of: form).prefix(6).map {
        ["kk", $0.lemma, $0.partOfSpeech.rawValue, Self.how($0.morphemes)]
      }
    case .ru:
      RussianStems.analyses(of: form, limit: 6).map {
        ["ru", $0.lexeme.lemma, $0.lexeme.partOfSpeech?.rawValue ?? "", Self.how($0.morphemes)]
      }
    }
  }

  private func explanation(of form: String, by term: String, _ language: Choice) -> [[String]] {
    let lexeme = Lexeme(lemma: TypeTable.folded(term), partOfSpeech: pos.flatMap(PartOfSpeech.init))
    let matcher: any FormMatcher =
      language == .kk ? KazakhMatcher(lexemes: [lexeme]) : RussianMatcher(lexemes: [lexeme])
    let morphemes = matcher.explain(form, as: lexeme)
    guard !morphemes.isEmpty else { return [] }
    let isNegated = matcher.matches(Array(form.utf8).span).contains { $0.negated }
    return [
      [language.rawValue, lexeme.lemma, pos ?? "", Self.how(morphemes) + (isNegated ? "  [negated]" : "")]
    ]
  }

  private static func how(_ morphemes: [Morpheme]) -> String {
    morphemes.map { "\($0.surface.isEmpty ? "∅" : $0.surface) (\($0.gloss))" }.joined(separator: " + ")
  }
}
