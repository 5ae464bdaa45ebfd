/// Rows of weights side by side, one for each code, made when they are first asked for: for a beginning of a word the
/// sum over it and all shorter ones, for a field of meaning its own weights.
///
/// One per worker. As large as the part of the model that the worker's words use.
struct WeightRows {
  typealias Lanes = FeatureWeights.Lanes

  let model: LearnedModel
  /// The row at n is `lanes[n..<n + width]`; that at 0 is all zeros.
  var lanes: [Lanes]
  /// Where the row of each node of the tree begins, and that of each field; -1 where it was not asked for yet.
  var ofNode: [Int32]
  var ofField: [Int32]

  init(_ model: LearnedModel) {
    self.model = model
    lanes = Array(repeating: .zero, count: model.weights.width)
    ofNode = Array(repeating: -1, count: model.weights.tree.parents.count)
    ofNode[0] = 0
    ofField = Array(repeating: -1, count: model.fields.ids.count)
  }

  /// Where the row of a node of the tree begins.
  mutating func row(ofNode node: Int) -> Int {
    if ofNode[node] >= 0 { return Int(ofNode[node]) }
    // No deeper than a beginning has letters.
    let above = row(ofNode: Int(model.weights.tree.parents[node]))
    let feature = Int(model.weights.tree.features[node])
    let row = feature < 0 ? above : append(feature, to: above)
    ofNode[node] = Int32(truncatingIfNeeded: row)
    return row
  }

  /// Where the row of a field begins.
  mutating func row(ofField field: Int) -> Int {
    if ofField[field] >= 0 { return Int(ofField[field]) }
    let feature = Int(model.fieldWeights.ofField[field])
    let row = feature < 0 ? 0 : append(feature, to: 0)
    ofField[field] = Int32(truncatingIfNeeded: row)
    return row
  }

  /// A new row: another one and the weights of a feature.
  private mutating func append(_ feature: Int, to row: Int) -> Int {
    let new = lanes.count
    for vector in 0..<model.weights.width { lanes.append(lanes[row + vector]) }
    for weight in model.weights[feature] {
      let (vector, lane) = Int(weight.code).quotientAndRemainder(dividingBy: Lanes.scalarCount)
      lanes[new + vector][lane] += weight.value
    }
    return new
  }

  /// The weight of a row for a code.
  func weight(_ row: Int, _ code: Int) -> Float {
    let (vector, lane) = code.quotientAndRemainder(dividingBy: Lanes.scalarCount)
    return lanes[row + vector][lane]
  }
}
