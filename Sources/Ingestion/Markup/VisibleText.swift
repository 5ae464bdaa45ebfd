import CLibXML2

#if canImport(Glibc)
  import Glibc
#endif

/// The text of documents without anything that is known of them: for counting words. HTML without navigation, heads and
/// feet, as far as their elements say so; Akoma Ntoso and TEI without their metadata and speakers' labels. These are read
/// as a stream, with no tree; other formats by their readers.
public struct VisibleText {
  /// Passages, each ended by a zero byte.
  public private(set) var text: [UInt8] = []
  private var stretches = PlainStretches()
  private var source = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var flow = TextFlow.html
  /// How deep the outermost element stands that is left out, and the outermost row; 0 outside of any.
  private var leftOut = 0
  private var row = 0
  private var passages = 0
  private var limits = Limits()
  private var excess: (id: String, message: String)?
  private var hasComplaint = false
  private var context: xmlParserCtxtPtr?

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
    switch format {
    case .html:
      try StartTags.check(utf8.span, .html, path: path, limits)
      read(utf8.span, TextFlow.html, .html)
    case .akomaNtoso, .tei:
      try StartTags.check(utf8.span, .xml, path: path, limits)
      readXML(utf8, format == .tei ? TextFlow.tei : TextFlow.akomaNtoso)
    default:
      for (suffix, source) in try DocumentReaders.read(utf8, as: format, path: path, limits).sources {
        try limits.check(passages: source.blocks.count, path: path + suffix)
        for block in source.blocks {
          text += source.text[block.text]
          text.append(0)
        }
      }
      return
    }
    if let excess { throw IngestionError(path: path, id: excess.id, message: excess.message) }
    try limits.check(passages: passages, path: path)
  }

  private mutating func readXML(_ utf8: [UInt8], _ flow: TextFlow) {
    let file = XMLEntities.resolved(utf8)
    read(file.span, flow, .xml)
    // How libxml2 goes on from what is not well-formed depends on the text.
    guard hasComplaint, !stretches.isEmpty else { return }
    text.removeAll(keepingCapacity: true)
    read(file.span, flow, .xml, skipsText: false)
  }

  private mutating func read(
    _ file: Span<UInt8>, _ flow: TextFlow, _ syntax: PlainStretches.Syntax, skipsText: Bool = true
  ) {
    (leftOut, row, passages, excess, hasComplaint) = (0, 0, 0, nil, false)
    self.flow = flow
    stretches = skipsText ? PlainStretches(of: file, syntax) : PlainStretches()
    let marked = stretches.isEmpty ? [] : stretches.marked
    file.withUnsafeBufferPointer { file in
      source = file
      let read = marked.isEmpty ? file.span : marked.span
      read.withUnsafeBufferPointer { buffer in
        withUnsafeMutablePointer(to: &self) { Self.parse(buffer, syntax, UnsafeMutableRawPointer($0)) }
      }
    }
    source = UnsafeBufferPointer(start: nil, count: 0)
    if text.isEmpty { text.append(0) }
    endPassage()
  }

  // MARK: libxml2's events

  private static func parse(
    _ buffer: UnsafeBufferPointer<UInt8>, _ syntax: PlainStretches.Syntax, _ userData: UnsafeMutableRawPointer
  ) {
    guard buffer.count < Int(Int32.max), let base = buffer.baseAddress else { return }
    let run = syntax == .html ? MarkupParser.runHTML : MarkupParser.runXML
    base.withMemoryRebound(to: CChar.self, capacity: buffer.count) { chars in
      run(chars, Int32(buffer.count), userData, syntax == .html ? configureHTML : configureXML) { context in
        VisibleText.at(userData)?.pointee.context = context
      }
    }
  }

  /// The default handlers would take our user data for a parser context: none of them may stay.
  private static func configureHTML(_ sax: inout xmlSAXHandler) {
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

  private static func configureXML(_ sax: inout xmlSAXHandler) {
    configureHTML(&sax)
    sax.initialized = UInt32(XML_SAX2_MAGIC)
    (sax.startElement, sax.endElement) = (nil, nil)
    sax.startElementNs = { userData, name, _, _, _, _, count, _, attributes in
      guard let name else { return }
      VisibleText.at(userData)?.pointee.begin(name, Int(count), attributes)
    }
    sax.endElementNs = { userData, name, _, _ in
      guard let name else { return }
      VisibleText.at(userData)?.pointee.end(name)
    }
    sax.cdataBlock = sax.characters
    sax.getEntity = { _, name in xmlGetPredefinedEntity(name) }
    sax.serror = { userData, error in
      guard let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
      VisibleText.at(userData)?.pointee.hasComplaint = true
    }
  }

  private static func at(_ userData: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<VisibleText>? {
    userData?.assumingMemoryBound(to: VisibleText.self)
  }

  /// HTML.
  ///
  /// - Parameter attributes: name, value, name, value, and null.
  private mutating func begin(
    _ name: UnsafePointer<UInt8>, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    var count = 0
    if let attributes { while attributes[2 * count] != nil { count += 1 } }
    if let excess = limits.excess(nesting: openInParser, attributes: count) {
      self.excess = self.excess ?? excess
      if let context { xmlStopParser(context) }
    }
    begin(flow.kind(name), at: openInParser)
  }

  /// XML.
  ///
  /// - Parameter attributes: local name, prefix, URI, value and its end, for each.
  private mutating func begin(
    _ name: UnsafePointer<UInt8>, _ count: Int, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    var kind = flow.kind(name)
    if kind == .note, let attributes {
      for k in 0..<count where Self.isSpeakerType(attributes + 5 * k) { kind = .left }
    }
    // It is counted only after this event.
    begin(kind, at: openInParser + 1)
  }

  private static func isSpeakerType(_ attribute: UnsafeMutablePointer<UnsafePointer<UInt8>?>) -> Bool {
    guard let name = attribute[0], let start = attribute[3], let end = attribute[4] else { return false }
    return strcmp(name, "type") == 0
      && UnsafeBufferPointer(start: start, count: end - start).elementsEqual("speaker".utf8)
  }

  // MARK: Passages

  private mutating func begin(_ kind: TextFlow.Kind, at depth: Int) {
    if kind == .inline { return }
    if depth <= leftOut { leftOut = 0 }
    if depth <= row { row = 0 }
    setOff(kind)
    if kind == .left && leftOut == 0 { leftOut = depth }
    if kind == .row && row == 0 { row = depth }
  }

  private mutating func end(_ name: UnsafePointer<UInt8>) {
    let kind = flow.kind(name)
    if kind == .inline || kind == .left { return }
    if openInParser <= row { row = 0 }
    setOff(kind)
  }

  private mutating func setOff(_ kind: TextFlow.Kind) {
    guard row > 0 || kind == .space else { return endPassage() }
    if let last = text.last, last != 0 { text.append(0x20) }
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
}
