import Linguistics

/// Writes entries with their terms and conditions.
///
/// References and families put the same choices into many terms: each distinct element is written once, and named by its
/// number from then on.
struct EntryWriter {
  var writer: CompiledWriter
  private var numbers: [TermElement: Int] = [:]

  init(_ writer: consuming CompiledWriter) { self.writer = writer }

  mutating func write(_ scheme: CodingScheme) {
    scheme.codebook.write(to: &writer)
    writer.int(scheme.layers.count)
    for layer in scheme.layers {
      writer.text(layer.name)
      writer.optional(layer.region)
      writer.texts(layer.referredTo.sorted())
      write(layer.entries)
      write(layer.definitions)
      write(layer.changes)
    }
  }

  mutating func write(_ entries: [LexiconEntry]) {
    writer.int(entries.count)
    for entry in entries { write(entry) }
  }

  mutating func write(_ entry: LexiconEntry) {
    writer.text(entry.id)
    writer.text(entry.use.rawValue)
    writer.texts(entry.codes)
    write(entry.kazakh)
    write(entry.russian)
    writer.texts(entry.partsOfSpeech.map(\.rawValue))
    write(entry.conditions)
    writer.text(entry.overlap.rawValue)
    writer.double(entry.weight)
    for text in [entry.source, entry.note, entry.file] { writer.text(text) }
    writer.int(entry.line)
    writer.int(entry.codesColumn)
  }

  mutating func write(_ changes: [EntryChange]) {
    writer.int(changes.count)
    for change in changes {
      writer.text(change.id)
      writer.bool(change.isOff)
      write(change.conditions)
      writer.text(change.reason)
      writer.text(change.file)
      writer.int(change.line)
    }
  }

  private mutating func write(_ conditions: [Condition]) {
    writer.int(conditions.count)
    for condition in conditions {
      switch condition {
      case .term(let term, let place, let wanted):
        writer.bool(true)
        write(term)
        place.write(to: &writer)
        writer.bool(wanted)
      case .fact(let fact, let wanted):
        writer.bool(false)
        fact.write(to: &writer)
        writer.bool(wanted)
      }
    }
  }

  private mutating func write(_ terms: [Term]) {
    writer.int(terms.count)
    for term in terms { write(term) }
  }

  mutating func write(_ term: Term) {
    writer.text(term.text)
    writer.int(term.column)
    write(term.halves)
  }

  private mutating func write(_ sequences: [[TermElement]]) {
    writer.int(sequences.count)
    for sequence in sequences {
      writer.int(sequence.count)
      for element in sequence { write(element) }
    }
  }

  private mutating func write(_ element: TermElement) {
    if let known = numbers[element] { return writer.int(known) }
    switch element {
    case .word(let word):
      writer.int(-1)
      writer.text(word.text)
      writer.byte(word.mark == .inflected ? 0 : word.mark == .exact ? 1 : 2)
      writer.optional(word.partOfSpeech?.rawValue)
      writer.bool(word.hasFamily)
      writer.bool(word.isReferred)
    case .gap(let words):
      writer.int(-2)
      writer.int(words)
    case .choice(let alternatives):
      writer.int(-3)
      write(alternatives)
    case .reference(let id):
      writer.int(-4)
      writer.text(id)
    }
    numbers[element] = numbers.count
  }
}

/// Reads what `EntryWriter` wrote.
struct EntryReader {
  var reader: CompiledReader
  private var elements: [TermElement] = []
  private var depth = 0

  init(_ reader: CompiledReader) { self.reader = reader }

  private mutating func array<T>(_ read: (inout EntryReader) throws(Damage) -> T) throws(Damage) -> [T] {
    let count = try reader.index(below: 1 << 24)
    var values: [T] = []
    values.reserveCapacity(min(count, 1 << 12))
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }

  mutating func scheme() throws(Damage) -> CodingScheme {
    let codebook = try Codebook(from: &reader)
    let layers = try array { reader throws(Damage) in
      let name = try reader.reader.text()
      let region = try reader.reader.optional()
      let referredTo = Set(try reader.reader.texts())
      var layer = LexiconLayer(
        name: name, entries: try reader.entries(), definitions: try reader.entries(), referredTo: referredTo)
      layer.region = region
      layer.changes = try reader.changes()
      return layer
    }
    return CodingScheme(codebook: codebook, layers: layers)
  }

  mutating func entries() throws(Damage) -> [LexiconEntry] {
    try array { reader throws(Damage) in try reader.entry() }
  }

  mutating func entry() throws(Damage) -> LexiconEntry {
    let id = try reader.text()
    let use = try reader.value(LexiconEntry.Use.self)
    let codes = try reader.texts()
    let kazakh = try terms()
    let russian = try terms()
    let partsOfSpeech: [PartOfSpeech] = try reader.values()
    let conditions = try conditions()
    let overlap = try reader.value(OverlapPolicy.self)
    return LexiconEntry(
      id: id, use: use, codes: codes, kazakh: kazakh, russian: russian, partsOfSpeech: partsOfSpeech,
      conditions: conditions, overlap: overlap, weight: try reader.double(), source: try reader.text(),
      note: try reader.text(), file: try reader.text(), line: try reader.int(), codesColumn: try reader.int())
  }

  mutating func changes() throws(Damage) -> [EntryChange] {
    try array { reader throws(Damage) in
      EntryChange(
        id: try reader.reader.text(), isOff: try reader.reader.bool(), conditions: try reader.conditions(),
        reason: try reader.reader.text(), file: try reader.reader.text(), line: try reader.reader.int())
    }
  }

  private mutating func conditions() throws(Damage) -> [Condition] {
    try array { reader throws(Damage) in
      guard try reader.reader.bool() else {
        return .fact(try Condition.Fact(from: &reader.reader), wanted: try reader.reader.bool())
      }
      let term = try reader.term()
      let place = try Condition.Place(from: &reader.reader)
      return .term(term, place, wanted: try reader.reader.bool())
    }
  }

  private mutating func terms() throws(Damage) -> [Term] {
    try array { reader throws(Damage) in try reader.term() }
  }

  mutating func term() throws(Damage) -> Term {
    let text = try reader.text()
    let column = try reader.int()
    return Term(text: text, halves: try sequences(), column: column)
  }

  private mutating func sequences() throws(Damage) -> [[TermElement]] {
    try array { reader throws(Damage) in
      try reader.array { reader throws(Damage) in try reader.element() }
    }
  }

  private mutating func element() throws(Damage) -> TermElement {
    let kind = try reader.int()
    if kind >= 0 {
      guard kind < elements.count else { throw Damage() }
      return elements[kind]
    }
    let element: TermElement
    switch kind {
    case -1:
      let text = try reader.text()
      let mark = try reader.byte()
      let partOfSpeech: PartOfSpeech? = try reader.optionalValue()
      var word = TermWord(
        text: text, mark: mark == 0 ? .inflected : mark == 1 ? .exact : .prefix, partOfSpeech: partOfSpeech)
      word.hasFamily = try reader.bool()
      word.isReferred = try reader.bool()
      element = .word(word)
    case -2: element = .gap(try reader.int())
    case -3:
      // No lexicon nests its choices so deep; made-up bytes might.
      depth += 1
      guard depth < 64 else { throw Damage() }
      element = .choice(try sequences())
      depth -= 1
    case -4: element = .reference(try reader.text())
    default: throw Damage()
    }
    elements.append(element)
    return element
  }
}
