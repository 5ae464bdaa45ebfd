import Tabulation

/// Which picture shows a table best, by what its rows and columns stand for.
enum ReportFigure {
  enum Kind { case heatMap, trends, bars }

  static func kind(of table: CrossTable) -> Kind {
    if table.rowDimension.key == "year" { return .trends }
    return table.columnDimension.key == "form" ? .bars : .heatMap
  }

  /// The largest value of a cell, which has the strongest shade; 0 where no cell has one.
  static func largestShare(_ table: CrossTable) -> Double {
    var largest = 0.0
    for row in table.rows.indices {
      for column in table.columns.indices {
        largest = max(largest, table.share(row: row, column: column).value ?? 0)
      }
    }
    return largest
  }

  /// Six steps up to the largest share; `h0` where there is none.
  static func shade(_ share: Double?, _ largest: Double) -> String {
    guard let share, share > 0, largest > 0 else { return "h0" }
    return "h\(min(6, max(1, Int((share / largest * 6).rounded(.up)))))"
  }
}

/// Neighbouring columns of one criterion.
struct ColumnGroup {
  var label: TrilingualLabel
  var columns: Range<Int>

  /// The columns by what stands before the dot; none unless each column has a labelled group and some group has
  /// more than one column.
  static func groups(_ columns: [TableKey], _ labels: [String: TrilingualLabel]) -> [ColumnGroup] {
    var result: [ColumnGroup] = []
    var last: Substring?
    for (index, column) in columns.enumerated() {
      let prefix = column.key.prefix { $0 != "." }
      guard prefix.count < column.key.count, let label = labels[String(prefix)] else { return [] }
      if prefix == last {
        result[result.count - 1].columns = result[result.count - 1].columns.lowerBound..<index + 1
      } else {
        result.append(ColumnGroup(label: label, columns: index..<index + 1))
      }
      last = prefix
    }
    return result.count < columns.count ? result : []
  }
}
