/// Reads what `CompiledWriter` wrote. No bytes make it trap or read beyond their end: what cannot have been written is
/// an error.
package struct CompiledReader {
  /// The bytes are not what this build writes.
  package struct Damage: Error { package init() {} }

  private let owner: CompiledBytes
  /// The owner's, up to where reading ends.
  private let bytes: UnsafeRawBufferPointer
  private var place: Int
  /// The distinct texts.
  private let known: [String]

  /// - Parameter start: where the writer's bytes begin.
  package init(_ bytes: CompiledBytes, from start: Int = 0) throws(Damage) {
    guard bytes.count >= start + 8, let place = bytes.word(at: bytes.count - 8),
      place <= UInt64(bytes.count - start - 8)
    else { throw Damage() }
    let end = start + Int(place)
    var texts = CompiledReader(bytes, end..<bytes.count - 8, known: [])
    let known = try texts.list()
    guard texts.isAtEnd else { throw Damage() }
    self.init(bytes, start..<end, known: known)
  }

  private init(_ owner: CompiledBytes, _ range: Range<Int>, known: [String]) {
    (self.owner, self.known) = (owner, known)
    (bytes, place) = (UnsafeRawBufferPointer(rebasing: owner.bytes[..<range.upperBound]), range.lowerBound)
  }

  package var isAtEnd: Bool { place == bytes.count }

  package mutating func int() throws(Damage) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while place < bytes.count, shift < 64 {
      let byte = bytes[place]
      place += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(truncatingIfNeeded: Int64(bitPattern: value >> 1 ^ (0 &- (value & 1)))) }
      shift += 7
    }
    throw Damage()
  }

  private mutating func word() throws(Damage) -> UInt64 {
    guard bytes.count - place >= 8 else { throw Damage() }
    let value = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    place += 8
    return value
  }

  package mutating func byte() throws(Damage) -> UInt8 {
    guard place < bytes.count else { throw Damage() }
    place += 1
    return bytes[place - 1]
  }

  package mutating func bool() throws(Damage) -> Bool { try byte() != 0 }

  package mutating func double() throws(Damage) -> Double { Double(bitPattern: try word()) }

  package mutating func text() throws(Damage) -> String { known[try index(below: known.count)] }

  /// A number from 0 that stays below a limit: an index.
  package mutating func index(below limit: Int) throws(Damage) -> Int {
    let value = try int()
    guard value >= 0, value < limit else { throw Damage() }
    return value
  }

  /// The number of elements that follow, of at least so many bytes each.
  private mutating func count(of width: Int) throws(Damage) -> Int {
    let count = try int()
    guard count >= 0, count <= (bytes.count - place) / width else { throw Damage() }
    return count
  }

  package mutating func flat<T: BitwiseCopyable>(_ type: T.Type = T.self) throws(Damage) -> [T] {
    let count = try count(of: MemoryLayout<T>.stride)
    let start = place
    place += count * MemoryLayout<T>.stride
    return [T](unsafeUninitializedCapacity: count) { buffer, filled in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(from: .init(rebasing: bytes[start..<place]))
      filled = count
    }
  }

  package mutating func list() throws(Damage) -> [String] {
    let lengths = try flat(UInt32.self)
    var values: [String] = []
    values.reserveCapacity(lengths.count)
    for length in lengths {
      guard Int(length) <= bytes.count - place else { throw Damage() }
      values.append(String(decoding: bytes[place..<(place + Int(length))], as: UTF8.self))
      place += Int(length)
    }
    return values
  }

  package mutating func lists() throws(Damage) -> [[Int32]] {
    let lengths = try flat(Int32.self)
    let values = try flat(Int32.self)
    var lists: [[Int32]] = []
    lists.reserveCapacity(lengths.count)
    var start = 0
    for length in lengths {
      guard length >= 0, Int(length) <= values.count - start else { throw Damage() }
      lists.append(Array(values[start..<(start + Int(length))]))
      start += Int(length)
    }
    guard start == values.count else { throw Damage() }
    return lists
  }

  @inlinable
  package mutating func array<T>(
    _ read: (inout CompiledReader) throws(Damage) -> T
  ) throws(Damage) -> [T] {
    let count = try index(below: 1 << 24)
    var values: [T] = []
    values.reserveCapacity(min(count, 1 << 12))
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }

  @inlinable
  package mutating func optional<T>(
    _ read: (inout CompiledReader) throws(Damage) -> T
  ) throws(Damage) -> T? {
    try bool() ? try read(&self) : nil
  }

  package mutating func optional() throws(Damage) -> String? {
    try bool() ? try text() : nil
  }

  package mutating func texts() throws(Damage) -> [String] {
    try array { reader throws(Damage) in try reader.text() }
  }

  package mutating func ints() throws(Damage) -> [Int] {
    try flat(Int64.self).map { Int(truncatingIfNeeded: $0) }
  }

  /// A value that is written by its name.
  @inlinable
  package mutating func value<T: RawRepresentable<String>>(_ type: T.Type = T.self) throws(Damage) -> T {
    guard let value = T(rawValue: try text()) else { throw Damage() }
    return value
  }
}
