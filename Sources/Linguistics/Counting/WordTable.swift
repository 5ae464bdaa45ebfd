/// Folded words with their numbers.
struct WordTable: Sendable {
  private var slots: [(hash: UInt32, symbol: Int32)] = Array(repeating: (0, -1), count: 1024)
  private var scalars: [UInt32] = []
  /// Where the scalars of each symbol are; empty for reserved ones.
  private var places: [Range<Int>] = []

  var count: Int { places.count }

  /// One step of the hash over a word's code points; begin with 0.
  @inline(__always)
  static func hash(_ hash: UInt32, _ scalar: UInt32) -> UInt32 {
    (hash ^ scalar) &* 0x9E37_79B1 ^ hash >> 15
  }

  /// A number for no word.
  mutating func reserve() -> Int32 {
    places.append(0..<0)
    return Int32(truncatingIfNeeded: places.count - 1)
  }

  mutating func insert(_ word: [UInt32]) -> Int32 {
    let hash = word.reduce(0, Self.hash)
    let known = find(word, word.count, hash)
    if known >= 0 { return known }
    let symbol = Int32(truncatingIfNeeded: places.count)
    places.append(scalars.count..<(scalars.count + word.count))
    scalars += word
    if places.count * 4 > slots.count {
      let old = slots
      slots = Array(repeating: (0, -1), count: old.count * 4)
      for entry in old where entry.symbol >= 0 { place(entry) }
    }
    place((hash, symbol))
    return symbol
  }

  private mutating func place(_ entry: (hash: UInt32, symbol: Int32)) {
    var slot = Int(entry.hash) & (slots.count - 1)
    while slots[slot].symbol >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = entry
  }

  /// The number of a word, or -1.
  ///
  /// - Parameters:
  ///   - word: its code points, the first `length` of these.
  ///   - hash: of them.
  @inline(__always)
  func find(_ word: [UInt32], _ length: Int, _ hash: UInt32) -> Int32 {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while true {
      let entry = slots[slot]
      if entry.symbol < 0 { return -1 }
      if entry.hash == hash, isEqual(places[Int(entry.symbol)], word, length) { return entry.symbol }
      slot = (slot + 1) & mask
    }
  }

  private func isEqual(_ place: Range<Int>, _ word: [UInt32], _ length: Int) -> Bool {
    guard place.count == length else { return false }
    for k in 0..<length where scalars[place.lowerBound + k] != word[k] { return false }
    return true
  }
}
