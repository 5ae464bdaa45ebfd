/// The day of the document: of the session, the decision or the report, not of the page that shows it.
extension MetadataParser {
  /// A date line is short; longer lines of a decision cite laws. Bytes.
  private static let longestDateLine = 300

  func readDate(
    _ lines: [Line], _ head: [Line], _ requisites: Citation?, _ declared: SourceText.Declared,
    _ kind: Metadata.Kind, _ metadata: inout Metadata
  ) {
    if let date = requisites?.date {
      metadata.date = date
      return
    }
    let page = shownDate(declared) ?? declared.publication
    if kind == .news {
      metadata.date = newsDate(head, page)
      return
    }
    // XML states the day of the session; the date of a web page is that of its publication.
    let isRecord = declared.kind != nil
    metadata.date =
      (isRecord ? declared.date : nil) ?? statedDate(head, kind)
      ?? (kind == .report ? hearingDate(lines) : nil) ?? page ?? closingDate(lines, kind)
  }

  /// The page's own date as its readers see it.
  func shownDate(_ declared: SourceText.Declared) -> String? {
    declared.date ?? declared.dateText.flatMap { dates.date(in: $0)?.iso }
  }

  /// A year alone in a title is a budget's; a day with its year dates the document.
  func statedDate(_ head: [Line], _ kind: Metadata.Kind) -> String? {
    let limit = kind == .decision ? Self.longestDateLine : 700
    return head.lazy.filter { line in
      line.hasDigit && line.length < limit && line.role != .agenda && line.role != .speech
        && !(kind == .decision && Self.isOfAnotherDay(line))
    }
    .compactMap { self.statedDate(in: $0.reading) }.first
  }

  /// Lines of a decision that give other days than its own: preamble, points, and the entry in a register.
  private static func isOfAnotherDay(_ line: Line) -> Bool {
    let text = line.reading.folded
    return line.classes.contains(.resolved) || line.role == .resolution
      || text.words.contains { registers.meaning(text, $0) != nil }
  }

  private static let registers = Vocabulary<Bool>([
    (true, "зарегистрирован* регистраци* реестр* тіркелген тіркелді тіркеу* тізілім*")
  ])

  func statedDate(in text: TextReading) -> String? {
    text.dates.first { $0.iso != nil && !isCited($0, text) }?.iso
  }

  private func closingDate(_ lines: [Line], _ kind: Metadata.Kind) -> String? {
    lines.suffix(4).filter {
      $0.hasDigit && $0.role != .note && (kind != .decision || !Self.isOfAnotherDay($0))
    }
    .lazy.flatMap { $0.reading.dates }.compactMap(\.iso).first
  }

  /// `Отчёт заслушан на заседании комиссии 12 января 2024 года.` at the end of a report.
  private func hearingDate(_ lines: [Line]) -> String? {
    lines.suffix(4).filter { line in
      let text = line.reading.folded
      return line.hasDigit && line.classes.contains(.report)
        && text.words.contains { Self.hearings.meaning(text, $0) != nil }
    }
    .lazy.compactMap { self.statedDate(in: $0.reading) }.first
  }

  private static let hearings = Vocabulary<Bool>([
    (
      true,
      "заслушан(|о) рассмотрен(|о) утвержден(|о) одобрен(|о) обсужден тыңдалды мақұлданды қаралды бекітілді талқыланды"
    )
  ])

  /// A date that belongs to the number of another act (`от 18 декабря 2018 года № 23/261`), or to an act without a
  /// number (`Закона от 23 января 2001 года`, `2001 жылғы 23 қаңтардағы Заңы`).
  private func isCited(_ date: ParsedDate, _ text: TextReading) -> Bool {
    if citations.citations(in: text).contains(where: { $0.span.overlaps(date.span) && $0.number != nil }) {
      return true
    }
    let folded = text.folded
    guard
      let first = folded.words.firstIndex(where: { Int(folded.offsets[$0.start]) >= date.span.lowerBound })
    else {
      return false
    }
    let beside = max(0, first - 6)..<min(folded.words.count, first + 9)
    return beside.contains { Self.acts.meaning(folded, folded.words[$0]) != nil }
  }

  private static let acts = Vocabulary<Bool>([
    (
      true,
      "закон(|а|ом|у|е) заң(|ы|ының|ына|ында) кодекс* указ(|а|ом|у) жарлығ* приказ(|а|ом|у) бұйрығ* постановлени* қаулы*"
    )
  ])

  // MARK: News

  /// The day of the session from the lead, completed by the page's year; `Сегодня`, `Бүгін` is the page's own, unless
  /// the lead says which.
  private func newsDate(_ head: [Line], _ page: String?) -> String? {
    // A rubric or the words below a picture are no lead.
    let leads = head.filter { $0.isTitle || $0.hasDigit || $0.length >= Self.shortestLead }.prefix(3)
    let ordered =
      leads.filter { !$0.isTitle && $0.classes.contains(.session) } + leads.filter { !$0.isTitle }
      + leads.filter(\.isTitle)
    if let page, let lead = ordered.first, let relative = relativeDay(lead.reading) {
      return relative.stated?.iso ?? relative.stated.flatMap { complete($0, page) }
        ?? Self.day(page, minus: relative.days)
    }
    let found = ordered.lazy.filter(\.hasDigit).compactMap { line in
      line.reading.dates.first { !self.isCited($0, line.reading) }
    }.first
    return found?.iso ?? found.flatMap { complete($0, page ?? datedLine(leads)) } ?? page
  }

  /// Bytes.
  private static let shortestLead = 80

  /// The day that a line before the lead gives and says nothing else.
  private func datedLine(_ leads: ArraySlice<Line>) -> String? {
    leads.lazy.compactMap { line in
      line.reading.dates.first { $0.words.count == line.reading.folded.words.count }?.iso
    }.first
  }

  /// Days before the page's that the lead speaks of, and the day where it goes on to give it (`Сегодня, 19 января`).
  private func relativeDay(_ reading: TextReading) -> (days: Int, stated: ParsedDate?)? {
    let text = reading.folded
    for index in text.words.indices.prefix(6) {
      guard let days = Self.relatives.meaning(text, text.words[index]) else { continue }
      let next =
        text.isMark(index + 1, 0x2C) || text.isMark(index + 1, 0x28) || text.isHyphen(index + 1) ? 2 : 1
      return (days, reading.dates.first { $0.words.lowerBound == index + next })
    }
    return nil
  }

  private static let relatives = Vocabulary<Int>([(0, "сегодня бүгін"), (1, "вчера накануне кеше")])

  /// The ISO date some days before another; at most a month.
  static func day(_ date: String, minus days: Int) -> String? {
    let parts = date.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    var (year, month, day) = (parts[0], parts[1], parts[2] - days)
    if day < 1 {
      month -= 1
      if month < 1 { (year, month) = (year - 1, 12) }
      let last = (28...31).last { ParsedDate.isValid(year: year, month: month, day: $0) } ?? 28
      day += last
    }
    return ParsedDate.padded(year, 4) + "-" + ParsedDate.padded(month, 2) + "-" + ParsedDate.padded(day, 2)
  }

  /// The year of the page, or the one before where the day would lie months after the page.
  private func complete(_ date: ParsedDate, _ page: String?) -> String? {
    guard let page, page.count >= 10, let year = Int(page.prefix(4)),
      let month = Int(page.dropFirst(5).prefix(2))
    else { return nil }
    let isBefore = date.month - month > 6
    return "\(ParsedDate.padded(isBefore ? year - 1 : year, 4))-\(date.partial.dropFirst(2))"
  }
}
