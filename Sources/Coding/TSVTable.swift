/// The rows of a table that people write: UTF-8 TSV with a header and `#` comments, as lexicon files are and as
/// `SpreadsheetText` makes of what spreadsheets save. A byte order mark and CR LF are tolerated.
struct TSVTable {
  struct Row {
    /// From 1.
    var line: Int
    /// Place of the whole line in the bytes.
    var range: Range<Int>
    /// By the place of their column in `columns`.
    private let cells: [Cell]

    init(line: Int, range: Range<Int>, cells: [Cell]) {
      self.line = line
      self.range = range
      self.cells = cells
    }

    /// Empty where the header lacks the column, or the row ends before it.
    subscript(_ column: Int) -> Cell { cells[column] }

    subscript(_ column: some TableColumn) -> Cell { cells[column.rawValue] }
  }

  private(set) var rows: [Row] = []
  /// The header's cells, by the place of their column in `columns`; empty where the header lacks it.
  private(set) var header: [Cell] = []
  private(set) var issues: [LexiconIssue] = []
  let name: String

  /// - Parameters:
  ///   - name: the file's, for messages.
  ///   - columns: the known ones; the header may have them in any order and leave out those after the first `required`.
  ///   - others: the table may have further columns, which another reader reads.
  ///   - keep: whether a line is read at all, by its bytes; for big tables of which few lines matter.
  init(
    _ bytes: [UInt8], name: String, columns: [String], required: Int, others: Bool = false,
    keep: (ArraySlice<UInt8>) -> Bool = { _ in true }
  ) {
    self.name = name
    let isValid = String(validating: bytes, as: UTF8.self) != nil
    var places: [Int]?
    var number = 0
    var next = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while next < bytes.count {
      number += 1
      let start = next
      var end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      next = end + 1
      if end > start, bytes[end - 1] == 0x0D { end -= 1 }
      if start == end || bytes[start] == UInt8(ascii: "#") { continue }
      if places != nil, !keep(bytes[start..<end]) { continue }
      guard isValid || String(validating: bytes[start..<end], as: UTF8.self) != nil else {
        report("not-utf-8", number, 1, "the line is not UTF-8; save the file as UTF-8")
        continue
      }
      let cells = Cell(bytes, start..<end, lineStart: start).split(UInt8(ascii: "\t"))
      if cells.allSatisfy(\.isEmpty) { continue }
      guard let known = places else {
        guard let found = readHeader(cells, columns, required, others, line: number) else { return }
        places = found
        header = found.map { $0 >= 0 ? cells[$0] : .empty }
        continue
      }
      if !others, let extra = cells.dropFirst((known.max() ?? 0) + 1).first(where: { !$0.isEmpty }) {
        report("too-many-cells", number, extra.column, "the cell '\(extra.text)' stands under no column")
      }
      rows.append(
        Row(
          line: number, range: start..<end,
          cells: known.map { $0 >= 0 && $0 < cells.count ? cells[$0] : .empty }))
    }
    // Else the header may be the line that could not be read.
    if places == nil, issues.isEmpty {
      report("no-header", 1, 1, "the file has no header; it begins with: \(columns.joined(separator: " "))")
    }
  }

  /// A table as a spreadsheet saved it; the issues are those of the text too.
  init(
    _ text: SpreadsheetText, name: String, columns: [String], required: Int, others: Bool = false,
    keep: (ArraySlice<UInt8>) -> Bool = { _ in true }
  ) {
    self.init(text.bytes, name: name, columns: columns, required: required, others: others, keep: keep)
    issues = text.issues + issues
  }

  private mutating func readHeader(
    _ cells: [Cell], _ columns: [String], _ required: Int, _ others: Bool, line: Int
  ) -> [Int]? {
    var places = Array(repeating: -1, count: columns.count)
    var isGood = true
    for (i, cell) in cells.enumerated() where !cell.isEmpty {
      if let place = columns.firstIndex(of: cell.text), places[place] < 0 {
        places[place] = i
      } else if !others {
        report(
          "bad-header", line, cell.column,
          "'\(cell.text)' is no column or stands twice; columns: \(columns.joined(separator: " "))")
        isGood = false
      }
    }
    for place in 0..<required where places[place] < 0 {
      report("bad-header", line, 1, "the header lacks the column '\(columns[place])'")
      isGood = false
    }
    return isGood ? places : nil
  }

  mutating func report(_ id: String, _ line: Int, _ column: Int, _ message: String) {
    issues.append(LexiconIssue(.error, id, file: name, line: line, column: column, message))
  }

  /// A remedy for a cell that should not be empty: spreadsheets write only the first of merged cells.
  static let mergedCells = "; if the cells were merged in a spreadsheet, unmerge them and fill each"
}

/// The known columns of a table, the required ones first; their raw values count from 0.
protocol TableColumn: CaseIterable, RawRepresentable<Int> {
  /// As the header has it.
  var name: String { get }
}

extension TableColumn {
  var name: String { String(describing: self) }

  static var names: [String] { allCases.map(\.name) }
}

extension Cell {
  /// The parts of the text between `;`, empty ones left out.
  var list: [String] { split(UInt8(ascii: ";")).map(\.text).filter { !$0.isEmpty } }
}
