import Tabulation

/// Everything known of a cell in words, a line each: what the report's panel and the spreadsheet's comments say.
struct CellDetails {
  /// A name and its value.
  struct Line: Sendable {
    var name: TrilingualLabel
    var value: TrilingualLabel
  }

  private let table: CrossTable
  private let estimate: CellEstimate
  private let statistics: CellStatistics
  private var unit: CountingUnit { table.unit }

  init(_ table: CrossTable, row: Int, column: Int) {
    self.table = table
    estimate = table.share(row: row, column: column)
    statistics = table.statistics(row: row, column: column)
  }

  init(_ table: CrossTable, totalOf column: Int) {
    self.table = table
    estimate = table.totalShare(column: column)
    statistics = table.statistics.columnTotals[column]
  }

  var lines: [Line] {
    var lines: [Line] = []
    func add(_ word: ReportWording, _ value: (LabelLanguage) -> String?) {
      guard let kk = value(.kk), let ru = value(.ru), let en = value(.en) else { return }
      lines.append(Line(name: word.label, value: TrilingualLabel(kk: kk, ru: ru, en: en)))
    }
    add(unit.isRate ? .rate : .share) { language in
      guard let value = estimate.value else { return nil }
      return ValueText.text(value, unit, language) + range(estimate.interval, language)
    }
    add(.clusterInterval) { language in
      statistics.clusterInterval.map { ValueText.text($0, unit, language) }
    }
    add(.level) { statistics.level?.level.label[$0] }
    add(.keyness) { language in
      statistics.keyness.map {
        "G² " + ValueText.decimal($0.logLikelihood, places: 2, language) + "; log₂ "
          + ValueText.decimal($0.logRatio, places: 2, language) + "; p (Holm) "
          + ValueText.probability($0.p.holm, language)
      }
    }
    add(.oddsRatio) { language in
      statistics.association.map {
        ValueText.decimal($0.oddsRatio, places: 2, language) + " ("
          + ValueText.decimal($0.interval.lowerBound, places: 2, language) + "–"
          + ValueText.decimal($0.interval.upperBound, places: 2, language) + "); V "
          + ValueText.decimal($0.cramersV, places: 3, language) + "; p (Holm) "
          + ValueText.probability($0.p.holm, language)
      }
    }
    add(.corrected) { correction(statistics.corrected, $0) }
    add(.predictionPowered) { correction(statistics.predictionPowered, $0) }
    add(.change) { language in
      guard let change = statistics.change, let before = change.before.value, let after = change.after.value
      else { return nil }
      return "\(change.date): " + ValueText.text(before, unit, language) + " → "
        + ValueText.text(after, unit, language) + "; p (Holm) "
        + ValueText.probability(change.p.holm, language)
    }
    add(.trend) { language in
      statistics.trend.map {
        ValueText.decimal($0.slope * (unit.isRate ? 1 : 100), places: 2, language) + "; p (Holm) "
          + ValueText.probability($0.p.holm, language)
      }
    }
    add(.reliability) { language in
      statistics.reliability.map {
        ValueText.decimal($0.alpha, places: 3, language)
          + ($0.mark.symbol.isEmpty ? "" : " \($0.mark.symbol) \($0.mark.label[language])")
      }
    }
    for figure in statistics.figures { add(.statedFigure) { _ in "«\(figure.text)»" } }
    if statistics.isTooFew { add(.tooFew) { _ in String(table.analysis.minimumBase) } }
    return lines
  }

  private func range(_ interval: ClosedRange<Double>?, _ language: LabelLanguage) -> String {
    interval.map { " (" + ValueText.text($0, unit, language) + ")" } ?? ""
  }

  private func correction(_ correction: Correction?, _ language: LabelLanguage) -> String? {
    switch correction {
    case nil: nil
    case .refused(let refusal): refusal.label[language]
    case .share(let share): ValueText.text(share.value, unit, language) + range(share.interval, language)
    }
  }
}
