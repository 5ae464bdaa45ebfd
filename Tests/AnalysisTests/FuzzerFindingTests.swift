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
    // libxml2 hangs a second root beside the first where anything stands before that, and inside of it where nothing does.
    (
      "a processing instruction first and text after the end",
      "<?xml version=\"1.0\"?><html><body><p>Бірінші</p></body></html>Екінші<p>үшінші</html><p>төртінші"
    ),
    (
      "bodies side by side",
      "<html><body>Бірінші</body><p>екінші</p><body>үшінші</body></html><body>төртінші</body><body>бесінші"
    ),
    // In XML libxml2 closes an element whose start tag never ends without saying so.
    (
      "HTML with broken start tags",
      "<html><body><div><p class=\"x\" <b>Бірінші</b> екінші<p>үшінші</div><body <p>төртінші</body></html>"
    ),
    (
      "XML with start tags that never end",
      "<?xml version='1.0'?><d><p n='1' <s><p>Бірінші</p></s><p>екінші</p></d><p>үшінші</p></d>"
    ),
    // The prefix of a namespace that is declared nowhere is a part of the name there.
    ("undeclared prefixes", "<?xml version='1.0'?><d><a:p>Бірінші</a:p><p>екінші</p><b:p>үшінші</b:p></d>"),
    // libxml2's tree ends at 256 elements in one another, unless it is told not to.
    (
      "HTML nested deep",
      "<html><body>" + String(repeating: "<div>", count: 400) + "Бірінші"
        + String(repeating: "</div>", count: 400) + "<p>екінші</p></body></html>"
    ),
    (
      "records a line, a broken one among them",
      "{\"title\":\"а\",\"body\":\"<p>Бірінші</p>\"}\n\n{\"title\":\"б\n{\"title\":\"в\",\"body\":\"<p>екінші</p>\"}\n"
    ),
    (
      "a record in two languages",
      "{\"title_kk\":\"а\",\"body_kk\":\"<p>Бірінші</p>\",\"title_ru\":\"б\",\"body_ru\":\"<p>второй</p>\"}"
    ),
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
