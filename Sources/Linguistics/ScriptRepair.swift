/// Puts back the alphabet of words that mix look-alike letters, part by part (between hyphens, digits, stops).
///
/// - Latin letters in a Cyrillic part become Cyrillic (жергiлiктi with Latin i), Cyrillic ones in a Latin part
///   Latin (Zооm with Cyrillic о); the side with more letters that have no look-alike wins, Cyrillic on a tie.
///   A part is left alone where a letter of the losing side has no look-alike (SMSтер).
/// - Roman numerals of either alphabet or both become Latin: ХХІІ, ІV, XLVIІІ give xxii, iv, xlviii. Only
///   capitals that spell a well-formed numeral; purely Cyrillic ones need an І or consist of Х alone (ХХ).
enum ScriptRepair {
  static func repair(written: [UInt32], folded: inout [UInt32], mixed: Bool, table: CharacterTable) {
    guard written.count == folded.count else { return }
    var start = 0
    while start < folded.count {
      guard isPartLetter(folded[start], table) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < folded.count && isPartLetter(folded[end], table) { end += 1 }
      if !romanNumeral(written, &folded, start..<end) && mixed {
        repairPart(written, &folded, start..<end, table)
      }
      start = end
    }
  }

  private static func isPartLetter(_ c: UInt32, _ table: CharacterTable) -> Bool {
    let script = table.script(c)
    return script == .latin || script == .cyrillic
  }

  private static func repairPart(
    _ written: [UInt32], _ folded: inout [UInt32], _ part: Range<Int>, _ table: CharacterTable
  ) {
    var latinOnly = 0
    var cyrillicOnly = 0
    var latin = 0
    var front = false
    for k in part {
      let c = folded[k]
      if table.script(c) == .latin {
        latin += 1
        if cyrillic(for: c, written: written[k]) == 0 { latinOnly += 1 }
      } else {
        if latinLetter(for: c, written: written[k]) == 0 { cyrillicOnly += 1 }
        if c == 0x456 || c == 0x4D9 || c == 0x4E9 || c == 0x4A3 { front = true }
      }
    }
    guard latin > 0 && latin < part.count else { return }
    if latinOnly == 0 {
      for k in part where table.script(folded[k]) == .latin {
        // A Latin capital Y stands for both У and Ү; front vowels beside it tell which.
        folded[k] = written[k] == 0x59 && front ? 0x4AF : cyrillic(for: folded[k], written: written[k])
      }
    } else if cyrillicOnly == 0 {
      for k in part where table.script(folded[k]) == .cyrillic {
        folded[k] = latinLetter(for: folded[k], written: written[k])
      }
    }
  }

  /// The Cyrillic letter that a Latin one is mistaken for; 0 where there is none. Capitals and small letters
  /// differ: H looks like Н, h like һ.
  private static func cyrillic(for c: UInt32, written: UInt32) -> UInt32 {
    let isCapital = written != c
    switch c {
    case 0x61: return 0x430  // a
    case 0x62: return isCapital ? 0x432 : 0  // B
    case 0x63: return 0x441  // c
    case 0x65: return 0x435  // e
    case 0x68: return isCapital ? 0x43D : 0x4BB  // H, h
    case 0x69: return 0x456  // i
    case 0x6A: return 0x458  // j
    case 0x6B: return 0x43A  // k
    case 0x6D: return 0x43C  // m
    case 0x6F: return 0x43E  // o
    case 0x70: return 0x440  // p
    case 0x73: return 0  // s
    case 0x74: return 0x442  // t
    case 0x78: return 0x445  // x
    case 0x79: return 0x443  // y
    case 0x259, 0x1DD: return 0x4D9  // ə
    case 0x275, 0xF8: return 0x4E9  // ɵ
    case 0xEB: return 0x435  // ë, folded as ё is
    case 0xEF: return 0x457  // ï
    default: return 0
    }
  }

  /// The Latin letter that a Cyrillic one is mistaken for; 0 where there is none.
  private static func latinLetter(for c: UInt32, written: UInt32) -> UInt32 {
    let isCapital = written != c
    switch c {
    case 0x430: return 0x61
    case 0x432: return isCapital ? 0x62 : 0
    case 0x435: return 0x65
    case 0x43A: return 0x6B
    case 0x43C: return isCapital ? 0x6D : 0
    case 0x43D: return isCapital ? 0x68 : 0
    case 0x43E: return 0x6F
    case 0x440: return 0x70
    case 0x441: return 0x63
    case 0x442: return isCapital ? 0x74 : 0
    case 0x443: return 0x79
    case 0x445: return 0x78
    case 0x456: return 0x69
    case 0x458: return 0x6A
    case 0x4BB: return 0x68
    default: return 0
    }
  }

  /// Writes the part as a Latin numeral where it is one; true where it is.
  private static func romanNumeral(_ written: [UInt32], _ folded: inout [UInt32], _ part: Range<Int>) -> Bool
  {
    guard part.count <= 15 else { return false }
    var latin = false
    var cyrillicI = false
    var onlyTens = true
    var digits: [Int] = []
    for k in part {
      let c = written[k]
      let value = romanValue(c)
      guard value > 0 else { return false }
      if c < 0x80 { latin = true }
      if c == 0x406 { cyrillicI = true }
      if value != 10 { onlyTens = false }
      digits.append(value)
    }
    guard latin || cyrillicI || (onlyTens && part.count > 1), isWellFormed(digits) else { return false }
    for (k, value) in zip(part, digits) { folded[k] = romanLetter(value) }
    return true
  }

  static func romanValue(_ c: UInt32) -> Int {
    switch c {
    case 0x49, 0x406: 1  // I, І
    case 0x56: 5  // V
    case 0x58, 0x425: 10  // X, Х
    case 0x4C: 50  // L
    case 0x43, 0x421: 100  // C, С
    case 0x44: 500  // D
    case 0x4D, 0x41C: 1000  // M, М
    default: 0
    }
  }

  private static func romanLetter(_ value: Int) -> UInt32 {
    switch value {
    case 1: 0x69
    case 5: 0x76
    case 10: 0x78
    case 50: 0x6C
    case 100: 0x63
    case 500: 0x64
    default: 0x6D
    }
  }

  /// True where the digits are the standard spelling of their value.
  private static func isWellFormed(_ digits: [Int]) -> Bool {
    var value = 0
    for (k, digit) in digits.enumerated() {
      value += k + 1 < digits.count && digits[k + 1] > digit ? -digit : digit
    }
    guard value > 0 && value < 4000 else { return false }
    var rest = value
    var standard: [Int] = []
    for (amount, spelling) in spellings {
      while rest >= amount {
        standard += spelling
        rest -= amount
      }
    }
    return standard == digits
  }

  private static let spellings: [(Int, [Int])] = [
    (1000, [1000]), (900, [100, 1000]), (500, [500]), (400, [100, 500]), (100, [100]), (90, [10, 100]),
    (50, [50]),
    (40, [10, 50]), (10, [10]), (9, [1, 10]), (5, [5]), (4, [1, 5]), (1, [1]),
  ]
}
