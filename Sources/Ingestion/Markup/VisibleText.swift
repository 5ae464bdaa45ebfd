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
  /// How deep the outermost element stands that is left out; 0 outside of any.
  private var leftOut = 0
  private var passages = 0
  private var limits = Limits()
  private var excess: (id: String, message: String)?
  private var context: xmlParserCtxtPtr?
  private let kinds = ElementKinds()

  public init() {}

  /// Reads a file or an archive's entry in the place of what was read before.
  ///
  /// - Throws: as `Ingester.documents`.
  public mutating func read(
    _ bytes: [UInt8], path: String, limits: Limits = Limits()
  ) throws(IngestionError) {
    text.removeAll(keepingCapacity: true)
    self.limits = limits
    try limits.check(bytes: bytes.count, path: path)
    let utf8 = try SourceDecoder.decode(bytes, path: path).utf8
    let format = SourceFormat.sniff(utf8)
    if format == .html {
      readHTML(utf8.span)
      if let excess { throw IngestionError(path: path, id: excess.id, message: excess.message) }
      return try limits.check(passages: passages, path: path)
    }
    for (suffix, source) in try DocumentReaders.read(utf8, as: format, path: path, limits).sources {
      try limits.check(passages: source.blocks.count, path: path + suffix)
      for block in source.blocks {
        text += source.text[block.text]
        text.append(0)
      }
    }
  }

  private mutating func readHTML(_ file: Span<UInt8>) {
    (leftOut, passages, excess) = (0, 0, nil)
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
    if text.isEmpty { text.append(0) }
    endPassage()
  }

  private static func parse(_ buffer: UnsafeBufferPointer<UInt8>, _ userData: UnsafeMutableRawPointer) {
    guard buffer.count < Int(Int32.max), let base = buffer.baseAddress else { return }
    base.withMemoryRebound(to: CChar.self, capacity: buffer.count) { chars in
      MarkupParser.runHTML(chars, Int32(buffer.count), userData, configure) { context in
        VisibleText.at(userData)?.pointee.context = context
      }
    }
  }

  /// The default handlers would take our user data for a parser context: none of them may stay.
  private static func configure(_ sax: inout xmlSAXHandler) {
    sax = xmlSAXHandler()
    sax.initialized = 1
    sax.startElement = { userData, name, attributes in
      guard let name else { return }
      VisibleText.at(userData)?.pointee.begin(name, attributes)
    }
    sax.endElement = { userData, name in
      guard let name else { return }
      VisibleText.at(userData)?.pointee.end(name)
    }
    sax.characters = { userData, bytes, count in
      guard let bytes, count > 0, let reader = VisibleText.at(userData) else { return }
      reader.pointee.append(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    sax.ignorableWhitespace = sax.characters
  }

  private static func at(_ userData: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<VisibleText>? {
    userData?.assumingMemoryBound(to: VisibleText.self)
  }

  /// - Parameter attributes: name, value, name, value, and null.
  private mutating func begin(
    _ name: UnsafePointer<UInt8>, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    let depth = openInParser
    var count = 0
    if let attributes { while attributes[2 * count] != nil { count += 1 } }
    if let excess = limits.excess(nesting: depth, attributes: count) {
      self.excess = self.excess ?? excess
      if let context { xmlStopParser(context) }
    }
    let kind = kinds.kind(name)
    if kind == Kind.inline { return }
    endPassage()
    if depth <= leftOut { leftOut = 0 }
    if kind == Kind.left && leftOut == 0 { leftOut = depth }
  }

  private mutating func end(_ name: UnsafePointer<UInt8>) {
    if kinds.kind(name) == Kind.block { endPassage() }
  }

  private mutating func endPassage() {
    guard let last = text.last, last != 0 else { return }
    text.append(0)
    passages += 1
  }

  /// Elements that libxml2 has open. Not all that begin are ended: one whose start tag never ends is not.
  private var openInParser: Int { context.map { Int($0.pointee.nameNr) } ?? 0 }

  private mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    if leftOut > 0 {
      if openInParser >= leftOut { return }
      leftOut = 0
    }
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
