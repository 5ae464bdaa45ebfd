/// Folding of single letters of the Kazakh and Russian alphabets and of the Latin letters that look like them.
enum Letters {
  static func isSpace(_ u: UInt16) -> Bool {
    u == 0x20 || u == 0xA0 || (u >= 0x09 && u <= 0x0D) || (u >= 0x2002 && u <= 0x200A) || u == 0x202F
  }

  static func isDigit(_ u: UInt16) -> Bool { u >= 0x30 && u <= 0x39 }

  /// Latin (with diacritics) and Cyrillic letters.
  static func isLetter(_ u: UInt16) -> Bool {
    (u >= 0x61 && u <= 0x7A) || (u >= 0x41 && u <= 0x5A) || (u >= 0x400 && u <= 0x52F && u != 0x482)
      || (u >= 0xC0 && u <= 0x24F && u != 0xD7 && u != 0xF7) || u == 0x259
  }

  static func isHyphen(_ u: UInt16) -> Bool {
    u == 0x2D || (u >= 0x2010 && u <= 0x2015) || u == 0x2212
  }

  /// What a unit is in a word, told apart at one look.
  enum UnitClass: UInt8, Sendable { case other, space, digit, latin, cyrillic }

  /// Tables have the units below this one; no letter stands above.
  static let tableEnd: UInt32 = 0x530

  /// The class of each unit below `tableEnd`. Hand it to `unitClass`: a loop reads no global.
  static let classTable: [UnitClass] = (0..<UInt16(tableEnd)).map { unit in
    if isSpace(unit) { return .space }
    if isDigit(unit) { return .digit }
    return isLetter(unit) ? unit < 0x300 ? .latin : .cyrillic : .other
  }

  @inline(__always)
  static func unitClass(_ unit: UInt16, _ table: [UnitClass]) -> UnitClass {
    if Int(unit) < table.count { return table[Int(unit)] }
    return isSpace(unit) ? .space : .other
  }

  /// Lower case of each unit below `tableEnd`.
  static let lowerTable: [UInt16] = (0..<tableEnd).map { UInt16(truncatingIfNeeded: lowercase($0)) }

  /// Simple case mapping of Latin-1, Latin Extended-A and Cyrillic; other scalars are left.
  @inline(__always)
  static func lowercase(_ s: UInt32) -> UInt32 {
    // Most of a text.
    if s >= 0x430 && s < 0x450 || s < 0x41 { return s }
    return otherLowercase(s)
  }

  private static func otherLowercase(_ s: UInt32) -> UInt32 {
    switch s {
    case 0x41...0x5A: s + 0x20
    case 0xC0...0xDE where s != 0xD7: s + 0x20
    case 0x100...0x17F where s & 1 == 0 && s != 0x130 && s != 0x138: s + 1
    case 0x18F: 0x259
    case 0x400...0x40F: s + 0x50
    case 0x410...0x42F: s + 0x20
    case 0x4C0: 0x4CF
    case 0x460...0x4BF, 0x4D0...0x52F: s & 1 == 0 ? s + 1 : s
    default: s
    }
  }

  /// The Cyrillic letter that a Latin letter (lower-cased) looks like in the case in which it was written.
  static func cyrillicLookAlike(_ u: UInt16, upper: Bool) -> UInt16 {
    switch u {
    case 0x61: 0x430  // a
    case 0x62 where upper: 0x432  // B
    case 0x63: 0x441  // c
    case 0x65: 0x435  // e
    case 0x68: upper ? 0x43D : 0x4BB  // H, h
    case 0x69, 0x131: 0x456  // i
    case 0x6B: 0x43A  // k
    case 0x6D where upper: 0x43C  // M
    case 0x6F: 0x43E  // o
    case 0x70: 0x440  // p
    case 0x74 where upper: 0x442  // T
    case 0x78: 0x445  // x
    case 0x79: 0x443  // y
    case 0x259, 0xE4: 0x4D9  // schwa, ä
    default: u
    }
  }

  /// Kazakh letters (lower-case) as the plain letters that stand in for them; ё as е.
  @inline(__always)
  static func plain(_ u: UInt16) -> UInt16 { u < 0x451 ? u : otherPlain(u) }

  private static func otherPlain(_ u: UInt16) -> UInt16 {
    switch u {
    case 0x4D9: 0x430  // ә
    case 0x493: 0x433  // ғ
    case 0x49B: 0x43A  // қ
    case 0x4A3: 0x43D  // ң
    case 0x4E9, 0x473: 0x43E  // ө
    case 0x4B1, 0x4AF: 0x443  // ұ ү
    case 0x4BB: 0x445  // һ
    case 0x456: 0x438  // і
    case 0x451: 0x435  // ё
    default: u
    }
  }
}
