import Foundation
import Linguistics

/// The names of one region, compiled: finds its places, bodies, programmes and media in texts, in any inflected form of
/// either language.
///
/// A city may stand alone; every other place has its type beside it (`Қараауыл ауылында`, `в с. Карааул`, `Абайского
/// района`), and its name a capital letter. What is an ordinary word too (`Алға`, `Победа`) is a place only beside its
/// type.
///
/// Loading and compiling takes some 50 ms for a region of 700 places; done for the regions that occur.
public final class PackGazetteer: Sendable {
  public let rows: [GazetteerRow]
  public let issues: [LexiconIssue]
  let lexicon: CompiledLexicon
  /// For each entry of the lexicon the rows that have its names.
  let groups: [[Int]]
  /// For each term of the lexicon.
  let names: [Name]

  /// How a term has its name.
  struct Name: Sendable {
    var place: PlaceTerms.Pattern.Place
    var isLoose: Bool
    /// The name is an ordinary word too.
    var isHomograph: Bool
    /// What must follow in the text, in UTF-8: the rest of an abbreviation.
    var tail: [UInt8]
  }

  /// Reads and compiles `gazetteer.tsv` of a pack; empty where there is none.
  public convenience init(pack folder: String, code: String, homographs: Homographs) {
    let file = folder + "/gazetteer.tsv"
    guard let bytes = RegionPackLoader.bytes(of: file) else {
      self.init(rows: [], homographs: homographs)
      return
    }
    let reader = GazetteerReader(bytes, name: file, code: code, namedOnly: false)
    self.init(rows: reader.rows, issues: reader.issues, homographs: homographs)
  }

  /// The rows of a pack's gazetteer, not compiled; rows with problems are left out.
  public static func rows(pack folder: String, code: String) -> [GazetteerRow] {
    guard let bytes = RegionPackLoader.bytes(of: folder + "/gazetteer.tsv") else { return [] }
    return GazetteerReader(bytes, name: folder + "/gazetteer.tsv", code: code, namedOnly: false).rows
  }

  public init(rows: [GazetteerRow], issues: [LexiconIssue] = [], homographs: Homographs = Homographs()) {
    self.rows = rows
    self.issues = issues
    struct Key: Hashable {
      var kind: GazetteerRow.Kind
      var kazakh: [String]
      var russian: [String]
    }
    var places: [Key: Int] = [:]
    var groups: [[Int]] = []
    for (i, row) in rows.enumerated() {
      let key = Key(kind: row.kind, kazakh: row.kazakh, russian: row.russian)
      if let group = places[key] {
        groups[group].append(i)
      } else {
        places[key] = groups.count
        groups.append([i])
      }
    }
    // Ids sort as the groups do.
    let width = String(groups.count).count
    var patterns: [PlaceTerms.Pattern] = []
    var homographFlags: [Bool] = []
    var entries: [LexiconEntry] = []
    for (number, group) in groups.enumerated() {
      let row = rows[group[0]]
      let own = [Language.kk, .ru].map { PlaceTerms.patterns(row, $0) }
      let digits = String(number)
      entries.append(
        LexiconEntry(
          id: "place-" + String(repeating: "0", count: width - digits.count) + digits, codes: ["place"],
          kazakh: Self.terms(own[0], from: patterns.count),
          russian: Self.terms(own[1], from: patterns.count + own[0].count), partsOfSpeech: [], conditions: [],
          weight: 1, source: "", note: "", file: "gazetteer.tsv", line: row.line, codesColumn: 1))
      for (language, list) in zip([Language.kk, .ru], own) {
        let isHomograph = homographs.contains(row, language)
        for pattern in list {
          patterns.append(pattern)
          homographFlags.append(isHomograph)
        }
      }
    }
    lexicon = CompiledLexicon(
      [CodingScheme(codebook: Self.codebook, layers: [LexiconLayer(name: "places", entries: entries)])],
      kazakh: { KazakhMatcher(lexemes: $0) }, russian: { RussianMatcher(lexemes: $0) })
    self.groups = groups
    names = lexicon.terms.map { term in
      let number = Int(term.text) ?? 0
      return Name(
        place: patterns[number].place, isLoose: patterns[number].isLoose, isHomograph: homographFlags[number],
        tail: Array(patterns[number].tail.utf8))
    }
  }

  /// Terms whose text is the number of their pattern: the compiled lexicon leaves out those that cannot be words.
  private static func terms(_ patterns: [PlaceTerms.Pattern], from first: Int) -> [Term] {
    patterns.enumerated().map { i, pattern in
      Term(text: String(first + i), halves: [pattern.elements], column: 1)
    }
  }

  private static let codebook: Codebook = {
    let label = Codebook.Label(en: "Place", ru: "Место", kk: "Орын")
    return Codebook(
      id: "places", version: 1, title: label, source: "",
      dimensions: [.init(id: "place", label: label, codes: 0..<1)],
      codes: [
        .init(
          id: "place", label: label, dimension: 0, group: nil, isGroup: false, definition: "", include: [],
          exclude: [], threshold: 1, line: 1)
      ])
  }()
}

/// Names that are ordinary words of the language too: `Алға`, `Победа`. A table `homographs.tsv` beside the packs.
public struct Homographs: Sendable {
  private var kazakh: Set<String> = []
  private var russian: Set<String> = []

  public init() {}

  /// - Parameter bytes: UTF-8, a language and a word a line, divided by a tab; `#` comments.
  public init(_ bytes: [UInt8]) {
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t")
      guard cells.count > 1 else { continue }
      let word = TypeTable.folded(String(cells[1]))
      if cells[0] == "kk" { kazakh.insert(word) } else if cells[0] == "ru" { russian.insert(word) }
    }
  }

  /// Reads `homographs.tsv` in a folder of packs; empty where there is none.
  public init(folder: String) { self.init(RegionPackLoader.bytes(of: folder + "/homographs.tsv") ?? []) }

  public var count: Int { kazakh.count + russian.count }

  func contains(_ row: GazetteerRow, _ language: Language) -> Bool {
    row.singleWords.contains {
      $0.language == language && (kazakh.contains($0.word) || russian.contains($0.word))
    }
  }

  /// - Parameter word: folded.
  public func contains(_ word: String, _ language: Language) -> Bool {
    language == .kk ? kazakh.contains(word) : russian.contains(word)
  }
}
