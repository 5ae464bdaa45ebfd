/// A line of numbers and of words of dates and counters, and nothing else: `Жарияланды: 14 ақпан 2018`,
/// `15.03.2024 17:20 Просмотров: 318`.
struct MetadataLine {
  /// Whether it has a word that only such lines have ("опубликовано").
  private(set) var hasKeyword = false
  /// Whether it has an hour (17:20) or a date in figures (15.03.2024).
  private(set) var hasFigures = false
  private var hasNumber = false

  /// Nil where the text has other words, or no number.
  ///
  /// - Parameters:
  ///   - folded: lower case, UTF-8.
  ///   - keywords: hashes of words that only such lines have.
  ///   - otherWords: hashes of months and the like.
  init?(_ folded: [UInt8], keywords: Set<UInt64>, otherWords: Set<UInt64>) {
    var i = 0
    while i < folded.count {
      if Self.isLetter(folded[i]) {
        let start = i
        while i < folded.count, Self.isLetter(folded[i]) || Self.isContinuation(folded[i]) { i += 1 }
        let word = FoldedBytes.hash(folded.span.extracting(start..<i))
        if keywords.contains(word) {
          hasKeyword = true
        } else if !otherWords.contains(word) {
          return nil
        }
      } else if Self.isDigit(folded[i]) {
        i = takeNumber(folded, i)
      } else {
        i += 1
        while i < folded.count, Self.isContinuation(folded[i]) { i += 1 }
      }
    }
    guard hasNumber else { return nil }
  }

  /// Takes digits with single marks between them, and gives the index after them.
  private mutating func takeNumber(_ text: [UInt8], _ start: Int) -> Int {
    hasNumber = true
    var groups: [Int] = [0]
    var i = start
    while i < text.count {
      if Self.isDigit(text[i]) {
        groups[groups.count - 1] += 1
      } else if Self.isMark(text[i]), i + 1 < text.count, Self.isDigit(text[i + 1]) {
        if text[i] == 0x3a && groups.last.map({ $0 <= 2 }) == true { hasFigures = true }
        groups.append(0)
      } else {
        break
      }
      i += 1
    }
    let isDate = groups.count == 3 && groups[1] <= 2 && groups.contains { $0 == 4 || $0 == 2 }
    if isDate { hasFigures = true }
    return i
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// The first byte of a letter: not of punctuation, which begins with C2 or E2, nor of an emoji.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x61 && byte <= 0x7a || byte >= 0xc3 && byte <= 0xe1
  }

  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xc0 == 0x80 }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == 0x2e || byte == 0x3a || byte == 0x2f || byte == 0x2d
  }
}
