/// Votes in tables and in passages.
extension StructureParser {
  /// Takes a row of a table for a vote where the table is one of votes; whether it has counts. Where a row names the
  /// columns of such a table, it becomes its header.
  func readRow(
    _ shape: inout PassageShape, _ passage: Passage, _ document: Document, _ table: inout VoteTable?,
    _ outline: inout DocumentOutline
  ) -> Bool {
    guard shape.kind == .tableHeader || shape.kind == .tableRow else {
      outline.close(&table)
      return false
    }
    if shape.kind == .tableHeader || table == nil && shape.namesVotes {
      outline.close(&table)
      table = VoteTable(header: cells(of: passage, document))
      if table != nil { shape.kind = .tableHeader }
      return false
    }
    return table != nil && outline.read(row: cells(of: passage, document), &table)
  }

  /// The item that a vote stands under: of an agenda with one item that one, 0 for none.
  func item(of finding: RoleParser.Finding, _ parser: RoleParser) -> Int {
    finding.agendaItem ?? (parser.isSession && parser.agendaCount == 1 ? 1 : 0)
  }

  func readVote(
    _ index: Int, _ shapes: [PassageShape], _ finding: RoleParser.Finding, _ parser: RoleParser,
    _ document: Document, _ outline: inout DocumentOutline
  ) {
    let shape = shapes[index]
    guard parser.isSession || parser.kind == .news || parser.kind == .other else { return }
    let namesSides = shape.all.contains(.inFavour) && !shape.all.isDisjoint(with: [.against, .abstained])
    guard !outline.hasTable, finding.role == .vote || namesSides && shape.length < 900 else { return }
    guard !isOnAgenda(index, shapes, parser) else { return }
    guard let counts = VoteParser.parse(document.string(of: document.passages[index])) else { return }
    guard finding.role == .vote || counts.against + counts.abstained > 0 else { return }
    outline.votes.append(
      Metadata.Vote(
        item: item(of: finding, parser), inFavour: counts.inFavour, against: counts.against,
        abstained: counts.abstained))
  }

  /// A vote on the agenda or the order of the sitting is not one on an item: it names them, follows the agenda
  /// before anybody has spoken, or stands beside a line that speaks of them before the first item.
  private func isOnAgenda(_ index: Int, _ shapes: [PassageShape], _ parser: RoleParser) -> Bool {
    if shapes[index].all.contains(.agenda) { return true }
    guard parser.isBeforeItems, parser.agendaCount > 0 else { return false }
    guard parser.hasSpoken else { return true }
    let order: PassageShape.Class = [.agenda, .regulation]
    let beside = [index - 1, index + 1].filter { shapes.indices.contains($0) && !shapes[$0].isAgendaHead }
    return beside.contains { !shapes[$0].all.isDisjoint(with: order) }
  }

  /// A line of a vote with one side has no more words.
  static let longestSide = 8

  /// `– против – нет;` on a line of its own.
  func voteSide(_ shape: PassageShape, _ text: @autoclosure () -> String) -> (
    side: VoteParser.Side, count: Int
  )? {
    guard shape.words <= Self.longestSide, !shape.all.isDisjoint(with: [.against, .abstained]),
      !shape.all.contains(.inFavour)
    else { return nil }
    return VoteParser.side(text())
  }

  /// The texts of a table row's cells, empty ones included.
  private func cells(of passage: Passage, _ document: Document) -> [String] {
    let text = document.string(of: passage)
    let segments = document.segments[passage.segments]
    var cells: [String] = []
    for (index, segment) in zip(segments.indices, segments) {
      let end = index + 1 < segments.endIndex ? Int(segments[index + 1].textStart) : Int.max
      let piece = text.unicodeScalars.dropFirst(Int(segment.textStart)).prefix(end - Int(segment.textStart))
      let part = String(String.UnicodeScalarView(piece)).trimmingSpaces()
      let column = document.places.column(of: segment.node) ?? cells.count
      while cells.count <= column { cells.append("") }
      cells[column] += cells[column].isEmpty ? part : " " + part
    }
    return cells
  }
}

extension String {
  fileprivate func trimmingSpaces() -> String {
    var view = self[...]
    while view.first == " " { view.removeFirst() }
    while view.last == " " { view.removeLast() }
    return String(view)
  }
}
