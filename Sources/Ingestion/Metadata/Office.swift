/// Words for offices in councils and executive bodies.
public enum Office: Sendable {
  enum Meaning: Sendable, Equatable {
    /// Chairs, secretaries and members of councils.
    case chair
    /// Heads and staff of anything.
    case head
    /// Executive bodies and their heads.
    case executive
    /// `докладчик`: before a colon it opens a line of the agenda, not a speech.
    case reporter
    /// Words that follow an office: `сессии`, `маслихата`.
    case body
    /// `и.о.`, `м.а.`, `врио`.
    case acting
    /// `из зала`.
    case voice
  }

  static let vocabulary = Vocabulary<Meaning>([
    (
      .chair,
      "председательствующ(ий|ая) председател(ь|я) депутат(|ы|тар|тары) төраға(|сы) төрағалық төрайым(|ы) секретарь хатшы(|сы) спикер"
    ),
    (
      .executive,
      """
      управлени* отдел* аким(|а|ат|ата|ы|ынын|дик|дигинин|имиз) департамент(|а|ы|инин|тин|ынын) министр* министерств* \
      прокурор* прокуратур* полици* басқарма* бөлім* басшы* руководител* начальник* инспекци* комитет* \
      акимдик* акимини* әкіми*
      """
    ),
    (
      .head,
      """
      директор(|ы) заместител(ь|я) орынбасар(|ы) маман(|ы) представител(ь|я) өкіл(|і) \
      специалист главный бас менгеруши(|си) врач дәрігер(|і) ректор эксперт аудитор жетекші(|сі) ведущий жүргізуші инженер(|і) \
      модератор житель жительница тұрғын(|ы) член мүшесі кеңесші(|сі) советник фракци* кәсіпкер педагог учитель мұғалім журналист
      """
    ),
    (.reporter, "докладчик содокладчик баяндамашы(|сы)"),
    (.acting, "ио врио ма"),
    (
      .body,
      "етуші сессии сессия сессиясы сессиясынын маслихата мәслихат мәслихаты мәслихаттың комиссии комиссия тұрақты постоянной областного городского районного облыстық қалалық аудандық собрания заседания отырыс отырыстың слушаний тыңдау тыңдаудың собрания жиналыс жиналыстың"
    ),
    (.voice, "из с зала залдан места орнынан голос дауыс голоса"),
  ])

  /// Whether a role names an executive office (`руководитель управления`, `аким`, `басқарма басшысы`), not a deputy or
  /// the council's own staff.
  public static func isOfficial(_ role: String) -> Bool {
    let text = FoldedText(role)
    var executive = false
    for (index, word) in text.words.enumerated() {
      let meaning = vocabulary.meaning(text, word)
      let term = Term.vocabulary.meaning(text, word)
      if term == .council || staff.meaning(text, word) != nil && !executive { return false }
      if meaning == .executive { executive = true }
      if meaning == .chair, index == 0 { return false }
    }
    return executive
  }

  private static let staff = Vocabulary<Bool>([(true, "мәслихат* депутат депутаты")])

  /// `и.о.`, `м.а.`, `врио` at a word.
  static func isActing(_ text: FoldedText, _ index: Int) -> Bool {
    guard let word = text.words[safe: index], word.kind == .letters else { return false }
    if vocabulary.meaning(text, word) == .acting { return true }
    guard word.count == 1, text.isMark(index + 1, 0x2E), let next = text.words[safe: index + 2],
      next.count == 1
    else {
      return false
    }
    let pair = (text.skeleton[word.start], text.skeleton[next.start])
    return pair == (0x438, 0x43E) || pair == (0x43C, 0x430)
  }

  /// Whether a word names an office.
  static func isOffice(_ text: FoldedText, _ index: Int) -> Bool {
    guard let word = text.words[safe: index] else { return false }
    switch vocabulary.meaning(text, word) {
    case .chair, .head, .executive, .reporter: return true
    default: return false
    }
  }

  /// A Russian adjective before an office (`Первый заместитель`).
  static func isAdjective(_ text: FoldedText, _ index: Int) -> Bool {
    guard let word = text.words[safe: index], word.count > 3 else { return false }
    let ending = text.skeleton[word.end - 2..<word.end]
    return [[0x438, 0x439], [0x44B, 0x439], [0x43E, 0x439], [0x430, 0x44F]].contains {
      ending.elementsEqual($0)
    }
  }

  /// The last word of a Kazakh role, in the form that stands before a name.
  static func isKazakhHead(_ text: FoldedText, _ index: Int) -> Bool {
    guard let word = text.words[safe: index] else { return false }
    return kazakhHeads.meaning(text, word) != nil
  }

  private static let kazakhHeads = Vocabulary<Bool>([
    (
      true,
      """
      депутат депутаты төраға төрағасы төрайымы хатшы хатшысы басшы басшысы әкім әкімі орынбасары директоры маманы өкілі \
      меңгерушісі дәрігері жетекшісі мүшесі бастығы прокуроры тұрғыны ректоры кеңесшісі баяндамашы инспекторы
      """
    )
  ])
}
