import Testing

@testable import Linguistics

/// Analysis without a lexicon.
struct RussianStemsTests {
  @Test(arguments: [
    ("слушаниями", "слушание", PartOfSpeech.noun), ("областью", "область", .noun),
    ("комиссией", "комиссия", .noun), ("сельского", "сельский", .adjective), ("решают", "решать", .verb),
    ("участков", "участок", .noun), ("встретились", "встретиться", .verb), ("городами", "город", .noun),
  ])
  func theLemmaIsAmongTheAnalyses(_ form: String, _ lemma: String, _ part: PartOfSpeech) {
    let analyses = RussianStems.analyses(of: form, limit: 40)
    #expect(analyses.contains { $0.lexeme == Lexeme(lemma: lemma, partOfSpeech: part) })
    for analysis in analyses { #expect(analysis.morphemes.map(\.surface).joined() == form) }
    #expect(analyses.map(\.penalty) == analyses.map(\.penalty).sorted())
  }

  @Test func emptyFormHasNone() { #expect(RussianStems.analyses(of: "").isEmpty) }

  @Test func sameAnswerEachTime() {
    #expect(RussianStems.analyses(of: "вопросами") == RussianStems.analyses(of: "вопросами"))
  }
}
