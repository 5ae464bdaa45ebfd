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
  /// One of the words that open sentences (`opener` in `tokens.tsv`) with a capital, or @name.
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
  private var slots: [Int32]
  private(set) var arena: [UInt8] = []
  var surfaces: [Surface] = []

  init() { slots = Array(repeating: -1, count: 1 << 14) }

  /// A table without room, for moving another one about; nothing may be looked up in it.
  init(empty: Void) { slots = [] }

  /// A hash of `text[start..<end]`, eight bytes at a time.
  @inline(__always)
  static func hash(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> UInt32 {
    var h = UInt64(truncatingIfNeeded: end - start)
    var i = start
    while i + 8 <= end {
      let chunk = text.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: i, as: UInt64.self)
      h = (h ^ chunk) &* 0x9E37_79B9_7F4A_7C15
      h ^= h >> 32
      i += 8
    }
    var rest: UInt64 = 0
    while i < end {
      rest = rest << 8 | UInt64(text[i])
      i += 1
    }
    h = (h ^ rest) &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: h >> 32) ^ UInt32(truncatingIfNeeded: h >> 13)
  }

  /// Index of the surface `text[start..<end]`, or -1 where it is new.
  @inline(__always)
  func find(_ text: Span<UInt8>, _ start: Int, _ end: Int, hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while true {
      let id = Int(slots[slot])
      if id < 0 { return -1 }
      if surfaces[id].hash == hash && Int(surfaces[id].length) == end - start {
        let first = Int(surfaces[id].start)
        var k = 0
        let length = end - start
        while k < length && arena[first + k] == text[start + k] { k += 1 }
        if k == length { return id }
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
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(truncatingIfNeeded: id)
    if surfaces.count * 2 > slots.count { grow() }
    return id
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for id in surfaces.indices {
      var slot = Int(surfaces[id].hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(truncatingIfNeeded: id)
    }
  }
}
