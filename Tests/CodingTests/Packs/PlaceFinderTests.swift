import Linguistics
import Testing

@testable import Coding

/// Every name of the classifier is found in its inflected forms, and ordinary words are no places.
@Suite struct PlaceFinderTests {
  /// Case forms of a Kazakh type noun with its possessive ending, written out and not taken from the program.
  private static let kazakhForms: [String: [String]] = [
    "ауылы": ["ауылы", "ауылының", "ауылына", "ауылында"],
    "округі": ["округі", "округінің", "округіне", "округінде"],
    "ауданы": ["ауданы", "ауданының", "ауданына", "ауданында", "аудандық"],
    "қаласы": ["қаласы", "қаласының", "қаласына", "қаласында", "қалалық"],
    "кенті": ["кенті", "кентінің", "кентіне", "кентінде"],
    "облысы": ["облысы", "облысының", "облысына", "облысында", "облыстық"],
    "станциясы": ["станциясы", "станциясының", "станциясына", "станциясында"],
    "разъезі": ["разъезі", "разъезінің", "разъезіне", "разъезінде"],
    "ауыл": ["ауыл", "ауылдың", "ауылға", "ауылда"],
    "округ": ["округ", "округтің", "округке", "округте"],
    "аудан": ["аудан", "ауданның", "ауданға", "ауданда"],
  ]

  private static let russianForms: [String: [String]] = [
    "село": ["село", "села", "селу", "селе"], "город": ["город", "города", "городу", "городе"],
    "поселок": ["посёлок", "поселка", "поселку", "поселке"],
    "станция": ["станция", "станции", "станции", "станции"],
    "разъезд": ["разъезд", "разъезда", "разъезду", "разъезде"],
    "район": ["район", "района", "району", "районе"],
    "область": ["область", "области", "области", "области"],
    "округ": ["округ", "округа", "округу", "округе"],
  ]

  private static let masculine = ["", "ого", "ому", "ом"]
  private static let feminine = ["", "ой", "ой", "ой"]

  /// `Абайский район` in nominative, genitive, dative, locative, and `Абайского районного`; `село Карааул` likewise.
  static func russianTexts(_ name: String) -> [String] {
    var words = name.split(separator: " ").map(String.init)
    let isNounFirst = russianForms[words[0]] != nil || words[0] == "сельский"
    if isNounFirst {
      let length = words[0] == "сельский" ? 2 : 1
      let rest = words.dropFirst(length).joined(separator: " ")
      let forms =
        length == 2
        ? ["сельский округ", "сельского округа", "сельскому округу", "сельском округе"]
        : russianForms[words[0]] ?? []
      return forms.map { "\($0) \(rest)" }
    }
    guard let noun = words.popLast(), let forms = russianForms[noun] else { return [] }
    let isRural = words.last == "сельский"
    if isRural { words.removeLast() }
    guard let adjective = words.popLast() else { return [] }
    let soft = adjective.hasSuffix("ний")
    let stem = adjective.dropLast(2)
    let endings = noun == "область" ? feminine : masculine
    var texts = forms.enumerated().map { i, form in
      let ending =
        i == 0
        ? String(adjective.suffix(2))
        : soft ? "е" + endings[i].dropFirst().replacing("о", with: "е") : endings[i]
      let rural = isRural ? ["сельский", "сельского", "сельскому", "сельском"][i] + " " : ""
      return (words + [stem + ending, rural + form]).joined(separator: " ")
    }
    if noun == "район" {
      texts.append((words + [stem + (soft ? "его" : "ого"), "районного"]).joined(separator: " "))
    }
    return texts
  }

  static func kazakhTexts(_ name: String) -> [String] {
    var words = name.split(separator: " ").map(String.init)
    guard let noun = words.popLast(), let forms = kazakhForms[noun] else { return [] }
    return forms.map { (words + [$0]).joined(separator: " ") }
  }

  @Test(arguments: ShippedPacks.codes) func namesAreFoundAndWordsAreNot(_ code: String) {
    let places = TextPlaces(ShippedPacks.gazetteer(code))
    findEveryName(places)
    findNoOrdinaryWord(places)
  }

  private func findEveryName(_ places: TextPlaces) {
    var missed: [String] = []
    var asked = 0
    for row in places.finder.gazetteer.rows where row.kind.isPlace {
      for (texts, language) in [
        (row.kazakh.flatMap(Self.kazakhTexts), Language.kk), (row.russian.flatMap(Self.russianTexts), .ru),
      ] {
        asked += texts.count
        // All forms in one passage: the finder must give back each of them.
        var passage = ""
        for text in texts { passage += language == .kk ? "Бұл жерде \(text) бар. " : "Вот это \(text) там. " }
        let bytes = Array(passage.utf8)
        let found = places.hits(passage, language, isOneSentence: true).filter { hit in
          hit.rows.contains { places.finder.gazetteer.rows[$0].kato == row.kato }
        }.map { String(decoding: bytes[$0.span], as: UTF8.self) }
        missed += texts.filter { !found.contains($0) }
      }
    }
    #expect(asked >= places.finder.gazetteer.rows.count { $0.kind.isPlace } * 4 && asked > 0)
    #expect(missed.isEmpty, "\(missed.count) of \(asked): \(missed.prefix(20))")
  }

  /// The names themselves inflect, where a text declines them: города Семея, в Павлодаре, Семейде.
  @Test func citiesAreFoundAlone() {
    let rows: [(code: String, text: String, kato: String)] = [
      ("KZ-10", "Семейде жаңа мектеп ашылды.", "101000000"), ("KZ-10", "Жол Семейге жетті.", "101000000"),
      ("KZ-10", "В Семее открыта школа.", "101000000"), ("KZ-10", "Жители Семея просили воду.", "101000000"),
      ("KZ-55", "Павлодардың мәслихаты бекітті.", "551000000"),
      ("KZ-55", "В Павлодаре прошла сессия.", "551000000"),
      ("KZ-39", "Костанаю выделены средства.", "391000000"),
    ]
    for row in rows {
      #expect(TextPlaces(ShippedPacks.gazetteer(row.code)).codes(row.text).contains(row.kato), "\(row.text)")
    }
  }

  @Test func typesMayBeAbbreviated() {
    let places = TextPlaces(ShippedPacks.gazetteer("KZ-10"))
    for text in ["Школа в с. Карааул закрыта.", "В с.Карааул нет воды."] {
      #expect(places.codes(text, .ru).contains("103230100"), "\(text)")
    }
  }

  static let kazakhShort: [(text: String, kato: Set<String>)] = [
    ("Ол Қараауыл а. тұрады, үйі бар.", ["103230100", "103673106"]),
    ("Қараауыл а.о. әкімі келді.", ["103230000"]),
    ("Жиын Абай ауд. өтті.", ["103200000"]), ("Абай обл. мәслихаты жиналды.", ["100000000"]),
    ("Шар қ. мектебі ашылды.", ["104221100"]), ("Қараауыл А. деген азамат келді.", []),
    ("Қараауыл а деді.", []),
  ]

  @Test(arguments: kazakhShort) func kazakhTypesMayBeAbbreviated(_ row: (text: String, kato: Set<String>)) {
    let places = TextPlaces(ShippedPacks.gazetteer("KZ-10"))
    #expect(places.codes(row.text, .kk) == row.kato, "\(row.text)")
  }

  static let homographs: [(language: Language, word: String)] = {
    let text = String(
      decoding: RegionPackLoader.bytes(of: ShippedPacks.folder + "/homographs.tsv") ?? [], as: UTF8.self)
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "\t")
      guard cells.count == 2 else { return nil }
      return (cells[0] == "kk" ? .kk : .ru, String(cells[1]))
    }
  }()

  @Test func thereAreEnoughHomographs() {
    var names: Set<String> = []
    for code in ShippedPacks.codes {
      for row in PackGazetteer.rows(pack: ShippedPacks.folder + "/" + code, code: code) where row.kind.isPlace
      {
        for (list, language) in [(row.kazakh, Language.kk), (row.russian, .ru)] {
          names.formUnion(
            list.compactMap { PlaceName($0, row.kind, language) }.filter { $0.words.count == 1 }
              .map { TypeTable.folded($0.words[0]) })
        }
      }
    }
    let real = Set(Self.homographs.map { TypeTable.folded($0.word) }).intersection(names)
    #expect(real.count >= 500, "\(real.count) are names of places in the packs")
  }

  /// Sentences around a word: at the beginning, where every word has a capital letter, and inside.
  static func sentences(_ word: String, _ language: Language) -> [String] {
    let capital = word.prefix(1).uppercased() + word.dropFirst()
    return language == .kk
      ? [
        "\(capital) деп айтылды.", "Олар \(word) туралы сұрады.", "\(capital) ауылда су жоқ.",
        "\(capital) аудандық аурухана салынды.", "\(capital) қалалар мен ауылдар дамыды.",
        "Бұл «\(capital)» жобасы.",
      ]
      : [
        "\(capital) здесь ни при чём.", "Сказано: \(word) и работа.", "\(capital) районный центр открыт.",
        "Проект «\(capital)» начат.", "\(capital), село и дорога.",
      ]
  }

  private func findNoOrdinaryWord(_ places: TextPlaces) {
    for language in [Language.kk, .ru] {
      let passage = Self.homographs.filter { $0.language == language }
        .flatMap { Self.sentences($0.word, language) }.joined(separator: " ")
      let bytes = Array(passage.utf8)
      let wrong = places.hits(passage, language).filter { hit in
        hit.rows.contains { places.finder.gazetteer.rows[$0].kind.isPlace }
      }.map { String(decoding: bytes[$0.span], as: UTF8.self) }
      #expect(wrong.isEmpty, "\(wrong)")
    }
  }

  @Test func aHomographIsAPlaceBesideItsType() {
    let places = TextPlaces(ShippedPacks.gazetteer("KZ-15"))
    let alga = places.codes("Сессия Алға қаласында өтті.", .kk)
    #expect(alga.contains { places.finder.gazetteer.rows.map(\.kato).contains($0) } && !alga.isEmpty)
    #expect(places.codes("Біз алға қарай жүреміз. Алға қарай, достар!", .kk).isEmpty)
  }
}
