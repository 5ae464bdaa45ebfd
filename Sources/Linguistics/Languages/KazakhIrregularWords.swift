/// Words whose stem changes by no rule: closed lists, for `KazakhStemAlternations`. Words are arrays of letters, as stems
/// are there: comparing strings would cost more than the rest of the work.
enum KazakhIrregularWords {
  /// Words whose last ы or і drops before a vowel: орын, орны. Compounds ending in them follow (кәсіпорын).
  static let dropping = set(
    """
    орын ерін мұрын мойын қойын қарын қайын халық құлық көрік бөрік ерік парық нарық қырық ырық сиық тұрық мүлік әріп қауіп
    кейіп ғұрып қалып ауыз дауыс қорық ірік тарық құрық
    """)

  /// Verb stems in ы and і whose verbal noun hides the vowel: оқу from оқы. Stems in two consonants (қалқ-у) are
  /// known by their sound, unless the second is т (айт-у).
  static let verbsInVowel = set(
    """
    оқы таны дамы ері есті тоқы үгі шірі жібі қышы шошы жасы сасы тасы бекі мызғы жылы кеңі ірі аршы
    """)

  /// Verbs among `dropping`: қорқу is қорық-, not қорқы-.
  static let droppingVerbs = table(["қорқ": "қорық", "ірк": "ірік", "тарқ": "тарық"])

  /// Verbs whose converb may lose its л: боп, кеп, ап, қап, сап, қып.
  static let clipping = set("бол кел ал қал сал қыл")

  /// Verbs of posture take the personal endings on this stem: отырмын, жатырсың.
  static let postures = table(["жат": "жатыр", "отыр": "отыр", "тұр": "тұр", "жүр": "жүр"])

  /// Nouns of time, whose attributive takes -ғы without a case: 2015 жылғы, кешкі.
  static let timeNouns = set(
    "жыл ай күн апта таң кеш түн күз қыс жаз көктем түс ғасыр уақыт мезгіл кез шақ тоқсан маусым дәуір заман алд соң"
  )

  /// More stems of numerals and pronouns, with the state of the suffix table that they start in.
  static let extraStems: [String: [(stem: String, state: String)]] = [
    "екі": [("екеу", "attributive")], "алты": [("алтау", "attributive")], "жеті": [("жетеу", "attributive")],
    "жиырма": [("жиырмасыншы", "attributive")],
    "бәрі": [("бәрі", "theirs")], "барлығы": [("барлығы", "theirs")], "кейбірі": [("кейбірі", "theirs")],
    "мен": forms("мені менің маған менен менімен мендей менікі"),
    "сен": forms("сені сенің саған сенен сенімен сендей сенікі"),
    "ол": [("олар", "plural")] + forms("оны оның оған онда одан онан онымен ондай онікі"),
    "бұл": [("бұлар", "plural")] + forms("мұны мұның бұған мұнда бұдан мұнан мұнымен мұндай мұнікі"),
    "сол": [("солар", "plural")] + forms("соны соның соған сонда содан сонан сонымен сондай сонікі"),
    "осы": [("осылар", "plural")] + forms("осынымен осында осындай осыдан осынан"),
  ]

  private static func set(_ words: String) -> Set<[Unicode.Scalar]> {
    Set(words.split(whereSeparator: \.isWhitespace).map { Array($0.unicodeScalars) })
  }

  private static func table(_ words: [String: String]) -> [[Unicode.Scalar]: [Unicode.Scalar]] {
    Dictionary(
      uniqueKeysWithValues: words.map { (Array($0.key.unicodeScalars), Array($0.value.unicodeScalars)) })
  }

  private static func forms(_ words: String) -> [(stem: String, state: String)] {
    words.split(separator: " ").map { (String($0), "fixed") }
  }
}
