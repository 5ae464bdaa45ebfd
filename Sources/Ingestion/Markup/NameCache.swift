/// What names of elements and attributes stand for, by the names' addresses: one parser of libxml2 keeps each name in one
/// place as long as it lives. Of two names that fall into one slot the later stays.
struct NameCache<Value: Sendable>: Sendable {
  private var addresses = [UInt](repeating: 0, count: 64)
  private var values: [Value]

  /// - Parameter filler: any value.
  init(filler: Value) { values = Array(repeating: filler, count: 64) }

  /// Setting nil changes nothing.
  subscript(_ name: UnsafePointer<UInt8>) -> Value? {
    get {
      let slot = Self.slot(name)
      return addresses[slot] == UInt(bitPattern: name) ? values[slot] : nil
    }
    set {
      guard let newValue else { return }
      let slot = Self.slot(name)
      addresses[slot] = UInt(bitPattern: name)
      values[slot] = newValue
    }
  }

  /// Before another parser, whose names may stand where others stood.
  mutating func forget() {
    for slot in addresses.indices { addresses[slot] = 0 }
  }

  private static func slot(_ name: UnsafePointer<UInt8>) -> Int {
    Int((UInt(bitPattern: name) &* 0x9E37_79B9_7F4A_7C15) >> 58)
  }
}
