/// Reads dates in the forms of Kazakh and Russian documents: `2023 жылғы 27 желтоқсанда`, `22 қыркүйек 2023 жыл`,
/// `9 апреля 2019 года`, `«9» апреля 2019 г.`, `28-29 мамыр`, `22.12.2017`, `22/11/2019`, `2019-04-09`,
/// `12 december 2018`.
///
/// Numeric dates are day, month, year. What no calendar has (31.02.2020) is not a date, nor is a form with blanks.
/// Cost: some microseconds a passage.
public struct DateParser: Sendable {
  public init() {}

  /// The first date with a year, else the first with day and month.
  public func date(in text: String) -> ParsedDate? {
    let all = dates(in: text)
    return all.first { $0.year != nil } ?? all.first
  }

  /// All dates, in text order.
  public func dates(in text: String) -> [ParsedDate] { dates(FoldedText(text)) }

  func dates(_ text: FoldedText) -> [ParsedDate] {
    guard text.words.contains(where: { $0.kind == .digits }) else { return [] }
    var reader = DateReader(text: text)
    return reader.all()
  }
}

/// One pass over the words of a text.
private struct DateReader {
  let text: FoldedText
  let months = Months.vocabulary
  static let monthWord = Skeleton.of("айы")

  mutating func all() -> [ParsedDate] {
    var found: [ParsedDate] = []
    var index = 0
    while index < text.words.count {
      if let date = numeric(index) ?? yearFirst(index) ?? dayFirst(index) ?? monthFirst(index) {
        found.append(date)
        index = date.words.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private func made(_ year: Int?, _ month: Int, _ day: Int, _ words: Range<Int>) -> ParsedDate? {
    guard ParsedDate.isValid(year: year, month: month, day: day) else { return nil }
    return ParsedDate(year: year, month: month, day: day, span: text.span(words), words: words)
  }

  /// `22.12.2017`, `22/11/2019`, `2019-04-09`: three numbers that touch, with one separator.
  private func numeric(_ index: Int) -> ParsedDate? {
    guard index + 4 < text.words.count, let first = text.number(index),
      let second = text.number(index + 2), let third = text.number(index + 4),
      let mark = text.words[safe: index + 1],
      mark.kind == .mark, text.isMark(index + 3, text.fold[mark.start]),
      (index + 1...index + 4).allSatisfy({ !text.words[$0].isAfterSpace || text.fold[mark.start] == 0x2E }),
      !isDigitsBefore(index)
    else { return nil }
    let separator = text.fold[mark.start]
    guard separator == 0x2E || separator == 0x2F || separator == 0x2D else { return nil }
    let lengths = [0, 2, 4].map { text.words[index + $0].count }
    if lengths[0] == 4, lengths[1] <= 2, lengths[2] <= 2 {
      return made(first, second, third, index..<yearEnd(index + 5))
    }
    guard lengths[0] <= 2, lengths[1] <= 2 else { return nil }
    if lengths[2] == 2, let end = yearWord(index + 5) {
      return made(2000 + third, second, first, index..<end)
    }
    return lengths[2] == 4 ? made(third, second, first, index..<yearEnd(index + 5)) : nil
  }

  /// A number with more parts before it (`1.22.12.2017`) is no date.
  private func isDigitsBefore(_ index: Int) -> Bool {
    guard let mark = text.words[safe: index - 1], mark.kind == .mark, !text.words[index].isAfterSpace else {
      return false
    }
    let unit = text.fold[mark.start]
    return (unit == 0x2E || unit == 0x2F) && text.words[safe: index - 2]?.kind == .digits
  }

  /// `2023 жылғы 27 желтоқсан`, `2019 жылдың қараша айының 12-сі`.
  private func yearFirst(_ index: Int) -> ParsedDate? {
    guard let year = text.number(index), text.words[index].count == 4, let after = yearWord(index + 1) else {
      return nil
    }
    var next = after
    if text.isMark(next, 0x2C) { next += 1 }
    if let (day, end) = day(next), let month = month(end) { return made(year, month, day, index..<end + 1) }
    // «2019 жылдың қараша айының 12-сі»
    guard let month = month(next), let word = text.words[safe: next + 1], word.count >= 2,
      text.skeleton[word.start..<word.end].starts(with: DateReader.monthWord), let (day, end) = day(next + 2)
    else { return nil }
    return made(year, month, day, index..<end)
  }

  /// `9 апреля 2019 года`, `22 қыркүйек 2023 жыл`, `28-29 мамыр`.
  private func dayFirst(_ index: Int) -> ParsedDate? {
    guard let (day, monthIndex) = day(index), let month = month(monthIndex) else { return nil }
    var end = monthIndex + 1
    if text.isMark(end, 0x2C), text.words[safe: end + 1]?.count == 4, text.number(end + 1) != nil { end += 1 }
    if let year = text.number(end), text.words[end].count == 4, (1900...2100).contains(year) {
      return made(year, month, day, index..<yearEnd(end + 1))
    }
    return made(nil, month, day, index..<monthIndex + 1)
  }

  /// `December 12, 2018`.
  private func monthFirst(_ index: Int) -> ParsedDate? {
    guard let word = text.words[safe: index], word.kind == .letters, text.fold[word.start] < 0x80,
      let month = month(index), let day = text.number(index + 1), text.isMark(index + 2, 0x2C),
      let year = text.number(index + 3), text.words[index + 3].count == 4
    else { return nil }
    return made(year, month, day, index..<index + 4)
  }

  /// A day of one or two digits, past the second day of a range, an ending (`14-го`) and a closing quote; and the
  /// index after it.
  private func day(_ index: Int) -> (Int, Int)? {
    var index = index
    if let word = text.words[safe: index], word.kind == .mark, isQuote(text.fold[word.start]) { index += 1 }
    guard let word = text.words[safe: index], word.count <= 2, let day = text.number(index) else {
      return nil
    }
    var next = index + 1
    if text.isHyphen(next) {
      if let second = text.words[safe: next + 1], second.kind == .digits, second.count <= 2 {
        next += 2
      } else if let ending = text.words[safe: next + 1], ending.kind == .letters, ending.count <= 3 {
        next += 2
      }
    }
    if let mark = text.words[safe: next], mark.kind == .mark, isQuote(text.fold[mark.start]) { next += 1 }
    return (day, next)
  }

  private func isQuote(_ unit: UInt16) -> Bool {
    unit == 0xAB || unit == 0xBB || unit == 0x22 || (unit >= 0x201C && unit <= 0x201F)
  }

  private func month(_ index: Int) -> Int? {
    guard let word = text.words[safe: index] else { return nil }
    return months.meaning(text, word)
  }

  /// The index after `года`, `жылғы`, `г.`, `ж.`; nil where no such word stands there.
  private func yearWord(_ index: Int) -> Int? {
    var index = index
    if text.isHyphen(index) { index += 1 }
    guard let word = text.words[safe: index], Term.vocabulary.meaning(text, word) == .year || isCity(word)
    else {
      return nil
    }
    return text.isMark(index + 1, 0x2E) && word.count == 1 ? index + 2 : index + 1
  }

  /// `г` is listed as a city's type word; after a number it is a year.
  private func isCity(_ word: FoldedText.Word) -> Bool {
    word.count == 1 && text.skeleton[word.start] == 0x433
  }

  private func yearEnd(_ index: Int) -> Int { yearWord(index) ?? index }
}

/// Names of months in Russian, Kazakh and English, as skeletons.
enum Months {
  /// Kazakh month names take any ending but those that make other words of them (`қазандық`, a boiler house).
  static let vocabulary = Vocabulary<Int>([
    (1, "январ(ь|я|е|ю|ем) қаңтар* january"), (2, "феврал(ь|я|е|ю|ем) ақпан* february"),
    (3, "март(|а|е|у|ом|та|тан|қа|тағы|тың|ы|ында) наурыз* march"), (4, "апрел(ь|я|е|ю|ем) сәуір* april"),
    (5, "ма(й|я|е|ю|ем) мамыр* may"), (6, "июн(ь|я|е|ю|ем) маусым* june"), (7, "июл(ь|я|е|ю|ем) шілде* july"),
    (8, "август(|а|е|у|ом) тамыз* august"), (9, "сентябр(ь|я|е|ю|ем) қыркүйек* қыркүйег* september"),
    (10, "октябр(ь|я|е|ю|ем) казан(|ы|ын|ынын|ында|ындағы|ынан|ына|да|дағы|дан|ға|ның|нан|нда) october"),
    (11, "ноябр(ь|я|е|ю|ем) қараша* november"), (12, "декабр(ь|я|е|ю|ем) желтоқсан* december"),
  ])
}
