/// A file of HTML or XML in which long stretches of plain text are replaced by short marks, so that libxml2 reads little
/// more than the mark-up: it looks at every character of a text several times, and we need it for none of them.
///
/// A stretch stands after a `>` with no `<` or quotation mark between, and has no such byte itself, nor `>`, `-`, a
/// character reference, a control character or one that XML forbids; in XML no `?` either. Wherever libxml2 is after
/// that `>` (in running text, a script, a comment, a CDATA section, an instruction or the quoted value of an attribute), such a
/// stretch neither ends nor begins anything, and its mark does not either. What libxml2 hands over is the file's text again
/// once `expand` has put the stretches back, line by line what it was. XML with a DOCTYPE, where text may be a
/// declaration, or with `]]>`, before which libxml2 forgets ASCII, is left as it is.
struct PlainStretches {
  enum Syntax { case html, xml }

  /// The file with its marks.
  private(set) var marked: [UInt8] = []
  /// Bytes of the file.
  private var stretches: [Range<Int>] = []
  /// The number of the mark that the last piece ended in, as far as it was there.
  private var unfinished: (number: Int, digits: Int)?

  /// Begins a mark: DEL, which hardly a page has; one that has it is left as it is.
  private static let sign: UInt8 = 0x7f
  /// Letters after the sign, each for four bits of the stretch's number.
  private static let digits = 5
  private static let firstDigit = UInt8(ascii: "a")
  /// Shorter stretches gain nothing. Bytes.
  private static let shortest = 20

  /// None: `expand` gives what it gets.
  init() {}

  /// Cost: one pass, about 0.7 ns a byte.
  init(of source: Span<UInt8>, _ syntax: Syntax = .html) {
    guard !Self.holdsSign(source), syntax == .html || !Self.holdsDoctypeOrSection(source) else { return }
    marked.reserveCapacity(source.count)
    mark(source, syntax)
  }

  /// Whether `<!D` or `]]>` is in the file.
  private static func holdsDoctypeOrSection(_ source: Span<UInt8>) -> Bool {
    holds(UInt8(ascii: "!"), between: UInt8(ascii: "<"), UInt8(ascii: "D"), source)
      || holds(UInt8(ascii: "]"), between: UInt8(ascii: "]"), UInt8(ascii: ">"), source)
  }

  /// Whether a byte stands somewhere between these two.
  private static func holds(
    _ byte: UInt8, between before: UInt8, _ after: UInt8, _ source: Span<UInt8>
  ) -> Bool {
    var next = ByteLanes.firstIndex(of: byte, in: source)
    while let i = next {
      if i > 0, source[i - 1] == before, i + 1 < source.count, source[i + 1] == after { return true }
      next = ByteLanes.firstIndex(of: byte, in: source, from: i + 1)
    }
    return false
  }

  /// Whether DEL is in the file, as it is or as a character reference.
  private static func holdsSign(_ source: Span<UInt8>) -> Bool {
    if ByteLanes.firstIndex(of: sign, in: source) != nil { return true }
    var next = ByteLanes.firstIndex(of: UInt8(ascii: "&"), in: source)
    while let start = next {
      if isSignReference(source, start + 1) { return true }
      next = ByteLanes.firstIndex(of: UInt8(ascii: "&"), in: source, from: start + 1)
    }
    return false
  }

  /// `#127` or `#x7f`, with zeros before.
  private static func isSignReference(_ source: Span<UInt8>, _ start: Int) -> Bool {
    var i = start
    func digit(_ source: Span<UInt8>, _ base: Int) -> Int? {
      i < source.count
        ? Character(UnicodeScalar(source[i])).hexDigitValue.flatMap { $0 < base ? $0 : nil } : nil
    }
    guard i < source.count, source[i] == UInt8(ascii: "#") else { return false }
    i += 1
    let isHexadecimal = i < source.count && source[i] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { i += 1 }
    let base = isHexadecimal ? 16 : 10
    var value = 0
    while value <= Int(sign), let next = digit(source, base) {
      value = value * base + next
      i += 1
    }
    return value == Int(sign)
  }

  /// Whether the file has none, and is to be read as it is.
  var isEmpty: Bool { stretches.isEmpty }

  private mutating func mark(_ source: Span<UInt8>, _ syntax: Syntax) {
    var copied = 0
    var i = 0
    while let close = ByteLanes.firstIndex(of: 0x3e, in: source, from: i) {
      i = close + 1
      while i < source.count {
        // White space alone has a meaning of its own.
        while i < source.count, source[i] == 0x20 { i += 1 }
        let start = i
        i = syntax == .html ? Self.endOfPlain(source, i) : Self.endOfPlainXML(source, i)
        if i - start >= Self.shortest, stretches.count < 1 << (4 * Self.digits) {
          append(source, copied..<start)
          appendMark()
          stretches.append(start..<i)
          copied = i
        }
        guard i < source.count, !Self.isEnd(source[i]) else { break }
        i = source[i] == UInt8(ascii: "&") ? Self.endOfReference(source, i) : i + 1
        // The rest of a character that is left out.
        while i < source.count, source[i] & 0xc0 == 0x80 { i += 1 }
      }
    }
    append(source, copied..<source.count)
  }

  /// After the `;` of a character reference, or at the space or end that stands in its place.
  private static func endOfReference(_ source: Span<UInt8>, _ start: Int) -> Int {
    var i = start + 1
    while i < source.count, source[i] > 0x20, !isEnd(source[i]) {
      i += 1
      if source[i - 1] == UInt8(ascii: ";") { break }
    }
    return i
  }

  private mutating func append(_ source: Span<UInt8>, _ range: Range<Int>) {
    source.extracting(range).withUnsafeBufferPointer { marked.append(contentsOf: $0) }
  }

  private mutating func appendMark() {
    marked.append(Self.sign)
    for digit in (0..<Self.digits).reversed() {
      marked.append(Self.firstDigit + UInt8(truncatingIfNeeded: stretches.count >> (4 * digit) & 15))
    }
  }

  /// Whether a byte ends the text, or may end what libxml2 is in.
  private static func isEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\"")
      || byte == UInt8(ascii: "'")
  }

  /// The first byte that belongs to no stretch.
  private static func endOfPlain(_ source: Span<UInt8>, _ start: Int) -> Int {
    ByteLanes.firstIndex(in: source, from: start) { word, _ in special(word) }
  }

  private static func endOfPlainXML(_ source: Span<UInt8>, _ start: Int) -> Int {
    ByteLanes.firstIndex(in: source, from: start) { word, _ in
      special(word) | ByteLanes.equal(UInt8(ascii: "?"), word)
    }
  }

  /// EF begins U+FFFE and U+FFFF, which XML forbids.
  @inline(__always)
  private static func special(_ word: ByteLanes.Word) -> ByteLanes.Word {
    let ends =
      ByteLanes.equal(UInt8(ascii: "<"), word) | ByteLanes.equal(UInt8(ascii: ">"), word)
      | ByteLanes.equal(UInt8(ascii: "\""), word) | ByteLanes.equal(UInt8(ascii: "'"), word)
    return ends | ByteLanes.below(0x20, word) | ByteLanes.equal(UInt8(ascii: "&"), word)
      | ByteLanes.equal(UInt8(ascii: "-"), word) | ByteLanes.equal(0xef, word)
  }

  /// Appends a piece of what libxml2 read with the stretches in the place of their marks. A piece may end within a
  /// mark: the next one goes on there.
  mutating func expand(
    _ piece: UnsafeBufferPointer<UInt8>, from source: UnsafeBufferPointer<UInt8>, into text: inout [UInt8]
  ) {
    guard !isEmpty else {
      text.append(contentsOf: piece)
      return
    }
    var i = 0
    while i < piece.count {
      if var mark = unfinished {
        mark.number = mark.number << 4 | Int((piece[i] &- Self.firstDigit) & 15)
        mark.digits += 1
        i += 1
        unfinished = mark.digits < Self.digits ? mark : nil
        if mark.digits == Self.digits, mark.number < stretches.count {
          text.append(contentsOf: UnsafeBufferPointer(rebasing: source[stretches[mark.number]]))
        }
        continue
      }
      let rest = UnsafeBufferPointer(rebasing: piece[i...])
      let end = ByteLanes.firstIndex(of: Self.sign, in: rest.span) ?? rest.count
      text.append(contentsOf: UnsafeBufferPointer(rebasing: rest[..<end]))
      if end < rest.count { unfinished = (0, 0) }
      i += end + 1
    }
  }
}
