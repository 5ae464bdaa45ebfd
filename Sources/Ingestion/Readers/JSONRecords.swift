/// One record of a content API: a news item, a decision, a page.
struct JSONRecord: Sendable {
  /// JSON Pointer (RFC 6901) of the record, such as `/results/0`; empty for the whole value. In a file of one
  /// record a line, the pointer of the n-th record is `/n`, from 0.
  var pointer: String
  /// JSON Pointers of title and body.
  var titlePointer: String?
  var bodyPointer: String?
  var title: String?
  /// ISO 8601.
  var date: String?
  /// `kk`, `ru`, …
  var language: String?
  /// The site or council that the API names (`projects`, `site`, `source`).
  var body: String?
  /// A fragment of HTML, or plain text; UTF-8.
  var content: [UInt8] = []
  /// Visible code points of all other strings of the record, which count as lost, header.
  var otherVisible = 0
}

extension JSONRecord {
  /// Puts what the record says of itself into the blocks that were read from its content, and accounts for
  /// the text of its other fields, the title among them.
  func describe(_ source: inout SourceText) {
    source.declared.title = title ?? source.declared.title
    source.declared.date = date ?? source.declared.date
    source.declared.language = language ?? source.declared.language
    source.declared.body = body ?? source.declared.body
    let titleBytes = Array((title ?? "").utf8)
    let outside = otherVisible + WhiteSpace.visibleCount(titleBytes.span)
    guard outside > 0 else { return }
    source.losses.visible += outside
    source.losses.lost[.header, default: 0] += outside
  }
}

/// What a JSON file gives: its records in order, and what was wrong with it.
struct JSONRecords: Sendable {
  var records: [JSONRecord] = []
  var issues: [Issue] = []

  /// Values nested deeper than this are refused, whatever they hold.
  static let maximumDepth = 200

  /// Reads an object, an array of objects, an object with the records in `results`, `data`, `items` and the
  /// like, or JSON Lines.
  ///
  ///     let file = Array(#"{"data": [{"title": "О бюджете", "body": "<p>…</p>", "lang": "ru"}]}"#.utf8)
  ///     try JSONRecords.parse(file, path: "news.json").records[0].bodyPointer   // "/data/0/body"
  ///
  /// - Parameter utf8: a decoded file.
  /// - Throws: `invalid-json` (with the line), `json-too-deep`, `json-without-records`.
  static func parse(_ utf8: [UInt8], path: String) throws(IngestionError) -> JSONRecords {
    let scan = JSONNesting.scan(utf8)
    guard scan.depth <= maximumDepth else {
      throw IngestionError(
        path: path, id: "json-too-deep",
        message:
          "line \(scan.deepestLine): values are nested more than \(maximumDepth) deep; this is no content "
          + "API's answer; check the program that wrote the file")
    }
    var result = JSONRecords()
    if scan.values > 1 {
      result.readLines(utf8)
    } else {
      guard let value = JSONValue.parse(utf8) else {
        throw IngestionError(
          path: path, id: "invalid-json",
          message: "line \(scan.lastLine): the JSON is cut off or broken; download the file again")
      }
      for (pointer, object) in JSONShape.records(value) { result.append(object, at: pointer) }
    }
    guard !result.records.isEmpty else {
      throw IngestionError(
        path: path, id: "json-without-records",
        message:
          "no record with a title or a body was found; expected objects with fields such as title, body, "
          + "created_date, lang")
    }
    return result
  }

  /// One record a line. A broken line costs one record and is reported.
  private mutating func readLines(_ utf8: [UInt8]) {
    for (index, (number, line)) in Self.lines(utf8).enumerated() {
      guard let value = JSONValue.parse(line) else {
        issues.append(
          Issue(
            .error, "invalid-json-line", "this line is no JSON object; its record was left out", line: number)
        )
        continue
      }
      for (pointer, object) in JSONShape.records(value) { append(object, at: "/\(index)" + pointer) }
    }
  }

  /// The lines that are not blank, with their numbers from 1.
  static func lines(_ utf8: [UInt8]) -> [(number: Int, bytes: ArraySlice<UInt8>)] {
    utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
      .map { ($0 + 1, $1) }.filter { $0.1.contains { $0 > 0x20 } }
  }

  private mutating func append(_ object: [String: Any], at pointer: String) {
    records += JSONShape.languageVersions(object).compactMap { version in
      JSONShape.record(version, at: pointer)
    }
  }
}

/// The nesting of a JSON text, measured without recursion before any parser sees it.
enum JSONNesting {
  struct Scan: Sendable {
    var depth = 0
    var deepestLine = 1
    var lastLine = 1
    /// Objects and arrays that stand in no other: more than one in JSON Lines.
    var values = 0
  }

  /// Cost: one pass.
  static func scan(_ utf8: [UInt8]) -> Scan {
    var result = Scan()
    var depth = 0
    var isString = false
    var isEscaped = false
    for byte in utf8 {
      if byte == 0x0A { result.lastLine += 1 }
      if isString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") || byte == 0x0A {
          // A line feed cannot stand in a string: the quotation mark before it was a broken one.
          isString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if depth == 0 { result.values += 1 }
        depth += 1
        if depth > result.depth {
          result.depth = depth
          result.deepestLine = result.lastLine
        }
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth = max(0, depth - 1)
      default: break
      }
    }
    return result
  }
}
