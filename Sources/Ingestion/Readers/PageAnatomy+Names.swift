/// Elements that are left out, or not, for what their classes and ids say.
extension PageAnatomy {
  /// An element that its name marked.
  private struct Marked {
    var index: Int
    var key: UInt64
    /// Others with the same key stand inside of it.
    var holdsOthers = false
  }

  /// Elements of one key that hold so much of the page's prose between them are its text: page builders call every
  /// part of a page a widget. Where one of them holds the page's heading, `dominantShare` is enough.
  private static let commonShare = 0.75

  /// Marks elements by their names.
  mutating func markByName(
    _ tree: MarkupTree, _ boilerplate: Boilerplate, _ profile: Boilerplate.Profile?, _ heading: Int?
  ) {
    let fatesByTag = fates
    let reasonsByTag = reasons
    let marked = markByName(tree, boilerplate, profile, heading, except: [])
    let voids = commonKeys(among: marked, tree, heading)
    guard !voids.isEmpty else { return }
    fates = fatesByTag
    reasons = reasonsByTag
    _ = markByName(tree, boilerplate, profile, heading, except: voids)
  }

  private mutating func markByName(
    _ tree: MarkupTree, _ boilerplate: Boilerplate, _ profile: Boilerplate.Profile?, _ heading: Int?,
    except voids: [UInt64]
  ) -> [Marked] {
    var marked: [Marked] = []
    let enough = Self.dominantShare * Double(weights.total)
    let enoughProse = Self.dominantShare * Double(weights.totalProse)
    // Within a council's vote nothing is a poll.
    var voteEnd = 0
    var i = 0
    while i < tree.elements.count {
      defer { i = fates[i] == .lose || fates[i] == .invisible ? Int(tree.elements[i].end) : i + 1 }
      let element = tree.elements[i]
      guard fates[i] == .keep || fates[i] == .loseOwnText,
        element.name > MarkupNames.body || element.name == MarkupNames.header
      else { continue }
      var reason = fates[i] == .loseOwnText ? reasons[i] : nil
      if reason == nil, element.attributeCount > 0 {
        reason = profile?.drop.first { tree.matches(i, $0.selector) }?.reason
        if reason == nil, let name = name(of: i, tree, boilerplate, except: voids) {
          if name.isOfPoll, i < voteEnd || !isPoll(i, tree, boilerplate) {
            voteEnd = max(voteEnd, Int(element.end))
            continue
          }
          reason = name.reason
          if Self.canBeCommon(name.reason) {
            if let last = marked.lastIndex(where: { $0.key == name.key }),
              Int(tree.elements[marked[last].index].end) > i
            {
              marked[last].holdsOthers = true
            }
            marked.append(Marked(index: i, key: name.key))
          }
        }
      }
      if reason == nil, isToFillIn(i, tree) { reason = .form }
      if reason == nil, element.name == MarkupNames.table, InformationTable.isOne(i, tree, boilerplate) {
        reason = .pageMetadata
      }
      guard let reason else { continue }
      let holdsMuch =
        weights.mass[i] > 0 && Double(weights.mass[i]) >= enough
        || weights.prose[i] > 0 && Double(weights.prose[i]) >= enoughProse
      let holdsTitle =
        (reason == .chrome || Self.canBeCommon(reason))
        && heading.map { $0 >= i && $0 < Int(element.end) } == true
      // An inline element around blocks is an unclosed one, and an article's own head holds its title.
      let holdsBlocks = !HTMLElements.isBlock(element.name) && weights.hasBlockInside(i, tree)
      mark(i, holdsMuch || holdsTitle || holdsBlocks ? .loseOwnText : .lose, reason)
    }
    return marked
  }

  /// Whether a form has fields for words and holds next to none of the page's text; some pages stand in one as a whole.
  private func isToFillIn(_ i: Int, _ tree: MarkupTree) -> Bool {
    let element = tree.elements[i]
    guard element.name == MarkupNames.form, Double(weights.mass[i]) < Self.formShare * Double(weights.total)
    else { return false }
    return tree.elements[i..<Int(element.end)].contains { $0.name == MarkupNames.textarea }
  }

  private static let formShare = 0.25

  private func name(
    of i: Int, _ tree: MarkupTree, _ boilerplate: Boilerplate, except voids: [UInt64]
  ) -> Boilerplate.Name? {
    for attribute in [MarkupNames.classAttribute, MarkupNames.idAttribute] {
      guard let value = tree.attribute(attribute, of: i) else { continue }
      if let name = boilerplate.name(in: value, except: voids) { return name }
    }
    return nil
  }

  /// Names of things that a page's text may be made of, too. Comments and lists of other pages can be longer than the
  /// text and stay what they are.
  private static func canBeCommon(_ reason: LossReason) -> Bool {
    reason == .widget || reason == .navigation || reason == .pageMetadata
  }

  /// Keys that two elements or more share and that hold the page's text between them.
  private func commonKeys(among marked: [Marked], _ tree: MarkupTree, _ heading: Int?) -> [UInt64] {
    struct Sum {
      var key: UInt64
      var count = 0
      var weight = 0.0
      var holdsHeading = false
    }
    let weighsProse = weights.totalProse > 0
    var sums: [Sum] = []
    for element in marked where !element.holdsOthers {
      let i = element.index
      let at = sums.firstIndex { $0.key == element.key } ?? sums.count
      if at == sums.count { sums.append(Sum(key: element.key)) }
      sums[at].count += 1
      sums[at].weight += Double(weighsProse ? weights.prose[i] : weights.mass[i])
      if let heading, heading >= i, heading < Int(tree.elements[i].end) { sums[at].holdsHeading = true }
    }
    let total = Double(weighsProse ? weights.totalProse : weights.total)
    return sums.filter { sum in
      sum.count > 1 && sum.weight > 0
        && sum.weight >= (sum.holdsHeading ? Self.dominantShare : Self.commonShare) * total
    }.map(\.key)
  }

  /// Whether an element that is called a poll or vote asks the page's readers: it has buttons, links or shares to show.
  /// A part of a table, a table of votes, or a line that says who was for and against is a council's.
  private func isPoll(_ i: Int, _ tree: MarkupTree, _ boilerplate: Boilerplate) -> Bool {
    let element = tree.elements[i]
    let inner = tree.elements[(i + 1)..<max(i + 1, Int(element.end))].prefix(Self.ballotReach)
    if inner.contains(where: { HTMLElements.isFormControl($0.name) }) { return true }
    let isTabular =
      HTMLElements.isTableElement(element.name) || inner.contains { $0.name == MarkupNames.table }
    let hasLinks = inner.contains { $0.name == MarkupNames.a }
    if isTabular && !hasLinks { return false }
    guard isTabular || !hasLinks else { return true }
    return !boilerplate.isBallot(FoldedBytes.lower(partedText(of: i, tree).span))
  }

  /// An element's text with a space where others in it begin or end, since cells stand side by side.
  private func partedText(of i: Int, _ tree: MarkupTree) -> [UInt8] {
    let element = tree.elements[i]
    let end = min(Int(element.textEnd), Int(element.textStart) + Self.ballotReach)
    var edges: [Int] = []
    for inner in tree.elements[(i + 1)..<max(i + 1, Int(element.end))].prefix(Self.ballotReach) {
      edges.append(Int(inner.textStart))
      edges.append(Int(inner.textEnd))
    }
    edges.sort()
    var text: [UInt8] = []
    var start = Int(element.textStart)
    for edge in edges where edge > start && edge < end {
      text += tree.text[start..<edge]
      text.append(0x20)
      start = edge
    }
    return text + tree.text[start..<end]
  }

  /// Elements and bytes of a poll or vote that are looked at.
  private static let ballotReach = 4096
}
