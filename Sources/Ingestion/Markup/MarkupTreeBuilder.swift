import CLibXML2

#if canImport(Glibc)
  import Glibc
#endif

/// Receives libxml2's events and grows a `MarkupTree`. It travels through C as a pointer, and its arrays grow in
/// place.
struct MarkupTreeBuilder {
  private var tree = MarkupTree()
  private var nameCache = NameCache<Int32>(filler: 0)
  /// The file, and what of it stands behind marks in what libxml2 reads instead.
  private let source: UnsafeBufferPointer<UInt8>
  private var stretches: PlainStretches
  /// Open elements, outermost first: those that libxml2 has open, after the first root where that was opened again.
  private var open: [Int32] = []
  /// 1 where the first root stands in `open` to take further elements, though libxml2 has closed it; else 0.
  private var reopened = 0
  /// For each open element, and first for the document: its children's names and how many of each.
  private var counts: [(name: Int32, count: Int32)] = []
  private var countStarts: [Int] = [0]
  private var childCounts: [Int32] = [0]
  private var unknownEntities: Set<String> = []
  /// Whether a DOCTYPE, a comment or a processing instruction stands before the first element.
  private var hasProlog = false
  /// Of nesting and attributes; nil for none.
  var limits: Limits?
  /// To ask for line numbers and open elements.
  var context: xmlParserCtxtPtr?

  /// A parent with more different child names than this addresses further ones by position alone.
  private static let maximumCountedNames = 64
  private static let maximumComplaints = 8

  /// - Parameters:
  ///   - source: the file, which has more bytes than its text can have.
  ///   - stretches: the marks in what libxml2 reads instead of it.
  init(isHTML: Bool, _ source: UnsafeBufferPointer<UInt8>, _ stretches: PlainStretches) {
    self.source = source
    self.stretches = stretches
    tree.isHTML = isHTML
    tree.text.reserveCapacity(source.count)
    tree.elements.reserveCapacity(source.count / 64)
  }

  /// The builder behind the pointer that libxml2 hands back.
  @inline(__always)
  static func at(_ userData: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<MarkupTreeBuilder>? {
    userData?.assumingMemoryBound(to: MarkupTreeBuilder.self)
  }

  /// Closes what is open and gives the tree.
  mutating func finish() -> MarkupTree {
    while !open.isEmpty { close() }
    return tree
  }

  // MARK: Events

  /// HTML: attributes as a null-terminated list of name, value, name, value.
  mutating func startElement(
    _ name: UnsafePointer<UInt8>, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    let first = Int32(tree.attributes.count)
    if var pair = attributes {
      while let key = pair[0] {
        let id = intern(key)
        if let value = pair[1] {
          addAttribute(id, UnsafeBufferPointer(start: value, count: Int(strlen(value))))
        } else {
          addAttribute(id, UnsafeBufferPointer(start: nil, count: 0))
        }
        pair += 2
      }
    }
    // It has counted this one already.
    settle(openInParser - 1)
    begin(intern(name), firstAttribute: first)
    guard tree.excess == nil, let limits else { return }
    tree.excess = limits.excess(
      nesting: open.count - reopened, attributes: tree.attributes.count - Int(first))
    // What the file goes beyond a limit with is not read.
    if tree.excess != nil, let context { xmlStopParser(context) }
  }

  /// XML: attributes as `count` groups of local name, prefix, URI, value, end of value.
  mutating func startElement(
    _ name: UnsafePointer<UInt8>, _ prefix: UnsafePointer<UInt8>?, _ uri: UnsafePointer<UInt8>?,
    _ count: Int32, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    if tree.elements.isEmpty { tree.rootNamespace = uri.map { String(cString: $0) } }
    let first = Int32(tree.attributes.count)
    if let attributes {
      for k in 0..<Int(count) {
        guard let key = attributes[5 * k], let start = attributes[5 * k + 3], let end = attributes[5 * k + 4]
        else { continue }
        addAttribute(intern(key), UnsafeBufferPointer(start: start, count: end - start))
      }
    }
    settle(openInParser)
    begin(intern(name), firstAttribute: first, isUnbound: prefix != nil && uri == nil)
  }

  mutating func endElement() {
    settle(openInParser)
    if open.count > reopened { close() }
  }

  private mutating func close() {
    guard let index = open.popLast() else { return }
    counts.removeSubrange((countStarts.popLast() ?? 0)...)
    childCounts.removeLast()
    tree.elements[Int(index)].end = Int32(tree.elements.count)
    tree.elements[Int(index)].textEnd = Int32(tree.text.count)
  }

  /// A DOCTYPE, comment or processing instruction: libxml2's tree hangs a second root element beside it, else inside
  /// the first root.
  mutating func prolog() {
    if tree.elements.isEmpty { hasProlog = true }
  }

  mutating func characters(_ bytes: UnsafePointer<UInt8>?, _ count: Int32) {
    settle(openInParser)
    // Text outside of any element has no node in libxml2's tree either.
    guard let bytes, count > 0, open.count > reopened else { return }
    let piece = UnsafeBufferPointer(start: bytes, count: Int(count))
    stretches.expand(piece, from: source, into: &tree.text)
  }

  mutating func unknownEntity(_ name: UnsafePointer<UInt8>?) {
    guard let name, unknownEntities.count < 100 else { return }
    let entity = String(cString: name)
    guard unknownEntities.insert(entity).inserted, tree.complaints.count < Self.maximumComplaints else {
      return
    }
    tree.complaints.append(
      .init(
        message: "entity &\(entity.prefix(40)); is not defined and was left out", line: line, isFatal: false))
  }

  mutating func complain(_ error: xmlError) {
    guard error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
    let isFatal = error.level == XML_ERR_FATAL
    // HTML as published is full of errors that the parser mends; only XML's are worth a word.
    guard !tree.isHTML, tree.complaints.count < Self.maximumComplaints else { return }
    var message = error.message.map { String(cString: $0) } ?? "not well-formed"
    while message.last?.isNewline == true { message.removeLast() }
    tree.complaints.append(
      .init(message: String(message.prefix(200)), line: Int(error.line), isFatal: isFatal))
  }

  // MARK: Growing the tree

  private var line: Int {
    guard let context else { return 0 }
    return Int(xmlSAX2GetLineNumber(context))
  }

  private var openInParser: Int {
    context.map { Int($0.pointee.nameNr) } ?? open.count
  }

  /// Closes what libxml2 has closed without an event: an element whose start tag never ends.
  @inline(__always)
  private mutating func settle(_ count: Int) {
    while open.count - reopened > count { close() }
  }

  /// - Parameter isUnbound: of a namespace that is declared nowhere; libxml2's tree takes the prefix for a part of the
  ///   name.
  private mutating func begin(_ name: Int32, firstAttribute: Int32, isUnbound: Bool = false) {
    if open.isEmpty && !tree.elements.isEmpty && tree.isHTML && !hasProlog { reopenRoot() }
    let parent = open.last ?? -1
    let index = Int32(tree.elements.count)
    tree.elements.append(
      MarkupTree.Element(
        name: name, parent: parent, depth: Int32(open.count), ordinal: ordinal(of: name, isUnbound),
        end: index + 1,
        textStart: Int32(tree.text.count), textEnd: Int32(tree.text.count), firstAttribute: firstAttribute,
        attributeCount: Int32(tree.attributes.count) - firstAttribute))
    open.append(index)
    countStarts.append(counts.count)
    childCounts.append(0)
  }

  private mutating func reopenRoot() {
    open.append(0)
    reopened = 1
    countStarts.append(counts.count)
    childCounts.append(0)
    var child = 1
    while child < tree.elements.count {
      _ = ordinal(of: tree.elements[child].name, false)
      child = Int(tree.elements[child].end)
    }
  }

  private mutating func ordinal(of name: Int32, _ isUnbound: Bool) -> Int32 {
    childCounts[childCounts.count - 1] += 1
    // A prefix (o:p) becomes a namespace in libxml2's tree of HTML; the position needs no name.
    if isUnbound || tree.isHTML && tree.names.hasPrefix(name) { return -childCounts[childCounts.count - 1] }
    let start = countStarts[countStarts.count - 1]
    for k in start..<counts.count where counts[k].name == name {
      counts[k].count += 1
      return counts[k].count
    }
    guard counts.count - start < Self.maximumCountedNames else { return -childCounts[childCounts.count - 1] }
    counts.append((name, 1))
    return 1
  }

  private mutating func addAttribute(_ name: Int32, _ value: UnsafeBufferPointer<UInt8>) {
    let start = tree.attributeText.count
    stretches.expand(value, from: source, into: &tree.attributeText)
    let end = min(tree.attributeText.count, start + MarkupParser.maximumAttribute)
    tree.attributeText.removeSubrange(end...)
    tree.attributes.append(.init(name: name, start: Int32(start), end: Int32(end)))
  }

  private mutating func intern(_ name: UnsafePointer<UInt8>) -> Int32 {
    if let id = nameCache[name] { return id }
    let id = tree.names.intern(UnsafeBufferPointer(start: name, count: Int(strlen(name))))
    nameCache[name] = id
    return id
  }
}
