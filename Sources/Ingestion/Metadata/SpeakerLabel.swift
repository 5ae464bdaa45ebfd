/// The label before a speech: `Сейтжанова Р.К., руководитель управления экономики: …`, `Депутат Р. Әміреев: …`,
/// `Ә. Қасенова (басқарма басшысы): …`, `Председатель сессии: …`.
public struct SpeakerLabel: Sendable, Equatable {
  /// As written; nil for a label that names an office only.
  public var name: String?
  /// As written, without brackets; nil for a name alone.
  public var role: String?
  /// Bytes of the UTF-8 text that the label takes, with its colon and the space after it.
  public var length: Int
  /// The role names an executive office (see `Office.isOfficial`).
  public var isOfficial: Bool { role.map(Office.isOfficial) ?? false }

  /// The role begins with an office in the accusative, as the name before it is: `акима района`.
  var isInAccusative: Bool {
    guard let text = role.map({ FoldedText($0) }), let office = text.words.first, Office.isOffice(text, 0)
    else { return false }
    // а, я
    return [0x430, 0x44f].contains(text.skeleton[office.end - 1])
  }

  /// The label at the start of a passage; nil for prose with a colon, which has neither a person's name at its start
  /// or end nor the name of an office in its place.
  public static func parse(_ passage: String) -> SpeakerLabel? {
    var passage = passage
    return passage.withUTF8 { parse(utf8: $0) }
  }

  /// The same on the UTF-8 bytes of a passage. Only its start is read, so that the cost does not grow with it: below
  /// 0.1 µs without a colon there, some microseconds with one.
  public static func parse(utf8 bytes: some RandomAccessCollection<UInt8>) -> SpeakerLabel? {
    let start = bytes.prefix(reach)
    guard start.contains(0x3A) else { return nil }
    return LabelReader(FoldedText(Array(start))).label()
  }

  /// The label that a passage is as a whole, with or without a colon: `Оспанов Е.С., депутат`, `Төрағалық етуші`.
  ///
  /// - Parameter isExpected: other labels stand alone, so that two capitalised words need no surname's ending.
  static func parse(alone passage: String, isExpected: Bool) -> SpeakerLabel? {
    guard passage.utf8.count < reach else { return nil }
    return LabelReader(FoldedText(passage)).whole(isExpected)
  }

  /// The label with a person's initials that a dash, a bracket or its own full stop closes before a sentence:
  /// `Лысенко В.Г. – Предприятие …`, `Шевченко Н.И. (житель) – Вода …`, `БАЙСОВ М.Т. Доходы …`; and the chair's office.
  static func parse(before passage: String) -> SpeakerLabel? {
    LabelReader(FoldedText(Array(passage.utf8.prefix(reach)))).inline()
  }

  /// Bytes in which a label and the name after it must end.
  private static let reach = 640
}

/// Reads a label's name and office; `SpeakerLabel` says what of.
struct LabelReader {
  let text: FoldedText
  let names: NameReader

  init(_ text: FoldedText) {
    self.text = text
    names = NameReader(text)
  }

  /// A label is short; a longer lead to a colon is a sentence.
  private static let longest = 40

  func label() -> SpeakerLabel? {
    var start = text.isHyphen(0) ? 1 : 0
    // «Докладчик Мусатаев Е.Б., руководитель отдела: …»
    if let first = text.words[safe: start], Office.vocabulary.meaning(text, first) == .reporter {
      start += text.isHyphen(start + 1) ? 2 : 1
    }
    if isTurn(start), text.isMark(start + 1, 0x3A), let name = names.name(at: start + 2),
      text.isMark(name.words.upperBound, 0x3A)
    {
      return made(name.text, nil, name.words.upperBound)
    }
    guard let colon = colon(after: start), colon > start else { return nil }
    if let name = names.name(at: start), name.words.upperBound <= colon {
      if name.words.upperBound == colon { return made(name.text, nil, colon) }
      if let role = role(after: name, colon) { return made(name.text, role, colon) }
    }
    if let name = names.capitals(at: start), name.words.upperBound < colon,
      (name.words.upperBound..<colon).contains(where: isNamedOffice), let role = role(after: name, colon)
    {
      return made(name.text, role, colon)
    }
    if let name = names.name(endingAt: colon), name.words.lowerBound > start,
      !text.isMark(colon - 1, 0x2E) || name.words.upperBound == colon
    {
      let before = start..<name.words.lowerBound
      // «Вопрос депутата Пузырёвой Е.В.:», «Ответ Абилова Н.С.:»
      if isTurn(start), name.form == .surnameFirst {
        let role = before.dropFirst().isEmpty ? nil : string(trimmed(start + 1..<before.upperBound))
        return made(ChairParser.nominative(name.text), role, colon)
      }
      guard isRole(before) else { return nil }
      return made(name.text, string(trimmed(before)), colon)
    }
    guard colon - start <= 5, isOffice(start..<colon), !isFollowedByName(colon) else { return nil }
    return made(nil, string(start..<colon), colon)
  }

  /// The first colon that ends a label: not in a time (`11:00`) and no sentence before it.
  private func colon(after start: Int) -> Int? {
    for index in start..<min(text.words.count, start + LabelReader.longest) {
      if text.isMark(index, 0x3A) {
        let isTime =
          text.words[safe: index - 1]?.kind == .digits && text.words[safe: index + 1]?.kind == .digits
        return isTime || text.isMark(index + 1, 0x2F) ? nil : index
      }
      if text.isMark(index, 0x3F) || text.isMark(index, 0x21) || text.isMark(index, 0x3B) { return nil }
      if text.isMark(index, 0x2E), let before = text.words[safe: index - 1], before.count > 4,
        let next = text.words[safe: index + 1],
        next.isAfterSpace, next.isCapitalised
      {
        return nil
      }
    }
    return nil
  }

  /// `, role` or `(role)` or `– role` between a name and the colon. After a name with initials any description is a
  /// role that holds no verb of speech (`Мельник О.П., юридическая клиника`); after a full name it must name an office.
  func role(after name: PersonName, _ colon: Int, isCertain: Bool = false) -> String? {
    let index = name.words.upperBound
    if text.isMark(index, 0x28), text.isMark(colon - 1, 0x29), colon - index > 2 {
      return string(index + 1..<colon - 1)
    }
    guard text.isMark(index, 0x2C) || text.isHyphen(index), colon - index > 1 else { return nil }
    let words = index + 1..<colon
    guard !tells(words), isCertain || name.form != .full || words.contains(where: isNamedOffice) else {
      return nil
    }
    return string(words)
  }

  func tells(_ words: Range<Int>) -> Bool {
    words.contains { LabelReader.telling.meaning(text, text.words[$0]) != nil }
  }

  /// `Вопрос`, `Жауап` before who asks or answers.
  func isTurn(_ index: Int) -> Bool {
    text.words[safe: index].map { LabelReader.turns.meaning(text, $0) != nil } ?? false
  }

  private static let turns = Vocabulary<Bool>([
    (true, "вопрос ответ реплика замечание предложение сұрақ жауап ұсыныс пікір")
  ])
  static let telling = Vocabulary<Bool>([
    (
      true,
      """
      отмет* сказал* сообщ* доложил* заяв* подчерк* предлож* спрос* выступ* добавил* пояснил* ответил* говор* считает \
      котор* деді дейді айтты айтуынша деп атап баяндады сұрады
      """
    )
  ])

  /// A role before a name: it starts with an office (Russian, with one adjective at most before it) or ends with one
  /// (Kazakh).
  func isRole(_ words: Range<Int>) -> Bool {
    let words = trimmed(words)
    guard let first = words.first, let last = words.last else { return false }
    if isNamedOffice(first) || Office.isActing(text, first) || Office.isActing(text, last - 3) {
      return true
    }
    if words.count >= 2, isNamedOffice(first + 1), Office.isAdjective(text, first) { return true }
    return Office.isKazakhHead(text, last) || text.isMark(last, 0x29) && words.contains(where: isNamedOffice)
  }

  func trimmed(_ words: Range<Int>) -> Range<Int> {
    var words = words
    while let last = words.last, text.isMark(last, 0x2C) || text.isHyphen(last) {
      words = words.lowerBound..<last
    }
    return words
  }

  /// Every word belongs to an office's name: `Председатель сессии`, `Сессия төрағасы`, `Из зала`.
  func isOffice(_ words: Range<Int>) -> Bool {
    var named = false
    for index in words {
      let word = text.words[index]
      if word.kind == .mark {
        if word.count == 1, text.isMark(index, 0x2E) { continue }
        return false
      }
      switch Office.vocabulary.meaning(text, word) {
      case .chair, .head, .executive: named = true
      case .body, .voice, .acting: continue
      case .reporter, nil: return false
      }
    }
    return named && text.words[words.lowerBound].isCapitalised || isVoice(words)
  }

  /// `Из зала`, `Залдан`.
  private func isVoice(_ words: Range<Int>) -> Bool {
    words.allSatisfy { Office.vocabulary.meaning(text, text.words[$0]) == .voice }
  }

  func isNamedOffice(_ index: Int) -> Bool { Office.isOffice(text, index) }

  /// `Председатель: Касенов Т.А.`, `Төрағалық етуші: сессия төрағасы М. Есімсейітов` in a list of who was present is no
  /// speech.
  private func isFollowedByName(_ colon: Int) -> Bool {
    var start = colon + 1
    while start < colon + 5, let word = text.words[safe: start], !isDeputy(word) {
      let meaning = Office.vocabulary.meaning(text, word)
      guard meaning == .body || meaning == .chair || Term.vocabulary.meaning(text, word) == .council else {
        break
      }
      start += 1
    }
    guard let name = names.name(at: start) else { return false }
    let end = name.words.upperBound
    return end >= text.words.count - 1 || text.isMark(end, 0x2E) || text.isMark(end, 0x2C)
      || text.isMark(end, 0x3B)
  }

  private static let deputy = Skeleton.of("депутат")

  private func isDeputy(_ word: FoldedText.Word) -> Bool {
    text.skeleton[word.start..<word.end].starts(with: LabelReader.deputy)
  }

  func string(_ words: Range<Int>) -> String { text.string(text.span(words)) }

  func made(_ name: String?, _ role: String?, _ colon: Int) -> SpeakerLabel {
    let end = text.words[safe: colon + 1].map { Int(text.offsets[$0.start]) } ?? text.bytes.count
    return SpeakerLabel(name: name, role: role, length: end)
  }
}
