/// What each document adds to each row and cell: the part of a tally that sessions, periods, trends and resamples are
/// counted from. 16 bytes for each document and cell.
struct DocumentLog: Sendable {
  struct Document: Sendable {
    var number: Int32
    /// As yyyymmdd; 0 without a date.
    var date: Int32
    /// Index into `sessions`; -1 without a session.
    var session: Int32
    /// Entries up to the next document's.
    var firstRow: Int
    var firstCell: Int
    /// Whether entries of row 0, all rows together, are listed too; else the document stands in one row, which is the
    /// same.
    var hasOwnTotal = false
  }

  struct RowEntry: Sendable {
    var row: UInt32
    var passages: UInt32 = 0
    var codings: UInt32 = 0
    var tokens: UInt32 = 0
  }

  struct CellEntry: Sendable {
    var row: UInt32
    var column: UInt32
    var passages: UInt32 = 0
    var codings: UInt32 = 0
  }

  private(set) var documents: [Document] = []
  private(set) var rows: [RowEntry] = []
  private(set) var cells: [CellEntry] = []
  private(set) var sessions = KeyIndex(.discovered([]))
  /// Entries of row 0 of the document that is being added.
  private var total: (rows: [RowEntry], cells: [CellEntry]) = ([], [])

  mutating func begin(_ document: Tally.Document) {
    let session = document.session.flatMap { sessions.index(of: $0) }
    documents.append(
      Document(
        number: Int32(clamping: document.number), date: Self.day(document.date),
        session: session.map { Int32($0) } ?? -1, firstRow: rows.count, firstCell: cells.count))
    total.rows.removeAll(keepingCapacity: true)
    total.cells.removeAll(keepingCapacity: true)
  }

  /// `2022-06-08` → 20220608; 0 for what is no date.
  static func day(_ date: String?) -> Int32 {
    guard let date, date.utf8.count == 10 else { return 0 }
    var day: Int32 = 0
    for byte in date.utf8 where byte != 0x2d {
      guard byte >= 0x30, byte <= 0x39 else { return 0 }
      day = day &* 10 &+ Int32(byte - 0x30)
    }
    return day
  }

  /// - Returns: the entry's place for `add(toRow:)`.
  mutating func append(row: Int) -> Int {
    if row == Tally.allRows {
      total.rows.append(RowEntry(row: 0))
      return total.rows.count - 1
    }
    rows.append(RowEntry(row: UInt32(row)))
    return rows.count - 1
  }

  mutating func append(row: Int, column: Int) -> Int {
    if row == Tally.allRows {
      total.cells.append(CellEntry(row: 0, column: UInt32(column)))
      return total.cells.count - 1
    }
    cells.append(CellEntry(row: UInt32(row), column: UInt32(column)))
    return cells.count - 1
  }

  mutating func add(toRow place: Int, of row: Int, codings: Int, tokens: Int) {
    if row == Tally.allRows {
      total.rows[place].add(codings, tokens)
    } else {
      rows[place].add(codings, tokens)
    }
  }

  mutating func add(toCell place: Int, of row: Int, passages: Int) {
    if row == Tally.allRows {
      total.cells[place].passages += UInt32(passages)
      total.cells[place].codings += 1
    } else {
      cells[place].passages += UInt32(passages)
      cells[place].codings += 1
    }
  }

  /// Passages of the document that is being added; the place is one of a row, not of all rows.
  func passages(ofCell place: Int) -> Int { Int(cells[place].passages) }

  mutating func end() {
    guard let document = documents.last else { return }
    let own = rows.count - document.firstRow
    if own == 0 {
      documents.removeLast()
    } else if own > 1 || total.rows.first?.passages != rows[document.firstRow].passages {
      rows += total.rows
      cells += total.cells
      documents[documents.count - 1].hasOwnTotal = true
    }
  }

  /// Appends another log, whose keys have these numbers here.
  mutating func append(_ other: DocumentLog, rowNumbers: [Int], columnNumbers: [Int]) {
    let (firstRow, firstCell) = (rows.count, cells.count)
    let sessionNumbers = other.sessions.names.compactMap { sessions.index(of: $0) }
    for var document in other.documents {
      document.firstRow += firstRow
      document.firstCell += firstCell
      if document.session >= 0 { document.session = Int32(sessionNumbers[Int(document.session)]) }
      documents.append(document)
    }
    for var row in other.rows {
      row.row = UInt32(rowNumbers[Int(row.row)])
      rows.append(row)
    }
    for var cell in other.cells {
      cell.row = UInt32(rowNumbers[Int(cell.row)])
      cell.column = UInt32(columnNumbers[Int(cell.column)])
      cells.append(cell)
    }
  }

  /// The entries of a document, by its place in `documents`.
  func rows(of place: Int) -> ArraySlice<RowEntry> {
    rows[
      documents[place].firstRow..<(place + 1 < documents.count ? documents[place + 1].firstRow : rows.count)]
  }

  func cells(of place: Int) -> ArraySlice<CellEntry> {
    cells[
      documents[place]
        .firstCell..<(place + 1 < documents.count ? documents[place + 1].firstCell : cells.count)]
  }
}

extension DocumentLog.RowEntry {
  fileprivate mutating func add(_ codings: Int, _ tokens: Int) {
    passages += 1
    self.codings += UInt32(clamping: codings)
    self.tokens += UInt32(clamping: tokens)
  }
}
