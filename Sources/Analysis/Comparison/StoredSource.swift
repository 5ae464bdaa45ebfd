import GRDB

/// A document of a store with the file that it came from.
struct StoredSource: Sendable {
  /// Its number in the run, and its place in the list of all.
  var number: Int
  var path: String
  var sha256: String

  /// What names the document inside of a file of several, such as `/3` of `page.json!/3`.
  var fragment: String {
    path.firstIndex(of: "!").map { String(path[$0...]) } ?? ""
  }
}

extension Store {
  /// Every document, by number from 0 on, without gaps.
  func sources() throws(StoreError) -> [StoredSource] {
    let sources = try reading { db in
      try Row.fetchAll(db, sql: "SELECT id, path, sha256 FROM document ORDER BY id").map {
        StoredSource(number: $0["id"], path: $0["path"], sha256: $0["sha256"])
      }
    }
    guard sources.indices.allSatisfy({ sources[$0].number == $0 }) else {
      throw StoreError(path: path, message: "documents are missing from the store; run the pipeline again")
    }
    return sources
  }
}
