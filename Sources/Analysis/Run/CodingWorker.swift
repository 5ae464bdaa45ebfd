import Coding
import Ingestion
import Linguistics

/// A document and the codings of its passages.
public struct CodedDocument: Sendable {
  public var document: Document
  /// One for each passage; headings have none.
  public var codings: [PassageCoding]
}

/// Ingests and codes files. One per worker: it owns tokenizer, type table and caches.
public final class CodingWorker {
  let ingester: Ingester
  let limits: Limits
  private let coder: LexiconCoder
  private let learned: LearnedCoder?
  public let model: CodingModel

  public init(_ model: CodingModel, limits: Limits = Limits()) {
    self.model = model
    self.limits = limits
    ingester = Ingester(limits: limits)
    let coder = LexiconCoder(model.lexicon, types: ingester.analyzer.types)
    self.coder = coder
    learned = model.learned.map { LearnedCoder(coder, $0, kind: model.coder) }
  }

  /// The coded documents of a file.
  public func code(_ path: String) throws(IngestionError) -> [CodedDocument] {
    ingester.forgetWordsWhereMany()
    let deadline = Deadline(limits)
    return try code(ingester.documents(at: path), deadline)
  }

  /// The coded documents of a file or of an archive's entry.
  public func code(_ input: InputReader.Input) throws(IngestionError) -> [CodedDocument] {
    try code(input.bytes(limits), path: input.path)
  }

  /// The coded documents of a file's bytes.
  public func code(_ bytes: [UInt8], path: String) throws(IngestionError) -> [CodedDocument] {
    ingester.forgetWordsWhereMany()
    let deadline = Deadline(limits)
    return try code(ingester.documents(of: bytes, path: path), deadline)
  }

  func code(
    _ documents: [Document], _ deadline: Deadline
  ) throws(IngestionError) -> [CodedDocument] {
    var coded: [CodedDocument] = []
    coded.reserveCapacity(documents.count)
    for document in documents { coded.append(try code(document, deadline)) }
    return coded
  }

  private func code(_ document: Document, _ deadline: Deadline) throws(IngestionError) -> CodedDocument {
    var document = document
    if let day = model.layers.regionsAsOf, let region = document.metadata.region {
      document.metadata.region = Gazetteer.shared.region(
        ofDistrict: document.metadata.district, region: region, on: day)
    }
    var codings: [PassageCoding] = []
    codings.reserveCapacity(document.passages.count)
    for (passage, context) in zip(document.passages, Self.contexts(of: document)) {
      try deadline.check(document.path)
      guard let context else {
        codings.append(PassageCoding())
        continue
      }
      codings.append(
        code(document.analysis, sentences: passage.sentences, textStart: passage.text.lowerBound, context))
    }
    return CodedDocument(document: document, codings: codings)
  }

  private func code(
    _ analysis: TextAnalysis, sentences: Range<Int>, textStart: Int, _ context: PassageContext
  ) -> PassageCoding {
    guard let learned else {
      return coder.code(analysis, sentences: sentences, textStart: textStart, context: context)
    }
    return learned.code(analysis, sentences: sentences, textStart: textStart, context: context)
  }

  /// Segments that a table's row has at least: two may be a line break.
  static let fewestCells = 3

  /// What the coder may know of each passage; nil where the passage is not coded. Headings are context for what
  /// follows; notes and signatures are shown and never coded.
  static func contexts(of document: Document) -> [PassageContext?] {
    var title = 0..<0
    var documentTitle = 0..<0
    var agenda: [Range<Int>] = []
    return document.passages.map { passage in
      switch passage.role {
      // A speaker's label is no title.
      case .heading where passage.speaker != nil: return nil
      case .heading:
        title = passage.sentences
        if documentTitle.isEmpty { documentTitle = title }
        return nil
      case .note, .signature: return nil
      default:
        if passage.role == .agenda { agenda.append(passage.sentences) }
        return PassageContext(
          role: passage.role.rawValue, kind: document.metadata.kind.rawValue,
          region: document.metadata.region, date: document.metadata.date, itemSentences: title,
          agendaSentences: line(passage.role == .agenda ? nil : passage.agendaItem, of: agenda),
          titleSentences: documentTitle, isRow: passage.segments.count >= fewestCells)
      }
    }
  }

  /// The line of the agenda that has an item's number, from 1; empty where there is none.
  static func line(_ item: Int?, of agenda: [Range<Int>]) -> Range<Int> {
    guard let item, agenda.indices.contains(item - 1) else { return 0..<0 }
    return agenda[item - 1]
  }
}
