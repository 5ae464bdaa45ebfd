/// Labels on lines of their own, over what is said.
extension RoleParser {
  /// `М.ҚОЖАБЕРГЕНОВ (басқарма басшысы):` on a line of its own; an office alone only once somebody has spoken, since
  /// before that it may open a list of who was present.
  func isLabelAlone(_ shape: PassageShape, _ block: SourceText.Block, _ text: () -> String) -> Bool {
    guard isSession, !hasMarkedSpeakers, block.role == nil, shape.endsWithColon, shape.words <= 12,
      shape.number == nil,
      shape.kind == .paragraph, phase != .closing,
      shape.all.isDisjoint(with: [.heard, .listened, .spoke, .resolved, .agenda, .attendance, .vote])
    else { return false }
    let passage = text()
    guard let label = SpeakerLabel.parse(passage), label.length == passage.utf8.count else { return false }
    return label.name != nil || hasSpoken
  }

  /// `Оспанов Е.С., депутат`, `Төрағалық етуші` on a line of its own, without a colon, over what is said. Names one
  /// below another are a list of persons, and so are those after a colon or among who was present.
  mutating func bareLabel(
    _ shape: PassageShape, _ block: SourceText.Block, _ next: PassageShape?, _ text: () -> String
  ) -> SpeakerLabel? {
    var isName = false
    defer { followsName = isName }
    guard isSession, !hasMarkedSpeakers, block.role == nil, shape.kind == .paragraph, !shape.endsWithColon,
      !shape.hasEarlyColon, shape.words <= 12, shape.number == nil, phase != .closing, !course.startsHere,
      shape.all.isDisjoint(with: [.heard, .listened, .spoke, .resolved, .agenda, .attendance, .vote]),
      let label = SpeakerLabel.parse(alone: text(), isExpected: hasLabelsAlone)
    else { return nil }
    let opensList = previousRole != .heading || previous?.all.contains(.attendance) == true
    let isListed = followsName || previous?.endsWithColon == true && heardHead == nil && opensList
    // A name alone is no label; the mark of its being one is what follows.
    guard !isListed, let next, next.isSaid,
      phase != .opening || hasSpoken || previousRole != .attendance && shape.isBold
    else {
      isName = label.name != nil
      return nil
    }
    return label
  }

  /// A label alone is a heading over what is said.
  mutating func introduce(_ label: SpeakerLabel, _ shape: PassageShape) -> Finding {
    var finding = Finding(role: .heading, isLabel: true)
    take(label, shape, &finding)
    finding.role = .heading
    followsLabel = true
    hasLabelsAlone = true
    hasSpoken = true
    isInResolutionList = false
    if phase == .agenda { course.isListClosed = true }
    if phase == .items { finding.agendaItem = course.item }
    return finding
  }
}
