import Foundation
import TestSupport
import Testing

@testable import Ingestion

struct JSONRecordsTests {
  struct Expected: Sendable {
    var pointer: String
    var body: String?
    var title: String?
    var date: String? = nil
    var language: String? = nil
    var content: String
    var other = 0
  }

  static let rows: [(name: String, source: String, records: [Expected])] = [
    (
      "one object",
      #"{"id": 7, "title": "О бюджете", "body": "<p>Текст</p>", "created_date": "2024-03-05 10:00:00", "lang": "ru", "slug": "abc"}"#,
      [
        Expected(
          pointer: "", body: "/body", title: "О бюджете", date: "2024-03-05", language: "ru",
          content: "<p>Текст</p>", other: 23)
      ]
    ),
    (
      "an array", #"[{"title":"а","body":"1"},{"title":"ә","body":"2","language":"kaz"}]"#,
      [
        Expected(pointer: "/0", body: "/0/body", title: "а", content: "1"),
        Expected(pointer: "/1", body: "/1/body", title: "ә", language: "kk", content: "2", other: 3),
      ]
    ),
    (
      "results", #"{"count": 1, "results": [{"title":"а","body":"1"}]}"#,
      [Expected(pointer: "/results/0", body: "/results/0/body", title: "а", content: "1")]
    ),
    (
      "data in data", #"{"data": {"items": [{"headline":"а","text":"1","datePublished":"05.03.2024"}]}}"#,
      [
        Expected(
          pointer: "/data/items/0", body: "/data/items/0/text", title: "а", date: "2024-03-05", content: "1",
          other: 10)
      ]
    ),
    (
      "JSON Lines", "{\"title\":\"а\",\"body\":\"1\"}\n\n{\"title\":\"б\",\"body\":\"2\"}\n",
      [
        Expected(pointer: "/0", body: "/0/body", title: "а", content: "1"),
        Expected(pointer: "/1", body: "/1/body", title: "б", content: "2"),
      ]
    ),
    (
      "columns for languages",
      #"{"title_kz":"Бюджет","title_ru":"О бюджете","content_kz":"<p>қ</p>","content_ru":"<p>р</p>","created":1709596800}"#,
      [
        Expected(
          pointer: "", body: "/content_kz", title: "Бюджет", date: "2024-03-05", language: "kk",
          content: "<p>қ</p>", other: 16),
        Expected(
          pointer: "", body: "/content_ru", title: "О бюджете", date: "2024-03-05", language: "ru",
          content: "<p>р</p>", other: 14),
      ]
    ),
    (
      "languages inside of a field", #"[{"title":{"kk":"А","ru":"Б"},"body":{"kk":"в","ru":"г"}}]"#,
      [
        Expected(pointer: "/0", body: "/0/body/kk", title: "А", language: "kk", content: "в", other: 2),
        Expected(pointer: "/0", body: "/0/body/ru", title: "Б", language: "ru", content: "г", other: 2),
      ]
    ),
    (
      "rendered",
      #"[{"title":{"rendered":"А"},"content":{"rendered":"<p>б</p>","protected":false},"date":"2024-03-05T01:02:03"}]"#,
      [
        Expected(
          pointer: "/0", body: "/0/content/rendered", title: "А", date: "2024-03-05", content: "<p>б</p>",
          other: 19)
      ]
    ),
    (
      "title only", #"{"title":"Сессия болады"}"#,
      [Expected(pointer: "", body: nil, title: "Сессия болады", content: "")]
    ),
    (
      "escapes", #"{"title":"а\"}{[","body":"\u049b\n\ud83d\ude00"}"#,
      [Expected(pointer: "", body: "/body", title: "а\"}{[", content: "қ\n😀")]
    ),
  ]

  @Test(arguments: rows) func records(_ row: (name: String, source: String, records: [Expected])) throws {
    let records = try JSONRecords.parse(Array(row.source.utf8), path: "a.json").records
    #expect(records.map(\.pointer) == row.records.map(\.pointer))
    for (record, expected) in zip(records, row.records) {
      #expect(record.bodyPointer == expected.body)
      #expect(record.title == expected.title)
      #expect(record.date == expected.date)
      #expect(record.language == expected.language)
      #expect(String(decoding: record.content, as: UTF8.self) == expected.content)
      #expect(record.otherVisible == expected.other)
    }
  }

  static let refused: [(name: String, source: String, id: String, says: String)] = [
    ("cut off", "{\"title\":\"а\",\n\"body\": \"<p>", "invalid-json", "line 2"),
    ("a bomb of arrays", String(repeating: "[", count: 1_000_000), "json-too-deep", "200"),
    ("a bomb of objects", String(repeating: "{\"a\":", count: 100_000), "json-too-deep", "200"),
    ("no record", #"{"status": "ok", "results": []}"#, "json-without-records", "title"),
    ("numbers", "[1, 2, 3]", "json-without-records", "title"),
  ]

  @Test(arguments: refused) func refusal(_ row: (name: String, source: String, id: String, says: String)) {
    let error = #expect(throws: IngestionError.self) {
      try JSONRecords.parse(Array(row.source.utf8), path: "a.json")
    }
    #expect(error?.id == row.id)
    #expect(error?.message.contains(row.says) == true)
  }

  @Test func depthIsAllowedUpToTheLimit() throws {
    let deep = String(repeating: "[", count: 198) + String(repeating: "]", count: 198)
    let records = try JSONRecords.parse(Array("{\"title\":\"а\",\"x\":\(deep)}".utf8), path: "a.json").records
    #expect(records.count == 1)
  }

  @Test func brokenLineCostsOneRecord() throws {
    let source = "{\"title\":\"а\"}\n{\"title\":\"б\n{\"title\":\"в\"}\n"
    let result = try JSONRecords.parse(Array(source.utf8), path: "a.jsonl")
    #expect(result.records.map(\.title) == ["а", "в"])
    #expect(result.records.map(\.pointer) == ["/0", "/2"])
    #expect(result.issues.map(\.id) == ["invalid-json-line"])
    #expect(result.issues.map(\.line) == [2])
  }

  /// Files cut anywhere and with bytes changed: records or an error, never a trap.
  @Test func mutations() throws {
    let source =
      Array(
        #"{"count": 2, "results": [{"title": "О бюджете", "body": "<p>\u0422екст</p>", "created": 1709596800}, "#
          .utf8)
      + Array(#"{"title": {"kk": "Ә", "ru": "Б"}, "body": {"kk": "в"}, "x": [[1e9, null, true]]}]}"#.utf8)
    var random = SeededGenerator(seed: 3)
    var parsed = 0
    for _ in 0..<500 {
      var copy = source
      if Bool.random(using: &random) { copy.removeLast(Int.random(in: 0..<source.count, using: &random)) }
      for _ in 0..<Int.random(in: 0...3, using: &random) where !copy.isEmpty {
        let signs = Array("{}[]\",:\\u0 \n9".utf8)
        copy[Int.random(in: copy.indices, using: &random)] = signs.randomElement(using: &random) ?? 0x20
      }
      do throws(IngestionError) {
        let result = try JSONRecords.parse(copy, path: "a.json")
        #expect(
          result.records.allSatisfy { $0.otherVisible >= 0 && ($0.title != nil || !$0.content.isEmpty) })
        parsed += 1
      } catch {
        #expect(["invalid-json", "json-too-deep", "json-without-records"].contains(error.id))
      }
    }
    #expect(parsed > 50)
  }
}
