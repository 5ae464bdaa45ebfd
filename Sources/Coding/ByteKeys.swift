import Linguistics

/// Byte strings with numbers, looked up without building a `String`.
///
/// Looks up whole strings or, with `forEachPrefix`, every key that a string begins with. Most strings have no key: they
/// are turned away by their first four bytes, two letters of Cyrillic, and whole ones by their last four too, before
/// anything is hashed in full. A class, since a copy of so many arrays for each word would cost more than the look-up.
final class ByteKeys: Sendable {
  private let arena: [UInt8]
  private let bounds: [Int32]
  private let slots: [Int32]
  /// A bit for the hash of each key, sixteen bits a key: what no key is ends here.
  private let filter: [UInt64]
  /// True at n where some key has n bytes.
  private let lengths: [Bool]
  /// A bit for the first four bytes of each key that has so many, by their hash.
  private let heads: [UInt64]
  /// A bit for the two ends of each such key.
  private let ends: [UInt64]
  /// A bit for the first byte of each shorter key.
  private let shortHeads: SIMD4<UInt64>

  /// Key number i is `keys[i]`; keys must be distinct.
  init(_ keys: [String]) {
    var size = 16
    while size < keys.count * 2 { size *= 2 }
    var arena: [UInt8] = []
    var bounds: [Int32] = [0]
    var slots = [Int32](repeating: -1, count: size)
    var filter = [UInt64](repeating: 0, count: size / 8)
    var lengths: [Bool] = []
    var heads = [UInt64](repeating: 0, count: 64)
    var ends = heads
    var shortHeads = SIMD4<UInt64>.zero
    for (number, key) in keys.enumerated() {
      let bytes = Array(key.utf8)
      var hash = Self.seed
      for byte in bytes { hash = Self.step(hash, byte) }
      arena.append(contentsOf: bytes)
      bounds.append(Int32(arena.count))
      while lengths.count <= bytes.count { lengths.append(false) }
      lengths[bytes.count] = true
      if bytes.count >= 4 {
        let (word, mask) = Self.head(bytes.span)
        heads[word] |= mask
        let (endWord, endMask) = Self.ends(bytes.span)
        ends[endWord] |= endMask
      } else if let first = bytes.first {
        shortHeads[Int(first >> 6)] |= 1 << UInt64(first & 63)
      }
      let bit = Self.filterBit(hash) & (size * 8 - 1)
      filter[bit >> 6] |= 1 << UInt64(bit & 63)
      var slot = Self.slot(hash, size)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(number)
    }
    (self.arena, self.bounds, self.slots, self.filter) = (arena, bounds, slots, filter)
    (self.lengths, self.heads, self.ends, self.shortHeads) = (lengths, heads, ends, shortHeads)
  }

  func write(to writer: inout CompiledWriter) {
    writer.flat(arena)
    writer.flat(bounds)
    writer.flat(slots)
    writer.flat(filter)
    writer.flat(lengths.map { $0 ? 1 : 0 as UInt8 })
    writer.flat(heads)
    writer.flat(ends)
    writer.flat((0..<4).map { shortHeads[$0] })
  }

  init(from reader: inout CompiledReader) throws(CompiledReader.Damage) {
    arena = try reader.flat()
    bounds = try reader.flat()
    slots = try reader.flat()
    filter = try reader.flat()
    lengths = try reader.flat(UInt8.self).map { $0 != 0 }
    heads = try reader.flat()
    ends = try reader.flat()
    let short = try reader.flat(UInt64.self)
    guard heads.count == 64, ends.count == 64, short.count == 4, !bounds.isEmpty,
      slots.count.nonzeroBitCount == 1, filter.count.nonzeroBitCount == 1
    else { throw Damage() }
    shortHeads = SIMD4(short)
  }

  func find(_ form: Span<UInt8>) -> Int? {
    guard form.count < lengths.count, lengths[form.count] else { return nil }
    if form.count >= 4 {
      let (word, mask) = Self.ends(form)
      if ends[word] & mask == 0 { return nil }
    }
    var hash = Self.seed
    for i in form.indices { hash = Self.step(hash, form[i]) }
    return lookUp(form, form.count, hash)
  }

  /// Calls `body` with every key that `form` begins with, shortest first.
  func forEachPrefix(of form: Span<UInt8>, _ body: (Int) -> Void) {
    guard mayHaveKey(form) else { return }
    var hash = Self.seed
    var i = 0
    let end = min(form.count, lengths.count - 1)
    while i < end {
      hash = Self.step(hash, form[i])
      i += 1
      if lengths[i], let key = lookUp(form, i, hash) { body(key) }
    }
  }

  /// False where no key is `form` or begins it.
  @inline(__always)
  private func mayHaveKey(_ form: Span<UInt8>) -> Bool {
    if form.isEmpty { return false }
    let first = form[0]
    if shortHeads[Int(first >> 6)] & 1 << UInt64(first & 63) != 0 { return true }
    if form.count < 4 { return false }
    let (word, mask) = Self.head(form)
    return heads[word] & mask != 0
  }

  /// The place of a string's first four bytes in `heads`.
  @inline(__always)
  private static func head(_ form: Span<UInt8>) -> (word: Int, mask: UInt64) { bit(four(form, 0)) }

  /// The place of a string's first four bytes, its last four and its length in `ends`.
  @inline(__always)
  private static func ends(_ form: Span<UInt8>) -> (word: Int, mask: UInt64) {
    bit(four(form, 0) &* 31 ^ four(form, form.count - 4) &+ UInt32(truncatingIfNeeded: form.count))
  }

  @inline(__always)
  private static func four(_ form: Span<UInt8>, _ i: Int) -> UInt32 {
    form.bytes.unsafeLoadUnaligned(fromByteOffset: i, as: UInt32.self).littleEndian
  }

  @inline(__always)
  private static func bit(_ value: UInt32) -> (word: Int, mask: UInt64) {
    let hash = value &* 0x9E37_79B1
    return (Int(hash >> 26), 1 << UInt64(hash >> 20 & 63))
  }

  @inline(__always)
  private func lookUp(_ form: Span<UInt8>, _ length: Int, _ hash: UInt32) -> Int? {
    let bit = Self.filterBit(hash) & (filter.count * 64 - 1)
    return filter[bit >> 6] & 1 << UInt64(bit & 63) == 0 ? nil : compare(form, length, hash)
  }

  private func compare(_ form: Span<UInt8>, _ length: Int, _ hash: UInt32) -> Int? {
    var slot = Self.slot(hash, slots.count)
    while slots[slot] >= 0 {
      let key = Int(slots[slot])
      if equals(key, form, length) { return key }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func equals(_ key: Int, _ form: Span<UInt8>, _ length: Int) -> Bool {
    let start = Int(bounds[key])
    guard Int(bounds[key + 1]) - start == length else { return false }
    var i = 0
    while i < length {
      if arena[start + i] != form[i] { return false }
      i += 1
    }
    return true
  }

  /// FNV-1a.
  private static let seed: UInt32 = 2_166_136_261
  private static func step(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 16_777_619 }
  private static func filterBit(_ hash: UInt32) -> Int {
    Int(truncatingIfNeeded: (UInt64(hash) &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
  private static func slot(_ hash: UInt32, _ size: Int) -> Int { Int(hash ^ (hash >> 15)) & (size - 1) }
}
