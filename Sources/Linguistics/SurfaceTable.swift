/// What the analyzer knows of a token as written, found out once per distinct token. All of it in one record, since
/// what costs time is the number of places in memory that a token leads to.
struct Surface {
  var key: SurfaceTable.Key
  /// Id of the folded form.
  var type: Int32
  var traits: Traits
  /// Where the bytes of a token longer than `Key.longest` stand in the table's arena; else -1.
  var place: Int32 = -1
  /// Evidence for languages; zero for anything that is not a word.
  var points: Points
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
  static let emoji = Traits(rawValue: 1 << 10)
  static let startsLower = Traits(rawValue: 1 << 11)
  /// Written in the Arabic script.
  static let arabic = Traits(rawValue: 1 << 12)
  /// A script that none of the languages here is written in.
  static let foreignScript = Traits(rawValue: 1 << 13)
  /// One of the words that open sentences (`opener` in `tokens.tsv`) with a capital, @name or a keycap digit.
  static let opener = Traits(rawValue: 1 << 14)
  /// A hashtag or a web address.
  static let tag = Traits(rawValue: 1 << 15)
  /// Abbreviation classes, as in `TokenLists.Abbreviation`, in bits 16-21.
  var abbreviation: TokenLists.Abbreviation { .init(rawValue: UInt8(truncatingIfNeeded: rawValue >> 16)) }
  static func abbreviation(_ kind: TokenLists.Abbreviation) -> Traits {
    Traits(rawValue: UInt32(kind.rawValue) << 16)
  }
}

/// The distinct tokens as written, each with what was found out about it.
///
/// A token costs one probe of a small hash table and one look at a record, where its bytes stand too. Records are in the
/// order of first meeting, so that those of frequent words stand together.
struct SurfaceTable {
  /// The bytes of a token as three words, in the manner of `init`: with the length they tell tokens of up to 24
  /// bytes apart; of longer ones they hold a hash.
  struct Key: Equatable {
    var a: UInt64
    var b: UInt64 = 0
    var c: UInt64 = 0
    var length: Int32

    static let longest = 24

    /// The key of `text[start..<end]`; the last load overlaps the one before.
    @inline(__always)
    init(_ text: RawSpan, _ start: Int, _ end: Int) {
      let length = end - start
      self.length = Int32(truncatingIfNeeded: length)
      if length < 8 {
        a = ByteRun.loadShort(text, start, length)
      } else if length <= 24 {
        a = ByteRun.load8(text, start)
        b = ByteRun.load8(text, length <= 16 ? end - 8 : start + 8)
        if length > 16 { c = ByteRun.load8(text, end - 8) }
      } else {
        a = ByteRun.hash(text, start, end)
      }
    }

    @inline(__always)
    var hash: UInt32 {
      var h = (a ^ UInt64(truncatingIfNeeded: Int(length))) &* 0x9E37_79B9_7F4A_7C15
      h = ((h ^ h >> 29) ^ b) &* 0xBF58_476D_1CE4_E5B9
      h = ((h ^ h >> 31) ^ c) &* 0x94D0_49BB_1331_11EB
      return UInt32(truncatingIfNeeded: h >> 32)
    }
  }

  struct Slot {
    var hash: UInt32
    /// Index of the surface, or -1.
    var id: Int32

    static let empty = Slot(hash: 0, id: -1)
  }

  var slots: [Slot]
  var surfaces: [Surface] = []
  /// Types of words read as Latin-script Kazakh, by alphabet.
  var latin2018 = LateColumn()
  var latin2021 = LateColumn()
  /// 1 where Russian usage cuts the word at its hyphens, 0 where it does not.
  var cutInRussian = LateColumn()
  /// The bytes of tokens longer than `Key.longest`.
  var arena: [UInt8] = []

  init() { slots = Array(repeating: .empty, count: TypeTable.few) }

  /// A table without room, for moving another one about; nothing may be looked up in it.
  init(empty: Void) { slots = [] }

  /// Empties the table and keeps its memory, but for what an unheard-of document took.
  mutating func removeAll() {
    guard surfaces.count <= 2 * TypeTable.many else {
      self = SurfaceTable()
      return
    }
    for i in slots.indices { slots[i] = .empty }
    surfaces.removeAll(keepingCapacity: true)
    (latin2018, latin2021, cutInRussian) = (LateColumn(), LateColumn(), LateColumn())
    arena.removeAll(keepingCapacity: true)
  }

  /// The surface that stands where one of this key would stand first, or -1: the one asked for, mostly.
  @inline(__always)
  func likely(_ key: Key) -> Int32 {
    let hash = key.hash
    let slot = slots[Int(hash) & (slots.count - 1)]
    return slot.hash == hash ? slot.id : -1
  }

  /// Whether a surface, or -1, is `text[start..<end]`, of this key.
  @inline(__always)
  func holds(_ id: Int, _ text: RawSpan, _ start: Int, _ end: Int, _ key: Key) -> Bool {
    id >= 0 && surfaces[id].key == key && (end - start <= Key.longest || isLong(id, text, start, end))
  }

  /// Index of the surface `text[start..<end]`, or -1 where it is new.
  @inline(__always)
  func find(_ text: RawSpan, _ start: Int, _ end: Int, _ key: Key) -> Int {
    let mask = slots.count - 1
    let hash = key.hash
    var slot = Int(hash) & mask
    while true {
      let entry = slots[slot]
      if entry.id < 0 { return -1 }
      if entry.hash == hash, holds(Int(entry.id), text, start, end, key) { return Int(entry.id) }
      slot = (slot + 1) & mask
    }
  }

  private func isLong(_ id: Int, _ text: RawSpan, _ start: Int, _ end: Int) -> Bool {
    ByteRun.equal(arena.span.bytes, Int(surfaces[id].place), text, start, end - start)
  }

  /// Adds the surface `text[start..<end]`, which `find` did not find.
  mutating func insert(_ text: Span<UInt8>, _ start: Int, _ end: Int, _ surface: Surface) -> Int {
    let id = surfaces.count
    if id == TypeTable.few { surfaces.reserveCapacity(TypeTable.many) }
    surfaces.append(surface)
    if end - start > Key.longest {
      surfaces[id].place = Int32(truncatingIfNeeded: arena.count)
      text.extracting(start..<end).withUnsafeBufferPointer { arena.append(contentsOf: $0) }
    }
    if surfaces.count * 2 > slots.count { grow() }
    SurfaceTable.place(Slot(hash: surface.key.hash, id: Int32(truncatingIfNeeded: id)), in: &slots)
    return id
  }

  private mutating func grow() {
    var larger = Array(repeating: Slot.empty, count: TypeTable.larger(slots.count))
    for slot in slots where slot.id >= 0 { SurfaceTable.place(slot, in: &larger) }
    slots = larger
  }

  private static func place(_ new: Slot, in slots: inout [Slot]) {
    let mask = slots.count - 1
    var slot = Int(new.hash) & mask
    while slots[slot].id >= 0 { slot = (slot + 1) & mask }
    slots[slot] = new
  }
}

/// Numbers that few surfaces are asked for: -1 until one is set. Takes no memory before.
struct LateColumn {
  var values: [Int32] = []

  subscript(id: Int) -> Int32 {
    get { id < values.count ? values[id] : -1 }
    set {
      if id >= values.count { values.append(contentsOf: repeatElement(-1, count: id + 1 - values.count)) }
      values[id] = newValue
    }
  }
}
