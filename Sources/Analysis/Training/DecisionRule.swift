import Coding

/// Threshold and decision of a code, as cross-validation favours them.
///
/// A regression of a rare code with many features gives passages that it has not seen scores nearer to its bias than
/// those that it learned from, so 0 is too high a threshold for it; how much too high is what held-out passages say.
struct DecisionRule: Sendable {
  /// Anything but the plain rule (score above 0) must be better by this much F1, or chance would choose.
  private static let margin = 0.02
  /// Thresholds tried, in steps.
  private static let step = 0.1
  private static let steps = -30...15
  /// Steps on each side that a threshold's F1 is averaged with, so that a lucky gap between two passages is no optimum.
  private static let width = 2

  /// One held-out passage.
  private struct Outcome {
    var score: Double
    var isGold: Bool
    var isLexicon: Bool
  }

  private let outcomes: [Outcome]

  /// - Parameter allowed: examples that may be looked at; nil for all.
  init(_ code: Int, _ set: TrainingSet, _ validation: Validation, allowed: Set<Int>? = nil) {
    outcomes = validation.examples.enumerated().compactMap { position, index in
      let example = set.examples[index]
      if example.disputed.contains(code) || !(allowed?.contains(index) ?? true) { return nil }
      return Outcome(
        score: validation.scores[position][code], isGold: example.codes.contains(code),
        isLexicon: example.lexicon.contains(code))
    }
  }

  /// The codes' rows of the model file, without bias.
  static func codes(
    _ set: TrainingSet, _ validation: Validation, allowed: Set<Int>? = nil
  ) -> [LearnedModel.Code] {
    set.codes.indices.map { code($0, set, validation, allowed: allowed) }
  }

  private static func code(
    _ code: Int, _ set: TrainingSet, _ validation: Validation, allowed: Set<Int>?
  ) -> LearnedModel.Code {
    let rule = DecisionRule(code, set, validation, allowed: allowed)
    // Thresholds moved for polarity did worse on documents (macro F1 .51 against .57, leave-one-region-out): single
    // passages are evaluative far oftener than passages of documents.
    let isPolarity = set.dimensions[code] == "polarity"
    var (threshold, best) = rule.threshold(.learned, mayMove: !isPolarity)
    var decision = LearnedModel.Decision.learned
    let either = rule.threshold(.either, mayMove: !isPolarity)
    if either.f1 > best + margin { (decision, threshold, best) = (.either, either.threshold, either.f1) }
    if rule.f1(.lexicon, 0) > best + margin { (decision, threshold) = (.lexicon, 0) }
    return LearnedModel.Code(
      id: set.codes[code], bias: 0, threshold: threshold, decision: decision,
      examples: set.examples.count { $0.codes.contains(code) })
  }

  private func f1(_ decision: LearnedModel.Decision, _ threshold: Double) -> Double {
    var figures = Figures()
    for outcome in outcomes {
      figures.add(
        outcome.isGold,
        decision.holds(score: outcome.score, threshold: threshold, lexicon: outcome.isLexicon))
    }
    return figures.f1
  }

  /// The best threshold, or 0 where no other is clearly better.
  private func threshold(
    _ decision: LearnedModel.Decision, mayMove: Bool
  ) -> (threshold: Double, f1: Double) {
    let plain = (threshold: 0.0, f1: f1(decision, 0))
    guard mayMove else { return plain }
    let curve = Self.steps.map { f1(decision, Double($0) * Self.step) }
    var best = (threshold: 0.0, f1: -1.0)
    for (index, number) in Self.steps.enumerated() {
      let near = curve[max(0, index - Self.width)...min(curve.count - 1, index + Self.width)]
      let mean = near.reduce(0, +) / Double(near.count)
      if mean > best.f1 { best = (Double(number) * Self.step, mean) }
    }
    return best.f1 > plain.f1 + Self.margin ? best : plain
  }
}
