import Linguistics

/// The beginnings of a word that the learned coder knows words by, and the word as a whole: Kazakh and Russian inflect at
/// the end, so that an inflected or unknown word shares its beginnings with words that were seen.
///
/// ```
/// бюджет  →  бю* бюд* бюдж* бюдже* бюджет* бюджет
/// ```
///
/// Every number is `0`, and however many a passage has, they are one word of it: a list of points says no more than one
/// number. Letters are code points of the folded form; one beyond U+07FF, which neither language has, ends
/// what is read of a word. Runs of letters from within words, tried beside and in place of these, coded passages of
/// unseen regions worse and cost ten times as much.
struct WordBeginnings {
  /// Letters of the shortest and the longest beginning.
  private static let shortest = 2
  static let longest = 12
  /// Letters below this have two bytes at most.
  static let letterLimit = 0x800

  /// The letters that are read; the first `count`.
  private(set) var letters: InlineArray<12, UInt16> = .init(repeating: 0)
  private(set) var count = 0
  /// The letters are the whole word.
  private(set) var isWhole = true

  /// Reads a folded form. Its cost is bounded, however long the form is.
  init(_ form: Span<UInt8>) {
    if Self.isNumber(form) {
      letters[0] = 0x30
      count = 1
      return
    }
    var i = 0
    while i < form.count {
      let byte = form[i]
      var letter = UInt16(byte)
      i += 1
      if byte >= 0x80 {
        guard byte & 0xE0 == 0xC0, i < form.count else {
          isWhole = false
          return
        }
        letter = UInt16(byte & 0x1F) << 6 | UInt16(form[i] & 0x3F)
        i += 1
      }
      // A word as long as the longest beginning is not known as a whole.
      if count == Self.longest || Self.isMark(letter) {
        isWhole = false
        return
      }
      letters[count] = letter
      count += 1
    }
    isWhole = count > 0 && count < Self.longest
  }

  /// True for a form that begins with a digit, but for `4g`, where a letter follows the digits.
  static func isNumber(_ form: Span<UInt8>) -> Bool {
    var i = 0
    while i < form.count, form[i] >= 0x30, form[i] <= 0x39 { i += 1 }
    guard i > 0, i < form.count else { return i > 0 }
    return form[i] < 0x80 && form[i] | 0x20 < 0x61
  }

  /// True for what names of features use, NUL for the end of a word in `BeginningTree`; words have none of them.
  private static func isMark(_ letter: UInt16) -> Bool { letter == 0 || letter == 0x2A || letter == 0x3A }

  /// Number of beginnings, the whole word included.
  var features: Int { max(0, count - Self.shortest + 1) + (isWhole ? 1 : 0) }

  /// What the weights of the word's beginnings are multiplied by.
  var norm: Float { 1 / Float(max(features, 1)).squareRoot() }

  /// Calls `body` with the name of each beginning, shorter ones first, and the word.
  func forEachName(_ body: (Span<UInt8>) -> Void) {
    var name: [UInt8] = []
    for place in 0..<count {
      if place >= Self.shortest {
        name.append(UInt8(ascii: "*"))
        body(name.span)
        name.removeLast()
      }
      name.appendScalar(UInt32(letters[place]))
    }
    if count >= Self.shortest {
      name.append(UInt8(ascii: "*"))
      body(name.span)
      name.removeLast()
    }
    if isWhole { body(name.span) }
  }

  /// The beginning or word that a name of `forEachName` stands for; nil where it is no such name.
  ///
  /// ```
  /// WordBeginnings(named: "бюд*")?.isWhole  // false
  /// ```
  init?(named name: String) {
    var count = 0
    var isWhole = true
    for scalar in name.unicodeScalars {
      guard isWhole, scalar.value < UInt32(Self.letterLimit) else { return nil }
      if scalar == "*" {
        isWhole = false
        continue
      }
      let letter = UInt16(truncatingIfNeeded: scalar.value)
      guard count < Self.longest, !Self.isMark(letter) else { return nil }
      letters[count] = letter
      count += 1
    }
    guard count >= (isWhole ? 1 : Self.shortest), !isWhole || count < Self.longest else { return nil }
    (self.count, self.isWhole) = (count, isWhole)
  }
}
