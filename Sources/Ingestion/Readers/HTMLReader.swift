/// Reads HTML, whole pages or fragments: leaves the frame of the page out and turns the rest into blocks.
struct HTMLReader {
  let tree: MarkupTree
  let anatomy: PageAnatomy
  private let lines: ConvertedLines
  /// The printed line under way goes on: nothing ends the block before there is more text.
  private var isHeld = false
  private var nextPageNumber = 0
  let boilerplate = Boilerplate.shared
  /// Whether the text has a "<" at all.
  private let hasMarks: Bool
  var builder: BlockBuilder

  /// Open elements, outermost first, and the open blocks among them.
  private var open: [Int] = []
  private var blocks: [Int] = []
  /// Ends (element indices) of open data tables and of the row and cell under way.
  private var tables: [(end: Int, header: Int?)] = []
  private var row: (index: Int, isHeader: Bool)?
  private var cell: Int?
  /// Code points of the block under way inside of bold text, of links and of `time`.
  private var bold = Share()
  var link = Share()
  var time = Share()
  /// The same of buttons that are headings of what they open.
  private var control = Share()
  /// Ends of paragraphs within the `pre` under way, bytes of the tree's text, the next one first.
  private var lineEnds: ArraySlice<Int> = []
  /// Consecutive line breaks without text between them.
  private var breaks = 0
  /// Set inside of an element that loses its own text.
  private var ownLoss: (index: Int, reason: LossReason)?
  /// Set after a heading such as "read also".
  var listLoss: ListLoss?
  var firstHeading: [UInt8]?
  /// Whether a paragraph of the document has been read: what tells date and author stands before it.
  var isOpening = true
  /// Byte of the tree's text at which the last piece of the block under way starts.
  private(set) var lastTaken = 0

  struct Share {
    var depth = 0
    var points = 0
  }

  /// Blocks are lost up to the end of an element, or as long as they are links.
  struct ListLoss {
    var end: Int
    var reason: LossReason
    var isOnlyOfLinks: Bool
    /// The element that opens the list, where it is a heading: those below it in rank belong to the list.
    var heading: Int32?

    func ends(at name: Int32) -> Bool {
      HTMLElements.isHeading(name) && heading.map { name <= $0 } ?? true
    }
  }

  /// - Parameter source: UTF-8.
  static func read(_ source: Span<UInt8>) -> SourceText {
    let tree = MarkupParser.parseHTML(source)
    return read(tree, places: Places(.markup(tree)))
  }

  /// - Parameter places: how to say where in the file the tree's elements stand.
  static func read(_ tree: MarkupTree, places: Places) -> SourceText {
    var reader = HTMLReader(tree)
    reader.walk()
    return reader.builder.result(places)
  }

  private init(_ tree: MarkupTree) {
    self.tree = tree
    anatomy = PageAnatomy(tree, boilerplate)
    lines = ConvertedLines(tree, anatomy)
    builder = BlockBuilder(tree)
    hasMarks = ByteLanes.firstIndex(of: 0x3c, in: tree.text.span) != nil
  }

  // MARK: The walk

  private mutating func walk() {
    declareHead()
    var position = 0
    var next = 0
    while true {
      while let top = open.last, Int(tree.elements[top].end) <= next {
        take(position..<Int(tree.elements[top].textEnd))
        position = max(position, Int(tree.elements[top].textEnd))
        close(top)
      }
      guard next < tree.elements.count else { break }
      let element = tree.elements[next]
      if !open.isEmpty { take(position..<max(position, Int(element.textStart))) }
      position = Int(element.textStart)
      switch anatomy.fates[next] {
      case .invisible:
        position = Int(element.textEnd)
        next = Int(element.end)
      case .lose:
        loseElement(next)
        position = Int(element.textEnd)
        next = Int(element.end)
      case .keep, .loseOwnText:
        enter(next)
        next += 1
      }
    }
    isHeld = false
    finish()
  }

  private mutating func enter(_ index: Int) {
    let name = tree.elements[index].name
    if HTMLElements.isBlock(name) {
      beginBlock(index, name)
    } else if name == MarkupNames.br {
      lineBreak(index)
    } else {
      countDepth(name, 1)
    }
    if anatomy.fates[index] == .loseOwnText {
      if HTMLElements.isBlock(name) { finish() }
      ownLoss = (index, anatomy.reasons[index])
    }
    open.append(index)
  }

  private mutating func beginBlock(_ index: Int, _ name: Int32) {
    ownLoss = nil
    if name == MarkupNames.table, tables.isEmpty, case .data(let header) = TableShape(of: index, in: tree) {
      finish()
      tables.append((Int(tree.elements[index].end), header))
    } else if !tables.isEmpty {
      if name == MarkupNames.tr && row == nil {
        finish()
        row = (index, tables.last?.header == index || isInHead(index))
      } else if HTMLElements.isCell(name) && row == nil {
        row = (index, tables.last?.header == index)
      }
      if HTMLElements.isCell(name) && cell == nil { cell = index }
      if row != nil { builder.separate() } else { finish() }
    } else {
      finish()
    }
    if let loss = listLoss, loss.ends(at: name) || index >= loss.end { listLoss = nil }
    if name == MarkupNames.pre, row == nil {
      let element = tree.elements[index]
      lineEnds =
        PlainTextReader.paragraphEnds(in: tree.text, Int(element.textStart)..<Int(element.textEnd))[...]
    }
    blocks.append(index)
  }

  private mutating func countDepth(_ name: Int32, _ change: Int) {
    if name == MarkupNames.a {
      link.depth += change
    } else if name == MarkupNames.time {
      time.depth += change
    } else if HTMLElements.isBold(name) {
      bold.depth += change
    } else if HTMLElements.isFormControl(name) {
      control.depth += change
    }
  }

  private func isInHead(_ row: Int) -> Bool {
    let parent = Int(tree.elements[row].parent)
    return parent >= 0 && tree.elements[parent].name == MarkupNames.thead
  }

  private mutating func close(_ index: Int) {
    let name = tree.elements[index].name
    if HTMLElements.isBlock(name) {
      if let row, row.index == index {
        finish(row.isHeader ? .tableHeader : .tableRow)
        self.row = nil
        cell = nil
      } else if row != nil {
        if cell == index { cell = nil }
        builder.separate()
      } else {
        if row == nil, lines.goesOn.contains(index) { isHeld = true }
        finish()
      }
      if let table = tables.last, Int(tree.elements[index].end) == table.end, name == MarkupNames.table {
        tables.removeLast()
      }
      blocks.removeLast()
    } else {
      countDepth(name, -1)
    }
    if ownLoss?.index == index { ownLoss = nil }
    if let loss = listLoss, Int(tree.elements[index].end) >= loss.end, HTMLElements.isBlock(name) {
      listLoss = nil
    }
    open.removeLast()
  }

  private mutating func take(_ range: Range<Int>) {
    var range = range
    // Preformatted text has its paragraphs by its lines.
    while let end = lineEnds.first, end < range.upperBound {
      lineEnds.removeFirst()
      guard end > range.lowerBound else { continue }
      takeStretch(range.lowerBound..<end)
      finish()
      range = end..<range.upperBound
    }
    takeStretch(range)
  }

  private mutating func takeStretch(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    while nextPageNumber < lines.pageNumbers.count,
      lines.pageNumbers[nextPageNumber].upperBound <= range.lowerBound
    {
      nextPageNumber += 1
    }
    if nextPageNumber < lines.pageNumbers.count, lines.pageNumbers[nextPageNumber].overlaps(range) {
      takeAroundPageNumber(range)
      return
    }
    if let ownLoss {
      builder.lose(range, ownLoss.reason)
      return
    }
    let before = builder.pointCount
    let node = cell ?? blocks.last ?? 0
    lastTaken = range.lowerBound
    if hasMarks && ByteLanes.firstIndex(of: 0x3c, in: tree.text.span.extracting(range)) != nil {
      takeAroundConditions(range, node)
    } else {
      builder.append(range, node: node)
    }
    let added = builder.pointCount - before
    if added > 0 {
      breaks = 0
      isHeld = false
      if bold.depth > 0 { bold.points += added }
      if link.depth > 0 { link.points += added }
      if control.depth > 0 { control.points += added }
      if time.depth > 0 { time.points += added }
    }
  }

  private mutating func takeAroundPageNumber(_ range: Range<Int>) {
    let number = lines.pageNumbers[nextPageNumber].clamped(to: range)
    builder.lose(number, .chrome)
    if lines.pageNumbers[nextPageNumber].upperBound <= range.upperBound { nextPageNumber += 1 }
    takeStretch(range.lowerBound..<number.lowerBound)
    takeStretch(number.upperBound..<range.upperBound)
  }

  /// Word's conditions (`<![if !supportLists]>`) come as text from the parser, but no browser shows them.
  private mutating func takeAroundConditions(_ range: Range<Int>, _ node: Int) {
    var start = range.lowerBound
    var i = start
    while i + 2 < range.upperBound {
      guard tree.text[i] == 0x3c, tree.text[i + 1] == 0x21, tree.text[i + 2] == 0x5b,
        let close = tree.text[i..<range.upperBound].prefix(80).firstIndex(of: 0x3e)
      else {
        i += 1
        continue
      }
      builder.append(start..<i, node: node)
      builder.lose(i..<close + 1, .hidden)
      start = close + 1
      i = start
    }
    builder.append(start..<range.upperBound, node: node)
  }

  /// One `br` joins lines, two in a row part paragraphs.
  private mutating func lineBreak(_ index: Int) {
    breaks += 1
    if row == nil, lines.goesOn.contains(index) {
      isHeld = true
    } else if row == nil, lines.parts.contains(index) {
      finish()
      return
    }
    if breaks > 1 && row == nil { finish() } else { builder.separate() }
  }

  private mutating func loseElement(_ index: Int) {
    let element = tree.elements[index]
    if HTMLElements.isBlock(element.name) {
      if row == nil { finish() } else { builder.separate() }
    }
    builder.lose(Int(element.textStart)..<Int(element.textEnd), anatomy.reasons[index])
    if anatomy.reasons[index] == .pageMetadata { declareDate(tree.string(of: index)) }
  }

  // MARK: Blocks

  private mutating func finish(_ rowKind: SourceText.Block.Kind? = nil) {
    if isHeld && !builder.isEmpty {
      builder.separate()
      return
    }
    defer {
      bold.points = 0
      link.points = 0
      control.points = 0
      time.points = 0
      breaks = 0
    }
    let points = builder.pointCount
    guard points > 0 else { return }
    let block = blocks.last ?? 0
    let name = tree.elements[block].name
    var kind = rowKind ?? self.kind(of: name)
    if let reason = lossReason(block, kind, points) {
      builder.discard(reason)
      return
    }
    if kind == .paragraph && isPageTitle() { kind = .title }
    if kind == .heading && tree.elements[block].name == MarkupNames.h1 { kind = .title }
    let isBold = bold.points * 10 >= points * 9
    // A title that no heading element holds opens the page as one that does.
    if kind == .paragraph && points >= Self.shortBlock && !(isBold && isTitleLike) { isOpening = false }
    if kind == .heading || kind == .title {
      if firstHeading == nil { firstHeading = Array(builder.currentText) }
    }
    guard let index = builder.finish(kind) else { return }
    let alignment = BlockAlignment(of: block, in: tree)
    let isNested = kind == .listItem && isInItem(block)
    builder.update(index) {
      $0.isNested = isNested
      $0.isBold = isBold
      $0.isCentred = alignment == .centre
      $0.isRight = alignment == .right
    }
  }

  /// No mark ends the block under way, as one would a sentence.
  private var isTitleLike: Bool {
    guard let last = builder.currentText.last else { return false }
    // . ! ? : ; and the last byte of …
    return ![0x2e, 0x21, 0x3f, 0x3a, 0x3b, 0xa6].contains(last)
  }

  /// Whether a list item stands in another.
  private func isInItem(_ item: Int) -> Bool {
    blocks.dropLast().contains { $0 < item && tree.elements[$0].name == MarkupNames.li }
  }

  private func kind(of name: Int32) -> SourceText.Block.Kind {
    if HTMLElements.isHeading(name) || control.points > 0 { return .heading }
    return name == MarkupNames.li ? .listItem : .paragraph
  }
}
