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
/// Passages carry their places in the source, codings their evidence, both as JSON of the interchange format.
/// Not for use from several threads at once.
public final class Store {
  let database: DatabaseQueue
  public let path: String

  /// Makes an empty store, aside; `commit` puts it in its place.
  public static func create(at path: String) throws(StoreError) -> Store {
    for suffix in ["", "-journal", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
    let store = try Store(path, readonly: false)
    do {
      try store.database.writeWithoutTransaction { db in
        // The file is new and is renamed when complete: a crash leaves no half store in the place of a whole one.
        try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        try db.execute(sql: StoreSchema.sql)
        try db.execute(sql: "BEGIN")
      }
    } catch { throw StoreError(path: path, message: "cannot make the store: \(error.localizedDescription)") }
    return store
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

  private init(_ path: String, readonly: Bool) throws(StoreError) {
    self.path = path
    var configuration = Configuration()
    configuration.readonly = readonly
    // A run is one transaction from its first document to its manifest.
    configuration.allowsUnsafeTransactions = true
    do {
      database = try DatabaseQueue(path: path, configuration: configuration)
    } catch { throw StoreError(path: path, message: "cannot open the store: \(error.localizedDescription)") }
  }

  /// Adds a document with everything in it. `number` counts documents of the run from 0.
  public func add(_ coded: CodedDocument, number: Int, _ model: CodingModel) throws(StoreError) {
    do {
      try database.writeWithoutTransaction { db in
        try StoreWriter(db).write(coded, number, model)
      }
    } catch { throw StoreError(path: path, message: "cannot write: \(error.localizedDescription)") }
  }

  /// Adds a file that could not be read, with the reason.
  public func add(_ error: IngestionError) throws(StoreError) {
    do {
      try database.writeWithoutTransaction { db in
        try db.execute(
          sql: "INSERT INTO issue (document, path, severity, id, message) VALUES (NULL, ?, 'error', ?, ?)",
          arguments: [error.path, error.id, error.message])
      }
    } catch { throw StoreError(path: path, message: "cannot write: \(error.localizedDescription)") }
  }

  /// Writes the manifest and ends the store.
  public func finish(_ manifest: [(key: String, value: String)]) throws(StoreError) {
    do {
      try database.writeWithoutTransaction { db in
        for (key, value) in manifest {
          try db.execute(sql: "INSERT INTO manifest (key, value) VALUES (?, ?)", arguments: [key, value])
        }
        try db.execute(sql: "COMMIT")
      }
      try database.close()
    } catch { throw StoreError(path: path, message: "cannot write: \(error.localizedDescription)") }
  }
}
