/// The number of items that a report of a session gives for its agenda: `рассмотрено 6 вопросов`, `Күн тәртібіне жеті
/// мәселе шығарылды`.
enum AgendaCount {
  private static let items = ["вопрос", "мәселе"].map { FoldedText($0).skeleton }

  /// The number right before the word for items, or with one word between; nil where there is none.
  static func stated(in passage: String) -> Int? {
    let text = FoldedText(passage)
    for index in text.words.indices {
      let word = text.words[index]
      guard items.contains(where: { text.skeleton[word.start..<word.end].starts(with: $0) }) else { continue }
      for before in [index - 1, index - 2] where before >= 0 {
        if let number = text.number(before), number > 0, number < 200 { return number }
        if let number = Numeral.cardinal(text, before) { return number }
      }
    }
    return nil
  }
}

/// Small cardinal numbers in words.
enum Numeral {
  private static let words: [[UInt16]: Int] = {
    var table: [[UInt16]: Int] = [:]
    let kazakh = ["бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз", "он"]
    let collective = ["біреуі", "екеуі", "үшеуі", "төртеуі", "бесеуі", "алтауы", "жетеуі"]
    let russian = ["один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять"]
    let others: [(String, Int)] = [
      ("нет", 0), ("жоқ", 0), ("ноль", 0), ("нөл", 0), ("біреу", 1), ("одна", 1), ("две", 2), ("двое", 2),
      ("трое", 3), ("четверо", 4), ("одного", 1), ("двух", 2), ("трех", 3), ("четырех", 4), ("пяти", 5),
      ("шести", 6), ("семи", 7), ("восьми", 8), ("девяти", 9), ("десяти", 10),
    ]
    for list in [kazakh, collective, russian] {
      for (index, word) in list.enumerated() { table[FoldedText(word).skeleton] = index + 1 }
    }
    for (word, value) in others { table[FoldedText(word).skeleton] = value }
    return table
  }()

  /// The value of a word, or nil.
  static func cardinal(_ text: FoldedText, _ index: Int) -> Int? {
    guard index >= 0, index < text.words.count, text.words[index].kind == .letters else { return nil }
    return words[Array(text.skeleton[text.words[index].start..<text.words[index].end])]
  }
}
