import Linguistics

/// Date and number of a decision that stand apart from the council's name: on a line, or in a row, of nothing but date,
/// number, place and the word for the act, under `РЕШЕНИЕ` and before the verb of the preamble.
///
/// `27 декабря 2019 года № 58/246-VI г. Семей`, `№ 24-9`, `от 12 мая 2023 года`, `РЕШЕНИЕ № 3`.
struct DecisionHead {
  private(set) var number: ActNumber?
  /// ISO 8601: of the number's line, else of a line above or below.
  private(set) var date: String?

  /// Lines are no longer. Bytes.
  private static let longestLine = 240
  /// Names of places that no table knows, and of councils. Words.
  private static let mostNames = 4

  /// - Parameter lines: a document's first, in order.
  init(_ lines: [MetadataParser.Line]) {
    var datesBeside: [String] = []
    for line in lines {
      if line.classes.contains(.resolved) { break }
      guard line.role != .agenda, let found = Self.read(line.reading, isTitle: line.isTitle)
      else { continue }
      if let own = found.number, number == nil {
        number = own
        date = found.date
      } else if let other = found.date {
        datesBeside.append(other)
      }
    }
    date = date ?? (number == nil ? nil : datesBeside.first)
  }

  /// Whether a line is of this kind and gives a number or a date.
  static func isLine(_ reading: TextReading) -> Bool { read(reading, isTitle: false) != nil }

  private static func read(_ reading: TextReading, isTitle: Bool) -> (number: ActNumber?, date: String?)? {
    guard reading.utf8.count <= longestLine || isTitle else { return nil }
    let text = reading.folded
    let number = CitationParser.numbers(in: text).first
    let dates = reading.dates.filter { $0.iso != nil }
    guard number != nil || !dates.isEmpty, dates.count <= 1 else { return nil }
    // `РЕШЕНИЕ от 3 мая 2024 года № 15/108 О пастбищах` in one heading: the subject follows.
    let isOpening = isTitle && reading.terms.first.flatMap(CitationParser.kind) != nil
    let reach = isOpening ? (number?.words.upperBound ?? 0) : text.words.count
    guard reach > 0 else { return nil }
    var names = 0
    var index = 0
    while index < reach {
      if let date = dates.first(where: { $0.words.contains(index) }) {
        index = date.words.upperBound
        continue
      }
      if let number, number.words.contains(index) {
        index = number.words.upperBound
        continue
      }
      let word = text.words[index]
      if word.kind == .letters, !isHeadWord(text, word, reading.terms[index]) {
        guard word.isCapitalised, others.meaning(text, word) == nil else { return nil }
        names += 1
      }
      index += 1
    }
    guard names <= mostNames else { return nil }
    return (number, dates.first?.iso)
  }

  /// Words for the act, the council, the place and its kind, and the year; and single letters (`г.`, `с.`).
  private static func isHeadWord(_ text: FoldedText, _ word: FoldedText.Word, _ term: Term?) -> Bool {
    term != nil || word.count <= 2 || places.meaning(text, word) != nil
  }

  private static let places = Vocabulary<Bool>([
    (
      true,
      "село селе сел аул(|ы|а) ауыл(|ы) поселок поселка кент(|і|и) станци* ст пос город(|а) область рег рес номер* номір*"
    )
  ])
  /// What dates and numbers of other things stand with: laws, registers, annexes, parts of texts, the reader's own day.
  private static let others = Vocabulary<Bool>([
    (
      true,
      """
      закон* заң* кодекс* указ(|а|ом|у) жарлығ* приказ* бұйрық* бұйрығ* зарегистр* тіркел* реестр* приложени* қосымша* \
      глава тарау* раздел* бөлім* пункт* статья бап* форма нысан таблиц* кесте* сегодня бүгін опубликован* жарияла* \
      протокол* хаттама* проект* жоба* акимат* әкімд* аким* әкім* о об
      """
    )
  ])
}
