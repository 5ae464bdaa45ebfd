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

  @Test func contextOfAnyWidthIsBounded() {
    for width in [Int.max, Int.min, -1] {
      let line = Concordance.lines(of: passage, code: nil, entry: nil, width: width).first
      #expect(line?.keyword == "бюджетті бекітті")
      #expect(line.map { $0.before.unicodeScalars.count } == (width > 0 ? Concordance.greatestWidth : 0))
    }
  }

  @Test func eachWordIsExplained() throws {
    let files = [
      "codebook.yaml": """
      codebook: c
      version: 1
      title: {en: C, ru: К, kk: К}
      dimensions:
        - id: indicator
          label: {en: I, ru: И, kk: И}
          codes:
            - {id: autonomy.budget-approval, label: {en: B, ru: Б, kk: Б}}
      """,
      "l.tsv": "id\tcodes\tkk\tru\nbudget\tautonomy.budget-approval\tбюджет ~2 бекіту\t\n",
    ]
    let explainer = try EvaluationGoldTests.withFiles(files) {
      EvidenceExplainer(try CodingModel(folder: $0))
    }
    let line = try #require(
      Concordance.lines(of: passage, code: nil, entry: nil, width: 4, explainer: explainer).first)
    #expect(line.analysis.hasPrefix("бюджет: бюджет (stem) + ті ("))
    #expect(line.analysis.contains("; бекіту: бекіт (stem) + ті ("))
    #expect(line.text(colours: .init(isTerminal: false)).hasSuffix("\t" + line.analysis))
    var learned = passage
    learned.codings[0].evidence = [.init(entry: "бюд*", rule: "learned", start: 9, end: 17)]
    let plain = Concordance.lines(of: learned, code: nil, entry: nil, width: 4, explainer: explainer)
    #expect(plain.map(\.analysis) == [""])
  }

  @Test(arguments: [("auto", nil), (nil, "other"), ("autonomy.oversight", nil)] as [(String?, String?)])
  func othersAreLeftOut(_ row: (code: String?, entry: String?)) {
    #expect(Concordance.lines(of: passage, code: row.code, entry: row.entry, width: 4).isEmpty)
  }
}
