/// What a pack or project changes of a base entry.
public struct EntryChange: Sendable, Equatable {
  /// Id of the entry.
  public var id: String
  /// The entry never counts; else it counts only where `conditions` hold too.
  public var isOff: Bool
  public var conditions: [Condition]
  public var reason: String
  public var file: String
  /// Line in the file, from 1.
  public var line: Int
}

/// The lexicon of a pack or project: a lexicon file with two more columns, `change` and `reason`.
///
/// ```
/// change	id	codes	kk	ru	conditions	reason
/// add	kz-47-desalination	topic.water	тұщыту зауыты	опреснительный завод
/// narrow	topic-water-water				not near 3: Каспий	the sea is no water supply here
/// off	topic-transport-metro					there is no metro
/// ```
///
/// An empty `change` adds. `narrow` and `off` name a base entry and need a reason.
public struct PackLexicon: Sendable {
  public private(set) var entries: [LexiconEntry] = []
  public private(set) var changes: [EntryChange] = []
  public private(set) var issues: [LexiconIssue] = []

  static let changeColumn = "change"
  static let reasonColumn = "reason"
  private var name = ""
  private static let columns = ["id", changeColumn, "conditions", reasonColumn]

  public init() {}

  /// A lexicon that was read before.
  init(entries: [LexiconEntry], changes: [EntryChange], issues: [LexiconIssue]) {
    (self.entries, self.changes, self.issues) = (entries, changes, issues)
  }

  /// - Parameters:
  ///   - bytes: the file's content, as an editor or a spreadsheet saved it.
  ///   - name: its name, for messages.
  public init(_ bytes: [UInt8], name: String) {
    let text = SpreadsheetText(bytes, name: name)
    let table = PackTable(text, name: name, columns: Self.columns, required: 1, others: true)
    // The additions, at their lines, for the reader of lexicon files.
    var additions = text.bytes
    func blank(_ range: Range<Int>) { for i in range { additions[i] = 0x20 } }
    self.name = name
    issues = text.issues
    if table.header.count > 3 { for column in [1, 3] { blank(table.header[column].range) } }
    for row in table.rows {
      switch row[1].text {
      case "", "add":
        for column in [1, 3] { blank(row[column].range) }
        if row[0].isEmpty {
          report("no-id", row.line, 1, "the row has no id" + PackTable.mergedCells)
          blank(row.range)
        }
      case "narrow", "off":
        blank(row.range)
        if let change = change(row) { changes.append(change) }
      default:
        blank(row.range)
        report(
          "bad-change", row.line, row[1].column, "'\(row[1].text)' is no change; known: add, narrow, off")
      }
    }
    let file = LexiconFile(additions, name: name)
    entries = file.entries
    issues += file.issues
    rejectDoubles()
    issues.sort(by: LexiconIssue.precedes)
  }

  private mutating func report(_ id: String, _ line: Int, _ column: Int, _ message: String) {
    issues.append(LexiconIssue(.error, id, file: name, line: line, column: column, message))
  }

  private mutating func change(_ row: PackTable.Row) -> EntryChange? {
    let isOff = row[1].equals("off")
    guard !row[0].isEmpty else {
      report(
        "no-id", row.line, 1, "the change names no entry: give the id of a base entry" + PackTable.mergedCells
      )
      return nil
    }
    guard !row[3].isEmpty else {
      report(
        "no-reason", row.line, 1, "'\(row[0].text)' is changed without a reason; fill the column 'reason'")
      return nil
    }
    guard isOff == row[2].isEmpty else {
      report(
        "bad-change", row.line, isOff ? row[2].column : 1,
        isOff
          ? "an entry that is off takes no conditions" : "'narrow' needs conditions, such as 'not near 3: …'")
      return nil
    }
    do {
      return EntryChange(
        id: row[0].text, isOff: isOff, conditions: try ConditionParser.parse(row[2]).conditions,
        reason: row[3].text,
        file: name, line: row.line)
    } catch {
      report(error.id, row.line, error.column, error.message)
      return nil
    }
  }

  private mutating func rejectDoubles() {
    var first: [String: Int] = [:]
    for change in changes {
      guard let line = first[change.id] else {
        first[change.id] = change.line
        continue
      }
      report(
        "duplicate-id", change.line, 1,
        "'\(change.id)' is changed in line \(line) already; only that one counts")
    }
    changes = changes.filter { first[$0.id] == $0.line }
  }
}
