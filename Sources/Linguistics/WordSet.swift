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

/// A closed set of words, asked by code points. Keys are 64-bit hashes: with a few thousand words a false
/// member is less likely than a hardware fault.
struct WordSet: Sendable {
  private var hashes: Set<UInt64> = []

  init(_ words: some Sequence<some StringProtocol>) {
    for word in words { hashes.insert(ScalarHash.of(word)) }
  }

  func contains(_ scalars: some Sequence<UInt32>) -> Bool { hashes.contains(ScalarHash.of(scalars)) }
}
