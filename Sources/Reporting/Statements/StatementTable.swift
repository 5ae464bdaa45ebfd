import Tabulation

/// A table of words: its cells hold statements in three languages, each with the passages that it rests on. The study's
/// own tables and the comparison with print are such tables.
///
/// It says nothing of looks: `StatementWriters` write it, the report page and spreadsheets show it.
public struct StatementTable: Sendable, Equatable {
  /// A passage in its own words, with where it stands.
  public struct Quotation: Sendable, Equatable {
    public var text: String
    /// Of the words, such as `kk`.
    public var language: String
    /// Document, date and number of the passage, for readers.
    public var source: String

    public init(_ text: String, language: String, source: String) {
      self.text = text
      self.language = language
      self.source = source
    }
  }

  public struct Statement: Sendable, Equatable {
    public var text: TrilingualLabel
    public var quotation: Quotation?
    /// What the statement was read from, as far as references are kept.
    public var passages: [PassageReference]
    /// The code that the passages carry; their evidence for it is marked where they are shown.
    public var code: String?

    public init(
      _ text: TrilingualLabel, quotation: Quotation? = nil, passages: [PassageReference] = [],
      code: String? = nil
    ) {
      self.text = text
      self.quotation = quotation
      self.passages = passages
      self.code = code
    }
  }

  public struct Row: Sendable, Equatable {
    public var key: TableKey
    /// One a column; each any number of statements.
    public var cells: [[Statement]]

    public init(_ key: TableKey, _ cells: [[Statement]]) {
      self.key = key
      self.cells = cells
    }
  }

  /// Names the table's files; kebab-case.
  public var id: String
  public var label: TrilingualLabel
  /// What the rows are.
  public var rowLabel: TrilingualLabel
  public var columns: [TrilingualLabel]
  public var rows: [Row]
  /// What a reader must know: the rules, the base, that the corpus is a demonstration.
  public var notes: [TrilingualLabel] = []

  public init(
    id: String, label: TrilingualLabel, rowLabel: TrilingualLabel, columns: [TrilingualLabel], rows: [Row],
    notes: [TrilingualLabel] = []
  ) {
    self.id = id
    self.label = label
    self.rowLabel = rowLabel
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }
}

/// A statement that leads to passages, with its place in its table.
struct LinkedStatement {
  var table: Int
  var row: Int
  var column: Int
  var statement: StatementTable.Statement

  /// Those of all tables in the order in which they are read, by which pages number them.
  static func all(of tables: [StatementTable]) -> [LinkedStatement] {
    var result: [LinkedStatement] = []
    for (t, table) in tables.enumerated() {
      for (r, row) in table.rows.enumerated() {
        for (c, cell) in row.cells.enumerated() {
          for statement in cell where !statement.passages.isEmpty {
            result.append(LinkedStatement(table: t, row: r, column: c, statement: statement))
          }
        }
      }
    }
    return result
  }
}
