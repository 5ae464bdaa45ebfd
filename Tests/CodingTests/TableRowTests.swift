import Testing

@testable import Coding

/// Rows of a table take from their heading what the codebook says that rows take.
@Suite struct TableRowTests {
  @Test(
    "what a row under a heading takes",
    arguments: [
      // heading, document's title, passage, is it a row, codes
      ("вода", "", "Иванов просит помощи", true, ["results.water"]),
      ("", "вода", "Иванов просит помощи", true, ["results.water"]),
      ("вода", "", "Иванов просит помощи", false, []),
      ("дорога", "", "Иванов просит помощи", true, []),
      ("вода", "", "вода и дорога", true, ["results.water", "results.roads"]),
      ("вода", "вода", "дорога", true, ["results.water", "results.roads"]),
    ])
  func codes(heading: String, title: String, text: String, isRow: Bool, expected: [String]) throws {
    let compiled = try compile(
      ["a-water\tresults.water\t\tвода", "b-roads\tresults.roads\t\tдорога"],
      codebook: Self.codebook("heading"))
    var setup = TestText()
    let titleSentences = title.isEmpty ? 0..<0 : setup.append(title, .ru)
    let headingSentences = heading.isEmpty ? 0..<0 : setup.append(heading, .ru)
    let start = setup.text.utf8.count
    let sentences = setup.append(text, .ru)
    let coding = LexiconCoder(compiled, types: setup.types).code(
      setup.analysis, sentences: sentences, textStart: start,
      context: PassageContext(
        itemSentences: headingSentences, titleSentences: titleSentences, isRow: isRow))
    #expect(Set(coding.codes.map { compiled.code($0).id }) == Set(expected))
    for code in coding.codes where code.isInherited {
      #expect(code.evidence.map(\.span) == [0..<text.utf8.count])
    }
  }

  @Test func theCodebookSaysSo() throws {
    let book = try CodebookLoader.load(Self.codebook("heading"), file: "c.yaml")
    #expect(book.codes.filter(\.isTakenByRows).map(\.id) == ["results.water"])
    let error = #expect(throws: CodebookError.self) {
      try CodebookLoader.load(Self.codebook("title"), file: "c.yaml")
    }
    #expect(error?.issues.first?.id == "bad-rows")
  }

  private static func codebook(_ rows: String) -> String {
    testCodebook.replacing(
      "results.water, label: {en: W, ru: В, kk: С}",
      with: "results.water, rows: \(rows), label: {en: W, ru: В, kk: С}")
  }
}
