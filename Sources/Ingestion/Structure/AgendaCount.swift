/// How many items an agenda has, and what its lines look like.
enum AgendaCount {
  private static let items = ["вопрос", "мәселе"].map { FoldedText($0).skeleton }

  /// The number that a report of a session gives: `рассмотрено 6 вопросов`, `Күн тәртібіне жеті мәселе шығарылды`.
  ///
  /// The number right before the word for items, or with one word between; nil where there is none.
  static func stated(in passage: String) -> Int? {
    let text = FoldedText(passage)
    guard !countsSittings(text) else { return nil }
    for index in text.words.indices {
      let word = text.words[index]
      guard items.contains(where: { text.skeleton[word.start..<word.end].starts(with: $0) }) else { continue }
      for before in [index - 1, index - 2] where before >= 0 {
        if let number = text.number(before), number > 0, number < 200 { return number }
        if let number = Cardinal.value(text, endingAt: before)?.value, number > 0 { return number }
      }
    }
    return nil
  }

  /// `проведено 24 заседания`: the items are those of all of them.
  private static func countsSittings(_ text: FoldedText) -> Bool {
    text.words.indices.contains { index in
      sittings.meaning(text, text.words[index]) != nil && (text.number(index - 1) ?? 0) > 1
    }
  }

  /// Forms that a number before them counts; `12 сессиясы` is the twelfth.
  private static let sittings = Vocabulary<Bool>([(true, "заседани(я|й) сесси(и|й) отырыс сессия")])

  /// The items of an agenda in one passage: `Повестка дня: 1. О бюджете. 2. О разном.` has 2. Numbers count from 1 on,
  /// each with its stop or bracket and a capital or quotation mark after it.
  static func listed(in passage: String) -> Int {
    let text = FoldedText(passage)
    var last = 0
    for index in text.words.indices where text.number(index) == last + 1 {
      guard text.isMark(index + 1, 0x2e) || text.isMark(index + 1, 0x29),
        let next = text.words[safe: index + 2], next.kind != .digits
      else { continue }
      last += 1
    }
    return last > 0 ? last : dashed(text)
  }

  /// `Сессияның қарауына мәселелер енгізіледі: - «… туралы»; - Әртүрлі.` has 2: dashes before capitals or quotation marks,
  /// the first of them right after the colon.
  private static func dashed(_ text: FoldedText) -> Int {
    guard let colon = text.words.indices.first(where: { text.isMark($0, 0x3a) }), text.isHyphen(colon + 1)
    else {
      return 0
    }
    return text.words.indices[colon...].count { index in
      guard text.isHyphen(index), text.words[index].isAfterSpace, let next = text.words[safe: index + 1]
      else {
        return false
      }
      return next.isAfterSpace
        && (next.isCapitalised || [0xAB, 0x22, 0x201C].contains(text.fold[next.start]))
    }
  }

  /// Whether a line that begins with the word for an agenda goes on with its items: numbered, or one alone, `Повестка: Об
  /// отчёте акима`.
  static func follows(colonIn line: String) -> Bool {
    guard listed(in: line) == 0 else { return true }
    return line.firstIndex(of: ":").map { isItem(String(line[line.index(after: $0)...])) } ?? false
  }

  /// Whether a line below the agenda's heading is one of its items though it has no number: `О бюджете`, `Бюджет туралы`,
  /// `Разное`, `Бірінші. …`. A roman numeral counts where it goes on from the line before, since `С. Ахметов` and
  /// `Х. Бекова: …` begin with initials.
  static func isItem(_ line: String, after listed: Int = 0) -> Bool {
    guard line.utf8.count < 800 else { return false }
    let text = FoldedText(line)
    let letters = text.words.indices.filter { text.words[$0].kind == .letters }
    guard let first = letters.first, let last = letters.last else { return false }
    if openings.meaning(text, text.words[first]) != nil || endings.meaning(text, text.words[last]) != nil {
      return true
    }
    guard let number = OrdinalReader(text).ending(at: first + 1), number.isOrdinal else { return false }
    if number.form == .roman, number.value != listed + 1 || namesSpeaker(text, first) { return false }
    return text.words[safe: first + 1]?.kind == .mark
  }

  /// `І. Сәрсенов, депутат: …`: a name and then a colon, comma or bracket.
  static func namesSpeaker(_ text: FoldedText, _ index: Int) -> Bool {
    guard text.words[index].count == 1, let name = NameReader(text).name(at: index),
      let next = text.words[safe: name.words.upperBound]
    else { return false }
    return name.form == .initialsFirst && [0x3A, 0x2C, 0x28].contains(text.fold[next.start])
  }

  private static let openings = Vocabulary<Bool>([
    (true, "о об отчет отчеты информация разное другие иные әртүрлі өзге")
  ])
  private static let endings = Vocabulary<Bool>([
    (true, "туралы жөнінде жөніндегі бойынша есебі ақпараты мәселе(|лер|лері)")
  ])
}
