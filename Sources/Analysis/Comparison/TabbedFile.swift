import Foundation

/// A table of text with one line a record: tab-separated, UTF-8, `#` for comments, names of the columns first.
struct TabbedFile {
  struct Record {
    let line: Int
    private let cells: [String: String]

    init(line: Int, _ cells: [String: String]) {
      self.line = line
      self.cells = cells
    }

    subscript(column: String) -> String { cells[column] ?? "" }
  }

  let file: String
  private(set) var records: [Record] = []
  private(set) var problems: [PipelineError.Problem] = []

  /// - Throws: `PipelineError` where the file cannot be read or its columns are others.
  init(_ file: String, columns: [String]) throws(PipelineError) {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw PipelineError(problems: [
        .init(file: file, line: 1, message: "the file cannot be read; is the folder's name right?")
      ])
    }
    try self.init(Array(data), file: file, columns: columns)
  }

  init(_ bytes: [UInt8], file: String, columns: [String]) throws(PipelineError) {
    self.file = file
    var names: [String]?
    // Split at bytes: a line end of two characters is one Character.
    for (index, raw) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      var line = String(decoding: raw, as: UTF8.self)
      if index == 0, line.hasPrefix("\u{FEFF}") { line.removeFirst() }
      if line.hasSuffix("\r") { line.removeLast() }
      if line.isEmpty || line.hasPrefix("#") { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard let known = names else {
        try check(cells, columns, line: index + 1)
        names = cells
        continue
      }
      guard cells.count == known.count else {
        problem(
          index + 1,
          "has \(cells.count) cells, the first line has \(known.count); a tab too many or too few?")
        continue
      }
      records.append(
        Record(line: index + 1, Dictionary(zip(known, cells), uniquingKeysWith: { first, _ in first })))
    }
    if names == nil {
      throw PipelineError(problems: [
        .init(
          file: file, line: 1, message: "is empty; its first line is: \(columns.joined(separator: " <tab> "))"
        )
      ])
    }
  }

  private func check(_ cells: [String], _ columns: [String], line: Int) throws(PipelineError) {
    let unknown = cells.filter { !columns.contains($0) }.map {
      "'\($0)' is no column" + NearestName.hint($0, among: columns)
    }
    let missing = columns.filter { !cells.contains($0) }.map { "the column '\($0)' is missing" }
    guard unknown.isEmpty, missing.isEmpty else {
      throw PipelineError(
        problems: (unknown + missing).map { .init(file: file, line: line, message: $0) })
    }
  }

  mutating func problem(_ line: Int, _ message: String) {
    problems.append(.init(file: file, line: line, message: message))
  }
}
