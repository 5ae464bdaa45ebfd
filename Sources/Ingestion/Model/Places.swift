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

  /// The place of a table's cell among those of its row, from 0, by an element in it; nil outside of a table.
  func column(of node: Int32) -> Int? {
    let tree: MarkupTree
    switch kind {
    case .markup(let markup), .fragment(_, let markup): tree = markup
    case .lines: return nil
    }
    var cell = Int(node)
    while cell >= 0, !HTMLElements.isCell(tree.elements[cell].name) { cell = Int(tree.elements[cell].parent) }
    guard cell > 0 else { return nil }
    var column = 0
    var sibling = Int(tree.elements[cell].parent) + 1
    while sibling < cell {
      if HTMLElements.isCell(tree.elements[sibling].name) { column += 1 }
      sibling = Int(tree.elements[sibling].end)
    }
    return column
  }
}

/// Gives the paths of many places of one document in turn, as UTF-8. Neighbours share what leads to them, so that
/// it is written once.
public struct PlacePaths {
  private let isLines: Bool
  private let tree: MarkupTree
  private var path: [UInt8] = []
  /// What every path begins with. Bytes.
  private let prefix: Int
  /// The elements that lead to the last place, outermost first, and the length of the path to each.
  private var lead: [(element: Int, length: Int)] = []

  public init(_ places: Places) {
    switch places.kind {
    case .lines: tree = MarkupTree()
    case .markup(let markup): tree = markup
    case .fragment(let pointer, let markup):
      tree = markup
      path = Array((pointer + "#").utf8)
    }
    if case .lines = places.kind { isLines = true } else { isLines = false }
    prefix = path.count
  }

  /// As `Places.path(of:)`.
  public mutating func path(of node: Int32) -> [UInt8] {
    if isLines { return Array("line(\(node))".utf8) }
    enter(Int(tree.elements[Int(node)].parent))
    path.removeSubrange((lead.last?.length ?? prefix)...)
    tree.appendStep(of: Int(node), to: &path)
    return path
  }

  /// Makes `lead` end with an element; -1 is above the roots.
  private mutating func enter(_ element: Int) {
    while let last = lead.last, element < last.element || element >= Int(tree.elements[last.element].end) {
      lead.removeLast()
    }
    let start = lead.count
    let top = lead.last?.element ?? -1
    var next = element
    while next != top {
      lead.append((next, 0))
      next = Int(tree.elements[next].parent)
    }
    guard lead.count > start else { return }
    lead[start...].reverse()
    path.removeSubrange((start > 0 ? lead[start - 1].length : prefix)...)
    for k in start..<lead.count {
      tree.appendStep(of: lead[k].element, to: &path)
      lead[k].length = path.count
    }
  }
}
