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

  private enum Column: Int, TableColumn { case id, codes, kk, ru, pos, conditions, weight, source, note }

  /// - Parameters:
  ///   - bytes: the file's content.
  ///   - name: its name, for messages.
  public init(_ bytes: [UInt8], name: String) {
    self.name = name
    let table = TSVTable(bytes, name: name, columns: Column.names, required: 4)
    let broken = Set(table.issues.map(\.line))
    for row in table.rows {
      guard let entry = entry(row), !broken.contains(row.line) else { continue }
      entries.append(entry)
    }
    // In the order of lines, those of a line as a whole first.
    issues = (table.issues + issues).enumerated()
      .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
  }

  private mutating func report(
    _ severity: LexiconIssue.Severity, _ id: String, _ line: Int, _ column: Int, _ message: String
  ) {
    issues.append(LexiconIssue(severity, id, file: name, line: line, column: column, message))
  }

  /// The entry of a row; nil where something is wrong with it, which is reported.
  private mutating func entry(_ row: TSVTable.Row) -> LexiconEntry? {
    let before = issues.count
    let (line, id, codesCell) = (row.line, row[Column.id], row[Column.codes])
    if !Identifier.isValid(id.text) {
      report(
        .error, "bad-id", line, id.column,
        id.isEmpty
          ? "the entry has no id" : "the id '\(id.text)' is not kebab-case (a-z, 0-9, single hyphens)")
    }
    let use = LexiconEntry.Use(definition: codesCell.text) ?? .codes
    let codes = use == .codes ? Set(codesCell.pieces().map(\.text)).sorted() : []
    if use == .codes, codes.isEmpty {
      report(.error, "no-codes", line, codesCell.column, "the entry '\(id.text)' names no code")
    }
    let kazakh = terms(row[Column.kk], line)
    let russian = terms(row[Column.ru], line)
    if row[Column.kk].isEmpty && row[Column.ru].isEmpty {
      report(.error, "no-terms", line, 1, "the entry '\(id.text)' has neither a Kazakh nor a Russian term")
    }
    let partsOfSpeech = tags(row[Column.pos], line)
    var rules = ConditionParser.Rules()
    do { rules = try ConditionParser.parse(row[Column.conditions]) } catch {
      issues.append(LexiconIssue(error, file: name, line: line))
    }
    if use != .codes,
      let ignored = [row[Column.conditions], row[Column.weight]].first(where: { !$0.isEmpty })
    {
      report(
        .error, "unused-cell", line, ignored.column,
        "'\(ignored.text)': an entry that others refer to lends its terms alone; state conditions and weight there"
      )
    }
    let weight = weight(row[Column.weight], line)
    guard !issues[before...].contains(where: { $0.severity == .error }) else { return nil }
    return LexiconEntry(
      id: id.text, use: use, codes: codes, kazakh: kazakh, russian: russian,
      partsOfSpeech: partsOfSpeech, conditions: rules.conditions, overlap: rules.overlap, weight: weight,
      source: row[Column.source].text, note: row[Column.note].text, file: name, line: line,
      codesColumn: codesCell.column)
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
        issues.append(LexiconIssue(error, file: name, line: line))
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
