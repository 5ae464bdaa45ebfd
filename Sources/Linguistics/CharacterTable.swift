import CICU

/// What a code point is to the tokenizer.
enum CharacterClass: UInt8 {
  /// White space: never part of a token.
  case space = 0
  /// Letters of any script, and letter-like numbers (Ⅷ, ²).
  case letter = 1
  /// Decimal digits.
  case digit = 2
  /// Combining marks and invisible format characters: part of whatever they follow.
  case mark = 3
  case punctuation = 4
  /// Symbols, emoji, control characters, unassigned code points, malformed bytes.
  case symbol = 5
}

/// Tables over code points, made once from ICU's property data, so that loops over text need no call of ICU.
final class CharacterTable: Sendable {
  /// Code points below this are in the tables (the planes of all living scripts and of emoji).
  static let limit = 0x20000
  /// Case foldings below this are in `folds` (Latin, Greek, Cyrillic).
  static let foldLimit = 0x530

  /// Raw value of the `CharacterClass` of each code point below `limit`.
  let classes: [UInt8]
  /// Case folding of each code point below `foldLimit`; 0 where it needs ICU.
  let folds: [UInt16]
  /// 1 Latin, 2 Cyrillic, 3 Arabic, 0 other, for each code point below `limit`.
  let scripts: [UInt8]
  /// 1 for upper-case and title-case letters.
  let uppers: [UInt8]

  /// For each code point below `foldLimit` its folding with ё as е and its `Plain` bits; 0 where folding it needs more
  /// than a look at this table.
  let plain: [UInt32]

  /// What stands above the folding in an entry of `plain`.
  enum Plain {
    static let letter: UInt32 = 1 << 16
    static let upper: UInt32 = 1 << 17
    static let digit: UInt32 = 1 << 18
    static let latin: UInt32 = 1 << 19
    static let cyrillic: UInt32 = 1 << 20
    static let foldsToLatin: UInt32 = 1 << 21
    static let foldsToCyrillic: UInt32 = 1 << 22
    /// A capital that Roman numerals of either alphabet are written with.
    static let roman: UInt32 = 1 << 23
  }

  static let shared = CharacterTable()

  private init() {
    var properties = [UInt8](repeating: 0, count: CharacterTable.limit)
    cicu_properties(&properties, Int32(CharacterTable.limit))
    var folds = [UInt16](repeating: 0, count: CharacterTable.foldLimit)
    cicu_simple_folds(&folds, Int32(CharacterTable.foldLimit))
    var classes = properties.map { CharacterTable.characterClass(category: $0 & 31).rawValue }
    // White space among the control characters, as in Unicode's White_Space and U+001C-U+001F.
    for c in [9, 10, 11, 12, 13, 0x1C, 0x1D, 0x1E, 0x1F, 0x20, 0x85] {
      classes[c] = CharacterClass.space.rawValue
    }
    self.classes = classes
    self.folds = folds
    scripts = properties.map { $0 >> 5 }
    uppers = properties.map { $0 & 31 == 1 || $0 & 31 == 3 ? 1 : 0 }
    plain = CharacterTable.plain(classes, folds, scripts, uppers)
  }

  private static func plain(
    _ classes: [UInt8], _ folds: [UInt16], _ scripts: [UInt8], _ uppers: [UInt8]
  ) -> [UInt32] {
    (0..<foldLimit).map { c in
      let fold = Int(folds[c])
      let isLetter = classes[c] == CharacterClass.letter.rawValue
      let isForeign = isLetter && scripts[c] == 0 && c > 0x370
      let isMark = (0x300..<0x370).contains(c)
      if fold == 0 || isMark || isForeign || Folder.isInvisible(UInt32(c)) { return 0 }
      var entry = UInt32(fold == 0x451 ? 0x435 : fold)
      if isLetter {
        entry |= Plain.letter
        if uppers[c] == 1 { entry |= Plain.upper }
        if scripts[c] == 1 { entry |= Plain.latin }
        if scripts[c] == 2 { entry |= Plain.cyrillic }
      }
      if classes[c] == CharacterClass.digit.rawValue { entry |= Plain.digit }
      if scripts[fold] == 1 { entry |= Plain.foldsToLatin }
      if scripts[fold] == 2 { entry |= Plain.foldsToCyrillic }
      if ScriptRepair.romanValue(UInt32(c)) > 0 { entry |= Plain.roman }
      return entry
    }
  }

  /// ICU's general categories (UCharCategory) as classes.
  private static func characterClass(category: UInt8) -> CharacterClass {
    switch category {
    case 1...5, 10, 11: .letter  // Lu Ll Lt Lm Lo, Nl No
    case 9: .digit  // Nd
    case 6...8, 16: .mark  // Mn Me Mc, Cf
    case 12...14: .space  // Zs Zl Zp
    case 19...23, 28, 29: .punctuation  // Pd Ps Pe Pc Po, Pi Pf
    default: .symbol
    }
  }

  func characterClass(_ c: UInt32) -> CharacterClass {
    guard c < UInt32(CharacterTable.limit) else { return c >= 0xE0001 && c <= 0xE01EF ? .mark : .symbol }
    return CharacterClass(rawValue: classes[Int(c)]) ?? .symbol
  }

  func script(_ c: UInt32) -> Script {
    c < UInt32(CharacterTable.limit) ? Script(rawValue: scripts[Int(c)]) ?? .other : .other
  }

  func isUpper(_ c: UInt32) -> Bool { c < UInt32(CharacterTable.limit) && uppers[Int(c)] == 1 }
}

/// The scripts that matter here.
enum Script: UInt8 {
  case other = 0
  case latin = 1
  case cyrillic = 2
  case arabic = 3
}

extension Span where Element == UInt8 {
  /// The code point that starts at byte `i` and its length in bytes; (U+FFFD, 1) for a malformed byte.
  /// Reads nothing at or after `end`.
  @inline(__always)
  func scalar(at i: Int, end: Int) -> (scalar: UInt32, length: Int) {
    let b0 = UInt32(self[i])
    if b0 < 0x80 { return (b0, 1) }
    if b0 >= 0xC2 && b0 < 0xE0 {
      guard i + 1 < end, self[i + 1] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      return ((b0 & 0x1F) << 6 | UInt32(self[i + 1] & 0x3F), 2)
    }
    return longScalar(at: i, end: end)
  }

  private func longScalar(at i: Int, end: Int) -> (scalar: UInt32, length: Int) {
    let b0 = UInt32(self[i])
    if b0 >= 0xE0 && b0 < 0xF0 {
      guard i + 2 < end, self[i + 1] & 0xC0 == 0x80, self[i + 2] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      let c = (b0 & 0xF) << 12 | UInt32(self[i + 1] & 0x3F) << 6 | UInt32(self[i + 2] & 0x3F)
      return c < 0x800 || (c >= 0xD800 && c < 0xE000) ? (0xFFFD, 1) : (c, 3)
    }
    if b0 >= 0xF0 && b0 < 0xF5 {
      guard i + 3 < end, self[i + 1] & 0xC0 == 0x80, self[i + 2] & 0xC0 == 0x80, self[i + 3] & 0xC0 == 0x80
      else { return (0xFFFD, 1) }
      let c =
        (b0 & 7) << 18 | UInt32(self[i + 1] & 0x3F) << 12 | UInt32(self[i + 2] & 0x3F) << 6
        | UInt32(self[i + 3] & 0x3F)
      return c < 0x10000 || c > 0x10FFFF ? (0xFFFD, 1) : (c, 4)
    }
    return (0xFFFD, 1)
  }
}
