import ArgumentParser
import Ingestion

/// What documents and archives may have at most. What has more is listed with its reason; the work goes on.
struct LimitOptions: ParsableArguments {
  private static let usual = Limits()

  @Option(help: "Bytes that a document may have (\(usual.bytes)).") var maxBytes: Int?
  @Option(help: "How deep elements may stand in one another (\(usual.nesting)).") var maxNesting: Int?
  @Option(help: "Attributes that an element may have (\(usual.attributes)).") var maxAttributes: Int?
  @Option(help: "Passages that a document may have (\(usual.passages)).") var maxPassages: Int?
  @Option(help: "Seconds that a document may take (\(usual.seconds)).") var maxSeconds: Int?
  @Option(help: "How many times its size an archive may unpack to (\(usual.expansion)).") var maxExpansion:
    Int?

  func validate() throws {
    let values = [maxBytes, maxNesting, maxAttributes, maxPassages, maxSeconds, maxExpansion]
    guard values.allSatisfy({ ($0 ?? 1) > 0 }) else { throw ValidationError("limits are numbers above 0") }
  }

  /// The limits with those that the user named in their place.
  func applied(to limits: Limits = Limits()) -> Limits {
    var limits = limits
    limits.bytes = maxBytes ?? limits.bytes
    limits.nesting = maxNesting ?? limits.nesting
    limits.attributes = maxAttributes ?? limits.attributes
    limits.passages = maxPassages ?? limits.passages
    limits.seconds = maxSeconds ?? limits.seconds
    limits.expansion = maxExpansion ?? limits.expansion
    return limits
  }
}
