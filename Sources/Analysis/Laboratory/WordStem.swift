/// A rough stem that inflected forms of a word share, so that candidates are counted together. Only groups: what a
/// suggested term accepts is decided by the matchers.
enum WordStem {
  private static let kazakh = [
    "ларының", "лерінің", "ларын", "лерін", "ларға", "лерге", "тары", "тері", "дары", "дері", "лары", "лері",
    "ының",
    "інің", "ындағы", "індегі", "дағы", "дегі", "тағы", "тегі", "ында", "інде", "ынан", "інен", "ның", "нің",
    "дың", "дің",
    "тың", "тің", "лар", "лер", "дар", "дер", "тар", "тер", "мен", "бен", "пен", "дан", "ден", "тан", "тен",
    "нан", "нен",
    "ына", "іне", "ын", "ін", "сы", "сі", "ға", "ге", "қа", "ке", "ды", "ді", "ты", "ті", "ны", "ні", "да",
    "де", "та",
    "те", "ы", "і",
  ].map { Array($0.unicodeScalars) }

  private static let russian = [
    "иями", "ями", "ами", "ого", "его", "ому", "ему", "ыми", "ими", "иях", "иям", "ия", "ии", "ию", "ией",
    "ием", "ие",
    "ых", "их", "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ую", "юю", "ым", "им", "ом", "ем", "ам",
    "ям", "ах", "ях",
    "ов", "ев", "ей", "а", "я", "у", "ю", "ы", "и", "е", "о", "ь", "й",
  ].map { Array($0.unicodeScalars) }

  /// - Parameter form: folded.
  static func of(_ form: String, isKazakh: Bool) -> String {
    var letters = Array(form.unicodeScalars)
    // A Kazakh word takes several suffixes: plural, possessive, case.
    for _ in 0..<(isKazakh ? 3 : 1) {
      let endings = isKazakh ? kazakh : russian
      guard
        let ending = endings.first(where: {
          letters.count - $0.count >= 3 && letters.suffix($0.count).elementsEqual($0)
        })
      else { break }
      letters.removeLast(ending.count)
    }
    return String(String.UnicodeScalarView(letters))
  }

  /// Words that begin or end no term.
  static let function: Set<String> = Set(
    """
    и в во на с со к ко о об от до для по из у за при не ни а но или что как это этот эта эти того том тем он она они мы вы
    его ее их так же бы ли был была было были быть есть если чтобы также который которая которые которого году года год г
    лет тыс млн млрд тенге более менее всего все всех нет да уже еще только между через после перед под над без
    және мен бен пен да де та те үшін бұл осы сол ол олар біз сіз бойынша туралы арқылы кейін дейін емес жоқ бар еді екен деп
    деген болып болды болады бола болған болатын ретінде қатар сондай ақ әр бір сияқты мың млн млрд теңге жылы жылғы жыл жылдың
    жылдан өз барлық тағы немесе не ғана қана керек
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Words that say what a name is the name of: of a place, or of a person.
  static let besideNames: Set<String> = Set(
    """
    область район город село поселок округ аул улица площадь проспект микрорайон республика депутат аким господин
    облыс аудан қала ауыл кент округ көше даңғыл алаң шағынаудан республика депутат әкім мырза
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
