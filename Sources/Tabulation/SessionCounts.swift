/// Sessions of rows and cells, and the passages of documents that belong to one: a session of several documents counts
/// once.
struct SessionCounts {
  /// Of the rows, then of all rows together.
  private(set) var rows: [Int]
  /// Of the cells row by row, then of the columns' totals.
  private(set) var cells: [Int]
  private(set) var passages: [Int]
  /// The session counted last in each row and cell.
  private var lastOfRow: [Int32]
  private var lastOfCell: [Int32]

  /// - Parameters:
  ///   - rowPlaces: the table's row for each row number of the log, the first for row 1.
  ///   - columnPlaces: the table's column for each column number of the log.
  /// - Complexity: O(entries of the log + cells of the table).
  init(_ log: DocumentLog, rowPlaces: [Int], columnPlaces: [Int]) {
    let (total, columns) = (rowPlaces.count, columnPlaces.count)
    rows = Array(repeating: 0, count: total + 1)
    cells = Array(repeating: 0, count: (total + 1) * columns)
    passages = cells
    lastOfRow = Array(repeating: -1, count: rows.count)
    lastOfCell = Array(repeating: -1, count: cells.count)
    for place in log.documentsBySession() {
      let document = log.documents[place]
      for entry in log.rows(of: place) {
        countRow(entry.row == 0 ? total : rowPlaces[Int(entry.row) - 1], document.session)
        if !document.hasOwnTotal { countRow(total, document.session) }
      }
      for entry in log.cells(of: place) {
        let row = entry.row == 0 ? total : rowPlaces[Int(entry.row) - 1]
        let column = columnPlaces[Int(entry.column)]
        countCell(row * columns + column, Int(entry.passages), document.session)
        if !document.hasOwnTotal {
          countCell(total * columns + column, Int(entry.passages), document.session)
        }
      }
    }
  }

  private mutating func countRow(_ row: Int, _ session: Int32) {
    guard lastOfRow[row] != session else { return }
    lastOfRow[row] = session
    rows[row] += 1
  }

  private mutating func countCell(_ slot: Int, _ count: Int, _ session: Int32) {
    passages[slot] += count
    guard lastOfCell[slot] != session else { return }
    lastOfCell[slot] = session
    cells[slot] += 1
  }
}

extension DocumentLog {
  /// Places of the documents that belong to a session, those of one session together.
  fileprivate func documentsBySession() -> [Int] {
    var next = [Int](repeating: 0, count: sessions.names.count + 1)
    for document in documents where document.session >= 0 { next[Int(document.session) + 1] += 1 }
    for session in sessions.names.indices { next[session + 1] += next[session] }
    var result = [Int](repeating: 0, count: next[sessions.names.count])
    for (place, document) in documents.enumerated() where document.session >= 0 {
      result[next[Int(document.session)]] = place
      next[Int(document.session)] += 1
    }
    return result
  }
}

extension TableDimension {
  /// The place in the table of each key, by its number.
  static func places(_ ordered: [(key: TableKey, number: Int)]) -> [Int] {
    var places = [Int](repeating: 0, count: ordered.count)
    for (place, key) in ordered.enumerated() { places[key.number] = place }
    return places
  }
}
