/// Stems of a lexicon by their bytes, each with the lexemes and ending sets that it stands for.
///
/// The hash can step back over the last byte, so all prefixes of a form are looked up in one pass from its end.
struct RussianStemTable: Sendable {
  /// A stem of a lexeme with a set of endings.
  struct Entry: Sendable {
    var lexeme: Int32
    var set: Int16
    /// 0 for the dictionary form, else 1 plus the penalty of the paradigm.
    var rank: UInt8
  }

  /// Bytes of the distinct stems, one after the other.
  private var arena: [UInt8] = []
  private var bounds: [Int32] = [0]
  private var hashes: [UInt64] = []
  /// Open addressing over the hashes, -1 for a free slot; a power of two.
  private var slots: [Int32] = Array(repeating: -1, count: 1 << 8)
  /// One bit a hash, sixteen bits a stem: most prefixes of most forms are no stem.
  private var filter: [UInt64] = [0]
  /// Entries by stem: `entries[firsts[s]..<firsts[s + 1]]`.
  private(set) var entries: [Entry] = []
  private var firsts: [Int32] = []

  /// - Parameter paradigms: of each lexeme, by its index.
  init(_ paradigms: [[RussianParadigm]]) {
    var lists: [[Entry]] = []
    for (lexeme, list) in paradigms.enumerated() {
      for (place, paradigm) in list.enumerated() {
        let stem = intern(paradigm.stem.utf8)
        if stem == lists.count { lists.append([]) }
        let rank = place == 0 ? 0 : paradigm.penalty + 1
        lists[stem].append(Entry(lexeme: Int32(lexeme), set: Int16(paradigm.set), rank: rank))
      }
    }
    for list in lists {
      firsts.append(Int32(entries.count))
      entries.append(contentsOf: list)
    }
    firsts.append(Int32(entries.count))
    var bits = 64
    while bits < hashes.count * 16 { bits *= 2 }
    filter = Array(repeating: 0, count: bits / 64)
    for hash in hashes {
      let bit = Int(truncatingIfNeeded: RussianStemTable.mix(hash) >> 32) & (bits - 1)
      filter[bit >> 6] |= 1 << UInt64(bit & 63)
    }
  }

  /// The places in `entries` of the stem that is the first `count` bytes of a form; empty where there is none.
  /// - Parameter hash: of these bytes, by `forward`.
  func entries(of form: Span<UInt8>, count: Int, hash: UInt64) -> Range<Int> {
    let mixed = RussianStemTable.mix(hash)
    let bit = Int(truncatingIfNeeded: mixed >> 32) & (filter.count * 64 - 1)
    guard filter[bit >> 6] & (1 << UInt64(bit & 63)) != 0 else { return 0..<0 }
    var slot = Int(truncatingIfNeeded: mixed) & (slots.count - 1)
    while slots[slot] >= 0 {
      let stem = Int(slots[slot])
      slot = (slot + 1) & (slots.count - 1)
      guard hashes[stem] == hash else { continue }
      let start = Int(bounds[stem])
      guard Int(bounds[stem + 1]) - start == count else { continue }
      var i = 0
      while i < count && arena[start + i] == form[i] { i += 1 }
      if i == count { return Int(firsts[stem])..<Int(firsts[stem + 1]) }
    }
    return 0..<0
  }

  // MARK: Hash

  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// `factor * inverse == 1` modulo 2^64.
  private static let inverse: UInt64 = 0xF1DE_83E1_9937_733D

  /// The hash with one byte more.
  static func forward(_ hash: UInt64, _ byte: UInt8) -> UInt64 { hash &* factor &+ UInt64(byte) &+ 1 }

  /// The hash without its last byte.
  static func back(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash &- UInt64(byte) &- 1) &* inverse }

  private static func mix(_ hash: UInt64) -> UInt64 {
    let h = (hash ^ (hash >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return h ^ (h >> 29)
  }

  /// The number of a stem, new or known.
  private mutating func intern(_ bytes: [UInt8]) -> Int {
    var hash = RussianStemTable.seed
    for byte in bytes { hash = RussianStemTable.forward(hash, byte) }
    var slot = Int(truncatingIfNeeded: RussianStemTable.mix(hash)) & (slots.count - 1)
    while slots[slot] >= 0 {
      let stem = Int(slots[slot])
      if hashes[stem] == hash && arena[Int(bounds[stem])..<Int(bounds[stem + 1])].elementsEqual(bytes) {
        return stem
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let stem = hashes.count
    hashes.append(hash)
    arena.append(contentsOf: bytes)
    bounds.append(Int32(arena.count))
    slots[slot] = Int32(stem)
    if hashes.count * 2 > slots.count { grow() }
    return stem
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (stem, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: RussianStemTable.mix(hash)) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(stem)
    }
  }

  // MARK: Compiled

  func write(to writer: inout CompiledWriter) {
    writer.flat(arena)
    writer.flat(bounds)
    writer.flat(hashes)
    writer.flat(slots)
    writer.flat(filter)
    writer.flat(entries.map(\.lexeme))
    writer.flat(entries.map(\.set))
    writer.flat(entries.map(\.rank))
    writer.flat(firsts)
  }

  init(from reader: inout CompiledReader) throws(CompiledReader.Damage) {
    arena = try reader.flat()
    bounds = try reader.flat()
    hashes = try reader.flat()
    slots = try reader.flat()
    filter = try reader.flat()
    let lexemes = try reader.flat(Int32.self)
    let sets = try reader.flat(Int16.self)
    let ranks = try reader.flat(UInt8.self)
    firsts = try reader.flat()
    guard sets.count == lexemes.count, ranks.count == lexemes.count, bounds.count == hashes.count + 1,
      firsts.count == bounds.count, slots.count.nonzeroBitCount == 1, filter.count.nonzeroBitCount == 1
    else { throw CompiledReader.Damage() }
    entries = lexemes.indices.map { Entry(lexeme: lexemes[$0], set: sets[$0], rank: ranks[$0]) }
  }
}
