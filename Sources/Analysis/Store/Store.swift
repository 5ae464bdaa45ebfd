import Coding
import Foundation
import GRDB
import Ingestion
import Reporting

/// A store that could not be opened or written.
public struct StoreError: Error, Sendable, CustomStringConvertible {
  public var path: String
  public var message: String

  public var description: String { "\(path): \(message)" }
}

/// `analysis.sqlite`: documents, passages and codings of a run, for SQL and for every look-up that follows.
///
/// Passages carry their places in the source, codings their evidence, both as JSON of the interchange format. `file` has
/// what the documents were read from, in the order of the run: hash of the bytes, number of the first document, how many.
///
/// A store is written aside, in transactions of a few documents, with a write-ahead log: a program that is killed leaves
/// a whole store with all but the last of them.
public final class Store: Sendable {
  let database: DatabaseQueue
  public let path: String

  /// Makes an empty store for a run, in the place of any file of that name.
  ///
  /// - Parameters:
  ///   - keys: name all that decides how a document is coded.
  ///   - lexicon: what documents are coded with.
  static func create(
    at path: String, _ keys: RunKeys, _ lexicon: LexiconState
  ) throws(StoreError) -> Store {
    remove(path)
    let store = try Store(path, readonly: false)
    try store.writing { db in
      try db.execute(sql: StoreSchema.tables)
      try db.execute(
        sql: "INSERT INTO lexicon VALUES (?, ?)",
        arguments: [keys.frame, Data(KeptModel.file(lexicon.bytes))])
      // The version comes last: a store without it is none.
      try db.execute(sql: "INSERT INTO manifest VALUES ('\(Manifest.coding)', ?)", arguments: [keys.coding])
      try db.execute(sql: "PRAGMA user_version = \(StoreSchema.version)")
    }
    return store
  }

  /// The store's file in the output folder of a run.
  static let fileName = "analysis.sqlite"

  /// Whether there is a store in an output folder.
  public static func exists(run folder: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/" + fileName)
  }

  /// Opens the store in the output folder of a run.
  public static func open(run folder: String) throws(StoreError) -> Store {
    try open(folder + "/" + fileName)
  }

  /// Opens the store of a finished run.
  public static func open(_ path: String) throws(StoreError) -> Store {
    guard FileManager.default.fileExists(atPath: path) else {
      throw StoreError(
        path: path, message: "there is no store here; run `hattama run` with this output folder first")
    }
    let store = try Store(path, readonly: true)
    do {
      let version = try store.database.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
      guard version == StoreSchema.version else {
        throw StoreError(
          path: path, message: "is not a store of this version of hattama; run the pipeline again")
      }
    } catch let error as StoreError {
      throw error
    } catch { throw StoreError(path: path, message: "is not a store: \(error.localizedDescription)") }
    return store
  }

  /// Removes a store with what SQLite keeps beside it.
  static func remove(_ path: String) {
    for suffix in ["", "-journal", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }

  private init(_ path: String, readonly: Bool) throws(StoreError) {
    self.path = path
    var configuration = Configuration()
    configuration.readonly = readonly
    // A transaction takes several documents.
    configuration.allowsUnsafeTransactions = true
    if !readonly {
      configuration.prepareDatabase { db in
        // Exclusive: the log then needs no memory shared between processes, which network folders do not have.
        try db.execute(
          sql: """
            PRAGMA main.locking_mode = EXCLUSIVE; PRAGMA main.journal_mode = WAL; PRAGMA main.synchronous = NORMAL;
            PRAGMA wal_autocheckpoint = 4000;
            """)
      }
    }
    do {
      database = try DatabaseQueue(path: path, configuration: configuration)
    } catch { throw Self.failure(path, "cannot open the store", error) }
  }

  /// Adds a file that was read, with its documents and everything in them.
  ///
  /// - Parameters:
  ///   - number: counts the files of the run from 0.
  ///   - first: number of its first document; documents of the run are counted from 0.
  func add(
    _ documents: [CodedDocument], of file: StoredFile, number: Int, first: Int, _ model: CodingModel
  ) throws(StoreError) {
    try adding { db in
      try StoreWriter(db).write(file, number: number, first: first, documents: documents.count)
      for (index, coded) in documents.enumerated() { try StoreWriter(db).write(coded, first + index, model) }
    }
  }

  /// Adds a file whose documents were copied.
  func add(_ file: StoredFile, number: Int, first: Int, documents: Int) throws(StoreError) {
    try adding { try StoreWriter($0).write(file, number: number, first: first, documents: documents) }
  }

  /// Adds a file that could not be read, with the reason.
  func add(_ error: IngestionError, number: Int, first: Int) throws(StoreError) {
    try adding { db in
      let file = StoredFile(path: error.path, sha256: "")
      try StoreWriter(db).write(file, number: number, first: first, documents: 0)
      try StoreWriter(db).write(error)
    }
  }

  /// Writes in the transaction under way, or begins one; `commit` ends it.
  func adding(_ body: (Database) throws -> Void) throws(StoreError) {
    try writing { db in
      if !db.isInsideTransaction { try db.execute(sql: "BEGIN") }
      try body(db)
    }
  }

  /// Ends the transaction under way.
  func commit() throws(StoreError) {
    try writing { db in if db.isInsideTransaction { try db.execute(sql: "COMMIT") } }
  }

  /// Writes what is known only at the end, and closes the store, which then is one file.
  func finish(_ manifest: [(key: String, value: String)]) throws(StoreError) {
    try commit()
    try writing { db in
      try db.inTransaction {
        try StoreWriter(db).write(manifest)
        try db.execute(sql: StoreSchema.indices)
        return .commit
      }
      try db.execute(sql: "PRAGMA main.journal_mode = DELETE")
    }
    try close()
  }

  /// Replaces the manifest of a finished store, at once or not at all.
  static func replaceManifest(of path: String, _ manifest: [(key: String, value: String)]) throws(StoreError)
  {
    do {
      let database = try DatabaseQueue(path: path)
      try database.write { db in
        try db.execute(sql: "DELETE FROM manifest")
        try StoreWriter(db).write(manifest)
      }
      try database.close()
    } catch { throw failure(path, "cannot write", error) }
  }

  func close() throws(StoreError) {
    do { try database.close() } catch { throw Self.failure(path, "cannot close the store", error) }
  }

  func writing<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do {
      return try database.writeWithoutTransaction(body)
    } catch { throw Self.failure(path, "cannot write", error) }
  }

  private static func failure(_ path: String, _ what: String, _ error: any Error) -> StoreError {
    if let error = error as? DatabaseError, error.resultCode == .SQLITE_FULL {
      return StoreError(
        path: path,
        message:
          "the disk is full; make room and run the same command again, it goes on where this one stopped")
    }
    return StoreError(path: path, message: "\(what): \(error.localizedDescription)")
  }
}
