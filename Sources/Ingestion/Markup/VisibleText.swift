import CLibXML2

/// The text of documents without anything that is known of them: for counting words. Pages without navigation, heads and feet, as
/// far as their elements say so.
public struct VisibleText {
  /// What an element is to the text.
  private enum Kind {
    static let inline: UInt8 = 0
    static let block: UInt8 = 1
    static let left: UInt8 = 2
  }

  /// Passages, each ended by a zero byte.
  public private(set) var text: [UInt8] = []
  private var stretches = PlainStretches()
  private var source = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// Elements that are left out, around the place.
  private var depth = 0
  private let kinds = ElementKinds()

  public init() {}

  /// Reads a file or an archive's entry in the place of what was read before.
  ///
  /// - Throws: as `Ingester.documents`.
  public mutating func read(_ bytes: [UInt8], path: String) throws(IngestionError) {
    text.removeAll(keepingCapacity: true)
    let utf8 = try SourceDecoder.decode(bytes, path: path).utf8
    let format = SourceFormat.sniff(utf8)
    if format == .html { return readHTML(utf8.span) }
    for (_, source) in try DocumentReaders.read(utf8, as: format, path: path).sources {
      for block in source.blocks {
        text += source.text[block.text]
        text.append(0)
      }
    }
  }

  private mutating func readHTML(_ file: Span<UInt8>) {
    depth = 0
    stretches = PlainStretches(of: file)
    let marked = stretches.isEmpty ? [] : stretches.marked
    file.withUnsafeBufferPointer { file in
      source = file
      let read = marked.isEmpty ? file.span : marked.span
      read.withUnsafeBufferPointer { buffer in
        withUnsafeMutablePointer(to: &self) { Self.parse(buffer, UnsafeMutableRawPointer($0)) }
      }
    }
    source = UnsafeBufferPointer(start: nil, count: 0)
    text.append(0)
  }

  private static func parse(_ buffer: UnsafeBufferPointer<UInt8>, _ userData: UnsafeMutableRawPointer) {
    MarkupParser.initialise()
    guard buffer.count < Int(Int32.max), let base = buffer.baseAddress else { return }
    base.withMemoryRebound(to: CChar.self, capacity: buffer.count) { chars in
      guard let context = htmlCreateMemoryParserCtxt(chars, Int32(buffer.count)) else { return }
      defer { htmlFreeParserCtxt(context) }
      htmlCtxtUseOptions(
        context,
        Int32(
          HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_RECOVER.rawValue))
      xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
      configure(&context.pointee.sax.pointee)
      context.pointee.userData = userData
      htmlParseDocument(context)
      if let document = context.pointee.myDoc {
        xmlFreeDoc(document)
        context.pointee.myDoc = nil
      }
    }
  }

  /// The default handlers would take our user data for a parser context: none of them may stay.
  private static func configure(_ sax: inout xmlSAXHandler) {
    sax = xmlSAXHandler()
    sax.initialized = 1
    sax.startElement = { userData, name, _ in
      guard let name else { return }
      VisibleText.at(userData)?.pointee.begin(name)
    }
    sax.endElement = { userData, name in
      guard let name else { return }
      VisibleText.at(userData)?.pointee.end(name)
    }
    sax.characters = { userData, bytes, count in
      guard let bytes, count > 0, let reader = VisibleText.at(userData), reader.pointee.depth == 0 else {
        return
      }
      reader.pointee.append(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    sax.ignorableWhitespace = sax.characters
  }

  private static func at(_ userData: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<VisibleText>? {
    userData?.assumingMemoryBound(to: VisibleText.self)
  }

  private mutating func begin(_ name: UnsafePointer<UInt8>) {
    let kind = kinds.kind(name)
    if kind == Kind.inline { return }
    endPassage()
    if kind == Kind.left { depth += 1 }
  }

  private mutating func end(_ name: UnsafePointer<UInt8>) {
    let kind = kinds.kind(name)
    if kind == Kind.left { depth = max(0, depth - 1) }
    if kind == Kind.block { endPassage() }
  }

  private mutating func endPassage() {
    if let last = text.last, last != 0 { text.append(0) }
  }

  private mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    stretches.expand(piece, from: source, into: &text)
  }

  /// Kinds of elements by their names, which libxml2 gives in lower case.
  private struct ElementKinds {
    /// Names of up to eight bytes as one number, and their kinds; 0 for an empty place.
    private var names = [UInt64](repeating: 0, count: 256)
    private var kinds = [UInt8](repeating: Kind.inline, count: 256)

    init() {
      for name in VisibleText.leftOut { insert(name, Kind.left) }
      for name in VisibleText.blocks { insert(name, Kind.block) }
    }

    private mutating func insert(_ name: String, _ kind: UInt8) {
      let key = name.utf8.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      var place = Self.place(key)
      while names[place] != 0 { place = (place + 1) & 255 }
      names[place] = key
      kinds[place] = kind
    }

    private static func place(_ key: UInt64) -> Int {
      Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 56)
    }

    /// Names of nine bytes and more are told by their first eight, which no other element shares.
    func kind(_ name: UnsafePointer<UInt8>) -> UInt8 {
      var key: UInt64 = 0
      var i = 0
      while i < 8, name[i] != 0 {
        key |= UInt64(name[i]) << (8 * UInt64(i))
        i += 1
      }
      var place = Self.place(key)
      while names[place] != 0 {
        if names[place] == key { return kinds[place] }
        place = (place + 1) & 255
      }
      return Kind.inline
    }
  }

  private static let leftOut = [
    "head", "script", "style", "nav", "header", "footer", "aside", "noscript", "template", "svg", "select",
    "button",
    "textarea", "iframe", "object",
  ]
  private static let blocks = [
    "p", "li", "ul", "ol", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th",
    "div", "section",
    "article", "main", "h1", "h2", "h3", "h4", "h5", "h6", "br", "hr", "pre", "blockquote", "figure",
    "figcaption", "form",
    "fieldset", "legend", "address", "center", "details", "summary", "option", "title", "body",
  ]
}
