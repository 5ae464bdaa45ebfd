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
    writer.array(issues)
    writer.array(codes)
    writer.array(tests)
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
    writer.array(entryConditions) { $1.array($0) }
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

extension CompiledLexicon.CodeReference: CompiledValue {
  func write(to writer: inout CompiledWriter) {
    writer.int(scheme)
    writer.int(code)
    writer.double(threshold)
    writer.optional(polarity?.rawValue)
  }

  init(from reader: inout CompiledReader) throws(CompiledReader.Damage) {
    self.init(
      scheme: try reader.int(), code: try reader.int(), threshold: try reader.double(),
      polarity: try reader.optionalValue())
  }
}

extension CompiledLexicon.CompiledCondition: CompiledValue {
  func write(to writer: inout CompiledWriter) {
    switch self {
    case .term(let number, let place, let wanted):
      writer.bool(true)
      writer.int(number)
      place.write(to: &writer)
      writer.bool(wanted)
    case .fact(let fact, let wanted):
      writer.bool(false)
      fact.write(to: &writer)
      writer.bool(wanted)
    }
  }

  init(from reader: inout CompiledReader) throws(CompiledReader.Damage) {
    if try reader.bool() {
      let number = try reader.int()
      let place = try Condition.Place(from: &reader)
      self = .term(number, place, wanted: try reader.bool())
    } else {
      self = .fact(try Condition.Fact(from: &reader), wanted: try reader.bool())
    }
  }
}
