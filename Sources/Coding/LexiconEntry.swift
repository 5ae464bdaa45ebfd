import Linguistics

/// One concept of a lexicon: Kazakh and Russian terms that stand for codes.
public struct LexiconEntry: Sendable, Equatable {
  /// What an entry is for: its cell `codes` names codes, or says `reference` or `family`.
  public enum Use: String, Sendable {
    /// Its terms stand for codes.
    case codes
    /// Only other entries use its terms, as `@id`.
    case reference
    /// The first term of a column is a word, the others are derived from it: `word+` means all of them.
    case family

    /// Nil where a cell `codes` says neither `reference` nor `family`.
    init?(definition cell: String) {
      guard let use = Use(rawValue: cell), use != .codes else { return nil }
      self = use
    }
  }

  public var id: String
  public var use = Use.codes
  /// Ids of codes of the codebook, sorted; empty for a reference or family.
  public var codes: [String]
  public var kazakh: [Term]
  public var russian: [Term]
  /// Parts of speech for the terms with just so many words.
  public var partsOfSpeech: [PartOfSpeech]
  public var conditions: [Condition]
  public var overlap = OverlapPolicy.withinCode
  /// Counts towards the codes; a negative weight speaks against them.
  public var weight: Double
  public var source: String
  public var note: String
  public var file: String
  /// Line in the file, from 1.
  public var line: Int
  /// Code points from the start of the line to the cell with the codes, from 1.
  public var codesColumn: Int
}

/// What must hold for a hit of an entry to count. All conditions of an entry must hold.
public enum Condition: Sendable, Equatable {
  /// Where a condition's term is looked for.
  public enum Place: Sendable, Equatable {
    /// Within so many words of the hit, in its sentence.
    case near(Int)
    case sentence
    case passage
    /// The title of the agenda item or section.
    case item
  }

  /// What is so or is not, whatever words stand around the hit.
  public enum Fact: Sendable, Equatable {
    /// Roles of passages, such as `speech`.
    case role([String])
    /// Kinds of documents, such as `protocol`.
    case kind([String])
    /// Regions of documents, ISO 3166-2 codes such as `KZ-71`. A document without a region is in none.
    case region([String])
    /// Dates of documents. A document without a date is in no period.
    case period(Period)
    /// The hit itself is negated.
    case negated
  }

  case term(Term, Place, wanted: Bool)
  case fact(Fact, wanted: Bool)
}

/// Days between two dates, both included; each a year, a month or a day as ISO 8601 writes it.
///
/// ```swift
/// Period(from: "2021", to: "2022-06").contains("2022-06-30")  // true
/// Period(from: "2021", to: nil).contains("2020-12-31")        // false
/// ```
public struct Period: Sendable, Equatable {
  /// `2021`, `2021-03` or `2021-03-15`; nil for no bound.
  public var from: String?
  public var to: String?

  public init(from: String?, to: String?) {
    self.from = from
    self.to = to
  }

  /// - Parameter date: a day, such as `2022-12-09`.
  public func contains(_ date: String) -> Bool {
    if let from, date < from { return false }
    if let to, date.prefix(to.utf8.count) > to { return false }
    return true
  }
}

/// Which hits a hit of an entry takes words from. A hit that loses a word to a longer one counts for nothing.
public enum OverlapPolicy: String, Sendable, CaseIterable {
  /// Shorter hits of the same code.
  case withinCode = "within code"
  /// Shorter hits of every code.
  case acrossCodes = "across codes"
  /// None, nor does it lose words to hits of its own code.
  case none
}

/// The entries of one layer (base lexicon, region pack, project), sorted by id.
///
/// Inside a layer the longest lemma takes a form; layers never take forms from each other.
public struct LexiconLayer: Sendable, Equatable {
  public var name: String
  /// Those that stand for codes.
  public var entries: [LexiconEntry]
  /// Those that others refer to, sorted by id: references and families. Matching does not need them.
  public var definitions: [LexiconEntry]
  /// Ids of the entries, of this layer or another, that the terms and conditions of this one refer to.
  public var referredTo: Set<String>
  /// ISO 3166-2 of the region whose documents the layer is for; nil for all.
  public var region: String?
  /// What the layer changes of base entries, in its region.
  public var changes: [EntryChange] = []

  public init(
    name: String, entries: [LexiconEntry], definitions: [LexiconEntry] = [], referredTo: Set<String> = []
  ) {
    self.name = name
    self.referredTo = referredTo
    self.entries = entries.sorted { $0.id < $1.id }
    self.definitions = definitions.sorted { $0.id < $1.id }
  }
}

/// A codebook with the layers of entries that stand for its codes.
public struct CodingScheme: Sendable, Equatable {
  public var codebook: Codebook
  public var layers: [LexiconLayer]

  public init(codebook: Codebook, layers: [LexiconLayer]) {
    self.codebook = codebook
    self.layers = layers
  }
}
