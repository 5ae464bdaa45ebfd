import Linguistics

/// What a document says of itself, from its title, its first passages, its requisites and its signatures.
struct MetadataParser {
  /// One passage as this parser needs it.
  struct Line {
    var text: String
    var role: Role
    var isTitle: Bool
    /// Classes of its words: a parser looks only where its words stand.
    var classes: PassageShape.Class
    var hasDigit: Bool
  }

  private let citations = CitationParser()
  private let bodies = BodyParser()
  private let dates = DateParser()
  private let sessions = SessionParser()

  /// How many passages from the start are asked for the session, body and date.
  static let headLength = 8
  /// A place that stands for a council is named in the first lines or not at all.
  private static let placeLines = 4

  /// The citation that a decision's requisites line is: it takes the line from its beginning.
  func requisites(in lines: [String]) -> Citation? {
    for line in lines.prefix(6) where line.utf8.count < 900 {
      guard let citation = citations.parse(line), citation.number != nil, citation.date != nil,
        citation.kind != nil
      else { continue }
      let lead = line.utf8.prefix(citation.span.lowerBound)
      if lead.count <= 80 && !line.hasPrefix("«") && isRequisites(citation, line) { return citation }
    }
    return nil
  }

  /// A requisites line names the act as a whole; a title that cites another act goes on after it.
  private func isRequisites(_ citation: Citation, _ line: String) -> Bool {
    let rest = String(decoding: line.utf8.dropFirst(citation.span.upperBound), as: UTF8.self)
    let next = rest.drop { $0 == " " || $0 == "." || $0 == "," || $0 == "(" }
    return next.isEmpty || next.first?.isUppercase == true || rest.hasPrefix(".")
  }

  /// Fills in everything but kind, language, speakers, agenda and votes.
  func read(
    _ lines: [Line], declared: SourceText.Declared, kind: Metadata.Kind, into metadata: inout Metadata,
    issues: inout [Issue]
  ) {
    let head = Array(lines.prefix(Self.headLength))
    metadata.title = lines.first { $0.isTitle }?.text ?? declared.title
    let requisites = kind == .decision ? self.requisites(in: head.map(\.text)) : nil
    readDate(lines, head, requisites, declared, kind, &metadata)
    readBody(lines, head, requisites, declared, &metadata, &issues)
    readSession(head, requisites, declared, kind, &metadata)
    metadata.decisionNumber = requisites?.number
    metadata.chair = ChairParser.chair(in: lines) ?? declared.chair
  }

  // MARK: Date

  private func readDate(
    _ lines: [Line], _ head: [Line], _ requisites: Citation?, _ declared: SourceText.Declared,
    _ kind: Metadata.Kind, _ metadata: inout Metadata
  ) {
    if let date = requisites?.date {
      metadata.date = date
      return
    }
    let page = declared.date ?? declared.dateText.flatMap { dates.date(in: $0)?.iso }
    if kind == .news {
      let lead = head.prefix(3).filter(\.hasDigit).flatMap { dates.dates(in: $0.text) }.first
      metadata.date = lead?.iso ?? lead.flatMap { complete($0, page) } ?? page
      return
    }
    // A year alone in a title is a budget's; a day with its year dates the document.
    let stated = head.filter { $0.hasDigit && $0.text.utf8.count < 700 }.lazy.compactMap { line in
      self.dates.dates(in: line.text).first { $0.iso != nil && !self.isCited($0, line.text) }?.iso
    }.first
    let closing = lines.suffix(4).filter(\.hasDigit).lazy.flatMap { self.dates.dates(in: $0.text) }
      .compactMap(\.iso).first
    metadata.date = declared.date ?? stated ?? page ?? closing
  }

  /// A date that belongs to the number of another act (`от 18 декабря 2018 года № 23/261`).
  private func isCited(_ date: ParsedDate, _ text: String) -> Bool {
    citations.citations(in: text).contains { $0.span.overlaps(date.span) && $0.number != nil }
  }

  private func complete(_ date: ParsedDate, _ page: String?) -> String? {
    guard let page, page.count >= 4 else { return nil }
    return "\(page.prefix(4))-\(date.partial.dropFirst(2))"
  }

  // MARK: Body and place

  private func readBody(
    _ lines: [Line], _ head: [Line], _ requisites: Citation?, _ declared: SourceText.Declared,
    _ metadata: inout Metadata, _ issues: inout [Issue]
  ) {
    var candidates: [Body] = []
    if let body = declared.body.flatMap({ bodies.body(in: $0, on: metadata.date) }) {
      candidates.append(body)
    }
    if let requisites, let name = requisites.body {
      metadata.body = name
      metadata.level = requisites.level
      metadata.region = requisites.region
      metadata.district = requisites.district
    }
    let signatures = lines.suffix(6).filter { $0.role == .signature }
    for line in head + signatures where line.classes.contains(.council) && line.text.utf8.count < 2000 {
      candidates += bodies.bodies(in: line.text, on: metadata.date)
    }
    if metadata.body == nil {
      // The first that is placed; else the first that is named at all.
      let best = candidates.first { $0.level != nil && $0.region != nil } ?? candidates.first
      metadata.body = best?.name ?? declared.body
      metadata.level = best?.level
      metadata.region = best?.region
      metadata.district = best?.district
    }
    if metadata.region == nil { readPlace(head, &metadata) }
    if let region = metadata.region,
      let other = candidates.prefix(3).first(where: { $0.region != nil && $0.region != region })
    {
      issues.append(
        Issue(
          .note, "body-disagrees",
          "the document is placed in \(region) by its council, but also names \(other.name) (\(other.region ?? ""))"
        ))
    }
  }

  /// Where no council is named in full: the first place of the head.
  private func readPlace(_ head: [Line], _ metadata: inout Metadata) {
    for line in head.prefix(Self.placeLines) where line.text.utf8.count < 1000 {
      for mention in Gazetteer.shared.places(in: line.text, on: metadata.date) {
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
    _ head: [Line], _ requisites: Citation?, _ declared: SourceText.Declared, _ kind: Metadata.Kind,
    _ metadata: inout Metadata
  ) {
    metadata.convocation = requisites?.convocation ?? declared.convocation
    let ofSession = kind == .protocol || kind == .news
    if ofSession { metadata.session = declared.session }
    for line in head
    where line.text.utf8.count < 2500 && !line.classes.isDisjoint(with: [.session, .convocation]) {
      if kind == .decision && !line.isTitle { continue }
      guard line.role != .agenda, line.role != .speech, let mention = sessions.session(in: line.text) else {
        continue
      }
      if metadata.convocation == nil { metadata.convocation = mention.convocation }
      guard ofSession else { continue }
      if metadata.session == nil { metadata.session = mention.number }
      if metadata.sessionKind == nil { metadata.sessionKind = mention.kind }
    }
  }
}
