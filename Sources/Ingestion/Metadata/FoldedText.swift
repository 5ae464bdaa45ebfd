/// A short text folded for reading names, dates and numbers, with a way back to its bytes.
///
/// `fold` is lower-case with look-alike letters repaired inside words (`жергiлiктi` with Latin i becomes Cyrillic);
/// `skeleton` also writes Kazakh letters with their plain neighbours (ә а, қ к, і и), so that one spelling stands for
/// the official name, its Russian form and a text typed without Kazakh letters. Soft hyphens and zero-width characters
/// are dropped, and a breve or diaeresis that stands apart is joined to its letter.
/// Spans in and out are bytes of the UTF-8 text. Cost: one pass, some nanoseconds a byte.
struct FoldedText: Sendable {
  struct Word: Sendable {
    enum Kind: Sendable { case letters, digits, mark }
    /// Indices into `fold` and `skeleton`.
    var start: Int
    var end: Int
    var kind: Kind
    /// The first letter is upper-case.
    var isCapitalised: Bool
    /// Every letter is upper-case.
    var isUpperCase: Bool
    /// White space, or the start of the text, stands before the word.
    var isAfterSpace: Bool

    var count: Int { end - start }
  }

  let bytes: [UInt8]
  private(set) var fold: [UInt16] = []
  private(set) var skeleton: [UInt16] = []
  private(set) var upper: [Bool] = []
  /// Start of each unit in `bytes`, and one more for the end of the last.
  private(set) var offsets: [Int32] = []
  /// End of each unit in `bytes`: a dropped soft hyphen may stand between an end and the next start.
  private(set) var ends: [Int32] = []
  private(set) var words: [Word] = []

  init(_ text: String) { self.init(Array(text.utf8)) }

  init(_ utf8: [UInt8]) {
    bytes = utf8
    scan()
    findWords()
  }

  /// Fills all arrays of units, which have no more than there are bytes.
  private mutating func scan() {
    let bytes = self.bytes
    let capacity = bytes.count
    fold = [UInt16](unsafeUninitializedCapacity: capacity) { fold, units in
      upper = [Bool](unsafeUninitializedCapacity: capacity) { upper, uppers in
        offsets = [Int32](unsafeUninitializedCapacity: capacity) { offsets, starts in
          ends = [Int32](unsafeUninitializedCapacity: capacity) { ends, stops in
            units = bytes.withUnsafeBufferPointer { Self.scan($0, fold, upper, offsets, ends) }
            stops = units
          }
          starts = units
        }
        uppers = units
      }
    }
    skeleton = fold.map(Letters.plain)
  }

  private static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, _ fold: UnsafeMutableBufferPointer<UInt16>,
    _ upper: UnsafeMutableBufferPointer<Bool>, _ offsets: UnsafeMutableBufferPointer<Int32>,
    _ ends: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    let lower = Letters.lowerTable
    var units = 0
    var i = 0
    while i < bytes.count {
      let start = i
      let scalar: UInt32
      let lead = bytes[i]
      if lead < 0x80 {
        scalar = UInt32(lead)
        i += 1
      } else if lead >= 0xC2, lead < 0xE0, i + 1 < bytes.count, bytes[i + 1] & 0xC0 == 0x80 {
        scalar = UInt32(lead & 0x1F) << 6 | UInt32(bytes[i + 1] & 0x3F)
        i += 2
      } else {
        let (value, length) = UTF8Bytes.scalar(in: bytes.span, at: i)
        scalar = value
        i += length
      }
      switch scalar {
      case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF:
        continue
      case 0x306 where units > 0 && fold[units - 1] == 0x438:
        fold[units - 1] = 0x439
        ends[units - 1] = Int32(truncatingIfNeeded: i)
        continue
      case 0x308 where units > 0 && fold[units - 1] == 0x435:
        fold[units - 1] = 0x451
        ends[units - 1] = Int32(truncatingIfNeeded: i)
        continue
      default: break
      }
      if scalar < Letters.tableEnd {
        let folded = lower[Int(scalar)]
        fold[units] = folded
        upper[units] = UInt32(folded) != scalar
      } else {
        fold[units] = scalar > 0xFFFF ? 0xFFFD : UInt16(truncatingIfNeeded: scalar)
        upper[units] = false
      }
      offsets[units] = Int32(truncatingIfNeeded: start)
      ends[units] = Int32(truncatingIfNeeded: i)
      units += 1
    }
    return units
  }

  private mutating func findWords() {
    words.reserveCapacity(fold.count / 4)
    let classes = Letters.classTable
    let count = fold.count
    var i = 0
    var afterSpace = true
    while i < count {
      let start = i
      let kind: Word.Kind
      switch Letters.unitClass(fold[i], classes) {
      case .space:
        afterSpace = true
        i += 1
        continue
      case .digit:
        kind = .digits
        while i < count, Letters.unitClass(fold[i], classes) == .digit { i += 1 }
      case .latin, .cyrillic:
        kind = .letters
        i = endOfLetters(i, classes)
      case .other:
        kind = .mark
        i += 1
      }
      let isWord = kind == .letters
      words.append(
        Word(
          start: start, end: i, kind: kind, isCapitalised: isWord && upper[start],
          isUpperCase: isWord && isUpper(start, i), isAfterSpace: afterSpace))
      afterSpace = false
    }
  }

  private func isUpper(_ start: Int, _ end: Int) -> Bool {
    var i = start
    while i < end, upper[i] { i += 1 }
    return i == end
  }

  /// The end of a run of letters; a mixed one becomes Cyrillic.
  private mutating func endOfLetters(_ start: Int, _ classes: [Letters.UnitClass]) -> Int {
    var hasLatin = false
    var hasCyrillic = false
    var i = start
    while i < fold.count {
      switch Letters.unitClass(fold[i], classes) {
      case .latin: hasLatin = true
      case .cyrillic: hasCyrillic = true
      default:
        if hasLatin && hasCyrillic { repair(start..<i) }
        return i
      }
      i += 1
    }
    if hasLatin && hasCyrillic { repair(start..<i) }
    return i
  }

  private mutating func repair(_ word: Range<Int>) {
    for k in word {
      fold[k] = Letters.cyrillicLookAlike(fold[k], upper: upper[k])
      skeleton[k] = Letters.plain(fold[k])
    }
  }

  /// The bytes that the words cover.
  func span(_ range: Range<Int>) -> Range<Int> {
    guard let first = words[safe: range.lowerBound], let last = words[safe: range.upperBound - 1] else {
      return 0..<0
    }
    return Int(offsets[first.start])..<Int(ends[last.end - 1])
  }

  /// The text as written in a span of bytes, without soft hyphens and with single spaces.
  func string(_ span: Range<Int>) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(span.count)
    var i = span.lowerBound
    while i < span.upperBound {
      let (scalar, length) = UTF8Bytes.scalar(in: bytes.span, at: i)
      switch scalar {
      case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: break
      case 0x20, 0xA0, 0x09, 0x0A, 0x0D, 0x2002...0x200A, 0x202F, 0x3000:
        if let last = out.last, last != 0x20 { out.append(0x20) }
      default: out.append(contentsOf: bytes[i..<min(i + length, bytes.count)])
      }
      i += length
    }
    if out.last == 0x20 { out.removeLast() }
    return String(decoding: out, as: UTF8.self)
  }

  /// Whether a word is a single mark such as a full stop.
  func isMark(_ index: Int, _ mark: UInt16) -> Bool {
    guard let word = words[safe: index] else { return false }
    return word.kind == .mark && fold[word.start] == mark
  }

  func isHyphen(_ index: Int) -> Bool {
    guard let word = words[safe: index], word.kind == .mark else { return false }
    return Letters.isHyphen(fold[word.start])
  }

  /// The value of a run of at most six digits.
  func number(_ index: Int) -> Int? {
    guard let word = words[safe: index], word.kind == .digits, word.count <= 6 else { return nil }
    return fold[word.start..<word.end].reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  /// Whether the skeleton of a word is this one.
  func word(_ index: Int, is other: [UInt16]) -> Bool {
    guard let word = words[safe: index], word.count == other.count else { return false }
    return skeleton[word.start..<word.end].elementsEqual(other)
  }
}

extension Array {
  subscript(safe index: Int) -> Element? { index >= 0 && index < count ? self[index] : nil }
}
