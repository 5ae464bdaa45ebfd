import Tabulation

/// What stands beside a cell's number in every printed form: level, over- or under-representation, reliability.
struct CellMarks {
  /// Holm-corrected, over the whole grid.
  static let significance = 0.05

  private let statistics: CellStatistics
  private let content: [CellContent]

  init(_ statistics: CellStatistics, _ content: [CellContent]) {
    self.statistics = statistics
    self.content = content
  }

  /// nil where the table shows no levels or the cell has none.
  var level: TrilingualLabel? { content.contains(.level) ? statistics.level?.level.label : nil }

  /// `▲` for significantly more than in the other rows, `▼` for less, `·` for a base that is too small to say; `†` and
  /// `‡` for the coder's reliability.
  var symbols: String { direction + (statistics.reliability?.mark.symbol ?? "") }

  private var direction: String {
    guard content.contains(.keyness) else { return "" }
    if statistics.isTooFew { return "·" }
    guard let keyness = statistics.keyness, keyness.p.holm < CellMarks.significance else { return "" }
    return keyness.isOverRepresented ? "▲" : "▼"
  }

  /// What the symbols of a table's cells mean, those that occur in it, and what levels and tests are.
  static func legend(_ table: CrossTable) -> [TrilingualLabel] {
    let all = (table.statistics.cells + table.statistics.columnTotals).map {
      CellMarks($0, table.content).symbols
    }
    let used = Set(all.joined().map(String.init))
    var legend: [TrilingualLabel] = []
    if used.contains("▲") || used.contains("▼") { legend.append(ReportWording.keynessMarks.label) }
    if used.contains("·") { legend.append(ReportWording.tooFewMark.label) }
    for mark in Reliability.Mark.allCases where !mark.symbol.isEmpty && used.contains(mark.symbol) {
      legend.append(TrilingualLabel { "\(mark.symbol) \(mark.label[$0])" })
    }
    if table.content.contains(.level), let rule = table.analysis.levels {
      let word = ReportWording.levelRule.label
      legend.append(TrilingualLabel { "\(word[$0]): \(rule.legend[$0])" })
    }
    if let tests = ColumnTestRow(table) { legend += tests.notes }
    return legend
  }
}
