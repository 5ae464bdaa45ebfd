/// Every input format and what reads it, in one place.
enum DocumentReaders {
  /// The source texts of a decoded file: one, or as many as a file of records has, each with what follows the
  /// file's path in `Document.path`.
  static func read(
    _ utf8: [UInt8], as format: SourceFormat, path: String
  ) throws(IngestionError) -> [(suffix: String, source: SourceText)] {
    switch format {
    case .html: return [("", HTMLReader.read(utf8.span))]
    case .akomaNtoso: return [("", AkomaNtosoReader.read(utf8))]
    case .tei: return [("", TEIReader.read(utf8))]
    case .xml: return [("", UnknownXMLReader.read(utf8))]
    case .json, .jsonLines: return [("", PlainTextReader.read(utf8))]
    case .text: return [("", PlainTextReader.read(utf8))]
    }
  }
}
