// What an analyzer found out about words, as it is kept from one start of the program to the next.

extension TextAnalyzer {
  /// Bytes that `writeWords` writes, about.
  package var wordBytes: Int {
    types.arena.count + 12 * types.slots.count
      + MemoryLayout<Surface>.stride * surfaces.surfaces.count + 8 * surfaces.slots.count
  }

  /// Writes all that is known of words, for an analyzer of the same build and data files.
  package func writeWords(to writer: inout CompiledWriter) {
    types.write(to: &writer)
    surfaces.write(to: &writer)
  }

  /// Takes over the words that another analyzer wrote; what was known before is forgotten, as by `forgetWords`.
  ///
  /// - Throws: where the bytes are not what this build writes; the analyzer then is as it was.
  package func readWords(from reader: inout CompiledReader) throws(CompiledReader.Damage) {
    let words = try TypeTable.Contents(from: &reader)
    surfaces = try SurfaceTable(from: &reader, types: words.bounds.count - 1)
    types.replace(by: words)
    taken = (types.count, surfaces.surfaces.count)
  }
}

extension TypeTable {
  /// The table's arrays.
  struct Contents {
    var arena: [UInt8]
    var bounds: [Int32]
    var slots: [Slot]

    init(from reader: inout CompiledReader) throws(CompiledReader.Damage) {
      arena = try reader.flat()
      bounds = try reader.flat()
      slots = try reader.flat()
      let types = bounds.count - 1
      guard bounds.first == 0, bounds.last.map(Int.init) == arena.count, isAscending(bounds),
        isTable(slots.map(\.id), of: types)
      else { throw CompiledReader.Damage() }
    }
  }

  func write(to writer: inout CompiledWriter) {
    writer.flat(arena)
    writer.flat(bounds)
    writer.flat(slots)
  }

  func replace(by contents: Contents) {
    (arena, bounds, slots) = (contents.arena, contents.bounds, contents.slots)
    generation += 1
  }
}

extension SurfaceTable {
  func write(to writer: inout CompiledWriter) {
    writer.flat(slots)
    writer.flat(surfaces)
    writer.flat(arena)
    for column in [latin2018, latin2021, cutInRussian] { writer.flat(column.values) }
  }

  /// - Parameter types: number of types that surfaces may have.
  init(from reader: inout CompiledReader, types: Int) throws(CompiledReader.Damage) {
    slots = try reader.flat()
    surfaces = try reader.flat()
    arena = try reader.flat()
    let count = surfaces.count
    guard isTable(slots.map(\.id), of: count) else { throw CompiledReader.Damage() }
    for surface in surfaces {
      let length = Int(surface.key.length)
      let isPlaced = length <= Key.longest || surface.place >= 0 && Int(surface.place) + length <= arena.count
      guard surface.type >= 0, surface.type < types, length > 0, isPlaced else {
        throw CompiledReader.Damage()
      }
    }
    for column in [\SurfaceTable.latin2018, \.latin2021, \.cutInRussian] {
      let values = try reader.flat(Int32.self)
      guard values.count <= count, values.allSatisfy({ $0 < types }) else { throw CompiledReader.Damage() }
      self[keyPath: column] = LateColumn(values: values)
    }
  }
}

/// Whether the slots of a hash table, -1 where one is free, hold so many entries: a power of two, and never full.
private func isTable(_ slots: [Int32], of entries: Int) -> Bool {
  guard slots.count > entries, slots.count & (slots.count - 1) == 0 else { return false }
  var held = 0
  for id in slots where id >= 0 {
    if id >= entries { return false }
    held += 1
  }
  return held == entries
}

private func isAscending(_ values: [Int32]) -> Bool {
  for i in 1..<max(values.count, 1) where values[i] < values[i - 1] { return false }
  return true
}
