/// Passages with the codes that people gave them.
public struct GoldStandard: Sendable {
  /// One passage of a gold file.
  public struct Passage: Sendable {
    /// The gold file and the line in it, from 1.
    public var file = ""
    public var line = 0
    /// File name of the document, without folders; nil for a passage that stands alone.
    public var document: String?
    /// Where it stands: `document#n`, or the passage's own id.
    public var place: String
    /// Who wrote a passage that stands alone, where its id says so.
    public var author: String?
    public var text: String
    /// As written: `kk`, `ru`, `mixed`.
    public var language: String
    public var role: String
    /// Code lists by field, such as `codes`, `pest` and `topic`, as written.
    public var fields: [String: [String]] = [:]
    /// The answer of each coder on `codes`; nil where one did not answer.
    public var coders: [[String]?] = []
    /// Codes that are not scored on this passage.
    public var disputed: Set<String> = []
    public var polarity: String?
  }

  /// What is known of a document beside its passages.
  public struct DocumentFacts: Sendable, Equatable {
    public var kind: String?
    public var region: String?
  }

  /// A mistake in the gold, with its place and the remedy. The rest is used.
  public struct Problem: Sendable, Equatable, CustomStringConvertible {
    public var file: String
    /// From 1; nil for the file as a whole.
    public var line: Int?
    public var message: String

    public var description: String { "\(file)\(line.map { ":\($0)" } ?? ""): \(message)" }
  }

  /// Files read, in order.
  public var files: [String] = []
  /// In the order of the files; headings are left out, since they are context and carry no codes.
  public var passages: [Passage] = []
  /// By file name.
  public var facts: [String: DocumentFacts] = [:]
  /// Paths of the documents by file name.
  public var documents: [String: String] = [:]
  public var problems: [Problem] = []

  public init() {}
}
