/// Which item of the agenda a session has come to, by its headings and the words that begin an item: `По второму
/// вопросу`, `2-ші мәселе бойынша`, `СЛУШАЛИ:`, `2. Об областном бюджете`.
struct AgendaCourse {
  /// What begins an item.
  struct Start {
    enum Cue { case ordinal, heard, number }
    var cue: Cue
    /// As stated; nil for the next.
    var number: Int?
    var isHeading: Bool
  }

  /// The item under way, from 1.
  var item: Int?
  /// The number of the last line of the agenda.
  var lastListed = 0
  /// The passage just asked for begins an item, and is a heading itself.
  var startsHere = false
  private(set) var startIsHeading = false
  /// The item under way is `Разное`, `Әртүрлі мәселелер`.
  var isSundry = false
  /// Something else than the agenda's lines has followed them.
  var isListClosed = false
  /// Headings that open an item, for documents that list no agenda, and those of them that state their number.
  private(set) var headings = 0
  private(set) var numberedHeadings = 0
  /// Items have headings of their own, so that `СЛУШАЛИ:` below them begins none.
  private var hasItemHeadings = false

  /// Longer passages begin no item by a word in them. Words.
  private static let longestStart = 25

  /// What the passage begins, or nil.
  func start(of shape: PassageShape, _ phase: RoleParser.Phase, isInList: Bool, _ text: () -> String)
    -> Start?
  {
    guard shape.words > 0, shape.kind != .tableRow, shape.kind != .tableHeader, shape.kind != .title else {
      return nil
    }
    let isShort = shape.words <= Self.longestStart && (!shape.endsSentence || shape.words <= 4)
    if shape.opening.contains(.item), phase != .opening || isShort, !shape.all.contains(.agenda),
      let number = Self.ordinal(besideItem: text())
    {
      let isLabelled = shape.hasEarlyColon && !shape.endsWithColon && shape.wordsBeforeColon > 5
      return Start(cue: .ordinal, number: number, isHeading: isShort && !isLabelled)
    }
    if shape.opening.contains(.heard), shape.wordsBeforeColon <= 4 || isShort {
      return heard(shape, isShort, text)
    }
    guard let number = shape.number, !isInList, isShort, !shape.hasEarlyColon || shape.endsWithColon else {
      return nil
    }
    // The agenda's numbers begin anew, or go on one by one below it.
    if phase == .agenda, number <= lastListed, !shape.isSubpoint || shape.isBold {
      return Start(cue: .number, number: number, isHeading: true)
    }
    if phase == .items, number == (item ?? 0) + 1, !shape.isSubpoint, !shape.endsWithCommand,
      lastListed >= number
    {
      return Start(cue: .number, number: number, isHeading: true)
    }
    return nil
  }

  /// `СЛУШАЛИ:`, `1. СЛУШАЛИ: …`, `ТЫҢДАЛДЫ: бірінші мәселе`; below a heading of the item it begins none.
  private func heard(_ shape: PassageShape, _ isShort: Bool, _ text: () -> String) -> Start? {
    let number =
      shape.number ?? (shape.all.contains(.item) ? Self.ordinal(besideItem: text()) : nil)
      ?? (shape.hasDigit && shape.hasEarlyColon ? Self.number(afterColon: FoldedText(text())) : nil)
    if number == nil && hasItemHeadings { return nil }
    let isAlone = shape.words <= 2 || number != nil && shape.words <= 8
    return Start(cue: .heard, number: number, isHeading: isAlone && (isShort || shape.endsWithColon))
  }

  /// `ТЫҢДАЛДЫ: 1. Аудандық бюджет туралы`.
  private static func number(afterColon text: FoldedText) -> Int? {
    guard let colon = text.words.indices.prefix(6).first(where: { text.isMark($0, 0x3A) }),
      text.isMark(colon + 2, 0x2E) || text.isMark(colon + 2, 0x29),
      text.words[safe: colon + 3]?.kind == .letters
    else { return nil }
    return text.number(colon + 1).flatMap { (1...60).contains($0) ? $0 : nil }
  }

  mutating func enter(_ start: Start) {
    startsHere = true
    startIsHeading = start.isHeading
    if start.cue != .heard || start.number != nil { hasItemHeadings = true }
    let number = start.number ?? (item ?? 0) + 1
    if number != item {
      headings += 1
      if start.number != nil { numberedHeadings += 1 }
    }
    item = number
  }

  /// A section that the mark-up numbers.
  mutating func enterSection(_ number: Int) {
    item = number
    headings = max(headings, number)
  }

  /// A heading without the words for an item: numbered, or the next by its place.
  ///
  /// - Parameters:
  ///   - isNumberedOnly: a heading without a number begins no item.
  ///   - listed: items that the agenda lists, 0 where there is none.
  mutating func enterHeading(
    _ shape: PassageShape, _ text: () -> String, isNumberedOnly: Bool, listed: Int
  ) {
    let number =
      shape.number ?? (shape.isSpaced ? nil : Self.ordinal(in: FoldedText(text()), after: item ?? 0))
    if number == nil {
      // `ВЫСТУПИЛИ`, `ШЕШТІ`, `Обсуждение`: a part of the item under way.
      let isPart = !shape.opening.isDisjoint(with: [.listened, .resolved, .vote, .decision])
      if isPart || isNumberedOnly || numberedHeadings > 0 || listed > 0 && (item ?? 0) >= listed { return }
    }
    hasItemHeadings = true
    headings += 1
    if number != nil { numberedHeadings += 1 }
    item = number ?? (item ?? 0) + 1
  }

  /// `Бірінші мәселе`, `1-мәселе`, `По второму вопросу`: an ordinal among the first four words. A single letter that may
  /// be roman is an initial unless it goes on from the item before.
  private static func ordinal(in text: FoldedText, after item: Int) -> Int? {
    for index in text.words.indices.prefix(4) {
      let word = text.words[index]
      let start = Int(text.offsets[word.start])
      let end = Int(text.ends[word.end - 1])
      if let number = OrdinalNumber.parse(text.string(start..<end)), number.isOrdinal, number.value <= 60,
        number.form != .roman || word.count > 1
          || number.value == item + 1 && !AgendaCount.namesSpeaker(text, index)
      {
        return number.value
      }
    }
    return nil
  }

  static func isSundry(_ heading: String) -> Bool {
    let text = FoldedText(heading)
    return text.words.prefix(4).contains { sundries.meaning(text, $0) != nil }
  }

  private static let sundries = Vocabulary<Bool>([
    (true, "разное разн(ые|ых) прочее прочие әртүрлі басқа өзге")
  ])
  private static let items = ["вопрос", "мәселе", "пункт"].map(Skeleton.of)

  /// The number that stands right before or after the word for an item, which is among the first words.
  static func ordinal(besideItem passage: String) -> Int? {
    let text = FoldedText(passage)
    let reader = OrdinalReader(text)
    for index in text.words.indices.prefix(8) {
      let word = text.words[index]
      guard word.kind == .letters,
        items.contains(where: { text.skeleton[word.start..<word.end].starts(with: $0) })
      else { continue }
      let before = text.isHyphen(index - 1) ? index - 1 : index
      if let number = reader.ending(at: before), number.value <= 60 { return number.value }
      var after = index + 1
      if text.isMark(after, 0x2116) { after += 1 }
      if let number = text.number(after), (1...60).contains(number) { return number }
      if let number = reader.ending(at: index + 2), number.isOrdinal, number.value <= 60 {
        return number.value
      }
    }
    return nil
  }
}
