import Coding

/// Threshold and decision of a code, as cross-validation favours them.
///
/// Classes weigh the same in training, and single passages have other shares of codes than documents, so 0 is not the
/// best threshold. One for the whole dimension is taken from held-out passages of documents, where there are enough:
/// that is what will be coded. A code's own departs from it only where all held-out passages say clearly so. A regression
/// of a rare code with many features gives passages that it has not seen scores nearer to its bias than those that it
/// learned from, so its own is often lower.
///
/// Single passages were written to have codes: barriers and judgements are rarer in documents. So a single passage
/// without a code counts for as many as make the code as rare as it is in documents (a correction for prior shift: the
/// shares of true and of false alarms carry over, the precision does not), and a passage of a document, which is what
/// will be coded, for five single ones. The two polarities have nothing in common that a shared threshold could use:
/// each takes its own best one.
///
/// The titles over a passage count (`LearnedModel.contextValue(of:)`) in the dimensions whose codes held-out passages of
/// documents then take clearly better: topics last through an agenda item, indicators change from speaker to speaker.
///
/// What the lexicon says counts for more than training gives it, as far as held-out passages of documents are taken no worse:
/// gold is written by few authors, and words that tell their passages apart need not do so in the pages of a new council, but an
/// entry holds wherever its term stands, and its reason can be read.
struct DecisionRule: Sendable {
  /// Anything but the plain rule (score above the dimension's threshold) must be better by this much F1, or chance would choose.
  private static let margin = 0.03
  /// Thresholds tried, in steps.
  private static let step = 0.1
  private static let steps = -30...15
  /// Steps on each side that a threshold's F1 is averaged with, so that a lucky gap between two passages is no optimum.
  private static let width = 2
  /// Thresholds tried for a dimension, in steps of `dimensionStep`; steps that its macro F1 is averaged with.
  private static let dimensionSteps = -4...8
  private static let dimensionStep = 0.25
  private static let dimensionWidth = 1
  /// Macro F1 changes little around its optimum. Of thresholds that lose no more than this the strictest is taken, for
  /// what is best among them is chance, and a code too many costs a reader more than one too few.
  private static let plateau = 0.005
  /// Passages of documents that a dimension's threshold needs.
  private static let fewestDocumentPassages = 200
  /// For how many single passages a passage of a document counts.
  private static let documentWeight = 5.0
  /// Passages with a code that its share in documents is thought to rest on before any were counted.
  private static let priorPassages = 10.0
  /// What the context weighs where it counts. A single weight, so that chance has little to choose from.
  private static let contextWeight = 0.75
  /// What the lexicon's giving the code may add to the score, beside what was learned of it.
  private static let lexiconWeights = [0.0, 1, 2, 3]

  /// One held-out passage.
  private struct Outcome {
    var score: Double
    var context: Double
    var isGold: Bool
    var isLexicon: Bool
    var isInDocument: Bool
  }

  private let outcomes: [Outcome]
  /// What a single passage without the code counts for, beside one with it.
  private let singleWeight: Double

  /// - Parameter allowed: examples that may be looked at; nil for all.
  init(_ code: Int, _ set: TrainingSet, _ validation: Validation, allowed: Set<Int>? = nil) {
    outcomes = validation.examples.enumerated().compactMap { position, index in
      let example = set.examples[index]
      if example.disputed.contains(code) || !(allowed?.contains(index) ?? true) { return nil }
      return Outcome(
        score: validation.scores[position][code], context: validation.contexts[position][code],
        isGold: example.codes.contains(code),
        isLexicon: example.lexicon.contains(code), isInDocument: example.region != nil)
    }
    singleWeight = Self.singleWeight(outcomes)
  }

  /// The odds of a single passage to have the code over those of a passage in a document.
  private static func singleWeight(_ outcomes: [Outcome]) -> Double {
    func count(_ isInDocument: Bool, _ isGold: Bool) -> Double {
      Double(outcomes.count { $0.isInDocument == isInDocument && $0.isGold == isGold })
    }
    let (with, without) = (count(false, true), count(false, false))
    let (documentsWith, documentsWithout) = (count(true, true), count(true, false))
    guard with > 0, without > 0, documentsWithout > 0 else { return 1 }
    let expected = documentsWithout * with / without
    return (expected + priorPassages) / (documentsWith + priorPassages)
  }

  /// What is decided of the codes of a training set.
  struct Decisions: Sendable {
    /// Rows of the model file, without bias.
    var codes: [LearnedModel.Code]
    /// For each code what the titles over a passage weigh.
    var contextWeights: [Double]
    /// For each code what the lexicon's giving it adds.
    var lexiconWeights: [Double]

    /// The score that a code's threshold is for.
    func score(_ code: Int, _ score: Double, context: Double, lexicon: Bool) -> Double {
      score + contextWeights[code] * context + (lexicon ? lexiconWeights[code] : 0)
    }
  }

  /// The decisions that held-out scores favour.
  static func decisions(
    _ set: TrainingSet, _ validation: Validation, allowed: Set<Int>? = nil
  ) -> Decisions {
    var rules = set.codes.indices.map { DecisionRule($0, set, validation, allowed: allowed) }
    var plain: [String: Double] = [:]
    var contextWeights = set.codes.map { _ in 0.0 }
    var lexiconWeights = contextWeights
    for dimension in Set(set.dimensions) {
      let codes = set.codes.indices.filter { set.dimensions[$0] == dimension }
      func take(_ others: [DecisionRule]) { for (code, rule) in zip(codes, others) { rules[code] = rule } }
      var best = shared(codes.map { rules[$0] })
      let inContext = codes.map { rules[$0].adding(context: contextWeight) }
      let other = shared(inContext)
      if other.f1 > best.f1 + margin {
        best = other
        take(inContext)
        for code in codes { contextWeights[code] = contextWeight }
      }
      let leaning = lexiconWeight(codes.map { rules[$0] })
      if leaning.weight > 0, dimension != "polarity" {
        best = leaning.best
        take(codes.map { rules[$0].adding(lexicon: leaning.weight) })
        for code in codes { lexiconWeights[code] = leaning.weight }
      }
      plain[dimension] = best.threshold
    }
    return Decisions(
      codes: set.codes.indices.map { rules[$0].code($0, set, plain: plain[set.dimensions[$0]] ?? 0) },
      contextWeights: contextWeights, lexiconWeights: lexiconWeights)
  }

  /// The highest weight of the lexicon that the codes of a dimension lose nothing by, and the threshold that goes with it.
  private static func lexiconWeight(_ rules: [DecisionRule]) -> (weight: Double, best: Shared) {
    let tried = lexiconWeights.map { weight in
      (weight: weight, best: shared(rules.map { $0.adding(lexicon: weight) }))
    }
    let enough = (tried.map(\.best.f1).max() ?? 0) - plateau
    return tried.last { $0.best.f1 > 0 && $0.best.f1 >= enough } ?? tried[0]
  }

  /// The rule where the context adds to the score.
  private func adding(context weight: Double) -> DecisionRule {
    DecisionRule(
      outcomes: outcomes.map { outcome in
        var outcome = outcome
        outcome.score += weight * outcome.context
        return outcome
      })
  }

  /// The rule where the lexicon's giving the code adds to the score.
  private func adding(lexicon weight: Double) -> DecisionRule {
    DecisionRule(
      outcomes: outcomes.map { outcome in
        var outcome = outcome
        if outcome.isLexicon { outcome.score += weight }
        return outcome
      })
  }

  private typealias Shared = (threshold: Double, f1: Double)

  /// The threshold that serves the codes of a dimension best on passages of documents, and their macro F1 around it; 0
  /// and 0 where there are too few such passages.
  private static func shared(_ rules: [DecisionRule]) -> Shared {
    let documents = rules.map { rule in
      DecisionRule(outcomes: rule.outcomes.filter(\.isInDocument))
    }.filter { $0.outcomes.contains(where: \.isGold) }
    guard let passages = documents.map(\.outcomes.count).max(), passages >= fewestDocumentPassages else {
      return (0, 0)
    }
    let curve = dimensionSteps.map { step in
      documents.map { $0.f1(.learned, Double(step) * dimensionStep) }.reduce(0, +) / Double(documents.count)
    }
    let smooth = curve.indices.map { index in
      let near = curve[max(0, index - dimensionWidth)...min(curve.count - 1, index + dimensionWidth)]
      return near.reduce(0, +) / Double(near.count)
    }
    let enough = (smooth.max() ?? 0) - plateau
    guard let strictest = smooth.indices.last(where: { smooth[$0] >= enough }) else { return (0, 0) }
    return (Double(dimensionSteps.lowerBound + strictest) * dimensionStep, smooth[strictest])
  }

  private init(outcomes: [Outcome]) {
    self.outcomes = outcomes
    singleWeight = Self.singleWeight(outcomes)
  }

  private func code(_ code: Int, _ set: TrainingSet, plain: Double) -> LearnedModel.Code {
    let margin = set.dimensions[code] == "polarity" ? 0 : Self.margin
    var (threshold, best) = bestThreshold(.learned, plain, margin)
    var decision = LearnedModel.Decision.learned
    let either = bestThreshold(.either, plain, margin)
    if either.f1 > best + Self.margin { (decision, threshold, best) = (.either, either.threshold, either.f1) }
    if f1(.lexicon, 0) > best + Self.margin { (decision, threshold) = (.lexicon, 0) }
    return LearnedModel.Code(
      id: set.codes[code], bias: 0, threshold: threshold, decision: decision,
      examples: set.examples.count { $0.codes.contains(code) })
  }

  /// F1 as in documents; see `singleWeight`.
  private func f1(_ decision: LearnedModel.Decision, _ threshold: Double) -> Double {
    var (right, given, gold) = (0.0, 0.0, 0.0)
    for outcome in outcomes {
      let weight = outcome.isInDocument ? Self.documentWeight : outcome.isGold ? 1 : singleWeight
      if outcome.isGold { gold += weight }
      if decision.holds(score: outcome.score, threshold: threshold, lexicon: outcome.isLexicon) {
        if outcome.isGold { right += weight }
        given += weight
      }
    }
    return given + gold > 0 ? 2 * right / (given + gold) : 0
  }

  /// The best threshold, or the dimension's where no other is clearly better.
  private func bestThreshold(
    _ decision: LearnedModel.Decision, _ dimensions: Double, _ margin: Double
  ) -> (threshold: Double, f1: Double) {
    let plain = (threshold: dimensions, f1: f1(decision, dimensions))
    let curve = Self.steps.map { f1(decision, Double($0) * Self.step) }
    var best = (threshold: 0.0, f1: -1.0)
    for (index, number) in Self.steps.enumerated() {
      let near = curve[max(0, index - Self.width)...min(curve.count - 1, index + Self.width)]
      let mean = near.reduce(0, +) / Double(near.count)
      if mean > best.f1 { best = (Double(number) * Self.step, mean) }
    }
    return best.f1 > plain.f1 + margin ? best : plain
  }
}
