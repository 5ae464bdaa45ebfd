import Coding
import GRDB
import Ingestion
import Reporting

/// A file of a run, or an entry of an archive.
struct StoredFile: Sendable, Equatable {
  /// As the user named it, with `!/` and the entry's name in an archive.
  var path: String
  /// Of its bytes; empty where they could not be read or understood.
  var sha256: String
}

/// Writes rows.
struct StoreWriter {
  /// The issue of a document without a day.
  static let noDay = "no-date"

  private let db: Database

  init(_ db: Database) { self.db = db }

  func write(_ manifest: [(key: String, value: String)]) throws {
    let statement = try db.cachedStatement(sql: "INSERT OR REPLACE INTO manifest (key, value) VALUES (?, ?)")
    for (key, value) in manifest { try statement.execute(arguments: [key, value]) }
  }

  func write(_ file: StoredFile, number: Int, first: Int, documents: Int) throws {
    try db.cachedStatement(sql: "INSERT INTO file VALUES (?, ?, ?, ?, ?)")
      .execute(arguments: [number, file.path, file.sha256, first, documents])
  }

  /// What could not be read has no document.
  func write(_ error: IngestionError) throws {
    try db.cachedStatement(
      sql: "INSERT INTO issue (document, path, severity, id, message) VALUES (NULL, ?, 'error', ?, ?)"
    ).execute(arguments: [error.path, error.id, error.message])
  }

  /// What is wrong with a lexicon has no document, and its path is none of `file`.
  func write(_ issue: LexiconIssue) throws {
    try db.cachedStatement(
      sql: "INSERT INTO issue (document, path, severity, id, message, line) VALUES (NULL, ?, ?, ?, ?, ?)"
    ).execute(arguments: [
      issue.file, issue.severity.rawValue, issue.id, issue.message, issue.line > 0 ? issue.line : nil,
    ])
  }

  func write(_ coded: CodedDocument, _ number: Int, _ model: CodingModel) throws {
    let document = coded.document
    let metadata = document.metadata
    try db.cachedStatement(
      sql: "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [
      number, document.path, document.sha256, metadata.kind.rawValue, metadata.language.code, metadata.title,
      metadata.body, metadata.level?.rawValue, metadata.region, metadata.district, metadata.date,
      metadata.session,
      metadata.sessionKind?.rawValue, metadata.convocation, metadata.decisionNumber, metadata.chair,
      metadata.agendaItems, document.losses.visible, document.losses.kept,
    ])
    let passages = try db.cachedStatement(sql: "INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    let codings = try db.cachedStatement(sql: "INSERT INTO coding VALUES (?, ?, ?, ?, ?, ?, ?)")
    var json = JSONWriter()
    var paths = PlacePaths(document.places)
    for (index, passage) in document.passages.enumerated() {
      json.removeAll()
      DocumentJSON.writeSegments(of: passage, document, &paths, &json)
      try passages.execute(arguments: [
        number, index + 1, document.string(of: passage), passage.language.code, passage.role.rawValue,
        passage.speaker, passage.agendaItem, coded.codings[index].polarity.rawValue,
        document.words(of: passage),
        String(decoding: json.bytes, as: UTF8.self),
      ])
      for assignment in coded.codings[index].codes where !CodingJSON.isPolarity(assignment, model) {
        json.removeAll()
        CodingJSON.evidence(
          of: assignment, model, text: document.text.span.extracting(passage.text), to: &json)
        try codings.execute(arguments: [
          number, index + 1, model.lexicon.code(assignment).id, model.dimension(of: assignment),
          CodingJSON.rounded(assignment.score), assignment.coder.rawValue,
          String(decoding: json.bytes, as: UTF8.self),
        ])
      }
    }
    let undated = Issue(.note, Self.noDay, "no day was found: the document is in no period, year or trend")
    for issue in document.issues + (metadata.date == nil ? [undated] : []) {
      try db.cachedStatement(sql: "INSERT INTO issue VALUES (?, ?, ?, ?, ?, ?)").execute(arguments: [
        number, document.path, issue.severity.rawValue, issue.id, issue.message, issue.line,
      ])
    }
  }
}
