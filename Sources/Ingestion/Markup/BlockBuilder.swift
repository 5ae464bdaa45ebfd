/// Collects stretches of a tree's text into blocks: collapses white space, keeps the map back to the source,
/// and accounts for every visible code point, kept or lost.
///
/// Readers walk their tree in document order and call `append` for what belongs to the block under way,
/// `separate` where the next piece must not be glued to it (a cell, a `br`), `finish` at its end, and `lose`
/// for what is left out.
struct BlockBuilder {
  private(set) var source = SourceText()
  private let tree: MarkupTree
  private let codePoints: CodePointIndex
  private var textStart = 0
  private var firstSegment = 0
  /// Raw byte range and element of the segment under way.
  private var segmentNode = -1
  private var segmentStart = 0
  private var segmentEnd = 0
  private var segmentTextStart: Int32 = 0
  private var pendingSpace = false
  private var pendingSegment = false
  /// Code points of the block's text so far, and visible ones.
  private var points: Int32 = 0
  private var visible = 0
  /// The addressable element asked for last, and its end: what stands inside of it has the same.
  private var deepAddress = 0..<0

  init(_ tree: MarkupTree) {
    self.tree = tree
    codePoints = CodePointIndex(tree.text.span)
    source.text.reserveCapacity(tree.text.count)
  }

  /// Whether the block under way has any visible text.
  var isEmpty: Bool { points == 0 }
  /// Code points of the block under way.
  var pointCount: Int { Int(points) }
  /// Collapsed text of the block under way, UTF-8.
  var currentText: ArraySlice<UInt8> { source.text[textStart...] }

  /// Adds raw bytes of the tree's text, which stand inside of `node`, to the block under way.
  mutating func append(_ range: Range<Int>, node: Int) {
    guard !range.isEmpty else { return }
    let address = addressable(node)
    if address != segmentNode || range.lowerBound != segmentEnd { pendingSegment = true }
    let bytes = tree.text
    let text = bytes.span
    var i = range.lowerBound
    while i < range.upperBound {
      switch WhiteSpace.classify(text, i) {
      case .space(let n):
        pendingSpace = points > 0
        i += n
      case .invisible(let n):
        i += n
      case .other:
        if pendingSpace {
          source.text.append(0x20)
          points += 1
          pendingSpace = false
        }
        if pendingSegment {
          beginSegment(address, at: i)
          pendingSegment = false
        }
        i = take(text, i, range.upperBound)
        segmentEnd = i
      }
    }
    if !pendingSegment { segmentEnd = range.upperBound }
  }

  /// Takes words with single spaces between them as they are, and gives the index after the last.
  private mutating func take(_ text: Span<UInt8>, _ start: Int, _ limit: Int) -> Int {
    let (end, spaces) = WhiteSpace.endOfPlain(text, start, limit)
    let run = text.extracting(start..<end)
    run.withUnsafeBufferPointer { source.text.append(contentsOf: $0) }
    let added = CodePoints.count(run)
    points += Int32(added)
    visible += added - spaces
    return end
  }

  /// The next piece is set off by one space and gets a segment of its own.
  mutating func separate() {
    pendingSpace = points > 0
    pendingSegment = true
  }

  /// Ends the block under way. Returns its index, or nil where it has no visible text.
  @discardableResult
  mutating func finish(_ kind: SourceText.Block.Kind) -> Int? {
    defer { reset() }
    guard points > 0 else { return nil }
    endSegment()
    source.losses.visible += visible
    source.losses.kept += visible
    source.blocks.append(
      SourceText.Block(
        kind: kind, text: textStart..<source.text.count, segments: firstSegment..<source.segments.count))
    source.text.append(0x0a)
    return source.blocks.count - 1
  }

  /// Ends the block under way as lost.
  mutating func discard(_ reason: LossReason) {
    if visible > 0 {
      source.losses.visible += visible
      source.losses.lost[reason, default: 0] += visible
    }
    source.text.removeSubrange(textStart...)
    source.segments.removeSubrange(firstSegment...)
    reset()
  }

  /// Accounts for raw bytes of the tree's text that are left out.
  mutating func lose(_ range: Range<Int>, _ reason: LossReason) {
    guard !range.isEmpty else { return }
    let count = WhiteSpace.visibleCount(tree.text.span.extracting(range))
    guard count > 0 else { return }
    source.losses.visible += count
    source.losses.lost[reason, default: 0] += count
  }

  /// Changes what readers know of a block that is finished.
  mutating func update(_ index: Int, _ change: (inout SourceText.Block) -> Void) {
    change(&source.blocks[index])
  }

  mutating func report(_ issue: Issue) { source.issues.append(issue) }

  mutating func declare(_ change: (inout SourceText.Declared) -> Void) { change(&source.declared) }

  /// The whole, with the tree as its places.
  consuming func result(_ places: Places) -> SourceText {
    source.places = places
    return source
  }

  /// As the tree's, which walks up from the node: here once for all nodes below the deepest address.
  private mutating func addressable(_ node: Int) -> Int {
    if deepAddress.contains(node) { return deepAddress.lowerBound }
    let address = tree.addressable(node)
    if address != node { deepAddress = address..<Int(tree.elements[address].end) }
    return address
  }

  private mutating func reset() {
    textStart = source.text.count
    firstSegment = source.segments.count
    segmentNode = -1
    segmentEnd = 0
    pendingSpace = false
    pendingSegment = true
    points = 0
    visible = 0
  }

  private mutating func beginSegment(_ node: Int, at byte: Int) {
    endSegment()
    segmentNode = node
    segmentStart = byte
    segmentEnd = byte
    segmentTextStart = points
  }

  private mutating func endSegment() {
    guard segmentNode >= 0 else { return }
    let base = point(at: Int(tree.elements[segmentNode].textStart))
    source.segments.append(
      Segment(
        node: Int32(segmentNode), start: point(at: segmentStart) - base, end: point(at: segmentEnd) - base,
        textStart: segmentTextStart))
    segmentNode = -1
  }

  private func point(at byte: Int) -> Int32 { Int32(codePoints.points(before: byte, in: tree.text.span)) }
}
