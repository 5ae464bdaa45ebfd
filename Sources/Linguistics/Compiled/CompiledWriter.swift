/// Writes compiled tables as bytes that `CompiledReader` reads back.
///
/// The layout is this build's own: values stand one after another without names, in the byte order of the machine, and a
/// text that occurs more than once is written once. Whoever keeps the bytes must know that the same build reads them.
package struct CompiledWriter {
  private var body: [UInt8] = []
  /// Where in `body` the contents begin.
  private var start = 0
  private var texts: [String] = []
  private var textNumbers: [String: Int] = [:]

  package init() {}

  /// - Parameters:
  ///   - bytes: room for so many, so that what is large is not copied while it grows.
  ///   - head: so many bytes, zeros, come before what is written.
  package init(reserving bytes: Int, head: Int) {
    body.reserveCapacity(bytes)
    body.append(contentsOf: repeatElement(0, count: head))
    start = head
  }

  /// All that was written, then the distinct texts, and last the place where these begin.
  package consuming func finish() -> [UInt8] {
    let place = body.count - start
    list(texts)
    flat([UInt64(place)], counted: false)
    return body
  }

  /// A number, most of which are small: seven bits a byte, the sign in the lowest one.
  package mutating func int(_ value: Int) {
    var rest = UInt64(bitPattern: Int64(value) << 1 ^ Int64(value) >> 63)
    while rest >= 0x80 {
      body.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    body.append(UInt8(truncatingIfNeeded: rest))
  }

  package mutating func byte(_ value: UInt8) { body.append(value) }

  package mutating func bool(_ value: Bool) { body.append(value ? 1 : 0) }

  package mutating func double(_ value: Double) { flat([value.bitPattern], counted: false) }

  /// Written once, however often it occurs.
  package mutating func text(_ value: String) {
    if let known = textNumbers[value] { return int(known) }
    textNumbers[value] = texts.count
    int(texts.count)
    texts.append(value)
  }

  /// Texts that hardly repeat: their bytes, one after another.
  package mutating func list(_ values: [String]) {
    flat(values.map { UInt32(truncatingIfNeeded: $0.utf8.count) })
    for value in values { body.append(contentsOf: value.utf8) }
  }

  /// The memory of an array.
  ///
  /// - Parameter values: integers, floating-point numbers or structs of them that leave no gaps: nothing that has bit
  ///   patterns without a meaning.
  package mutating func flat<T: BitwiseCopyable>(_ values: [T]) { flat(values, counted: true) }

  private mutating func flat<T: BitwiseCopyable>(_ values: [T], counted: Bool) {
    if counted { int(values.count) }
    values.withUnsafeBytes { body.append(contentsOf: $0) }
  }

  /// Lists of numbers, flattened.
  package mutating func lists(_ values: [[Int32]]) {
    flat(values.map { Int32(truncatingIfNeeded: $0.count) })
    flat(Array(values.joined()))
  }

  package mutating func array<T>(_ values: [T], _ write: (T, inout CompiledWriter) -> Void) {
    int(values.count)
    for value in values { write(value, &self) }
  }

  package mutating func optional<T>(_ value: T?, _ write: (T, inout CompiledWriter) -> Void) {
    bool(value != nil)
    if let value { write(value, &self) }
  }

  package mutating func optional(_ value: String?) { optional(value) { $1.text($0) } }

  package mutating func texts(_ values: [String]) { array(values) { $1.text($0) } }

  package mutating func ints(_ values: [Int]) { flat(values.map(Int64.init)) }
}
