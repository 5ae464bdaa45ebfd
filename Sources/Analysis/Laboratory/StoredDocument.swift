import Coding
import Foundation
import GRDB
import Linguistics

/// A document of a store with the text of its passages and the codes that the run gave them: enough to code any passage
/// again without the source file.
struct StoredDocument {
  struct Passage {
    var n: Int
    var text: String
    var language: String
    var role: String
    var speaker: String?
    var polarity: String
    var tokens: Int
    /// Places in the source that the text is made of; a table's row has one for each cell.
    var segments: Int
    /// Number of the agenda item that it belongs to, from 1.
    var agendaItem: Int?
    /// Sorted.
    var codes: [String]
    /// Ids of the lexicon entries in the evidence, by code.
    var entries: [String: Set<String>]
    /// Where the words of the evidence stand.
    var hits: [StoredHit] = []
  }

  var id: Int
  var path: String
  var region: String?
  var date: String?
  var kind: String
  var language: String
  /// What tables need of it beside its passages.
  var counted: CountedDocument
  /// All of them, in order.
  var passages: [Passage]
}

extension Store {
  /// Gives every document, in order, to `body`; one is in memory at a time.
  func storedDocuments(_ body: (StoredDocument) throws -> Void) throws(StoreError) {
    do {
      try database.read { db in
        let documents = try Row.fetchCursor(
          db,
          sql: """
            SELECT id, path, region, district, level, body, kind, language, date, session, session_kind, convocation,
            chair FROM document ORDER BY id
            """)
        let passages = try db.cachedStatement(
          sql: """
            SELECT p.n, p.text, p.language, p.role, p.speaker, p.polarity, p.tokens, json_array_length(p.segments) AS segments, p.agenda_item, c.code, c.evidence FROM passage p
            LEFT JOIN coding c ON c.document = p.document AND c.n = p.n WHERE p.document = ? ORDER BY p.n, c.code
            """)
        while let row = try documents.next() {
          var document = StoredDocument(
            id: row["id"], path: row["path"], region: row["region"], date: row["date"], kind: row["kind"],
            language: row["language"], counted: CountedDocumentReader.document(row), passages: [])
          let rows = try Row.fetchCursor(passages, arguments: [document.id])
          while let row = try rows.next() {
            let n: Int = row["n"]
            if document.passages.last?.n != n {
              document.passages.append(
                .init(
                  n: n, text: row["text"], language: row["language"], role: row["role"],
                  speaker: row["speaker"], polarity: row["polarity"], tokens: row["tokens"],
                  segments: row["segments"], agendaItem: row["agenda_item"], codes: [],
                  entries: [:]))
            }
            guard let code: String = row["code"], let evidence: String = row["evidence"] else { continue }
            document.passages[document.passages.count - 1].codes.append(code)
            let hits = StoredHit.read(evidence, code: code)
            document.passages[document.passages.count - 1].entries[code] = Set(hits.map(\.entry))
            document.passages[document.passages.count - 1].hits += hits
          }
          try body(document)
        }
      }
    } catch { throw StoreError(path: path, message: "cannot be read: \(error)") }
  }
}

/// Codes passages of stored documents again, as `CodingWorker` codes those of files.
final class PassageRecoder {
  private let model: CodingModel
  private let analyzer = TextAnalyzer()
  private let coder: LexiconCoder
  private let learned: LearnedCoder?
  private var analysis = TextAnalysis()

  init(_ model: CodingModel) {
    self.model = model
    coder = LexiconCoder(model.lexicon, types: analyzer.types)
    let lexical = coder
    learned = model.learned.map { LearnedCoder(lexical, $0, kind: model.coder) }
  }

  /// The codes of some passages of a document, by their place in `document.passages`; notes, signatures and headings have
  /// none.
  func codes(of document: StoredDocument, passages: [Int]) -> [Int: (
    codes: [String], entries: [String: Set<String>]
  )] {
    var result: [Int: (codes: [String], entries: [String: Set<String>])] = [:]
    for place in passages {
      guard let context = analyze(document, place) else {
        result[place] = ([], [:])
        continue
      }
      let coding =
        learned?.code(
          analysis, sentences: context.sentences, textStart: context.start, context: context.context)
        ?? coder.code(
          analysis, sentences: context.sentences, textStart: context.start, context: context.context)
      var codes: [String] = []
      var entries: [String: Set<String>] = [:]
      for assignment in coding.codes where !CodingJSON.isPolarity(assignment, model) {
        let code = model.lexicon.code(assignment).id
        codes.append(code)
        entries[code] = Set(assignment.evidence.map { model.lexicon.entries[$0.entry].entry.id })
      }
      result[place] = (codes.sorted(), entries)
    }
    return result
  }

  /// The codes that the lexicon alone gives a passage, polarity left out.
  ///
  /// - Parameter leftOut: an entry, by its place in the lexicon's entries, that is passed over.
  func lexiconCodes(of document: StoredDocument, passage place: Int, without leftOut: Int = -1) -> Set<String>
  {
    guard let context = analyze(document, place) else { return [] }
    let coding = coder.code(
      analysis, sentences: context.sentences, textStart: context.start, context: context.context,
      without: leftOut)
    return Set(
      coding.codes.lazy.filter { !CodingJSON.isPolarity($0, self.model) }.map {
        self.model.lexicon.code($0).id
      })
  }

  /// Analyses a passage with its headings; nil for notes, signatures and headings, which have no codes.
  private func analyze(
    _ document: StoredDocument, _ place: Int
  ) -> (sentences: Range<Int>, start: Int, context: PassageContext)? {
    let passage = document.passages[place]
    guard !["heading", "note", "signature"].contains(passage.role) else { return nil }
    analysis.removeAll()
    let headings = document.passages[..<place].lazy.filter { $0.role == "heading" }
    var text: [UInt8] = []
    let documentTitle = sentences(of: headings.first, &text)
    let title = sentences(of: headings.last, &text)
    let agenda = document.passages[..<place].filter { $0.role == "agenda" }
    let item = passage.role == "agenda" ? 0 : passage.agendaItem ?? 0
    let line = sentences(of: agenda.indices.contains(item - 1) ? agenda[item - 1] : nil, &text)
    let start = text.count
    let first = analysis.sentences.count
    text += Array(passage.text.utf8)
    analyzer.analyze(text.span, in: start..<text.count, into: &analysis)
    let context = PassageContext(
      role: passage.role, kind: document.kind, region: document.region, date: document.date,
      itemSentences: title, agendaSentences: line, titleSentences: documentTitle,
      isRow: passage.segments >= CodingWorker.fewestCells)
    return (first..<analysis.sentences.count, start, context)
  }

  /// Appends a heading to the text and its sentences to the analysis.
  private func sentences(of heading: StoredDocument.Passage?, _ text: inout [UInt8]) -> Range<Int> {
    let first = analysis.sentences.count
    guard let heading, !heading.text.isEmpty else { return first..<first }
    let start = text.count
    text += Array(heading.text.utf8)
    analyzer.analyze(text.span, in: start..<text.count, into: &analysis)
    return first..<analysis.sentences.count
  }
}
