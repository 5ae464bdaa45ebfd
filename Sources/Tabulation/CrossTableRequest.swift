/// One row or column of a table: the key that is counted and its label.
public struct TableKey: Sendable, Equatable {
  /// Such as `KZ-71` or `civil-society.hearings`.
  public var key: String
  public var label: TrilingualLabel

  public init(_ key: String, _ label: TrilingualLabel) {
    self.key = key
    self.label = label
  }
}

/// What the rows or the columns of a table stand for: regions, years, indicators, forms.
public struct TableDimension: Sendable, Equatable {
  /// Which keys get a row or column.
  public enum Keys: Sendable, Equatable {
    /// These, in this order, whether they occur or not. Other keys are counted in `CrossTable.outside`.
    case given([TableKey])
    /// Every key that occurs. The listed ones come first, in their order and with their labels; the
    /// others follow in alphabetical order (`ICU.alphabetical`), with the key as label.
    case discovered([TableKey])
  }

  /// Such as `region` or `indicator`.
  public var id: String
  public var label: TrilingualLabel
  public var keys: Keys

  public init(id: String, label: TrilingualLabel, keys: Keys) {
    self.id = id
    self.label = label
    self.keys = keys
  }
}

/// How many passage references each cell keeps.
public enum ReferenceLimit: Sendable, Equatable {
  case all
  /// The first ones by document and passage number, so that the choice does not depend on how the corpus
  /// was split.
  case first(Int)
  public static let none = ReferenceLimit.first(0)
  /// What a run keeps: more passages of one cell than anybody reads.
  public static let usual = ReferenceLimit.first(5000)
}

/// What to count: the definition of one table. Filters (period, kind, language) are applied before counting,
/// by whoever feeds the `Tally`.
///
/// A request is turned into a partial (`Tally`), partials are merged, and the merged partial gives the result
/// (`CrossTable`).
public struct CrossTableRequest: Sendable, Equatable {
  /// Names the table's files; stable and kebab-case, such as `region-indicator`.
  public var id: String
  public var label: TrilingualLabel
  public var rows: TableDimension
  public var columns: TableDimension
  public var unit: CountingUnit
  public var references: ReferenceLimit
  /// What the cells show, in this order.
  public var content: [CellContent]
  /// What is computed beside the counts.
  public var analysis: TableAnalysis

  public init(
    id: String, label: TrilingualLabel, rows: TableDimension, columns: TableDimension,
    unit: CountingUnit = .passages, references: ReferenceLimit = .all,
    content: [CellContent] = [.count, .share], analysis: TableAnalysis = TableAnalysis()
  ) {
    self.id = id
    self.label = label
    self.rows = rows
    self.columns = columns
    self.unit = unit
    self.references = references
    self.content = content
    self.analysis = analysis
  }
}
