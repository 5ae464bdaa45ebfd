/// A problem in a codebook or lexicon file: a value that is listed, with its place and what to do.
public struct LexiconIssue: Sendable, Equatable, CustomStringConvertible {
  public enum Severity: String, Sendable { case error, warning }

  public var severity: Severity
  /// Stable and kebab-case, such as `unknown-code`.
  public var id: String
  public var file: String
  /// From 1; 0 where the file as a whole is meant, or is not there.
  public var line: Int
  /// Code points from the start of the line, from 1; 0 where the line is.
  public var column: Int
  /// Names the offending text and, where there is one, the remedy.
  public var message: String

  public init(
    _ severity: Severity, _ id: String, file: String, line: Int, column: Int, _ message: String
  ) {
    self.severity = severity
    self.id = id
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// A problem of an entry or, at a column, of its codes or one of its terms.
  init(_ severity: Severity, _ id: String, _ entry: LexiconEntry, column: Int = 1, _ message: String) {
    self.init(severity, id, file: entry.file, line: entry.line, column: column, message)
  }

  /// What is wrong with a term or condition of a row.
  init(_ error: TermSyntaxError, file: String, line: Int) {
    self.init(.error, error.id, file: file, line: line, column: error.column, error.message)
  }

  /// `water.tsv:12:8: error: no code 'results.watre' in the codebook [unknown-code]`
  public var description: String {
    "\(file)\(line > 0 ? ":\(line):\(column)" : ""): \(severity.rawValue): \(message) [\(id)]"
  }

  /// The order in which issues are listed: by place, then by id.
  public static func precedes(_ a: LexiconIssue, _ b: LexiconIssue) -> Bool {
    (a.file, a.line, a.column, a.id, a.message) < (b.file, b.line, b.column, b.id, b.message)
  }
}

/// A codebook that cannot be used, with every problem found in it.
public struct CodebookError: Error, Sendable, CustomStringConvertible {
  public var issues: [LexiconIssue]

  public init(_ issues: [LexiconIssue]) { self.issues = issues }

  public var description: String { issues.map(\.description).joined(separator: "\n") }
}
