import Linguistics
import Testing

@testable import Ingestion

struct ScriptNotesTests {
  static let texts: [(name: String, text: String, language: Language, expected: String?)] = [
    ("Kazakh", "Мәслихат сессиясында облыстың бюджеті қаралып, депутаттар өз ұсыныстарын айтты.", .kk, nil),
    ("Russian", "На сессии маслихата рассмотрен бюджет области, депутаты внесли предложения.", .ru, nil),
    (
      "Kazakh without its letters",
      "Маслихат сессиясында облыстын бюджети каралып, депутаттар оз усыныстарын айтты.", .kk,
      "kazakh-letters-missing"
    ),
    (
      "Kazakh in Latin letters",
      "Máslıhat sessıasynda oblystyń búdjeti qaralyp, depýtattar óz usynystaryn aıtty.", .kk,
      "latin-script"
    ),
    (
      "Arabic script", "ماسليحات سەسسياسىندا وبلىستىڭ بيۋدجەتى قارالىپ، دەپۋتاتتار ءوز ۇسىنىستارىن ايتتى.",
      .other, "arabic-script"
    ),
    (
      "English is only another language",
      "The council discussed the budget of the region and its deputies spoke.", .en, nil
    ),
  ]

  @Test(arguments: texts) func namesUnusualWriting(
    _ row: (name: String, text: String, language: Language, expected: String?)
  ) {
    let long = String(repeating: row.text + " ", count: 6)
    let issues = ScriptNotes.issues(in: Array(long.utf8).span, language: row.language)
    #expect(issues.map(\.id) == (row.expected.map { [$0] } ?? []), "\(row.name)")
    #expect(
      ScriptNotes.issues(in: Array("Іс".utf8).span, language: row.language).isEmpty, "too short to tell")
  }
}
