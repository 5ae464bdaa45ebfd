import GRDB
import Tabulation

/// Counts a pipeline's tables anew from a store, without coding again.
public enum StoredTables {
  /// - Throws: `PipelineError` where a table asks for what the codebook does not have; `StoreError`.
  public static func tables(_ pipeline: Pipeline, _ model: CodingModel, _ store: Store) throws -> [CrossTable]
  {
    var builder = try TableBuilder(pipeline, model)
    let codes = Dictionary(
      model.codebook.codes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    try store.counted(codes) { number, counted in _ = builder.add(counted, number: number) }
    return builder.tallies.map { $0.table() }
  }
}

extension Store {
  /// Gives every document, in order, to `body`; codes that the codebook no longer has are passed over.
  func counted(_ codes: [String: Int], _ body: (Int, CountedDocument) -> Void) throws(StoreError) {
    do {
      try database.read { db in
        let documents = try Row.fetchCursor(
          db, sql: "SELECT id, region, date, kind, language FROM document ORDER BY id")
        while let row = try documents.next() {
          let id: Int = row["id"]
          var counted = CountedDocument(
            region: row["region"], date: row["date"], kind: row["kind"], language: row["language"],
            passages: [])
          let passages = try Row.fetchAll(
            db,
            sql: """
              SELECT p.n, c.code FROM passage p LEFT JOIN coding c ON c.document = p.document AND c.n = p.n
              WHERE p.document = ? AND p.role <> 'heading' ORDER BY p.n, c.code
              """, arguments: [id])
          for passage in passages {
            let n: Int = passage["n"]
            if counted.passages.last?.n != n { counted.passages.append((n, [])) }
            let code: String? = passage["code"]
            if let index = code.flatMap({ codes[$0] }) {
              counted.passages[counted.passages.count - 1].codes.append(index)
            }
          }
          body(id, counted)
        }
      }
    } catch { throw StoreError(path: path, message: "cannot be read: \(error)") }
  }
}
