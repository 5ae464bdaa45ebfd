import Testing

@testable import Analysis

struct ConcordanceTests {
  private let passage = StoredPassage(
    document: 0, path: "a.html", sha256: "", region: nil, date: nil, n: 3, text: "Мәслихат бюджетті бекітті.",
    language: "kk", role: "body", speaker: nil, segments: "[]",
    codings: [
      .init(
        code: "autonomy.budget-approval", dimension: "indicator", score: 0.6,
        evidence: [.init(entry: "budget", rule: "бюджет ~2 бекіту", start: 9, end: 25)])
    ])

  @Test func keywordBetweenItsContext() {
    let line = Concordance.lines(of: passage, code: "autonomy", entry: nil, width: 4).first
    #expect(line?.keyword == "бюджетті бекітті")
    #expect(line?.before == "хат ")
    #expect(line?.after == ".")
    #expect(line?.place == "a.html#3")
  }

  @Test(arguments: [("auto", nil), (nil, "other"), ("autonomy.oversight", nil)] as [(String?, String?)])
  func othersAreLeftOut(_ row: (code: String?, entry: String?)) {
    #expect(Concordance.lines(of: passage, code: row.code, entry: row.entry, width: 4).isEmpty)
  }
}
