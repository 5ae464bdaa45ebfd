/// Where the segments of a document stand: elements of the parsed tree or lines.
public struct Places: Sendable {
  enum Kind: Sendable {
    case markup(MarkupTree)
    /// A fragment of HTML that is the value at a JSON Pointer.
    case fragment(pointer: String, MarkupTree)
    case lines
  }
  var kind: Kind = .lines

  public init() {}
  init(_ kind: Kind) { self.kind = kind }

  /// XPath 1.0 on libxml2's tree; a JSON Pointer, `#` and the XPath inside of its value
  /// (`/results/0/body#/html/body/p[2]`); or `line(12)`, from 1.
  public func path(of node: Int32) -> String {
    switch kind {
    case .markup(let tree): tree.xpath(of: Int(node))
    case .fragment(let pointer, let tree): pointer + "#" + tree.xpath(of: Int(node))
    case .lines: "line(\(node))"
    }
  }
}
