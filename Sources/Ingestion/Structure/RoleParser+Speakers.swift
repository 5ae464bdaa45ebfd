import Linguistics

/// Who speaks: labels in minutes, attributions in news.
extension RoleParser {
  /// The role of a speech whose speaker the mark-up names.
  mutating func speakerRole(_ name: String?, _ text: () -> String) -> Role {
    guard let name else { return .speech }
    readReporter(name, text)
    if let speaker, speaker.name == name { return speaker.role }
    let role: Role = officials.contains(name) ? .report : .speech
    speaker = Speaker(name: name, role: role)
    return role
  }

  /// Mark-up names speakers without their offices: whoever opens an item of the agenda, and is not the chair that
  /// opened the session or gives the word, reports on it. Nobody reports under sundries.
  private mutating func readReporter(_ name: String, _ text: () -> String) {
    guard kind == .protocol, hasMarkedSpeakers else { return }
    guard phase == .items, let item = course.item else {
      chair = chair ?? PersonIdentity(name)
      return
    }
    guard reportedItem != item, chair?.isSame(as: PersonIdentity(name)) != true else { return }
    if Self.givesWord(text()) {
      chair = PersonIdentity(name)
      return
    }
    reportedItem = item
    if !course.isSundry { officials.insert(name) }
  }

  /// `Слово предоставляется …`, `Сөз … беріледі`.
  private static func givesWord(_ passage: String) -> Bool {
    let text = FoldedText(passage)
    let words = text.words.prefix(40)
    return words.contains { word.meaning(text, $0) != nil }
      && words.contains { giving.meaning(text, $0) != nil }
  }

  private static let word = Vocabulary<Bool>([(true, "слово сөз сөзді")])
  private static let giving = Vocabulary<Bool>([(true, "предоставл* дается передаю беріл* берем* берейік")])

  mutating func readLabel(_ shape: PassageShape, _ finding: inout Finding, _ text: () -> String) {
    guard isSession else {
      if !readAttribution(shape, &finding, text) { readQuotedLabel(shape, &finding, text) }
      return
    }
    guard shape.kind != .tableRow, shape.kind != .listItem || heardHead != nil else { return }
    if readTurn(shape, &finding, text) {
      if phase == .agenda { course.isListClosed = true }
    } else if kind == .hearing, readAttribution(shape, &finding, text) {
      speaker = nil
    } else if shape.opening.contains(.vote), previousRole != .heading {
      // `Стали голосовать поднятием рук.`
      speaker = nil
    } else if let speaker, !shape.endsWithCommand {
      // A speech goes on over paragraphs until somebody else speaks or the chair puts it to the vote.
      finding.role = speaker.role
      finding.speaker = speaker.name
      finding.isChair = speaker.isChair
    }
    if shape.endsWithColon, let head = HeardSpeaker.Head(shape, text) { heardHead = head }
  }

  /// Whether the passage begins a turn: by a label and its colon, a name that another mark closes, or a name under
  /// `СЛУШАЛИ`.
  private mutating func readTurn(_ shape: PassageShape, _ finding: inout Finding, _ text: () -> String)
    -> Bool
  {
    if shape.hasEarlyColon, readLabel(at: shape, &finding, text()) { return true }
    guard shape.hasEarlyInitial || shape.opening.contains(.chair) else { return false }
    if let heardHead, let spoken = HeardSpeaker.parse(text(), under: heardHead) {
      say(spoken.name, isOfficial: spoken.isOfficial || heardHead.takesAccusative, &finding)
      return true
    }
    if shape.hasEarlyInitial, let told = HeardSpeaker.told(text()) {
      speaker = nil
      if told.isSpeech { say(told.name, isOfficial: false, &finding) }
      return true
    }
    guard shape.endsSentence || shape.words > 12, phase != .opening || hasSpoken || shape.words > 6,
      let label = SpeakerLabel.parse(before: text())
    else { return false }
    take(label, shape, &finding)
    return true
  }

  private mutating func readLabel(at shape: PassageShape, _ finding: inout Finding, _ text: String) -> Bool {
    if !shape.opening.isDisjoint(with: [.heard, .listened, .spoke]), let spoken = HeardSpeaker.parse(text) {
      say(spoken.name, isOfficial: spoken.isOfficial || shape.opening.contains(.heard), &finding)
      return true
    }
    guard let label = SpeakerLabel.parse(text), label.length < text.utf8.count || followsLabel else {
      return false
    }
    // `Бекшенова С.К., акима района:` on a line of its own below `СЛУШАЛИ:`
    if heardHead?.takesAccusative == true, let name = label.name, label.isInAccusative {
      say(ChairParser.nominative(name), isOfficial: true, &finding)
      return true
    }
    take(label, shape, &finding)
    return true
  }

  /// Gives the floor to whom a label names, by name or by office.
  mutating func take(_ label: SpeakerLabel, _ shape: PassageShape, _ finding: inout Finding) {
    if let name = label.name {
      say(name, isOfficial: label.isOfficial, &finding)
      return
    }
    finding.isChair = shape.opening.contains(.chair)
    finding.role = .speech
    speaker = Speaker(name: nil, role: .speech, isChair: finding.isChair)
  }

  private mutating func say(_ name: String, isOfficial: Bool, _ finding: inout Finding) {
    if isOfficial { officials.insert(name) }
    let role: Role = officials.contains(name) ? .report : .speech
    speaker = Speaker(name: name, role: role)
    finding.role = role
    finding.speaker = name
  }

  /// Who said what the passage quotes; false where nobody did.
  @discardableResult
  private func readAttribution(_ shape: PassageShape, _ finding: inout Finding, _ text: () -> String) -> Bool
  {
    let isQuotation = shape.beginsWithDash || shape.beginsWithQuote
    guard isQuotation || shape.hasQuotation && kind == .news else { return false }
    let passage = text()
    finding.speaker = Attribution.parse(passage)?.name
    // Elsewhere a list of quoted titles may begin so.
    if finding.speaker == nil, kind == .news {
      finding.speaker = Self.quotedDeputy(in: passage, shape) ?? Attribution.before(quotationIn: passage)
    }
    guard finding.speaker != nil else { return false }
    if isQuotation { finding.role = .speech }
    return true
  }

  /// `Бауржан Сулейменов, депутат: – Расчёт мы ждём …`: in news a label before a dash.
  private func readQuotedLabel(_ shape: PassageShape, _ finding: inout Finding, _ text: () -> String) {
    guard kind == .news, shape.hasEarlyColon, shape.kind == .paragraph else { return }
    let passage = text()
    guard let label = SpeakerLabel.parse(passage), let name = label.name,
      Self.dashes.contains(where: passage.utf8.dropFirst(label.length).starts)
    else { return }
    finding.speaker = name
    finding.role = .speech
  }

  private static let dashes = ["– ", "— ", "- "].map { Array($0.utf8) }

  /// `Депутат Виктор Ромашов …: «…»`: the first person whom the word for a deputy stands right before.
  private static func quotedDeputy(in passage: String, _ shape: PassageShape) -> String? {
    guard shape.all.contains(.deputy) else { return nil }
    let text = FoldedText(passage)
    let reader = NameReader(text)
    let names = text.words.indices.lazy.filter { text.words[$0].kind == .letters }.compactMap { index in
      text.skeleton[text.words[index].start..<text.words[index].end].starts(with: deputy)
        ? reader.name(at: index + 1)?.text : nil
    }
    return names.first
  }

  private static let deputy = Skeleton.of("депутат")
}

/// Who is named after `СЛУШАЛИ:` and `ВЫСТУПИЛИ:`: `СЛУШАЛИ: Омарова Д.С., руководителя управления …`,
/// `СӨЗ СӨЙЛЕДІ: депутат Р. Әміреев – …`.
struct HeardSpeaker: Equatable {
  /// In the nominative.
  var name: String
  var isOfficial: Bool

  /// Words of an office that may stand between the colon and the name.
  private static let longestOffice = 8

  /// `СЛУШАЛИ:`, `ВЫСТУПИЛИ:`, `СӨЗ СӨЙЛЕГЕНДЕР` on a line of its own.
  struct Head {
    /// Who was heard stands in the accusative, and reports.
    let takesAccusative: Bool

    init?(_ shape: PassageShape, _ text: () -> String) {
      guard !shape.opening.isDisjoint(with: [.heard, .listened, .spoke]), shape.words <= 6,
        !shape.hasEarlyColon || shape.endsWithColon
      else { return nil }
      takesAccusative = shape.opening.contains(.heard) && HeardSpeaker.isRussian(FoldedText(text()))
    }
  }

  /// After the word and its colon.
  static func parse(_ passage: String) -> HeardSpeaker? {
    let text = FoldedText(passage)
    guard let colon = text.words.indices.prefix(8).first(where: { text.isMark($0, 0x3a) }) else { return nil }
    return parse(text, from: colon + 1, isAccusative: isRussian(text, before: colon))
  }

  /// Below the word on a line of its own: `Ким Л.А. – предложила …`, `1. Айтказина М.К., руководителя отдела …`.
  static func parse(_ passage: String, under head: Head) -> HeardSpeaker? {
    parse(FoldedText(passage), from: 0, isAccusative: head.takesAccusative)
  }

  private static func parse(_ text: FoldedText, from start: Int, isAccusative: Bool) -> HeardSpeaker? {
    let reader = NameReader(text)
    for index in start..<max(start, min(start + 1 + longestOffice, text.words.count)) {
      guard let name = reader.name(at: index) else {
        let isNumbered = index == start + 1 && text.words[start].kind == .digits
        if text.words[index].kind == .mark, !text.isMark(index, 0x2e), !text.isHyphen(index), !isNumbered {
          return nil
        }
        continue
      }
      // A name and then a mark; a Kazakh genitive goes on with what is whose.
      let end = name.words.upperBound
      guard name.form != .full,
        end == text.words.count || text.words[end].kind == .mark || tells(text, end)
      else { return nil }
      let rest = text.span(start..<min(end + 12, text.words.count))
      return HeardSpeaker(
        name: isAccusative && isInAccusative(text, end) ? ChairParser.nominative(name.text) : name.text,
        isOfficial: Office.isOfficial(text.string(rest)))
    }
    return nil
  }

  /// A sentence of the minutes about a person, which ends the turn before it: `Юсупова М.Н. поблагодарила акима`,
  /// `Ким Л.А. отметила, что …`, whose words the second are.
  static func told(_ passage: String) -> (name: String, isSpeech: Bool)? {
    let text = FoldedText(passage)
    guard let name = NameReader(text).name(at: 0), name.form != .full,
      let verb = text.words[safe: name.words.upperBound], verb.kind == .letters, !verb.isCapitalised,
      pasts.contains(where: { text.skeleton[verb.start..<verb.end].suffix($0.count).elementsEqual($0) })
    else { return nil }
    return (name.text, LabelReader.telling.meaning(text, verb) != nil)
  }

  private static let pasts = ["ил", "ал", "ел", "ял", "ила", "ала", "ела", "яла", "лся", "лась"].map(
    Skeleton.of)

  /// `Досжанов К.Б. поддержал проект`: a verb of speech goes on after who spoke.
  private static func tells(_ text: FoldedText, _ index: Int) -> Bool {
    text.words[safe: index].map { !$0.isCapitalised } == true && Attribution.verbEnd(text, index) != nil
  }

  private static let slushali = Skeleton.of("слушали")

  static func isRussian(_ text: FoldedText, before colon: Int? = nil) -> Bool {
    text.words.prefix(colon ?? 6).contains { text.skeleton[$0.start..<$0.end].elementsEqual(slushali) }
  }

  /// `СЛУШАЛИ: Омарова Д.С., руководителя …` against `ВЫСТУПИЛИ: Омарова Л.Ж.`: the verb takes the accusative, and the
  /// office after the name shows the case.
  private static func isInAccusative(_ text: FoldedText, _ end: Int) -> Bool {
    guard let office = text.words[end...].first(where: { $0.kind == .letters }) else { return true }
    // а, я
    return [0x430, 0x44f].contains(text.skeleton[office.end - 1])
  }
}
