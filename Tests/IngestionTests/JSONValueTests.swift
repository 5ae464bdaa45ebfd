import Testing

@testable import Ingestion

/// JSON that Foundation refuses for what no reader would miss.
struct JSONValueTests {
  static let rows: [(name: String, json: String, mended: String)] = [
    ("half of an emoji", #"{"a": "су \ud83d."}"#, #"{"a": "су \ufffd."}"#),
    ("the other half", #"{"a": "\uDE00"}"#, #"{"a": "\ufffd"}"#),
    ("a whole emoji", #"{"a": "\ud83d\ude00"}"#, #"{"a": "\ud83d\ude00"}"#),
    ("two first halves", #"["\ud83d\ud83d\ude00"]"#, #"["\ufffd\ud83d\ude00"]"#),
    ("an escaped backslash", #"{"a": "\\ud83d"}"#, #"{"a": "\\ud83d"}"#),
    ("too large a number", #"{"a": 1e999, "b": -1E400}"#, #"{"a": null, "b": null}"#),
    ("numbers", #"{"a": [1, -2.5, 3e10], "1e999": "1e999"}"#, #"{"a": [1, -2.5, 3e10], "1e999": "1e999"}"#),
    ("cut off", #"{"a": "\ud8"#, #"{"a": "\ud8"#), ("a backslash at the end", #"{"a": "\"#, #"{"a": "\"#),
  ]

  @Test(arguments: rows) func mended(_ row: (name: String, json: String, mended: String)) {
    #expect(String(decoding: JSONValue.mended(Array(row.json.utf8)), as: UTF8.self) == row.mended)
  }

  @Test(arguments: rows.prefix(7).map(\.json)) func read(_ json: String) {
    #expect(JSONValue.parse(json.utf8) != nil)
  }

  @Test(arguments: ["", "{", #"{"a": }"#, "1e999x", #"{"a": "\ud83d""#]) func broken(_ json: String) {
    #expect(JSONValue.parse(json.utf8) == nil)
  }

  @Test func aRecordIsKept() throws {
    let json = #"{"title": "Су \ud83d", "body": "<p>Ауылға су келді.</p>", "rating": 1e999}"#
    let documents = try Ingester().documents(of: Array(json.utf8), path: "a.json")
    #expect(documents.first?.metadata.title?.hasPrefix("Су") == true)
    #expect(documents.first?.passages.count == 1)
  }
}
