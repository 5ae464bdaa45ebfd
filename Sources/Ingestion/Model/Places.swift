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
    var paths = PlacePaths(self)
    return String(decoding: paths.path(of: node), as: UTF8.self)
  }
}

/// Gives the paths of many places of one document in turn, as UTF-8. Neighbours share what leads to them, so that
/// it is written once.
public struct PlacePaths {
  private let places: Places
  private var path: [UInt8] = []
  /// The element whose path `path` begins with, and that path's length.
  private var parent = -1
  private var parentLength = 0

  public init(_ places: Places) {
    self.places = places
    if case .fragment(let pointer, _) = places.kind { path = Array((pointer + "#").utf8) }
    parentLength = path.count
  }

  /// As `Places.path(of:)`.
  public mutating func path(of node: Int32) -> [UInt8] {
    switch places.kind {
    case .lines: return Array("line(\(node))".utf8)
    case .markup(let tree), .fragment(_, let tree):
      let above = Int(tree.elements[Int(node)].parent)
      if above == parent { path.removeSubrange(parentLength...) } else { lead(to: above, tree) }
      tree.appendStep(of: Int(node), to: &path)
      return path
    }
  }

  private mutating func lead(to element: Int, _ tree: MarkupTree) {
    var chain: [Int] = []
    var i = element
    while i >= 0 {
      chain.append(i)
      i = Int(tree.elements[i].parent)
    }
    self = PlacePaths(places)
    for i in chain.reversed() { tree.appendStep(of: i, to: &path) }
    parent = element
    parentLength = path.count
  }
}
