import Ingestion
import Yams

extension PipelineLoader {
  private static let limitNames: [(name: String, limit: WritableKeyPath<Limits, Int> & Sendable)] = [
    ("bytes", \.bytes), ("nesting", \.nesting), ("attributes", \.attributes), ("passages", \.passages),
    ("seconds", \.seconds), ("expansion", \.expansion),
  ]

  /// `limits: {bytes: 1000000, seconds: 10}`; what is not named keeps its default.
  mutating func limits(_ node: Node?) -> Limits {
    var limits = Limits()
    guard let node else { return limits }
    guard let mapping = node.mapping else {
      problem("limits are names and numbers, such as {bytes: 1000000, seconds: 10}", at: node)
      return limits
    }
    for (key, value) in mapping {
      let name = key.string ?? ""
      guard let limit = Self.limitNames.first(where: { $0.name == name })?.limit else {
        unknown(name, among: Self.limitNames.map(\.name), "limit", at: key)
        continue
      }
      guard let number = value.int, number > 0 else {
        problem("the limit '\(name)' is a whole number above 0", at: value)
        continue
      }
      limits[keyPath: limit] = number
    }
    return limits
  }
}
