/// Byte strings with numbers, looked up without building a `String`.
///
/// Looks up whole strings or, with `forEachPrefix`, every key that a string begins with.
struct ByteKeys: Sendable {
  private var arena: [UInt8] = []
  private var bounds: [Int32] = [0]
  private var slots: [Int32]
  /// True at n where some key has n bytes.
  private var lengths: [Bool] = []

  /// Key number i is `keys[i]`; keys must be distinct.
  init(_ keys: [String]) {
    var size = 16
    while size < keys.count * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    for (number, key) in keys.enumerated() {
      let bytes = Array(key.utf8)
      var hash = Self.seed
      for byte in bytes { hash = Self.step(hash, byte) }
      arena.append(contentsOf: bytes)
      bounds.append(Int32(arena.count))
      while lengths.count <= bytes.count { lengths.append(false) }
      lengths[bytes.count] = true
      var slot = Self.slot(hash, size)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(number)
    }
  }

  func find(_ form: Span<UInt8>) -> Int? {
    guard form.count < lengths.count, lengths[form.count] else { return nil }
    var hash = Self.seed
    for i in form.indices { hash = Self.step(hash, form[i]) }
    return lookUp(form, form.count, hash)
  }

  /// Calls `body` with every key that `form` begins with, shortest first.
  func forEachPrefix(of form: Span<UInt8>, _ body: (Int) -> Void) {
    var hash = Self.seed
    var i = 0
    let end = min(form.count, lengths.count - 1)
    while i < end {
      hash = Self.step(hash, form[i])
      i += 1
      if lengths[i], let key = lookUp(form, i, hash) { body(key) }
    }
  }

  private func lookUp(_ form: Span<UInt8>, _ length: Int, _ hash: UInt32) -> Int? {
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
  private static func slot(_ hash: UInt32, _ size: Int) -> Int { Int(hash ^ (hash >> 15)) & (size - 1) }
}
