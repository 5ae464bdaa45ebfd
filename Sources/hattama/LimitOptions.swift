import ArgumentParser
import Ingestion

/// What documents and archives may have at most. What has more is listed with its reason; the work goes on.
struct LimitOptions: ParsableArguments {
  private static let usual = Limits()
  private static let number = WholeNumber.within(1...Int.max)

  @Option(
    parsing: .unconditional, help: "Bytes that a document may have (\(usual.bytes)).", transform: Self.number)
  var maxBytes: Int?
  @Option(
    parsing: .unconditional, help: "How deep elements may stand in one another (\(usual.nesting)).",
    transform: Self.number)
  var maxNesting: Int?
  @Option(
    parsing: .unconditional, help: "Attributes that an element may have (\(usual.attributes)).",
    transform: Self.number)
  var maxAttributes: Int?
  @Option(
    parsing: .unconditional, help: "Passages that a document may have (\(usual.passages)).",
    transform: Self.number)
  var maxPassages: Int?
  @Option(
    parsing: .unconditional, help: "Seconds that a document may take (\(usual.seconds)).",
    transform: Self.number)
  var maxSeconds: Int?
  @Option(
    parsing: .unconditional, help: "How many times its size an archive may unpack to (\(usual.expansion)).",
    transform: Self.number)
  var maxExpansion: Int?

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
