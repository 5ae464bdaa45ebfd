/// What says in one language what stands in the other version of the same document.
///
/// Documents of one place, day, session and kind are versions of one another where there is one in each language. Their
/// passages are aligned one by one where they are equally many, else by their place from beginning to end.
struct Counterparts {
  private let finder: SuggestionFinder
  private let corpus: PhraseCorpus
  /// For each passage of the corpus the stretch of a pair of documents that it belongs to; nil for documents without a pair.
  private let units: [Int?]
  private let unitCount: Int

  /// Share of stretches that two phrases must have in common: Dice's coefficient.
  private static let leastDice = 0.5
  /// For joining two suggestions into one row, which a person checks less.
  private static let leastDiceToJoin = 0.66

  init(_ finder: SuggestionFinder) {
    self.finder = finder
    corpus = finder.corpus
    (units, unitCount) = Self.align(finder.corpus, finder.documents)
  }

  private static func align(_ corpus: PhraseCorpus, _ documents: [StoredDocument]) -> ([Int?], Int) {
    var versions: [String: [String: [Int]]] = [:]
    for (number, document) in documents.enumerated() {
      guard let date = document.date, document.region != nil else { continue }
      let counted = document.counted
      let key: [String] = [
        date, document.kind, document.region ?? "", counted.district ?? "", counted.level ?? "",
        counted.session.map { String($0) } ?? "",
      ]
      versions[key.joined(separator: "/"), default: [:]][document.language, default: []].append(number)
    }
    var passages: [Int: [Int]] = [:]
    for (number, passage) in corpus.passages.enumerated() {
      passages[passage.document, default: []].append(number)
    }
    var units = [Int?](repeating: nil, count: corpus.passages.count)
    var count = 0
    for (_, byLanguage) in versions.sorted(by: { $0.key < $1.key }) {
      guard let kazakh = byLanguage["kk"], let russian = byLanguage["ru"], kazakh.count == 1,
        russian.count == 1
      else { continue }
      let pair = [passages[kazakh[0]] ?? [], passages[russian[0]] ?? []]
      let length = pair.map(\.count).min() ?? 0
      guard length > 0 else { continue }
      for side in pair {
        for (place, number) in side.enumerated() { units[number] = count + place * length / side.count }
      }
      count += length
    }
    return (units, count)
  }

  /// Phrases that stand where an entry's hits stand in the other language, and whose passages lack the entry's code.
  func candidates(_ isChosen: [Bool], _ selection: SuggestionFinder.Selection) -> [SuggestionCandidate] {
    guard unitCount > 0 else { return [] }
    struct Source: Hashable {
      var entry: String
      var code: String
      var isKazakh: Bool
    }
    /// By stretch: what the lexicon found, and the codes of each language's passages.
    var sources = [Set<Source>](repeating: [], count: unitCount)
    var codes = [Set<String>](repeating: [], count: unitCount * 2)
    for (number, passage) in corpus.passages.enumerated() {
      guard let unit = units[number], let isKazakh = passage.isKazakh.first else { continue }
      for mark in passage.marks {
        codes[unit * 2 + (isKazakh ? 1 : 0)].insert(mark.code)
        if case .code(let code) = selection, mark.code != code { continue }
        sources[unit].insert(Source(entry: mark.entry, code: mark.code, isKazakh: isKazakh))
      }
    }
    let isPaired = units.indices.map { units[$0] != nil && isChosen[$0] }
    let phrases = Set(corpus.counts(isPaired, least: finder.leastPassages).keys.filter(finder.isTerm))
    var phraseUnits: [[Int32]: Set<Int>] = [:]
    var together: [Source: [[Int32]: Int]] = [:]
    var sourceUnits: [Source: Int] = [:]
    for set in sources { for source in set { sourceUnits[source, default: 0] += 1 } }
    for (number, passage) in corpus.passages.enumerated() where isPaired[number] {
      guard let unit = units[number], let isKazakh = passage.isKazakh.first else { continue }
      for phrase in corpus.phrases(of: passage, among: phrases)
      where phraseUnits[phrase, default: []].insert(unit).inserted {
        for source in sources[unit] where source.isKazakh != isKazakh {
          guard !codes[unit * 2 + (isKazakh ? 1 : 0)].contains(source.code) else { continue }
          together[source, default: [:]][phrase, default: 0] += 1
        }
      }
    }
    var candidates: [SuggestionCandidate] = []
    for (source, phrases) in together {
      let sourceCount = sourceUnits[source] ?? 0
      for (phrase, count) in phrases where count >= finder.leastPassages {
        let phraseCount = phraseUnits[phrase]?.count ?? count
        guard 2 * Double(count) >= Self.leastDice * Double(sourceCount + phraseCount) else { continue }
        if let candidate = SuggestionCandidate(
          phrase: phrase, code: source.code, with: source.entry, count, of: sourceCount,
          against: phraseCount - count, of: unitCount - sourceCount)
        {
          candidates.append(candidate)
        }
      }
    }
    return finder.significant(candidates)
  }

  /// The suggestions, those of two languages that say the same joined into one row: each other's best, with the same code.
  func joined(_ suggestions: [DescribedSuggestion]) -> [Suggestion] {
    let sets = suggestions.map { Set($0.passages.compactMap { units[$0] }) }
    var pairs: [(dice: Double, first: Int, second: Int)] = []
    for i in suggestions.indices where sets[i].count >= finder.leastPassages {
      let one = suggestions[i].suggestion
      guard one.kind == .key || one.kind == .collocate else { continue }
      for k in suggestions.indices where k > i && sets[k].count >= finder.leastPassages {
        let other = suggestions[k].suggestion
        guard one.kind == other.kind, one.code == other.code || one.code.isEmpty || other.code.isEmpty,
          one.kazakh.isEmpty != other.kazakh.isEmpty
        else {
          continue
        }
        let common = sets[i].intersection(sets[k]).count
        let dice = 2 * Double(common) / Double(sets[i].count + sets[k].count)
        if common >= finder.leastPassages, dice >= Self.leastDiceToJoin { pairs.append((dice, i, k)) }
      }
    }
    pairs.sort { ($1.dice, $0.first, $0.second) < ($0.dice, $1.first, $1.second) }
    var partner: [Int: Int] = [:]
    for pair in pairs where partner[pair.first] == nil && partner[pair.second] == nil {
      partner[pair.first] = pair.second
      partner[pair.second] = pair.first
    }
    return suggestions.indices.compactMap { place in
      guard let other = partner[place] else { return suggestions[place].suggestion }
      return place < other ? Self.join(suggestions[place].suggestion, suggestions[other].suggestion) : nil
    }
  }

  /// The figures of the first, which is the more key, and contexts of both. Of two codes one may be empty.
  private static func join(_ one: Suggestion, _ other: Suggestion) -> Suggestion {
    var row = one
    if row.kazakh.isEmpty { row.kazakh = other.kazakh } else { row.russian = other.russian }
    if row.code.isEmpty {
      (row.code, row.precision, row.precisionChange) = (other.code, other.precision, other.precisionChange)
    }
    row.passages += other.passages
    row.documents += other.documents
    row.contexts = Array(one.contexts.prefix(3) + other.contexts.prefix(2))
    return row
  }
}
