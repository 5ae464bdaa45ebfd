import Linguistics

/// What a document says of itself, from its title, its first passages, its requisites and its signatures.
struct MetadataParser {
  /// One passage as this parser needs it.
  struct Line {
    let reading: TextReading
    var role: Role
    var isTitle: Bool
    /// Classes of its words: a parser looks only where its words stand.
    var classes: PassageShape.Class
    var hasDigit: Bool
    var hasNumber = false

    var text: String { reading.string }
    /// Bytes.
    var length: Int { reading.utf8.count }
  }

  let citations = CitationParser()
  let bodies = BodyParser()
  let dates = DateParser()
  let sessions = SessionParser()

  /// How many passages from the start are asked for the session, body and date.
  static let headLength = 8
  /// A place that stands for a council is named in the first lines or not at all.
  private static let placeLines = 4

  /// The citation that a decision's requisites line is: it takes the line from its beginning.
  func requisites(in reading: TextReading) -> Citation? {
    guard reading.utf8.count < 900, let citation = citations.parse(reading), citation.number != nil,
      citation.date != nil, citation.kind != nil
    else { return nil }
    let line = reading.string
    let lead = line.utf8.prefix(citation.span.lowerBound)
    guard !line.hasPrefix("«"), !citesAnother(reading.folded),
      lead.count <= 80 || CitationParser.isAkimatsPart(TextReading(Array(lead)))
    else { return nil }
    return isRequisites(citation, line) ? citation : nil
  }

  /// `О внесении изменений в решение …`, `1. Внести в решение …`, `… шешіміне өзгерістер енгізу туралы`: the act that
  /// is changed.
  private func citesAnother(_ text: FoldedText) -> Bool {
    guard let first = text.words.first else { return true }
    if first.kind == .digits || Self.subjects.meaning(text, first) != nil { return true }
    let act = text.words.first { Self.acts.meaning(text, $0) != nil }
    return act.map { Self.acts.meaning(text, $0) == .other } ?? false
  }

  private enum Case { case nominative, other }

  private static let subjects = Vocabulary<Bool>([(true, "о об внести внесении")])
  private static let acts = Vocabulary<Case>([
    (.nominative, "решение шешімі шешім постановление қаулысы қаулы"),
    (.other, "решени* шешімі(не|нің|мен|нде|ндегі|н) постановлени*"),
  ])

  /// A requisites line names the act as a whole; a title that cites another act goes on after it.
  private func isRequisites(_ citation: Citation, _ line: String) -> Bool {
    let rest = String(decoding: line.utf8.dropFirst(citation.span.upperBound), as: UTF8.self)
    let next = rest.drop { $0 == " " || $0 == "." || $0 == "," || $0 == "(" }
    // «№ 5-25 с», «(восьмой созыв)»
    if CitationParser.isAkimatsPart(TextReading(rest)) { return true }
    return next.count <= 1 || next.first?.isUppercase == true || rest.hasPrefix(".") || rest.hasPrefix(" (")
  }

  /// Fills in everything but kind, language, speakers, agenda and votes.
  func read(
    _ lines: [Line], declared: SourceText.Declared, kind: Metadata.Kind, into metadata: inout Metadata,
    issues: inout [Issue]
  ) {
    let head = Array(lines.prefix(Self.headLength))
    metadata.title = DocumentTitle.title(of: head, kind: kind) ?? declared.headline ?? declared.title
    let own =
      kind == .decision
      ? head.prefix(6).lazy.compactMap { line in self.requisites(in: line.reading).map { (line, $0) } }.first
      : nil
    let requisites = own?.1
    let apart = kind == .decision && requisites == nil ? DecisionHead(head) : nil
    if let date = apart?.date {
      metadata.date = date
    } else {
      readDate(lines, head, requisites, declared, kind, &metadata)
    }
    readBody(lines, head, requisites, declared, &metadata)
    metadata.convocation = apart?.number?.convocation
    readSession(lines, head, own, declared, kind, &metadata)
    metadata.decisionNumber = requisites?.number ?? apart?.number?.normalized
    metadata.chair = ChairParser.chair(in: lines, kind: kind) ?? declared.chair
    issues += disagreements(lines, head, requisites, kind, metadata)
    issues += announcementDisagreements(declared, metadata)
  }

  // MARK: Body and place

  private func readBody(
    _ lines: [Line], _ head: [Line], _ requisites: Citation?, _ declared: SourceText.Declared,
    _ metadata: inout Metadata
  ) {
    if let requisites, let name = requisites.bodyName {
      metadata.body = name
      metadata.level = requisites.level
      metadata.region = requisites.region
      metadata.district = requisites.district
      if metadata.region != nil { return }
    }
    let signatures = lines.suffix(6).filter { $0.role == .signature }
    let lines = (head + signatures).filter { $0.length < 2000 }
    if let best = namedBody(lines, declared, metadata) {
      metadata.body = metadata.body ?? best.name
      metadata.level = metadata.level ?? best.level
      metadata.region = best.region
      metadata.district = metadata.district ?? best.district
    }
    metadata.body = metadata.body ?? declared.body
    if metadata.region == nil, metadata.body == nil { readAkimsPlace(head, &metadata) }
    if metadata.region == nil { readPlace(head, &metadata) }
  }

  /// The council by the lines that have the word; only where they leave its place open are the others read, too.
  private func namedBody(_ lines: [Line], _ declared: SourceText.Declared, _ metadata: Metadata) -> Body? {
    let stated = [declared.body].compactMap { $0.map { TextReading($0) } }
    let councils = lines.filter { $0.classes.contains(.council) }
    guard !stated.isEmpty || !councils.isEmpty else { return nil }
    let body = bodies.body(inAnyOf: stated + councils.map(\.reading), on: metadata.date)?.body
    if let body, body.region != nil { return body }
    let title = [metadata.title].compactMap { $0.map { TextReading($0) } }
    return bodies.body(inAnyOf: stated + title + lines.map(\.reading), on: metadata.date)?.body
  }

  /// Where no council is named: the district or city whose akim the title is about (`Аягөз ауданы әкімінің есебі`,
  /// `Отчёт акима Аягозского района`).
  private func readAkimsPlace(_ head: [Line], _ metadata: inout Metadata) {
    for line in head.prefix(Self.placeLines) where line.isTitle && line.length < 1000 {
      let text = line.reading.folded
      for mention in Gazetteer.shared.places(in: line.reading, on: metadata.date) {
        guard let place = mention.place, let region = mention.region, !place.isRegion,
          place.kind == .district || place.kind == .city,
          [mention.words.lowerBound - 1, mention.words.upperBound].contains(where: { index in
            text.words[safe: index].map { Self.akims.meaning(text, $0) != nil } == true
          })
        else { continue }
        metadata.region = region
        metadata.level = place.kind == .city ? .city : .district
        metadata.district = place.kato
        return
      }
    }
  }

  private static let akims = Vocabulary<Bool>([(true, "аким(|а|у|ом|ов|ата) әкімі* әкім(|нің)")])

  /// Where no council is named in full: the first place of the head.
  private func readPlace(_ head: [Line], _ metadata: inout Metadata) {
    for line in head.prefix(Self.placeLines) where line.length < 1000 {
      for mention in Gazetteer.shared.places(in: line.reading, on: metadata.date) {
        guard let region = mention.region else { continue }
        metadata.region = region
        guard metadata.level == nil, let place = mention.place else { return }
        metadata.level = place.isRegion ? (place.kind == .city ? .city : .oblast) : nil
        return
      }
    }
  }

  // MARK: Session

  private func readSession(
    _ lines: [Line], _ head: [Line], _ own: (line: Line, requisites: Citation)?,
    _ declared: SourceText.Declared, _ kind: Metadata.Kind, _ metadata: inout Metadata
  ) {
    metadata.convocation = metadata.convocation ?? own?.requisites.convocation ?? declared.convocation
    let ofSession = kind == .protocol || kind == .news
    if ofSession { metadata.session = declared.session }
    let title = metadata.title.flatMap { sessions.session(in: $0) }
    take(title, ofSession: ofSession, isKnown: kind != .decision, &metadata)
    if let own {
      // «Решение XII сессии … № 12-3»: the line of the requisites itself, never one that cites another act.
      if own.line.classes.contains(.session) {
        take(sessions.session(in: own.line.reading), ofSession: true, isKnown: true, &metadata)
      }
      // «(восьмой созыв)» after the number.
      let line = head.first { $0.role == .note && $0.classes.contains(.convocation) }
      take(line.flatMap { sessions.session(in: $0.reading) }, ofSession: false, isKnown: true, &metadata)
    }
    if kind == .decision, metadata.session == nil { readDecidingSession(head, &metadata) }
    let signatures = kind == .decision ? lines.suffix(8).filter { $0.role == .signature } : []
    for line in head + signatures
    where line.length < 2500 && !line.classes.isDisjoint(with: [.session, .convocation]) {
      // A decision's points cite other acts.
      let isAsked = kind != .decision || line.isTitle || line.role == .body || line.role == .signature
      guard isAsked, line.role != .agenda, line.role != .speech else { continue }
      take(sessions.session(in: line.reading), ofSession: ofSession, isKnown: true, &metadata)
    }
  }

  private func readDecidingSession(_ head: [Line], _ metadata: inout Metadata) {
    for line in head
    where line.classes.contains(.session) && (line.isTitle || line.classes.contains(.resolved)) {
      take(deciding(line.reading), ofSession: true, isKnown: true, &metadata)
      if line.classes.contains(.resolved) { return }
    }
  }

  /// `… XLV сессия Семейского городского маслихата VI созыва РЕШИЛА:`: the session that is said to decide, or heads
  /// the decision on a line of its own: in the nominative and near the end; others are cited.
  private func deciding(_ preamble: TextReading) -> SessionMention? {
    let text = preamble.folded
    let tail = max(0, text.words.count - Self.decidingReach)
    guard
      let session = text.words.indices[tail...].last(where: {
        Self.nominatives.meaning(text, text.words[$0]) != nil
      })
    else { return nil }
    var start = session
    while start > tail, text.words[start - 1].kind != .mark || text.isHyphen(start - 1) { start -= 1 }
    return sessions.session(in: text.string(text.span(start..<text.words.count)))
  }

  /// Words of a session's name and the verb.
  private static let decidingReach = 20
  private static let nominatives = Vocabulary<Bool>([(true, "сессия сессиясы")])

  private func take(
    _ mention: SessionMention?, ofSession: Bool, isKnown: Bool, _ metadata: inout Metadata
  ) {
    guard let mention else { return }
    if isKnown, metadata.convocation == nil { metadata.convocation = mention.convocation }
    guard ofSession else { return }
    if metadata.session == nil { metadata.session = mention.number }
    if metadata.sessionKind == nil { metadata.sessionKind = mention.kind }
  }
}
