import CLibXML2

/// libxml2 behind one type: parses UTF-8 HTML or XML as a stream into a `MarkupTree`.
///
/// Nothing is fetched, no external entity or subset is read, and no entity but the predefined ones (for HTML:
/// HTML's) is expanded, so entity bombs have nothing to blow up. Parsing never fails: what libxml2 could not
/// read is named in `MarkupTree.complaints`. Cost: one pass; memory about twice the file.
enum MarkupParser {
  /// Attribute values longer than this are cut: no reader looks at more. Bytes.
  static let maximumAttribute = 4096

  /// Parses HTML as browsers' forefathers did: `html` and `body` are implied, unclosed elements closed.
  ///
  /// - Parameters:
  ///   - skipsText: spare libxml2 the long texts, see `PlainStretches`; the tree is the same.
  ///   - limits: of nesting and attributes; nil for none.
  static func parseHTML(
    _ source: Span<UInt8>, skipsText: Bool = true, limits: Limits? = nil
  ) -> MarkupTree {
    let stretches = skipsText ? PlainStretches(of: source) : PlainStretches()
    return parse(source, stretches, isHTML: true, limits) { bytes, count, userData in
      runHTML(bytes, count, userData, configureHTML) { context in
        MarkupTreeBuilder.at(userData)?.pointee.context = context
      }
    }
  }

  /// One run of libxml2's HTML parser over UTF-8 at hand.
  ///
  /// - Parameters:
  ///   - userData: what the handlers get.
  ///   - configure: sets the handlers.
  ///   - attach: gets the parser before the run, to stop it by, and nil after.
  static func runHTML(
    _ bytes: UnsafePointer<CChar>, _ count: Int32, _ userData: UnsafeMutableRawPointer,
    _ configure: (inout xmlSAXHandler) -> Void, attach: (htmlParserCtxtPtr?) -> Void
  ) {
    _ = initialised
    guard let context = htmlCreateMemoryParserCtxt(bytes, count) else { return }
    defer { htmlFreeParserCtxt(context) }
    htmlCtxtUseOptions(
      context,
      Int32(
        HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
          | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_RECOVER.rawValue))
    // The bytes are UTF-8 already, whatever a meta element says.
    xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    // All of the file is at hand: no need to look for more of it again and again.
    context.pointee.progressive = 1
    configure(&context.pointee.sax.pointee)
    context.pointee.userData = userData
    attach(context)
    htmlParseDocument(context)
    attach(nil)
    // No tree is built, yet the default handlers may have made an empty document.
    if let document = context.pointee.myDoc {
      xmlFreeDoc(document)
      context.pointee.myDoc = nil
    }
  }

  /// The same with the XML parser, which recovers from what is not well-formed as far as it can.
  static func runXML(
    _ bytes: UnsafePointer<CChar>, _ count: Int32, _ userData: UnsafeMutableRawPointer,
    _ configure: (inout xmlSAXHandler) -> Void, attach: (xmlParserCtxtPtr?) -> Void
  ) {
    _ = initialised
    guard let context = xmlCreateMemoryParserCtxt(bytes, count) else { return }
    defer { xmlFreeParserCtxt(context) }
    xmlCtxtUseOptions(
      context,
      Int32(
        XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
          | XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_RECOVER.rawValue))
    configure(&context.pointee.sax.pointee)
    context.pointee.userData = userData
    attach(context)
    xmlParseDocument(context)
    attach(nil)
    if let document = context.pointee.myDoc {
      xmlFreeDoc(document)
      context.pointee.myDoc = nil
    }
  }

  /// Parses XML, recovering from what is not well-formed as far as libxml2 can.
  ///
  /// - Parameter skipsText: as for HTML.
  static func parseXML(_ source: Span<UInt8>, skipsText: Bool = true) -> MarkupTree {
    let stretches = skipsText ? PlainStretches(of: source, .xml) : PlainStretches()
    let tree = parse(source, stretches, isHTML: false) { bytes, count, userData in
      runXML(bytes, count, userData, configureXML) { context in
        MarkupTreeBuilder.at(userData)?.pointee.context = context
      }
    }
    // What libxml2 complains of it may quote, and how it goes on from there depends on the text.
    return stretches.isEmpty || tree.complaints.isEmpty ? tree : parseXML(source, skipsText: false)
  }

  /// The library's version, such as `"2.9.14"`.
  static let libraryVersion = LIBXML_DOTTED_VERSION

  /// Looked at before the first use of libxml2, from any thread.
  private static let initialised: Void = xmlInitParser()

  private static func parse(
    _ source: Span<UInt8>, _ stretches: PlainStretches, isHTML: Bool, _ limits: Limits? = nil,
    _ body: (UnsafePointer<CChar>, Int32, UnsafeMutableRawPointer) -> Void
  ) -> MarkupTree {
    _ = initialised
    return source.withUnsafeBufferPointer { file in
      var builder = MarkupTreeBuilder(isHTML: isHTML, file, stretches)
      builder.limits = limits
      let read = stretches.isEmpty ? file.span : stretches.marked.span
      guard read.count > 0, read.count < Int(Int32.max) else { return builder.finish() }
      read.withUnsafeBufferPointer { buffer in
        buffer.withMemoryRebound(to: CChar.self) { chars in
          guard let base = chars.baseAddress else { return }
          withUnsafeMutablePointer(to: &builder) {
            body(base, Int32(chars.count), UnsafeMutableRawPointer($0))
          }
        }
      }
      return builder.finish()
    }
  }

  /// The default handlers would take our user data for a parser context: none of them may stay.
  private static func configureHTML(_ sax: inout xmlSAXHandler) {
    sax = xmlSAXHandler()
    sax.initialized = 1
    sax.startElement = { userData, name, attributes in
      guard let name else { return }
      MarkupTreeBuilder.at(userData)?.pointee.startElement(name, attributes)
    }
    sax.endElement = { userData, _ in MarkupTreeBuilder.at(userData)?.pointee.endElement() }
    sax.characters = { userData, bytes, count in
      MarkupTreeBuilder.at(userData)?.pointee.characters(bytes, count)
    }
    sax.cdataBlock = sax.characters
    sax.ignorableWhitespace = sax.characters
    sax.internalSubset = { userData, _, _, _ in MarkupTreeBuilder.at(userData)?.pointee.prolog() }
    sax.comment = { userData, _ in MarkupTreeBuilder.at(userData)?.pointee.prolog() }
    sax.processingInstruction = { userData, _, _ in MarkupTreeBuilder.at(userData)?.pointee.prolog() }
    sax.serror = reportError
  }

  private static func configureXML(_ sax: inout xmlSAXHandler) {
    sax = xmlSAXHandler()
    sax.initialized = UInt32(XML_SAX2_MAGIC)
    sax.startElementNs = { userData, name, prefix, uri, _, _, count, _, attributes in
      guard let name else { return }
      MarkupTreeBuilder.at(userData)?.pointee.startElement(name, prefix, uri, count, attributes)
    }
    sax.endElementNs = { userData, _, _, _ in MarkupTreeBuilder.at(userData)?.pointee.endElement() }
    sax.characters = { userData, bytes, count in
      MarkupTreeBuilder.at(userData)?.pointee.characters(bytes, count)
    }
    sax.cdataBlock = sax.characters
    sax.ignorableWhitespace = sax.characters
    sax.getEntity = { _, name in xmlGetPredefinedEntity(name) }
    sax.reference = { userData, name in MarkupTreeBuilder.at(userData)?.pointee.unknownEntity(name) }
    sax.serror = reportError
  }

  private static let reportError: xmlStructuredErrorFunc = { userData, error in
    guard let error else { return }
    MarkupTreeBuilder.at(userData)?.pointee.complain(error.pointee)
  }
}
