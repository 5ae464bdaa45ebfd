import Coding
import Reporting
import Tabulation

/// An evaluation as tables for a terminal.
public struct EvaluationText {
  private let evaluation: Evaluation
  private let codesBy: Evaluation.Grouping
  private let mistakes: Int
  private let code: String?

  /// - Parameters:
  ///   - codesBy: groups that have a table of codes; the summary has all groups.
  ///   - mistakes: the most false positives, and the most misses, of a dimension.
  ///   - code: only the mistakes on this code or those below it.
  public init(
    _ evaluation: Evaluation, codesBy: Evaluation.Grouping = .all, mistakes: Int = 5, code: String? = nil
  ) {
    self.evaluation = evaluation
    self.codesBy = codesBy
    self.mistakes = max(0, mistakes)
    self.code = code
  }

  public var text: String {
    var lines = heading
    for dimension in evaluation.dimensions {
      lines += ["", "# \(dimension.dimension)"]
      for group in dimension.groups where group.group.by == codesBy {
        lines += [""] + table(of: group, dimension)
      }
      lines += [""] + summary(of: dimension)
      lines += mistakeLines(of: dimension)
    }
    if !evaluation.polarity.isEmpty { lines += ["", "# polarity", ""] + polarity }
    return lines.joined(separator: "\n") + "\n"
  }

  private var heading: [String] {
    var lines = ["\(evaluation.codebook) against \(evaluation.goldFiles.joined(separator: ", "))"]
    lines.append("Coder: \(evaluation.coder.rawValue). \(Self.how(evaluation.unseen))")
    if evaluation.bootstrap.resamples > 0 {
      lines.append(
        "Intervals: \(Int((evaluation.bootstrap.level * 100).rounded())) %, percentiles of "
          + "\(evaluation.bootstrap.resamples) resamples of documents, seed \(evaluation.bootstrap.seed).")
    }
    lines.append(
      "alpha: Krippendorff's; kappa: Cohen's; AC1: Gwet's; people: alpha of the gold's coders; –: not defined, "
        + "--json says why.")
    return lines
  }

  // MARK: Codes

  private func table(of group: Evaluation.GroupResult, _ dimension: Evaluation.DimensionResult) -> [String] {
    let hasPeople = group.peopleMeanAlpha != nil
    var rows = [
      ["code", "n", "share", "P", "R", "F1", "alpha", "kappa", "AC1"] + (hasPeople ? ["people"] : [])
    ]
    for code in group.codes {
      var row = [code.code, "\(code.counts.inGold)", Self.number(code.prevalence.measure, digits: 3)]
      row += [code.precision, code.recall, code.f1, code.alpha, code.kappa, code.ac1].map(Self.estimate)
      if hasPeople { row.append(code.people.map { Self.estimate($0.alpha) } ?? "–") }
      rows.append(row)
    }
    var lines = ["\(Self.name(group.group)): \(Self.size(group.group))"]
    lines += Self.aligned(rows)
    if group.group.by == .all {
      let others = dimension.notInGold.map { "\($0.code) (assigned \($0.assigned)×)" }
      if !others.isEmpty { lines.append("not in the gold: \(others.joined(separator: ", "))") }
    }
    return lines
  }

  private func summary(of dimension: Evaluation.DimensionResult) -> [String] {
    let hasPeople = dimension.groups.contains { $0.peopleMeanAlpha != nil }
    var rows = [
      [
        "group", "documents", "passages", "exact", "micro P", "micro R", "micro F1", "macro F1", "mean alpha",
        "MASI alpha",
      ] + (hasPeople ? ["people F1", "people alpha", "people MASI"] : [])
    ]
    for group in dimension.groups where isShown(group.group) {
      var row = [Self.name(group.group), "\(group.group.documents)", "\(group.group.passages)"]
      row += [
        group.exact, group.microPrecision, group.microRecall, group.microF1, group.macroF1, group.meanAlpha,
        group.masiAlpha,
      ].map(Self.estimate)
      if hasPeople {
        row += [group.peopleMacroF1, group.peopleMeanAlpha, group.peopleMasiAlpha]
          .map { $0.map(Self.estimate) ?? "–" }
      }
      rows.append(row)
    }
    var lines = Self.aligned(rows)
    if let strays = dimension.groups.first?.strays, strays > 0 {
      lines.append(
        "\(strays) codes on headings or passages that the gold does not have count in the micro P and F1 of all"
      )
    }
    return lines + Self.lines(of: dimension.languages)
  }

  static func how(_ unseen: UnseenTest.Parts?) -> String {
    switch unseen {
    case nil: "One coder on all passages."
    case .folds: "Each fifth of the documents and authors by models that the others taught."
    case .regions: "Each region by models that the other regions and the single passages taught."
    case .languages: "Each language by models that the other taught."
    }
  }

  private static func lines(of comparisons: [Evaluation.LanguageComparison]) -> [String] {
    comparisons.map { comparison in
      let verdict =
        switch comparison.overlaps {
        case true?: "the intervals overlap"
        case false?: "the intervals do not overlap"
        case nil: "there is no interval to compare"
        }
      return
        "kk and ru, \(comparison.figure): \(estimate(comparison.kazakh)) and \(estimate(comparison.russian)): \(verdict)"
    }
  }

  /// Groups by two things are many: they stand in the summary where their tables were asked for.
  private func isShown(_ group: Evaluation.Group) -> Bool {
    group.by != .languageAndKind || codesBy == .languageAndKind
  }

  // MARK: Mistakes

  private func mistakeLines(of dimension: Evaluation.DimensionResult) -> [String] {
    let chosen = dimension.mistakes.filter { mistake in
      code.map { Codebook.covers($0, mistake.code) } ?? true
    }
    var lines: [String] = []
    for kind in [Evaluation.Mistake.Kind.falsePositive, .falseNegative] {
      let all = chosen.filter { $0.kind == kind }
      let shown = all.prefix(mistakes)
      if shown.isEmpty { continue }
      let what = kind == .falsePositive ? "given wrongly, highest score first" : "missed, most votes first"
      lines += ["", "\(what): \(shown.count) of \(all.count)"]
      for mistake in shown { lines += Self.lines(of: mistake) }
    }
    return lines
  }

  private static func lines(of mistake: Evaluation.Mistake) -> [String] {
    var first = "- \(mistake.code)  \(mistake.place)  \(mistake.language)"
    if mistake.kind == .falsePositive { first += "  score \(number(.value(mistake.score)))" }
    if let votes = mistake.votes { first += "  given by \(votes) of the coders" }
    var lines = [first, "  \(shortened(mistake.text))"]
    lines += mistake.evidence.map { "  ← \($0.words)  (\($0.entry): \($0.rule))" }
    return lines
  }

  private static func shortened(_ text: String) -> String {
    let scalars = text.unicodeScalars
    return scalars.count <= 300 ? text : String(String.UnicodeScalarView(scalars.prefix(299))) + "…"
  }

  // MARK: Polarity

  private var polarity: [String] {
    var rows = [["group", "passages", "right", "macro F1", "alpha", "kappa", "AC1"] + PolarityCounts.marks]
    for result in evaluation.polarity where isShown(result.group) {
      let row = [result.accuracy, result.macroF1, result.alpha, result.kappa, result.ac1].map(Self.estimate)
      let marks = result.values.map { Self.estimate($0.f1) }
      rows.append([Self.name(result.group), "\(result.group.found)"] + row + marks)
    }
    return Self.aligned(rows) + [
      "negative, neutral, positive: F1 of the mark, on the passages that were found"
    ]
  }

  // MARK: Cells

  private static func name(_ group: Evaluation.Group) -> String {
    group.by == .all ? "all" : "\(group.by.rawValue) \(group.value)"
  }

  private static func size(_ group: Evaluation.Group) -> String {
    "\(group.documents) documents, \(group.passages) passages, \(group.found) of them found"
  }

  /// `.83 .71–.92`; a dash where it is not defined.
  static func estimate(_ estimate: Estimate) -> String {
    let value = number(estimate.measure)
    guard let interval = estimate.interval else { return value }
    return "\(value) \(number(.value(interval.lowerBound)))–\(number(.value(interval.upperBound)))"
  }

  /// Without the zero before the point, as statistics are written: `.83`, `−.07`, `1.00`.
  static func number(_ measure: Measure, digits: Int = 2) -> String {
    guard let value = measure.value else { return "–" }
    let scale = digits == 2 ? 100 : 1000
    let units = Int((value * Double(scale)).rounded())
    let whole = abs(units) / scale
    let rest = String(abs(units) % scale + scale).dropFirst()
    return "\(units < 0 ? "−" : "")\(whole == 0 ? "" : "\(whole)").\(rest)"
  }

  /// The first column to the left, the others to the right, except where a cell holds an interval.
  static func aligned(_ rows: [[String]]) -> [String] {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].unicodeScalars.count : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.unicodeScalars.count)
        let isCount = column > 0 && !rows.contains { column < $0.count && $0[column].contains(" ") }
        line += (column == 0 ? "" : "  ") + (isCount ? padding + cell : cell + padding)
      }
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}
