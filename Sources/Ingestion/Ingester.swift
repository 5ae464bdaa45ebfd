import Linguistics

/// Reads files into documents. One per worker: it owns the worker's tokenizer and type table.
public final class Ingester {
  /// Distinct words that are remembered from file to file; see `forgetWordsWhereMany`. A little less than the power of two at which
  /// tables would grow.
  var wordLimit = 120_000

  public let analyzer = TextAnalyzer()
  private var structure = StructureParser()
  private let limits: Limits

  public init(limits: Limits = Limits()) { self.limits = limits }

  /// Whether more new words were met than are remembered, or with those taken over twice as many are known.
  public var hasManyWords: Bool { analyzer.newWords > wordLimit || analyzer.types.count > 2 * wordLimit }

  /// Forgets words where there are many, so that memory does not grow with the corpus: what is frequent is soon found out
  /// again. For those who are done with the documents before: their types mean nothing afterwards.
  public func forgetWordsWhereMany() {
    if hasManyWords { analyzer.forgetWords() }
  }

  /// The documents of a file: one, or as many as a file of records has.
  public func documents(at path: String) throws(IngestionError) -> [Document] {
    try documents(of: SourceFile.bytes(of: path, limit: limits.bytes), path: path)
  }

  /// The documents of a file or of an archive's entry.
  public func documents(of input: InputReader.Input) throws(IngestionError) -> [Document] {
    try documents(of: input.bytes(limits), path: input.path)
  }

  /// The documents of a file's bytes.
  ///
  /// - Parameter path: as given by the user, for messages and `Document.path`.
  public func documents(of bytes: [UInt8], path: String) throws(IngestionError) -> [Document] {
    try limits.check(bytes: bytes.count, path: path)
    let deadline = Deadline(limits)
    let decoded = try SourceDecoder.decode(bytes, path: path)
    let sha256 = SourceFile.sha256(bytes)
    let reading = try DocumentReaders.read(
      decoded.utf8, as: SourceFormat.sniff(decoded.utf8), path: path, limits)
    var documents: [Document] = []
    documents.reserveCapacity(reading.sources.count)
    for (suffix, source) in reading.sources {
      try limits.check(passages: source.blocks.count, path: path + suffix)
      try deadline.check(path)
      var document = Document(path: path + suffix, sha256: sha256)
      document.issues = decoded.issues + reading.issues
      structure.parse(source, analyzer: analyzer, into: &document)
      documents.append(document)
    }
    return documents
  }
}
