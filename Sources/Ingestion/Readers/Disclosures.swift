/// What opens and closes under its heading (accordions, questions with their answers): a reader gets to see it, though
/// the page hides it at first.
struct Disclosures {
  private let tree: MarkupTree
  private let boilerplate: Boilerplate
  private let expanded: Int32?
  private let click: Int32?
  private let button: Int32?

  init(_ tree: MarkupTree, _ boilerplate: Boilerplate) {
    self.tree = tree
    self.boilerplate = boilerplate
    expanded = tree.names.find("aria-expanded")
    click = tree.names.find("onclick")
    button = tree.names.find("button")
  }

  /// Whether a hidden element is such a panel: its name says so, or what stands right before it in the same element, or in
  /// that, opens it.
  func isPanel(_ index: Int) -> Bool {
    guard let before = elementBefore(index) else { return false }
    if isNamed(index) || isNamed(before) { return true }
    return (before..<min(Int(tree.elements[before].end), before + Self.reach)).contains { opens($0) }
  }

  /// Whether a button is the heading over such a panel: in a heading element, or named so beside its panel.
  func isHeading(_ index: Int) -> Bool {
    guard tree.elements[index].name == button, opens(index) else { return false }
    let parent = Int(tree.elements[index].parent)
    return isNamed(index) || parent >= 0 && HTMLElements.isHeading(tree.elements[parent].name)
  }

  /// Elements of a heading that are looked at for what opens the panel below.
  private static let reach = 8
  /// Steps up to the element that ends where a panel begins; headings are not nested deeper.
  private static let deepest = 64

  private func opens(_ index: Int) -> Bool {
    guard tree.elements[index].attributeCount > 0 else { return false }
    return [expanded, click].contains { name in name.map { tree.attribute($0, of: index) != nil } == true }
  }

  private func isNamed(_ index: Int) -> Bool {
    [MarkupNames.classAttribute, MarkupNames.idAttribute].contains { name in
      tree.attribute(name, of: index).map(boilerplate.namesPanel) == true
    }
  }

  /// The element that ends where another begins, in the same parent.
  private func elementBefore(_ index: Int) -> Int? {
    let parent = tree.elements[index].parent
    var before = index - 1
    for _ in 0..<Self.deepest where before > Int(parent) && tree.elements[before].parent != parent {
      before = Int(tree.elements[before].parent)
    }
    return before > Int(parent) && tree.elements[before].parent == parent ? before : nil
  }
}
