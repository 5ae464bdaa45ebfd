/// Reads HTML, whole pages or fragments: leaves the frame of the page out and turns the rest into blocks.
struct HTMLReader {
  private let tree: MarkupTree
  private let anatomy: PageAnatomy
  private let boilerplate = Boilerplate.shared
  private var builder: BlockBuilder

  /// Open elements, outermost first, and the open blocks among them.
  private var open: [Int] = []
  private var blocks: [Int] = []
  /// Ends (element indices) of open data tables and of the row and cell under way.
  private var tables: [(end: Int, header: Int?)] = []
  private var row: (index: Int, isHeader: Bool)?
  private var cell: Int?
  private var boldDepth = 0
  private var boldPoints = 0
  /// Consecutive line breaks without text between them.
  private var breaks = 0
  /// Set inside of an element that loses its own text.
  private var ownLoss: (index: Int, reason: LossReason)?
  /// Set after a heading such as "read also": blocks are lost up to the end of this element.
  private var listLoss: (end: Int, reason: LossReason)?
  private var title: [UInt8] = []
  private var firstHeading: [UInt8]?

  /// Blocks outside of the main element that are shorter are taken for the page's frame. Code points.
  private static let shortBlock = 60
  /// Only blocks up to this length are tried against the cues for boilerplate. Code points.
  private static let cueLength = 90

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
    builder = BlockBuilder(tree)
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
    finish()
  }

  private mutating func enter(_ index: Int) {
    let name = tree.elements[index].name
    if HTMLElements.isBlock(name) {
      beginBlock(index, name)
    } else if name == MarkupNames.br {
      lineBreak()
    } else if HTMLElements.isBold(name) {
      boldDepth += 1
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
    if let loss = listLoss, HTMLElements.isHeading(name) || index >= loss.end { listLoss = nil }
    blocks.append(index)
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
        finish()
      }
      if let table = tables.last, Int(tree.elements[index].end) == table.end, name == MarkupNames.table {
        tables.removeLast()
      }
      blocks.removeLast()
    } else if HTMLElements.isBold(name) {
      boldDepth -= 1
    }
    if ownLoss?.index == index { ownLoss = nil }
    if let loss = listLoss, Int(tree.elements[index].end) >= loss.end, HTMLElements.isBlock(name) {
      listLoss = nil
    }
    open.removeLast()
  }

  private mutating func take(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if let ownLoss {
      builder.lose(range, ownLoss.reason)
      return
    }
    let before = builder.pointCount
    builder.append(range, node: cell ?? blocks.last ?? 0)
    let added = builder.pointCount - before
    if added > 0 {
      breaks = 0
      if boldDepth > 0 { boldPoints += added }
    }
  }

  /// One `br` joins lines, two in a row part paragraphs.
  private mutating func lineBreak() {
    breaks += 1
    if breaks > 1 && row == nil { finish() } else { builder.separate() }
  }

  private mutating func loseElement(_ index: Int) {
    let element = tree.elements[index]
    if HTMLElements.isBlock(element.name) && row == nil { finish() }
    builder.lose(Int(element.textStart)..<Int(element.textEnd), anatomy.reasons[index])
    if anatomy.reasons[index] == .pageMetadata { declareDate(index) }
  }

  // MARK: Blocks

  private mutating func finish(_ rowKind: SourceText.Block.Kind? = nil) {
    defer {
      boldPoints = 0
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
    if kind == .heading || kind == .title {
      if firstHeading == nil { firstHeading = Array(builder.currentText) }
    }
    let isBold = boldPoints * 10 >= points * 9
    guard let index = builder.finish(kind) else { return }
    let alignment = self.alignment(of: block)
    builder.update(index) {
      $0.isBold = isBold
      $0.isCentred = alignment == .centre
      $0.isRight = alignment == .right
    }
  }

  private func kind(of name: Int32) -> SourceText.Block.Kind {
    if HTMLElements.isHeading(name) { return .heading }
    return name == MarkupNames.li ? .listItem : .paragraph
  }

  private mutating func lossReason(_ block: Int, _ kind: SourceText.Block.Kind, _ points: Int) -> LossReason?
  {
    let text = builder.currentText
    guard
      text.contains(where: {
        $0 >= 0x80 || ($0 >= 0x30 && $0 <= 0x39) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7a)
      })
    else { return .ornament }
    if text.elementsEqual([0xe2, 0x80, 0x94]) || text.elementsEqual([0xe2, 0x80, 0x93]) { return .ornament }
    guard anatomy.isWholePage else { return nil }
    if let listLoss { return listLoss.reason }
    if points <= Self.cueLength {
      if let reason = boilerplate.listReason(forHeading: text) {
        let parent = Int(tree.elements[block].parent)
        let end = parent >= 0 ? Int(tree.elements[parent].end) : tree.elements.count
        // What follows the heading inside of its own parent goes, unless that is the document itself.
        if parent > anatomy.root || !anatomy.isMain(block, tree) { listLoss = (end, reason) }
        return reason
      }
      if let reason = boilerplate.reason(forText: text) { return reason }
    }
    if let firstHeading, builder.currentText.elementsEqual(firstHeading), builder.source.blocks.count <= 3 {
      return .duplicateTitle
    }
    if points < Self.shortBlock, !anatomy.isMain(block, tree), kind != .heading, !isPageTitle() {
      return .chrome
    }
    return nil
  }

  /// Whether the block under way is the page's title, as `title` gives it with or without the site's name.
  private func isPageTitle() -> Bool {
    let text = builder.currentText
    return text.count > 8 && title.count >= text.count && title.starts(with: text)
  }

  private enum Alignment { case none, centre, right }

  private func alignment(of block: Int) -> Alignment {
    var i = block
    // The paragraph itself or the cell, division or heading around it.
    for _ in 0..<3 where i > 0 {
      if tree.elements[i].attributeCount > 0 {
        if let value = tree.attribute(MarkupNames.align, of: i) {
          if value.first.map({ $0 | 0x20 }) == 0x63 { return .centre }
          if value.first.map({ $0 | 0x20 }) == 0x72 { return .right }
        }
        if let style = tree.attribute(MarkupNames.style, of: i) {
          if StyleValue.has(style, "text-align", "center") { return .centre }
          if StyleValue.has(style, "text-align", "right") { return .right }
        }
      }
      i = Int(tree.elements[i].parent)
    }
    return .none
  }

  // MARK: What the page declares

  private mutating func declareHead() {
    guard let html = tree.elements.indices.first else { return }
    if let lang = tree.attribute(named: "lang", of: html) { builder.declare { $0.language = lang } }
    for index in tree.elements.indices.prefix(200) where tree.elements[index].name == MarkupNames.title {
      let text = tree.string(of: index)
      title = Array(text.utf8)
      builder.declare { $0.title = text }
      break
    }
    for index in tree.elements.indices where tree.elements[index].name == MarkupNames.time {
      guard let value = tree.attribute(named: "datetime", of: index), value.count >= 10 else { continue }
      builder.declare { $0.date = String(value.prefix(10)) }
      break
    }
  }

  private mutating func declareDate(_ index: Int) {
    guard builder.source.declared.dateText == nil else { return }
    let text = tree.string(of: index)
    guard text.utf8.count < 80, text.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return }
    builder.declare { $0.dateText = text }
  }
}
