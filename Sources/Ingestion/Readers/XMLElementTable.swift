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
