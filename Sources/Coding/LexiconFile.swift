import Linguistics

/// One lexicon file: UTF-8 TSV with the header `id codes kk ru pos conditions weight source note`.
///
/// ```
/// id	codes	kk	ru	pos	conditions	weight	source	note
/// water-supply	results.infrastructure topic.water	су құбыры ; сумен жабдықтау	водопровод ; водоснабжение
/// ```
///
/// `Lexicons/README.md` describes every column and mark with examples that the tests run.
///
/// Lines that begin with `#` are comments, a byte order mark and CR LF are tolerated, trailing empty cells may
/// be left out. An entry with a problem is left out and reported, the others are read.
public struct LexiconFile: Sendable {
  public var name: String
  public private(set) var entries: [LexiconEntry] = []
  public private(set) var issues: [LexiconIssue] = []

  private static let columns = ["id", "codes", "kk", "ru", "pos", "conditions", "weight", "source", "note"]
  private static let required = ["id", "codes", "kk", "ru"]

  /// - Parameters:
  ///   - bytes: the file's content.
  ///   - name: its name, for messages.
  public init(_ bytes: [UInt8], name: String) {
    self.name = name
    var header: [Int]?
    var number = 0
    let isValid = String(validating: bytes, as: UTF8.self) != nil
    var next = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while next < bytes.count {
      number += 1
      let start = next
      var end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      next = end + 1
      if end > start, bytes[end - 1] == 0x0D { end -= 1 }
      if start == end || bytes[start] == UInt8(ascii: "#") { continue }
      guard isValid || String(validating: bytes[start..<end], as: UTF8.self) != nil else {
        report(.error, "not-utf-8", number, 1, "the line is not UTF-8; save the file as UTF-8")
        continue
      }
      let cells = Cell(bytes, start..<end, lineStart: start).split(UInt8(ascii: "\t"))
      if cells.allSatisfy(\.isEmpty) { continue }
      guard let places = header else {
        guard let places = readHeader(cells, line: number) else { return }
        header = places
        continue
      }
      readRow(cells, places, line: number)
    }
    if header == nil, issues.isEmpty {
      report(
        .error, "no-header", 1, 1,
        "the file has no header; it begins with: \(Self.columns.joined(separator: " "))")
    }
  }

  private mutating func report(
    _ severity: LexiconIssue.Severity, _ id: String, _ line: Int, _ column: Int, _ message: String
  ) {
    issues.append(LexiconIssue(severity, id, file: name, line: line, column: column, message))
  }

  /// For each known column the index of its cell, or -1.
  private mutating func readHeader(_ cells: [Cell], line: Int) -> [Int]? {
    var places = Array(repeating: -1, count: Self.columns.count)
    var good = true
    for (i, cell) in cells.enumerated() where !cell.isEmpty {
      if let place = Self.columns.firstIndex(of: cell.text), places[place] < 0 {
        places[place] = i
      } else {
        report(
          .error, "bad-header", line, cell.column,
          "'\(cell.text)' is no column or stands twice; columns: \(Self.columns.joined(separator: " "))")
        good = false
      }
    }
    for (place, column) in Self.columns.enumerated() where places[place] < 0 && Self.required.contains(column)
    {
      report(.error, "bad-header", line, 1, "the header lacks the column '\(column)'")
      good = false
    }
    return good ? places : nil
  }

  private mutating func readRow(_ cells: [Cell], _ places: [Int], line: Int) {
    let before = issues.count
    let width = (places.max() ?? 0) + 1
    if cells.count > width, let extra = cells[width...].first(where: { !$0.isEmpty }) {
      report(.error, "too-many-cells", line, extra.column, "the cell '\(extra.text)' stands under no column")
    }
    func cell(_ column: Int) -> Cell {
      let place = places[column]
      return place >= 0 && place < cells.count ? cells[place] : Cell.empty
    }
    let id = cell(0)
    if !Identifier.isValid(id.text) {
      report(
        .error, "bad-id", line, max(id.column, 1),
        id.isEmpty
          ? "the entry has no id" : "the id '\(id.text)' is not kebab-case (a-z, 0-9, single hyphens)")
    }
    let use = LexiconEntry.Use(rawValue: cell(1).text).map { $0 == .codes ? nil : $0 } ?? nil
    let codes = use == nil ? Set(cell(1).pieces().map(\.text)).sorted() : []
    if use == nil, codes.isEmpty {
      report(.error, "no-codes", line, cell(1).column, "the entry '\(id.text)' names no code")
    }
    let kazakh = terms(cell(2), line)
    let russian = terms(cell(3), line)
    if cell(2).isEmpty && cell(3).isEmpty {
      report(.error, "no-terms", line, 1, "the entry '\(id.text)' has neither a Kazakh nor a Russian term")
    }
    let partsOfSpeech = tags(cell(4), line)
    var rules = ConditionParser.Rules()
    do { rules = try ConditionParser.parse(cell(5)) } catch {
      report(.error, error.id, line, error.column, error.message)
    }
    if use != nil, let ignored = [cell(5), cell(6)].first(where: { !$0.isEmpty }) {
      report(
        .error, "unused-cell", line, ignored.column,
        "'\(ignored.text)': an entry that others refer to lends its terms alone; state conditions and weight there"
      )
    }
    let weight = weight(cell(6), line)
    guard !issues[before...].contains(where: { $0.severity == .error }) else { return }
    entries.append(
      LexiconEntry(
        id: id.text, use: use ?? .codes, codes: codes, kazakh: kazakh, russian: russian,
        partsOfSpeech: partsOfSpeech, conditions: rules.conditions, overlap: rules.overlap, weight: weight,
        source: cell(7).text, note: cell(8).text, file: name,
        line: line,
        codesColumn: cell(1).column))
  }

  private mutating func terms(_ cell: Cell, _ line: Int) -> [Term] {
    guard !cell.isEmpty else { return [] }
    var terms: [Term] = []
    for part in cell.split(UInt8(ascii: ";")) {
      if part.isEmpty {
        report(.warning, "empty-term", line, part.column, "nothing stands between two ';'")
        continue
      }
      do { terms.append(try TermParser.parse(part)) } catch {
        report(.error, error.id, line, error.column, error.message)
      }
    }
    return terms
  }

  private mutating func tags(_ cell: Cell, _ line: Int) -> [PartOfSpeech] {
    var tags: [PartOfSpeech] = []
    for piece in cell.pieces() {
      if let tag = PartOfSpeech(rawValue: piece.text) {
        tags.append(tag)
      } else {
        report(
          .error, "unknown-part-of-speech", line, piece.column,
          "'\(piece.text)' is no part of speech; known: \(TermParser.knownTags)")
      }
    }
    return tags
  }

  private static let numberBytes = Array("0123456789.-".utf8)

  private mutating func weight(_ cell: Cell, _ line: Int) -> Double {
    if cell.isEmpty { return 1 }
    let plain = cell.range.allSatisfy { Self.numberBytes.contains(cell[$0]) }
    guard plain, let weight = Double(cell.text), abs(weight) <= 100 else {
      report(
        .error, "bad-weight", line, cell.column,
        "the weight '\(cell.text)' must be a number from -100 to 100 with a decimal point, such as 0.5")
      return 1
    }
    return weight
  }
}
