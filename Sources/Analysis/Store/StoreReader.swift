import Coding
import Foundation
import GRDB
import Ingestion
import Reporting
import Tabulation

/// A coded passage as the store has it.
public struct StoredPassage: Sendable {
  /// One code with its evidence.
  public struct Coding: Sendable {
    public var code: String
    public var dimension: String
    public var score: Double
    public var evidence: [Evidence]
  }

  /// One word or phrase that carried a code. Code points in the passage's text.
  public struct Evidence: Sendable, Decodable {
    private enum Key: String, CodingKey { case entry, feature, rule, start, end }

    /// Id of the lexicon's entry, or the learned coder's feature.
    public var entry: String
    public var rule: String
    public var start: Int
    public var end: Int

    /// Whether it is the titles over the passage that carried the code: then the place is the passage as a whole.
    public var isContext: Bool { LearnedModel.isContext(entry) }

    public init(entry: String, rule: String, start: Int, end: Int) {
      self.entry = entry
      self.rule = rule
      self.start = start
      self.end = end
    }

    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: Key.self)
      entry =
        try values.decodeIfPresent(String.self, forKey: .entry)
        ?? values.decode(String.self, forKey: .feature)
      rule = try values.decode(String.self, forKey: .rule)
      start = try values.decode(Int.self, forKey: .start)
      end = try values.decode(Int.self, forKey: .end)
    }
  }

  public var document: Int
  public var path: String
  public var sha256: String
  public var region: String?
  public var date: String?
  public var n: Int
  public var text: String
  public var language: String
  public var role: String
  public var speaker: String?
  /// JSON array of the interchange format.
  public var segments: String
  public var codings: [Coding]
}

extension Store {
  /// The manifest, sorted by key.
  public func manifest() throws(StoreError) -> [(key: String, value: String)] {
    try reading { db in
      try Row.fetchAll(db, sql: "SELECT key, value FROM manifest ORDER BY key").map {
        ($0["key"], $0["value"])
      }
    }
  }

  /// Gives every passage that has codings, in order, to `body`, one document's worth in memory at a time.
  ///
  /// - Parameters:
  ///   - code: only passages with this code, or a code below it (`results` for `results.infrastructure`).
  ///   - uncoded: passages without codings too.
  public func passages(
    code: String? = nil, uncoded: Bool = false, _ body: (StoredPassage) throws -> Void
  ) throws(StoreError) {
    let filter = code == nil ? "" : "AND (coding.code = :code OR coding.code LIKE :below)"
    let selection =
      uncoded
      ? ""
      : "WHERE EXISTS (SELECT 1 FROM coding WHERE coding.document = p.document AND coding.n = p.n \(filter))"
    let sql = """
      SELECT p.*, d.path, d.sha256, d.region, d.date FROM passage p JOIN document d ON d.id = p.document
      \(selection) ORDER BY p.document, p.n
      """
    let arguments: StatementArguments =
      code.map { ["code": $0, "below": $0 + ".%"] } ?? StatementArguments()
    try reading { db in
      let rows = try Row.fetchCursor(db, sql: sql, arguments: uncoded ? StatementArguments() : arguments)
      while let row = try rows.next() { try body(Self.passage(row, db)) }
    }
  }

  /// The passages that cells refer to, in order; references to passages that do not exist are passed over.
  public func passages(_ references: [PassageReference]) throws(StoreError) -> [StoredPassage] {
    try reading { db in
      try references.compactMap { reference in
        let sql = """
          SELECT p.*, d.path, d.sha256, d.region, d.date FROM passage p JOIN document d ON d.id = p.document
          WHERE p.document = ? AND p.n = ?
          """
        return try Row.fetchOne(db, sql: sql, arguments: [reference.document, reference.passage])
          .map { try Self.passage($0, db) }
      }
    }
  }

  /// A passage as what may stand over others.
  struct Line {
    var n: Int
    var role: Role?
    var agendaItem: Int?
    /// Empty where the passage stands over none.
    var text: String
  }

  /// A document's passages, in order.
  func lines(of document: Int) throws(StoreError) -> [Line] {
    let sql = """
      SELECT n, role, agenda_item, CASE WHEN role IN ('heading', 'agenda') THEN text ELSE '' END AS text FROM passage
      WHERE document = ? ORDER BY n
      """
    return try reading { db in
      try Row.fetchAll(db, sql: sql, arguments: [document]).map {
        Line(
          n: $0["n"], role: Role(rawValue: $0["role"]), agendaItem: $0["agenda_item"], text: $0["text"])
      }
    }
  }

  /// Documents in order: path, title, region and date.
  public func documents() throws(StoreError) -> [(
    path: String, title: String?, region: String?, date: String?
  )] {
    try reading { db in
      try Row.fetchAll(db, sql: "SELECT path, title, region, date FROM document ORDER BY id")
        .map { ($0["path"], $0["title"], $0["region"], $0["date"]) }
    }
  }

  private static func passage(_ row: Row, _ db: Database) throws -> StoredPassage {
    let document: Int = row["document"]
    let n: Int = row["n"]
    let decoder = JSONDecoder()
    let codings = try Row.fetchAll(
      db,
      sql: "SELECT code, dimension, score, evidence FROM coding WHERE document = ? AND n = ? ORDER BY code",
      arguments: [document, n]
    ).map { coding in
      let evidence: String = coding["evidence"]
      return StoredPassage.Coding(
        code: coding["code"], dimension: coding["dimension"], score: coding["score"],
        evidence: try decoder.decode([StoredPassage.Evidence].self, from: Data(evidence.utf8)))
    }
    return StoredPassage(
      document: document, path: row["path"], sha256: row["sha256"], region: row["region"], date: row["date"],
      n: n, text: row["text"], language: row["language"], role: row["role"], speaker: row["speaker"],
      segments: row["segments"], codings: codings)
  }

  /// Reads the store of a finished run.
  func reading<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do { return try database.read(body) } catch { throw unreadable(error) }
  }

  /// Reads the store of a run under way too, with what stands in a transaction that is not yet ended.
  func looking<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do { return try database.unsafeRead(body) } catch { throw unreadable(error) }
  }

  private func unreadable(_ error: any Error) -> StoreError {
    error as? StoreError ?? StoreError(path: path, message: "cannot be read: \(error)")
  }
}
