/// The partial of one table: counts that any two tallies of the same request can merge.
///
/// Each document is added once, whole, to one tally; then the order of adding and merging, and the way the
/// corpus is split over threads or machines, do not change the result.
///
/// ```swift
/// var tally = Tally(request)
/// tally.add(
///   document: 0, rows: ["KZ-71"],
///   passages: [.init(1, columns: ["civil-society.hearings"]), .init(2)])
/// let table = tally.table()
/// ```
public struct Tally: Sendable {
  /// The keys of one passage.
  public struct Passage: Sendable {
    /// Number in its document, from 1.
    public var number: Int
    /// Row keys of the passage beside those of its document: none where the rows are regions or years.
    public var rows: [String]
    /// One key a coding; none where the passage carries no code of the table.
    public var columns: [String]

    public init(_ number: Int, rows: [String] = [], columns: [String] = []) {
      self.number = number
      self.rows = rows
      self.columns = columns
    }
  }

  struct RowCounts: Sendable {
    var totals = CrossTable.Totals()
    /// The document counted last here; keeps a document from being counted twice.
    var document = 0
  }

  struct CellCounts: Sendable {
    var codings = 0
    var passages = 0
    var documents = 0
    var references = ReferenceList()
    /// The document and passage counted last here.
    var document = 0
    var passage = 0

    mutating func count(
      passage passageStamp: Int, document documentStamp: Int, _ reference: PassageReference?,
      limit: ReferenceLimit
    ) {
      codings += 1
      if passage != passageStamp {
        passage = passageStamp
        passages += 1
        if let reference { references.append(reference, limit: limit) }
      }
      if document != documentStamp {
        document = documentStamp
        documents += 1
      }
    }
  }

  public let request: CrossTableRequest
  var rowKeys: KeyIndex
  var columnKeys: KeyIndex
  /// By row key's index, and one more, the first, for all rows together: a passage that stands in two rows is
  /// counted once there.
  var rows: [RowCounts]
  /// Cells that occur; by row and column as in `cellKey`.
  var cells: [UInt64: CellCounts] = [:]
  var outside = CrossTable.Outside()
  /// Documents and passages added so far: stamps for "counted already".
  private var documentStamp = 0
  private var passageStamp = 0

  public init(_ request: CrossTableRequest) {
    self.request = request
    rowKeys = KeyIndex(request.rows.keys)
    columnKeys = KeyIndex(request.columns.keys)
    rows = Array(repeating: RowCounts(), count: rowKeys.names.count + 1)
  }

  /// Index of the row that stands for all rows.
  static let allRows = 0

  static func cellKey(row: Int, column: Int) -> UInt64 { UInt64(row) << 32 | UInt64(column) }

  /// Counts a document.
  ///
  /// - Parameters:
  ///   - document: index of the document in the run, the one that references will carry.
  ///   - keys: row keys of the whole document, such as its region; none where it has none, and the document
  ///     is then counted in `CrossTable.outside` unless one of its passages has a row.
  ///   - columns: column keys of the whole document, such as its year; each counts as one coding a passage.
  /// - Complexity: O(passages × rows of a passage × codings of a passage).
  public mutating func add(
    document: Int, rows keys: [String], columns: [String] = [], passages: [Passage]
  ) {
    documentStamp += 1
    var documentRows: [Int] = []
    for key in keys { appendRow(key, to: &documentRows) }
    for row in documentRows { countDocument(row: row) }
    var documentColumns: [Int] = []
    var documentMisses = 0
    for key in columns { appendColumn(key, to: &documentColumns, misses: &documentMisses) }

    var passageRows: [Int] = []
    var passageColumns: [Int] = []
    for passage in passages {
      passageRows = documentRows
      for key in passage.rows { appendRow(key, to: &passageRows) }
      passageColumns = documentColumns
      var misses = documentMisses
      for key in passage.columns { appendColumn(key, to: &passageColumns, misses: &misses) }
      if passageRows.isEmpty {
        outside.passages += 1
        outside.codings += misses + passageColumns.count
        continue
      }
      outside.codings += misses
      let reference = PassageReference(document: document, passage: passage.number)
      passageStamp += 1
      count(row: Tally.allRows, columns: passageColumns, reference: nil)
      for row in passageRows { count(row: row, columns: passageColumns, reference: reference) }
    }
    if rows[Tally.allRows].document != documentStamp {
      if documentRows.isEmpty {
        outside.documents += 1
      } else {
        countDocument(row: Tally.allRows)
      }
    }
  }

  private mutating func appendRow(_ key: String, to indices: inout [Int]) {
    guard let index = rowKeys.index(of: key) else { return }
    if rows.count < index + 2 { rows.append(RowCounts()) }
    if !indices.contains(index + 1) { indices.append(index + 1) }
  }

  private mutating func appendColumn(_ key: String, to indices: inout [Int], misses: inout Int) {
    if let index = columnKeys.index(of: key) {
      indices.append(index)
    } else {
      misses += 1
    }
  }

  private mutating func countDocument(row: Int) {
    if rows[row].document == documentStamp { return }
    rows[row].document = documentStamp
    rows[row].totals.documents += 1
  }

  /// Counts a passage in one row. The references of all rows together are joined from the rows' own later.
  private mutating func count(row: Int, columns: [Int], reference: PassageReference?) {
    countDocument(row: row)
    rows[row].totals.passages += 1
    rows[row].totals.codings += columns.count
    if !columns.isEmpty { rows[row].totals.codedPassages += 1 }
    for column in columns {
      cells[Tally.cellKey(row: row, column: column), default: CellCounts()].count(
        passage: passageStamp, document: documentStamp, reference, limit: request.references)
    }
  }
}
