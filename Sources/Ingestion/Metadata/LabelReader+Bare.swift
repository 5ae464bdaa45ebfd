/// Labels that no colon closes: a line of their own, or a dash, a bracket or a full stop.
extension LabelReader {
  /// Words of an office that stands alone.
  private static let longestOffice = 4

  func whole(_ isExpected: Bool) -> SpeakerLabel? {
    let start = text.isHyphen(0) ? 1 : 0
    var end = text.words.count
    if text.isMark(end - 1, 0x3A) || text.isMark(end - 1, 0x2E) && !isInitial(end - 2) { end -= 1 }
    guard end > start else { return nil }
    let whole = text.words.count - 1
    if let name = names.name(at: start) ?? names.capitals(at: start) {
      if name.words.upperBound == end {
        return names.isTelling(name) || isExpected ? made(name.text, nil, whole) : nil
      }
      let isCertain = names.isTelling(name)
      guard name.words.upperBound < end, let role = role(after: name, end, isCertain: isCertain) else {
        return nil
      }
      let words = name.words.upperBound + 1..<end
      // `Ахметов К.Ж., житель села, просит воды.` is a sentence.
      let isShort = words.count <= 6 && (end == text.words.count || !words.contains { text.isMark($0, 0x2C) })
      let isNamed = words.contains(where: isNamedOffice)
      // `Лысенко В.Г. – Предприятие …` says something.
      guard isNamed || !text.isHyphen(name.words.upperBound) else { return nil }
      guard isShort && (isNamed || isCertain) || isNamed && end == text.words.count else {
        return nil
      }
      return made(name.text, role, whole)
    }
    if let name = names.name(endingAt: end), name.words.lowerBound > start, name.words.upperBound == end,
      names.isTelling(name), isRole(start..<name.words.lowerBound)
    {
      return made(name.text, string(trimmed(start..<name.words.lowerBound)), whole)
    }
    guard end - start <= Self.longestOffice, isOffice(start..<end) else { return nil }
    return made(nil, string(start..<end), whole)
  }

  func inline() -> SpeakerLabel? {
    var start = text.isHyphen(0) ? 1 : 0
    if isTurn(start), text.isMark(start + 1, 0x3A) { start += 2 }
    guard let name = names.name(at: start), name.form != .full else { return presiding(start) }
    var end = name.words.upperBound
    var role: Range<Int>?
    if text.isMark(end, 0x28), let close = (end..<end + 16).first(where: { text.isMark($0, 0x29) }) {
      role = end + 1..<close
      end = close + 1
    } else if text.isMark(end, 0x2C), let dash = dash(after: end) {
      role = end + 1..<dash
      end = dash
    } else if text.isMark(end, 0x2C), let stop = stop(after: end) {
      role = end + 1..<stop
      end = stop
    }
    let hasDash = isDash(end)
    if hasDash {
      end += 1
    } else if text.isMark(end, 0x2E) || text.isMark(end, 0x3A) {
      end += 1
    } else if role == nil, name.form != .surnameFirst {
      return nil
    }
    guard begins(at: end, afterDash: hasDash) else { return nil }
    return SpeakerLabel(
      name: name.text, role: role.map(string), length: Int(text.offsets[text.words[end].start]))
  }

  /// `Председательствующий. Слово предоставляется …`, `Төраға – Құрметті әріптестер …`: the chair's office.
  private func presiding(_ start: Int) -> SpeakerLabel? {
    let end = (start..<start + Self.longestOffice + 1).first { text.words[safe: $0]?.kind == .mark }
    guard let end, end > start, text.isMark(end, 0x2E) || isDash(end), isOffice(start..<end),
      text.words[start..<end].contains(where: { Office.vocabulary.meaning(text, $0) == .chair }),
      begins(at: end + 1, afterDash: false)
    else { return nil }
    return SpeakerLabel(
      name: nil, role: string(start..<end), length: Int(text.offsets[text.words[end + 1].start]))
  }

  /// The dash that ends an office after a comma, `Оспанов Е.С., депутат – …`.
  private func dash(after comma: Int) -> Int? {
    for index in comma + 1..<min(comma + 16, text.words.count) {
      if isDash(index) {
        let office = comma + 1..<index
        return office.contains(where: isNamedOffice) && !tells(office) ? index : nil
      }
      if text.isMark(index, 0x3A) || text.isMark(index, 0x2E) && !isInitial(index - 1) { return nil }
    }
    return nil
  }

  /// The full stop that ends an office after a comma, `Смолин О. Н., депутат. …`, as shorthand minutes write it.
  private func stop(after comma: Int) -> Int? {
    for index in comma + 1..<min(comma + 16, text.words.count) {
      if text.isMark(index, 0x3A) || isDash(index) { return nil }
      guard text.isMark(index, 0x2E), !isInitial(index - 1) else { continue }
      let office = comma + 1..<index
      return office.contains(where: isNamedOffice) && !tells(office) ? index : nil
    }
    return nil
  }

  /// A dash between words, not the hyphen inside of one.
  private func isDash(_ index: Int) -> Bool {
    guard text.isHyphen(index) else { return false }
    return !text.isMark(index, 0x2D) || text.words[index].isAfterSpace
      || text.words[safe: index + 1]?.isAfterSpace == true
  }

  private func isInitial(_ index: Int) -> Bool { (text.words[safe: index]?.count ?? 0) <= 2 }

  /// A sentence rather than an office, an institution or another name: it begins with a capital or, after a dash, with
  /// a verb in the first person.
  private func begins(at index: Int, afterDash: Bool) -> Bool {
    guard let first = text.words[safe: index], text.words.count - index > 3 else { return false }
    if first.kind == .mark {
      return afterDash && !text.isMark(index, 0x28) && !text.isHyphen(index)
    }
    guard first.kind == .letters else { return false }
    if !first.isCapitalised { return afterDash && LabelReader.firstPerson.meaning(text, first) != nil }
    let isAcronym = first.isUpperCase && first.count > 1
    return !isAcronym && !isNamedOffice(index) && !Office.isActing(text, index)
      && names.name(at: index) == nil
  }

  private static let firstPerson = Vocabulary<Bool>([
    (true, "предлагаю прошу считаю хочу поддерживаю думаю спрашиваю вношу согласен согласна хотел хотела")
  ])
}
