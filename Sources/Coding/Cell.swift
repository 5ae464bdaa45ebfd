/// A stretch of a line of UTF-8 that knows its column.
struct Cell {
  private let source: [UInt8]
  /// A place of the line at or before the cell, and its column, from which others are counted.
  private let known: (place: Int, column: Int)
  /// Place in the source, in bytes.
  let range: Range<Int>

  /// - Parameters:
  ///   - source: valid UTF-8.
  ///   - lineStart: where columns are counted from.
  init(_ source: [UInt8], _ range: Range<Int>, lineStart: Int) {
    self.init(source, range, known: (lineStart, 1))
  }

  private init(_ source: [UInt8], _ range: Range<Int>, known: (place: Int, column: Int)) {
    self.source = source
    self.range = range
    self.known = known
  }

  init(_ text: String) { self.init(Array(text.utf8), 0..<text.utf8.count, lineStart: 0) }

  static let empty = Cell("")

  var isEmpty: Bool { range.isEmpty }
  var text: String { String(decoding: source[range], as: UTF8.self) }
  var first: UInt8? { range.isEmpty ? nil : source[range.lowerBound] }
  var last: UInt8? { range.isEmpty ? nil : source[range.upperBound - 1] }

  /// Code points from the start of the line, from 1. Counted when asked for, from the cell that it was split from.
  var column: Int { column(at: range.lowerBound) }

  /// The column of a byte of the source.
  func column(at place: Int) -> Int {
    var column = known.column
    for i in known.place..<place where source[i] & 0xC0 != 0x80 { column += 1 }
    return column
  }

  subscript(place: Int) -> UInt8 { source[place] }
  subscript(part: Range<Int>) -> Cell { Cell(source, part, known: known) }

  /// The place of a mark, an ASCII character.
  func firstIndex(of mark: UInt8) -> Int? {
    for i in range where source[i] == mark { return i }
    return nil
  }

  /// Whether the cell is just this ASCII text.
  func equals(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { source[range].elementsEqual($0) }
  }

  func trimmed() -> Cell {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      let length = space(at: start, end)
      if length == 0 { break }
      start += length
    }
    while start < end {
      if source[end - 1] == 0x20 {
        end -= 1
      } else if end - start >= 2, space(at: end - 2, end) == 2 {
        end -= 2
      } else {
        break
      }
    }
    return self[start..<end]
  }

  /// The parts between separators, empty ones included, each trimmed.
  func split(_ separator: UInt8) -> [Cell] {
    var parts: [Cell] = []
    // Each part knows its own column: a cell may have thousands of terms.
    var start = (place: range.lowerBound, column: column)
    var column = start.column
    for i in range {
      if source[i] & 0xC0 != 0x80 { column += 1 }
      guard source[i] == separator else { continue }
      parts.append(Cell(source, start.place..<i, known: start).trimmed())
      start = (i + 1, column)
    }
    parts.append(Cell(source, start.place..<range.upperBound, known: start).trimmed())
    return parts
  }

  /// The parts between white space; a bracketed choice stays whole.
  func pieces() -> [Cell] {
    var pieces: [Cell] = []
    var start = range.lowerBound
    var depth = 0
    var i = start
    while i < range.upperBound {
      var length = 1
      switch source[i] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case 0x20, 0xC2:
        let space = space(at: i, range.upperBound)
        if space > 0, depth <= 0 {
          if start < i { pieces.append(self[start..<i]) }
          start = i + space
        }
        length = max(space, 1)
      default: break
      }
      i += length
    }
    if start < range.upperBound { pieces.append(self[start..<range.upperBound]) }
    return pieces
  }

  /// The length of the white space at a place: 1 for a space, 2 for a no-break space, which comes from word processors
  /// and means nothing else here; 0 for none.
  private func space(at i: Int, _ end: Int) -> Int {
    if source[i] == 0x20 { return 1 }
    return source[i] == 0xC2 && i + 1 < end && source[i + 1] == 0xA0 ? 2 : 0
  }
}
