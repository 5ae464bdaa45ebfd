import Testing

@testable import Linguistics

/// What is one token. The bar shows the cuts.
struct TokenTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let language: Language
    let tokens: String
    var testDescription: String { name }

    init(_ name: String, _ language: Language, _ tokens: String) {
      self.name = name
      self.language = language
      self.tokens = tokens
    }

    /// The text: the cuts removed, `_` for a space between tokens that the text has.
    var text: String { tokens.replacing("|", with: "") }
    var expected: [String] {
      tokens.split(separator: "|").flatMap { $0.split(separator: " ") }.map(String.init)
    }
  }

  static let rows: [Row] = [
    // Kazakh
    Row("pair word", .kk, "қарым-қатынас жақсы"),
    Row("clitic with a hyphen", .kk, "сондай-ақ Жасаған-ау"),
    Row("suffix after an abbreviation", .kk, "АҚШ-пен келісім"),
    Row("ordinal ending", .kk, "55-ші 30-шы 2-сыныпқа|.".replacing("2-сыныпқа", with: "2|-|сыныпқа")),
    Row("number and a word of its own", .kk, "17|-|үйде 15|-|жылдығының"),
    Row("Kazakh word with a Russian-looking end", .kk, "6|-|шақырылым"),
    Row("word glued to a number", .kk, "53|бабының 2-тармағы".replacing("2-тармағы", with: "2|-|тармағы")),
    Row("span of years", .kk, "2008|-|2009 жылдары"),
    Row("percent stays with the number", .kk, "51% 90%-ына"),
    Row("degrees", .kk, "32,5°С 2°С-тан"),
    Row("year abbreviation", .kk, "1939 ж. Қ. Жұмалиев"),
    Row("abbreviations with inner stops", .kk, "б.з.б. 550 т.б. заттар"),
    Row("millions", .kk, "1,648 млн. км²"),
    Row("glued year", .kk, "2016|ж. басталды"),
    // Russian
    Row("preposition and particle", .ru, "из-за того|, что-то"),
    Row("emphatic particle is a word", .ru, "наконец|-|то я|-|то"),
    Row("two inflected nouns", .ru, "языку|-|предку"),
    Row("compound name", .ru, "Рейнланд|-|Пфальц Ростов|-|на|-|Дону"),
    Row("adjective with linking vowel", .ru, "северо-западном Южно-Китайского"),
    Row("ordinal ending", .ru, "3-й 1960-х 24-сильный"),
    Row("percent is a token", .ru, "8|% бюджета"),
    Row("abbreviations", .ru, "т. е. 12 тыс. экземпляров"),
    Row("glued abbreviation", .ru, "т.|е. явления"),
    Row("initials", .ru, "А.|Ж. Ахметов А. Серик"),
    Row("initial without a space", .ru, "В.|Жириновский"),
    Row("unit glued to a number", .ru, "200|г муки 16|мм трубы"),
    Row("hanging hyphen", .ru, "одно- и двухэтажные"),
    // Either
    Row("date and time", .ru, "02.10.2020 в 11:00"),
    Row("citation", .ru, "№ 24-9 и № 9/9-VIII 8С-34/3"),
    Row("citation with a space", .ru, "№ 8С 34/3"),
    Row("decimal comma and comma", .ru, "1|, 2,5 и 3,0"),
    Row("thousands", .ru, "1 043 322,0 тенге"),
    Row("runs of marks", .ru, "Что|?! Да|..."),
    Row("brackets", .ru, "(|а|)"),
    Row("addresses", .ru, "https://egov.kz/a?b=1 kense@akimat.kz www.gov.kz"),
    Row("address before a stop", .ru, "сайт egov.kz|."),
    Row("hashtag", .ru, "#маслихат_2022 рулит"),
    Row("entity", .ru, "&amp; и"),
    Row("missing space after a stop", .kk, "аяқталды|.|Бұл"),
    Row("soft hyphen inside a word", .kk, "мәс\u{AD}лихат"),
  ]

  @Test(arguments: rows) func tokens(_ row: Row) {
    #expect(Analysed(row.text, language: row.language).tokens == row.expected)
  }

  @Test func kindsAndJoins() {
    let analysed = Analysed("51 үй (№ 3).", language: .kk)
    #expect(
      analysed.analysis.tokens.map(\.kind) == [
        .number, .word, .punctuation, .symbol, .number, .punctuation, .punctuation,
      ])
    #expect(analysed.analysis.tokens.map(\.joinsNext) == [false, false, true, false, true, true, false])
  }

  @Test func offsetsCountFromTheStartOfTheText() {
    let text = Array("Бірінші.\nЕкінші.\n".utf8)
    let analyzer = TextAnalyzer()
    var analysis = TextAnalysis()
    let line = (text.firstIndex(of: 0x0A) ?? 0) + 1
    analyzer.analyze(text.span, in: line..<(text.count - 1), into: &analysis)
    #expect(analysis.tokens.first.map { Int($0.start) } == line)
    #expect(analysis.tokens.count == 2)
  }
}
