import Linguistics

/// The names of a model's features, in order. Fifty thousand of them stand in two arrays; a string is made of those that
/// evidence shows.
public struct FeatureNames: RandomAccessCollection, Sendable, Equatable, ExpressibleByArrayLiteral {
  private var bytes: [UInt8] = []
  /// Where name i ends in `bytes`.
  private var ends: [Int32] = []

  init(_ names: [String]) {
    ends.reserveCapacity(names.count)
    for name in names {
      bytes.append(contentsOf: name.utf8)
      ends.append(Int32(truncatingIfNeeded: bytes.count))
    }
  }

  public init(arrayLiteral names: String...) { self.init(names) }

  public var startIndex: Int { 0 }
  public var endIndex: Int { ends.count }

  public subscript(number: Int) -> String {
    let start = number == 0 ? 0 : Int(ends[number - 1])
    return String(decoding: bytes[start..<Int(ends[number])], as: UTF8.self)
  }

  func write(to writer: inout CompiledWriter) {
    writer.flat(bytes)
    writer.flat(ends)
  }

  init(from reader: inout CompiledReader) throws(CompiledReader.Damage) {
    bytes = try reader.flat()
    ends = try reader.flat()
    var last: Int32 = 0
    for end in ends {
      if end < last { throw Damage() }
      last = end
    }
    guard Int(last) == bytes.count else { throw Damage() }
  }
}
