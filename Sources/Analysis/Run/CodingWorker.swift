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
  let coder: ModelCoder
  /// Kept words were not asked for yet. They are taken over once: where so many new ones are met that all are forgotten, they
  /// helped little.
  private var isNew = true
  public let model: CodingModel

  public init(_ model: CodingModel, limits: Limits = Limits()) {
    self.model = model
    self.limits = limits
    ingester = Ingester(limits: limits)
    coder = ModelCoder(model, types: ingester.analyzer.types)
  }

  /// The coded documents of a file.
  public func code(_ path: String) throws(IngestionError) -> [CodedDocument] {
    tendWords()
    let deadline = Deadline(limits)
    return try code(ingester.documents(at: path), deadline)
  }

  /// The coded documents of a file or of an archive's entry.
  public func code(_ input: InputReader.Input) throws(IngestionError) -> [CodedDocument] {
    try code(input.bytes(limits), path: input.path)
  }

  /// The coded documents of a file's bytes.
  public func code(_ bytes: [UInt8], path: String) throws(IngestionError) -> [CodedDocument] {
    tendWords()
    let deadline = Deadline(limits)
    return try code(ingester.documents(of: bytes, path: path), deadline)
  }

  /// Keeps the words that were met, for the next start of the program. For whoever is done with the worker.
  public func keepWords() { model.words?.keep(self) }

  /// Takes over the words that are kept, once there is enough to do for that to pay, and forgets words where there are many.
  func tendWords() {
    if ingester.hasManyWords {
      keepWords()
      ingester.forgetWordsWhereMany()
    } else if isNew, let words = model.words, ingester.analyzer.types.count > words.fewest {
      isNew = false
      words.take(into: self)
    }
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
        coder.code(
          document.analysis, sentences: passage.sentences, textStart: passage.text.lowerBound,
          context: context))
    }
    return CodedDocument(document: document, codings: codings)
  }

  /// Segments that a table's row has at least: two may be a line break.
  static let fewestCells = 3

  /// What the coder may know of each passage; nil where the passage is not coded.
  static func contexts(of document: Document) -> [PassageContext?] {
    var over = TitlesOver<Range<Int>>()
    return document.passages.map { passage in
      defer { over.pass(passage.role, speaker: passage.speaker, passage.sentences) }
      guard passage.role.isCoded else { return nil }
      return PassageContext(
        role: passage.role.rawValue, kind: document.metadata.kind.rawValue,
        region: document.metadata.region, date: document.metadata.date, itemSentences: over.heading ?? 0..<0,
        agendaSentences: over.line(passage.agendaItem, for: passage.role) ?? 0..<0,
        titleSentences: over.document ?? 0..<0, isRow: passage.segments.count >= fewestCells)
    }
  }
}
