import Coding

/// Threshold and decision of a code, as cross-validation favours them.
enum DecisionRule {
  /// Another rule than the plain one must be better by this much F1, or chance would choose.
  private static let margin = 0.01

  /// The learned score above 0, unless the validation says clearly that the lexicon beside it or alone does better.
  static func code(_ code: Int, _ set: TrainingSet, _ validation: Validation) -> LearnedModel.Code {
    var best = LearnedModel.Decision.learned
    var bestF1 = f1(best, code, set, validation)
    for decision in [LearnedModel.Decision.either, .lexicon] {
      let value = f1(decision, code, set, validation)
      if value > bestF1 + margin { (best, bestF1) = (decision, value) }
    }
    return LearnedModel.Code(
      id: set.codes[code], bias: 0, threshold: 0, decision: best,
      examples: set.examples.count { $0.codes.contains(code) })
  }

  private static func f1(
    _ decision: LearnedModel.Decision, _ code: Int, _ set: TrainingSet, _ validation: Validation
  ) -> Double {
    validation.figures(set, code: code) { decision.holds(score: $0, threshold: 0, lexicon: $1) }.f1
  }
}
