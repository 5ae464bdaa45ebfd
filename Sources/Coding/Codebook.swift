/// What is coded: dimensions and their codes, in the order of the file.
///
/// ```yaml
/// codebook: socially-oriented-state
/// version: 1
/// title: {en: …, ru: …, kk: …}
/// dimensions:
///   - id: indicator
///     label: {en: Indicator, ru: Индикатор, kk: Индикатор}
///     codes:
///       - id: results                    # a group: never assigned itself
///         label: {en: …, ru: …, kk: …}
///         codes:
///           - id: results.infrastructure # a code that passages take
///             label: {en: …, ru: …, kk: …}
///             definition: …
///             include: [ … ]
///             exclude: [ … ]
///             threshold: 1
///             rows: heading              # table rows take it where their heading does
/// ```
///
/// Groups are written around their codes, so a codebook cannot hold a cycle.
public struct Codebook: Sendable, Equatable {
  public struct Label: Sendable, Equatable {
    public var en: String
    public var ru: String
    public var kk: String

    public init(en: String, ru: String, kk: String) {
      self.en = en
      self.ru = ru
      self.kk = kk
    }
  }

  public struct Dimension: Sendable, Equatable {
    public var id: String
    public var label: Label
    /// Indices into `Codebook.codes`, groups included.
    public var codes: Range<Int>

    public init(id: String, label: Label, codes: Range<Int>) {
      self.id = id
      self.label = label
      self.codes = codes
    }
  }

  public struct Code: Sendable, Equatable {
    public var id: String
    public var label: Label
    /// Index into `Codebook.dimensions`.
    public var dimension: Int
    /// Index into `Codebook.codes` of the group that this code stands in.
    public var group: Int?
    /// A group (a criterion) holds codes and is never assigned itself.
    public var isGroup: Bool
    public var definition: String
    public var include: [String]
    public var exclude: [String]
    /// A passage takes the code where the weights of its entries reach this; above 0.
    public var threshold: Double
    /// A row of a table takes the code where the lexicon gives it to the row's heading or the document's title: each
    /// row under "Reception of citizens" is a reception, whatever its cells say.
    public var isTakenByRows = false
    /// Line in the file, from 1.
    public var line: Int

    public init(
      id: String, label: Label, dimension: Int, group: Int? = nil, isGroup: Bool = false,
      definition: String = "",
      include: [String] = [], exclude: [String] = [], threshold: Double = 1, line: Int
    ) {
      self.id = id
      self.label = label
      self.dimension = dimension
      self.group = group
      self.isGroup = isGroup
      self.definition = definition
      self.include = include
      self.exclude = exclude
      self.threshold = threshold
      self.line = line
    }
  }

  public var id: String
  public var version: Int
  public var title: Label
  /// The publication that the codebook follows.
  public var source: String
  public var dimensions: [Dimension]
  public var codes: [Code]

  public init(
    id: String, version: Int, title: Label, source: String, dimensions: [Dimension], codes: [Code]
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.source = source
    self.dimensions = dimensions
    self.codes = codes
  }

  /// The place of a code or group in `codes`. Linear; for loading and messages.
  public func index(ofCode id: String) -> Int? { codes.firstIndex { $0.id == id } }
}
