/// Where the segments of a document stand: elements of the parsed tree, JSON values, or lines.
public struct Places: Sendable {
  enum Kind: Sendable { case markup(MarkupTree), json([String]), lines }
  var kind: Kind = .lines

  public init() {}
  init(_ kind: Kind) { self.kind = kind }

  /// XPath 1.0 on libxml2's tree, a JSON Pointer (`/0/body` and, for a fragment of HTML inside, `#` and its
  /// XPath), or `line()` followed by a number, from 1.
  public func path(of node: Int32) -> String {
    switch kind {
    case .markup(let tree): tree.xpath(of: Int(node))
    case .json(let pointers): pointers[Int(node)]
    case .lines: "line()[\(node)]"
    }
  }
}
