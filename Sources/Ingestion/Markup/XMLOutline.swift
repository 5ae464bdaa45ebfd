@preconcurrency import CLibXML2

/// The elements of a small XML file with their attributes and lines: for files of other programs that are read
/// whole, such as dictionaries. As with documents, nothing is fetched and no entity but the predefined ones is expanded.
///
/// ```swift
/// let outline = XMLOutline(Array("<d>\n<c name='x'/></d>".utf8))
/// outline.elements[1]  // name "c", attributes ["name": "x"], depth 1, line 2
/// ```
public struct XMLOutline: Sendable {
  public struct Element: Sendable, Equatable {
    /// Without a namespace's prefix.
    public var name: String
    public var attributes: [String: String]
    /// 0 for the root.
    public var depth: Int
    /// From 1.
    public var line: Int
  }

  /// In the order of the document.
  public private(set) var elements: [Element] = []
  /// What is not well-formed first, with its line; what could be read all the same is in `elements`.
  public private(set) var problem: (line: Int, message: String)?

  /// - Parameter utf8: the file's content.
  public init(_ utf8: [UInt8]) {
    guard !utf8.isEmpty, utf8.count < Int(Int32.max) else {
      problem = (1, "the file is empty or too large")
      return
    }
    XMLDocument.parse(utf8, XML_PARSE_BIG_LINES) { parser in
      guard let parser else { return }
      if parser.pointee.wellFormed == 0 {
        let error = parser.pointee.lastError
        let message = error.message.map { String(cString: $0).split(separator: "\n").joined(separator: " ") }
        problem = (max(1, Int(error.line)), message ?? "not well-formed")
      }
      guard let document = parser.pointee.myDoc else { return }
      defer { xmlFreeDoc(document) }
      collect(document)
    }
  }

  private mutating func collect(_ document: xmlDocPtr) {
    var node = xmlDocGetRootElement(document)
    var depth = 0
    while let current = node {
      if current.pointee.type == XML_ELEMENT_NODE { append(current, depth) }
      if current.pointee.type == XML_ELEMENT_NODE, let child = current.pointee.children {
        node = child
        depth += 1
        continue
      }
      node = Self.following(current, &depth)
    }
  }

  /// The next sibling of a node or of its nearest ancestor that has one; nil at the end of the root.
  private static func following(_ node: xmlNodePtr, _ depth: inout Int) -> xmlNodePtr? {
    var place = node
    while depth > 0 {
      if let next = place.pointee.next { return next }
      guard let parent = place.pointee.parent else { return nil }
      place = parent
      depth -= 1
    }
    return nil
  }

  private mutating func append(_ node: xmlNodePtr, _ depth: Int) {
    var attributes: [String: String] = [:]
    var attribute = node.pointee.properties
    while let current = attribute {
      if let name = current.pointee.name, let value = xmlNodeGetContent(current.pointee.children) {
        attributes[String(cString: name)] = String(cString: value)
        xmlFree(value)
      }
      attribute = current.pointee.next
    }
    elements.append(
      Element(
        name: node.pointee.name.map { String(cString: $0) } ?? "", attributes: attributes, depth: depth,
        line: xmlGetLineNo(node)))
  }
}
