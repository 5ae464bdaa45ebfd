/// Who is quoted in news: `– …, – возмутилась депутат Айгерим Толеубек. – …`, `«…», – деді педагог Айгүл Нұрлан.`
public struct Attribution: Sendable, Equatable {
  /// As written.
  public var name: String
  /// As written, such as `депутат`; nil where the name follows the verb.
  public var role: String?
  /// Bytes of the UTF-8 text from the verb to the name's end.
  public var span: Range<Int>
  public var isOfficial: Bool { role.map(Office.isOfficial) ?? false }

  /// The first attribution of a passage: a dash after a comma, mark or closing quote, a verb of speech, at most eight words of a role,
  /// and a person's name.
  public static func parse(_ passage: String) -> Attribution? {
    let text = FoldedText(passage)
    let names = NameReader(text)
    for index in text.words.indices where text.isHyphen(index) && isAfterSpeech(text, index) {
      guard let verb = text.words[safe: index + 1], !verb.isCapitalised, let first = verbEnd(text, index + 1)
      else { continue }
      for start in first..<min(first + 9, text.words.count) {
        if text.isMark(start, 0x2C), start > first { continue }
        guard let name = names.name(at: start) else {
          // «Тірек» қоғамының жетекшісі
          if text.words[start].kind == .mark, !nameMarks.contains(text.fold[text.words[start].start]) {
            break
          }
          continue
        }
        let words = isRole(text, first..<start) ? first..<start : roleAfter(text, name)
        let role = words.map { text.string(text.span($0)) }
        return Attribution(name: name.text, role: role, span: text.span(index + 1..<name.words.upperBound))
      }
    }
    return nil
  }

  /// `Её поддержал Серик Жапаров: «Пока нет отчёта …»`: the last person that the sentence before a colon and the quotation of
  /// a sentence names.
  static func before(quotationIn passage: String) -> String? {
    let text = FoldedText(passage)
    guard
      let colon = text.words.indices.first(where: { index in
        text.isMark(index, 0x3A) && opensSentence(text, index + 1)
      })
    else { return nil }
    let stop = text.words.indices[..<colon].last { index in
      text.isMark(index, 0x2E) && (text.words[safe: index - 1]?.count ?? 0) > 2
    }
    let start = stop.map { $0 + 1 } ?? 0
    let reader = NameReader(text)
    if let name = reader.name(endingAt: colon), name.words.lowerBound >= start { return name.text }
    return reader.all().last { $0.words.lowerBound >= start && $0.words.upperBound <= colon }?.text
  }

  /// A quotation mark, and some words with a capital at their beginning before the mark that closes it.
  private static func opensSentence(_ text: FoldedText, _ index: Int) -> Bool {
    guard let mark = text.words[safe: index], mark.kind == .mark,
      [0xAB, 0x201C].contains(text.fold[mark.start]),
      text.words[safe: index + 1]?.isCapitalised == true
    else { return false }
    let end = text.words.indices[(index + 1)...].first { text.isMark($0, 0xBB) || text.isMark($0, 0x201D) }
    return (end ?? text.words.count) - index > shortestSentence
  }

  private static let shortestSentence = 6

  /// Hyphens, and the marks around the names of what somebody is the head of.
  private static let nameMarks: Set<UInt16> = [0x2D, 0xAB, 0xBB, 0x22, 0x201C, 0x201D, 0x201E]

  /// Words between verb and name that describe the person; `бұл тұрғыда`, `на это` do not.
  private static func isRole(_ text: FoldedText, _ words: Range<Int>) -> Bool {
    !words.isEmpty && words.allSatisfy { pointing.meaning(text, text.words[$0]) == nil }
  }

  /// `Аулия Ариани, пресс-секретарь ведомства,`: an office between the name and the next comma, stop or dash.
  private static func roleAfter(_ text: FoldedText, _ name: PersonName) -> Range<Int>? {
    let start = name.words.upperBound + 1
    guard text.isMark(start - 1, 0x2C) else { return nil }
    let limit = min(start + 10, text.words.count)
    let end = (start..<max(start, limit)).first { index in
      text.isMark(index, 0x2C) || text.isMark(index, 0x2E)
        || (text.isHyphen(index) && text.words[index].isAfterSpace)
    }
    guard let end, end > start, (start..<end).contains(where: { Office.isOffice(text, $0) }) else {
      return nil
    }
    return start..<end
  }

  private static let pointing = Vocabulary<Bool>([
    (true, "бұл бұған осы осыған сол соған это этом этого этому этот том тому тогда затем")
  ])

  private static func isAfterSpeech(_ text: FoldedText, _ index: Int) -> Bool {
    guard let before = text.words[safe: index - 1], before.kind == .mark, text.words[index].isAfterSpace
    else { return false }
    return [0x2C, 0x2E, 0x21, 0x3F, 0xBB, 0x22, 0x201D, 0x2026].contains(text.fold[before.start])
  }

  /// The index after a verb of speech: Russian past or present, Kazakh `деді`, `деп түсіндірді`, `дейді`.
  static func verbEnd(_ text: FoldedText, _ index: Int) -> Int? {
    guard let word = text.words[safe: index] else { return nil }
    if let end = kazakhVerb(text, index) { return end }
    guard word.kind == .letters, word.count > 3 else { return nil }
    return ends(text, word, in: russianEndings) ? index + 1 : nil
  }

  private static func kazakhVerb(_ text: FoldedText, _ index: Int) -> Int? {
    if said.meaning(text, text.words[index]) != nil { return index + 1 }
    guard text.word(index, is: saying) || text.word(index, is: asIf) else { return nil }
    for end in index + 1..<min(index + 5, text.words.count) {
      let word = text.words[end]
      guard word.kind == .letters, !word.isCapitalised else { return nil }
      if word.count > 3, ends(text, word, in: pastEndings) { return end + 1 }
    }
    return nil
  }

  private static func ends(_ text: FoldedText, _ word: FoldedText.Word, in endings: [[UInt16]]) -> Bool {
    endings.contains { text.skeleton[word.start..<word.end].suffix($0.count).elementsEqual($0) }
  }

  private static let saying = Skeleton.of("деп")
  private static let asIf = Skeleton.of("дей")
  private static let said = Vocabulary<Bool>([(true, "деді дейді деген")])
  private static let pastEndings = ["ды", "ді", "ты", "ті"].map(Skeleton.of)
  private static let russianEndings = ["л", "ла", "лся", "лась", "ит", "ает", "ляет", "ует"].map(
    Skeleton.of)
}
