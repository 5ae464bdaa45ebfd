/// A set of word tests that may say yes wrongly and never no: each test is one of 256 bits.
///
/// What rules out most ways into the automaton before they are taken. With 64 bits, five words of a passage that
/// is dense in lexicon words already fill a third of the set; with 256 a tenth.
struct TestSet: Sendable, Equatable {
  private var bits: SIMD4<UInt64> = .zero

  init() {}

  private init(bits: SIMD4<UInt64>) { self.bits = bits }

  mutating func insert(_ test: Int32) {
    bits[Int(test >> 6) & 3] |= 1 << UInt64(truncatingIfNeeded: test & 63)
  }

  mutating func formUnion(_ other: TestSet) { bits |= other.bits }

  func union(_ other: TestSet) -> TestSet { TestSet(bits: bits | other.bits) }

  /// The set in 64 bits: coarser, and quick to fetch.
  var folded: UInt64 { bits[0] | bits[1] | bits[2] | bits[3] }

  /// False only where no test is in both sets.
  func mayMeet(_ other: TestSet) -> Bool {
    let both = bits & other.bits
    return both[0] | both[1] | both[2] | both[3] != 0
  }

  func mayContain(_ test: Int32) -> Bool {
    bits[Int(test >> 6) & 3] & 1 << UInt64(truncatingIfNeeded: test & 63) != 0
  }
}
