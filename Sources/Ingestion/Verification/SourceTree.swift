@preconcurrency import CLibXML2

/// libxml2's own document tree, for looking places up; the readers never build it.
final class SourceTree {
  private var document: xmlDocPtr?
  private var context: xmlXPathContextPtr?

  init(html utf8: [UInt8]) {
    utf8.withUnsafeBytes { bytes in
      guard
        let parser = htmlCreateMemoryParserCtxt(
          bytes.bindMemory(to: CChar.self).baseAddress, Int32(clamping: bytes.count))
      else { return }
      htmlCtxtUseOptions(
        parser,
        Int32(
          HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_RECOVER.rawValue))
      // The bytes are UTF-8 already, whatever a meta element says.
      xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8)
      // Else the tree ends where elements are nested more than 256 deep, or a text after ten million bytes.
      parser.pointee.options |= Int32(XML_PARSE_HUGE.rawValue)
      htmlParseDocument(parser)
      document = parser.pointee.myDoc
      htmlFreeParserCtxt(parser)
    }
    context = xmlXPathNewContext(document)
  }

  init(xml utf8: [UInt8]) {
    document = XMLDocument.parse(utf8, XML_PARSE_HUGE) { $0?.pointee.myDoc }
    context = xmlXPathNewContext(document)
  }

  deinit {
    xmlXPathFreeContext(context)
    xmlFreeDoc(document)
  }

  /// The string value of the one node that an XPath finds, UTF-8; nil where it finds none or several.
  func stringValue(of path: String) -> [UInt8]? {
    guard let context, let found = xmlXPathEvalExpression(path, context) else { return nil }
    defer { xmlXPathFreeObject(found) }
    guard found.pointee.type == XPATH_NODESET, found.pointee.nodesetval?.pointee.nodeNr == 1,
      let value = xmlXPathCastToString(found)
    else { return nil }
    defer { xmlFree(value) }
    return Array(UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value))))
  }
}
