/// A hash of code points, built up one by one; the key of every table over words and parts of words.
struct ScalarHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func add(_ scalar: UInt32) { value = (value ^ UInt64(scalar)) &* 0x9E37_79B9_7F4A_7C15 }

  static func of(_ scalars: some Sequence<UInt32>) -> UInt64 {
    var hash = ScalarHash()
    for scalar in scalars { hash.add(scalar) }
    return hash.value
  }

  static func of(_ text: some StringProtocol) -> UInt64 { of(text.unicodeScalars.lazy.map(\.value)) }
}

/// A closed table over words or parts of words, asked by the hash of their code points. Keys are 64-bit hashes: with a
/// few thousand words a false hit is less likely than a hardware fault. Most questions are about words that are
/// not there and end at one bit.
struct ScalarTable<Value: Sendable>: Sendable {
  private var filter = [UInt64](repeating: 0, count: 1 << 8)
  private var keys: [UInt64] = Array(repeating: 0, count: 16)
  private var values: [Value?] = Array(repeating: nil, count: 16)
  private var count = 0

  @inline(__always)
  private static func bit(_ key: UInt64) -> (word: Int, mask: UInt64) {
    (Int(truncatingIfNeeded: key >> 56), 1 << ((key >> 50) & 63))
  }

  /// The value of a key, or nil.
  @inline(__always)
  subscript(key: UInt64) -> Value? {
    let (word, mask) = ScalarTable.bit(key)
    return filter[word] & mask == 0 ? nil : find(key)
  }

  private func find(_ key: UInt64) -> Value? {
    var slot = Int(truncatingIfNeeded: key >> 20) & (keys.count - 1)
    while let value = values[slot] {
      if keys[slot] == key { return value }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  /// Sets a value, or changes the one that is there.
  mutating func update(_ key: UInt64, default initial: Value, _ change: (inout Value) -> Void) {
    let (word, mask) = ScalarTable.bit(key)
    filter[word] |= mask
    var slot = Int(truncatingIfNeeded: key >> 20) & (keys.count - 1)
    while var value = values[slot] {
      if keys[slot] == key {
        change(&value)
        values[slot] = value
        return
      }
      slot = (slot + 1) & (keys.count - 1)
    }
    var value = initial
    change(&value)
    keys[slot] = key
    values[slot] = value
    count += 1
    if count * 2 > keys.count { grow() }
  }

  private mutating func grow() {
    let old = zip(keys, values)
    let size = keys.count * 2
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: nil, count: size)
    for case (let key, let value?) in old {
      var slot = Int(truncatingIfNeeded: key >> 20) & (size - 1)
      while values[slot] != nil { slot = (slot + 1) & (size - 1) }
      keys[slot] = key
      values[slot] = value
    }
  }
}

/// A closed set of words.
struct WordSet: Sendable {
  private var table = ScalarTable<Bool>()

  init(_ words: some Sequence<some StringProtocol>) {
    for word in words { table.update(ScalarHash.of(word), default: true) { $0 = true } }
  }

  func contains(_ scalars: some Sequence<UInt32>) -> Bool { table[ScalarHash.of(scalars)] != nil }
}
