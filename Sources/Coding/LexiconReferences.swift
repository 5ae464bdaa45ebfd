import Linguistics

/// Puts the words of other entries where terms refer to them: `@id` becomes a choice of that entry's terms of the same
/// language, `сөз+` a choice of the word and its derivational family.
///
/// A reference takes terms alone, not conditions, codes or weight. References may lead to entries with references
/// of their own; a cycle is an error of each entry in it. Conditions stand in no language's column, so a reference
/// there takes the terms of both. Every entry is resolved once, after those that it refers to: the cost is that of the words
/// that come out.
struct LexiconReferences {
  /// Words of one term with all that it refers to.
  static let wordLimit = 2000

  /// By id: those of other layers, and those of this layer as far as they are resolved without an error.
  private var usable: [String: LexiconEntry] = [:]
  private var ids: Set<String> = []
  private var families = WordFamilies()
  private var issues: [LexiconIssue] = []

  /// A layer of entries whose ids are distinct, with all that they refer to; parameters as of `resolve`.
  static func layer(
    _ name: String, _ entries: [LexiconEntry], visible: [LexiconEntry], leftOut: Set<String> = []
  ) -> (layer: LexiconLayer, issues: [LexiconIssue]) {
    let resolved = resolve(entries, visible: visible, leftOut: leftOut)
    let layer = LexiconLayer(
      name: name, entries: resolved.entries.filter { $0.use == .codes },
      definitions: resolved.entries.filter { $0.use != .codes }, referredTo: resolved.used)
    return (layer, resolved.issues)
  }

  /// Resolves the terms and conditions of entries whose ids are distinct.
  ///
  /// - Parameters:
  ///   - visible: entries of other layers that may be referred to.
  ///   - leftOut: ids of entries that have another error, for messages.
  /// - Returns: the entries without those that have an error, the ids that they refer to, and the errors; none depends
  ///   on their order.
  static func resolve(
    _ entries: [LexiconEntry], visible: [LexiconEntry] = [], leftOut: Set<String> = []
  ) -> (entries: [LexiconEntry], used: Set<String>, issues: [LexiconIssue]) {
    let sorted = entries.sorted { $0.id < $1.id }
    // Most packs refer to nothing, and the base lexicon is large.
    let isReferring = entries.contains {
      terms(in: $0).contains { $0.halves.joined().contains(where: needsLookup) }
    }
    var references = LexiconReferences(sorted, visible: isReferring ? visible.sorted { $0.id < $1.id } : [])
    references.ids.formUnion(leftOut)
    let places = Dictionary(sorted.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let graph = sorted.map { entry in
      Set((entry.kazakh + entry.russian).flatMap { ids(in: $0.halves) }.compactMap { places[$0] }).sorted()
    }
    for group in ReferenceOrder.groups(graph) {
      if group.count > 1 || graph[group[0]].contains(group[0]) {
        references.reportCycle(group, graph, sorted)
      } else {
        references.resolveTerms(of: sorted[group[0]])
      }
    }
    var resolved: [LexiconEntry] = []
    for entry in sorted {
      guard var result = references.usable[entry.id] else { continue }
      do {
        result.conditions = try references.conditions(of: result)
        resolved.append(result)
      } catch {
        references.report(error, entry)
      }
    }
    return (resolved, references.used(by: sorted), references.issues)
  }

  private init(_ entries: [LexiconEntry], visible: [LexiconEntry]) {
    ids = Set(entries.map(\.id) + visible.map(\.id))
    for entry in visible { usable[entry.id] = entry }
    for entry in entries + visible where entry.use == .family {
      for error in families.add(entry) { report(error, entry) }
    }
  }

  private mutating func report(_ error: TermSyntaxError, _ entry: LexiconEntry) {
    issues.append(LexiconIssue(error, file: entry.file, line: entry.line))
  }

  /// The ids of references, and of the families that words with `+` name.
  private func used(by entries: [LexiconEntry]) -> Set<String> {
    var used: Set<String> = []
    for entry in entries {
      for term in Self.terms(in: entry) {
        used.formUnion(Self.ids(in: term.halves))
        for word in Self.words(in: term.halves) { used.formUnion(families.ids(of: word)) }
      }
    }
    return used
  }

  /// The terms of an entry, those of its conditions last.
  private static func terms(in entry: LexiconEntry) -> [Term] {
    entry.kazakh + entry.russian
      + entry.conditions.compactMap { condition in
        if case .term(let term, _, _) = condition { term } else { nil }
      }
  }

  private static func words(in sequences: [[TermElement]]) -> [TermWord] {
    sequences.joined().flatMap { element -> [TermWord] in
      switch element {
      case .word(let word): [word]
      case .choice(let alternatives): words(in: alternatives)
      case .gap, .reference: []
      }
    }
  }

  // MARK: Entries

  private mutating func resolveTerms(of entry: LexiconEntry) {
    var result = entry
    do {
      result.kazakh = try terms(entry.kazakh, [.kk])
      result.russian = try terms(entry.russian, [.ru])
      usable[entry.id] = result
    } catch {
      report(error, entry)
      usable[entry.id] = nil
    }
  }

  private mutating func reportCycle(_ group: [Int], _ graph: [[Int]], _ entries: [LexiconEntry]) {
    let members = Set(group)
    for member in group {
      var way = ["@" + entries[member].id]
      var place = member
      while way.count < 8, let next = graph[place].first(where: members.contains) {
        way.append("@" + entries[next].id)
        place = next
        if next == member { break }
      }
      if place != member { way.append("…") }
      issues.append(
        LexiconIssue(
          .error, "reference-cycle", entries[member],
          "the entry refers to itself: \(way.joined(separator: " → ")); take one of the references out"))
      usable[entries[member].id] = nil
    }
  }

  private static func ids(in sequences: [[TermElement]]) -> [String] {
    sequences.joined().flatMap { element -> [String] in
      switch element {
      case .reference(let id): [id]
      case .choice(let alternatives): ids(in: alternatives)
      case .word, .gap: []
      }
    }
  }

  private func conditions(of entry: LexiconEntry) throws(TermSyntaxError) -> [Condition] {
    var conditions: [Condition] = []
    for condition in entry.conditions {
      guard case .term(let term, let place, let wanted) = condition else {
        conditions.append(condition)
        continue
      }
      conditions.append(.term(try self.term(term, [.kk, .ru]), place, wanted: wanted))
    }
    return conditions
  }

  private func terms(_ terms: [Term], _ languages: [Language]) throws(TermSyntaxError) -> [Term] {
    var result: [Term] = []
    result.reserveCapacity(terms.count)
    for term in terms { result.append(try self.term(term, languages)) }
    return result
  }

  // MARK: Terms

  private func term(_ term: Term, _ languages: [Language]) throws(TermSyntaxError) -> Term {
    guard term.halves.contains(where: { $0.contains(where: Self.needsLookup) }) else { return term }
    var result = term
    for half in result.halves.indices {
      result.halves[half] = try elements(term.halves[half], of: term, languages)
    }
    guard Self.length(of: result.halves) <= Self.wordLimit else {
      throw TermSyntaxError(
        id: "reference-too-large", column: term.column,
        message: "'\(term.text)' comes to more than \(Self.wordLimit) words with all that it refers to")
    }
    return result
  }

  private static func needsLookup(_ element: TermElement) -> Bool {
    switch element {
    case .word(let word): word.hasFamily
    case .gap: false
    case .choice(let alternatives): alternatives.contains { $0.contains(where: needsLookup) }
    case .reference: true
    }
  }

  private static func length(of sequences: [[TermElement]]) -> Int {
    sequences.joined().reduce(0) { count, element in
      if case .choice(let alternatives) = element { return count + length(of: alternatives) }
      return count + 1
    }
  }

  private func elements(
    _ elements: [TermElement], of term: Term, _ languages: [Language]
  ) throws(TermSyntaxError) -> [TermElement] {
    var result: [TermElement] = []
    for element in elements {
      switch element {
      case .word(let word) where word.hasFamily:
        result.append(.choice(try families.words(of: word, languages, in: term).map { [.word($0)] }))
      case .word, .gap: result.append(element)
      case .reference(let id): result.append(.choice(try alternatives(id, of: term, languages)))
      case .choice(let alternatives):
        var options: [[TermElement]] = []
        for alternative in alternatives {
          let sequence = try self.elements(alternative, of: term, languages)
          // An alternative that is nothing but a reference is as many alternatives.
          if sequence.count == 1, case .choice(let inner) = sequence[0] {
            options += inner
          } else {
            options.append(sequence)
          }
        }
        result.append(.choice(Self.distinct(options)))
      }
    }
    return result
  }

  /// The terms of an entry as alternatives.
  private func alternatives(
    _ id: String, of term: Term, _ languages: [Language]
  ) throws(TermSyntaxError) -> [[TermElement]] {
    func wrong(_ id: String, _ message: String) -> TermSyntaxError {
      TermSyntaxError(id: id, column: term.column, message: message)
    }
    guard let entry = usable[id] else {
      throw wrong(
        "unknown-reference",
        "'@\(id)' in '\(term.text)': "
          + (ids.contains(id) ? "that entry has an error of its own" : "no entry has this id"))
    }
    var options: [[TermElement]] = []
    for language in languages {
      for other in language == .kk ? entry.kazakh : entry.russian {
        guard other.halves.count == 1 else {
          throw wrong(
            "reference-halves",
            "'@\(id)' in '\(term.text)': its term '\(other.text)' has two halves, which no term can hold")
        }
        let sequence = other.halves[0].map(Self.referred)
        if sequence.count == 1, case .choice(let inner) = sequence[0] {
          options += inner
        } else {
          options.append(sequence)
        }
      }
    }
    guard !options.isEmpty else {
      throw wrong("unknown-reference", "'@\(id)' in '\(term.text)': that entry has no term in this language")
    }
    return Self.distinct(options)
  }

  private static func referred(_ element: TermElement) -> TermElement {
    switch element {
    case .word(var word):
      word.isReferred = true
      return .word(word)
    case .choice(let alternatives): return .choice(alternatives.map { $0.map(referred) })
    case .gap, .reference: return element
    }
  }

  private static func distinct(_ options: [[TermElement]]) -> [[TermElement]] {
    var seen: Set<[TermElement]> = []
    return options.filter { seen.insert($0).inserted }
  }
}
