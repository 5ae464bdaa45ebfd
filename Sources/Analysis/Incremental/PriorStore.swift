import Coding
import Foundation
import GRDB
import Ingestion
import Linguistics

/// The store of an earlier run, finished or broken off, whose documents need not be coded again.
final class PriorStore: Sendable {
  /// A file whose documents the store has.
  struct File: Sendable, Equatable {
    var sha256: String
    /// Numbers of its documents in the earlier run.
    var documents: Range<Int>
  }

  /// What the lexicons were when it was made; nil where they were those of now.
  let difference: LexiconDifference?
  fileprivate let store: Store

  /// The store at a path, if the same program coded it with the same lexicons or with such as differ in entries alone; nil
  /// else, and where there is none.
  init?(_ path: String, _ keys: RunKeys, _ lexicon: CompiledLexicon) {
    guard FileManager.default.fileExists(atPath: path), let store = try? Store.open(path),
      let manifest = try? store.manifest()
    else { return nil }
    if manifest.contains(where: { $0 == (Manifest.coding, keys.coding) }) {
      difference = nil
    } else {
      guard let state = try? store.lexicon(ofFrame: keys.frame),
        let difference = LexiconDifference(from: state, to: lexicon)
      else { return nil }
      self.difference = difference
    }
    self.store = store
  }

  /// Whether what differs from the lexicons of now can touch a document: one of its passages or headings.
  func isTouched(_ documents: Range<Int>, by scanner: DifferenceScanner) throws(StoreError) -> Bool {
    try store.reading { db in
      let statement = try db.cachedStatement(
        sql: "SELECT text FROM passage WHERE document >= ? AND document < ? ORDER BY document, n")
      let texts = try String.fetchCursor(
        statement, arguments: [documents.lowerBound, documents.upperBound])
      while let text = try texts.next() {
        if scanner.touches(Array(text.utf8)) { return true }
      }
      return false
    }
  }

  /// What the store has of a file; nil where it has no document of it.
  func file(_ path: String) throws(StoreError) -> File? {
    try store.reading { db in
      let statement = try db.cachedStatement(
        sql: "SELECT sha256, first, documents FROM file WHERE path = ? AND documents > 0")
      return try Row.fetchOne(statement, arguments: [path]).map { row in
        let first: Int = row[1]
        return File(sha256: row[0], documents: first..<(first + (row[2] as Int)))
      }
    }
  }

  /// Makes a store that a run left unfinished fit to be read from: one file, with indices. What cannot be mended is removed.
  ///
  /// - Returns: the number of its files; nil where there is nothing to read.
  static func settle(_ path: String) -> Int? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    do {
      var configuration = Configuration()
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") }
      let database = try DatabaseQueue(path: path, configuration: configuration)
      let files = try database.writeWithoutTransaction { db in
        guard try Int.fetchOne(db, sql: "PRAGMA user_version") == StoreSchema.version else {
          throw DatabaseError(resultCode: .SQLITE_NOTADB)
        }
        try db.inTransaction {
          try db.execute(sql: StoreSchema.indices)
          return .commit
        }
        try db.execute(sql: "PRAGMA main.journal_mode = DELETE")
        return try Int.fetchOne(db, sql: "SELECT count(*) FROM file") ?? 0
      }
      try database.close()
      return files
    } catch {
      Store.remove(path)
      return nil
    }
  }
}

extension Store {
  /// The lexicon of the run; nil where all else that decides codings was different.
  fileprivate func lexicon(ofFrame frame: String) throws -> LexiconState? {
    try reading { db in
      try Data.fetchOne(db, sql: "SELECT state FROM lexicon WHERE frame = ?", arguments: [frame])
    }.flatMap { state in
      KeptModel.contents(CompiledBytes([UInt8](state))) { reader throws(CompiledReader.Damage) in
        try LexiconState(from: &reader)
      }
    }
  }

  /// Makes the rows of an earlier store readable beside those of this one.
  func attach(_ prior: PriorStore, as name: String) throws(StoreError) {
    try writing { try $0.execute(sql: "ATTACH ? AS \(name)", arguments: [prior.store.path]) }
  }

  /// Takes over documents of an attached store with all that belongs to them.
  ///
  /// - Parameters:
  ///   - documents: their numbers there.
  ///   - first: number that the first of them has here.
  func copy(_ documents: Range<Int>, from name: String, first: Int) throws(StoreError) {
    try adding { db in
      for (table, key, columns, order) in Self.copied {
        let sql = """
          INSERT INTO main.\(table) SELECT \(key) + :offset, \(columns) FROM \(name).\(table)
          WHERE \(key) >= :start AND \(key) < :end ORDER BY \(key), \(order)
          """
        try db.cachedStatement(sql: sql).execute(arguments: [
          "offset": first - documents.lowerBound, "start": documents.lowerBound, "end": documents.upperBound,
        ])
      }
    }
  }

  /// Problems that are more than notes, as they were named when they were found.
  ///
  /// - Parameter documents: of these documents; nil for those of the whole store, with files that have no document.
  func messages(of documents: Range<Int>? = nil) throws(StoreError) -> [String] {
    let order = documents == nil ? "rowid" : "document, rowid"
    let sql = """
      SELECT path, line, message FROM issue WHERE severity <> 'note' \(Self.condition("document", documents))
      ORDER BY \(order)
      """
    return try looking { db in
      try Row.fetchAll(db, sql: sql).map { Document.message($0[0], $0[1], $0[2]) }
    }
  }

  /// Passages, those with codes, and documents with errors.
  ///
  /// - Parameter documents: of these documents; nil for the whole store, with files that have no document.
  func sums(
    _ documents: Range<Int>?
  ) throws(StoreError) -> (documents: Int, passages: Int, codedPassages: Int, problems: Int) {
    let range = Self.condition("document", documents)
    return try looking { db in
      func count(_ sql: String) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM " + sql) ?? 0
      }
      let failed = "issue WHERE severity = 'error' "
      return (
        try count("document WHERE 1 \(Self.condition("id", documents))"),
        try count("passage WHERE 1 \(range)"),
        try count("(SELECT DISTINCT document, n FROM coding WHERE 1 \(range))"),
        try count("(SELECT DISTINCT document FROM \(failed) AND document IS NOT NULL \(range))")
          + (documents == nil ? count(failed + "AND document IS NULL") : 0)
      )
    }
  }

  static func condition(_ column: String, _ range: Range<Int>?) -> String {
    range.map { "AND \(column) >= \($0.lowerBound) AND \(column) < \($0.upperBound)" } ?? ""
  }

  /// Tables of documents, the column with the document's number, the others, and what orders rows of one document.
  private static let copied = [
    (
      "document", "id",
      """
      path, sha256, kind, language, title, body, level, region, district, date, session, session_kind, convocation,
      decision_number, chair, agenda_items, visible, kept
      """,
      "path"
    ),
    ("passage", "document", "n, text, language, role, speaker, agenda_item, polarity, tokens, segments", "n"),
    ("coding", "document", "n, code, dimension, score, coder, evidence", "n, code"),
    ("issue", "document", "path, severity, id, message, line", "rowid"),
  ]
}
