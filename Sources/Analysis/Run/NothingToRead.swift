import Ingestion

/// What the user named has no document: nothing was done, and nothing written.
public struct NothingToRead: Error, Sendable, CustomStringConvertible {
  /// As they were named.
  public var sources: [String]
  /// Of them, or of what is in them, what does not exist.
  public var missing: [String] = []

  private static let named = 20

  public init(sources: [String], missing: [String] = []) {
    self.sources = sources
    self.missing = missing
  }

  public var description: String {
    guard missing.isEmpty else {
      return missing.prefix(Self.named).map { "\($0): there is no such file or folder" }
        .joined(separator: "\n") + "\nnothing was read, and nothing written"
    }
    guard !sources.isEmpty else { return "no files or folders were named to read documents from" }
    return
      "no documents in \(sources.prefix(Self.named).joined(separator: ", ")); Hattama reads \(InputWalk.kinds)"
  }
}
