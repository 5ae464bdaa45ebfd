import Coding

/// Threshold and decision of a code, as cross-validation favours them.
///
/// A regression of a rare code with many features gives passages that it has not seen scores nearer to its bias than
/// those that it learned from, so 0 is too high a threshold for it; how much too high is what held-out passages say.
struct DecisionRule: Sendable {
  /// Lexicon with or without the score must be better by this much F1, or chance would choose.
  private static let margin = 0.01
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

  /// Passages that a code's own threshold weighs as much as its dimension's mean.
  private static let halfway = 100.0

  /// The codes' rows of the model file, without bias.
  ///
  /// The threshold that a few passages favour is drawn to the mean of its dimension, as chance moves it.
  static func codes(
    _ set: TrainingSet, _ validation: Validation, allowed: Set<Int>? = nil
  ) -> [LearnedModel.Code] {
    var codes = set.codes.indices.map { code($0, set, validation, allowed: allowed) }
    for dimension in Set(set.dimensions).sorted() {
      let members = codes.indices.filter { set.dimensions[$0] == dimension && codes[$0].decision != .lexicon }
      let weights = members.map { Double(codes[$0].examples) }
      let total = weights.reduce(0, +)
      guard total > 0 else { continue }
      let mean = zip(members, weights).map { codes[$0].threshold * $1 }.reduce(0, +) / total
      for (member, weight) in zip(members, weights) {
        let own = codes[member].threshold
        codes[member].threshold =
          ((own * weight + mean * halfway) / (weight + halfway) * 10_000).rounded() / 10_000
      }
    }
    return codes
  }

  private static func code(
    _ code: Int, _ set: TrainingSet, _ validation: Validation, allowed: Set<Int>? = nil
  ) -> LearnedModel.Code {
    let rule = DecisionRule(code, set, validation, allowed: allowed)
    var (threshold, best) = rule.threshold(.learned)
    var decision = LearnedModel.Decision.learned
    let either = rule.threshold(.either)
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

  private func threshold(_ decision: LearnedModel.Decision) -> (threshold: Double, f1: Double) {
    let curve = Self.steps.map { f1(decision, Double($0) * Self.step) }
    var best = (threshold: 0.0, f1: -1.0)
    for (index, number) in Self.steps.enumerated() {
      let near = curve[max(0, index - Self.width)...min(curve.count - 1, index + Self.width)]
      let mean = near.reduce(0, +) / Double(near.count)
      if mean > best.f1 { best = (Double(number) * Self.step, mean) }
    }
    return best
  }
}
