import Ingestion
import Testing

/// Inputs that the fuzzer broke a promise with, in small.
struct FuzzerFindingTests {
  static let documents: [(name: String, source: String)] = [
    // Places in plain text were looked up by line feeds only.
    ("lines that end with CR", "Бірінші жол\rекінші жол\r\nүшінші жол\n\rтөртінші жол\r"),
    ("LF before CR", "\n\r$3"),
    // Looking a place up expanded what the readers leave out, however much that became.
    (
      "an entity of entities", "<!DOCTYPE d [<!ENTITY a \"аа\"><!ENTITY b \"&a;&a;\">]><d>&a; &b; қала</d>"
    ),
    (
      "an entity bomb",
      "<!DOCTYPE d [<!ENTITY a0 \"ха\">"
        + (1...30).map { "<!ENTITY a\($0) \"&a\($0 - 1);&a\($0 - 1);\">" }.joined()
        + "]><d>Бас &a30; соңы</d>"
    ),
    // Sums of such counts overflowed.
    (
      "a vote table of huge numbers",
      "<html><body><table><tr><th>Топ</th><th>Жақтап</th><th>Қарсы</th></tr>"
        + String(
          repeating: "<tr><td>Комиссия</td><td>9223372036854775807</td><td>9223372036854775807</td></tr>",
          count: 3)
        + "</table></body></html>"
    ),
    // Unreadable paragraphs are left out of a document and not of its text.
    (
      "an unreadable paragraph first",
      "\u{445}\u{430}\u{442}\u{442}\u{430}\n\nÐ\u{90}Ñ\u{83}Ð´Ð°Ð½Ð´Ñ\u{8B}Ò\u{9B}\n\nсессия өтті\n"
    ),
  ]

  @Test(arguments: documents) func documentsKeepTheirPromises(_ row: (name: String, source: String)) throws {
    let bytes = Array(row.source.utf8)
    let source = try SourceLookup(bytes, path: row.name)
    for document in try Ingester().documents(of: bytes, path: row.name) {
      #expect(!document.passages.isEmpty)
      #expect(DocumentInvariants.violations(of: document, source: source) == [])
    }
  }
}
