@preconcurrency import CLibXML2

/// libxml2's own tree of an XML file, for what is read whole. Documents are read by `MarkupParser`, which builds none.
///
/// As there, nothing is fetched and no entity but the predefined ones is expanded, whatever the file declares.
enum XMLDocument {
  /// Parses a file, recovering from what is not well-formed as far as libxml2 can.
  ///
  /// - Parameters:
  ///   - options: beside those that all files are read with.
  ///   - body: gets the parser after the run; nil where the file is empty or there is no memory. The parser's document
  ///     is the caller's to free.
  static func parse<R>(
    _ utf8: [UInt8], _ options: xmlParserOption, _ body: (xmlParserCtxtPtr?) -> R
  ) -> R {
    utf8.withUnsafeBytes { bytes in
      guard
        let parser = xmlCreateMemoryParserCtxt(
          bytes.bindMemory(to: CChar.self).baseAddress, Int32(clamping: bytes.count))
      else { return body(nil) }
      defer { xmlFreeParserCtxt(parser) }
      xmlCtxtUseOptions(
        parser,
        Int32(
          XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_RECOVER.rawValue | XML_PARSE_IGNORE_ENC.rawValue | options.rawValue))
      parser.pointee.sax.pointee.getEntity = { _, name in xmlGetPredefinedEntity(name) }
      parser.pointee.sax.pointee.externalSubset = nil
      // XPath and attributes would expand what is declared, however much that becomes.
      parser.pointee.sax.pointee.entityDecl = nil
      // Else libxml2 writes to standard error, in the file's own words.
      parser.pointee.sax.pointee.serror = { _, _ in }
      xmlParseDocument(parser)
      return body(parser)
    }
  }
}
