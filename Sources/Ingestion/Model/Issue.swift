/// A problem in a document: a value that is listed with the document, never thrown.
public struct Issue: Sendable, Equatable {
  public enum Severity: String, Sendable { case error, warning, note }

  public var severity: Severity
  /// Stable and kebab-case, such as `encoding-declaration-wrong`.
  public var id: String
  /// Says what is wrong with the offending text, and the remedy where there is one.
  public var message: String
  /// Line in the source file, from 1.
  public var line: Int?

  public init(_ severity: Severity, _ id: String, _ message: String, line: Int? = nil) {
    self.severity = severity
    self.id = id
    self.message = message
    self.line = line
  }
}

/// A file that could not be read as a document at all. The batch goes on without it.
public struct IngestionError: Error, Sendable, CustomStringConvertible {
  public var path: String
  /// Stable and kebab-case, such as `empty-file`.
  public var id: String
  public var message: String

  public init(path: String, id: String, message: String) {
    self.path = path
    self.id = id
    self.message = message
  }

  public var description: String { "\(path): \(message)" }
}
