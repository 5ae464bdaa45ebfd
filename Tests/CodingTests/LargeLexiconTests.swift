import Coding
import Linguistics
import TestSupport
import Testing

/// Sizes that no lexicon of ours has, so that none of them hangs.
@Suite struct LargeLexiconTests {
  @Test func fiftyThousandEntriesCompileAndMatch() throws {
    var generator = SeededGenerator(seed: 1)
    let letters = Array("абвгдежзиклмнопрст")
    func word() -> String { String((0..<6).map { _ in letters.randomElement(using: &generator) ?? "а" }) }
    let terms = (0..<50_000).map { _ in "=\(word()) =\(word())" }
    let codebook = try CodebookLoader.load(testCodebook, file: "c")
    let rows = terms.enumerated().map { "e\($0)\tresults.water\t\t\($1)" }
    let scheme = CodingScheme(codebook: codebook, layers: [try layer(rows, codebook)])
    let lexicon = compile([scheme])
    #expect(lexicon.terms.count == 50_000 && lexicon.issues.isEmpty)
    // Two random words are seldom drawn twice, and nothing else is wrong but the missing Kazakh.
    #expect(LexiconLint.check(lexicon).allSatisfy { ["one-language", "shadowed-term"].contains($0.id) })
    for i in [0, 777, 49_999] {
      let coding = coding(terms[i].replacing("=", with: ""), .ru, lexicon)
      let found = coding.codes.flatMap(\.evidence).map { lexicon.entries[$0.entry].entry.id }
      #expect(found.contains("e\(i)"))
    }
  }

  @Test func manyEntriesWithTheSameTermStayLinear() throws {
    let lexicon = try compile((0..<2000).map { "e\($0)\tresults.water\t\t=вода ~9 =село" })
    let text = String(repeating: "вода и ", count: 100) + "село"
    #expect(codes(text, .ru, lexicon) == ["results.water"])
  }

  @Test func aPassageOfAMegabyteIsCoded() throws {
    let lexicon = try compile([
      "a\tresults.water\t\tвода ~9 село\t\tnear 50: школа",
      "b\tresults.roads\t\t(ремонт|стройка) ~9 дорога & село",
    ])
    let text = String(repeating: "вода и ремонт, ", count: 39_000) + "вода села у школы, ремонт дороги"
    #expect(text.utf8.count > 1_000_000)
    #expect(codes(text, .ru, lexicon) == ["results.water", "results.roads"])
  }

  @Test func aLongPassageIsCoded() throws {
    let lexicon = try compile([
      "a\tresults.water\t\tвода\t\tnear 4: село", "b\tresults.roads\t\tдорога & село",
    ])
    let text = String(repeating: "вода у дороги в селе, ", count: 1500)
    let coding = coding(text, .ru, lexicon)
    #expect(coding.codes.map { lexicon.code($0).id } == ["results.water", "results.roads"])
    #expect(coding.codes.map(\.evidence.count) == [1500, 1])
  }
}
