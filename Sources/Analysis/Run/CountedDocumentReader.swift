import Foundation
import GRDB
import Tabulation

/// Makes counted documents of a store's rows.
///
/// A store has a million codings, and each is read for tables that only count. Rows are therefore read through SQLite's
/// own functions (`StoreRows`): a code is found by its bytes, and a text that occurs often is made once.
struct CountedDocumentReader {
  private let model: CodingModel
  private let needs: TableNeeds
  private let gold: HumanCodes
  private let codes: [String: Int]
  private let decoder = JSONDecoder()

  init(_ model: CodingModel, _ needs: TableNeeds, _ gold: HumanCodes) {
    self.model = model
    self.needs = needs
    self.gold = gold
    codes = model.codebook.places
  }

  /// Gives every document, or those with some numbers, in order, to `body`.
  func read(_ db: Database, _ range: Range<Int>?, _ body: (Int, CountedDocument) -> Void) throws {
    // The text is read only where gold or figures ask for it, the evidence where entries or figures do.
    let text = needs.hasFigures || !gold.isEmpty ? "text" : "NULL"
    let evidence = needs.hasFigures || needs.entries ? "evidence" : "NULL"
    var passages = try StoreRows(
      db,
      """
      SELECT document, n, role, speaker, language, polarity, tokens, \(text) FROM passage
      WHERE role <> 'heading' \(Store.condition("document", range)) ORDER BY document, n
      """)
    var codings = try StoreRows(
      db,
      """
      SELECT document, n, code, score, coder, \(evidence) FROM coding
      WHERE 1 \(Store.condition("document", range)) ORDER BY document, n, code
      """)
    /// The codebook's code by the number of its text; -1 for a code that the codebook no longer has.
    var codeOfText: [Int] = []
    let documents = try Row.fetchCursor(
      db, sql: "SELECT * FROM document WHERE 1 \(Store.condition("id", range)) ORDER BY id")
    while let row = try documents.next() {
      let id: Int = row["id"]
      var counted = Self.document(row)
      while passages.hasRow, passages.integer(0) <= id {
        defer { passages.advance() }
        guard passages.integer(0) == id else { continue }
        let n = passages.integer(1)
        var passage = CountedPassage(
          n: n, role: passages.text(2), speaker: passages.isNull(3) ? nil : passages.text(3),
          language: passages.text(4), polarity: passages.text(5), tokens: passages.integer(6), codes: [])
        if !gold.isEmpty { passage.human = gold.codes(path: counted.path, text: passages.longText(7)) }
        var figures: StatedFigures?
        while codings.hasRow, (codings.integer(0), codings.integer(1)) <= (id, n) {
          defer { codings.advance() }
          guard codings.integer(0) == id, codings.integer(1) == n else { continue }
          let number = codings.number(2)
          while codeOfText.count <= number { codeOfText.append(codes[codings.names[codeOfText.count]] ?? -1) }
          guard codeOfText[number] >= 0 else { continue }
          var code = CountedCode(code: codeOfText[number], score: codings.real(3))
          try readEvidence(&code, codings, passages, PassageReference(document: id, passage: n), &figures)
          passage.codes.append(code)
        }
        counted.passages.append(passage)
      }
      body(id, counted)
    }
    try passages.end()
    try codings.end()
  }

  static func document(_ row: Row) -> CountedDocument {
    CountedDocument(
      path: row["path"], region: row["region"], district: row["district"], level: row["level"],
      body: row["body"], kind: row["kind"], language: row["language"], date: row["date"],
      session: row["session"], sessionKind: row["session_kind"], convocation: row["convocation"],
      chair: row["chair"], passages: [])
  }

  private func readEvidence(
    _ code: inout CountedCode, _ codings: borrowing StoreRows, _ passages: borrowing StoreRows,
    _ reference: PassageReference, _ figures: inout StatedFigures?
  ) throws {
    let hasFigures = needs.hasFigures && needs.figures(of: model.dimensions[code.code])
    guard needs.entries || hasFigures else { return }
    let isLexical = codings.isText(4, "lexicon")
    guard isLexical || hasFigures else { return }
    let evidence = try decoder.decode([WeighedEvidence].self, from: codings.data(5))
    if needs.entries, isLexical {
      code.entries = model.decisiveEntries(
        code: code.code, evidence.compactMap { hit in hit.entry.map { (entry: $0, weight: hit.weight) } })
    }
    guard hasFigures else { return }
    let text = figures ?? StatedFigures(passages.longText(7))
    figures = text
    let ranges = evidence.filter { $0.entry != nil && $0.start <= $0.end }.map { $0.start..<$0.end }
    code.figures = text.figures(near: ranges, reference)
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
    try looking { try reader.read($0, range, body) }
  }
}
