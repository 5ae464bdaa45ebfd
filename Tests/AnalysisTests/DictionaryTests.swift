import Coding
import Foundation
import Linguistics
import TestSupport
import Testing

@testable import Analysis

/// Dictionaries of other programs: what is read, what becomes of it, what is named as lost.
@Suite struct DictionaryTests {
  static func codebook() throws -> Codebook {
    let label = "label: {en: e, ru: r, kk: k}"
    return try CodebookLoader.load(
      """
      codebook: small
      version: 1
      title: {en: Small, ru: Малый, kk: Кіші}
      dimensions:
        - id: indicator
          \(label)
          codes:
            - id: results
              \(label)
              codes:
                - {id: results.water, label: {en: Water supply, ru: Водоснабжение, kk: Сумен жабдықтау}}
                - {id: results.roads, label: {en: Roads, ru: Дороги, kk: Жолдар}}
      """, file: "codebook.yaml")
  }

  static func read(_ text: String, _ format: ForeignDictionary.Format) throws -> ForeignDictionary {
    try ForeignDictionary.read(Array(text.utf8), format: format, file: "d")
  }

  static func imported(
    _ text: String, _ format: ForeignDictionary.Format, map: String? = nil,
    _ options: LexiconImport.Options = .init()
  ) throws -> LexiconImport {
    let map = try CategoryMap(codebook(), table: map, file: "map.tsv")
    return LexiconImport(try read(text, format), map: map, options: options, file: "d")
  }

  /// The entries of the file that an import gives, which must load without a remark.
  static func rows(_ result: LexiconImport) throws -> [String] {
    let file = LexiconFile(Array(result.text.utf8), name: "imported.tsv")
    let (layer, issues) = LexiconLoader.layer("base", of: [file], codebook: try codebook())
    try #require(issues.isEmpty, "\(issues.map(\.description))")
    #expect(layer.entries.count + layer.definitions.count == result.entries)
    return result.text.split(separator: "\n").dropFirst(2).map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).prefix(7).joined(separator: "|")
    }
  }

  // MARK: Formats

  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var format: ForeignDictionary.Format
    var text: String
    var rows: [String]
    var losses: [String] = []
    var testDescription: String { name }
  }

  static let cases: [Row] = [
    .init(
      name: "quanteda, nested categories and wildcards", format: .quanteda,
      text: """
        results:
          water: [вода, "питьевая вода", водо*, "с?", "*вод"]
          roads:
            - дорога
            - жолға
        """,
      rows: [
        "results-water|results.water||=вода ; =питьевая =вода ; водо*|||",
        "results-roads|results.roads|=жолға|=дорога|||",
      ],
      losses: [
        "d:2: '*вод': a wildcard counts only at the end of a word; the pattern is left out",
        "d:2: 'с?': a wildcard counts only at the end of a word; the pattern is left out",
      ]),
    .init(
      name: "quanteda, languages and labels", format: .quanteda,
      text: """
        Водоснабжение:
          kk: [су]
          ru: [вода]
        Other: [x]
        """,
      rows: ["category|results.water|=су||||", "category-2|results.water||=вода|||"],
      losses: [
        "d:4: the category 'Other' is the name of no code: its 1 words and 0 rules are left out; name its codes with --map"
      ]),
    .init(
      name: "quanteda, any word and marks", format: .quanteda, text: "water: [\"подача * воды\", \"a/b\"]",
      rows: ["water|results.water||=подача ~1 =воды|||"],
      losses: [
        "d:1: 'a/b': 'b' is no part of speech; known: NOUN PROPN ADJ VERB ADV NUM PRON X; the pattern is left out",
        "d:1: 'подача * воды': '*' for one word became '~1', at most one word",
      ]),
    .init(
      name: "LIWC 2007", format: .liwc,
      text: "%\n1\twater\n2\troads\n%\nвода\t1\nдорог*\t2\t1\nkind\t(02 134)125\nмост\t3\nодин\n",
      rows: ["water|results.water||=вода ; дорог*|||", "roads|results.roads||дорог*|||"],
      losses: [
        "d:7: 'kind\t(02 134)125': conditional categories of LIWC 2007 cannot be carried; the word is left out",
        "d:8: 'мост': there is no category 3", "d:9: 'один' has no category; it is left out",
      ]),
    .init(
      name: "LIWC 2015, nested and described", format: .liwc,
      text: "%\r\n10\tresults (Results)\r\n\t11\twater (Water)\r\n%\r\nпитьевая вода\t10\t11\r\n",
      rows: ["results-water|results.water||=питьевая =вода|||"],
      losses: [
        "d:2: the category 'results' is the name of no code: its 1 words and 0 rules are left out; name its codes with --map"
      ]),
    .init(
      name: "LIWC-22", format: .liwc,
      text: "\u{FEFF}DicTerm,Water,Roads\n\"су, құбыры\",X,\nвода,X,0.5\nмост,,да\n",
      rows: ["water|results.water||=вода|||", "roads|results.roads||=вода|||0.5"],
      losses: [
        "d:2: 'су, құбыры': 'су,' holds ',', which always ends a match; write the words as two terms; the pattern is left out",
        "d:4: 'мост': the cell 'да' is neither X nor a weight of a category",
      ]),
    .init(
      name: "WordStat", format: .wordstat,
      text: """
        RESULTS
        \tWATER
        \t\tВОДА (1)
        \t\tПИТЬЕВАЯ_ВОД* (2)
        \t\t@PIPE [ТРУБ* NEAR ВОДА /S3] (1)
        \t\t@ORDER [ПОДАЧА BEFORE ВОДЫ /W4] (1)
        \t\t@BEHIND [ВОДЫ AFTER ПОДАЧА /W1] (1)
        \t\t@FAR [НАСОС NOT NEAR #ROADS /P] (1)
        \t\t@WHAT [A OR B] (1)
        \tROADS
        \t\tДОРОГА (1)
        """,
      rows: [
        "category-roads|reference||=дорога|||", "results-water|results.water||=вода|||",
        "results-water-2|results.water||=питьевая вод*|||2",
        "results-water-pipe|results.water||труб*||near 3: =вода|",
        "results-water-order|results.water||=подача ~3 =воды|||",
        "results-water-behind|results.water||=подача =воды|||",
        "results-water-far|results.water||=насос||not passage: @category-roads|",
        "results-roads|results.roads||=дорога|||",
      ],
      losses: ["d:9: the rule '@WHAT [A OR B]' is of a kind that cannot be carried"]),
    .init(
      name: "Yoshikoder", format: .yoshikoder,
      text: """
        <?xml version="1.0" encoding="UTF-8"?>
        <dictionary style="050805" patternengine="substring">
          <cnode name="Mine" desc="">
            <cnode name="Results"><cnode name="Water">
              <pnode name="Вода"/>
              <pnode name="водо*"/>
            </cnode></cnode>
            <pnode name="мост"/>
          </cnode>
        </dictionary>
        """,
      rows: ["results-water|results.water||=вода ; водо*|||"],
      losses: ["d:8: 'мост' stands in no category"]),
  ]

  @Test(arguments: cases) func isCarried(_ row: Row) throws {
    let result = try Self.imported(row.text, row.format)
    #expect(try Self.rows(result) == row.rows)
    #expect(result.losses.count == row.losses.count)
    for (loss, expected) in zip(result.losses, row.losses) {
      #expect(loss.description == expected)
    }
  }

  @Test func aTableNamesCodes() throws {
    let map =
      "# categories of the ministry\nOther\tresults.water results.roads\nResults/Other\tresults.roads\n"
    #expect(
      try Self.rows(Self.imported("Other: [x]", .quanteda, map: map)) == [
        "other|results.roads results.water|=x|=x|||"
      ])
    let nested = try Self.imported("results: {other: [вода]}", .quanteda, map: map)
    #expect(try Self.rows(nested) == ["results-other|results.roads||=вода|||"])
  }

  @Test func wordsMayInflectAndHaveAStatedLanguage() throws {
    let options = LexiconImport.Options(language: .kk, inflects: true)
    let result = try Self.imported("water: [бала, су*]", .quanteda, options)
    #expect(try Self.rows(result) == ["water|results.water|бала ; су*||||"])
  }

  @Test(arguments: [
    (ForeignDictionary.Format.quanteda, "a: [b", "d:2: not readable as YAML"),
    (.quanteda, "a: [b]\na: [c]", "d:1: the category 'a' stands twice"),
    (.quanteda, "- a", "d:1: a YAML dictionary is a mapping"),
    (.liwc, "вода\t1", "d:1: a LIWC dictionary begins with a list of categories"),
    (.yoshikoder, "<html/>", "d:1: the root element is not <dictionary>"),
    (.yoshikoder, "text", "d:1: not readable as XML"), (.wordstat, "A\n\tB", "d:1: no category with words"),
  ])
  func unreadableFilesAreNamed(_ format: ForeignDictionary.Format, _ text: String, _ message: String) {
    let error = #expect(throws: DictionaryError.self) { try Self.read(text, format) }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }

  @Test(arguments: [
    ("Water", "map.tsv:1: 'Water': a line is a category, a tab, and codes parted by spaces"),
    ("a\tresults.water\nb\tresults", "map.tsv:2: the codebook has no code 'results' (groups take no words)"),
  ])
  func mistakesOfTheTableAreNamed(_ table: String, _ message: String) {
    let error = #expect(throws: DictionaryError.self) {
      try CategoryMap(Self.codebook(), table: table, file: "map.tsv")
    }
    #expect(error?.description == message)
  }

  @Test func entitiesAreNotExpanded() throws {
    let bomb = """
      <!DOCTYPE d [<!ENTITY a "вода"><!ENTITY f SYSTEM "file:///etc/hostname">]>
      <dictionary><cnode name="x"><cnode name="water"><pnode name="&a;"/><pnode name="река"/></cnode></cnode></dictionary>
      """
    let dictionary = try Self.read(bomb, .yoshikoder)
    #expect(dictionary.categories[0].patterns.map(\.text).filter { $0.contains("вода") }.isEmpty)
  }

  // MARK: Export

  static func scheme(_ rows: [String]) throws -> CodingScheme {
    let text = (["id\tcodes\tkk\tru\tpos\tconditions\tweight"] + rows).joined(separator: "\n")
    let file = LexiconFile(Array(text.utf8), name: "l.tsv")
    let (layer, issues) = LexiconLoader.layer("base", of: [file], codebook: try codebook())
    try #require(issues.isEmpty, "\(issues.map(\.description))")
    return CodingScheme(codebook: try codebook(), layers: [layer])
  }

  static let lexicon = [
    "a\tresults.water\t=су\t=вода ; водо* ; (=новая|=старая) =труба ; река",
    "b\tresults.water results.roads\t\t=мост", "c\tresults.roads\t\t=дорога\t\trole: vote",
    "d\tresults.roads\t\t=шоссе\t\t\t-1", "e\tresults.roads\t\t=путь ~2 =село ; =улица\t\t\t0.5",
  ]

  @Test func quantedaHasWhatItCanSay() throws {
    let result = try LexiconExport(Self.scheme(Self.lexicon), format: .quanteda)
    #expect(
      result.text == """
        results.water:
          kk:
          - "су"
          ru:
          - "вода"
          - "водо*"
          - "новая труба"
          - "старая труба"
          - "река"
          - "мост"
        results.roads:
          ru:
          - "мост"
          - "улица"

        """)
    #expect(
      result.losses.map(\.description) == [
        "l.tsv:2: a: 1 dictionary forms are written as they stand; their inflected forms are lost",
        "l.tsv:4: c: its conditions cannot be said; the entry is left out",
        "l.tsv:5: d: its weight -1.0 cannot be said; the entry is left out",
        "l.tsv:6: e: its weight 0.5 became 1",
        "l.tsv:6: e: the term '=путь ~2 =село' has a gap, halves or too many choices; it is left out",
      ])
  }

  @Test func liwcHasALegendAndWords() throws {
    let result = try LexiconExport(Self.scheme(Self.lexicon), format: .liwc)
    let lines = result.text.split(separator: "\n")
    #expect(lines.prefix(4) == ["%", "1\tresults.water", "2\tresults.roads", "%"])
    #expect(lines.contains("мост\t1\t2") && lines.contains("водо*\t1") && lines.contains("новая труба\t1"))
  }

  /// What both sides can say comes back as it was, and codes the same.
  @Test(arguments: 0..<10, [LexiconExport.Format.quanteda, .liwc])
  func roundTrip(_ seed: Int, _ format: LexiconExport.Format) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let words = ["вода", "село", "дорога", "мост", "су", "жол", "ауыл", "құбыр"]
    func word() -> String {
      let word = words.randomElement(using: &generator) ?? ""
      return Bool.random(using: &generator) ? "=" + word : String(word.prefix(3)) + "*"
    }
    let rows = (0..<12).map { i in
      let terms = (0..<3).map { _ in
        [word(), "\(word()) \(word())", "(\(word())|\(word())) \(word())"].randomElement(using: &generator)
          ?? ""
      }.joined(separator: " ; ")
      let code = Bool.random(using: &generator) ? "results.water" : "results.roads"
      return "e\(i)\t\(code)\t\(Bool.random(using: &generator) ? "" : terms)\t\(terms)"
    }
    let scheme = try Self.scheme(rows)
    let exported = try LexiconExport(scheme, format: format)
    #expect(exported.losses.isEmpty)
    let back = try Self.imported(exported.text, format == .quanteda ? .quanteda : .liwc)
    #expect(back.losses.isEmpty)
    let file = LexiconFile(Array(back.text.utf8), name: "back.tsv")
    let (layer, issues) = LexiconLoader.layer("back", of: [file], codebook: scheme.codebook)
    #expect(issues.isEmpty)
    let returned = CodingScheme(codebook: scheme.codebook, layers: [layer])
    #expect(try LexiconExport(returned, format: format).text.sorted() == exported.text.sorted())
    // LIWC does not tell the languages apart.
    guard format == .quanteda else { return }
    for _ in 0..<40 {
      let text = (0..<8).map { _ in words.randomElement(using: &generator) ?? "" }.joined(separator: " ")
      for language in [Language.kk, .ru] {
        #expect(try Self.codes(text, language, scheme) == Self.codes(text, language, returned))
      }
    }
  }

  private static func codes(_ text: String, _ language: Language, _ scheme: CodingScheme) throws -> [String] {
    let lexicon = CompiledLexicon(
      [scheme], kazakh: { KazakhMatcher(lexemes: $0) }, russian: { RussianMatcher(lexemes: $0) })
    let analyzer = TextAnalyzer()
    var analysis = TextAnalysis()
    let bytes = Array(text.utf8)
    analyzer.analyze(bytes.span, in: 0..<bytes.count, language: language, into: &analysis)
    return LexiconCoder(lexicon, types: analyzer.types).code(
      analysis, sentences: analysis.sentences.indices, context: PassageContext()
    ).codes.map { lexicon.code($0).id }
  }
}
