import Foundation
import Testing

@testable import Analysis

@Suite struct EvaluationGoldTests {
  /// Calls with a folder that holds the files, and removes it.
  static func withFiles<Result>(_ files: [String: String], _ body: (String) throws -> Result) throws -> Result
  {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gold-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return try body(folder.path)
  }

  @Test func readsPassagesAndFindsDocuments() throws {
    let lines = """
      {"doc": "a.html", "n": 1, "lang": "ru", "role": "heading", "text": "Протокол"}
      {"doc": "a.html", "n": 2, "lang": "ru", "role": "speech", "text": "Вода.", "codes": ["x"], "coders": [["x"], null]}

      {"id": "s-1", "lang": "kk", "text": "Су.", "pest": ["y"], "disputed": ["z"], "polarity": "negative"}
      """
    let metadata = #"{"doc": "a.html", "kind": "protocol", "region": "KZ-71"}"#
    try Self.withFiles([
      "gold/ru/gold.jsonl": lines, "gold/ru/metadata.jsonl": metadata, "documents/ru/a.html": "<p>Вода.</p>",
      "documents/a.html.txt": "",
    ]) { folder in
      let gold = GoldReader.read([folder + "/gold"])
      #expect(gold.problems.isEmpty)
      #expect(gold.passages.map(\.place) == ["a.html#2", "s-1"])
      #expect(gold.passages[0].fields == ["codes": ["x"]])
      #expect(gold.passages[0].coders == [["x"], nil])
      #expect(gold.passages[1].document == nil)
      #expect(gold.passages[1].disputed == ["z"])
      #expect(gold.passages[1].polarity == "negative")
      #expect(gold.facts == ["a.html": GoldStandard.DocumentFacts(kind: "protocol", region: "KZ-71")])
      #expect(gold.documents["a.html"]?.hasSuffix("/documents/ru/a.html") == true)
    }
  }

  @Test(arguments: [
    ("{\"doc\": \"a.html\"", "gold.jsonl:1: is no JSON object; a passage a line is expected"),
    ("\n[1]", "gold.jsonl:2: is no JSON object; a passage a line is expected"),
    ("{\"doc\": \"a.html\", \"n\": 1}", "gold.jsonl:1: the passage has no \"text\"; it is left out"),
    (
      "{\"doc\": \"a.html\", \"text\": \"Су\"}",
      "a.html: the gold's document was not found; its passages are left out. Name its folder with --documents"
    ),
    (
      #"{"id": "a-1", "text": "Су", "codes": "x"}"#,
      "gold.jsonl:1: \"codes\" must be a list of codes, [\"…\"]; it counts as empty"
    ),
    (
      #"{"id": "a-1", "text": "Су", "coders": [["x"], 1]}"#,
      "gold.jsonl:1: \"coders\" must be a list with a list of codes, or null, for each coder"
    ),
    (
      #"{"id": "a-1", "text": "Су", "polarity": "bad"}"#,
      "gold.jsonl:1: the polarity 'bad' is none of negative, neutral, positive; it is not scored"
    ),
    (
      #"{"id": "a-1", "text": "Су", "lang": "kaz"}"#,
      "gold.jsonl:1: the language 'kaz' is none that is known, such as kk, ru or mixed"
    ),
    (
      "{\"id\": \"a\", \"text\": \"Су\", \"codes\": [\"x\"]}\n{\"id\": \"a\", \"text\": \"Су\", \"codes\": []}",
      "gold.jsonl:2: the passage has other codes here than in line 1: no coder can be right on both"
    ),
  ])
  func mistakesAreNamed(line: String, message: String) throws {
    try Self.withFiles(["gold.jsonl": line]) { folder in
      let problems = GoldReader.read([folder + "/gold.jsonl"]).problems.map(\.description)
      #expect(problems.map { $0.replacingOccurrences(of: folder + "/", with: "") } == [message])
    }
  }

  @Test func missingFilesAreNamed() throws {
    #expect(GoldReader.read(["no/such/gold.jsonl"]).problems.map(\.file) == ["no/such/gold.jsonl"])
    try Self.withFiles(["other.jsonl": "{}"]) { folder in
      #expect(GoldReader.read([folder]).problems.map(\.file) == [folder])
    }
  }

  @Test(arguments: [
    ("Сессия  ашылды", "Сессия\u{A0}ашылды", true), (" Су. ", "Су.", true), ("ашыл\u{AD}ды", "ашылды", true),
    ("\u{FEFF}й", "и\u{306}", true), ("Су", "су", false), ("а б", "аб", false),
  ])
  func textsMeet(one: String, other: String, same: Bool) {
    let left = PassageKey(document: "a.html", text: one)
    #expect((left == PassageKey(document: "a.html", text: other)) == same)
    #expect(left != PassageKey(document: "b.html", text: one))
  }
}
