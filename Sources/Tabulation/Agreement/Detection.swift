/// One category against the gold: right, wrong and missed assignments.
///
/// ```swift
/// let detection = Detection(truePositives: 12, falsePositives: 4, falseNegatives: 8, trueNegatives: 76)
/// detection.precision   // .value(0.75)
/// detection.recall      // .value(0.6)
/// detection.f1          // .value(0.6666…)
/// detection.prevalence  // .value(0.2)
/// ```
public struct Detection: Sendable, Equatable, DocumentCounts, Decodable {
  public var truePositives: Int
  public var falsePositives: Int
  public var falseNegatives: Int
  public var trueNegatives: Int

  public init(
    truePositives: Int = 0, falsePositives: Int = 0, falseNegatives: Int = 0, trueNegatives: Int = 0
  ) {
    self.truePositives = truePositives
    self.falsePositives = falsePositives
    self.falseNegatives = falseNegatives
    self.trueNegatives = trueNegatives
  }

  public mutating func add(gold: Bool, assigned: Bool, times: Int = 1) {
    switch (gold, assigned) {
    case (true, true): truePositives += times
    case (false, true): falsePositives += times
    case (true, false): falseNegatives += times
    case (false, false): trueNegatives += times
    }
  }

  public mutating func add(_ other: Detection, times: Int) {
    truePositives += other.truePositives * times
    falsePositives += other.falsePositives * times
    falseNegatives += other.falseNegatives * times
    trueNegatives += other.trueNegatives * times
  }

  public var items: Int { truePositives + falsePositives + falseNegatives + trueNegatives }
  /// Items that have the category in the gold.
  public var inGold: Int { truePositives + falseNegatives }
  public var assigned: Int { truePositives + falsePositives }

  /// The share of items that have the category in the gold; undefined without items.
  public var prevalence: Measure { .ratio(Double(inGold), Double(items), else: .noItems) }

  /// The share of assignments that are right; undefined where nothing was assigned.
  public var precision: Measure { .ratio(Double(truePositives), Double(assigned), else: .neverAssigned) }

  /// The share of the gold that was found; undefined where the gold has none.
  public var recall: Measure { .ratio(Double(truePositives), Double(inGold), else: .notInGold) }

  /// The harmonic mean of precision and recall, 2·TP / (2·TP + FP + FN).
  ///
  /// 0 where nothing is right though the gold has the category or it was assigned; undefined where neither is so.
  public var f1: Measure {
    .ratio(
      Double(2 * truePositives), Double(2 * truePositives + falsePositives + falseNegatives), else: .absent)
  }

  /// The same as a table of two categories, 0 "no" and 1 "yes".
  public var confusion: Confusion {
    Confusion(counts: [[trueNegatives, falsePositives], [falseNegatives, truePositives]])
  }

  /// Cohen's kappa of gold and coder, as `confusion.cohenKappa` and quicker.
  public var cohenKappa: Measure {
    guard items > 0 else { return .undefined(.noItems) }
    guard inGold != assigned || (inGold > 0 && inGold < items) else { return .undefined(.oneCategory) }
    let n = Double(items)
    let observed = Double(truePositives + trueNegatives) / n
    let chance =
      (Double(inGold) * Double(assigned) + Double(items - inGold) * Double(items - assigned)) / (n * n)
    return .value((observed - chance) / (1 - chance))
  }

  /// Krippendorff's alpha of gold and coder as two coders with two categories; see `AlphaCounts`. With n items,
  /// each with two labels, and s of the 2n labels "yes":
  ///
  ///     α = 1 − (FP + FN)/n · 2n(2n − 1) / (2s(2n − s))
  ///
  /// Undefined without items and where all labels are the same.
  public var krippendorffAlpha: Measure {
    guard items > 0 else { return .undefined(.noItems) }
    let labels = Double(2 * items)
    let yes = Double(2 * truePositives + falsePositives + falseNegatives)
    guard yes > 0, yes < labels else { return .undefined(.oneCategory) }
    let observed = Double(falsePositives + falseNegatives) / Double(items)
    return .value(1 - observed * labels * (labels - 1) / (2 * yes * (labels - yes)))
  }

  /// Gwet's AC1 of gold and coder with two categories; see `GwetCounts`.
  public var gwetAC1: Measure {
    guard items > 0 else { return .undefined(.noItems) }
    let yes = Double(2 * truePositives + falsePositives + falseNegatives) / Double(2 * items)
    guard yes > 0, yes < 1 else { return .undefined(.oneCategory) }
    let chance = 2 * yes * (1 - yes)
    let observed = Double(truePositives + trueNegatives) / Double(items)
    return .value((observed - chance) / (1 - chance))
  }
}

extension Sequence<Detection> {
  /// All decisions in one table: its precision, recall and F1 are the micro averages, in which a frequent category
  /// weighs more than a rare one.
  public var micro: Detection {
    reduce(into: Detection()) { $0.add($1, times: 1) }
  }

  /// The mean F1 of the categories that the gold has, each with the same weight. Undefined where it has none.
  ///
  /// ```swift
  /// let codes = [Detection(truePositives: 9, falseNegatives: 1), Detection(falseNegatives: 1)]
  /// codes.macroF1   // .value(0.4736…), the mean of .947 and 0
  /// codes.micro.f1  // .value(0.9)
  /// ```
  public var macroF1: Measure { mean(\.f1) }

  /// The mean alpha of the categories that the gold has; those without an alpha are left out.
  public var meanAlpha: Measure { mean(\.krippendorffAlpha) }

  private func mean(_ measure: (Detection) -> Measure) -> Measure {
    let present = filter { $0.inGold > 0 }
    return present.isEmpty ? .undefined(.notInGold) : Measure.mean(present.map(measure))
  }
}
