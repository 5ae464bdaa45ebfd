/// Values by hashes of 64 bits that stand for what was hashed, as `FoldedBytes.hash` gives them: a look-up costs
/// a comparison or two and hashes nothing again. Grows only; made for tables that are read once.
struct HashTable<Value: Sendable>: Sendable {
  private var keys: [UInt64] = Array(repeating: 0, count: 16)
  private var values: [Value?] = Array(repeating: nil, count: 16)
  private(set) var count = 0

  /// The value of a hash; setting nil is not for this table.
  subscript(_ hash: UInt64) -> Value? {
    get {
      let key = Self.key(hash)
      let mask = keys.count - 1
      var slot = Self.slot(key, mask)
      while keys[slot] != 0 {
        if keys[slot] == key { return values[slot] }
        slot = (slot + 1) & mask
      }
      return nil
    }
    set {
      let key = Self.key(hash)
      var slot = Self.slot(key, keys.count - 1)
      while keys[slot] != 0 && keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
      if keys[slot] == 0 { count += 1 }
      keys[slot] = key
      values[slot] = newValue
      if count * 2 > keys.count { grow() }
    }
  }

  subscript(_ hash: UInt64, default fallback: Value) -> Value {
    get { self[hash] ?? fallback }
    set { self[hash] = newValue }
  }

  private mutating func grow() {
    let old = (keys, values)
    keys = Array(repeating: 0, count: old.0.count * 2)
    values = Array(repeating: nil, count: keys.count)
    let mask = keys.count - 1
    for (key, value) in zip(old.0, old.1) where key != 0 {
      var slot = Self.slot(key, mask)
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = key
      values[slot] = value
    }
  }

  /// A free slot has key 0.
  private static func key(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }

  private static func slot(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: key ^ key >> 32) & mask
  }
}
