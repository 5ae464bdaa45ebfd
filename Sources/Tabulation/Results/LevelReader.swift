/// Reads levels off a grid of shares or rates.
struct LevelReader {
  let rows: Int
  let columns: Int
  /// Row keys, for the reference rule.
  let keys: [String]

  /// - Parameters:
  ///   - values: of the cells row by row, then of the columns' totals; nil where there is none to be read.
  ///   - rule: see `LevelRule`.
  /// - Returns: one for each value.
  func levels(_ values: [Double?], _ rule: LevelRule) -> [Level?] {
    switch rule {
    case .cutOffs(let medium, let high):
      return values.map { $0.map { $0 == 0 ? .low : $0 >= high ? .high : $0 >= medium ? .medium : .low } }
    case .terciles(let scope): return terciles(values, scope)
    case .reference(let row, let low, let high): return relative(values, row, low, high)
    }
  }

  private func terciles(_ values: [Double?], _ scope: LevelScope) -> [Level?] {
    var result = [Level?](repeating: nil, count: values.count)
    func read(_ places: [Int]) {
      let sorted = places.compactMap { values[$0] }.sorted()
      guard sorted.count >= 3, let lower = DocumentBootstrap.quantile(1 / 3, of: sorted),
        let upper = DocumentBootstrap.quantile(2 / 3, of: sorted)
      else { return }
      for place in places {
        guard let value = values[place] else { continue }
        result[place] = value == 0 || value < lower ? .low : value > upper ? .high : .medium
      }
    }
    switch scope {
    case .column:
      for column in 0..<columns { read((0..<rows).map { $0 * columns + column }) }
    case .row:
      for row in 0..<rows { read((0..<columns).map { row * columns + $0 }) }
    case .table: read(Array(0..<rows * columns))
    }
    read(Array(rows * columns..<values.count))
    return result
  }

  private func relative(_ values: [Double?], _ row: String?, _ low: Double, _ high: Double) -> [Level?] {
    var result = [Level?](repeating: nil, count: values.count)
    guard let reference = row.map({ keys.firstIndex(of: $0) }) ?? rows else { return result }
    for place in 0..<rows * columns {
      guard let value = values[place], let base = values[reference * columns + place % columns], base > 0
      else { continue }
      result[place] = value == 0 || value / base < low ? .low : value / base >= high ? .high : .medium
    }
    return result
  }
}
