/// How a block is set: headings and signatures are often told by nothing else.
enum BlockAlignment {
  case none, centre, right

  /// By the attribute `align` or the style of the element itself or of the cell, division or heading around it.
  init(of block: Int, in tree: MarkupTree) {
    self = .none
    var i = block
    for _ in 0..<3 where i > 0 {
      if tree.elements[i].attributeCount > 0, let stated = Self.stated(by: i, tree) {
        self = stated
        return
      }
      i = Int(tree.elements[i].parent)
    }
  }

  private static func stated(by element: Int, _ tree: MarkupTree) -> BlockAlignment? {
    if let value = tree.attribute(MarkupNames.align, of: element) {
      if value.first.map({ $0 | 0x20 }) == 0x63 { return .centre }
      if value.first.map({ $0 | 0x20 }) == 0x72 { return .right }
    }
    if let style = tree.attribute(MarkupNames.style, of: element) {
      if StyleValue.has(style, "text-align", "center") { return .centre }
      if StyleValue.has(style, "text-align", "right") { return .right }
    }
    return nil
  }
}
