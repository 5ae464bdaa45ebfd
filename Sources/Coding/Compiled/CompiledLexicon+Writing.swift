import Linguistics

extension CompiledLexicon {
  /// Whether the lexicon can be written: its matchers are those of this package.
  package var canBeWritten: Bool { CompiledMatchers.canWrite(matchers.map(\.matcher)) }

  /// Writes all of it, so that what is read back codes alike and tells of its entries alike.
  func write(to entryWriter: inout EntryWriter) {
    entryWriter.writer.int(schemes.count)
    for scheme in schemes { entryWriter.write(scheme) }
    writeEntries(to: &entryWriter)
    writeTerms(to: &entryWriter)
    write(to: &entryWriter.writer)
  }

  private func write(to writer: inout CompiledWriter) {
    writer.array(issues) { $0.write(to: &$1) }
    writer.array(codes) { $0.write(to: &$1) }
    writer.array(tests) { $0.write(to: &$1) }
    writer.int(kazakhTests)
    CompiledMatchers.write(matchers.map(\.matcher), to: &writer)
    writer.lists(matchers.map(\.tests))
    writer.int(kazakhMatchers)
    exactKeys.write(to: &writer)
    writer.lists(exactTests)
    prefixKeys.write(to: &writer)
    writer.lists(prefixTests)
    termAutomaton.write(to: &writer)
    conditionAutomaton.write(to: &writer)
    writer.ints(conditionHalves)
    writer.ints(termHalves)
    writer.lists(entryCodes.map { $0.map(Int32.init) })
    writer.array(entryConditions) { conditions, writer in
      writer.array(conditions) { $0.write(to: &$1) }
    }
    writer.flat(weights)
    writer.texts(overlaps.map(\.rawValue))
    regional.write(to: &writer)
    writer.lists(termTests)
  }

  // MARK: Entries and terms, which stand in the schemes too

  private func writeEntries(to out: inout EntryWriter) {
    struct Place {
      var layer: Int
      var index: Int
    }
    let places = schemes.map { scheme in
      var places: [String: [Place]] = [:]
      for (layer, entries) in scheme.layers.map(\.entries).enumerated() {
        for (index, entry) in entries.enumerated() {
          places[entry.id, default: []].append(Place(layer: layer, index: index))
        }
      }
      return places
    }
    out.writer.int(entries.count)
    for compiled in entries {
      out.writer.int(compiled.scheme)
      let layers = schemes[compiled.scheme].layers
      let place = places[compiled.scheme][compiled.entry.id]?.first {
        layers[$0.layer].entries[$0.index] == compiled.entry
      }
      out.writer.int(place?.layer ?? -1)
      if let place { out.writer.int(place.index) } else { out.write(compiled.entry) }
    }
  }

  static func entries(
    from input: inout EntryReader, _ schemes: [CodingScheme]
  ) throws(CompiledReader.Damage) -> [Entry] {
    var entries: [Entry] = []
    for _ in 0..<(try input.reader.index(below: 1 << 24)) {
      let scheme = try input.reader.index(below: schemes.count)
      let layer = try input.reader.int()
      if layer < 0 {
        entries.append(Entry(entry: try input.entry(), scheme: scheme))
        continue
      }
      guard layer < schemes[scheme].layers.count else { throw Damage() }
      let index = try input.reader.index(below: schemes[scheme].layers[layer].entries.count)
      entries.append(Entry(entry: schemes[scheme].layers[layer].entries[index], scheme: scheme))
    }
    return entries
  }

  private func writeTerms(to out: inout EntryWriter) {
    out.writer.int(terms.count)
    // Where the term before this one stands: terms are in the order of writing, those that cannot be compiled left out.
    var last = (entry: -1, language: Language.kk, place: -1)
    for compiled in terms {
      let entry = entries[compiled.entry].entry
      let written = compiled.language == .kk ? entry.kazakh : entry.russian
      let isNext = last.entry == compiled.entry && last.language == compiled.language
      let place = written[(isNext ? last.place + 1 : 0)...].firstIndex(of: compiled.term)
      if let place { last = (compiled.entry, compiled.language, place) }
      out.writer.int(compiled.entry)
      out.writer.byte(compiled.language.rawValue)
      out.writer.int(place ?? -1)
      if place == nil { out.write(compiled.term) }
    }
  }

  static func terms(
    from input: inout EntryReader, _ entries: [Entry]
  ) throws(CompiledReader.Damage) -> [CompiledTerm] {
    var terms: [CompiledTerm] = []
    for _ in 0..<(try input.reader.index(below: 1 << 24)) {
      let entry = try input.reader.index(below: entries.count)
      let language = try Language(from: &input.reader)
      let place = try input.reader.int()
      if place < 0 {
        terms.append(CompiledTerm(entry: entry, term: try input.term(), language: language))
        continue
      }
      let written = language == .kk ? entries[entry].entry.kazakh : entries[entry].entry.russian
      guard place < written.count else { throw Damage() }
      terms.append(CompiledTerm(entry: entry, term: written[place], language: language))
    }
    return terms
  }
}

extension CompiledLexicon.CodeReference {
  func write(to writer: inout CompiledWriter) {
    writer.int(scheme)
    writer.int(code)
    writer.double(threshold)
    writer.optional(polarity?.rawValue)
  }

  init(from reader: inout CompiledReader) throws(CompiledReader.Damage) {
    self.init(
      scheme: try reader.int(), code: try reader.int(), threshold: try reader.double(),
      polarity: try reader.optional { reader throws(Damage) in try reader.value() })
  }
}

extension CompiledLexicon.CompiledCondition {
  func write(to writer: inout CompiledWriter) {
    switch self {
    case .term(let number, let place, let wanted):
      writer.byte(0)
      writer.int(number)
      place.write(to: &writer)
      writer.bool(wanted)
    case .role(let names, let wanted): Self.write(1, names, wanted, &writer)
    case .kind(let names, let wanted): Self.write(2, names, wanted, &writer)
    case .region(let names, let wanted): Self.write(3, names, wanted, &writer)
    case .period(let period, let wanted):
      writer.byte(4)
      period.write(to: &writer)
      writer.bool(wanted)
    case .negated(let wanted):
      writer.byte(5)
      writer.bool(wanted)
    }
  }

  private static func write(_ kind: UInt8, _ names: [String], _ wanted: Bool, _ writer: inout CompiledWriter)
  {
    writer.byte(kind)
    writer.texts(names)
    writer.bool(wanted)
  }

  init(from reader: inout CompiledReader) throws(CompiledReader.Damage) {
    switch try reader.byte() {
    case 0:
      let number = try reader.int()
      let place = try Condition.Place(from: &reader)
      self = .term(number, place, wanted: try reader.bool())
    case 1: self = .role(try reader.texts(), wanted: try reader.bool())
    case 2: self = .kind(try reader.texts(), wanted: try reader.bool())
    case 3: self = .region(try reader.texts(), wanted: try reader.bool())
    case 4: self = .period(try Period(from: &reader), wanted: try reader.bool())
    default: self = .negated(wanted: try reader.bool())
    }
  }
}
