/// Which Russian words with a hyphen are one word and which are several side by side.
///
/// One word: по-русски, что-то, кто-нибудь, северо-западный, пресс-секретарь, 3-й, USB-порты. Several: я - то,
/// языку - предку (both parts inflect), Рейнланд - Пфальц, Ростов - на - Дону, Формула - 1.
enum RussianHyphens {
  /// - Parameters:
  ///   - parts: the folded parts between the hyphens, two or more, none empty.
  ///   - capitals: whether each part starts with a capital.
  static func separates(parts: [[UInt32]], capitals: [Bool], lists: TokenLists) -> Bool {
    guard let first = parts.first, let last = parts.last, parts.count > 1 else { return false }
    if parts.count == 2 && (last == particleTo || last == particleDe) {
      return !lists.indefinites.contains(first)
    }
    if isDigit(first[0]) || lists.uninflected.contains(first) || lists.indefinites.contains(first) {
      return false
    }
    if isDigit(last[0]) { return first.count > 1 && !isDigit(first[first.count - 1]) }
    guard capitals[0] || parts.count == 2 else { return false }
    if capitals[0] && capitals[parts.count - 1] {
      // Южно-Китайское, Киево-Печерская: an adjective with a linking vowel.
      let linked = first.last == 0x43E || first.last == 0x435
      return !(linked && isAdjective(last)) && first.count > 1 && last.count > 1
    }
    if capitals.contains(true) { return parts.count == 2 && isInflected(first) && first != last }
    return isInflected(first) && isNounLike(last) && !first.starts(with: last.prefix(3))
  }

  private static let particleTo: [UInt32] = [0x442, 0x43E]
  private static let particleDe: [UInt32] = [0x434, 0x435]

  private static func isDigit(_ c: UInt32) -> Bool { c >= 0x30 && c <= 0x39 }

  private static func isAdjective(_ word: [UInt32]) -> Bool {
    adjectiveEndings.contains { word.count > $0.count + 1 && word.suffix($0.count).elementsEqual($0) }
  }

  /// Ends as only inflected words do: not a bare stem, not a linking vowel.
  private static func isInflected(_ word: [UInt32]) -> Bool {
    word.count >= 4
      && inflectedEndings.contains { word.count > $0.count + 2 && word.suffix($0.count).elementsEqual($0) }
  }

  private static func isNounLike(_ word: [UInt32]) -> Bool { word.count >= 4 && !isAdjective(word) }

  private static let adjectiveEndings = endings(
    "ский ского скому ском ским ская ской скую ское ские ских скими ый ий ого ему ому ым им ая яя ую юю ое ее ые ие ых их ыми ими ой ей"
  )
  private static let inflectedEndings = endings(
    "ы и у ю я а ами ями ов ев ей ам ям ом ем ах ях ые ых ыми ого")

  private static func endings(_ list: String) -> [[UInt32]] {
    list.split(separator: " ").map { $0.unicodeScalars.map(\.value) }
  }
}
