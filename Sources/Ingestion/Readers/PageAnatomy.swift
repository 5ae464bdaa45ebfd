/// Which elements of a page belong to the document and which surround it.
///
/// General rules, in this order: HTML's own elements for navigation, forms and scripts; a site profile; class
/// and id tokens; lists that are nearly all links. Whatever holds most of the page's text stays, whatever it
/// is called, since to lose the text is worse than to keep a menu.
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

  private(set) var fates: [Fate]
  private(set) var reasons: [LossReason]
  /// The element whose text is the document, or 0. Short blocks outside of it are under suspicion.
  private(set) var root = 0
  /// Elements that a site profile names as the document's.
  private var mains: [Int] = []
  /// Whether this is a whole page with its frame rather than a fragment from a content editor.
  private(set) var isWholePage = false
  /// Bytes, white space aside, of an element's text that is neither invisible nor lost by its tag.
  private var mass: [Int32]
  private var linkMass: [Int32]
  private let isBlock: [Bool]

  /// An element with a boilerplate name stays if it holds at least this share of the page's text.
  private static let dominantShare = 0.5
  /// A list or cell with at least so many links and this share of its text in them is navigation.
  private static let linkCount = 3
  private static let linkShare = 0.7

  init(_ tree: MarkupTree, _ boilerplate: Boilerplate) {
    let count = tree.elements.count
    fates = Array(repeating: .keep, count: count)
    reasons = Array(repeating: .chrome, count: count)
    mass = Array(repeating: 0, count: count)
    linkMass = Array(repeating: 0, count: count)
    isBlock = tree.elements.map { HTMLElements.isBlock($0.name) }
    markByTag(tree)
    weigh(tree)
    let profile = boilerplate.profiles.first { profile in
      profile.when.contains { selector in tree.elements.indices.contains { tree.matches($0, selector) } }
    }
    markByName(tree, boilerplate, profile)
    markLinkLists(tree)
    root = findRoot(tree)
    if let profile {
      mains = tree.elements.indices.filter { index in profile.main.contains { tree.matches(index, $0) } }
    }
    isWholePage = tree.elements.indices.contains { index in
      tree.elements[index].name == MarkupNames.title || fates[index] == .lose
    }
  }

  /// Whether an element lies in the main element, or in one that a site profile calls main.
  func isMain(_ index: Int, _ tree: MarkupTree) -> Bool {
    guard !tree.elements.isEmpty else { return false }
    return ([root] + mains).contains { index >= $0 && index < Int(tree.elements[$0].end) }
  }

  // MARK: Marks

  private mutating func markByTag(_ tree: MarkupTree) {
    var articleEnd = 0
    for i in tree.elements.indices {
      let name = tree.elements[i].name
      switch name {
      case MarkupNames.main, MarkupNames.article: articleEnd = max(articleEnd, Int(tree.elements[i].end))
      case MarkupNames.head, MarkupNames.script, MarkupNames.style, MarkupNames.template:
        mark(i, .invisible, .hidden)
      case MarkupNames.noscript: mark(i, .lose, .hidden)
      case MarkupNames.nav: mark(i, .lose, .navigation)
      case MarkupNames.aside: mark(i, .lose, .related)
      case MarkupNames.footer where i >= articleEnd: mark(i, .lose, .chrome)
      case MarkupNames.header where i >= articleEnd: mark(i, .loseOwnText, .chrome)
      case _ where HTMLElements.isFormControl(name): mark(i, .lose, .form)
      default:
        if tree.elements[i].attributeCount > 0, isHidden(i, tree) { mark(i, .lose, .hidden) }
      }
    }
  }

  private mutating func mark(_ i: Int, _ fate: Fate, _ reason: LossReason) {
    fates[i] = fate
    reasons[i] = reason
  }

  private func isHidden(_ i: Int, _ tree: MarkupTree) -> Bool {
    if tree.attribute(MarkupNames.hidden, of: i) != nil { return true }
    guard let style = tree.attribute(MarkupNames.style, of: i), style.count >= 12 else { return false }
    return StyleValue.has(style, "display", "none") || StyleValue.has(style, "visibility", "hidden")
  }

  /// Fills `mass` and `linkMass` in one walk over the text.
  private mutating func weigh(_ tree: MarkupTree) {
    var total: Int32 = 0
    var links: Int32 = 0
    var inLink = 0
    var stack: [(index: Int, total: Int32, links: Int32)] = []
    var position = 0
    var next = 0
    let text = tree.text
    func solid(_ range: Range<Int>) -> Int32 {
      var n: Int32 = 0
      for i in range where text[i] > 0x20 { n &+= 1 }
      return n
    }
    while true {
      while let top = stack.last, Int(tree.elements[top.index].end) <= next {
        let end = Int(tree.elements[top.index].textEnd)
        if position < end {
          let n = solid(position..<end)
          total += n
          if inLink > 0 { links += n }
          position = end
        }
        mass[top.index] = total - top.total
        linkMass[top.index] = links - top.links
        if tree.elements[top.index].name == MarkupNames.a { inLink -= 1 }
        stack.removeLast()
      }
      guard next < tree.elements.count else { return }
      let element = tree.elements[next]
      let start = Int(element.textStart)
      if position < start {
        if !stack.isEmpty {
          let n = solid(position..<start)
          total += n
          if inLink > 0 { links += n }
        }
        position = start
      }
      if fates[next] == .lose || fates[next] == .invisible {
        position = Int(element.textEnd)
        next = Int(element.end)
        continue
      }
      stack.append((next, total, links))
      if element.name == MarkupNames.a { inLink += 1 }
      next += 1
    }
  }

  private mutating func markByName(
    _ tree: MarkupTree, _ boilerplate: Boilerplate, _ profile: Boilerplate.Profile?
  ) {
    let total = Double(totalMass(tree))
    for i in tree.elements.indices where fates[i] == .keep || fates[i] == .loseOwnText {
      let name = tree.elements[i].name
      guard name > MarkupNames.body || name == MarkupNames.header else { continue }
      var reason = fates[i] == .loseOwnText ? reasons[i] : nil
      if reason == nil, tree.elements[i].attributeCount > 0 {
        reason = profile?.drop.first { tree.matches(i, $0.selector) }?.reason
        if reason == nil, let value = tree.attribute(MarkupNames.classAttribute, of: i) {
          reason = boilerplate.reason(forName: value)
        }
        if reason == nil, let value = tree.attribute(MarkupNames.idAttribute, of: i) {
          reason = boilerplate.reason(forName: value)
        }
      }
      guard let reason else { continue }
      let holdsMuch = Double(mass[i]) >= Self.dominantShare * total && mass[i] > 0
      let holdsTitle = reason == .chrome && holdsOnlyTopHeading(i, tree)
      // An inline element around blocks is an unclosed one, and an article's own head holds its title.
      let holdsBlocks = !isBlock[i] && hasBlockInside(i, tree)
      mark(i, holdsMuch || holdsTitle || holdsBlocks ? .loseOwnText : .lose, reason)
    }
  }

  private func hasBlockInside(_ i: Int, _ tree: MarkupTree) -> Bool {
    var k = i + 1
    while k < Int(tree.elements[i].end) {
      if isBlock[k] { return true }
      k += 1
    }
    return false
  }

  /// Whether a page head holds the page's only first-level heading.
  private func holdsOnlyTopHeading(_ i: Int, _ tree: MarkupTree) -> Bool {
    let range = i..<Int(tree.elements[i].end)
    let headings = tree.elements.indices.filter { tree.elements[$0].name == MarkupNames.h1 && mass[$0] > 0 }
    return !headings.isEmpty && headings.allSatisfy { range.contains($0) }
  }

  private mutating func markLinkLists(_ tree: MarkupTree) {
    let total = Double(totalMass(tree))
    for i in tree.elements.indices where fates[i] == .keep && isBlock[i] && mass[i] > 0 {
      guard Double(linkMass[i]) >= Self.linkShare * Double(mass[i]), tree.elements[i].name > MarkupNames.body
      else { continue }
      guard Double(mass[i]) < Self.dominantShare * total else { continue }
      var links = 0
      var k = i + 1
      while k < Int(tree.elements[i].end), links < Self.linkCount {
        if tree.elements[k].name == MarkupNames.a { links += 1 }
        k += 1
      }
      if links >= Self.linkCount { mark(i, .lose, .navigation) }
    }
  }

  // MARK: Root

  private func totalMass(_ tree: MarkupTree) -> Int32 {
    var total: Int32 = 0
    var i = 0
    while i < tree.elements.count {
      total += mass[i]
      i = Int(tree.elements[i].end)
    }
    return total
  }

  /// The deepest element that holds nearly all of the text that has not been marked as lost.
  private func findRoot(_ tree: MarkupTree) -> Int {
    var kept = mass
    var i = tree.elements.count - 1
    var lost = Array(repeating: Int32(0), count: tree.elements.count)
    while i >= 0 {
      if fates[i] == .lose || fates[i] == .invisible { lost[i] = mass[i] }
      kept[i] = mass[i] - lost[i]
      let parent = Int(tree.elements[i].parent)
      if parent >= 0 && lost[i] > 0 { lost[parent] += lost[i] }
      i -= 1
    }
    guard let html = tree.elements.indices.first(where: { kept[$0] > 0 }) else { return 0 }
    var root = html
    var child = root + 1
    while child < Int(tree.elements[root].end) {
      if Double(kept[child]) >= 0.85 * Double(kept[html]), isBlock[child],
        !HTMLElements.isTablePart(tree.elements[child].name)
      {
        root = child
        child = root + 1
      } else if Double(kept[child]) >= 0.85 * Double(kept[html]) {
        child += 1
      } else {
        child = Int(tree.elements[child].end)
      }
    }
    return root
  }
}
