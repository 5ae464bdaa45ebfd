/// The closed lists of `tokens.tsv` and the classes of `abbreviations.tsv`, read once.
final class TokenLists: Sendable {
  /// What a full stop after an abbreviation says about sentences; see `abbreviations.tsv`.
  struct Abbreviation: OptionSet, Sendable {
    let rawValue: UInt8
    static let name = Abbreviation(rawValue: 1)
    static let inner = Abbreviation(rawValue: 2)
    static let final = Abbreviation(rawValue: 4)
    static let year = Abbreviation(rawValue: 8)
    static let word = Abbreviation(rawValue: 16)
    static let unit = Abbreviation(rawValue: 32)

    static let byName: [String: Abbreviation] = [
      "name": .name, "inner": .inner, "final": .final, "year": .year, "word": .word, "unit": .unit,
    ]
  }

  private let abbreviations: ScalarTable<Abbreviation>
  /// In code points, without the last stop.
  let longestAbbreviation: Int
  let numberSuffixes: WordSet
  let gluedUnits: WordSet
  let indefinites: WordSet
  let uninflected: WordSet
  let domains: WordSet
  let conjunctions: WordSet
  let openers: WordSet
  let bullets: WordSet

  static let shared = TokenLists()

  private init() {
    var abbreviations = ScalarTable<Abbreviation>()
    var longest = 0
    for record in DataFile.records("abbreviations.tsv") where record.count == 3 {
      guard let kind = Abbreviation.byName[record[1]] else { continue }
      for word in record[2].split(separator: " ") {
        longest = max(longest, word.unicodeScalars.count)
        abbreviations.update(ScalarHash.of(word), default: []) { $0.insert(kind) }
      }
    }
    self.abbreviations = abbreviations
    longestAbbreviation = longest
    var lists: [String: [Substring]] = [:]
    for record in DataFile.records("tokens.tsv") where record.count == 2 {
      lists[record[0], default: []] += record[1].split(separator: " ")
    }
    numberSuffixes = WordSet(lists["numberSuffix", default: []])
    gluedUnits = WordSet(lists["gluedUnit", default: []])
    indefinites = WordSet(lists["indefinite", default: []])
    uninflected = WordSet(lists["uninflected", default: []])
    domains = WordSet(lists["domain", default: []])
    conjunctions = WordSet(lists["conjunction", default: []])
    openers = WordSet(lists["opener", default: []])
    bullets = WordSet(lists["bullet", default: []])
  }

  /// The classes of an abbreviation (folded code points, inner stops kept, the last one left out); empty for
  /// any other word.
  func abbreviation(_ scalars: some Sequence<UInt32>) -> Abbreviation {
    abbreviations[ScalarHash.of(scalars)] ?? []
  }
}
