import Foundation
import GRDB

/// What stands where the store of a run is to be.
enum StorePlace: Equatable {
  case empty
  /// A store of this version of the program or an earlier one.
  case store
  /// A file that SQLite can read and no run made.
  case foreign
  /// A file that SQLite cannot read, with the reason.
  case unreadable(String)

  /// Tables that stores of all versions have.
  private static let tables: Set<String> = ["manifest", "document", "passage", "coding"]

  /// Looks at a file without changing it.
  ///
  /// - Parameter isThorough: whether every page of a store is read, some seconds for a gigabyte; else what it is, alone.
  /// - Throws: `StoreError` where there is something that cannot be opened.
  init(_ path: String, isThorough: Bool) throws(StoreError) {
    guard FileManager.default.fileExists(atPath: path) else {
      self = .empty
      return
    }
    var configuration = Configuration()
    configuration.readonly = true
    do {
      self = try DatabaseQueue(path: path, configuration: configuration).read { db in
        let tables = Set(
          try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'"))
        guard tables.isSuperset(of: Self.tables) else { return .foreign }
        guard isThorough, let found = try String.fetchOne(db, sql: "PRAGMA quick_check(1)"), found != "ok"
        else { return .store }
        // The first line names the table, if anything.
        return .unreadable(found.split(separator: "\n").last.map(String.init) ?? "pages are damaged")
      }
    } catch let error as DatabaseError
      where error.resultCode == .SQLITE_CORRUPT || error.resultCode == .SQLITE_NOTADB
    {
      self = .unreadable(error.message ?? "pages are damaged")
    } catch { throw Store.failure(path, "cannot be opened", error) }
  }
}
