/// Pages that a program made of a PDF: every printed line is an element of its own, placed by `left` and `top`, or ends
/// with a `br`. Tells which lines go on in the next, and which are only a page's number.
///
/// A line goes on where it is as long as lines of the page are, or the next begins in small letters; not where the next is
/// indented, numbered, a label, a head, in other weight, or stands off. Other pages have no such lines.
struct ConvertedLines {
  /// Elements whose block goes on in the next line, and `br` elements that only end a line.
  private(set) var goesOn: Set<Int> = []
  /// `br` elements after which a paragraph begins.
  private(set) var parts: Set<Int> = []
  /// Bytes of page numbers, in order.
  private(set) var pageNumbers: [Range<Int>] = []

  /// Fewer lines are not judged.
  private static let fewestLines = 8
  /// The share of a page's text that its lines hold at least.
  private static let share = 0.6

  /// For a line that another block cuts off.
  private static let noElement = -1

  private struct Line {
    /// The element, or the `br` that ends it; for the last line of a block that.
    var element: Int
    var shape: ConvertedLine
    var left: Double?
    var top: Double?
    /// A rule or the block's edge stands beside it.
    var isAtEdge = false
  }

  init(_ tree: MarkupTree, _ anatomy: PageAnatomy) {
    let placed = Self.placedLines(tree, anatomy)
    let mass = placed.reduce(0) { $0 + $1.shape.width }
    if placed.count >= Self.fewestLines, Double(mass) >= Self.share * Double(anatomy.weights.total) {
      read(placed)
      return
    }
    for blocks in Self.brokenBlocks(tree, anatomy) {
      let lines = blocks.flatMap { Self.lines(of: $0, tree) }
      if lines.count >= Self.fewestLines { read(lines) }
    }
  }

  /// Takes a run of lines if it is wrapped at a width.
  private mutating func read(_ lines: [Line]) {
    let widths = lines.map(\.shape.width).sorted()
    let width = widths[min(widths.count - 1, widths.count * 9 / 10)]
    let pairs = zip(lines, lines.dropFirst())
    let wrapped = pairs.count { $0.0.shape.isFull(of: width) && !$0.0.shape.endsSentence }
    guard (30...140).contains(width), wrapped >= 3, wrapped * 4 >= lines.count else { return }
    let layout = Layout(lines)
    var last: Line?
    var number = 0
    for (index, line) in lines.enumerated() {
      if line.shape.isPageNumber, layout.isAtEdge(index, of: lines) {
        pageNumbers.append(line.shape.bytes)
        if line.left == nil, line.element >= 0 { goesOn.insert(line.element) }
        continue
      }
      if let before = last {
        let isNext = line.shape.number == number + 1 || line.shape.number == 1
        let joins = layout.joins(before, line, width: width, isNextNumber: isNext)
        if before.element >= 0 {
          if joins { goesOn.insert(before.element) } else if line.left == nil { parts.insert(before.element) }
        }
        if !joins, let own = line.shape.number { number = own }
      } else if let own = line.shape.number {
        number = own
      }
      last = line
    }
  }

  /// What lines have in common.
  private struct Layout {
    /// The left edge that most lines stand at, and the usual distance of lines.
    private var margin: Double?
    private var leading: Double?
    /// More than this right of the margin a line is indented. The unit is the page's own.
    private var indent = 0.0
    /// Paragraphs are told by their first lines.
    private var hasIndents = false

    init(_ lines: [Line]) {
      margin = Self.margin(lines.compactMap(\.left))
      leading = Self.mode(
        zip(lines, lines.dropFirst()).compactMap { a, b in
          guard let top = a.top, let next = b.top, next > top else { return nil }
          return next - top
        })
      if let leading { indent = leading * 0.5 }
      if let margin {
        let indented = lines.count {
          $0.left.map { $0 > margin + indent && $0 <= margin + indent * 8 } ?? false
        }
        hasIndents = indented > 1 && indented * 10 >= lines.count
      }
    }

    /// The leftmost edge that more than a few lines stand at, rounded.
    private static func margin(_ edges: [Double]) -> Double? {
      let counts = counts(edges)
      return (counts.first { $0.count > 1 && $0.count * 8 >= edges.count } ?? counts.first)?.value
    }

    /// The most frequent of some numbers, rounded; the least of those where several are.
    private static func mode(_ values: [Double]) -> Double? {
      counts(values).max { ($0.count, $1.value) < ($1.count, $0.value) }?.value
    }

    /// Rounded numbers, each with how often it is there, the least first.
    private static func counts(_ values: [Double]) -> [(value: Double, count: Int)] {
      var counts: [Int: Int] = [:]
      for value in values { counts[Int(value.rounded()), default: 0] += 1 }
      return counts.sorted { $0.key < $1.key }.map { (Double($0.key), $0.value) }
    }

    /// First or last of its page.
    func isAtEdge(_ index: Int, of lines: [Line]) -> Bool {
      guard let top = lines[index].top else { return lines[index].isAtEdge }
      let isLast = index + 1 == lines.count || (lines[index + 1].top ?? top) < top
      return isLast || index == 0 || (lines[index - 1].top ?? top) > top
    }

    func joins(_ line: Line, _ next: Line, width: Int, isNextNumber: Bool) -> Bool {
      let (shape, after) = (line.shape, next.shape)
      if shape.isBold != after.startsBold && (shape.isBold || after.startsBold) { return false }
      if shape.isUpperCase != after.isUpperCase, !after.startsSmall || shape.isUpperCase { return false }
      if let top = line.top, let below = next.top, let leading, below - top > leading * 1.6 { return false }
      if let left = next.left, let margin {
        guard abs(left - margin) <= indent, line.left.map({ $0 <= margin + indent * 6 }) ?? true else {
          return false
        }
        if hasIndents { return shape.isFull(of: width) || after.startsSmall && !shape.endsSentence }
      }
      if after.isLabel || after.isListItem && (after.number == nil || isNextNumber) { return false }
      if after.startsSmall && !shape.endsSentence { return true }
      guard shape.isFull(of: width) else { return false }
      return !shape.endsSentence || shape.width + 1 + after.firstWord >= width
    }
  }

  // MARK: Lines of elements

  /// Elements placed by their own style that hold one line of text.
  private static func placedLines(_ tree: MarkupTree, _ anatomy: PageAnatomy) -> [Line] {
    var lines: [Line] = []
    var i = 0
    while i < tree.elements.count {
      let element = tree.elements[i]
      if anatomy.fates[i] == .invisible || anatomy.fates[i] == .lose {
        i = Int(element.end)
        continue
      }
      i += 1
      guard element.attributeCount > 0, HTMLElements.isBlock(element.name),
        let place = PlaceReader.place(of: i - 1, tree)
      else { continue }
      let inner = tree.elements[i..<max(i, Int(element.end))]
      guard !inner.contains(where: { HTMLElements.isBlock($0.name) || $0.name == MarkupNames.br }) else {
        continue
      }
      let shape = ConvertedLine(
        tree, i..<max(i, Int(element.end)), Int(element.textStart)..<Int(element.textEnd))
      if shape.width > 0 {
        let parent = Int(element.parent)
        let isLast = parent >= 0 && tree.elements[parent].end == element.end
        lines.append(
          Line(
            element: i - 1, shape: shape, left: place.left, top: place.top,
            isAtEdge: isLast || parent == i - 2))
      }
      i = max(i, Int(element.end))
    }
    return lines
  }

  /// Where elements are placed: by their style, or by classes for edge and height as pdf2htmlEX numbers them, which do not
  /// say where these are.
  private enum PlaceReader {
    static func place(of index: Int, _ tree: MarkupTree) -> (left: Double?, top: Double?)? {
      if let style = tree.attribute(MarkupNames.style, of: index),
        let left = StyleValue.number(style, "left"), let top = StyleValue.number(style, "top")
      {
        return (left, top)
      }
      guard let names = tree.attribute(MarkupNames.classAttribute, of: index)?.split(separator: 0x20),
        names.first?.elementsEqual([0x74]) == true, names.contains(where: { isNumbered($0, 0x78) }),
        names.contains(where: { isNumbered($0, 0x79) })
      else { return nil }
      return (nil, nil)
    }

    /// A letter and a hexadecimal number.
    private static func isNumbered(_ name: ArraySlice<UInt8>, _ letter: UInt8) -> Bool {
      name.count > 1 && name.first == letter
        && name.dropFirst().allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x61 && $0 <= 0x66 }
    }
  }

  /// Elements that hold `br`, each nearest to its own; paragraphs of one parent together, since a rule between pages
  /// ends a paragraph.
  private static func brokenBlocks(_ tree: MarkupTree, _ anatomy: PageAnatomy) -> [[Int]] {
    var groups: [Int: [Int]] = [:]
    var count = 0
    for i in tree.elements.indices where tree.elements[i].name == MarkupNames.br {
      guard let block = block(around: i, tree), anatomy.fates[block] == .keep else { continue }
      count += 1
      let group = tree.elements[block].name == MarkupNames.p ? Int(tree.elements[block].parent) : block
      if groups[group]?.last != block { groups[group, default: []].append(block) }
    }
    guard count >= fewestLines - 1 else { return [] }
    return groups.sorted { $0.key < $1.key }.map { Array(Set($0.value)).sorted() }
  }

  /// Inline elements between a `br` and its block at most.
  private static let deepestInline = 32

  private static func block(around index: Int, _ tree: MarkupTree) -> Int? {
    var i = Int(tree.elements[index].parent)
    var steps = 0
    while i >= 0, steps < deepestInline, !HTMLElements.isBlock(tree.elements[i].name) {
      i = Int(tree.elements[i].parent)
      steps += 1
    }
    return i >= 0 && steps < deepestInline && !HTMLElements.isTableElement(tree.elements[i].name) ? i : nil
  }

  /// The text of a block between its `br`, blank lines left out.
  private static func lines(of block: Int, _ tree: MarkupTree) -> [Line] {
    var lines: [Line] = []
    var start = Int(tree.elements[block].textStart)
    var firstElement = block + 1
    var isFirst = true
    func take(to end: Int, _ element: Int, upTo next: Int) {
      let shape = ConvertedLine(tree, firstElement..<max(firstElement, next), start..<max(start, end))
      if shape.width > 0 {
        lines.append(Line(element: element, shape: shape, isAtEdge: isFirst))
        isFirst = false
      }
      start = max(start, end)
      firstElement = next
    }
    func endPage() {
      if let last = lines.indices.last { lines[last].isAtEdge = true }
      isFirst = true
    }
    var i = block + 1
    while i < Int(tree.elements[block].end) {
      let element = tree.elements[i]
      if element.name == MarkupNames.br {
        take(to: Int(element.textStart), i, upTo: i)
      } else if element.name == MarkupNames.hr {
        endPage()
      } else if HTMLElements.isBlock(element.name) {
        take(to: Int(element.textStart), noElement, upTo: i)
        start = Int(element.textEnd)
        i = Int(element.end)
        firstElement = i
        continue
      }
      i += 1
    }
    take(to: Int(tree.elements[block].textEnd), block, upTo: Int(tree.elements[block].end))
    endPage()
    return lines
  }
}
