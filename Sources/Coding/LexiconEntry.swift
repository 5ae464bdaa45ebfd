import Linguistics

/// One concept of a lexicon: Kazakh and Russian terms that stand for codes.
public struct LexiconEntry: Sendable, Equatable {
  public var id: String
  /// Ids of codes of the codebook, sorted.
  public var codes: [String]
  public var kazakh: [Term]
  public var russian: [Term]
  /// Parts of speech for the terms with just so many words.
  public var partsOfSpeech: [PartOfSpeech]
  public var conditions: [Condition]
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

  case term(Term, Place, wanted: Bool)
  /// Roles of passages, such as `speech`.
  case role([String], wanted: Bool)
  /// Kinds of documents, such as `protocol`.
  case kind([String], wanted: Bool)
  /// Whether the hit itself is negated.
  case negated(wanted: Bool)
}

/// The entries of one layer (base lexicon, region pack, project), sorted by id.
///
/// Inside a layer the longest lemma takes a form; layers never take forms from each other.
public struct LexiconLayer: Sendable, Equatable {
  public var name: String
  public var entries: [LexiconEntry]
  /// ISO 3166-2 of the region whose documents the layer is for; nil for all.
  public var region: String?
  /// What the layer changes of base entries, in its region.
  public var changes: [EntryChange] = []

  public init(name: String, entries: [LexiconEntry]) {
    self.name = name
    self.entries = entries.sorted { $0.id < $1.id }
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
