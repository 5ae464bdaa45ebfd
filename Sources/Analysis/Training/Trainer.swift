import Coding
import Foundation

/// Trains one logistic regression for each code of a training set.
///
/// A feature has the value that `FeatureExtractor` gives it times its inverse document frequency,
/// ln((1 + n) / (1 + df)) + 1 (smoothed, as in scikit-learn), scaled so that the features of its block have the block's
/// length in a row on average; the lexicon's assignment of a code has the value `lexiconValue`.
struct Trainer: Sendable {
  /// What the strength of features and of regularisation were set to by cross-validation grouped by author.
  static let cost = 10.0
  static let lexiconValue = 0.15
  /// Kinds of features: beginnings of words, their fields of meaning, pairs of fields.
  private enum Block: Int, CaseIterable {
    case beginnings, fields, pairs

    init(_ name: String) {
      self = name.hasPrefix("field:") ? .fields : name.hasPrefix("pair:") ? .pairs : .beginnings
    }

    var length: Double {
      switch self {
      case .beginnings: 1
      case .fields, .pairs: 0.55
      }
    }
  }
  /// A beginning that fewer passages have is no feature.
  static let fewestPassages = 3
  /// Weights that a code keeps: those that move scores most.
  static let weightsPerCode = 12000

  let set: TrainingSet
  /// Feature ids of the columns, sorted by name.
  let columns: [Int32]
  /// What a feature's value is multiplied with.
  private let factors: [Double]
  /// Share of passages that have the feature.
  private let shares: [Double]
  /// Rows of the examples, then of the titles.
  let matrix: FeatureMatrix

  init(_ set: TrainingSet) {
    self.set = set
    let lexicon = Set(set.lexiconFeatures)
    var frequency = Array(repeating: 0, count: set.features.count)
    for example in set.examples {
      for feature in example.features { frequency[Int(feature.id)] += 1 }
      for code in example.lexicon { frequency[Int(set.lexiconFeatures[code])] += 1 }
    }
    columns = set.features.indices.map { Int32($0) }
      .filter { frequency[Int($0)] >= Self.fewestPassages }
      .sorted {
        Array(set.features[Int($0)].utf8).lexicographicallyPrecedes(Array(set.features[Int($1)].utf8))
      }
    var columnOf = Array(repeating: -1, count: set.features.count)
    for (column, feature) in columns.enumerated() { columnOf[Int(feature)] = column }
    let total = Double(set.examples.count)
    var factors = columns.map { feature in
      lexicon.contains(feature)
        ? Self.lexiconValue : log((1 + total) / (1 + Double(frequency[Int(feature)]))) + 1
    }
    let blocks = columns.map { Block(set.features[Int($0)]).rawValue }
    var lengths = Block.allCases.map { _ in 0.0 }
    for example in set.examples {
      var squares = Block.allCases.map { _ in 0.0 }
      for feature in example.features where columnOf[Int(feature.id)] >= 0 {
        let column = columnOf[Int(feature.id)]
        let value = feature.value * factors[column]
        squares[blocks[column]] += value * value
      }
      for block in lengths.indices { lengths[block] += squares[block].squareRoot() }
    }
    let scales = Block.allCases.map {
      lengths[$0.rawValue] > 0 ? $0.length * total / lengths[$0.rawValue] : 1
    }
    for (column, feature) in columns.enumerated() where !lexicon.contains(feature) {
      factors[column] *= scales[blocks[column]]
    }
    var matrix = FeatureMatrix(columns: columns.count)
    for example in set.examples {
      var row = example.features.compactMap { feature -> (column: Int, value: Double)? in
        let column = columnOf[Int(feature.id)]
        return column < 0 ? nil : (column, feature.value * factors[column])
      }
      for code in example.lexicon {
        let column = columnOf[Int(set.lexiconFeatures[code])]
        if column >= 0 { row.append((column, factors[column])) }
      }
      matrix.append(row.sorted { $0.column < $1.column })
    }
    for title in set.titles {
      matrix.append(
        title.compactMap { feature in
          let column = columnOf[Int(feature.id)]
          return column < 0 ? nil : (column, feature.value * factors[column])
        }.sorted { $0.column < $1.column })
    }
    self.factors = factors
    self.matrix = matrix
    shares = columns.map { Double(frequency[Int($0)]) / max(total, 1) }
  }

  /// What the titles over an example say of each code; 0 where it has none.
  func context(of example: Int, _ lines: [LogisticRegression?]) -> [Double] {
    lines.map { line in
      guard let line else { return 0 }
      let scores = set.examples[example].titles.map { matrix.score(set.examples.count + $0, line) }
      return scores.max().map { Double(LearnedModel.contextValue(of: Float($0))) } ?? 0
    }
  }

  /// The line of a code, learned from some examples. A second or so for 5,000 passages.
  func fit(code: Int, examples: [Int]) -> LogisticRegression? {
    let rows = examples.compactMap { index -> (row: Int, answer: Bool)? in
      let example = set.examples[index]
      return example.disputed.contains(code) ? nil : (index, example.codes.contains(code))
    }
    guard var line = LogisticRegression.fit(matrix, rows: rows, cost: Self.cost) else { return nil }
    prune(&line)
    return line
  }

  /// Sets all but the weights that move scores most to 0 and rounds the rest as the model file does.
  private func prune(_ line: inout LogisticRegression) {
    let effect = line.weights.indices.map { abs(line.weights[$0]) * factors[$0] * shares[$0].squareRoot() }
    let kept = effect.indices.sorted { (effect[$0], $1) > (effect[$1], $0) }.prefix(Self.weightsPerCode)
    var weights = Array(repeating: 0.0, count: line.weights.count)
    for column in kept {
      weights[column] = Self.rounded(line.weights[column] * factors[column]) / factors[column]
    }
    line = LogisticRegression(weights: weights, bias: Self.rounded(line.bias))
  }

  private static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }

  /// The model of all lines, with only the features that have a weight.
  ///
  /// - Parameter decisions: for each code its decision and threshold; bias and examples are filled in.
  func model(_ lines: [LogisticRegression?], _ decisions: DecisionRule.Decisions) -> LearnedModel {
    var kept: [LearnedModel.Code] = []
    var keptLines: [LogisticRegression] = []
    // What was decided of a code beside its line, by the name of the feature.
    var decided: [String: LearnedModel.Weight] = [:]
    for (code, line) in lines.enumerated() {
      guard let line else { continue }
      var row = decisions.codes[code]
      row.bias = line.bias
      for (name, value) in [
        (LearnedModel.contextFeature(row.id), decisions.contextWeights[code]),
        (LearnedModel.lexiconFeature(row.id), decisions.lexiconWeights[code]),
      ] where value > 0 {
        decided[name] = LearnedModel.Weight(code: kept.count, value: value)
      }
      kept.append(row)
      keptLines.append(line)
    }
    var features: [(name: String, weights: [LearnedModel.Weight])] = []
    for column in columns.indices {
      let name = set.features[Int(columns[column])]
      let more = decided.removeValue(forKey: name)
      let weights = keptLines.indices.compactMap { code -> LearnedModel.Weight? in
        let learned = keptLines[code].weights[column] * factors[column]
        let value = Self.rounded(more?.code == code ? learned + (more?.value ?? 0) : learned)
        return value == 0 ? nil : LearnedModel.Weight(code: code, value: value)
      }
      if !weights.isEmpty { features.append((name, weights)) }
    }
    for (name, weight) in decided { features.append((name, [weight])) }
    features.sort { Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8)) }
    return LearnedModel(codes: kept, features: features, fields: set.fields)
  }
}
