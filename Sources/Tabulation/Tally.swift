/// The partial of one table: counts that any two tallies of the same request can merge.
///
/// Each document is added once, whole, to one tally; then the order of adding and merging, and the way the
/// corpus is split over threads or machines, do not change the result. Beside the sums it keeps what each document
/// adds to each cell (16 bytes a document and cell), from which sessions, periods and resamples are counted.
///
/// ```swift
/// var tally = Tally(request)
/// tally.add(
///   .init(0, rows: ["KZ-71"]),
///   passages: [.init(1, columns: ["civil-society.hearings"]), .init(2)])
/// let table = tally.table()
/// ```
public struct Tally: Sendable {
  struct RowCounts: Sendable {
    var totals = CrossTable.Totals()
    /// The document counted last here, and its place in the log.
    var document = 0
    var logged = 0
  }

  struct CellCounts: Sendable {
    var codings = 0
    var passages = 0
    var documents = 0
    /// The document and passage counted last here, and the document's place in the log.
    var document = 0
    var passage = 0
    var logged = 0
    var references = ReferenceList()
    var examples = ExampleList()
    var figures: [StatedFigure] = []
    var gold = GoldCounts()
  }

  /// Human codes against the coder's in one cell.
  struct GoldCounts: Sendable {
    var human = 0
    var machine = 0
    var both = 0
  }

  public let request: CrossTableRequest
  var rowKeys: KeyIndex
  var columnKeys: KeyIndex
  var languages = KeyIndex(.discovered([]))
  /// By row key's index, and one more, the first, for all rows together: a passage that stands in two rows is
  /// counted once there.
  var rows: [RowCounts]
  /// Cells that occur, and their places by row and column as in `cellKey`.
  var cells: [CellCounts] = []
  var places: [UInt64: Int] = [:]
  /// Passages by row and language, as in `cellKey`.
  var rowLanguages: [UInt64: Int] = [:]
  /// Passages that people coded, by row.
  var rowGold: [Int: Int] = [:]
  var losses = EntryLosses()
  var outside = CrossTable.Outside()
  var log = DocumentLog()
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

  /// Counts a document of which nothing but rows and columns is known.
  public mutating func add(document: Int, rows: [String], columns: [String] = [], passages: [Passage]) {
    add(Document(document, rows: rows, columns: columns), passages: passages)
  }

  /// Counts a document.
  ///
  /// - Complexity: O(passages × rows of a passage × codings of a passage).
  public mutating func add(_ document: Document, passages: [Passage]) {
    documentStamp += 1
    log.begin(document)
    var documentRows: [Int] = []
    for key in document.rows { appendRow(key, to: &documentRows) }
    for row in documentRows { countDocument(row: row) }
    var documentColumns: [Int] = []
    var documentMisses = 0
    for key in document.columns { appendColumn(key, to: &documentColumns, misses: &documentMisses) }

    var keys = PassageKeys()
    for passage in passages {
      keys.rows = documentRows
      keys.columns = documentColumns
      var misses = documentMisses
      keys.ofRowMarks = passage.rows.map { appendRow($0.key, to: &keys.rows) }
      keys.ofColumnMarks = passage.columns.map { appendColumn($0.key, to: &keys.columns, misses: &misses) }
      outside.codings += misses
      if keys.rows.isEmpty {
        outside.passages += 1
        outside.codings += keys.columns.count
        continue
      }
      passageStamp += 1
      let language = passage.language.flatMap { languages.index(of: $0) }
      count(passage, row: Tally.allRows, columns: keys.columns, language)
      let reference = PassageReference(document: document.number, passage: passage.number)
      for row in keys.rows {
        count(passage, row: row, columns: keys.columns, language)
        keep(passage, reference, row: row, keys)
      }
      if request.analysis.leavesEntriesOut { losses.add(passage, keys, documentRows, documentColumns) }
    }
    if rows[Tally.allRows].document != documentStamp {
      if documentRows.isEmpty {
        outside.documents += 1
      } else {
        countDocument(row: Tally.allRows)
      }
    }
    if request.analysis.leavesEntriesOut {
      losses.endDocument(isInSession: document.session != nil) { row, column in
        let place = places[Tally.cellKey(row: row, column: column)]
        return place.map { log.passages(ofCell: cells[$0].logged) } ?? 0
      }
    }
    log.end()
  }

  /// - Returns: the row's place, or nil where the table has no such row.
  @discardableResult
  private mutating func appendRow(_ key: String, to rowsOfPassage: inout [Int]) -> Int? {
    guard let index = rowKeys.index(of: key) else { return nil }
    if rows.count < index + 2 { rows.append(RowCounts()) }
    if !rowsOfPassage.contains(index + 1) { rowsOfPassage.append(index + 1) }
    return index + 1
  }

  @discardableResult
  private mutating func appendColumn(_ key: String, to columns: inout [Int], misses: inout Int) -> Int? {
    guard let index = columnKeys.index(of: key) else {
      misses += 1
      return nil
    }
    columns.append(index)
    return index
  }

  private mutating func countDocument(row: Int) {
    if rows[row].document == documentStamp { return }
    rows[row].document = documentStamp
    rows[row].totals.documents += 1
    rows[row].logged = log.append(row: row)
  }

  /// Counts a passage in one row.
  private mutating func count(_ passage: Passage, row: Int, columns: [Int], _ language: Int?) {
    countDocument(row: row)
    rows[row].totals.passages += 1
    rows[row].totals.codings += columns.count
    rows[row].totals.tokens += passage.tokens
    if !columns.isEmpty { rows[row].totals.codedPassages += 1 }
    log.add(toRow: rows[row].logged, of: row, codings: columns.count, tokens: passage.tokens)
    if let language { rowLanguages[Tally.cellKey(row: row, column: language), default: 0] += 1 }
    for column in columns {
      let place = place(row: row, column: column)
      let isNewPassage = cells[place].passage != passageStamp
      cells[place].codings += 1
      if isNewPassage {
        cells[place].passage = passageStamp
        cells[place].passages += 1
      }
      if cells[place].document != documentStamp {
        cells[place].document = documentStamp
        cells[place].documents += 1
        cells[place].logged = log.append(row: row, column: column)
      }
      log.add(toCell: cells[place].logged, of: row, passages: isNewPassage ? 1 : 0)
    }
    if let human = passage.human { countGold(human, row: row, columns: columns) }
  }

  private mutating func countGold(_ human: [String], row: Int, columns: [Int]) {
    rowGold[row, default: 0] += 1
    let machine = Set(columns)
    let people = Set(human.compactMap { columnKeys.index(of: $0) })
    for column in machine { cells[place(row: row, column: column)].gold.machine += 1 }
    for column in people {
      let place = place(row: row, column: column)
      cells[place].gold.human += 1
      if machine.contains(column) { cells[place].gold.both += 1 }
    }
  }

  mutating func place(row: Int, column: Int) -> Int {
    let key = Tally.cellKey(row: row, column: column)
    if let place = places[key] { return place }
    places[key] = cells.count
    cells.append(CellCounts())
    return cells.count - 1
  }

  /// Keeps what leads from the cells of a row back to the passage. The total's is joined from the rows' own later.
  private mutating func keep(
    _ passage: Passage, _ reference: PassageReference, row: Int, _ keys: PassageKeys
  ) {
    for (index, column) in keys.columns.enumerated() where !keys.columns[..<index].contains(column) {
      let place = place(row: row, column: column)
      cells[place].references.append(reference, limit: request.references)
      var strength = 0.0
      for mark in keys.marks(of: passage, row: row, column: column) {
        strength = max(strength, mark.strength)
        // Those of several codings of the passage are made one when the table is built.
        cells[place].figures += mark.figures
      }
      cells[place].examples.append(reference, strength: strength, limit: request.analysis.examples)
    }
  }
}

/// The keys of one passage as places in the tally: those of its document first, then those of its marks.
struct PassageKeys {
  /// Distinct.
  var rows: [Int] = []
  /// One a coding.
  var columns: [Int] = []
  /// The row or column of each mark; nil where the table has none.
  var ofRowMarks: [Int?] = []
  var ofColumnMarks: [Int?] = []

  /// The marks that put the passage into the cell.
  func marks(of passage: Tally.Passage, row: Int, column: Int) -> [Tally.Mark] {
    zip(ofRowMarks, passage.rows).filter { $0.0 == row }.map(\.1)
      + zip(ofColumnMarks, passage.columns).filter { $0.0 == column }.map(\.1)
  }
}
