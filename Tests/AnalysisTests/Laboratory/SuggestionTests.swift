import Foundation
import Testing

@testable import Analysis

@Suite struct SuggestionTests {
  /// The value of Dunning's worked formula by hand: 20 of 100 against 10 of 400.
  @Test func logLikelihoodIsThatOfTheFormula() {
    // 2 (20 ln(20/6) + 80 ln(80/94) + 10 ln(10/24) + 390 ln(390/376))
    let byHand = 2 * (20 * log(20.0 / 6) + 80 * log(80.0 / 94) + 10 * log(10.0 / 24) + 390 * log(390.0 / 376))
    #expect(abs(SuggestionFinder.logLikelihood(20, of: 100, against: 10, of: 400) - byHand) < 1e-9)
    #expect(SuggestionFinder.logLikelihood(5, of: 100, against: 20, of: 400) == 0)
    #expect(SuggestionFinder.logLikelihood(0, of: 100, against: 0, of: 400) == 0)
    #expect(SuggestionFinder.logLikelihood(100, of: 100, against: 0, of: 400) > 0)
  }

  @Test func formsShareAStem() {
    for (words, isKazakh) in [
      (["золоотвал", "золоотвала", "золоотвалом"], false), (["бюджет", "бюджеттің", "бюджетке"], true),
      (["ауыл", "ауылдарда", "ауылға", "ауылының"], true),
    ] {
      #expect(Set(words.map { WordStem.of($0, isKazakh: isKazakh) }).count == 1, "\(words)")
    }
  }

  /// `районной` has the letters of a dictionary form, and is one only for words such as `областной`.
  @Test(
    arguments: [
      (
        "районного", ["На районной сессии районного маслихата.", "В районном бюджете и районной больнице."],
        "районн*"
      ),
      (
        "районного", ["Сессия районного маслихата в районной школе.", "Районный маслихат решил."], "районный"
      ),
      (
        "областного", ["Областной маслихат решил.", "Сессия областного маслихата в областной школе."],
        "областной"
      ),
      ("сельской", ["Жители сельской местности, дети сельской школы, врачи."], "сельск*"),
      (
        "бюджета", ["Исполнение бюджета района за год.", "О бюджете доложил аким.", "Бюджет принят."],
        "бюджет"
      ),
    ])
  func termsAreDictionaryFormsOrBeginnings(_ word: String, _ texts: [String], _ term: String) throws {
    let corpus = PhraseCorpus()
    for (number, text) in texts.enumerated() { corpus.add(text, document: number, place: 0) }
    let stem = try #require(corpus.stem(of: word, isKazakh: false))
    #expect(TermWriter(corpus).term([stem], isKazakh: false) == term)
  }

  static let lexicon =
    "# my comment\nchange\tid\tcodes\tkk\tru\tpos\tconditions\tweight\tsource\tnote\treason\nadd\tkz-55-b\ttopic.water\tа\tб\n# the end\n"

  @Test func applyKeepsEveryLineAndIsIdempotent() {
    let table =
      "accept\tid\tcodes\tkk\tru\nx\tkz-55-a\ttopic.water\tсу\tвода\n\tkz-55-c\ttopic.water\tс\tс\nX\tkz-55-b\ttopic.water\tс\tс\n"
    let (once, first) = SuggestionTable.apply(Array(table.utf8), name: "t.tsv", to: Self.lexicon)
    #expect(first.added == ["kz-55-a"] && first.known == ["kz-55-b"] && first.issues.isEmpty)
    #expect(once == Self.lexicon + "add\tkz-55-a\ttopic.water\tсу\tвода\t\t\t\tsuggest\n")
    let (twice, second) = SuggestionTable.apply(Array(table.utf8), name: "t.tsv", to: once)
    #expect(twice == once && second.added.isEmpty)
  }

  @Test func acceptedRowsWithoutCodesAreNamed() {
    let table = "accept;id;codes;kk;ru\r\nx;kz-55-a;;су;вода\r\n"
    let (text, applied) = SuggestionTable.apply(Array(table.utf8), name: "t.csv", to: Self.lexicon)
    #expect(text == Self.lexicon && applied.issues.map(\.id) == ["no-codes"] && applied.issues[0].line == 2)
  }

  @Test func suggestionsAreNewAndNoNames() async throws {
    let (folder, pipeline, _) = try await LexiconEffectTests.study(coder: "lexicon")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let model = try CodingModel(pipeline)
    let store = try Store.open(folder + "/out/analysis.sqlite")
    let finder = try SuggestionFinder(model, store)
    let found = finder.suggestions(for: .region("KZ-47"))
    #expect(found == (try SuggestionFinder(model, store)).suggestions(for: .region("KZ-47")))
    #expect(!found.isEmpty)
    for suggestion in found {
      #expect(
        suggestion.passages >= 1 && suggestion.documents >= 1 && (0...1).contains(suggestion.dispersion))
      #expect((1...5).contains(suggestion.contexts.count))
      #expect(!suggestion.kazakh.isEmpty || !suggestion.russian.isEmpty)
      if [.key, .collocate, .counterpart].contains(suggestion.kind) {
        let (probability, effect) = (try #require(suggestion.probability), try #require(suggestion.effect))
        #expect(probability <= 0.05 && effect > 0 && suggestion.passages >= 3 && suggestion.documents >= 2)
      }
      #expect(
        !["мангистауский", "маңғыстау", "ақтау", "актау"].contains(suggestion.kazakh + suggestion.russian))
    }
    #expect(finder.suggestions(for: .region("KZ-99")).isEmpty)
  }
}
