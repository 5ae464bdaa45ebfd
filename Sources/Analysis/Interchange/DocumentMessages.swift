import Ingestion

extension Document {
  /// The issues that are more than notes, as users are told of them: `page.html:12: …`.
  public var messages: [String] {
    issues.filter { $0.severity != .note }.map { Self.message(path, $0.line, $0.message) }
  }

  public var hasErrors: Bool { issues.contains { $0.severity == .error } }

  static func message(_ path: String, _ line: Int?, _ message: String) -> String {
    "\(path)\(line.map { ":\($0)" } ?? ""): \(message)"
  }
}
