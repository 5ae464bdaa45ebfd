import Coding
import Linguistics
import Testing

/// A term against a text: the text of the hits, joined by ` | `, or nothing.
struct TermCase: Sendable, CustomTestStringConvertible {
  var name: String
  var term: String
  var text: String
  var hits: String
  var language = Language.ru

  var testDescription: String { name }

  static let all: [TermCase] = [
    .init(name: "one word", term: "вода", text: "Подали воду.", hits: "воду"),
    .init(name: "case folded", term: "вода", text: "ВОДА", hits: "ВОДА"),
    .init(
      name: "inflected phrase", term: "питьевой вода", text: "нет питьевой воды в селе", hits: "питьевой воды"
    ),
    .init(name: "exact refuses inflection", term: "=вода", text: "воды и вода", hits: "вода"),
    .init(name: "prefix", term: "водо*", text: "водопровод и вода", hits: "водопровод"),
    .init(name: "prefix is not a whole-word test only", term: "водо*", text: "водо", hits: "водо"),
    .init(name: "order matters", term: "ремонт дорога", text: "дороги ремонт", hits: ""),
    .init(name: "words between break", term: "ремонт дорога", text: "ремонт старой дороги", hits: ""),
    .init(name: "comma breaks", term: "ремонт дорога", text: "ремонт, дороги", hits: ""),
    .init(name: "semicolon breaks", term: "ремонт дорога", text: "ремонт; дороги", hits: ""),
    .init(
      name: "quotation marks do not", term: "программа село", text: "программа «Село»",
      hits: "программа «Село"),
    .init(name: "brackets do not", term: "ремонт дорога", text: "ремонт (дороги)", hits: "ремонт (дороги"),
    .init(name: "hyphen does not", term: "ремонт дорога", text: "ремонт - дороги", hits: "ремонт - дороги"),
    .init(
      name: "compound as one token", term: "водо-насос", text: "водо-насосы", hits: "водо-насосы"),
    .init(
      name: "compound as several tokens", term: "водо-насос", text: "водо - насосы", hits: "водо - насосы"),
    .init(
      name: "compound in a choice", term: "(вода|водо-насос)", text: "водо - насос", hits: "водо - насос"),
    .init(name: "hyphen at the end of a prefix", term: "водо-*", text: "водо-насосы", hits: "водо-насосы"),
    .init(name: "prefix of a compound", term: "водо-нас*", text: "водо-насосы", hits: "водо-насосы"),
    .init(name: "spaced dash breaks", term: "ремонт дорога", text: "ремонт – дороги", hits: ""),
    .init(name: "joined dash does not", term: "ремонт дорога", text: "ремонт–дороги", hits: "ремонт–дороги"),
    .init(name: "sentence end breaks", term: "ремонт дорога", text: "Ремонт. Дороги", hits: ""),
    .init(name: "gap empty", term: "ремонт ~2 дорога", text: "ремонт дороги", hits: "ремонт дороги"),
    .init(
      name: "gap full", term: "ремонт ~2 дорога", text: "ремонт всех этих дорог",
      hits: "ремонт всех этих дорог"),
    .init(name: "gap overfull", term: "ремонт ~2 дорога", text: "ремонт а б в дорог", hits: ""),
    .init(name: "gap stops at comma", term: "ремонт ~2 дорога", text: "ремонт школ, дорог", hits: ""),
    .init(
      name: "gap takes the nearest end", term: "ремонт ~3 дорога", text: "ремонт дорог и дорог",
      hits: "ремонт дорог"),
    .init(
      name: "two gaps", term: "ремонт ~1 дорога ~1 село", text: "ремонт всех дорог нашего села",
      hits: "ремонт всех дорог нашего села"),
    .init(name: "choice first", term: "(ремонт|стройка) дорога", text: "ремонт дорог", hits: "ремонт дорог"),
    .init(
      name: "choice second", term: "(ремонт|стройка) дорога", text: "стройка дорог", hits: "стройка дорог"),
    .init(name: "choice neither", term: "(ремонт|стройка) дорога", text: "уборка дорог", hits: ""),
    .init(
      name: "choice with marks", term: "(=ремонт|строи*) дорога", text: "ремонта дорог и строители дорог",
      hits: "строители дорог"),
    .init(
      name: "choice of several words, the longer wins", term: "(вода|вода для село) нет",
      text: "вода для села нет",
      hits: "вода для села нет"),
    .init(name: "choice of overlapping tests counts once", term: "(вода|вод*)", text: "вода", hits: "вода"),
    .init(
      name: "halves in order", term: "вода & школа", text: "вода есть в школе", hits: "вода есть в школе"),
    .init(name: "halves in reverse", term: "вода & школа", text: "в школе нет воды", hits: "школе нет воды"),
    .init(name: "halves across a comma", term: "вода & школа", text: "вода, школа", hits: "вода, школа"),
    .init(name: "halves need both", term: "вода & школа", text: "вода, вода", hits: ""),
    .init(name: "halves not in two sentences", term: "вода & школа", text: "Вода. Школа.", hits: ""),
    .init(name: "halves do not overlap", term: "вода & вода", text: "вода", hits: ""),
    .init(name: "same halves, two words", term: "вода & вода", text: "вода и вода", hits: "вода и вода"),
    .init(name: "every place", term: "вода", text: "вода, вода", hits: "вода | вода"),
    .init(name: "part of a longer word is none", term: "вода", text: "паровода", hits: ""),
    .init(name: "Kazakh word", term: "жол", text: "жолды жөндеу", hits: "жолды", language: .kk),
    .init(
      name: "Kazakh phrase", term: "су құбыр", text: "су құбыры салынды", hits: "су құбыры", language: .kk),
    .init(name: "no hit in another language", term: "вода", text: "вода", hits: "", language: .uz),
  ]
}

@Suite struct TermMatchingTests {
  @Test(arguments: TermCase.all) func hits(_ row: TermCase) throws {
    let cell = row.language == .kk ? "\(row.term)\t" : "\t\(row.term)"
    let lexicon = try compile(["entry\tresults.water\t\(cell)"])
    let found = coding(row.text, row.language, lexicon).codes.flatMap(\.evidence)
    let bytes = Array(row.text.utf8)
    let texts = found.map { String(decoding: bytes[$0.span], as: UTF8.self) }
    #expect(texts.joined(separator: " | ") == row.hits)
  }

  @Test(
    "Kazakh terms apply in Kazakh and mixed sentences, Russian ones in Russian and mixed",
    arguments: [
      (Language.kk, ["жол"]), (.ru, ["дорога"]), (.mixed, ["жол", "дорога"]), (.other, []), (.ky, []),
    ])
  func languages(_ language: Language, _ hits: [String]) throws {
    let lexicon = try compile(["road\tresults.roads\t=жол\t=дорога"])
    let found = coding("жол дорога", language, lexicon).codes.flatMap(\.evidence)
    #expect(found.map { lexicon.terms[$0.term].text }.map { String($0.dropFirst()) } == hits)
  }

  @Test func partOfSpeechColumnAppliesToTermsOfItsLength() throws {
    final class Seen: @unchecked Sendable { var lexemes: [Lexeme] = [] }
    let seen = Seen()
    let codebook = try CodebookLoader.load(testCodebook, file: "c")
    let layer = try layer(
      ["e\tresults.water\t\tпитьевой вода ; вода/PROPN питьевой ; вода ; =чистый вода\tADJ NOUN"], codebook)
    let russian: ([Lexeme]) -> any FormMatcher = {
      seen.lexemes = $0
      return EndingMatcher($0, .ru)
    }
    _ = CompiledLexicon(
      [CodingScheme(codebook: codebook, layers: [layer])], kazakh: { EndingMatcher($0, .kk) },
      russian: russian)
    #expect(
      seen.lexemes == [
        Lexeme(lemma: "питьевой", partOfSpeech: .adjective), Lexeme(lemma: "вода", partOfSpeech: .noun),
        Lexeme(lemma: "вода", partOfSpeech: .properNoun), Lexeme(lemma: "питьевой", partOfSpeech: .noun),
        Lexeme(lemma: "вода", partOfSpeech: nil),
      ])
  }

  @Test func manyGapsEndSoon() throws {
    let term = Array(repeating: "вода", count: 8).joined(separator: " ~9 ") + " нет"
    let lexicon = try compile(["e\tresults.water\t\t\(term)"])
    #expect(codes(String(repeating: "вода ", count: 500), .ru, lexicon) == [])
  }

  @Test func spansCountFromThePassage() throws {
    let lexicon = try compile(["e\tresults.water\t\tвода"])
    var text = TestText()
    text.append("Первый абзац.", .ru)
    let start = text.text.utf8.count
    let second = text.append("Нет воды.", .ru)
    let coder = LexiconCoder(lexicon, types: text.types)
    let coding = coder.code(text.analysis, sentences: second, textStart: start, context: PassageContext())
    #expect(coding.codes.first?.evidence.map(\.span) == [7..<15])
  }
}
