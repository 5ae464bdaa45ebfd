import Synchronization

/// Files that a walk through folders and archives did not take, since their names' endings are of no documents.
public final class PassedOver: Sendable {
  private let counts = Mutex<[String: Int]>([:])

  /// Kinds that are named, the most frequent first; of more only how many files they have.
  private static let kindsNamed = 8

  public init() {}

  func add(_ path: String) {
    let name = path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...]
    let ending = name.lastIndex(of: ".").map { name[$0...].lowercased() } ?? ""
    counts.withLock { $0[ending, default: 0] += 1 }
  }

  /// One line on them; nil where there are none.
  ///
  /// ```
  /// 6 files were passed over, of kinds that are not read: 4 .jpg, 1 .pdf, 1 without an ending
  /// ```
  public var remark: String? {
    let counts = counts.withLock { $0 }
    guard !counts.isEmpty else { return nil }
    let kinds = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var parts = kinds.prefix(Self.kindsNamed).map { ending, count in
      "\(count) \(ending.isEmpty ? "without an ending" : ending)"
    }
    let others = kinds.dropFirst(Self.kindsNamed).reduce(0) { $0 + $1.value }
    if others > 0 { parts.append("\(others) others") }
    let files = counts.values.reduce(0, +)
    return "\(files) \(files == 1 ? "file was" : "files were") passed over, of kinds that are not read: "
      + parts.joined(separator: ", ")
  }
}
