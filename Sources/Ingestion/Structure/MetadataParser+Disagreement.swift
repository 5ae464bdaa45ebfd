/// Where a document contradicts itself. The title's word stands in the metadata, the other in the issue.
extension MetadataParser {
  func disagreements(
    _ lines: [Line], _ head: [Line], _ requisites: Citation?, _ kind: Metadata.Kind, _ metadata: Metadata
  ) -> [Issue] {
    var issues: [Issue] = []
    if kind == .protocol, let issue = session(head, metadata) { issues.append(issue) }
    if let issue = kind == .decision ? annexDate(lines, requisites) : date(head, kind, metadata) {
      issues.append(issue)
    }
    if let issue = body(head, metadata) { issues.append(issue) }
    return issues
  }

  /// What a page tells programs against what it shows.
  func announcementDisagreements(_ declared: SourceText.Declared, _ metadata: Metadata) -> [Issue] {
    var issues: [Issue] = []
    // Of two days in a row one may be the other's in another time zone.
    if let hidden = declared.publication, let shown = shownDate(declared), hidden != shown,
      Self.day(hidden, minus: 1) != shown, Self.day(shown, minus: 1) != hidden
    {
      issues.append(
        Issue(
          .note, "publication-disagrees",
          "published \(shown) by the page's text, but \(hidden) by what it tells programs; \(shown) is taken")
      )
    }
    if let headline = declared.headline, let title = metadata.title, !Self.isSame(headline, title) {
      issues.append(
        Issue(
          .note, "title-disagrees",
          "the title is “\(Self.excerpt(title))”, but “\(Self.excerpt(headline))” by what the page tells programs"
        ))
    }
    return issues
  }

  /// Whether one of two titles holds the other, letters and digits alone compared.
  private static func isSame(_ first: String, _ second: String) -> Bool {
    let (first, second) = (Skeleton.of(first), Skeleton.of(second))
    let (short, long) = first.count < second.count ? (first, second) : (second, first)
    return long.indices.dropLast(max(0, short.count - 1)).contains { long[$0...].starts(with: short) }
  }

  private func session(_ head: [Line], _ metadata: Metadata) -> Issue? {
    guard let number = metadata.session else { return nil }
    for line in head where line.classes.contains(.session) && line.role != .agenda && line.role != .speech {
      guard !namesAnother(line.reading.folded), let other = sessions.session(in: line.reading)?.number,
        other != number
      else {
        continue
      }
      return Issue(
        .warning, "session-disagrees",
        "session \(number) by the title, but \(other) in “\(Self.excerpt(line.text))”; \(number) is taken")
    }
    return nil
  }

  /// `предыдущей сессии`, `алдыңғы сессияда`: another session is meant.
  private func namesAnother(_ text: FoldedText) -> Bool {
    text.words.contains { Self.others.meaning(text, $0) != nil }
  }

  private static let others = Vocabulary<Bool>([
    (true, "предыдущ* прошл* прошедш* следующ* будущ* алдыңғы өткен бұрынғы келесі")
  ])

  /// The title's day against that of the date line.
  private func date(_ head: [Line], _ kind: Metadata.Kind, _ metadata: Metadata) -> Issue? {
    guard kind == .protocol || kind == .hearing,
      let title = metadata.title.flatMap({ statedDate(in: TextReading($0)) })
    else {
      return nil
    }
    let body = head.filter { !$0.isTitle && !$0.text.isEmpty }
    guard let stated = statedDate(body.filter { $0.role != .note }, kind), stated != title else { return nil }
    return Issue(
      .warning, "date-disagrees",
      "\(title) by the title, but \(stated) in the text; \(metadata.date ?? title) is taken")
  }

  /// A decision's requisites against the annexes that cite it by its number.
  private func annexDate(_ lines: [Line], _ requisites: Citation?) -> Issue? {
    guard let requisites, let date = requisites.date else { return nil }
    for line in lines
    where line.role == .note && line.hasDigit && !line.classes.isDisjoint(with: [.annex, .approved]) {
      for citation in citations.citations(in: line.reading) where citation.number == requisites.number {
        guard let other = citation.date, other != date else { continue }
        return Issue(
          .warning, "date-disagrees",
          "\(date) by the requisites, but \(other) in “\(Self.excerpt(line.text))”; \(date) is taken")
      }
    }
    return nil
  }

  /// The council of the metadata against the first that the following lines name.
  private func body(_ head: [Line], _ metadata: Metadata) -> Issue? {
    guard let region = metadata.region else { return nil }
    for line in head where line.classes.contains(.council) && line.role != .agenda && line.role != .speech {
      guard line.length < 700 else { continue }
      for other in bodies.bodies(in: line.reading, on: metadata.date).prefix(1) {
        guard let second = other.region, second != region else { continue }
        return Issue(
          .note, "body-disagrees",
          "the document is placed in \(region) by \(metadata.body ?? "its council"), but also names \(other.name) (\(second))"
        )
      }
    }
    return nil
  }

  /// The beginning of a line, for a message.
  private static func excerpt(_ line: String) -> String {
    line.count <= 80 ? line : line.prefix(79) + "…"
  }
}
