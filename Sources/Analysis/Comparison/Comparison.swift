import Tabulation

/// A publication's facts beside a run's counts, cell by cell.
///
/// Agreement is taken over the cells that could have disagreed: those whose rule could be applied. Cells of which print
/// only says that there is a finding are counted apart, since hardly any count contradicts them.
public struct Comparison: Sendable, Equatable {
  public enum Verdict: String, Sendable, CaseIterable {
    case agrees, differs
    /// No rule reads the word, or its cell rests on too little.
    case notComputable = "not computable"
    /// Print says that there is a finding: `isFound` tells whether the counts have one.
    case presenceOnly = "presence only"

    public var label: TrilingualLabel {
      switch self {
      case .agrees: TrilingualLabel(kk: "сәйкес", ru: "совпадает", en: "agrees")
      case .differs: TrilingualLabel(kk: "өзгеше", ru: "расходится", en: "differs")
      case .notComputable: TrilingualLabel(kk: "есептелмейді", ru: "не вычислимо", en: "not computable")
      case .presenceOnly:
        TrilingualLabel(kk: "тек бар екені", ru: "только наличие", en: "presence only")
      }
    }
  }

  public struct Cell: Sendable, Equatable {
    public var fact: PublishedFact
    public var verdict: Verdict
    /// For `presenceOnly`: whether the counts have a finding too.
    public var isFound: Bool?
    /// The rule with the numbers put in, or why there is none: a text for each of its parts.
    public var reasons: [TrilingualLabel]
    /// For facts of the kind `level`: the level that was counted.
    public var level: Level?
    public var passages: [PassageReference]

    /// The reasons as one text.
    public var reason: TrilingualLabel {
      TrilingualLabel { language in reasons.map { $0[language] }.joined(separator: " ") }
    }
  }

  /// A region where the rule of a printed word holds and print does not have the word.
  public struct Unprinted: Sendable, Equatable {
    /// A fact of the same word, code and column, of another region.
    public var fact: PublishedFact
    public var region: String
    public var reason: TrilingualLabel
    public var passages: [PassageReference]
  }

  /// In the order of the publication's file.
  public var cells: [Cell]
  public var unprinted: [Unprinted]
  /// How many region and word pairs without the word in print were looked at.
  public var unprintedLookedAt: Int
  /// Whether the sources were written for demonstration.
  public var isDemonstration: Bool

  public func count(_ verdict: Verdict) -> Int { cells.count { $0.verdict == verdict } }

  /// Agreeing cells out of those that could have disagreed, with Wilson's interval.
  public var agreement: Proportion {
    Proportion(count(.agrees), of: count(.agrees) + count(.differs))
  }

  /// Out of the presence-only cells.
  public var found: Proportion {
    Proportion(cells.count { $0.isFound == true }, of: count(.presenceOnly))
  }

  /// Printed levels (rows) against counted ones, over the cells that have both; low, medium, high.
  public var levels: Confusion {
    var confusion = Confusion(categories: Level.allCases.count)
    for cell in cells {
      guard let printed = cell.fact.level, let counted = cell.level else { continue }
      confusion.add(printed.rank, counted.rank)
    }
    return confusion
  }

  /// Weighted kappa of `levels`, linear weights.
  public var kappa: Measure { levels.weightedKappa(.linear) }
}

/// Compares a publication with the tables of a run, by a pipeline's rules.
struct ComparisonBuilder {
  let study: PublishedStudy
  let rules: [ReadingRule]
  let evaluator: RuleEvaluator
  /// Regions of the tables, in which unprinted words are looked for.
  let regions: [String]
  let isDemonstration: Bool

  var comparison: Comparison {
    let (unprinted, lookedAt) = unprinted
    return Comparison(
      cells: study.facts.map(cell), unprinted: unprinted, unprintedLookedAt: lookedAt,
      isDemonstration: isDemonstration)
  }

  private func rule(of fact: PublishedFact) -> ReadingRule? { rules.first { $0.fits(fact) } }

  private func cell(_ fact: PublishedFact) -> Comparison.Cell {
    guard let rule = rule(of: fact) else {
      return Comparison.Cell(fact: fact, verdict: .notComputable, reasons: [RuleWording.noRule], passages: [])
    }
    let outcome = evaluator.outcome(rule.condition, for: fact, in: fact.region)
    var cell = Comparison.Cell(
      fact: fact, verdict: .notComputable, reasons: outcome.lines,
      level: fact.level.flatMap { _ in outcome.level },
      passages: outcome.passages)
    switch (fact.kind, outcome.truth) {
    case (_, .unknown): break
    case (.presence, let truth):
      cell.verdict = .presenceOnly
      cell.isFound = truth == .yes
    case (_, let truth): cell.verdict = truth == .yes ? .agrees : .differs
    }
    return cell
  }

  /// Words that print gives to some regions, looked for in the others.
  private var unprinted: (found: [Comparison.Unprinted], lookedAt: Int) {
    var found: [Comparison.Unprinted] = []
    var lookedAt = 0
    var seen: Set<[String]> = []
    for fact in study.facts where fact.kind == .words && fact.region != nil {
      func key(_ fact: PublishedFact) -> [String] { [fact.table, fact.column, fact.word, fact.code ?? ""] }
      guard seen.insert(key(fact)).inserted, let rule = rule(of: fact), rule.rows.isEmpty else { continue }
      let printed = study.facts.filter { key($0) == key(fact) }.compactMap(\.region)
      for region in regions where !printed.contains(region) {
        let outcome = evaluator.outcome(rule.condition, for: fact, in: region)
        guard outcome.truth != .unknown else { continue }
        lookedAt += 1
        guard outcome.truth == .yes else { continue }
        found.append(
          .init(fact: fact, region: region, reason: outcome.text, passages: outcome.passages))
      }
    }
    return (found, lookedAt)
  }
}
