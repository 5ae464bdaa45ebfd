/// Every input format and what reads it, in one place.
enum DocumentReaders {
  /// What one file holds.
  struct Reading {
    /// The documents' texts, each with what follows the file's path in `Document.path`.
    var sources: [(suffix: String, source: SourceText)]
    /// Problems of the file as a whole.
    var issues: [Issue] = []
  }

  /// Reads a decoded file: one document, or as many as a file of records has.
  static func read(
    _ utf8: [UInt8], as format: SourceFormat, path: String, _ limits: Limits = Limits()
  ) throws(IngestionError) -> Reading {
    switch format {
    case .html: try StartTags.check(utf8.span, .html, path: path, limits)
    case .akomaNtoso, .tei, .xml, .feed: try StartTags.check(utf8.span, .xml, path: path, limits)
    case .text, .json, .jsonLines: break
    }
    switch format {
    case .html:
      let tree = MarkupParser.parseHTML(utf8.span, limits: limits)
      if let excess = tree.excess { throw IngestionError(path: path, id: excess.id, message: excess.message) }
      return one(readable(HTMLReader.read(tree, places: Places(.markup(tree)))))
    case .akomaNtoso: return one(AkomaNtosoReader.read(utf8))
    case .tei: return one(TEIReader.read(utf8))
    case .xml: return one(UnknownXMLReader.read(utf8))
    case .text: return one(PlainTextReader.read(utf8))
    case .feed:
      return Reading(sources: try FeedRecords.parse(utf8, path: path).map { read($0) })
    case .json, .jsonLines:
      let file = try JSONRecords.parse(utf8, path: path)
      for record in file.records {
        try StartTags.check(record.content.span, .html, path: path + "!" + record.pointer, limits)
      }
      return Reading(sources: file.records.map { read($0) }, issues: file.issues)
    }
  }

  private static func one(_ source: SourceText) -> Reading { Reading(sources: [("", source)]) }

  /// A record of a content API or feed: its body is a fragment of HTML.
  private static func read(_ record: JSONRecord) -> (suffix: String, source: SourceText) {
    let tree = MarkupParser.parseHTML(record.content.span)
    let pointer = record.bodyPointer ?? record.pointer
    var source = readable(HTMLReader.read(tree, places: Places(.fragment(pointer: pointer, tree))))
    record.describe(&source)
    return (record.pointer.isEmpty ? "" : "!" + record.pointer, source)
  }

  private static func readable(_ source: SourceText) -> SourceText {
    var source = source
    source.removeUnreadableBlocks()
    return source
  }
}
