import Reporting
import Tabulation

/// Applies a rule to the counts of a region.
struct RuleEvaluator {
  /// Three truth values: a test whose cell does not exist, or rests on too little, is unknown, and what follows from it
  /// is unknown unless the other parts decide.
  enum Truth: Sendable, Equatable {
    case yes, no, unknown
  }

  struct Outcome: Sendable, Equatable {
    var truth: Truth
    /// The rule with the numbers put in: one text for each part of its outermost list.
    var lines: [TrilingualLabel]
    /// What was counted, exemplary passages first.
    var passages: [PassageReference]
    /// The level that was read where the rule asks for the printed one.
    var level: Level?

    /// The lines as one text.
    var text: TrilingualLabel {
      TrilingualLabel { language in lines.map { $0[language] }.joined(separator: " ") }
    }
  }

  /// Passages that an outcome shows of each test.
  static let passagesShown = 5

  let readings: TableReadings
  /// Dates of the documents, by number, for figures of a year.
  let dates: [String?]

  /// - Parameter region: nil for all regions together, by the fact.
  func outcome(_ condition: ReadingCondition, for fact: PublishedFact, in region: String?) -> Outcome {
    switch condition {
    case .test(let test): return outcome(test, fact, region)
    case .not(let part):
      var outcome = outcome(part, for: fact, in: region)
      outcome.truth = outcome.truth == .yes ? .no : outcome.truth == .no ? .yes : .unknown
      outcome.lines = [RuleWording.not(outcome.text)]
      return outcome
    case .all(let parts): return join(parts, fact, region, decisive: .no, RuleWording.and)
    case .any(let parts): return join(parts, fact, region, decisive: .yes, RuleWording.or)
    }
  }

  /// The parts of a list, decided by the first value that settles it.
  private func join(
    _ parts: [ReadingCondition], _ fact: PublishedFact, _ region: String?, decisive: Truth,
    _ word: TrilingualLabel
  ) -> Outcome {
    let outcomes = parts.map { outcome($0, for: fact, in: region) }
    let other: Truth = decisive == .yes ? .no : .yes
    let truth: Truth =
      outcomes.contains { $0.truth == decisive }
      ? decisive : outcomes.contains { $0.truth == .unknown } ? .unknown : other
    let texts = zip(parts, outcomes).map { part, outcome in
      part.isList ? RuleWording.bracketed(outcome.text) : outcome.text
    }
    var passages: [PassageReference] = []
    for passage in outcomes.flatMap(\.passages) where !passages.contains(passage) { passages.append(passage) }
    return Outcome(
      truth: truth, lines: RuleWording.lines(texts, joinedBy: word), passages: passages,
      level: outcomes.compactMap(\.level).first)
  }

  private func outcome(_ test: ReadingTest, _ fact: PublishedFact, _ region: String?) -> Outcome {
    guard let code = test.code ?? fact.code else {
      return unknown(TrilingualLabel(untranslated: "this"), RuleWording.noCode)
    }
    guard let reading = readings.reading(test, of: code, in: region) else {
      return unknown(TrilingualLabel(untranslated: code), RuleWording.noTable)
    }
    guard reading.estimate.base > 0 else { return unknown(reading.label, RuleWording.noUnits) }
    var level: Level?
    var passages = reading.passages(most: Self.passagesShown)
    let truth: Truth
    let asked: TrilingualLabel
    switch test.kind {
    case .level(let levels):
      let wanted = levels ?? fact.level.map { [$0] } ?? []
      asked = RuleWording.isLevel(wanted)
      let read = reading.statistics.level?.level
      truth = read.map { wanted.contains($0) ? .yes : .no } ?? .unknown
      if levels == nil { level = read }
    case .standsOut(let p, let ratio):
      asked = RuleWording.standsOut(p: p, ratio: ratio)
      truth =
        region == nil ? .unknown : reading.standsOut(p: p, ratio: ratio).map { $0 ? .yes : .no } ?? .unknown
    case .value(let over, let bound, let rate):
      asked = RuleWording.value(over: over, bound, rate ?? reading.estimate.unit)
      truth =
        reading.statistics.isTooFew
        ? .unknown : reading.estimate.value.map { (over ? $0 > bound : $0 < bound) ? .yes : .no } ?? .unknown
    case .found(let least):
      asked = RuleWording.found(least)
      truth = reading.estimate.count >= least ? .yes : .no
    case .figure(let value, let year):
      let wanted = value ?? fact.figure
      let stated = reading.statistics.figures.filter { figure in
        year.map { date(of: figure)?.hasPrefix(String($0)) ?? false } ?? true
      }
      asked = RuleWording.figure(wanted, year: year)
      truth = stated.isEmpty ? .unknown : stated.contains { $0.value == wanted } ? .yes : .no
      passages = Array(stated.map(\.reference).prefix(Self.passagesShown))
      return Outcome(
        truth: truth,
        lines: [RuleWording.test(reading.label, asked, RuleWording.stated(stated), truth)],
        passages: passages)
    }
    return Outcome(
      truth: truth,
      lines: [RuleWording.test(reading.label, asked, RuleWording.numbers(reading, test.kind), truth)],
      passages: passages, level: level)
  }

  private func date(of figure: StatedFigure) -> String? {
    dates.indices.contains(figure.reference.document) ? dates[figure.reference.document] : nil
  }

  private func unknown(_ label: TrilingualLabel, _ reason: TrilingualLabel) -> Outcome {
    Outcome(truth: .unknown, lines: [RuleWording.test(label, nil, reason, .unknown)], passages: [])
  }
}
