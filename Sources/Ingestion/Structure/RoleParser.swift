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
  }

  private enum Phase { case opening, agenda, items, closing }

  let kind: Metadata.Kind
  private var phase = Phase.opening
  private var item = 0
  private var speaker: (name: String, role: Role)?
  /// Names under which someone has spoken, by their longest word, so that a label may leave the office out.
  private var officials: Set<String> = []
  private(set) var chairName: String?
  private var afterResolved = false
  private(set) var agendaCount = 0
  private var lastAgendaNumber = 0
  /// Headings that open an item, for documents that list no agenda.
  private(set) var itemHeadings = 0
  /// Those of them that state their number.
  private(set) var numberedHeadings = 0
  private(set) var passagesRead = 0
  /// The first item has not begun.
  var isBeforeItems: Bool { phase == .opening || phase == .agenda }

  /// Passages that are longer are no headings. Code points.
  private static let longestHeading = 300
  /// Labels and signatures are shorter. Code points.
  private static let longestSignature = 160

  init(kind: Metadata.Kind, chairName: String?) {
    self.kind = kind
    self.chairName = chairName
  }

  /// - Parameters:
  ///   - text: of the passage.
  ///   - isNearEnd: nothing but short passages follows.
  mutating func read(
    _ shape: PassageShape, block: SourceText.Block, isNearEnd: Bool, text: () -> String
  ) -> Finding {
    passagesRead += 1
    var finding = Finding(role: block.role ?? role(of: shape, isNearEnd, text), speaker: block.speaker)
    switch finding.role {
    case .heading:
      if block.kind != .tableHeader { enterSection(shape, text) }
      speaker = nil
    case .agenda:
      agendaCount += 1
      lastAgendaNumber = shape.number ?? lastAgendaNumber + 1
    case .resolution, .vote, .note, .attendance, .signature:
      speaker = nil
      if finding.role == .signature { phase = .closing }
    case .speech, .report, .body:
      if block.role == .speech || block.speaker != nil {
        finding.role = speakerRole(block.speaker)
      } else {
        readLabel(shape, &finding, text)
      }
    }
    if phase == .items && item > 0 { finding.agendaItem = item }
    return finding
  }

  // MARK: Roles

  private mutating func role(of shape: PassageShape, _ isNearEnd: Bool, _ text: () -> String) -> Role {
    if shape.kind == .tableHeader || shape.kind == .title { return .heading }
    if isSignature(shape, isNearEnd, text) { return .signature }
    if isVote(shape) { return .vote }
    if isHeading(shape) { return .heading }
    if shape.opening.contains(.note) || isAnnexHead(shape) { return .note }
    if kind == .decision || kind == .regulation { return decisionRole(shape) }
    if kind == .protocol || kind == .hearing { return sessionRole(shape) }
    return .body
  }

  private func isHeading(_ shape: PassageShape) -> Bool {
    guard shape.length <= Self.longestHeading, shape.words > 0, shape.words <= 40 else { return false }
    if shape.kind == .tableRow { return false }
    if shape.kind == .heading {
      // A heading element around running text is a mistake of the page.
      return !(shape.endsSentence && shape.words > 6) && !(shape.hasEarlyColon && !shape.endsWithColon)
    }
    if shape.opening.contains(.resolved) { return false }
    if phase == .agenda, let number = shape.number {
      // The numbers begin anew: these are the items' own headings.
      return number <= lastAgendaNumber && !shape.endsSentence && (shape.isBold || shape.isCentred)
    }
    if shape.isUpperCase && !shape.endsSentence && shape.words <= 25 { return true }
    if shape.opening.contains(.agenda) && shape.words <= 5 { return true }
    if shape.opening.contains(.chapter) && !shape.endsSentence && shape.isCentred { return true }
    return shape.isBold && !shape.endsSentence && !shape.endsWithColon && shape.words <= 25
      && (shape.isCentred || shape.words <= 10)
  }

  private func isSignature(_ shape: PassageShape, _ isNearEnd: Bool, _ text: () -> String) -> Bool {
    guard shape.length <= Self.longestSignature, shape.words >= 2, shape.words <= 14, phase != .agenda,
      shape.kind != .heading
    else { return false }
    if shape.all.contains(.verified) && shape.hasEarlyColon && isNearEnd { return true }
    guard isNearEnd || phase == .closing || shape.kind == .tableRow else { return false }
    if !shape.all.isDisjoint(with: [.office, .chair, .secretary]) {
      guard !shape.endsSentence || shape.words <= 8 else { return false }
      return PersonName.name(atEndOf: text()) != nil
    }
    // The author of an article: a name and nothing else.
    guard isNearEnd, !shape.endsSentence, shape.words <= 4, let name = PersonName.name(atStartOf: text())
    else {
      return false
    }
    return name.span.count == text().utf8.count
  }

  private func isVote(_ shape: PassageShape) -> Bool {
    guard shape.length <= 400 else { return false }
    let sides: StructureWords.Class = [.against, .abstained]
    if shape.all.contains(.inFavour) && !shape.all.isDisjoint(with: sides) && shape.words <= 40 {
      return shape.all.contains(.inFavour)
        && (shape.opening.contains(.inFavour) || shape.all.isSuperset(of: sides) || shape.all.contains(.vote))
    }
    return shape.opening.contains(.inFavour) && shape.all.contains(.unanimous) && shape.words <= 15
  }

  private func isAnnexHead(_ shape: PassageShape) -> Bool {
    guard shape.length <= 250, shape.words <= 30, !shape.endsSentence, shape.number == nil else {
      return false
    }
    if shape.opening.contains(.annex) { return true }
    // Kazakh puts the word last, and both languages set the block to the right.
    return !shape.all.isDisjoint(with: [.annex, .approved]) && shape.all.contains(.decision)
      && (shape.isRight || shape.kind == .tableRow || afterResolved) && !shape.endsWithCommand
  }

  private mutating func decisionRole(_ shape: PassageShape) -> Role {
    if shape.all.contains(.resolved) && shape.endsWithColon {
      afterResolved = true
      return .body
    }
    guard afterResolved, phase != .closing, shape.kind != .tableRow else { return .body }
    return .resolution
  }

  private mutating func sessionRole(_ shape: PassageShape) -> Role {
    if shape.opening.contains(.resolved) { return .resolution }
    switch phase {
    case .opening:
      if !shape.all.isDisjoint(with: [.attendance]) { return .attendance }
      if shape.opening.contains(.chair) && shape.hasEarlyColon && shape.length < 250 && !shape.endsSentence {
        return .attendance
      }
      return .body
    case .agenda:
      return shape.number != nil || shape.kind == .listItem ? .agenda : .body
    case .items, .closing:
      return shape.endsWithCommand && !shape.hasEarlyColon ? .resolution : .body
    }
  }

  // MARK: Course of the document

  private mutating func enterSection(_ shape: PassageShape, _ text: () -> String) {
    guard kind == .protocol || kind == .hearing else { return }
    if shape.all.contains(.agenda) && shape.words <= 8 {
      phase = .agenda
      return
    }
    if phase == .opening
      && (shape.kind == .title || !shape.all.isDisjoint(with: [.minutes, .session, .council]))
    {
      return
    }
    phase = .items
    itemHeadings += 1
    let folded = FoldedText(text())
    let number = shape.number ?? Self.ordinal(in: folded)
    if number != nil { numberedHeadings += 1 }
    item = number ?? item + 1
  }

  /// `Бірінші мәселе`, `1-мәселе`, `По второму вопросу`.
  private static func ordinal(in text: FoldedText) -> Int? {
    for index in text.words.indices.prefix(4) {
      let word = text.words[index]
      let start = Int(text.offsets[word.start])
      let end = Int(text.ends[word.end - 1])
      if let number = OrdinalNumber.parse(text.string(start..<end)), number.isOrdinal, number.value <= 60 {
        return number.value
      }
    }
    return nil
  }

  // MARK: Speakers

  private mutating func speakerRole(_ name: String?) -> Role {
    guard let name else { return .speech }
    if let speaker, speaker.name == name { return speaker.role }
    let role: Role = officials.contains(name) ? .report : .speech
    speaker = (name, role)
    return role
  }

  private mutating func readLabel(_ shape: PassageShape, _ finding: inout Finding, _ text: () -> String) {
    if kind == .news || kind == .report || kind == .other {
      readAttribution(shape, &finding, text)
      return
    }
    guard kind == .protocol || kind == .hearing, shape.kind != .tableRow, finding.role == .body else {
      return
    }
    if phase == .opening && finding.role == .attendance { return }
    if shape.hasEarlyColon, let label = SpeakerLabel.parse(text()), label.length < text().utf8.count {
      let name = label.name ?? (shape.opening.contains(.chair) ? chairName : nil)
      guard let name else { return }
      if label.isOfficial { officials.insert(Self.key(name)) }
      let role: Role = officials.contains(Self.key(name)) ? .report : .speech
      speaker = (name, role)
      finding.role = role
      finding.speaker = name
    } else if let speaker, !shape.endsWithCommand {
      // A speech goes on over paragraphs until somebody else speaks or the chair puts it to the vote.
      finding.role = speaker.role
      finding.speaker = speaker.name
    }
  }

  private func readAttribution(_ shape: PassageShape, _ finding: inout Finding, _ text: () -> String) {
    guard kind == .news, shape.hasQuotation || shape.beginsWithDash || shape.beginsWithQuote else { return }
    let passage = text()
    finding.speaker = Attribution.parse(passage)?.name ?? Self.quotedDeputy(in: passage, shape)
    if finding.speaker != nil && (shape.beginsWithDash || shape.beginsWithQuote) { finding.role = .speech }
  }

  /// `Депутат Виктор Ромашов …: «…»`: the first person whom the word for a deputy stands right before.
  private static func quotedDeputy(in passage: String, _ shape: PassageShape) -> String? {
    guard shape.all.contains(.deputy) else { return nil }
    let text = FoldedText(passage)
    for name in PersonName.names(in: passage) {
      let before = text.words.last { Int(text.ends[$0.end - 1]) <= name.span.lowerBound }
      guard let before else { continue }
      let form = String(decoding: text.skeleton[before.start..<before.end], as: UTF16.self)
      if form.hasPrefix("депутат") { return name.text }
    }
    return nil
  }

  /// The longest word of a name: the surname, as a rule, whatever the order of its parts.
  static func key(_ name: String) -> String {
    name.split(whereSeparator: { $0 == " " || $0 == "." }).max { $0.utf8.count < $1.utf8.count }
      .map { $0.lowercased() } ?? name
  }
}
