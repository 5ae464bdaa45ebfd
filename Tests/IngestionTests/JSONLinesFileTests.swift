import Testing

@testable import Ingestion

/// JSON Lines files a record at a time.
struct JSONLinesFileTests {
  private static func contents(_ text: String, name: String = "a.jsonl", bytes: Int = 1000) throws -> [String]
  {
    try contents(Array(text.utf8), name: name, bytes: bytes)
  }

  /// `!/0 = line` for each record, `!/0: id` for each problem; nothing of a file that is read whole.
  private static func contents(_ file: [UInt8], name: String, bytes: Int) throws -> [String] {
    let folder = try TestFolder()
    let path = try folder.write(name, file)
    var limits = Limits()
    limits.bytes = bytes
    guard let lines = JSONLinesFile(path, limits: limits) else { return [] }
    var found: [String] = []
    while let next = lines.next() {
      switch next {
      case .success(let entry):
        found.append("\(entry.path.dropFirst(path.count)) = \(String(decoding: entry.bytes, as: UTF8.self))")
      case .failure(let problem):
        found.append("\(problem.path.dropFirst(path.count)): \(problem.id): \(problem.message.prefix(7))")
      }
    }
    return found
  }

  static let rows: [(name: String, text: String, records: [String])] = [
    ("lines", "{\"a\":1}\n{\"b\":2}\n", ["!/0 = {\"a\":1}", "!/1 = {\"b\":2}"]),
    ("no line feed at the end", "{\"a\":1}\n{\"b\":2}", ["!/0 = {\"a\":1}", "!/1 = {\"b\":2}"]),
    ("one line", "{\"a\":1}", ["!/0 = {\"a\":1}"]),
    (
      "blank lines and CR LF", "\r\n{\"a\":1}\r\n \r\n{\"b\":2}\r\n",
      ["!/0 = {\"a\":1}\r", "!/1 = {\"b\":2}\r"]
    ),
    ("a byte order mark", "\u{FEFF}{\"a\":1}\n", ["!/0 = {\"a\":1}"]),
    (
      "broken lines", "{\"a\":1}\n\n{\"b\":\nword\n{\"c\":3}\n",
      [
        "!/0 = {\"a\":1}", "!/1: invalid-json-line: line 3 ", "!/2: invalid-json-line: line 4 ",
        "!/3 = {\"c\":3}",
      ]
    ),
    (
      "a line that is too long",
      "{\"a\":1}\n{\"b\":\"" + String(repeating: "b", count: 600_000) + "\"}\n{\"c\":3}\n",
      ["!/0 = {\"a\":1}", "!/1: too-large: line 2 ", "!/2 = {\"c\":3}"]
    ),
    ("an object over many lines", "{\n\"a\": 1\n}\n", []),
    ("an array", "[{\"a\":1},\n{\"b\":2}]\n", []),
    ("nothing", "", []),
  ]

  @Test(arguments: rows) func recordsAreLines(_ row: (name: String, text: String, records: [String])) throws {
    #expect(try Self.contents(row.text) == row.records)
    #expect(try Self.contents(row.text, name: "A.NDJSON") == row.records)
    #expect(try Self.contents(row.text, name: "a.json") == [], "other files are read whole")
  }

  /// Lines of all lengths around the pieces that are read at a time.
  @Test func everyRecordIsHandedOverOnce() throws {
    let lengths = [1, 100, 262_130, 262_144, 262_145, 3, 524_288, 700_000, 7]
    let lines = lengths.map { "{\"a\":\"" + String(repeating: "a", count: $0) + "\"}" }
    let found = try Self.contents(lines.joined(separator: "\n"), bytes: 1 << 20)
    #expect(found == lines.enumerated().map { "!/\($0) = \($1)" })
  }

  @Test func linesAreFoundAgainByTheirPaths() throws {
    let folder = try TestFolder()
    try folder.write("a.jsonl", Array((0..<5).map { "{\"title\":\"\($0)\"}\n" }.joined().utf8))
    let sources = StoredSources(root: folder.path)
    for n in [0, 1, 3, 2, 4, 4] {
      #expect(try sources.source(of: "a.jsonl!/\(n)").bytes == Array("{\"title\":\"\(n)\"}".utf8))
    }
    #expect(throws: IngestionError.self) { try sources.source(of: "a.jsonl!/5") }
  }
}
