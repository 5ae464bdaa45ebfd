/// Tells which line breaks of a plain text only wrap a paragraph.
///
/// Text that a program wrapped at a width W is greedy: a line ends where the next word would have gone beyond
/// W. Where most breaks are of that kind and most lines do not end as sentences do, those breaks are wraps;
/// elsewhere a line is a paragraph, save for lines that end with a space and go on in small letters (as
/// copied from a page).
enum LineWrapping {
  /// For each element of a tree of lines (the root is no line) whether the next one continues its paragraph.
  ///
  /// - Parameter isPreformatted: from HTML's `pre`, where a line that goes on in small letters was wrapped by hand.
  static func joins(_ tree: MarkupTree, isPreformatted: Bool = false) -> [Bool] {
    let shapes = tree.elements.enumerated().map { index, line in
      index == 0 ? Shape([]) : Shape(tree.text[line.text])
    }
    guard let width = wrapWidth(shapes) else {
      return shapes.indices.map { index in
        guard index + 1 < shapes.count else { return false }
        let (line, next) = (shapes[index], shapes[index + 1])
        if isPreformatted {
          let areCentred = line.indent > 1 && next.indent > 1 && line.indent != next.indent
          return line.width > 0 && next.startsSmall && !line.endsClause && !areCentred
        }
        return line.endsWithSpace && !line.endsSentence && next.startsSmall
      }
    }
    return shapes.indices.map { index in
      guard index + 1 < shapes.count else { return false }
      let (line, next) = (shapes[index], shapes[index + 1])
      guard line.width > 0, next.width > 0 else { return false }
      if next.isListItem || next.indent > line.indent + 1 { return false }
      return line.indent + line.width + 1 + next.firstWord > width || next.startsSmall && !line.endsSentence
    }
  }

  /// The width that the text was wrapped at, in code points, or nil where it was not.
  private static func wrapWidth(_ shapes: [Shape]) -> Int? {
    let widths = shapes.filter { $0.width > 0 }.map { $0.indent + $0.width }.sorted()
    guard widths.count >= 4 else { return nil }
    let width = widths[min(widths.count - 1, widths.count * 95 / 100)]
    guard (40...130).contains(width) else { return nil }
    var breaks = 0
    var greedy = 0
    var sentences = 0
    for index in shapes.indices.dropLast() {
      let (line, next) = (shapes[index], shapes[index + 1])
      guard line.width > 0, next.width > 0 else { continue }
      breaks += 1
      if line.indent + line.width + 1 + next.firstWord > width { greedy += 1 }
      if line.endsSentence { sentences += 1 }
    }
    guard breaks >= 3, greedy * 2 >= breaks, sentences * 10 < breaks * 6 else { return nil }
    return width
  }

  /// What the rules ask of a line; widths in code points.
  private struct Shape {
    var indent = 0
    var width = 0
    var firstWord = 0
    var startsSmall = false
    var endsSentence = false
    /// Ends with a semicolon or colon, after which a list goes on.
    var endsClause = false
    var endsWithSpace = false
    var isListItem = false

    init(_ line: ArraySlice<UInt8>) {
      let span = line.span
      var lastVisible: UInt32 = 0
      var position = 0
      var firstWordEnded = false
      var i = 0
      while i < span.count {
        switch WhiteSpace.classify(span, i) {
        case .space(let size):
          if lastVisible == 0 { indent += 1 } else { firstWordEnded = true }
          endsWithSpace = lastVisible != 0
          i += size
        case .invisible(let size):
          i += size
        case .other:
          let (scalar, size) = UTF8Bytes.scalar(in: span, at: i)
          if lastVisible == 0 { startsSmall = Unicode.Scalar(scalar)?.properties.isLowercase ?? false }
          if !firstWordEnded { firstWord += 1 }
          lastVisible = scalar
          width = position - indent + 1
          endsWithSpace = false
          i += size
        }
        position += 1
      }
      endsSentence = ".!?;:…".unicodeScalars.contains { $0.value == lastVisible }
      endsClause = lastVisible == 0x3b || lastVisible == 0x3a
      isListItem = width > 0 && Shape.beginsWithMarker(line.drop { $0 <= 0x20 })
    }

    /// `1.`, `2)`, a dash or a bullet, and a space.
    private static func beginsWithMarker(_ line: ArraySlice<UInt8>) -> Bool {
      let digits = line.prefix { (0x30...0x39).contains($0) }
      let rest = line[digits.endIndex...]
      if digits.isEmpty {
        return ["- ", "– ", "— ", "• ", "▪ ", "* "].contains { rest.starts(with: $0.utf8) }
      }
      guard digits.count <= 3, let mark = rest.first, mark == 0x2E || mark == 0x29 else { return false }
      return rest.dropFirst().first.map { $0 <= 0x20 || $0 >= 0x80 } ?? false
    }
  }
}
