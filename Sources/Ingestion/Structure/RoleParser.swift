import Linguistics

/// Gives each passage its role, speaker and agenda item, in one pass over the document.
///
/// What the mark-up says (XML) stands. Else the text tells: headings by form, labels before speeches, the words
/// of votes and resolutions, and where in the course of a session or decision the passage stands.
struct RoleParser {
  /// What a passage was found to be.
  struct Finding {
    var role: Role
    var speaker: String?
    var agendaItem: Int?
    /// The label names the chair's office and no person.
    var isChair = false
    /// A speaker's label and nothing else.
    var isLabel = false
  }

  /// Who has the floor, and what their speech is.
  struct Speaker {
    var name: String?
    var role: Role
    /// Named by the chair's office only.
    var isChair = false
  }

  enum Phase { case opening, agenda, items, closing }

  let kind: Metadata.Kind
  var phase = Phase.opening
  /// The mark-up numbers the document's sections (XML).
  let hasSections: Bool
  /// The mark-up names the speakers (XML): what it gives none is no speech.
  let hasMarkedSpeakers: Bool
  var course = AgendaCourse()
  var speaker: Speaker?
  /// Who has spoken with an office, so that a later label may leave it out.
  var officials = People()
  /// In marked-up minutes, who speaks before the first item or gives the word; and the item that someone has opened.
  var chair: PersonIdentity?
  var reportedItem: Int?
  /// `СЛУШАЛИ:` or `ВЫСТУПИЛИ:` stands above on a line of its own, and who was heard may follow.
  var heardHead: HeardSpeaker.Head?
  /// A decision has come to `РЕШИЛ:`; in minutes, a list of points follows `РЕШИЛИ:`.
  var afterResolved = false
  var isInResolutionList = false
  var hasSpoken = false
  /// Something but titles and lines of place and date has been read.
  var hasBegun = false
  /// The passage before was a speaker's label and nothing else.
  var followsLabel = false
  /// Labels stand on lines of their own, without a colon.
  var hasLabelsAlone = false
  /// What the passage before was like.
  var previous: PassageShape?
  var previousRole: Role?
  /// The passage before was a person's name and no label: a list of persons.
  var followsName = false
  /// The line that says whose minutes these are; the agenda's heading.
  let recordTitle: Int?
  let agendaHead: Int?
  /// The rows of the table being read are items of the agenda.
  var isAgendaTable = false
  private(set) var agendaCount = 0
  private(set) var passagesRead = 0
  /// The first item has not begun.
  var isBeforeItems: Bool { phase == .opening || phase == .agenda }
  var isSession: Bool { kind == .protocol || kind == .hearing }

  init(
    kind: Metadata.Kind, blocks: [SourceText.Block], shapes: [PassageShape] = [], title: Int? = nil
  ) {
    self.kind = kind
    hasSections = blocks.contains { $0.section > 0 }
    hasMarkedSpeakers = blocks.contains { $0.speaker != nil }
    recordTitle = title
    let opening = shapes.prefix(Self.longestOpening)
      .prefix { $0.opening.isDisjoint(with: [.heard, .resolved]) && !$0.isVote }
    agendaHead = opening.firstIndex(where: \.isAgendaHead)
  }

  /// Passages before the heading of the agenda are no more.
  private static let longestOpening = 30

  /// - Parameters:
  ///   - isNearEnd: nothing but short passages follows.
  ///   - text: of the passage; asked for only where the shape allows for more.
  mutating func read(
    _ shape: PassageShape, block: SourceText.Block, next: PassageShape? = nil, isNearEnd: Bool,
    text: () -> String
  ) -> Finding {
    passagesRead += 1
    if isSession { enterItem(shape, block, text) }
    let finding = finding(shape, block, next, isNearEnd, text)
    previous = shape
    previousRole = finding.role
    return finding
  }

  private mutating func finding(
    _ shape: PassageShape, _ block: SourceText.Block, _ next: PassageShape?, _ isNearEnd: Bool,
    _ text: () -> String
  ) -> Finding {
    if let label = bareLabel(shape, block, next, text) { return introduce(label, shape) }
    let isLabel = isLabelAlone(shape, block, text)
    let isSaid =
      followsLabel && !course.startsHere && shape.kind != .heading && shape.kind != .title || isLabel
    var finding = Finding(
      role: block.role ?? (isSaid ? .body : role(of: shape, isNearEnd, text)), speaker: block.speaker)
    followsLabel = isLabel
    if shape.kind != .tableRow { isAgendaTable = false }
    switch finding.role {
    case .heading:
      if hasMarkedSpeakers { course.isSundry = AgendaCourse.isSundry(text()) }
      enterSection(shape, block, text)
      speaker = nil
      heardHead = isSession ? HeardSpeaker.Head(shape, text) : nil
    case .agenda:
      if !shape.isPart && !block.isNested {
        let listed = phase == .opening || agendaCount == 0 ? AgendaCount.listed(in: text()) : 1
        agendaCount += max(1, listed)
        course.lastListed = max(shape.number ?? course.lastListed + 1, listed)
      }
      if phase == .opening { phase = .agenda }
      speaker = nil
    case .resolution, .vote, .note, .attendance, .signature:
      speaker = nil
      heardHead = nil
      if finding.role == .signature { phase = .closing }
    case .speech, .report, .body:
      if block.role == .speech || block.speaker != nil {
        finding.role = speakerRole(block.speaker, text)
      } else if !hasMarkedSpeakers {
        readLabel(shape, &finding, text)
      }
      hasSpoken = hasSpoken || finding.role != .body
    }
    hasBegun =
      hasBegun || [.attendance, .speech, .report, .vote].contains(finding.role)
      || finding.role == .body && shape.endsSentence && shape.words > 3
    isInResolutionList =
      finding.role == .resolution ? isInResolutionList || shape.endsWithColon : false
    // A label alone is a heading over what is said.
    if isLabel, block.role == nil {
      finding.role = .heading
      finding.isLabel = true
    }
    if phase == .items { finding.agendaItem = course.item }
    return finding
  }

  // MARK: Roles

  private mutating func role(of shape: PassageShape, _ isNearEnd: Bool, _ text: () -> String) -> Role {
    if shape.kind == .tableHeader || shape.kind == .title && passagesRead <= 3 { return .heading }
    if passagesRead - 1 == recordTitle { return .heading }
    if isSignature(shape, isNearEnd, text) { return .signature }
    if isVote(shape, text) { return .vote }
    if isHeading(shape) { return .heading }
    if shape.opening.contains(.note) || shape.isBracketed && isSession { return .note }
    if isAnnexHead(shape) {
      if afterResolved { phase = .closing }
      return .note
    }
    if kind == .decision || kind == .regulation { return decisionRole(shape) }
    if isSession { return sessionRole(shape, text) }
    return .body
  }

  /// Whether the document has come to where signatures may stand.
  private var maySign: Bool {
    switch kind {
    case .decision, .regulation: afterResolved
    case .protocol, .hearing: phase == .items || phase == .closing || hasSpoken
    default: true
    }
  }

  private func isSignature(_ shape: PassageShape, _ isNearEnd: Bool, _ text: () -> String) -> Bool {
    guard maySign, isNearEnd || phase == .closing else { return false }
    return shape.isSignature(after: phase == .closing, text)
  }

  private func isVote(_ shape: PassageShape, _ text: () -> String) -> Bool {
    guard isSession || kind == .other, shape.isVote else { return false }
    // `За 2014 год в районе произведено …`
    if shape.all.isDisjoint(with: [.against, .abstained, .unanimous]), VoteParser.parse(text()) == nil {
      return false
    }
    return !shape.hasEarlyColon || SpeakerLabel.parse(text()) == nil
  }

  private func isHeading(_ shape: PassageShape) -> Bool {
    guard shape.mayBeHeading else { return false }
    // A headline may have a colon, which elsewhere ends a speaker's label.
    if shape.kind == .heading, passagesRead <= 3, shape.words <= 30 { return true }
    if course.startsHere { return course.startIsHeading }
    if phase == .agenda, shape.number != nil { return false }
    return shape.isHeading
  }

  private func isAnnexHead(_ shape: PassageShape) -> Bool {
    guard shape.length <= 250, shape.words <= 30, !shape.endsSentence, !shape.endsWithColon,
      shape.number == nil, !shape.beginsWithQuote || shape.words <= 8
    else { return false }
    if shape.opening.contains(.annex) { return true }
    if kind == .decision, phase == .closing, shape.opening.contains(.approved), shape.words <= 8 {
      return true
    }
    // Kazakh puts the word last, and both languages set the block to the right.
    return !shape.opening.union(shape.closing).isDisjoint(with: [.annex, .approved])
      && shape.all.contains(.decision)
      && (shape.isRight || shape.kind == .tableRow || afterResolved) && !shape.endsWithCommand
  }

  private mutating func decisionRole(_ shape: PassageShape) -> Role {
    if shape.resolves {
      afterResolved = true
      return .body
    }
    guard afterResolved, phase != .closing, shape.kind != .tableRow else { return .body }
    return .resolution
  }

  private mutating func sessionRole(_ shape: PassageShape, _ text: () -> String) -> Role {
    if shape.opensResolution { return .resolution }
    switch phase {
    case .opening: return openingRole(shape, text)
    case .agenda:
      // The rows of a table right below the agenda's heading are its items.
      if shape.kind == .tableRow, !isAgendaTable, !course.isListClosed, agendaCount == 0 {
        isAgendaTable = true
      }
      if isAgendaTable { return .agenda }
      if course.isListClosed || shape.kind == .tableRow { return .body }
      if shape.number != nil || shape.isPart || shape.kind == .listItem { return .agenda }
      return AgendaCount.isItem(text(), after: course.lastListed) ? .agenda : .body
    case .items, .closing:
      if isInResolutionList && (shape.number != nil || shape.kind == .listItem) { return .resolution }
      return shape.endsWithCommand && !shape.hasEarlyColon ? .resolution : .body
    }
  }

  private func openingRole(_ shape: PassageShape, _ text: () -> String) -> Role {
    // A list of subjects under a heading that does not say agenda.
    if shape.number == 1 || shape.kind == .listItem, kind == .protocol, AgendaCount.isItem(text()) {
      return .agenda
    }
    if shape.kind == .tableRow || shape.kind == .listItem { return .body }
    if shape.opening.contains(.agenda) && shape.hasEarlyColon && !shape.endsWithColon
      && AgendaCount.follows(colonIn: text())
    {
      return .agenda
    }
    if shape.all.contains(.attendance) {
      // A speech may begin before the agenda: a label of a person stands before it.
      let mayBeTurn = shape.hasEarlyInitial || shape.opening.contains(.chair)
      if mayBeTurn, SpeakerLabel.parse(before: text()) != nil { return .body }
      let isSpoken =
        shape.hasEarlyColon && SpeakerLabel.parse(text())?.name != nil && !shape.opening.contains(.attendance)
      return isSpoken ? .body : .attendance
    }
    guard !shape.all.isDisjoint(with: [.chair, .secretary]), shape.length < 300 else { return .body }
    if shape.hasEarlyColon, let label = SpeakerLabel.parse(text()) {
      // `Председатель: Касенов Т.А. Секретарь: …` lists offices; anything else after a label is speech.
      let isList = label.name == nil && shape.officeWords * 2 + 4 >= shape.words
      return isList && !PersonName.names(in: text()).isEmpty ? .attendance : .body
    }
    return PersonName.names(in: text()).isEmpty ? .body : .attendance
  }
}
