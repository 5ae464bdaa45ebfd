import Foundation
import GRDB
import Tabulation

/// Counts a pipeline's tables anew from a store, without coding again.
public enum StoredTables {
  /// - Parameters:
  ///   - references: passages that a cell keeps.
  ///   - message: takes a line for each request that counts nothing.
  /// - Throws: `PipelineError` where a table asks for what the codebook does not have; `StoreError`.
  public static func tables(
    _ pipeline: Pipeline, _ model: CodingModel, _ store: Store,
    references: ReferenceLimit = .first(5000), message: (String) -> Void = { _ in }
  ) throws -> [CrossTable] {
    var builder = try TableBuilder(pipeline, model, references: references)
    let reader = CountedDocumentReader(model, builder.needs, builder.gold)
    try store.counted(reader) { number, counted in _ = builder.add(counted, number: number) }
    for problem in builder.emptyRequests { message("\(problem)") }
    return builder.tables
  }

  /// What the tables of a pipeline count, without counting.
  public static func requests(
    _ pipeline: Pipeline, _ model: CodingModel
  ) throws(PipelineError) -> [CrossTableRequest] {
    try TableBuilder(pipeline, model).tallies.map(\.request)
  }
}

/// Makes counted documents of a store's rows.
struct CountedDocumentReader {
  private let model: CodingModel
  private let needs: TableNeeds
  private let gold: HumanCodes
  private let codes: [String: Int]

  init(_ model: CodingModel, _ needs: TableNeeds, _ gold: HumanCodes) {
    self.model = model
    self.needs = needs
    self.gold = gold
    codes = Dictionary(
      model.codebook.codes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The text is read only where gold or figures ask for it, the evidence where entries or figures do.
  ///
  /// - Parameter range: a condition on `p.document`.
  func sql(_ range: String) -> String {
    let text = needs.hasFigures || !gold.isEmpty ? "p.text" : "NULL"
    let evidence = needs.hasFigures || needs.entries ? "c.evidence" : "NULL"
    return """
      SELECT p.document, p.n, p.role, p.speaker, p.language, p.polarity, p.tokens, c.code, c.score, c.coder,
        \(evidence), \(text)
      FROM passage p LEFT JOIN coding c ON c.document = p.document AND c.n = p.n
      WHERE p.role <> 'heading' \(range) ORDER BY p.document, p.n, c.code
      """
  }

  static func document(_ row: Row) -> CountedDocument {
    CountedDocument(
      path: row["path"], region: row["region"], district: row["district"], level: row["level"],
      body: row["body"], kind: row["kind"], language: row["language"], date: row["date"],
      session: row["session"], sessionKind: row["session_kind"], convocation: row["convocation"],
      chair: row["chair"], passages: [])
  }

  func passage(_ row: Row, of path: String) -> CountedPassage {
    var passage = CountedPassage(
      n: row[1], role: row[2], speaker: row[3], language: row[4], polarity: row[5], tokens: row[6], codes: [])
    if !gold.isEmpty { passage.human = gold.codes(path: path, text: row[11]) }
    return passage
  }

  /// nil where the passage has no code, or one that the codebook no longer has.
  func code(_ row: Row, number: Int, _ figures: inout StatedFigures?) throws -> CountedCode? {
    let id: String? = row[7]
    guard let index = id.flatMap({ codes[$0] }) else { return nil }
    var code = CountedCode(code: index, score: row[8])
    let hasFigures = needs.hasFigures && needs.figures(of: model.dimensions[index])
    guard needs.entries || hasFigures else { return code }
    let evidence = try JSONDecoder().decode([WeighedEvidence].self, from: Data((row[10] as String).utf8))
    let coder: String = row[9]
    let lexical = evidence.compactMap { hit in hit.entry.map { (entry: $0, weight: hit.weight) } }
    if needs.entries, coder == "lexicon" { code.entries = model.decisiveEntries(code: index, lexical) }
    if hasFigures {
      let text = figures ?? StatedFigures(row[11])
      figures = text
      let ranges = evidence.filter { $0.entry != nil && $0.start <= $0.end }.map { $0.start..<$0.end }
      code.figures = text.figures(near: ranges, PassageReference(document: number, passage: row[1]))
    }
    return code
  }

  /// Features of the learned coder have no entry.
  private struct WeighedEvidence: Decodable {
    var entry: String?
    var start: Int
    var end: Int
    var weight: Double
  }
}

extension Store {
  /// Gives every document, or those with some numbers, in order, to `body`.
  func counted(
    _ reader: CountedDocumentReader, _ range: Range<Int>? = nil, _ body: (Int, CountedDocument) -> Void
  ) throws(StoreError) {
    do {
      // The rows of a run under way stand in a transaction that is not yet ended.
      try database.unsafeRead { db in
        let rows = try Row.fetchCursor(db, sql: reader.sql(Self.condition("p.document", range)))
        var row = try rows.next()
        let documents = try Row.fetchCursor(
          db, sql: "SELECT * FROM document WHERE 1 \(Self.condition("id", range)) ORDER BY id")
        while let documentRow = try documents.next() {
          let id: Int = documentRow["id"]
          var counted = CountedDocumentReader.document(documentRow)
          var figures: StatedFigures?
          while let current = row, current[0] as Int == id {
            if counted.passages.last?.n != current[1] as Int {
              counted.passages.append(reader.passage(current, of: counted.path))
              figures = nil
            }
            if let code = try reader.code(current, number: id, &figures) {
              counted.passages[counted.passages.count - 1].codes.append(code)
            }
            row = try rows.next()
          }
          body(id, counted)
        }
      }
    } catch { throw StoreError(path: path, message: "cannot be read: \(error)") }
  }
}
