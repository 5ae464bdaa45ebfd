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
  /// Distinct words that a worker remembers. With more, it starts anew with the next file: memory does not grow with
  /// the corpus, and what is frequent is soon found out again.
  private static let wordLimit = 1 << 18

  private var ingester = Ingester()
  private var coder: LexiconCoder
  public let model: CodingModel

  public init(_ model: CodingModel) {
    self.model = model
    coder = LexiconCoder(model.lexicon, types: ingester.analyzer.types)
  }

  /// The coded documents of a file.
  public func code(_ path: String) throws(IngestionError) -> [CodedDocument] {
    startAnewWhereFull()
    return try ingester.documents(at: path).map(code)
  }

  /// The coded documents of a file's bytes.
  public func code(_ bytes: [UInt8], path: String) throws(IngestionError) -> [CodedDocument] {
    startAnewWhereFull()
    return try ingester.documents(of: bytes, path: path).map(code)
  }

  private func startAnewWhereFull() {
    guard ingester.analyzer.types.count > Self.wordLimit else { return }
    ingester = Ingester()
    coder = LexiconCoder(model.lexicon, types: ingester.analyzer.types)
  }

  private func code(_ document: Document) -> CodedDocument {
    var codings: [PassageCoding] = []
    codings.reserveCapacity(document.passages.count)
    var title = 0..<0
    for passage in document.passages {
      // Headings are context for what follows; notes are shown and never coded.
      if passage.role == .heading {
        title = passage.sentences
        codings.append(PassageCoding())
        continue
      }
      guard passage.role != .note, passage.role != .signature else {
        codings.append(PassageCoding())
        continue
      }
      let context = PassageContext(
        role: passage.role.rawValue, kind: document.metadata.kind.rawValue, itemSentences: title)
      codings.append(
        coder.code(
          document.analysis, sentences: passage.sentences, textStart: passage.text.lowerBound,
          context: context))
    }
    return CodedDocument(document: document, codings: codings)
  }
}
