import Foundation
import GRDB
import Ingestion

/// A document of a store with the text of its passages and the codes that the run gave them: enough to code any passage
/// again without the source file.
struct StoredDocument {
  struct Passage {
    var n: Int
    var text: String
    var language: String
    var role: String
    var speaker: String?
    var polarity: String
    var tokens: Int
    /// Places in the source that the text is made of; a table's row has one for each cell.
    var segments: Int
    /// Places in the document's passages of the titles over it: the line of the agenda that it is spoken on, the heading of
    /// its section, the document's title.
    var agendaLine: Int?
    var heading: Int?
    var documentTitle: Int?
    /// Sorted.
    var codes: [String]
    /// Ids of the lexicon entries in the evidence, by code.
    var entries: [String: Set<String>]
    /// Where the words of the evidence stand.
    var hits: [StoredHit] = []

    var isCoded: Bool { Role(rawValue: role)?.isCoded ?? true }
  }

  var id: Int
  var path: String
  var region: String?
  var date: String?
  var kind: String
  var language: String
  /// What tables need of it beside its passages.
  var counted: CountedDocument
  /// All of them, in order.
  var passages: [Passage]
}

extension Store {
  /// Gives every document, in order, to `body`; one is in memory at a time.
  func storedDocuments(_ body: (StoredDocument) throws -> Void) throws(StoreError) {
    try reading { db in
      let documents = try Row.fetchCursor(
        db,
        sql: """
          SELECT id, path, region, district, level, body, kind, language, date, session, session_kind, convocation,
          chair FROM document ORDER BY id
          """)
      let passages = try db.cachedStatement(
        sql: """
          SELECT p.n, p.text, p.language, p.role, p.speaker, p.polarity, p.tokens,
          json_array_length(p.segments) AS segments, p.agenda_item, c.code, c.evidence FROM passage p
          LEFT JOIN coding c ON c.document = p.document AND c.n = p.n WHERE p.document = ? ORDER BY p.n, c.code
          """)
      while let row = try documents.next() {
        var document = StoredDocument(
          id: row["id"], path: row["path"], region: row["region"], date: row["date"], kind: row["kind"],
          language: row["language"], counted: CountedDocumentReader.document(row), passages: [])
        var over = TitlesOver<Int>()
        let rows = try Row.fetchCursor(passages, arguments: [document.id])
        while let row = try rows.next() {
          let n: Int = row["n"]
          if document.passages.last?.n != n {
            let role = Role(rawValue: row["role"])
            document.passages.append(
              .init(
                n: n, text: row["text"], language: row["language"], role: row["role"],
                speaker: row["speaker"], polarity: row["polarity"], tokens: row["tokens"],
                segments: row["segments"], agendaLine: over.line(row["agenda_item"], for: role),
                heading: over.heading, documentTitle: over.document, codes: [], entries: [:]))
            over.pass(role, document.passages.count - 1)
          }
          guard let code: String = row["code"], let evidence: String = row["evidence"] else { continue }
          document.passages[document.passages.count - 1].codes.append(code)
          let hits = StoredHit.read(evidence, code: code)
          document.passages[document.passages.count - 1].entries[code] = Set(hits.map(\.entry))
          document.passages[document.passages.count - 1].hits += hits
        }
        try body(document)
      }
    }
  }
}
