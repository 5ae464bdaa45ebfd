/// The features of a model and their weights as scoring reads them: one probe finds a piece of a word, and its weights
/// for all codes stand side by side.
///
/// The frequent pieces have a weight for most codes, and words are made of frequent pieces: adding whole rows, zeros and
/// all, is quicker than picking the weights out.
struct PieceWeights: Sendable {
  /// Weights of neighbouring codes.
  typealias Lanes = SIMD16<Float>

  private struct Slot {
    /// The piece's bytes as `key` packs them.
    var key: UInt64 = 0
    var feature: Int32 = -1
    /// Bytes of the piece.
    var length: Int32 = 0
  }

  /// Nearly all pieces are at most four letters, eight bytes of Cyrillic: these are compared as one integer.
  private static let longest = 8

  /// The row of feature f: `rows[f * width..<(f + 1) * width]`.
  let rows: [Lanes]
  /// Vectors that hold a weight for each code.
  let width: Int
  private var slots: [Slot]
  private let shift: UInt64
  private var longKeys = ByteKeys([])
  /// The features of `longKeys`.
  private var longFeatures: [Int] = []

  /// - Parameters:
  ///   - features: distinct names.
  ///   - offsets: the weights of feature f are number `offsets[f]..<offsets[f + 1]` of `codes` and `values`.
  init(_ features: [String], codeCount: Int, offsets: [Int32], codes: [UInt16], values: [Float]) {
    let width = max(1, (codeCount + Lanes.scalarCount - 1) / Lanes.scalarCount)
    var rows = Array(repeating: Lanes.zero, count: features.count * width)
    for feature in features.indices {
      for i in Int(offsets[feature])..<Int(offsets[feature + 1]) {
        let (vector, lane) = Int(codes[i]).quotientAndRemainder(dividingBy: Lanes.scalarCount)
        rows[feature * width + vector][lane] += values[i]
      }
    }
    (self.rows, self.width) = (rows, width)
    var bits: UInt64 = 4
    while 1 << bits < features.count * 3 / 2 { bits += 1 }
    shift = 64 - bits
    slots = Array(repeating: Slot(), count: 1 << bits)
    var long: [String] = []
    for (number, feature) in features.enumerated() {
      if feature.isEmpty || feature.utf8.count > Self.longest {
        long.append(feature)
        longFeatures.append(number)
      } else {
        insert(Array(feature.utf8).span, number)
      }
    }
    longKeys = ByteKeys(long)
  }

  private mutating func insert(_ piece: Span<UInt8>, _ feature: Int) {
    let key = Self.key(piece)
    var slot = Int(Self.hash(key, piece.count) >> shift)
    while slots[slot].feature >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Slot(
      key: key, feature: Int32(truncatingIfNeeded: feature), length: Int32(truncatingIfNeeded: piece.count))
  }

  /// The number of a feature; nil where the model has none of that name. Constant time.
  @inline(__always)
  func find(_ piece: Span<UInt8>) -> Int? {
    let length = piece.count
    if length == 0 || length > Self.longest { return findLong(piece) }
    let key = Self.key(piece)
    var slot = Int(Self.hash(key, length) >> shift)
    while true {
      let found = slots[slot]
      if found.feature < 0 { return nil }
      if found.key == key, Int(found.length) == length { return Int(found.feature) }
      slot = (slot + 1) & (slots.count - 1)
    }
  }

  @inline(never)
  private func findLong(_ piece: Span<UInt8>) -> Int? { longKeys.find(piece).map { longFeatures[$0] } }

  /// A feature's weight for a code; 0 where it has none.
  func weight(_ feature: Int, _ code: Int) -> Float {
    rows[feature * width + code / Lanes.scalarCount][code % Lanes.scalarCount]
  }

  /// One to eight bytes as a number that tells pieces of the same length apart; the loads overlap.
  @inline(__always)
  private static func key(_ piece: Span<UInt8>) -> UInt64 {
    let bytes = piece.bytes
    let end = piece.count
    if end >= 4 {
      let low = bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt32.self)
      let high = bytes.unsafeLoadUnaligned(fromByteOffset: end - 4, as: UInt32.self)
      return UInt64(low) | UInt64(high) << 32
    }
    return UInt64(piece[0]) | UInt64(piece[end / 2]) << 8 | UInt64(piece[end - 1]) << 16
  }

  @inline(__always)
  private static func hash(_ key: UInt64, _ length: Int) -> UInt64 {
    (key ^ key >> 29 ^ UInt64(truncatingIfNeeded: length) << 56) &* 0x9E37_79B9_7F4A_7C15
  }
}
