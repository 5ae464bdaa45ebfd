import Linguistics

// What coders found out about words, as it is kept from one start of the program to the next. Words are numbered by the
// analyzer's type table, which is written and read before (`TextAnalyzer.writeWords`).

extension LexiconCoder {
  package func writeWords(to writer: inout CompiledWriter) { state.words.write(to: &writer) }

  /// - Throws: where the bytes are not what this build writes for this lexicon; then the words must be forgotten.
  package func readWords(from reader: inout CompiledReader) throws(CompiledReader.Damage) {
    try state.words.read(from: &reader)
  }
}

extension LearnedCoder {
  /// Without what the lexicon's coder writes.
  package func writeWords(to writer: inout CompiledWriter) { scores.write(to: &writer) }

  /// - Throws: where the bytes are not what this build writes for this model; then the words must be forgotten.
  package func readWords(from reader: inout CompiledReader) throws(CompiledReader.Damage) {
    try scores.read(from: &reader, lexicon.types)
  }
}

extension WordMatches {
  /// Writes nothing that can be told from the tests.
  func write(to writer: inout CompiledWriter) {
    writer.flat(tables.starts)
    writer.flat(tables.traits)
    writer.flat(tables.rows)
    writer.flat(tables.offsets)
    writer.flat(tables.tests)
  }

  mutating func read(from reader: inout CompiledReader) throws(CompiledReader.Damage) {
    var read = Tables()
    read.starts = try reader.flat()
    read.traits = try reader.flat()
    read.rows = try reader.flat()
    let offsets = try reader.flat(Int32.self)
    let tests = try reader.flat(Int32.self)
    let count = read.starts.count
    let limit = Int32(2 * lexicon.tests.count)
    guard count <= types.count, read.traits.count == count, read.rows.count == count,
      read.rows.allSatisfy({ $0 >= 0 && $0 < offsets.count - 1 }),
      offsets.starts(with: [0, 0]), tests.allSatisfy({ $0 >= 0 && $0 < limit })
    else { throw CompiledReader.Damage() }
    read.tests.reserveCapacity(tests.count)
    for row in 1..<(offsets.count - 1) {
      let (start, end) = (offsets[row], offsets[row + 1])
      guard start <= end, end <= tests.count else { throw CompiledReader.Damage() }
      read.tests.append(contentsOf: tests[Int(start)..<Int(end)])
      _ = read.closeRow(lexicon)
    }
    tables = read
    generation = types.generation
  }
}

extension TypeScores {
  func write(to writer: inout CompiledWriter) {
    writer.flat(known)
    writer.int(number ?? -1)
    writer.int(Int(passages))
    writer.flat(fields.lists)
    rows.write(to: &writer)
  }

  mutating func read(
    from reader: inout CompiledReader, _ types: TypeTable
  ) throws(CompiledReader.Damage) {
    let known = try reader.flat(Known.self)
    let number = try reader.int()
    let passages = try reader.index(below: Int(UInt32.max) + 1)
    let lists = try reader.flat(Int32.self)
    let rows = try WeightRows(model, from: &reader)
    guard known.count <= types.count, number < known.count,
      let isList = PassageFields.places(of: lists, fields: model.fields.ids.count)
    else { throw CompiledReader.Damage() }
    let nodes = Int32(Known.number)..<Int32(model.weights.tree.parents.count)
    for word in known {
      guard nodes.contains(word.node), rows.isRow(word.row), isList.indices.contains(Int(word.fields)),
        isList[Int(word.fields)]
      else { throw CompiledReader.Damage() }
    }
    (self.known, self.number, self.passages) = (known, number < 0 ? nil : number, UInt32(passages))
    (self.rows, fields.lists, generation) = (rows, lists, types.generation)
  }
}

extension PassageFields {
  /// For each place whether a list begins there; nil where the lists are none, or have fields that are none.
  fileprivate static func places(of lists: [Int32], fields: Int) -> [Bool]? {
    guard lists.first == 0 else { return nil }
    var places = Array(repeating: false, count: lists.count)
    var i = 0
    while i < lists.count {
      places[i] = true
      let end = i + 1 + Int(lists[i])
      guard lists[i] >= 0, end <= lists.count,
        lists[(i + 1)..<end].allSatisfy({ $0 >= 0 && $0 < fields })
      else { return nil }
      i = end
    }
    return places
  }
}

extension WeightRows {
  func write(to writer: inout CompiledWriter) {
    writer.flat(lanes)
    writer.flat(ofNode)
    writer.flat(ofField)
  }

  init(_ model: LearnedModel, from reader: inout CompiledReader) throws(CompiledReader.Damage) {
    self.init(model)
    let lanes = try reader.flat(Lanes.self)
    let ofNode = try reader.flat(Int32.self)
    let ofField = try reader.flat(Int32.self)
    guard ofNode.count == self.ofNode.count, ofField.count == self.ofField.count,
      lanes.count >= self.lanes.count
    else { throw CompiledReader.Damage() }
    (self.lanes, self.ofNode, self.ofField) = (lanes, ofNode, ofField)
    guard ofNode.allSatisfy({ $0 == -1 || isRow($0) }), ofField.allSatisfy({ $0 == -1 || isRow($0) }) else {
      throw CompiledReader.Damage()
    }
  }

  /// Whether a whole row can stand at a place.
  func isRow(_ place: Int32) -> Bool { place >= 0 && Int(place) + model.weights.width <= lanes.count }
}
