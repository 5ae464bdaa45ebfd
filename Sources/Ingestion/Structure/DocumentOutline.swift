/// What the course of a document gave beside its passages' own roles: agenda items, headings and votes.
struct DocumentOutline {
  var agendaItems = 0
  var itemHeadings = 0
  var numberedHeadings = 0
  /// A heading speaks of a hearing.
  var isHearing = false
  /// The number of items that the lead gives.
  var statedItems: Int?
  var votes: [Metadata.Vote] = []
  /// Passages whose label names the chair's office only.
  var chairPassages: [Int] = []
  /// Passages that are a speaker's label and nothing else.
  var labelPassages: [Int] = []
  /// The passage before gave votes of one side, and the other sides may follow on lines of their own.
  var isVoting = false
  /// The document gives its votes in a table of items.
  private(set) var hasTable = false

  /// Takes in a row of a table of votes; false where it has no counts.
  mutating func read(row cells: [String], _ table: inout VoteTable?) -> Bool {
    guard let counts = table?.read(row: cells) else { return false }
    guard table?.listsItems == true else { return true }
    agendaItems += 1
    votes.append(
      Metadata.Vote(
        item: agendaItems, inFavour: counts.inFavour, against: counts.against, abstained: counts.abstained))
    return true
  }

  /// Ends a table of groups: its sum is one vote. A table of items has the counts that the text repeats.
  mutating func close(_ table: inout VoteTable?) {
    if let table, !table.listsItems, table.rows > 0 {
      let counts = table.outcome
      votes.append(
        Metadata.Vote(
          item: table.item, inFavour: counts.inFavour, against: counts.against, abstained: counts.abstained))
    }
    if table?.listsItems == true { hasTable = true }
    table = nil
  }

  /// Adds a further side to the last vote.
  mutating func add(_ side: (side: VoteParser.Side, count: Int)) {
    guard let last = votes.indices.last else { return }
    switch side.side {
    case .against: votes[last].against = side.count
    case .abstained: votes[last].abstained = side.count
    case .inFavour: break
    }
  }
}
