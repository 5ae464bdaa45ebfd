import Tabulation

/// A table's cells by the keys of row and column, whose places are looked up once: for comparing all cells of two tables.
struct KeyedTable {
  let table: CrossTable
  private let rows: [String: Int]
  private let columns: [String: Int]

  init(_ table: CrossTable) {
    func places(_ keys: [TableKey]) -> [String: Int] {
      Dictionary(keys.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    }
    self.table = table
    rows = places(table.rows)
    columns = places(table.columns)
  }

  /// nil where the table has no such row or column.
  func place(_ row: String, _ column: String) -> (row: Int, column: Int)? {
    rows[row].flatMap { row in columns[column].map { (row, $0) } }
  }

  /// The keys of rows or columns of two tables: those of the first, then those that only the second has.
  static func union(_ first: [TableKey], _ second: [TableKey]) -> [TableKey] {
    let known = Set(first.map(\.key))
    return first + second.filter { !known.contains($0.key) }
  }
}
