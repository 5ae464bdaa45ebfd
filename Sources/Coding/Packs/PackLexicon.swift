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

  private var name = ""

  private enum Column: Int, TableColumn { case id, change, conditions, reason }

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
    let table = TSVTable(text, name: name, columns: Column.names, required: 1, others: true)
    // The additions, at their lines, for the reader of lexicon files.
    var additions = text.bytes
    func blank(_ range: Range<Int>) { for i in range { additions[i] = 0x20 } }
    self.name = name
    issues = text.issues
    let ownColumns = [Column.change, .reason]
    if !table.header.isEmpty { for column in ownColumns { blank(table.header[column.rawValue].range) } }
    for row in table.rows {
      switch row[Column.change].text {
      case "", "add":
        for column in ownColumns { blank(row[column].range) }
        if row[Column.id].isEmpty {
          report("no-id", row.line, 1, "the row has no id" + TSVTable.mergedCells)
          blank(row.range)
        }
      case "narrow", "off":
        blank(row.range)
        if let change = change(row) { changes.append(change) }
      default:
        blank(row.range)
        report(
          "bad-change", row.line, row[Column.change].column,
          "'\(row[Column.change].text)' is no change; known: add, narrow, off")
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

  private mutating func change(_ row: TSVTable.Row) -> EntryChange? {
    let isOff = row[Column.change].equals("off")
    guard !row[Column.id].isEmpty else {
      report(
        "no-id", row.line, 1, "the change names no entry: give the id of a base entry" + TSVTable.mergedCells
      )
      return nil
    }
    guard !row[Column.reason].isEmpty else {
      report(
        "no-reason", row.line, 1,
        "'\(row[Column.id].text)' is changed without a reason; fill the column 'reason'")
      return nil
    }
    guard isOff == row[Column.conditions].isEmpty else {
      report(
        "bad-change", row.line, isOff ? row[Column.conditions].column : 1,
        isOff
          ? "an entry that is off takes no conditions" : "'narrow' needs conditions, such as 'not near 3: …'")
      return nil
    }
    do {
      return EntryChange(
        id: row[Column.id].text, isOff: isOff,
        conditions: try ConditionParser.parse(row[Column.conditions]).conditions,
        reason: row[Column.reason].text,
        file: name, line: row.line)
    } catch {
      issues.append(LexiconIssue(error, file: name, line: row.line))
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
