/// Cardinal numbers in words, to 199: `семнадцать`, `двадцать три`, `двое`, `он тоғыз`, `төртеуі`; none (`нет`, `жоқ`,
/// `ноль`) is 0.
enum Cardinal {
  private static let simple = Vocabulary<Int>([
    (0, "нет жоқ ноль нуль нөл никто ешкім"), (1, "один одна одно одного одним бір біреу(|і)"),
    (2, "два две двое двух двумя екі екеу(|і)"), (3, "три трое трех тремя үш үшеу(|і)"),
    (4, "четыре четверо четырех четырьмя төрт төртеу(|і)"), (5, "пят(ь|и|ью|еро) бес бесеу(|і)"),
    (6, "шест(ь|и|ью|еро) алты алтау(|ы)"), (7, "сем(ь|и|ью|еро) жеті жетеу(|і)"),
    (8, "вос(емь|ьми|емью) сегіз(|і)"), (9, "девят(ь|и|ью) тоғыз(|ы)"), (10, "десят(ь|и|ью) он оны"),
    (11, "одиннадцат(ь|и)"), (12, "двенадцат(ь|и)"), (13, "тринадцат(ь|и)"), (14, "четырнадцат(ь|и)"),
    (15, "пятнадцат(ь|и)"), (16, "шестнадцат(ь|и)"), (17, "семнадцат(ь|и)"), (18, "восемнадцат(ь|и)"),
    (19, "девятнадцат(ь|и)"), (20, "двадцат(ь|и) жиырма(|сы)"), (30, "тридцат(ь|и) отыз(|ы)"),
    (40, "сорок(|а) қырық(|ы)"),
    (50, "пятьдесят пятидесяти елу(|і)"), (60, "шестьдесят шестидесяти алпыс(|ы)"),
    (70, "семьдесят семидесяти жетпіс(|і)"), (80, "восемьдесят восьмидесяти сексен(|і)"),
    (90, "девяносто тоқсан(|ы)"), (100, "сто ста жүз(|і)"),
  ])

  private static func word(_ text: FoldedText, _ index: Int) -> Int? {
    text.words[safe: index].flatMap { simple.meaning(text, $0) }
  }

  /// The number whose first word stands at an index.
  static func value(_ text: FoldedText, at index: Int) -> Int? {
    guard var total = word(text, index) else { return nil }
    var unit = total
    var next = index + 1
    while unit >= 10, unit % 10 == 0, let more = word(text, next), more > 0, more < unit,
      unit > 10 || more < 10
    {
      total += more
      unit = more
      next += 1
    }
    return total
  }

  /// The number whose last word stands at an index, and where it begins.
  static func value(_ text: FoldedText, endingAt index: Int) -> (value: Int, start: Int)? {
    guard word(text, index) != nil else { return nil }
    var start = index
    for before in [index - 1, index - 2] where word(text, before) != nil {
      if let joined = value(text, at: before), let rest = value(text, at: before + 1), joined > rest,
        joined - rest >= 10
      {
        start = before
      } else {
        break
      }
    }
    return value(text, at: start).map { ($0, start) }
  }
}
