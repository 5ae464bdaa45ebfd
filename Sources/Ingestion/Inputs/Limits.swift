import Glibc

/// What a document, or an archive of documents, may have at most. What has more is listed with the reason, and the work
/// goes on with the next.
public struct Limits: Sendable, Equatable {
  /// Bytes of a file or an archive's entry.
  public var bytes = 512 << 20
  /// Elements that stand in one another. XML has never more than 256, values of JSON never more than 200.
  public var nesting = 10_000
  /// Attributes of an element.
  public var attributes = 1000
  /// Passages of a document.
  public var passages = 200_000
  /// Seconds that a document may take, looked at between its stages and its passages. Depends on the machine, as no other
  /// limit does: a document that comes near it may be listed one day and coded the other.
  public var seconds = 120
  /// How many times its own size an archive may unpack to.
  public var expansion = 200
  /// Bytes that an archive may unpack to.
  public var unpacked = 1 << 40

  public init() {}

  /// What of them decides which documents there are and what is in them, for the keys of runs.
  public var text: String { "\(bytes) \(nesting) \(attributes) \(passages) \(expansion) \(unpacked)" }

  /// What an element of HTML goes beyond, with the words for it; nil if nothing.
  func excess(nesting depth: Int, attributes count: Int) -> (id: String, message: String)? {
    if depth > nesting {
      return ("too-deep", "elements stand in one another more than \(nesting) deep; see --max-nesting")
    }
    guard count > attributes else { return nil }
    return ("too-many-attributes", "an element has more than \(attributes) attributes; see --max-attributes")
  }

  func check(bytes count: Int, path: String) throws(IngestionError) {
    guard count > bytes else { return }
    throw IngestionError(
      path: path, id: "too-large",
      message: "has \(count) bytes, more than the \(bytes) that a document may have; see --max-bytes")
  }

  /// Of what has more bytes than a document may have, where nobody has counted how many.
  static func tooLarge(_ bytes: Int) -> String {
    "has more than the \(bytes) bytes that a document may have; see --max-bytes"
  }

  func check(passages count: Int, path: String) throws(IngestionError) {
    guard count > passages else { return }
    throw IngestionError(
      path: path, id: "too-many-passages",
      message: "has \(count) passages, more than the \(passages) that a document may have; see --max-passages"
    )
  }
}

/// When a document has to be done with.
public struct Deadline: Sendable {
  private let seconds: Int
  private let end: Int

  /// Begins now.
  public init(_ limits: Limits) {
    seconds = limits.seconds
    let (nanoseconds, isEndless) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    let (end, isBeyond) = Self.now().addingReportingOverflow(nanoseconds)
    self.end = isEndless || isBeyond ? .max : end
  }

  /// - Throws: `too-slow` where the time is over.
  public func check(_ path: String) throws(IngestionError) {
    guard Self.now() >= end else { return }
    throw IngestionError(
      path: path, id: "too-slow",
      message: "takes more than the \(seconds) seconds that a document may take; see --max-seconds")
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
