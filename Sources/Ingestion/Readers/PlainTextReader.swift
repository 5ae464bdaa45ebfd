/// Plain text: paragraphs from blank lines, lines, or hard-wrapped lines; places are line numbers.
enum PlainTextReader {
  /// `utf8`: a decoded file. Cost: two passes.
  static func read(_ utf8: [UInt8]) -> SourceText {
    let tree = lines(utf8)
    let joins = LineWrapping.joins(tree)
    var builder = BlockBuilder(tree)
    var frame = DecisionFrame()
    for index in tree.elements.indices.dropFirst() {
      let line = tree.elements[index].text
      if builder.isEmpty, let parts = OneLineDecision.parts(of: utf8[line]) {
        write(parts, line: index, to: &builder)
        continue
      }
      builder.append(line, node: index)
      if joins[index] {
        builder.separate()
      } else if !builder.isEmpty {
        finish(next: nextLine(after: index, in: tree), &frame, &builder)
      }
    }
    var source = builder.result(Places(.lines))
    source.removeUnreadableBlocks()
    return source
  }

  /// Where the paragraphs of preformatted text end, save for the last, by its blank lines, lines or wrapped lines.
  ///
  /// - Parameter range: of the text.
  static func paragraphEnds(in text: [UInt8], _ range: Range<Int>) -> [Int] {
    let tree = lines(Array(text[range]))
    let joins = LineWrapping.joins(tree, isPreformatted: true)
    return tree.elements.indices.dropFirst().dropLast().filter { !joins[$0] }
      .map { range.lowerBound + Int(tree.elements[$0].textEnd) }
  }

  /// Ends a paragraph; an office that stands alone goes on with the name in the next line.
  private static func finish(
    next: ArraySlice<UInt8>?, _ frame: inout DecisionFrame, _ builder: inout BlockBuilder
  ) {
    // A line that begins with the sign of copyright belongs to the page, not to the document.
    if builder.currentText.starts(with: [0xC2, 0xA9]) {
      builder.discard(.chrome)
      return
    }
    if let next, DecisionFrame.isOffice(builder.currentText), DecisionFrame.isName(next) {
      frame.isSignature = true
      builder.separate()
      return
    }
    switch frame.part(builder.currentText, next: next) {
    case .title: builder.finishUnlessOrnament(.title)
    case .repeatedTitle: builder.discard(.duplicateTitle)
    case .requisites: builder.finishUnlessOrnament(.paragraph) { $0.role = .note }
    case .signature: builder.finishUnlessOrnament(.paragraph) { $0.role = .signature }
    case .text: builder.finishUnlessOrnament(.paragraph)
    }
  }

  /// The next line with anything on it.
  private static func nextLine(after index: Int, in tree: MarkupTree) -> ArraySlice<UInt8>? {
    for line in tree.elements[(index + 1)...] {
      let bytes = tree.text[line.text]
      if WhiteSpace.visibleCount(bytes.span) > 0 { return bytes }
    }
    return nil
  }

  /// The text as a tree of one root and one element a line, so that an element's index is its line's number.
  /// Lines end with LF, CR LF or CR; the ends belong to the root only.
  private static func lines(_ utf8: [UInt8]) -> MarkupTree {
    var tree = MarkupTree()
    tree.isHTML = false
    tree.text = utf8
    func element(depth: Int32, start: Int) -> MarkupTree.Element {
      MarkupTree.Element(
        name: MarkupNames.p, parent: depth - 1, depth: depth, ordinal: 1, end: 0, textStart: Int32(start),
        textEnd: Int32(start), firstAttribute: 0, attributeCount: 0)
    }
    func close(at end: Int) {
      tree.elements[tree.elements.count - 1].textEnd = Int32(end)
      tree.elements[tree.elements.count - 1].end = Int32(tree.elements.count)
    }
    tree.elements.append(element(depth: 0, start: 0))
    tree.elements.append(element(depth: 1, start: 0))
    var i = 0
    while i < utf8.count {
      let byte = utf8[i]
      i += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      close(at: i - 1)
      if byte == 0x0D, i < utf8.count, utf8[i] == 0x0A { i += 1 }
      tree.elements.append(element(depth: 1, start: i))
    }
    close(at: utf8.count)
    tree.elements[0].textEnd = Int32(utf8.count)
    tree.elements[0].end = Int32(tree.elements.count)
    return tree
  }

  private static func write(_ parts: [OneLineDecision.Part], line: Int, to builder: inout BlockBuilder) {
    for part in parts {
      builder.append(part.bytes, node: line)
      switch part.kind {
      case .footer: builder.discard(.chrome)
      case .title: builder.finishUnlessOrnament(.title)
      case .requisites, .note: builder.finishUnlessOrnament(.paragraph) { $0.role = .note }
      case .preamble: builder.finishUnlessOrnament(.paragraph)
      case .point: builder.finishUnlessOrnament(.listItem) { $0.role = .resolution }
      case .signature: builder.finishUnlessOrnament(.paragraph) { $0.role = .signature }
      }
    }
  }
}

extension BlockBuilder {
  /// Ends the block under way; without any letter or digit it is lost as an ornament.
  mutating func finishUnlessOrnament(
    _ kind: SourceText.Block.Kind, _ change: (inout SourceText.Block) -> Void = { _ in }
  ) {
    guard isEmpty || BlockBuilder.hasLetterOrDigit(currentText.span) else {
      discard(.ornament)
      return
    }
    if let index = finish(kind) { update(index, change) }
  }

  private static func hasLetterOrDigit(_ text: Span<UInt8>) -> Bool {
    var i = 0
    while i < text.count {
      let (value, size) = UTF8Bytes.scalar(in: text, at: i)
      if value < 0x80 {
        if (0x30...0x39).contains(value) || (0x61...0x7A).contains(value | 0x20) { return true }
      } else if (0x400...0x52F).contains(value) {
        return true
      } else if let scalar = Unicode.Scalar(value),
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      {
        return true
      }
      i += size
    }
    return false
  }
}
