/// The line that names minutes as what the document is, by its words alone, since plain text and many pages set it as
/// any other line: `Протокол V очередной сессии маслихата города Семей`, `Аудандық мәслихат сессиясының хаттамасы`.
///
/// Russian puts the noun first, adjectives aside, Kazakh last; a clause has a finite verb (`Протокол сессии
/// опубликован`) and is none.
enum RecordTitle {
  /// Words that may stand before the Russian noun: `Стенографический протокол`, `АБАЙ ОБЛЫСЫ. ПРОТОКОЛ`.
  private static let lead = 3

  static func isTitle(_ line: String, _ shape: PassageShape) -> Bool {
    if shape.isSpaced { return shape.words <= 3 }
    let text = FoldedText(line)
    let letters = text.words.filter { $0.kind == .letters }
    guard let last = letters.last else { return false }
    // `ПРОТОКОЛ`, `Хаттама № 6` alone.
    if letters.count > 1, shape.all.isDisjoint(with: gatherings) { return false }
    if kazakh.meaning(text, last) != nil { return true }
    guard let noun = letters.prefix(lead).firstIndex(where: { russian.meaning(text, $0) != nil }) else {
      return false
    }
    return letters[..<noun].allSatisfy { isAdjective(text, $0) }
      && !letters[(noun + 1)...].contains { isVerb(text, $0) }
  }

  /// What minutes are of.
  private static let gatherings: PassageShape.Class = [
    .session, .council, .convocation, .hearing, .meeting, .reception,
  ]
  private static let russian = Vocabulary<Bool>([(true, "протокол стенограмма")])
  private static let kazakh = Vocabulary<Bool>([
    (true, "хаттама хаттамасы стенограмма стенограммасы")
  ])

  private static func isAdjective(_ text: FoldedText, _ word: FoldedText.Word) -> Bool {
    ["ый", "ий", "ая"].map(Skeleton.of).contains { ends(text, word, with: $0) }
  }

  /// A finite verb or a short participle by its ending, `потеряли`, `хранится`, `опубликован`, or one of the few verbs
  /// that are said of minutes.
  private static func isVerb(_ text: FoldedText, _ word: FoldedText.Word) -> Bool {
    guard !word.isCapitalised || word.isUpperCase, word.count > 2 else { return false }
    return verbs.meaning(text, word) != nil || endings.contains { ends(text, word, with: $0) }
  }

  private static func ends(_ text: FoldedText, _ word: FoldedText.Word, with ending: [UInt16]) -> Bool {
    word.count > ending.count + 1
      && text.skeleton[word.end - ending.count..<word.end].elementsEqual(ending)
  }

  private static let endings = [
    "лся", "лась", "лось", "лись", "ется", "ются", "ится", "ятся", "ован", "ована", "овано", "ованы", "исан",
    "исаны", "ржден", "рждена", "рждены", "щен", "щена", "щены", "влен", "влена", "влены", "али", "яли",
    "или",
  ].map(Skeleton.of)
  private static let verbs = Vocabulary<Bool>([
    (
      true,
      """
      был была было были будет будут есть нет стал стала стало показал показывает говорит свидетельствует содержит \
      доступен доступна готов готова должен должна выложен выложены передан переданы отправлен вручен изменен отменен \
      признан подписал утвердил опубликовал размещает вышел вела вел вели решили
      """
    )
  ])
}
