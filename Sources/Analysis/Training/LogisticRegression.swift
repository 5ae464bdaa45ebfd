@preconcurrency import CLinear

/// Sparse rows of features, laid out as liblinear reads them.
struct FeatureMatrix: Sendable {
  /// Columns, without the constant one.
  let columns: Int
  private(set) var rows = 0
  fileprivate var nodes: [feature_node] = []
  fileprivate var starts: [Int] = []

  init(columns: Int) { self.columns = columns }

  /// Appends a row.
  ///
  /// - Parameter values: column from 0, ascending, and value.
  mutating func append(_ values: [(column: Int, value: Double)]) {
    starts.append(nodes.count)
    for (column, value) in values {
      nodes.append(feature_node(index: Int32(truncatingIfNeeded: column + 1), value: value))
    }
    nodes.append(feature_node(index: Int32(truncatingIfNeeded: columns + 1), value: 1))
    nodes.append(feature_node(index: -1, value: 0))
    rows += 1
  }

  /// The score of a row: bias and the sum of weight times value.
  func score(_ row: Int, _ line: LogisticRegression) -> Double {
    var sum = line.bias
    var i = starts[row]
    while nodes[i].index >= 0 {
      let column = Int(nodes[i].index) - 1
      if column < columns { sum += nodes[i].value * line.weights[column] }
      i += 1
    }
    return sum
  }
}

/// L2-regularised logistic regression of a yes-or-no question (Fan et al. 2008, LIBLINEAR, JMLR 9, solver 0). The only
/// place that knows liblinear.
///
/// Classes weigh the same, however rare the positive one is: the cost of a row is cost · rows / (2 · rows of its class).
struct LogisticRegression: Sendable {
  /// One for each column.
  var weights: [Double]
  var bias: Double

  /// - Parameters:
  ///   - rows: the rows to learn from, and their answers.
  ///   - cost: the inverse of the regularisation's strength.
  /// - Returns: nil where all answers are the same: nothing can be learned.
  static func fit(_ matrix: FeatureMatrix, rows: [(row: Int, answer: Bool)], cost: Double)
    -> LogisticRegression?
  {
    let positive = rows.count { $0.answer }
    guard positive > 0, positive < rows.count else { return nil }
    set_print_string_function { _ in }
    var answers = rows.map { $0.answer ? 1.0 : -1.0 }
    var labels: [Int32] = [1, -1]
    let total = Double(rows.count)
    var classWeights = [total / (2 * Double(positive)), total / (2 * Double(rows.count - positive))]
    return matrix.nodes.withUnsafeBufferPointer { nodes in
      // liblinear declares the rows mutable and only reads them.
      var pointers = rows.map {
        UnsafeMutablePointer(mutating: nodes.baseAddress)?.advanced(by: matrix.starts[$0.row])
      }
      return answers.withUnsafeMutableBufferPointer { answers in
        pointers.withUnsafeMutableBufferPointer { pointers in
          labels.withUnsafeMutableBufferPointer { labels in
            classWeights.withUnsafeMutableBufferPointer { classWeights in
              var problem = problem(
                l: Int32(rows.count), n: Int32(matrix.columns + 1), y: answers.baseAddress,
                x: pointers.baseAddress, bias: 1)
              var settings = parameter(
                solver_type: Int32(L2R_LR), eps: 0.05, C: cost, nr_weight: 2,
                weight_label: labels.baseAddress, weight: classWeights.baseAddress, p: 0.1, init_sol: nil)
              return solve(&problem, &settings, columns: matrix.columns)
            }
          }
        }
      }
    }
  }

  private static func solve(
    _ problem: inout problem, _ settings: inout parameter, columns: Int
  ) -> LogisticRegression? {
    guard check_parameter(&problem, &settings) == nil, let model = train(&problem, &settings) else {
      return nil
    }
    defer {
      var pointer: UnsafeMutablePointer<model>? = model
      free_and_destroy_model(&pointer)
    }
    guard model.pointee.nr_feature == columns, let weights = model.pointee.w,
      let labels = model.pointee.label
    else { return nil }
    // Weights speak for the label that liblinear met first.
    let sign: Double = labels[0] == 1 ? 1 : -1
    return LogisticRegression(
      weights: (0..<columns).map { sign * weights[$0] }, bias: sign * weights[columns])
  }
}
