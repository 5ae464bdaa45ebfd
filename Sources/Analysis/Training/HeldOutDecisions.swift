import Coding
import Tabulation

extension Validation {
  /// The decisions on a code where `rule` decides.
  ///
  /// - Parameter rule: takes the number of the split, the score, what the titles say, and whether the lexicon gives the
  ///   code.
  func decisions(
    _ set: TrainingSet, code: Int, language: String? = nil,
    _ rule: (_ split: Int, _ score: Double, _ context: Double, _ lexicon: Bool) -> Bool
  ) -> Detection {
    var decisions = Detection()
    for (position, index) in examples.enumerated() {
      let example = set.examples[index]
      if example.disputed.contains(code) || (language.map { $0 != example.language } ?? false) { continue }
      let given = rule(
        splitOf[position], scores[position][code], contexts[position][code], example.lexicon.contains(code))
      decisions.add(gold: example.codes.contains(code), assigned: given)
    }
    return decisions
  }
}

extension LearnedModel.Decision {
  /// Whether a passage takes the code.
  func holds(score: Double, threshold: Double, lexicon: Bool) -> Bool {
    switch self {
    case .learned: score > threshold
    case .either: score > threshold || lexicon
    case .lexicon: lexicon
    }
  }
}
