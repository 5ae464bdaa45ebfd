/// What a vocabulary says of each element name, looked up by the tree's name ids.
struct XMLElementTable<Meaning: Sendable>: Sendable {
  private let meanings: [Meaning?]

  /// Cost: the number of different names in the tree.
  init(_ table: [String: Meaning], _ tree: MarkupTree) {
    meanings = (0..<tree.names.count).map { table[tree.names[$0]] }
  }

  func meaning(of node: Int, in tree: MarkupTree) -> Meaning? {
    meanings[Int(tree.elements[node].name)]
  }
}

extension MarkupTree {
  /// Whether an element has visible text of its own, beside that of its child elements. Cost: the number of
  /// children and the text between them.
  func hasOwnText(_ node: Int) -> Bool {
    let element = elements[node]
    func isVisible(_ start: Int, _ end: Int) -> Bool {
      start < end && WhiteSpace.visibleCount(text.span.extracting(start..<end)) > 0
    }
    var position = Int(element.textStart)
    var child = node + 1
    while child < Int(element.end) {
      if isVisible(position, Int(elements[child].textStart)) { return true }
      position = Int(elements[child].textEnd)
      child = Int(elements[child].end)
    }
    return isVisible(position, Int(element.textEnd))
  }
}
