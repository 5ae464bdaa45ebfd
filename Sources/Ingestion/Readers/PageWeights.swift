/// How much text, link text and prose each element of a page holds, found in one walk over the tree.
///
/// All weights are visible code points, white space aside, of text that is neither invisible nor lost by its tag.
struct PageWeights {
  /// All text of an element.
  private(set) var mass: [Int32]
  /// Text inside of links.
  private(set) var links: [Int32]
  /// Text in runs that are long enough for sentences and are no links.
  private(set) var prose: [Int32]
  /// Blocks, innermost, whose whole text is how the page's title begins, in document order; at most a few.
  private(set) var titles: [Int] = []
  /// First and last first-level heading with text.
  private(set) var topHeadings: (first: Int, last: Int)?
  /// Bytes of the tree's text at which runs of prose start.
  private(set) var proseStarts: [Int] = []
  /// The same of lines that say how to reach somebody; no more than `maximumContacts`.
  private(set) var contactStarts: [Int] = []
  private(set) var total: Int32 = 0
  private(set) var totalProse: Int32 = 0
  /// For each element the first block at or after it, and the number of links before it.
  private var nextBlock: [Int32]
  private var linksBefore: [Int32]

  /// Shorter runs of text between two block boundaries are labels rather than prose: three quarters of the
  /// menu entries, dates and captions of the annotated pages are, and one in twenty of their sentences.
  private static let shortestProse = 45
  /// Longer runs are never tried against the cues for boilerplate.
  private static let longestCue = 200
  private static let maximumTitles = 16
  static let maximumContacts = 64
  /// Such lines are no longer. Code points.
  static let longestContact = 250

  init(_ tree: MarkupTree, _ boilerplate: Boilerplate, title: [UInt8], skip: (Int) -> Bool) {
    let count = tree.elements.count
    mass = Array(repeating: 0, count: count)
    links = Array(repeating: 0, count: count)
    prose = Array(repeating: 0, count: count)
    nextBlock = Array(repeating: Int32(count), count: count + 1)
    linksBefore = Array(repeating: 0, count: count + 1)
    for i in tree.elements.indices {
      linksBefore[i + 1] = linksBefore[i] + (tree.elements[i].name == MarkupNames.a ? 1 : 0)
    }
    for i in tree.elements.indices.reversed() {
      nextBlock[i] = HTMLElements.isBlock(tree.elements[i].name) ? Int32(i) : nextBlock[i + 1]
    }
    weigh(tree, boilerplate, title, skip)
  }

  /// Whether a block stands inside of an element.
  func hasBlockInside(_ i: Int, _ tree: MarkupTree) -> Bool { nextBlock[i + 1] < tree.elements[i].end }

  /// The number of `a` elements inside of an element.
  func linkCount(_ i: Int, _ tree: MarkupTree) -> Int {
    Int(linksBefore[Int(tree.elements[i].end)] - linksBefore[i + 1])
  }

  /// The number of `a` elements in a range of elements.
  func linkCount(_ elements: Range<Int>) -> Int {
    Int(linksBefore[elements.upperBound] - linksBefore[elements.lowerBound])
  }

  /// Text between two block boundaries.
  private struct Run {
    var points: Int32 = 0
    var linkPoints: Int32 = 0
    var start = 0
    var end = 0
  }

  private struct Open {
    var index: Int
    var total: Int32
    var links: Int32
    var prose: Int32
  }

  private mutating func weigh(
    _ tree: MarkupTree, _ boilerplate: Boilerplate, _ title: [UInt8], _ skip: (Int) -> Bool
  ) {
    var linkTotal: Int32 = 0
    var inLink = 0
    var run = Run()
    var stack: [Open] = []
    var position = 0
    var next = 0
    func take(_ end: Int) {
      guard position < end else { return }
      let n = Int32(CodePoints.visible(tree.text.span.extracting(position..<end)))
      if n > 0 {
        if run.points == 0 { run.start = position }
        run.points += n
        run.end = end
        total += n
        if inLink > 0 {
          run.linkPoints += n
          linkTotal += n
        }
      }
      position = end
    }
    func flush() {
      guard run.points > 0 else { return }
      if isContact(tree, run, boilerplate) {
        if contactStarts.count < Self.maximumContacts { contactStarts.append(run.start) }
      } else if run.points >= Int32(Self.shortestProse), run.linkPoints * 2 < run.points,
        run.points > Self.longestCue || !isCue(tree, run, boilerplate)
      {
        totalProse += run.points
        proseStarts.append(run.start)
      }
      if titles.count < Self.maximumTitles, let top = stack.last, begins(title, tree, run) {
        titles.append(top.index)
      }
      run = Run()
    }
    while true {
      while let top = stack.last, Int(tree.elements[top.index].end) <= next {
        take(Int(tree.elements[top.index].textEnd))
        let name = tree.elements[top.index].name
        if HTMLElements.isBlock(name) { flush() }
        mass[top.index] = total - top.total
        links[top.index] = linkTotal - top.links
        prose[top.index] = totalProse - top.prose
        if name == MarkupNames.a { inLink -= 1 }
        if name == MarkupNames.h1 && mass[top.index] > 0 && !tree.isSiteName(top.index) {
          topHeadings = (topHeadings?.first ?? top.index, top.index)
        }
        stack.removeLast()
      }
      guard next < tree.elements.count else { return }
      let element = tree.elements[next]
      if stack.isEmpty {
        position = max(position, Int(element.textStart))
      } else {
        take(Int(element.textStart))
      }
      if skip(next) {
        position = Int(element.textEnd)
        next = Int(element.end)
        continue
      }
      if HTMLElements.isBlock(element.name) { flush() }
      stack.append(Open(index: next, total: total, links: linkTotal, prose: totalProse))
      if element.name == MarkupNames.a { inLink += 1 }
      next += 1
    }
  }

  private func isCue(_ tree: MarkupTree, _ run: Run, _ boilerplate: Boilerplate) -> Bool {
    boilerplate.isOfFrame(folded(tree, run))
  }

  /// Whether a run that has an @ or five digits says how to reach somebody.
  private func isContact(_ tree: MarkupTree, _ run: Run, _ boilerplate: Boilerplate) -> Bool {
    guard run.points <= Int32(Self.longestContact) else { return false }
    var digits = 0
    for i in run.start..<run.end {
      let byte = tree.text[i]
      if byte >= 0x30 && byte <= 0x39 { digits += 1 } else if byte == 0x40 { digits += Self.fewestDigits }
    }
    return digits >= Self.fewestDigits && boilerplate.reason(forContactLine: folded(tree, run)) != nil
  }

  private static let fewestDigits = 5

  private func folded(_ tree: MarkupTree, _ run: Run) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(run.end - run.start)
    WhiteSpace.collapse(tree.text.span.extracting(run.start..<run.end), into: &text)
    return FoldedBytes.lower(text.span)
  }

  /// Whether a title begins with a run, white space aside.
  private func begins(_ title: [UInt8], _ tree: MarkupTree, _ run: Run) -> Bool {
    guard title.count > 8, run.points >= 5 else { return false }
    var k = 0
    for byte in tree.text[run.start..<run.end] where byte > 0x20 {
      while k < title.count, title[k] <= 0x20 { k += 1 }
      guard k < title.count, title[k] == byte else { return false }
      k += 1
    }
    return true
  }
}
