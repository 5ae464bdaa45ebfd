import Analysis
import Ingestion
import Synchronization

/// Sums of counts by group.
final class GroupSums: Sendable {
  private let groups: [String: String]
  /// Folders that the user named: paths in the table may count from them.
  private let folders: [String]
  private let columns: [String]
  private let state = Mutex((sums: [String: [Int]](), strangers: 0))

  init(_ file: String, folders: [String], columns: [String]) throws(IngestionError) {
    var groups: [String: String] = [:]
    for line in String(decoding: try SourceFile.bytes(of: file), as: UTF8.self).split(
      whereSeparator: \.isNewline)
    {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      if line.hasPrefix("#") || cells.count < 2 { continue }
      groups[String(cells[0])] = String(cells[1])
    }
    guard !groups.isEmpty else {
      throw IngestionError(
        path: file, id: "no-groups", message: "has no rows of path and group parted by a tab")
    }
    self.groups = groups
    self.folders = folders.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    self.columns = columns
  }

  func add(_ row: DictionaryCounter.Row) {
    // Records and entries are their file's where the table has the file alone.
    let file = row.path.firstRange(of: "!/").map { String(row.path[..<$0.lowerBound]) }
    let paths = [row.path] + (file.map { [$0] } ?? [])
    let names = paths.flatMap { path in
      [path] + folders.filter(path.hasPrefix).map { String(path.dropFirst($0.count)) }
    }
    let group = names.lazy.compactMap { self.groups[$0] }.first
    state.withLock { state in
      guard let group else {
        state.strangers += 1
        return
      }
      var sums = state.sums[group] ?? Array(repeating: 0, count: columns.count)
      for (column, count) in row.counts.enumerated() { sums[column] += count }
      state.sums[group] = sums
    }
  }

  /// Documents of no group.
  var strangers: Int { state.withLock(\.strangers) }

  /// Group, category and hits, sorted; without those that were not found.
  var text: String {
    let sums = state.withLock(\.sums)
    return sums.keys.sorted().map { group in
      zip(columns, sums[group] ?? []).filter { $0.1 > 0 }.map { "\(group)\t\($0.0)\t\($0.1)\n" }.joined()
    }.joined()
  }
}
