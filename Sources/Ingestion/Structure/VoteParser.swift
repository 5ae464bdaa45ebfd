/// Reads the counts of a vote: `За – 23, против – нет, воздержавшихся нет`, `26 депутат жақтап, қарсы – жоқ`,
/// `139 адам қолдады, төртеуі қарсы болды`, `16 – «за», 1 – «воздержался»`. A count that is not stated is 0.
enum VoteParser {
  enum Side { case inFavour, against, abstained }

  /// More votes than any council or hearing has are another figure, such as a year.
  static let most = 1500

  /// The counts of a passage, or nil where it states no votes in favour.
  static func parse(_ passage: String) -> (inFavour: Int, against: Int, abstained: Int)? {
    let text = FoldedText(passage)
    let sides = text.words.map { words.meaning(text, $0) }
    let reader = Reader(text: text, sides: sides)
    let mentions = sides.indices.filter { sides[$0] != nil && !reader.isPreposition($0) }
    guard let first = mentions.first else { return unanimous(text).map { ($0, 0, 0) } }
    // Counts stand before their sides throughout, or after them.
    let isBefore = reader.stated(after: first) == nil && reader.count(before: first) != nil
    var counts: [Side: Int] = [:]
    for index in mentions {
      guard let side = sides[index], counts[side] == nil else { continue }
      let before = isBefore ? reader.count(before: index) : nil
      let after = reader.stated(after: index) ?? before ?? reader.count(after: index)
      if let count = after ?? reader.count(before: index) { counts[side] = count }
    }
    guard let inFavour = counts[.inFavour] ?? unanimous(text) else { return nil }
    return (inFavour, counts[.against] ?? 0, counts[.abstained] ?? 0)
  }

  /// The side and count of a passage that names one side against or abstained: `воздержались – 2`, `қарсы – жоқ`.
  static func side(_ passage: String) -> (side: Side, count: Int)? {
    let text = FoldedText(passage)
    let sides = text.words.map { words.meaning(text, $0) }
    let reader = Reader(text: text, sides: sides)
    let mentions = sides.indices.filter { sides[$0] != nil }
    guard mentions.count == 1, let index = mentions.first, let side = sides[index], side != .inFavour,
      let count = reader.stated(after: index) ?? reader.count(before: index) ?? reader.count(after: index)
    else { return nil }
    return (side, count)
  }

  /// `единогласно, 23 голоса`, `бір ауыздан (16 дауыс)`, `бірауыздан – 16`: a number of votes and no side.
  private static func unanimous(_ text: FoldedText) -> Int? {
    guard let word = text.words.firstIndex(where: { unanimity.meaning(text, $0) != nil }) else { return nil }
    for index in text.words.indices {
      guard let number = text.number(index), let noun = text.words[safe: index + 1],
        voters.meaning(text, noun) != nil
      else { continue }
      return number
    }
    // A dash, colon or bracket between the word and the number alone.
    guard text.words[safe: word + 1]?.kind == .mark, let number = text.number(word + 2), number <= most,
      text.words[safe: word + 3]?.kind != .letters
    else { return nil }
    return number
  }

  private static let unanimity = Vocabulary<Bool>([(true, "единогласн* бірауыздан ауыздан")])
  private static let voters = Vocabulary<Bool>([(true, "голос(|а|ов|ами) дауыс* депутат* человек адам")])
  static let words = Vocabulary<Side>([
    (
      .inFavour,
      "за жақта(п|ды|ған|ғандар|ғандары|ғаны|дық|лды) қолда(п|ды|ған|ғандар|ғаны|ды) иә поддержа(л|ла|ли|ло) жақ"
    ),
    (.against, "против қарсы(|сы|лар|лары|лық)"),
    (.abstained, "воздержал(ись|ся|ось|ась) воздержавш* қалыс"),
  ])
}

/// Looks for the number that belongs to a side.
private struct Reader {
  let text: FoldedText
  let sides: [VoteParser.Side?]

  /// `за` before a noun (`за 2023 год`, `за счёт`) rather than a side: no number, mark or verb of voting follows.
  func isPreposition(_ index: Int) -> Bool {
    guard text.words[index].count == 2, sides[index] == .inFavour, let next = text.words[safe: index + 1]
    else { return false }
    if text.number(index + 1) != nil {
      guard let noun = text.words[safe: index + 2] else { return false }
      return count(at: index + 1) == nil || Term.vocabulary.meaning(text, noun) == .year
    }
    if next.kind == .mark { return false }
    return count(before: index) == nil && count(after: index) == nil
  }

  /// A number after the word and a dash or colon (`за – 20`), or a quotation mark and one (`«за» – 20`).
  func stated(after index: Int) -> Int? {
    var next = index + 1
    if let mark = text.words[safe: next], mark.kind == .mark, isQuote(mark) { next += 1 }
    // «қарсы дауыс берген – жоқ», «воздержалось депутатов – 2»: up to two words that only fill.
    var fill = 0
    while fill < 2, let word = text.words[safe: next], word.kind == .letters, sides[next] == nil,
      count(at: next) == nil
    {
      next += 1
      fill += 1
    }
    guard text.isHyphen(next) || text.isMark(next, 0x3a) else { return nil }
    return count(at: next + 1)
  }

  /// A number after the word, over marks and the words that only fill; past more words it follows a verb of voting.
  func count(after index: Int) -> Int? {
    var letters = 0
    var isAfterVerb = false
    var i = index + 1
    while i < text.words.count, i <= index + 14 {
      if sides[i] != nil || isStop(i) { return nil }
      if letters <= 1 || isAfterVerb, let value = count(at: i) { return value }
      if text.words[i].kind == .letters {
        letters += 1
        isAfterVerb = Self.voting.meaning(text, text.words[i]) != nil
      }
      i += 1
    }
    return nil
  }

  func count(before index: Int) -> Int? {
    var i = index - 1
    while i >= 0, i >= index - 4 {
      if sides[i] != nil || isStop(i) || text.isMark(i, 0x3a) || text.isMark(i, 0x28) { return nil }
      if text.words[i].kind == .digits { return count(at: i) }
      if let found = Cardinal.value(text, endingAt: i) { return found.value }
      i -= 1
    }
    return nil
  }

  private func count(at index: Int) -> Int? {
    guard let word = text.words[safe: index] else { return nil }
    if word.kind == .digits { return text.number(index).flatMap { $0 <= VoteParser.most ? $0 : nil } }
    return Cardinal.value(text, at: index)
  }

  private func isStop(_ index: Int) -> Bool {
    text.isMark(index, 0x2c) || text.isMark(index, 0x3b) || text.isMark(index, 0x2e)
  }

  private func isQuote(_ word: FoldedText.Word) -> Bool {
    [0x22, 0xbb, 0x201d, 0x201c].contains(text.fold[word.start])
  }

  private static let voting = Vocabulary<Bool>([
    (true, "голосова* проголосова* голос* высказал* дауыс берді берген берілді болды")
  ])
}
