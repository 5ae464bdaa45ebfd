/// A line of numbers and of words of dates and counters, and nothing else: `Жарияланды: 14 ақпан 2018`,
/// `15.03.2024 17:20 Просмотров: 318`; addresses (`https://…`) do not count.
struct MetadataLine {
  /// Whether it has a word that only such lines have ("опубликовано").
  private(set) var hasKeyword = false
  /// Whether it has an hour (17:20) or a date in figures (15.03.2024).
  private(set) var hasFigures = false
  /// The reason for leaving the line out of a word that says that the day is the reader's and not the text's: `Бүгін:
  /// 12.02.2020 USD: 376.4`, `Распечатано: 11.07.2023`.
  private(set) var stamp: LossReason?
  private var hasNumber = false
  /// Currencies (`USD 458.9 EUR 503.9`), and words that only their names make a part of such a line (`Шымкент +7°`).
  private var currencies = 0
  private var others = 0
  private static let mostOthers = 4

  /// Nil where the text has other words, or no number.
  ///
  /// - Parameters:
  ///   - folded: lower case, UTF-8.
  ///   - keywords: hashes of words that only such lines have.
  ///   - otherWords: hashes of months and the like.
  ///   - stamps: reasons by hashes of words that go with another day than the text's.
  init?(
    _ folded: [UInt8], keywords: Set<UInt64>, otherWords: Set<UInt64>, stamps: HashTable<LossReason>
  ) {
    var i = 0
    while i < folded.count {
      if Self.isAddress(folded, i) {
        while i < folded.count, folded[i] != 0x20 { i += 1 }
      } else if Self.isLetter(folded[i]) {
        let start = i
        while i < folded.count, Self.isLetter(folded[i]) || Self.isContinuation(folded[i]) { i += 1 }
        let word = FoldedBytes.hash(folded.span.extracting(start..<i))
        if let reason = stamps[word] {
          stamp = stamp ?? reason
          if reason == .widget, folded[start] < 0x80 { currencies += 1 }
        } else if keywords.contains(word) {
          hasKeyword = true
        } else if !otherWords.contains(word) {
          others += 1
          guard others <= Self.mostOthers else { return nil }
        }
      } else if Self.isDigit(folded[i]) {
        i = takeNumber(folded, i)
      } else if FoldedBytes.hasPrefix(folded.span.extracting(i...), Self.numberSign) {
        // A number of an act or issue: the line is the document's.
        return nil
      } else {
        if Self.isCurrency(folded, i) {
          stamp = .widget
          currencies += 1
        }
        i += 1
        while i < folded.count, Self.isContinuation(folded[i]) { i += 1 }
      }
    }
    guard hasNumber, others == 0 || currencies > 1 else { return nil }
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

  /// `http://`, `https://`, `www.`
  private static func isAddress(_ text: [UInt8], _ at: Int) -> Bool {
    guard text[at] == 0x68 || text[at] == 0x77 else { return false }
    let rest = text.span.extracting(at...)
    return addresses.contains { FoldedBytes.hasPrefix(rest, $0) }
  }

  /// $, €, ₽, ₸
  private static func isCurrency(_ text: [UInt8], _ at: Int) -> Bool {
    if text[at] == 0x24 { return true }
    guard text[at] == 0xe2, at + 2 < text.count, text[at + 1] == 0x82 else { return false }
    return text[at + 2] == 0xac || text[at + 2] == 0xbd || text[at + 2] == 0xb8
  }

  private static let numberSign = Array("№".utf8)
  private static let addresses = ["http://", "https://", "www."].map { Array($0.utf8) }

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
