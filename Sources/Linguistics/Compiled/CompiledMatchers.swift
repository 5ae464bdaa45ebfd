// The matchers of both languages as compiled tables.

extension KazakhTrie {
  func write(to writer: inout CompiledWriter) {
    writer.flat(nodes)
    writer.flat(values)
  }

  init(from reader: inout CompiledReader) throws(CompiledReader.Damage) {
    self.init(nodes: try reader.flat(), values: try reader.flat())
    guard let first = nodes.first, first.firstValue == 0,
      zip(nodes, nodes.dropFirst()).allSatisfy({ $0.firstValue <= $1.firstValue }),
      nodes.last.map({ Int($0.firstValue) }) == values.count
    else { throw CompiledReader.Damage() }
  }
}

extension KazakhAutomaton.Graph {
  func write(to writer: inout CompiledWriter) {
    trie.write(to: &writer)
    writer.flat(arcs.map(\.target))
    writer.flat(arcs.map(\.marks.rawValue))
    writer.flat(arcs.map(\.gloss))
    writer.flat(endMarks.map { $0?.rawValue ?? .max })
    writer.flat(afterHyphen)
  }

  init(from reader: inout CompiledReader) throws(CompiledReader.Damage) {
    trie = try KazakhTrie(from: &reader)
    let targets = try reader.flat(Int32.self)
    let marks = try reader.flat(UInt8.self)
    let glosses = try reader.flat(Int32.self)
    guard targets.count == trie.values.count, marks.count == targets.count, glosses.count == targets.count
    else { throw CompiledReader.Damage() }
    arcs = targets.indices.map { i in
      KazakhAutomaton.Arc(
        target: targets[i], marks: KazakhAutomaton.Marks(rawValue: marks[i]), gloss: glosses[i])
    }
    endMarks = try reader.flat(UInt8.self).map { $0 == .max ? nil : KazakhAutomaton.Marks(rawValue: $0) }
    afterHyphen = try reader.flat()
  }
}

extension KazakhMatcher {
  /// Without the automaton, which all matchers of a language share.
  func write(to writer: inout CompiledWriter) {
    stems.write(to: &writer)
    writer.int(ownLexemes)
    writer.flat(entries.map(\.lexeme))
    writer.flat(entries.map(\.lemma))
    writer.flat(entries.map(\.root))
    writer.flat(entries.map(\.weight))
    writer.flat(entries.map(\.blocked.rawValue))
    writer.flat(entries.map { $0.mayEnd ? 1 : 0 as UInt8 })
    writer.flat(entries.map(\.followers))
  }

  convenience init(_ automaton: KazakhAutomaton.Graph, from reader: inout CompiledReader)
    throws(CompiledReader.Damage)
  {
    let stems = try KazakhTrie(from: &reader)
    let ownLexemes = try reader.int()
    let lexemes = try reader.flat(Int32.self)
    let lemmas = try reader.flat(Int32.self)
    let roots = try reader.flat(Int32.self)
    let weights = try reader.flat(Int16.self)
    let blocked = try reader.flat(UInt8.self)
    let mayEnd = try reader.flat(UInt8.self)
    let followers = try reader.flat(UInt64.self)
    let counts = [lexemes.count, lemmas.count, roots.count, weights.count, blocked.count, mayEnd.count]
    guard (counts + [followers.count]).allSatisfy({ $0 == stems.values.count }) else {
      throw CompiledReader.Damage()
    }
    let entries = lexemes.indices.map { i in
      Entry(
        lexeme: lexemes[i], lemma: lemmas[i], root: roots[i], weight: weights[i],
        blocked: KazakhAutomaton.Marks(rawValue: blocked[i]), mayEnd: mayEnd[i] != 0, followers: followers[i])
    }
    self.init(automaton, stems: stems, entries: entries, ownLexemes: ownLexemes)
  }
}

extension RussianEndings.Trie {
  func write(to writer: inout CompiledWriter) {
    writer.flat(next)
    writer.flat(ending)
    writer.flat(members)
    writer.flat(firstMember)
  }

  init(from reader: inout CompiledReader) throws(CompiledReader.Damage) {
    next = try reader.flat()
    ending = try reader.flat()
    members = try reader.flat()
    firstMember = try reader.flat()
    guard next.count == ending.count * 32 else { throw CompiledReader.Damage() }
  }
}

extension RussianMatcher {
  /// Without the endings and reserved words, which all matchers of a language share.
  func write(to writer: inout CompiledWriter) {
    writer.flat(lemmaLengths)
    stems.write(to: &writer)
  }
}

/// Matchers of both languages, written with the tables that they share.
package enum CompiledMatchers {
  /// False where a matcher is none of this module's: then nothing can be written.
  package static func canWrite(_ matchers: [any FormMatcher]) -> Bool {
    matchers.allSatisfy { $0 is KazakhMatcher || $0 is RussianMatcher }
  }

  package static func write(_ matchers: [any FormMatcher], to writer: inout CompiledWriter) {
    let kazakh = matchers.compactMap { $0 as? KazakhMatcher }
    let russian = matchers.compactMap { $0 as? RussianMatcher }
    writer.bool(!kazakh.isEmpty)
    kazakh.first?.automaton.write(to: &writer)
    writer.bool(!russian.isEmpty)
    if let first = russian.first {
      first.endings.write(to: &writer)
      writer.flat(first.reserved.sorted())
    }
    writer.array(matchers) { matcher, writer in
      writer.bool(matcher is KazakhMatcher)
      (matcher as? KazakhMatcher)?.write(to: &writer)
      (matcher as? RussianMatcher)?.write(to: &writer)
    }
  }

  package static func read(
    from reader: inout CompiledReader
  ) throws(CompiledReader.Damage) -> [any FormMatcher] {
    var automaton = KazakhAutomaton.Graph()
    if try reader.bool() { automaton = try KazakhAutomaton.Graph(from: &reader) }
    var endings = RussianEndings.Trie()
    var reserved: Set<UInt64> = []
    if try reader.bool() {
      endings = try RussianEndings.Trie(from: &reader)
      reserved = Set(try reader.flat(UInt64.self))
    }
    return try reader.array { reader throws(CompiledReader.Damage) -> any FormMatcher in
      if try reader.bool() { return try KazakhMatcher(automaton, from: &reader) }
      return RussianMatcher(
        lemmaLengths: try reader.flat(), stems: try RussianStemTable(from: &reader), endings: endings,
        reserved: reserved)
    }
  }
}
