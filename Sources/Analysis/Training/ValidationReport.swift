import Coding
import Foundation

/// Figures of lexicon, learned and combined coder on what they have not seen, as a table to read.
struct ValidationReport {
  private let set: TrainingSet
  private let codes: [LearnedModel.Code]
  private(set) var text = ""

  init(_ set: TrainingSet, _ codes: [LearnedModel.Code]) {
    self.set = set
    self.codes = codes
  }

  /// Appends the figures of a validation, by dimension and coder, then by language for the combined coder.
  mutating func add(_ title: String, _ validation: Validation) {
    text += "== \(title): \(validation.examples.count) passages\n"
    var dimensions: [String] = []
    for dimension in set.dimensions where !dimensions.contains(dimension) { dimensions.append(dimension) }
    for dimension in dimensions {
      let numbers = set.codes.indices.filter { set.dimensions[$0] == dimension }
      for coder in CoderKind.allCases {
        line("\(dimension), \(coder.rawValue)", numbers, validation, coder, nil)
      }
      for language in ["kk", "ru"] {
        line("\(dimension), combined, \(language)", numbers, validation, .combined, language)
      }
    }
    text += "\n"
  }

  private mutating func line(
    _ label: String, _ numbers: [Int], _ validation: Validation, _ coder: CoderKind, _ language: String?
  ) {
    let figures = numbers.map { code in
      validation.figures(set, code: code, language: language) { score, lexicon in
        decision(coder, code).holds(score: score, threshold: codes[code].threshold, lexicon: lexicon)
      }
    }
    let summary = Summary(figures)
    text += label.padding(toLength: 34, withPad: " ", startingAt: 0)
    text += "macro F1 \(Self.three(summary.macroF1))  mean alpha \(Self.three(summary.meanAlpha))"
    text += "  micro F1 \(Self.three(summary.microF1))\n"
  }

  private func decision(_ coder: CoderKind, _ code: Int) -> LearnedModel.Decision {
    switch coder {
    case .lexicon: .lexicon
    case .learned: .learned
    case .combined: codes[code].decision
    }
  }

  /// Three decimals.
  private static func three(_ value: Double) -> String {
    let units = Int((value * 1000).rounded())
    let digits = String(units.magnitude % 1000)
    return (units < 0 ? "-" : "") + "\(units.magnitude / 1000)."
      + String(repeating: "0", count: 3 - digits.utf8.count) + digits
  }
}
