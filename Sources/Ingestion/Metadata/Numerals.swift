/// Russian and Kazakh number words as far as 120.
enum Numerals {
  struct Numeral: Sendable, Equatable {
    enum Kind: Sendable { case cardinal, ordinal }
    var kind: Kind
    var value: Int
  }

  /// Endings of Russian ordinals; Kazakh ordinals may take case endings and stand as they are in the table.
  private static let hard = "(ый|ой|ого|ому|ым|ом|ая|ую|ое|ые|ых|ыми)"

  private static let ordinals: [(Int, String)] = [
    (1, "перв бірінші"), (2, "втор екінші"), (3, "үшінші"), (4, "четверт төртінші"), (5, "пят бесінші"),
    (6, "шест алтыншы"), (7, "седьм жетінші"), (8, "восьм сегізінші"), (9, "девят тоғызыншы"),
    (10, "десят оныншы"),
    (11, "одиннадцат"), (12, "двенадцат"), (13, "тринадцат"), (14, "четырнадцат"), (15, "пятнадцат"),
    (16, "шестнадцат"), (17, "семнадцат"), (18, "восемнадцат"), (19, "девятнадцат"),
    (20, "двадцат жиырмасыншы"),
    (30, "тридцат отызыншы"), (40, "сороков қырқыншы"), (50, "пятидесят елуінші"),
    (60, "шестидесят алпысыншы"),
    (70, "семидесят жетпісінші"), (80, "восьмидесят сексенінші"), (90, "девяност тоқсаныншы"),
    (100, "сот жүзінші"),
  ]

  private static let cardinals: [(Int, String)] = [
    (10, "он"), (20, "двадцать жиырма"), (30, "тридцать отыз"), (40, "сорок қырық"), (50, "пятьдесят елу"),
    (60, "шестьдесят алпыс"), (70, "семьдесят жетпіс"), (80, "восемьдесят сексен"), (90, "девяносто тоқсан"),
    (100, "сто жүз"),
  ]

  static let vocabulary = Vocabulary<Numeral>(
    cardinals.map { (Numeral(kind: .cardinal, value: $0.0), $0.1) }
      + [(Numeral(kind: .ordinal, value: 3), "трет(ий|ьего|ьему|ьим|ьем|ья|ьей|ью|ье|ьи|ьих)")]
      + ordinals.map { value, words in
        let terms = words.split(separator: " ").map { word in
          word.hasSuffix("ші") || word.hasSuffix("шы") ? "\(word)*" : "\(word)\(hard)"
        }
        return (Numeral(kind: .ordinal, value: value), terms.joined(separator: " "))
      })
}
