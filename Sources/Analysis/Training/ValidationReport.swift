import Coding
import Foundation
import Tabulation

/// Figures of lexicon, learned and combined coder on what they have not seen, as a table to read.
///
/// Thresholds and decisions that a split is tested with are those that the held-out scores of its own training
/// examples favour.
struct ValidationReport {
  private let set: TrainingSet
  private let grouped: Validation
  private(set) var text = ""

  /// - Parameter grouped: the validation that thresholds and decisions are taken from.
  init(_ set: TrainingSet, grouped: Validation) {
    self.set = set
    self.grouped = grouped
  }

  /// Appends the figures of a validation, by dimension and coder, then by language for the combined coder.
  mutating func add(_ title: String, _ validation: Validation) {
    let rules = validation.splits.map {
      DecisionRule.decisions(set, grouped, allowed: Set($0.training))
    }
    text += "== \(title): \(validation.examples.count) passages\n"
    var dimensions: [String] = []
    for dimension in set.dimensions where !dimensions.contains(dimension) { dimensions.append(dimension) }
    for dimension in dimensions {
      for coder in CoderKind.allCases { line(dimension, coder, nil, validation, rules) }
      for language in ["kk", "ru"] { line(dimension, .combined, language, validation, rules) }
    }
    text += "\n"
  }

  private mutating func line(
    _ dimension: String, _ coder: CoderKind, _ language: String?, _ validation: Validation,
    _ rules: [DecisionRule.Decisions]
  ) {
    let numbers = set.codes.indices.filter { set.dimensions[$0] == dimension }
    let decisions = numbers.map { code in
      validation.decisions(set, code: code, language: language) { split, score, context, lexicon in
        let rule = rules[split].codes[code]
        let decision: LearnedModel.Decision =
          switch coder {
          case .lexicon: .lexicon
          case .learned: .learned
          case .combined: rule.decision
          }
        return decision.holds(
          score: rules[split].score(code, score, context: context, lexicon: lexicon),
          threshold: rule.threshold, lexicon: lexicon)
      }
    }
    // Codes that do not occur are in no average.
    let live = decisions.filter { $0.inGold > 0 }
    let label = "\(dimension), \(coder.rawValue)" + (language.map { ", \($0)" } ?? "")
    text += label.padding(toLength: 34, withPad: " ", startingAt: 0)
    text += "macro F1 \(Self.three(live.macroF1))  mean alpha \(Self.three(live.meanAlpha))"
    text += "  micro F1 \(Self.three(live.micro.f1))\n"
  }

  /// Three decimals; 0 where the measure is not defined.
  private static func three(_ measure: Measure) -> String {
    let units = Int(((measure.value ?? 0) * 1000).rounded())
    let digits = String(units.magnitude % 1000)
    return (units < 0 ? "-" : "") + "\(units.magnitude / 1000)."
      + String(repeating: "0", count: 3 - digits.utf8.count) + digits
  }
}
