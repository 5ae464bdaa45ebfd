/// Where the cells that occur stand in a tally's list, by row and column number.
///
/// A table of the usual size is looked up in an array; columns beyond the first 256, as of a table of speakers, in a
/// dictionary, so that a large and nearly empty grid takes no memory.
struct CellPlaces: Sendable {
  private static let dense = 256

  /// By row, then column; -1 for a cell that does not occur. Rows are as long as their last cell needs.
  private var near: [[Int32]] = []
  private var far: [UInt64: Int32] = [:]

  subscript(row: Int, column: Int) -> Int? {
    if column < Self.dense {
      guard row < near.count, column < near[row].count, near[row][column] >= 0 else { return nil }
      return Int(near[row][column])
    }
    return far[Self.key(row, column)].map { Int($0) }
  }

  mutating func set(_ row: Int, _ column: Int, to place: Int) {
    guard column < Self.dense else {
      far[Self.key(row, column)] = Int32(place)
      return
    }
    while near.count <= row { near.append([]) }
    while near[row].count <= column { near[row].append(-1) }
    near[row][column] = Int32(place)
  }

  /// Every cell, in no stated order.
  func visit(_ body: (_ row: Int, _ column: Int, _ place: Int) -> Void) {
    for (row, columns) in near.enumerated() {
      for (column, place) in columns.enumerated() where place >= 0 { body(row, column, Int(place)) }
    }
    for (key, place) in far { body(Int(key >> 32), Int(key & 0xFFFF_FFFF), Int(place)) }
  }

  private static func key(_ row: Int, _ column: Int) -> UInt64 { UInt64(row) << 32 | UInt64(column) }
}
