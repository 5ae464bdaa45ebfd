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
  }

  enum Phase { case opening, agenda, items, closing }

  let kind: Metadata.Kind
  var phase = Phase.opening
  /// The mark-up numbers the document's sections (XML).
  let hasSections: Bool
  /// The mark-up names the speakers (XML): what it gives none is no speech.
  let hasMarkedSpeakers: Bool
  var course = AgendaCourse()
  var speaker: (name: String?, role: Role)?
  /// Names under which someone has spoken, by their longest word, so that a label may leave the office out.
  var officials: Set<String> = []
  /// In marked-up minutes, who speaks before the first item or gives the word; and the item that someone has opened.
  var chairKey: String?
  var reportedItem: Int?
  /// A decision has come to `РЕШИЛ:`; in minutes, a list of points follows `РЕШИЛИ:`.
  var afterResolved = false
  var isInResolutionList = false
  private var hasSpoken = false
  /// The passage before was a speaker's label and nothing else.
  private(set) var followsLabel = false
  /// The rows of the table being read are items of the agenda.
  private var isAgendaTable = false
  private(set) var agendaCount = 0
  private(set) var passagesRead = 0
  /// The first item has not begun.
  var isBeforeItems: Bool { phase == .opening || phase == .agenda }
  var isSession: Bool { kind == .protocol || kind == .hearing }

  init(kind: Metadata.Kind, blocks: [SourceText.Block]) {
    self.kind = kind
    hasSections = blocks.contains { $0.section > 0 }
    hasMarkedSpeakers = blocks.contains { $0.speaker != nil }
  }

  /// - Parameters:
  ///   - isNearEnd: nothing but short passages follows.
  ///   - text: of the passage; asked for only where the shape allows for more.
  mutating func read(
    _ shape: PassageShape, block: SourceText.Block, isNearEnd: Bool, text: () -> String
  ) -> Finding {
    passagesRead += 1
    if isSession { enterItem(shape, block, text) }
    let isLabel = isLabelAlone(shape, block, text)
    let isSaid = followsLabel && shape.kind != .heading && shape.kind != .title || isLabel
    var finding = Finding(
      role: block.role ?? (isSaid ? .body : role(of: shape, isNearEnd, text)), speaker: block.speaker)
    followsLabel = isLabel
    if shape.kind != .tableRow { isAgendaTable = false }
    switch finding.role {
    case .heading:
      if hasMarkedSpeakers { course.isSundry = AgendaCourse.isSundry(text()) }
      enterSection(shape, block, text)
      speaker = nil
    case .agenda:
      if !shape.isPart && !block.isNested {
        agendaCount += phase == .opening ? max(1, AgendaCount.listed(in: text())) : 1
        course.lastListed = shape.number ?? course.lastListed + 1
      }
      if phase == .opening { phase = .agenda }
      speaker = nil
    case .resolution, .vote, .note, .attendance, .signature:
      speaker = nil
      if finding.role == .signature { phase = .closing }
    case .speech, .report, .body:
      if block.role == .speech || block.speaker != nil {
        finding.role = speakerRole(block.speaker, text)
      } else if !hasMarkedSpeakers {
        readLabel(shape, &finding, text)
      }
      hasSpoken = hasSpoken || finding.role != .body
    }
    isInResolutionList =
      finding.role == .resolution ? isInResolutionList || shape.endsWithColon : false
    if phase == .items { finding.agendaItem = course.item }
    return finding
  }

  /// `М.ҚОЖАБЕРГЕНОВ (басқарма басшысы):` on a line of its own; an office alone only once somebody has spoken, since
  /// before that it may open a list of who was present.
  private func isLabelAlone(_ shape: PassageShape, _ block: SourceText.Block, _ text: () -> String) -> Bool {
    guard isSession, !hasMarkedSpeakers, block.role == nil, shape.endsWithColon, shape.words <= 12,
      shape.number == nil,
      shape.kind == .paragraph, phase != .closing,
      shape.all.isDisjoint(with: [.heard, .listened, .spoke, .resolved, .agenda, .attendance, .vote])
    else { return false }
    let passage = text()
    guard let label = SpeakerLabel.parse(passage), label.length == passage.utf8.count else { return false }
    return label.name != nil || hasSpoken
  }

  // MARK: Roles

  private mutating func role(of shape: PassageShape, _ isNearEnd: Bool, _ text: () -> String) -> Role {
    if shape.kind == .tableHeader || shape.kind == .title && passagesRead <= 3 { return .heading }
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
      if isAgendaTable { return .agenda }
      if course.isListClosed || shape.kind == .tableRow { return .body }
      if shape.number != nil || shape.isPart || shape.kind == .listItem { return .agenda }
      return AgendaCount.isItem(text()) ? .agenda : .body
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
      && AgendaCount.listed(in: text()) > 0
    {
      return .agenda
    }
    if shape.all.contains(.attendance) {
      // A speech may begin before the agenda: a label of a person stands before it.
      return shape.hasEarlyColon && SpeakerLabel.parse(text())?.name != nil
        && !shape.opening.contains(.attendance)
        ? .body : .attendance
    }
    guard !shape.all.isDisjoint(with: [.chair, .secretary]), shape.length < 300 else { return .body }
    if shape.hasEarlyColon, let label = SpeakerLabel.parse(text()) {
      // `Председатель: Касенов Т.А. Секретарь: …` lists offices; anything else after a label is speech.
      let isList = label.name == nil && shape.officeWords * 2 + 4 >= shape.words
      return isList && !PersonName.names(in: text()).isEmpty ? .attendance : .body
    }
    return PersonName.names(in: text()).isEmpty ? .body : .attendance
  }

  // MARK: Course of the document

  /// Begins an item of the agenda where the passage says so, whatever its form.
  private mutating func enterItem(_ shape: PassageShape, _ block: SourceText.Block, _ text: () -> String) {
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
    guard block.role == nil || block.role == .heading, block.speaker == nil, phase != .closing else { return }
    let isList = isInResolutionList || shape.kind == .listItem
    guard let start = course.start(of: shape, phase, isInList: isList, text) else { return }
    phase = .items
    course.enter(start)
  }

  private mutating func enterSection(_ shape: PassageShape, _ block: SourceText.Block, _ text: () -> String) {
    if kind == .decision, afterResolved, shape.opening.contains(.chapter) { phase = .closing }
    guard isSession else { return }
    if shape.kind == .tableHeader {
      // Columns of names and figures of voters are none of the agenda's.
      isAgendaTable =
        isBeforeItems && shape.all.contains(.item)
        && shape.all.isDisjoint(with: [.inFavour, .against, .citizens])
        && (phase == .agenda || shape.all.contains(.agenda))
      if isAgendaTable { phase = .agenda }
      return
    }
    if isBeforeItems && !course.startsHere && shape.isAgendaHead {
      phase = .agenda
      return
    }
    if course.startsHere || hasSections && kind == .protocol { return }
    if phase == .opening
      && (shape.kind == .title || !shape.all.isDisjoint(with: [.minutes, .session, .council, .convocation]))
    {
      return
    }
    phase = .items
    course.enterHeading(shape, text, isNumberedOnly: kind == .hearing, listed: agendaCount)
  }
}
