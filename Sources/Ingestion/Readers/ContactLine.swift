/// What a line holds of what the foot of a page holds: where the office is, how to call or write to it, in which networks it
/// is. `140300, Павлодарская область, ул. Сатпаева, 45`, `Тел./факс: 8 (7282) 40-12-12`, `Instagram Facebook`.
struct ContactLine {
  private(set) var hasPhone = false
  private(set) var hasMailbox = false
  /// Begins with a postal code of six digits, or has one between commas or after a colon.
  private(set) var hasPostalCode = false
  /// Has a word of streets and houses.
  private(set) var hasStreet = false
  /// Words that name a network; words that mean nothing here.
  private var networks = 0
  private var others = 0

  /// - Parameters:
  ///   - folded: lower case, UTF-8.
  ///   - words: what words of such lines mean.
  init(_ folded: [UInt8], words: HashTable<Word>) {
    var i = 0
    while i < folded.count {
      if Self.isLetter(folded[i]) {
        let start = i
        while i < folded.count, Self.isLetter(folded[i]) || folded[i] & 0xc0 == 0x80 { i += 1 }
        if let end = Self.mailboxEnd(folded, start, i) {
          hasMailbox = true
          i = end
        } else {
          take(words[FoldedBytes.hash(folded.span.extracting(start..<i))])
        }
      } else if Boilerplate.isDigit(folded[i]) || folded[i] == 0x2b {
        i = takeNumber(folded, i)
      } else {
        i += 1
      }
    }
  }

  enum Word { case network, label, street }

  /// Whether the line says nothing but how to reach somebody.
  var reason: LossReason? {
    let isBare = others == 0
    if isBare, networks > 1, !hasPhone { return .social }
    if isBare, hasPhone || hasMailbox { return .chrome }
    // An invitation may say where to come and whom to call, too, but hardly the postal code and the mailbox.
    if hasPostalCode, hasStreet || hasPhone || hasMailbox { return .chrome }
    return hasStreet && hasPhone && hasMailbox ? .chrome : nil
  }

  private mutating func take(_ word: Word?) {
    switch word {
    case .network: networks += 1
    // `тел.` introduces a number.
    case .label: break
    case .street: hasStreet = true
    case nil: others += 1
    }
  }

  /// Takes digits and the marks and spaces between them, and gives the index after them. A telephone's number has nine
  /// digits or more, or three groups joined by hyphens.
  private mutating func takeNumber(_ text: [UInt8], _ start: Int) -> Int {
    var digits = 0
    var hyphens = 0
    var end = start
    var i = start
    while i < text.count {
      if Boilerplate.isDigit(text[i]) {
        digits += 1
        end = i + 1
      } else if text[i] == 0x2d {
        hyphens += 1
      } else if text[i] != 0x20, text[i] != 0x28, text[i] != 0x29, text[i] != 0x2b {
        break
      }
      i += 1
    }
    if digits >= 9 && digits <= 12 || digits >= 5 && digits <= 8 && hyphens == 2 { hasPhone = true }
    let isFree = start == 0 || start > 1 && (text[start - 2] == 0x2c || text[start - 2] == 0x3a)
    if isFree, digits == 6, end == start + 6, end == text.count || text[end] == 0x2c || start == 0 {
      hasPostalCode = true
    }
    return max(end, start + 1)
  }

  /// The index after `name@host`, where a word is the beginning of one.
  private static func mailboxEnd(_ text: [UInt8], _ start: Int, _ wordEnd: Int) -> Int? {
    var end = start
    var at: Int?
    while end < text.count, text[end] > 0x20, text[end] < 0x80, text[end] != 0x2c {
      if text[end] == 0x40 { at = end }
      end += 1
    }
    guard let at, at > start, text[at..<end].contains(0x2e) else { return nil }
    return max(end, wordEnd)
  }

  /// The first byte of a letter: not of punctuation, which begins with C2 or E2, nor of an emoji.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x61 && byte <= 0x7a || byte >= 0xc3 && byte <= 0xe1
  }
}
