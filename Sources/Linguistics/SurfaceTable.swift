/// What the analyzer knows of a token as written, found out once per distinct token.
struct Surface {
  /// UTF-8 bytes in the table's arena.
  var start: Int32
  var length: Int32
  var hash: UInt32
  /// Id of the folded form.
  var type: Int32
  var traits: Traits
  /// Evidence for languages; zero for anything that is not a word.
  var points: Points
  /// Type of the word read as Latin-script Kazakh, by alphabet; -1 until asked for.
  var latin2018: Int32 = -1
  var latin2021: Int32 = -1
  /// Whether Russian usage cuts the word at its hyphens; nil until asked for.
  var isCutInRussian: Bool?
}

/// Properties of a token as written that sentence and language rules ask for.
struct Traits: OptionSet, Sendable {
  let rawValue: UInt32
  static let startsUpper = Traits(rawValue: 1)
  /// Two letters or more, all of them capitals.
  static let allUpper = Traits(rawValue: 1 << 1)
  static let startsDigit = Traits(rawValue: 1 << 2)
  static let hasLetter = Traits(rawValue: 1 << 3)
  static let hasDigit = Traits(rawValue: 1 << 4)
  static let cyrillic = Traits(rawValue: 1 << 5)
  static let latin = Traits(rawValue: 1 << 6)
  /// Exactly one letter, with or without a full stop.
  static let singleLetter = Traits(rawValue: 1 << 7)
  static let endsInStop = Traits(rawValue: 1 << 8)
  static let roman = Traits(rawValue: 1 << 9)
  static let endsUpper = Traits(rawValue: 1 << 10)
  static let hasVowel = Traits(rawValue: 1 << 11)
  static let emoji = Traits(rawValue: 1 << 12)
  static let startsLower = Traits(rawValue: 1 << 13)
  /// One of the words that open sentences (`opener` in `tokens.tsv`) with a capital, @name or a keycap digit.
  static let opener = Traits(rawValue: 1 << 22)
  /// A hashtag or a web address.
  static let tag = Traits(rawValue: 1 << 23)
  /// Written in the Arabic script.
  static let arabic = Traits(rawValue: 1 << 14)
  /// A script that none of the languages here is written in.
  static let foreignScript = Traits(rawValue: 1 << 15)
  /// Abbreviation classes, as in `TokenLists.Abbreviation`, in bits 16-21.
  var abbreviation: TokenLists.Abbreviation { .init(rawValue: UInt8(truncatingIfNeeded: rawValue >> 16)) }
  static func abbreviation(_ kind: TokenLists.Abbreviation) -> Traits {
    Traits(rawValue: UInt32(kind.rawValue) << 16)
  }
}

/// The distinct tokens as written, each with what was found out about it.
struct SurfaceTable {
  /// Where a surface is, with its hash beside the index so that most misses end here.
  private struct Slot {
    var id: Int32
    var hash: UInt32
  }

  private var slots: [Slot]
  private(set) var arena: [UInt8] = []
  var surfaces: [Surface] = []

  init() { slots = Array(repeating: Slot(id: -1, hash: 0), count: 1 << 14) }

  /// A table without room, for moving another one about; nothing may be looked up in it.
  init(empty: Void) { slots = [] }

  /// A hash of `text[start..<end]`, eight bytes at a time; the last load overlaps the one before.
  @inline(__always)
  static func hash(_ text: RawSpan, _ start: Int, _ end: Int) -> UInt32 {
    let length = end - start
    var h = UInt64(truncatingIfNeeded: length) &* 0x9E37_79B9_7F4A_7C15
    if length >= 8 {
      var i = start
      while i + 8 < end {
        h = (h ^ load8(text, i)) &* 0x9E37_79B9_7F4A_7C15
        h ^= h >> 29
        i += 8
      }
      h = (h ^ load8(text, end - 8)) &* 0x9E37_79B9_7F4A_7C15
    } else {
      h = (h ^ loadShort(text, start, length)) &* 0x9E37_79B9_7F4A_7C15
    }
    return UInt32(truncatingIfNeeded: h >> 32)
  }

  @inline(__always)
  private static func load8(_ text: RawSpan, _ i: Int) -> UInt64 {
    text.unsafeLoadUnaligned(fromByteOffset: i, as: UInt64.self)
  }

  /// Up to seven bytes as one number that tells texts of the same length apart.
  @inline(__always)
  private static func loadShort(_ text: RawSpan, _ start: Int, _ length: Int) -> UInt64 {
    if length >= 4 {
      let low = text.unsafeLoadUnaligned(fromByteOffset: start, as: UInt32.self)
      let high = text.unsafeLoadUnaligned(fromByteOffset: start + length - 4, as: UInt32.self)
      return UInt64(low) | UInt64(high) << 32
    }
    if length >= 2 {
      let low = text.unsafeLoadUnaligned(fromByteOffset: start, as: UInt16.self)
      let high = text.unsafeLoadUnaligned(fromByteOffset: start + length - 2, as: UInt16.self)
      return UInt64(low) | UInt64(high) << 16
    }
    return length == 1 ? UInt64(text.unsafeLoadUnaligned(fromByteOffset: start, as: UInt8.self)) : 0
  }

  /// Whether `length` bytes of `a` from `i` on equal those of `b` from `j` on.
  @inline(__always)
  private static func equal(_ a: RawSpan, _ i: Int, _ b: RawSpan, _ j: Int, _ length: Int) -> Bool {
    guard length >= 8 else { return loadShort(a, i, length) == loadShort(b, j, length) }
    var k = 0
    while k + 8 < length {
      if load8(a, i + k) != load8(b, j + k) { return false }
      k += 8
    }
    return load8(a, i + length - 8) == load8(b, j + length - 8)
  }

  /// Index of the surface `text[start..<end]`, or -1 where it is new.
  @inline(__always)
  func find(_ text: RawSpan, _ start: Int, _ end: Int, hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while true {
      let entry = slots[slot]
      if entry.id < 0 { return -1 }
      if entry.hash == hash {
        let id = Int(entry.id)
        let first = Int(surfaces[id].start)
        let length = Int(surfaces[id].length)
        if length == end - start && SurfaceTable.equal(arena.span.bytes, first, text, start, length) {
          return id
        }
      }
      slot = (slot + 1) & mask
    }
  }

  /// Adds a surface that `find` did not find.
  mutating func insert(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, hash: UInt32, type: Int32, traits: Traits, points: Points
  ) -> Int {
    let id = surfaces.count
    surfaces.append(
      Surface(
        start: Int32(truncatingIfNeeded: arena.count), length: Int32(truncatingIfNeeded: end - start),
        hash: hash,
        type: type, traits: traits, points: points))
    for i in start..<end { arena.append(text[i]) }
    place(id)
    if surfaces.count * 2 > slots.count { grow() }
    return id
  }

  private mutating func grow() {
    slots = Array(repeating: Slot(id: -1, hash: 0), count: slots.count * 2)
    for id in surfaces.indices { place(id) }
  }

  private mutating func place(_ id: Int) {
    let hash = surfaces[id].hash
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot].id >= 0 { slot = (slot + 1) & mask }
    slots[slot] = Slot(id: Int32(truncatingIfNeeded: id), hash: hash)
  }
}
