/// What a passage can be by its form and words alone.
extension PassageShape {
  /// Passages that are longer are no headings. Code points.
  private static let longestHeading = 300
  /// Labels and signatures are shorter. Code points.
  private static let longestSignature = 160

  /// Short enough, and no row of a table.
  var mayBeHeading: Bool {
    length <= Self.longestHeading && words > 0 && words <= 40 && kind != .tableRow
  }

  /// May be the line that says whose minutes these are (see `RecordTitle`).
  var mayNameRecord: Bool {
    mayBeHeading && all.contains(.minutes) && number == nil && !hasEarlyColon && !endsSentence
      && !beginsWithQuote && !beginsWithDash
  }

  /// Has the words of a sitting's title.
  var namesSitting: Bool { !all.isDisjoint(with: [.minutes, .session, .council, .convocation]) }

  /// Prose, and no name alone, vote or item: what may follow a speaker's label.
  var isSaid: Bool {
    guard kind == .paragraph || kind == .listItem, number == nil, !isAgendaHead, !opensResolution,
      !isVote || all.isDisjoint(with: [.against, .abstained, .unanimous])
    else { return false }
    if hasEarlyInitial && words <= 8 && !hasEarlyColon { return false }
    return words > 0 && endsSentence || words > 8
  }

  var isHeading: Bool {
    if kind == .heading || kind == .title {
      // A heading element around running text is a mistake of the page.
      return !(endsSentence && words > 6) && !(hasEarlyColon && !endsWithColon)
    }
    if opening.contains(.resolved) || resolves { return false }
    if isUpperCase && !endsSentence && words <= 25 { return true }
    if isAgendaHead { return true }
    if opening.contains(.chapter) && !endsSentence && isCentred { return true }
    // A title set in the middle without bold type.
    if isCentred && !endsSentence && words <= 25 && !all.isDisjoint(with: [.minutes, .convocation]) {
      return true
    }
    return isBold && !endsSentence && !endsWithColon && words <= 25 && (isCentred || words <= 10)
  }

  /// `Повестка дня:`, `Күн тәртібінде`, `Рассматриваемые вопросы`.
  var isAgendaHead: Bool {
    guard words <= 8, !endsSentence, number == nil, !hasEarlyColon || endsWithColon, !hasDigit,
      all.isDisjoint(with: [.adopted, .unanimous, .vote, .inFavour])
    else { return false }
    if kind == .heading || isBold || isUpperCase {
      if all.contains(.agenda) { return true }
    }
    if opening.contains(.agenda) && words <= 5 { return true }
    // «Вопросы слушаний:»
    if endsWithColon, words <= 4, opening.isSuperset(of: [.item, .hearing]) { return true }
    return words <= 5 && opening.isSuperset(of: [.considered, .item])
  }

  /// In news and announcements also a line with more words: `На рассмотрение сессии выносятся вопросы:`.
  var opensAgenda: Bool {
    if isAgendaHead { return true }
    guard hasEarlyColon, number == nil, wordsBeforeColon <= 15 else { return false }
    return all.contains(.agenda) && wordsBeforeColon <= 8
      || all.isSuperset(of: [.item, .session]) && all.isDisjoint(with: [.adopted, .inFavour])
  }

  /// The columns of a table of votes: sides, or deputies and their votes.
  var namesVotes: Bool {
    guard !hasDigit, words <= 20 else { return false }
    // `Ф.И.О.` has the form of initials.
    return all.isSuperset(of: [.inFavour, .against])
      || words <= 8 && all.contains(.vote) && (all.contains(.deputy) || hasEarlyInitial)
  }

  /// `За – 23, против – нет`, `26 депутат жақтап, қарсы – жоқ`, `За – единогласно`: sides, and counts or none.
  var isVote: Bool {
    guard length <= 400, words <= 40, all.contains(.inFavour) || all.contains(.unanimous)
    else {
      return false
    }
    let sides: Class = [.against, .abstained]
    let isCounted = hasDigit || !all.isDisjoint(with: [.none, .unanimous, .cardinal])
    guard isCounted else { return false }
    if all.contains(.inFavour) && !all.isDisjoint(with: sides) {
      return opening.contains(.inFavour) || all.isSuperset(of: sides) || all.contains(.vote)
        || !opening.isDisjoint(with: sides) || words <= 16
    }
    if opening.contains(.inFavour) && (all.contains(.unanimous) || hasDigit) && words <= 15 { return true }
    if opening.contains(.unanimous), hasDigit, words <= 4 { return true }
    return all.isSuperset(of: [.inFavour, .unanimous]) && hasDigit && words <= 15
      || all.contains(.unanimous) && !all.isDisjoint(with: [.adopted, .vote]) && hasDigit && words <= 12
  }

  /// `РЕШИЛ:`, `ШЕШІМ ҚАБЫЛДАДЫ:` at the end of a decision's preamble.
  var resolves: Bool {
    endsWithColon && number == nil && (all.contains(.resolved) || all.isSuperset(of: [.decision, .adopted]))
  }

  /// `РЕШИЛИ: …`, `Решение: …`, `Шешім қабылданды: …` in minutes.
  var opensResolution: Bool {
    if opening.contains(.resolved) { return true }
    if opening.contains(.recommended), hasEarlyColon, wordsBeforeColon <= 3 { return true }
    guard opening.contains(.decision) else { return false }
    return hasEarlyColon && wordsBeforeColon <= 3 || opening.contains(.adopted) && !endsWithColon
  }

  /// Two low lines in a row.
  private static func hasBlank(_ line: String) -> Bool {
    zip(line.utf8, line.utf8.dropFirst()).contains { $0 == 0x5f && $1 == 0x5f }
  }

  /// - Parameters:
  ///   - isFollowing: another signature has come before.
  func isSignature(after isFollowing: Bool, _ text: () -> String) -> Bool {
    guard length <= Self.longestSignature, words >= 2, words <= 16, kind != .heading, number == nil,
      !endsWithColon
    else { return false }
    if all.contains(.verified) && hasEarlyColon { return true }
    let offices: Class = [.office, .chair, .secretary, .minutes]
    if !all.isDisjoint(with: offices) {
      guard !endsSentence || words <= 8 && !all.contains(.cardinal), officeWords * 2 + 3 >= words else {
        return false
      }
      let line = text()
      // A blank for the hand stands in the name's place in drafts.
      if PersonName.name(atEndOf: line) != nil || Self.hasBlank(line) { return true }
      // «Асхат Шакәрімов, аудандық мәслихаттың төрағасы»
      if !all.isDisjoint(with: [.chair, .secretary]), words - officeWords <= 3,
        let name = PersonName.name(atStartOf: line),
        line.utf8.dropFirst(name.span.upperBound).first == 0x2c
      {
        return true
      }
      // The name stands on a line of its own.
      guard !endsSentence, !all.isDisjoint(with: [.chair, .secretary]) else { return false }
      // «Қарақия аудандық мәслихатының төрағасы»
      return officeWords == words
        || words - officeWords == 1 && words > 3
          && !last.union(opening).isDisjoint(with: [.chair, .secretary]) && all.contains(.council)
    }
    if words <= 8, !hasEarlyColon, Self.hasBlank(text()) { return PersonName.name(atEndOf: text()) != nil }
    // The author of an article, or the name below an office: a name and nothing else.
    guard !endsSentence || isFollowing, words <= 4, let name = PersonName.name(atStartOf: text()) else {
      return false
    }
    return name.span.count == text().utf8.count
  }
}
