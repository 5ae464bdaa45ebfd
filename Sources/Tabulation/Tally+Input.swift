extension Tally {
  /// What is counted of a document as a whole.
  public struct Document: Sendable {
    /// Index in the run, the one that references will carry; no two documents of a table share it.
    public var number: Int
    /// Row keys of the whole document, such as its region; none where it has none, and the document is then counted in
    /// `CrossTable.outside` unless one of its passages has a row.
    public var rows: [String]
    /// Column keys of the whole document, such as its year; each counts as one coding a passage.
    public var columns: [String]
    /// ISO 8601; for periods and trends.
    public var date: String?
    /// Names the session that the document belongs to, the same for all its documents.
    public var session: String?

    public init(
      _ number: Int, rows: [String] = [], columns: [String] = [], date: String? = nil, session: String? = nil
    ) {
      self.number = number
      self.rows = rows
      self.columns = columns
      self.date = date
      self.session = session
    }
  }

  /// One row or column key that a passage carries: one coding.
  public struct Mark: Sendable {
    public var key: String
    /// How strong the evidence is; examples are the passages with the strongest.
    public var strength: Double
    /// Lexicon entries without any one of which the passage would not carry the key.
    public var entries: [String]
    /// What the passage states beside the words that carried the key.
    public var figures: [StatedFigure]

    public init(_ key: String, strength: Double = 0, entries: [String] = [], figures: [StatedFigure] = []) {
      self.key = key
      self.strength = strength
      self.entries = entries
      self.figures = figures
    }
  }

  /// What is counted of a passage.
  public struct Passage: Sendable {
    /// Number in its document, from 1.
    public var number: Int
    /// Row keys of the passage beside those of its document: none where the rows are regions or years.
    public var rows: [Mark]
    /// One a coding; none where the passage carries no code of the table.
    public var columns: [Mark]
    public var language: String?
    public var tokens = 0
    /// The column keys that people gave; nil where no person coded the passage.
    public var human: [String]?

    public init(_ number: Int, rows: [String] = [], columns: [String] = []) {
      self.init(number, rows: rows.map { Mark($0) }, columns: columns.map { Mark($0) })
    }

    public init(_ number: Int, rows: [Mark], columns: [Mark]) {
      self.number = number
      self.rows = rows
      self.columns = columns
    }
  }
}
