/// Reads the counts of a vote: `За – 23, против – нет, воздержавшихся нет`, `Жақтап – 20, қарсы – 9, қалыс – 6`,
/// `139 адам қолдады, төртеуі қарсы болды`. A count that is not stated is 0.
enum VoteParser {
  private enum Side { case inFavour, against, abstained }

  /// The counts of a passage, or nil where it states no votes in favour.
  static func parse(_ passage: String) -> (inFavour: Int, against: Int, abstained: Int)? {
    let text = FoldedText(passage)
    var counts: [Side: Int] = [:]
    for index in text.words.indices where text.words[index].kind == .letters {
      guard let side = side(of: text, index), counts[side] == nil else { continue }
      if let count = count(after: index, in: text) ?? count(before: index, in: text) { counts[side] = count }
    }
    guard let inFavour = counts[.inFavour] else { return nil }
    return (inFavour, counts[.against] ?? 0, counts[.abstained] ?? 0)
  }

  private static let words: [(Side, [String])] = [
    (
      .inFavour,
      [
        "за", "жақтап", "жақтады", "жақтаған", "жақтағандар", "жақтағаны", "қолдады", "қолдаған",
        "қолдағандар", "иә",
      ]
    ),
    (.against, ["против", "қарсы", "қарсысы", "қарсылар", "қарсылары"]),
    (
      .abstained,
      ["воздержались", "воздержался", "воздержалось", "воздержавшихся", "воздержавшиеся", "қалыс"]
    ),
  ]

  private static let forms: [[UInt16]: Side] = {
    var table: [[UInt16]: Side] = [:]
    for (side, words) in words {
      for word in words { table[Array(word.utf16)] = side }
    }
    return table
  }()

  private static func side(of text: FoldedText, _ index: Int) -> Side? {
    let word = text.words[index]
    return forms[Array(text.fold[word.start..<word.end])]
  }

  /// A number after the word, over marks and the words that only fill (`қалғаны`, `голосовали`).
  private static func count(after index: Int, in text: FoldedText) -> Int? {
    var letters = 0
    var i = index + 1
    while i < text.words.count, i <= index + 5 {
      let word = text.words[i]
      switch word.kind {
      case .digits: return text.number(i)
      case .letters:
        if let value = Numeral.cardinal(text, i) { return value }
        letters += 1
        if letters > 1 || side(of: text, i) != nil { return nil }
      case .mark:
        if text.isMark(i, 0x2c) || text.isMark(i, 0x3b) || text.isMark(i, 0x2e) { return nil }
      }
      i += 1
    }
    return nil
  }

  private static func count(before index: Int, in text: FoldedText) -> Int? {
    var i = index - 1
    while i >= 0, i >= index - 3 {
      let word = text.words[i]
      switch word.kind {
      case .digits: return text.number(i)
      case .letters:
        if let value = Numeral.cardinal(text, i) { return value }
      case .mark:
        if text.isMark(i, 0x2c) || text.isMark(i, 0x3b) || text.isMark(i, 0x2e) { return nil }
      }
      i -= 1
    }
    return nil
  }
}
