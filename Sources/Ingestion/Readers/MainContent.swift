/// Finds the element of a page whose text is the document.
///
/// It is the deepest container that holds nearly all of the prose, widened to take in the page's heading where
/// little else comes with it. A page without prose (a list, a table) is judged by all of its text.
struct MainContent {
  /// Index of the element; 0 where the page has no text.
  private(set) var root = 0
  /// Whether the page has text of some length outside of links.
  let hasProse: Bool

  /// The container holds at least this share of the page's prose; of all text where there is no prose.
  private static let proseShare = 0.75
  private static let massShare = 0.85
  /// The heading is taken in if the container grows by no more than this.
  private static let headingGrowth = 1.5

  /// - Parameter heading: the page's own heading, if it has one.
  init(_ tree: MarkupTree, _ weights: PageWeights, _ fates: [PageAnatomy.Fate], heading: Int?) {
    let mass = Self.kept(weights.mass, tree, fates)
    let prose = Self.kept(weights.prose, tree, fates)
    guard let html = tree.elements.indices.first(where: { mass[$0] > 0 }) else {
      hasProse = false
      return
    }
    hasProse = prose[html] > 0
    let core = Self.deepest(
      from: html, hasProse ? prose : mass, hasProse ? Self.proseShare : Self.massShare, tree)
    root = Self.widened(core, from: html, mass, tree, weights, heading)
  }

  /// Whether an element neither holds nor is part of the main element.
  func isOutside(_ i: Int, _ tree: MarkupTree) -> Bool {
    Int(tree.elements[i].end) <= root || i >= Int(tree.elements[root].end)
  }

  /// Weights without what is lost inside of each element.
  private static func kept(_ weights: [Int32], _ tree: MarkupTree, _ fates: [PageAnatomy.Fate]) -> [Int32] {
    // First what is lost inside of each element.
    var kept = Array(repeating: Int32(0), count: weights.count)
    for i in weights.indices.reversed() {
      let lost = fates[i] == .lose || fates[i] == .invisible ? weights[i] : kept[i]
      kept[i] = weights[i] - lost
      let parent = Int(tree.elements[i].parent)
      if parent >= 0, lost != 0 { kept[parent] += lost }
    }
    return kept
  }

  private static func deepest(from html: Int, _ weights: [Int32], _ share: Double, _ tree: MarkupTree) -> Int
  {
    let enough = share * Double(weights[html])
    var root = html
    var child = root + 1
    while child < Int(tree.elements[root].end) {
      if Double(weights[child]) < enough {
        child = Int(tree.elements[child].end)
      } else {
        if isContainer(tree.elements[child].name) { root = child }
        child += 1
      }
    }
    return root
  }

  /// Whether an element can hold paragraphs rather than be one.
  private static func isContainer(_ name: Int32) -> Bool {
    switch name {
    case MarkupNames.body, MarkupNames.main, MarkupNames.article, MarkupNames.section, MarkupNames.div,
      MarkupNames.td, MarkupNames.form:
      true
    default: false
    }
  }

  private static func widened(
    _ core: Int, from html: Int, _ mass: [Int32], _ tree: MarkupTree, _ weights: PageWeights, _ heading: Int?
  ) -> Int {
    var root = core
    // A division without blocks is a paragraph.
    while root > html, !weights.hasBlockInside(root, tree) { root = Int(tree.elements[root].parent) }
    if let heading, heading < root {
      var frame = root
      while frame > html, heading < frame { frame = Int(tree.elements[frame].parent) }
      if Double(mass[frame]) <= headingGrowth * Double(mass[root]) + 60 { root = frame }
    }
    return root
  }
}
