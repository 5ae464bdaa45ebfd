/// Makes the folded form of a token; what that is, `TypeTable` says.
///
/// Works on code points in reused buffers. Pure Cyrillic or ASCII words take table look-ups only; words with
/// combining marks or letters outside the tables go through ICU.
struct Folder {
  private let table = CharacterTable.shared
  /// The token as written, in NFC, without invisible characters.
  private(set) var written: [UInt32] = []
  /// The folded form; as long as `written` unless ICU's full folding changed the length.
  private(set) var folded: [UInt32] = []
  /// The folded form has the bytes of the token.
  private(set) var isAsWritten = false
  /// What the characters of `written` are.
  private(set) var census = Census()

  struct Census {
    var traits: Traits = []
    var letters = 0
    var capitals = 0
  }

  /// Folds a token; the result is in `folded`.
  mutating func fold(_ token: Span<UInt8>) {
    if foldPlain(token) { return }
    isAsWritten = false
    foldFully(token)
    census = fullCensus()
  }

  /// Folds a token whose code points all stand in the table of plain ones, as nearly all do, in one pass.
  private mutating func foldPlain(_ token: Span<UInt8>) -> Bool {
    typealias Plain = CharacterTable.Plain
    let plain = table.plain
    written.removeAll(keepingCapacity: true)
    folded.removeAll(keepingCapacity: true)
    var census = Census()
    var first: UInt32 = 0
    var all: UInt32 = 0
    var changes: UInt32 = 0
    var i = 0
    let end = token.count
    while i < end {
      let b = UInt32(token[i])
      var c = b
      i += 1
      if b >= 0x80 {
        guard b >= 0xC2, b <= 0xD4, i < end, token[i] & 0xC0 == 0x80 else { return false }
        c = (b & 0x1F) << 6 | UInt32(token[i] & 0x3F)
        i += 1
      }
      guard c < UInt32(CharacterTable.foldLimit) else { return false }
      let entry = plain[Int(c)]
      if entry == 0 { return false }
      if all == 0 { first = entry }
      all |= entry
      changes |= (entry & 0xFFFF) ^ c
      census.letters += Int(entry / Plain.letter & 1)
      census.capitals += Int(entry / Plain.upper & 1)
      written.append(c)
      folded.append(entry & 0xFFFF)
    }
    if all == 0 { return false }
    if first & Plain.letter != 0 {
      census.traits.insert(first & Plain.upper != 0 ? .startsUpper : .startsLower)
    }
    if first & Plain.digit != 0 { census.traits.insert(.startsDigit) }
    if all & Plain.letter != 0 { census.traits.insert(.hasLetter) }
    if all & Plain.digit != 0 { census.traits.insert(.hasDigit) }
    if all & Plain.latin != 0 { census.traits.insert(.latin) }
    if all & Plain.cyrillic != 0 { census.traits.insert(.cyrillic) }
    self.census = census
    isAsWritten = changes == 0
    let mixed = all & Plain.foldsToLatin != 0 && all & Plain.foldsToCyrillic != 0
    if mixed || all & Plain.roman != 0 {
      isAsWritten = false
      ScriptRepair.repair(written: written, folded: &folded, mixed: mixed, table: table)
    }
    return true
  }

  private func fullCensus() -> Census {
    var census = Census()
    for (k, c) in written.enumerated() {
      switch table.characterClass(c) {
      case .letter:
        census.letters += 1
        census.traits.insert(.hasLetter)
        let isUpper = table.isUpper(c)
        if isUpper { census.capitals += 1 }
        if k == 0 { census.traits.insert(isUpper ? .startsUpper : .startsLower) }
        switch table.script(c) {
        case .cyrillic: census.traits.insert(.cyrillic)
        case .latin: census.traits.insert(.latin)
        case .arabic: census.traits.insert(.arabic)
        case .other: if c > 0x370 && c < 0x20000 { census.traits.insert(.foreignScript) }
        }
      case .digit:
        census.traits.insert(.hasDigit)
        if k == 0 { census.traits.insert(.startsDigit) }
      case .symbol: if k == 0 && c > 0x2100 { census.traits.insert(.emoji) }
      default: break
      }
    }
    return census
  }

  private mutating func foldFully(_ token: Span<UInt8>) {
    decode(token)
    if needsNormalisation {
      let normal = ICU.nfc(written.utf8)
      decode(normal.span)
    }
    folded.removeAll(keepingCapacity: true)
    var aligned = true
    var sawLatin = false
    var sawCyrillic = false
    for (k, c) in written.enumerated() {
      if c < UInt32(CharacterTable.foldLimit), c != 0x300, c != 0x301 {
        let simple = table.folds[Int(c)]
        if simple != 0 {
          let f = UInt32(simple)
          sawLatin = sawLatin || table.scripts[Int(f)] == 1
          sawCyrillic = sawCyrillic || table.scripts[Int(f)] == 2
          folded.append(f == 0x451 ? 0x435 : f)
          continue
        }
      }
      switch c {
      case 0x2010, 0x2011: folded.append(0x2D)  // hyphen, non-breaking hyphen
      case 0x2019, 0x02BC, 0x2018: folded.append(written.count > 1 ? 0x27 : c)  // apostrophes inside a word
      case 0x300, 0x301:
        // Stress marks on Cyrillic letters; where a composed letter exists NFC has composed it.
        if k == 0 || table.script(written[k - 1]) != .cyrillic { folded.append(c) } else { aligned = false }
      default:
        guard table.characterClass(c) == .letter, c < 0x2000 || c > 0x2FFF else {
          folded.append(c)
          continue
        }
        let full = ICU.folded(CollectionOfOne(c).utf8)
        let before = folded.count
        appendScalars(full.span, to: &folded)
        if folded.count != before + 1 { aligned = false }
      }
    }
    if aligned && (sawCyrillic || sawLatin) {
      ScriptRepair.repair(written: written, folded: &folded, mixed: sawLatin && sawCyrillic, table: table)
    }
  }

  private var needsNormalisation: Bool {
    for c in written where c >= 0x300 {
      if c < 0x370
        || (c >= 0x530 && table.characterClass(c) != .punctuation && table.characterClass(c) != .symbol)
      {
        return true
      }
    }
    return false
  }

  private mutating func decode(_ token: Span<UInt8>) {
    written.removeAll(keepingCapacity: true)
    var i = 0
    let end = token.count
    while i < end {
      let (c, length) = token.scalar(at: i, end: end)
      i += length
      if !Folder.isInvisible(c) { written.append(c) }
    }
    // A token of nothing but invisible characters stays what it is.
    if written.isEmpty { appendScalars(token, to: &written) }
  }

  /// Soft hyphen, zero-width and directional characters, variation selectors.
  static func isInvisible(_ c: UInt32) -> Bool {
    guard c >= 0xAD else { return false }
    switch c {
    case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF:
      return true
    default: return false
    }
  }
}

/// Appends the code points of UTF-8 text.
func appendScalars(_ text: Span<UInt8>, to scalars: inout [UInt32]) {
  var i = 0
  while i < text.count {
    let (c, length) = text.scalar(at: i, end: text.count)
    scalars.append(c)
    i += length
  }
}

extension Sequence where Element == UInt32 {
  /// The code points in UTF-8.
  var utf8: [UInt8] {
    var bytes: [UInt8] = []
    for c in self { bytes.appendScalar(c) }
    return bytes
  }
}

extension [UInt8] {
  /// Appends a code point in UTF-8; a surrogate or a value out of range becomes U+FFFD.
  @inlinable @inline(__always)
  package mutating func appendScalar(_ c: UInt32) {
    switch c {
    case 0..<0x80: append(UInt8(truncatingIfNeeded: c))
    case 0x80..<0x800:
      append(UInt8(truncatingIfNeeded: 0xC0 | c >> 6))
      append(UInt8(truncatingIfNeeded: 0x80 | c & 0x3F))
    case 0xD800...0xDFFF, 0x11_0000...: appendScalar(0xFFFD)
    case 0x800..<0x1_0000:
      append(UInt8(truncatingIfNeeded: 0xE0 | c >> 12))
      append(UInt8(truncatingIfNeeded: 0x80 | c >> 6 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | c & 0x3F))
    default:
      append(UInt8(truncatingIfNeeded: 0xF0 | c >> 18))
      append(UInt8(truncatingIfNeeded: 0x80 | c >> 12 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | c >> 6 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | c & 0x3F))
    }
  }
}
