/// How far a document has come: its agenda, the items, what opens one.
extension RoleParser {
  /// Begins an item of the agenda where the passage says so, whatever its form.
  mutating func enterItem(_ shape: PassageShape, _ block: SourceText.Block, _ text: () -> String) {
    course.startsHere = false
    if hasSections {
      if block.section > 0 && kind == .protocol {
        phase = .items
        course.enterSection(block.section)
      } else if phase == .items && kind == .protocol {
        course.item = nil
      }
      return
    }
    guard block.role == nil || block.role == .heading, block.speaker == nil, phase != .closing,
      !isBeforeAgenda
    else { return }
    let isList = isInResolutionList || shape.kind == .listItem
    guard let start = course.start(of: shape, phase, isInList: isList, text) else { return }
    phase = .items
    course.enter(start)
  }

  /// The agenda's heading is still to come: nothing before it opens an item.
  private var isBeforeAgenda: Bool { agendaHead.map { passagesRead - 1 < $0 } ?? false }

  mutating func enterSection(_ shape: PassageShape, _ block: SourceText.Block, _ text: () -> String) {
    if kind == .decision, afterResolved, shape.opening.contains(.chapter) { phase = .closing }
    guard isSession else { return }
    if shape.kind == .tableHeader {
      // Columns of names and figures of voters are none of the agenda's.
      isAgendaTable =
        isBeforeItems && shape.all.isDisjoint(with: [.inFavour, .against, .citizens])
        && (shape.all.contains(.item) && (phase == .agenda || shape.all.contains(.agenda))
          || phase == .agenda && agendaCount == 0 && !course.isListClosed)
      if isAgendaTable { phase = .agenda }
      return
    }
    if isBeforeItems && !course.startsHere && shape.isAgendaHead {
      phase = .agenda
      return
    }
    if course.startsHere || hasSections && kind == .protocol { return }
    if isBeforeAgenda || shape.namesSitting && (phase == .opening || shape.all.contains(.minutes)) { return }
    if phase == .opening, shape.kind == .title || !opensItem(shape, text) { return }
    phase = .items
    course.enterHeading(shape, text, isNumberedOnly: kind == .hearing, listed: agendaCount)
  }

  /// Whether a heading before the first item, in minutes that list no agenda, can be its: what it says is a subject, or
  /// the sitting has begun, and it is no line of place, date or number.
  private func opensItem(_ shape: PassageShape, _ text: () -> String) -> Bool {
    if shape.number == 1 { return true }
    let line = text()
    return (hasBegun || AgendaCount.isItem(line)) && !RequisiteLine.isOne(line)
  }
}
