import Coding

/// Right and wrong decisions on a code, and what follows from them.
struct Figures: Sendable {
  var truePositives = 0
  var falsePositives = 0
  var falseNegatives = 0
  var trueNegatives = 0

  mutating func add(_ gold: Bool, _ given: Bool) {
    switch (gold, given) {
    case (true, true): truePositives += 1
    case (false, true): falsePositives += 1
    case (true, false): falseNegatives += 1
    case (false, false): trueNegatives += 1
    }
  }

  static func + (a: Figures, b: Figures) -> Figures {
    Figures(
      truePositives: a.truePositives + b.truePositives, falsePositives: a.falsePositives + b.falsePositives,
      falseNegatives: a.falseNegatives + b.falseNegatives, trueNegatives: a.trueNegatives + b.trueNegatives)
  }

  /// Passages that people gave the code.
  var examples: Int { truePositives + falseNegatives }

  /// 2 TP / (2 TP + FP + FN); 0 where nothing was given or to be given.
  var f1: Double {
    let all = 2 * truePositives + falsePositives + falseNegatives
    return all == 0 ? 0 : 2 * Double(truePositives) / Double(all)
  }

  /// Krippendorff's alpha of two coders, nominal; nil where only one category occurs.
  var alpha: Double? {
    let units = Double(truePositives + falsePositives + falseNegatives + trueNegatives)
    let ones = Double(2 * truePositives + falsePositives + falseNegatives)
    let expected = 2 * ones * (2 * units - ones) / (2 * units * (2 * units - 1))
    guard units > 0, expected > 0 else { return nil }
    return 1 - Double(falsePositives + falseNegatives) / units / expected
  }
}

/// Figures of several codes.
struct Summary: Sendable {
  var macroF1 = 0.0
  var meanAlpha = 0.0
  var microF1 = 0.0

  /// Means over the codes that occur.
  init(_ figures: [Figures]) {
    let live = figures.filter { $0.examples > 0 }
    guard !live.isEmpty else { return }
    let alphas = live.compactMap(\.alpha)
    macroF1 = live.map(\.f1).reduce(0, +) / Double(live.count)
    meanAlpha = alphas.isEmpty ? 0 : alphas.reduce(0, +) / Double(alphas.count)
    microF1 = live.reduce(Figures(), +).f1
  }
}

extension Validation {
  /// The figures of a code where `rule` decides.
  ///
  /// - Parameter rule: takes the number of the split, the score, what the titles say, and whether the lexicon gives the
  ///   code.
  func figures(
    _ set: TrainingSet, code: Int, language: String? = nil,
    _ rule: (_ split: Int, _ score: Double, _ context: Double, _ lexicon: Bool) -> Bool
  ) -> Figures {
    var figures = Figures()
    for (position, index) in examples.enumerated() {
      let example = set.examples[index]
      if example.disputed.contains(code) || (language.map { $0 != example.language } ?? false) { continue }
      let given = rule(
        splitOf[position], scores[position][code], contexts[position][code], example.lexicon.contains(code))
      figures.add(example.codes.contains(code), given)
    }
    return figures
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
