/// Which elements of a page belong to the document and which surround it.
///
/// General rules, in this order: HTML's own elements for navigation, forms and scripts; a site profile; class
/// and id tokens; lists that are nearly all links. Whatever holds most of the page's text stays, whatever it
/// is called, since to lose the text is worse than to keep a menu. Cost: linear in elements and text.
struct PageAnatomy {
  /// What becomes of an element, and with it of its descendants.
  enum Fate: UInt8 {
    case keep
    /// Its own text goes, up to the first block inside of it (an unclosed date line, say).
    case loseOwnText
    case lose
    /// Nothing that a reader sees: scripts, styles, the head.
    case invisible
  }

  var fates: [Fate]
  var reasons: [LossReason]
  /// The element whose text is the document, or 0. Short blocks outside of it are under suspicion.
  private(set) var root = 0
  /// Whether this is a whole page with its frame rather than a fragment from a content editor.
  private(set) var isWholePage = false
  /// What `title` says, white space collapsed, UTF-8.
  private(set) var title: [UInt8] = []
  /// Whether some block repeats what `title` says, or is the only first-level heading.
  private(set) var hasTitle = false
  /// Byte of the tree's text at which the last run of prose in the main elements starts.
  private(set) var lastProse = 0
  /// Whether lines below the text that say how to reach somebody are the site's own: more of them are a list of persons.
  private(set) var hasContactsOfSite = false
  private(set) var weights: PageWeights
  /// Element ranges of the root and of the elements that a site profile calls main, in order, disjoint.
  private var mains: [Range<Int>] = []

  /// An element with a boilerplate name stays if it holds at least this share of the page's text or prose.
  static let dominantShare = 0.5
  /// A list or cell with at least so many links and this share of its text in them is navigation.
  private static let linkCount = 3
  private static let linkShare = 0.7
  /// The foot of a page has so many lines of addresses and telephones at most.
  private static let mostContacts = 8

  init(_ tree: MarkupTree, _ boilerplate: Boilerplate) {
    let count = tree.elements.count
    var fates = Array(repeating: Fate.keep, count: count)
    reasons = Array(repeating: .chrome, count: count)
    Self.markByTag(tree, boilerplate, &fates, &reasons)
    if let index = tree.elements.indices.prefix(200).first(where: {
      tree.elements[$0].name == MarkupNames.title
    }) {
      title = Array(tree.string(of: index).utf8)
    }
    weights = PageWeights(tree, boilerplate, title: title) {
      fates[$0] == .lose || fates[$0] == .invisible
    }
    self.fates = fates
    let profile = boilerplate.profile(of: tree)
    let heading = titleHeading(tree)
    hasTitle = heading != nil || !weights.titles.isEmpty
    markByName(tree, boilerplate, profile, heading)
    let content = MainContent(tree, weights, fates, heading: heading)
    markLinkLists(tree, content)
    root = content.root
    mains = Self.ranges(tree, root, profile)
    lastProse = lastProse(tree)
    let prose = lastProse
    hasContactsOfSite = prose > 0 && weights.contactStarts.count { $0 > prose } <= Self.mostContacts
    isWholePage = tree.elements.indices.contains { index in
      tree.elements[index].name == MarkupNames.title || self.fates[index] == .lose
    }
  }

  /// Whether an element lies in the main element, or in one that a site profile calls main.
  func isMain(_ index: Int) -> Bool {
    var low = 0
    var high = mains.count
    while low < high {
      let middle = (low + high) / 2
      if mains[middle].upperBound <= index { low = middle + 1 } else { high = middle }
    }
    return low < mains.count && mains[low].contains(index)
  }

  /// Whether the text goes on behind the list that a heading opens: with a third of the page's runs of prose, and fewer
  /// links than an announcement of another page for every second of them.
  func textGoesOn(in tree: MarkupTree, behindListAfter heading: Int, to end: Int) -> Bool {
    let list = Int(tree.elements[heading].end)
    guard list < end else { return false }
    let first = Int(tree.elements[list].end)
    guard first < end else { return false }
    let last = end < tree.elements.count ? Int(tree.elements[end].textStart) : tree.text.count
    let bytes = Int(tree.elements[list].textEnd)..<max(last, Int(tree.elements[list].textEnd))
    let runs = weights.proseStarts.count { bytes.contains($0) }
    return runs > 1 && runs * 3 >= weights.proseStarts.count && weights.linkCount(first..<end) * 2 <= runs
  }

  private func lastProse(_ tree: MarkupTree) -> Int {
    guard let last = mains.last, last.upperBound > 0 else { return 0 }
    let end = Int(tree.elements[last.lowerBound].textEnd)
    return weights.proseStarts.last { $0 < end } ?? 0
  }

  private static func ranges(_ tree: MarkupTree, _ root: Int, _ profile: Boilerplate.Profile?) -> [Range<Int>]
  {
    guard !tree.elements.isEmpty else { return [] }
    var starts = [root]
    if let profile {
      starts += tree.elements.indices.filter { index in profile.main.contains { tree.matches(index, $0) } }
      starts.sort()
    }
    var ranges: [Range<Int>] = []
    for start in starts where start >= ranges.last?.upperBound ?? 0 {
      ranges.append(start..<Int(tree.elements[start].end))
    }
    return ranges
  }

  // MARK: Marks

  private static func markByTag(
    _ tree: MarkupTree, _ boilerplate: Boilerplate, _ fates: inout [Fate], _ reasons: inout [LossReason]
  ) {
    let marquee = tree.names.find("marquee")
    let disclosures = Disclosures(tree, boilerplate)
    func mark(_ i: Int, _ fate: Fate, _ reason: LossReason) {
      fates[i] = fate
      reasons[i] = reason
    }
    var articleEnd = 0
    for i in tree.elements.indices {
      let name = tree.elements[i].name
      switch name {
      case MarkupNames.main, MarkupNames.article: articleEnd = max(articleEnd, Int(tree.elements[i].end))
      case MarkupNames.head, MarkupNames.title, MarkupNames.script, MarkupNames.style, MarkupNames.template:
        mark(i, .invisible, .hidden)
      case MarkupNames.noscript: mark(i, .lose, .hidden)
      case MarkupNames.nav: mark(i, .lose, .navigation)
      case MarkupNames.aside: mark(i, .lose, .related)
      case MarkupNames.footer where i >= articleEnd: mark(i, .lose, .chrome)
      case MarkupNames.header where i >= articleEnd: mark(i, .loseOwnText, .chrome)
      case _ where HTMLElements.isFormControl(name):
        if !disclosures.isHeading(i) { mark(i, .lose, .form) }
      case _ where name == marquee: mark(i, .lose, .widget)
      default:
        guard tree.elements[i].attributeCount > 0 else { continue }
        if isHidden(i, tree), !disclosures.isPanel(i) {
          mark(i, .lose, .hidden)
        } else if let reason = boilerplate.reason(forRoleOf: i, in: tree) {
          mark(i, .lose, reason)
        }
      }
    }
  }

  mutating func mark(_ i: Int, _ fate: Fate, _ reason: LossReason) {
    fates[i] = fate
    reasons[i] = reason
  }

  private static func isHidden(_ i: Int, _ tree: MarkupTree) -> Bool {
    if tree.attribute(MarkupNames.hidden, of: i) != nil { return true }
    guard let style = tree.attribute(MarkupNames.style, of: i), style.count >= 12 else { return false }
    return StyleValue.has(style, "display", "none") || StyleValue.has(style, "visibility", "hidden")
  }

  /// The heading that the page's `title` repeats, or its only first-level heading.
  private func titleHeading(_ tree: MarkupTree) -> Int? {
    if let match = weights.titles.first(where: { HTMLElements.isHeading(tree.elements[$0].name) }) {
      return match
    }
    guard let top = weights.topHeadings, top.first == top.last else { return nil }
    return top.first
  }

  private mutating func markLinkLists(_ tree: MarkupTree, _ content: MainContent) {
    let enough = Self.dominantShare * Double(weights.total)
    var i = 0
    while i < tree.elements.count {
      defer { i = fates[i] == .lose || fates[i] == .invisible ? Int(tree.elements[i].end) : i + 1 }
      let mass = Double(weights.mass[i])
      guard fates[i] == .keep, mass > 0, Double(weights.links[i]) >= Self.linkShare * mass,
        tree.elements[i].name > MarkupNames.body, HTMLElements.isBlock(tree.elements[i].name),
        weights.linkCount(i, tree) >= Self.linkCount
      else { continue }
      // The list may be what the page is about, unless its text stands elsewhere.
      let isBeside = content.hasProse && content.isOutside(i, tree)
      if mass < enough || isBeside { mark(i, .lose, .navigation) }
    }
  }
}
