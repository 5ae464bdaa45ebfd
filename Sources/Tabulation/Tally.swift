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
  }

  /// What a cell keeps beside its counts.
  struct Kept: Sendable {
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
  /// Cells that occur, and their places by row and column.
  var cells: [CellCounts] = []
  var kept: [Kept] = []
  var places = CellPlaces()
  /// Passages by row, then language.
  var rowLanguages: [[Int]] = []
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

  /// Counts a document, whose keys are numbers of this tally.
  ///
  /// - Complexity: O(passages × rows of a passage × codings of a passage).
  public mutating func add(_ document: Document, passages: NumberedPassages) {
    documentStamp += 1
    log.begin(document)
    var documentRows: [Int] = []
    for key in document.rows {
      guard let index = rowKeys.index(of: key) else { continue }
      if !documentRows.contains(index + 1) { documentRows.append(index + 1) }
    }
    var documentColumns: [Int] = []
    for key in document.columns { if let index = columnKeys.index(of: key) { documentColumns.append(index) } }
    let documentMisses = document.columns.count - documentColumns.count
    while rows.count <= rowKeys.names.count { rows.append(RowCounts()) }
    for row in documentRows { countDocument(row: row) }

    var keys = PassageKeys()
    for index in passages.passages.indices {
      keys.read(passages, index, documentRows, documentColumns)
      outside.codings += documentMisses + keys.misses
      let passage = passages.passages[index]
      if keys.rows.isEmpty {
        outside.passages += 1
        outside.codings += keys.columns.count
        continue
      }
      passageStamp += 1
      let human = passage.human < 0 ? nil : passages.human[Int(passage.human)]
      count(passage, row: Tally.allRows, keys, human)
      let reference = PassageReference(document: document.number, passage: passage.number)
      for row in keys.rows {
        count(passage, row: row, keys, human)
        keep(passages, index, reference, row: row, keys)
      }
      if request.analysis.leavesEntriesOut {
        losses.add(passages, index, keys, documentRows, documentColumns)
      }
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
        places[row, column].map { log.passages(ofCell: cells[$0].logged) } ?? 0
      }
    }
    log.end()
  }

  private mutating func countDocument(row: Int) {
    if rows[row].document == documentStamp { return }
    rows[row].document = documentStamp
    rows[row].totals.documents += 1
    rows[row].logged = log.append(row: row)
  }

  /// Counts a passage in one row.
  private mutating func count(
    _ passage: NumberedPassages.Passage, row: Int, _ keys: PassageKeys, _ human: [Int]?
  ) {
    let columns = keys.columns
    countDocument(row: row)
    rows[row].totals.passages += 1
    rows[row].totals.codings += columns.count
    rows[row].totals.tokens += passage.tokens
    if !columns.isEmpty { rows[row].totals.codedPassages += 1 }
    log.add(toRow: rows[row].logged, of: row, codings: columns.count, tokens: passage.tokens)
    if passage.language >= 0 { addLanguage(Int(passage.language), 1, toRow: row) }
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
    if let human { countGold(human, row: row, columns: columns) }
  }

  mutating func addLanguage(_ language: Int, _ passages: Int, toRow row: Int) {
    while rowLanguages.count <= row { rowLanguages.append([]) }
    while rowLanguages[row].count <= language { rowLanguages[row].append(0) }
    rowLanguages[row][language] += passages
  }

  private mutating func countGold(_ human: [Int], row: Int, columns: [Int]) {
    rowGold[row, default: 0] += 1
    let machine = Set(columns)
    let people = Set(human)
    for column in machine { kept[place(row: row, column: column)].gold.machine += 1 }
    for column in people {
      let place = place(row: row, column: column)
      kept[place].gold.human += 1
      if machine.contains(column) { kept[place].gold.both += 1 }
    }
  }

  mutating func place(row: Int, column: Int) -> Int {
    if let place = places[row, column] { return place }
    places.set(row, column, to: cells.count)
    cells.append(CellCounts())
    kept.append(Kept())
    return cells.count - 1
  }

  /// Keeps what leads from the cells of a row back to the passage. The total's is joined from the rows' own later.
  private mutating func keep(
    _ passages: NumberedPassages, _ index: Int, _ reference: PassageReference, row: Int, _ keys: PassageKeys
  ) {
    for (position, column) in keys.columns.enumerated() where !keys.columns[..<position].contains(column) {
      let place = place(row: row, column: column)
      kept[place].references.append(reference, limit: request.references)
      var strength = 0.0
      /// Those of several codings of the passage are made one when the table is built.
      func take(_ mark: NumberedPassages.Mark) {
        strength = max(strength, mark.strength)
        if mark.detail >= 0 { kept[place].figures += passages.figures(of: mark) }
      }
      for mark in passages.rowMarks(of: index) where Int(passages.rowMarks[mark].key) == row - 1 {
        take(passages.rowMarks[mark])
      }
      for mark in passages.columnMarks(of: index) where Int(passages.columnMarks[mark].key) == column {
        take(passages.columnMarks[mark])
      }
      kept[place].examples.append(reference, strength: strength, limit: request.analysis.examples)
    }
  }
}

/// The keys of one passage as places in the tally: those of its document first, then those of its marks.
struct PassageKeys {
  /// Distinct.
  var rows: [Int] = []
  /// One a coding.
  var columns: [Int] = []
  /// Codings whose key is no column.
  var misses = 0

  mutating func read(
    _ passages: NumberedPassages, _ index: Int, _ documentRows: [Int], _ documentColumns: [Int]
  ) {
    rows.removeAll(keepingCapacity: true)
    rows.append(contentsOf: documentRows)
    columns.removeAll(keepingCapacity: true)
    columns.append(contentsOf: documentColumns)
    misses = 0
    for mark in passages.rowMarks(of: index) {
      let row = Int(passages.rowMarks[mark].key) + 1
      if row > 0, !rows.contains(row) { rows.append(row) }
    }
    for mark in passages.columnMarks(of: index) {
      let column = Int(passages.columnMarks[mark].key)
      if column >= 0 { columns.append(column) } else { misses += 1 }
    }
  }
}
