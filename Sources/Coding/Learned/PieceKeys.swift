/// The numbers of a model's features, by their bytes. Nearly all are pieces of at most four letters, eight bytes of
/// Cyrillic: these are compared as one integer, since a word has some thirty pieces and most are no feature.
struct PieceKeys: Sendable {
  private struct Slot {
    /// The piece's bytes, the first lowest; 0 for an empty slot.
    var piece: UInt64 = 0
    var feature: Int32 = -1
  }

  private var slots: [Slot]
  private let shift: UInt64
  /// Features of more than eight bytes.
  private let others: ByteKeys
  /// Their numbers, by their number in `others`.
  private let otherNumbers: [Int]

  /// Feature number i is `features[i]`; features must be distinct.
  init(_ features: [String]) {
    var bits: UInt64 = 4
    while 1 << bits < features.count * 2 { bits += 1 }
    slots = Array(repeating: Slot(), count: 1 << bits)
    shift = 64 - bits
    var long: [String] = []
    var numbers: [Int] = []
    for (number, feature) in features.enumerated() {
      let bytes = Array(feature.utf8)
      guard let piece = Self.packed(bytes.span) else {
        long.append(feature)
        numbers.append(number)
        continue
      }
      var slot = Int(truncatingIfNeeded: Self.hash(piece) >> shift)
      while slots[slot].piece != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Slot(piece: piece, feature: Int32(truncatingIfNeeded: number))
    }
    others = ByteKeys(long)
    otherNumbers = numbers
  }

  /// The number of a feature, or nil. Constant time.
  func find(_ piece: Span<UInt8>) -> Int? {
    guard let packed = Self.packed(piece) else { return others.find(piece).map { otherNumbers[$0] } }
    var slot = Int(truncatingIfNeeded: Self.hash(packed) >> shift)
    while slots[slot].piece != 0 {
      if slots[slot].piece == packed { return Int(slots[slot].feature) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// One to eight bytes as an integer; nil for others. Text has no zero bytes, so that no two pieces are the same.
  @inline(__always)
  private static func packed(_ bytes: Span<UInt8>) -> UInt64? {
    guard bytes.count > 0, bytes.count <= 8 else { return nil }
    var piece: UInt64 = 0
    for i in 0..<bytes.count { piece |= UInt64(bytes[i]) << UInt64(8 * i) }
    return piece == 0 ? nil : piece
  }

  @inline(__always)
  private static func hash(_ piece: UInt64) -> UInt64 { (piece ^ piece >> 29) &* 0x9E37_79B9_7F4A_7C15 }
}
