import Testing

@testable import Coding

/// The beginnings that the learned coder knows words by.
@Suite struct WordBeginningsTests {
  private static func names(_ form: String) -> [String] {
    var names: [String] = []
    WordBeginnings(Array(form.utf8).span).forEachName { name in
      names.append(name.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
    }
    return names
  }

  @Test(arguments: [
    ("су", ["су*", "су"]), ("я", ["я"]), ("ұлт", ["ұл*", "ұлт*", "ұлт"]), ("2024", ["0"]), ("7-ші", ["0"]),
    ("", []), ("语言", []),
    // What neither language has ends what is read.
    ("аб语в", ["аб*"]), ("я语", []), ("а*бв", []), ("аб:в", ["аб*"]),
    (
      "бюджетного",
      [
        "бю*", "бюд*", "бюдж*", "бюдже*", "бюджет*", "бюджетн*", "бюджетно*", "бюджетног*", "бюджетного*",
        "бюджетного",
      ]
    ),
  ])
  func aWordIsItsBeginnings(form: String, expected: [String]) {
    #expect(Self.names(form) == expected)
    let word = WordBeginnings(Array(form.utf8).span)
    #expect(word.features == expected.count)
    #expect(word.norm == 1 / Float(max(1, expected.count)).squareRoot())
  }

  @Test(arguments: [11, 12, 13, 100_000]) func longWordsHaveAsManyAsTheLongestBeginning(letters: Int) {
    let names = Self.names(String(repeating: "ж", count: letters))
    #expect(names.count == 11)
    #expect((names.last == String(repeating: "ж", count: 11)) == (letters == 11))
    #expect((names.last == String(repeating: "ж", count: 12) + "*") == (letters > 11))
  }

  @Test(arguments: ["бюд*", "су", "я", "0", "қоғамдық*"]) func namesAreReadAgain(name: String) throws {
    let word = try #require(WordBeginnings(named: name))
    #expect(word.isWhole == !name.hasSuffix("*"))
    #expect(word.count == name.filter { $0 != "*" }.count)
  }

  @Test(arguments: [
    "", "*", "я*", "бю*д", "бюд**", "lexicon:form.hearing", "field:water", "语言", "бюджетнымисредствами",
  ])
  func otherNamesAreNoBeginnings(name: String) {
    #expect(WordBeginnings(named: name) == nil)
  }
}
