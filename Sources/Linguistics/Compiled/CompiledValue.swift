/// What is kept compiled: written, and read back in the same order.
package protocol CompiledValue {
  func write(to writer: inout CompiledWriter)

  init(from reader: inout CompiledReader) throws(CompiledReader.Damage)
}

extension CompiledWriter {
  @inlinable
  package mutating func array(_ values: [some CompiledValue]) { array(values) { $0.write(to: &$1) } }

  @inlinable
  package mutating func optional(_ value: (some CompiledValue)?) { optional(value) { $0.write(to: &$1) } }
}

extension CompiledReader {
  @inlinable
  package mutating func array<T: CompiledValue>() throws(Damage) -> [T] {
    try array { reader throws(Damage) in try T(from: &reader) }
  }

  @inlinable
  package mutating func optional<T: CompiledValue>() throws(Damage) -> T? {
    try bool() ? try T(from: &self) : nil
  }

  /// Values that are written by their names.
  @inlinable
  package mutating func values<T: RawRepresentable<String>>() throws(Damage) -> [T] {
    try array { reader throws(Damage) in try reader.value() }
  }

  @inlinable
  package mutating func optionalValue<T: RawRepresentable<String>>() throws(Damage) -> T? {
    try bool() ? try value() : nil
  }
}
