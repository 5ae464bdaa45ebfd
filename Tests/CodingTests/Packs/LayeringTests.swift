import Linguistics
import Testing

@testable import Coding

/// Base, region and project: who counts where, and what is reported.
@Suite struct LayeringTests {
  static let base = [
    "water-pipe\tresults.water\tсу құбыр\tводопровод", "roads\tresults.roads\tжол\tдорога",
    "lake\ttopic.water\tкөл\tозеро",
  ]

  static func pack(_ code: String, _ rows: [String]) -> RegionPack {
    var pack = RegionPack(
      code: code, folder: "packs/\(code)", version: 1, names: .init(en: code, ru: code, kk: code),
      kato: code.suffix(2) + "0000000", author: "", licence: "")
    pack.lexicon = lexicon(rows, "packs/\(code)/lexicon.tsv")
    return pack
  }

  static func lexicon(_ rows: [String], _ name: String) -> PackLexicon {
    PackLexicon(Array(([BadPackTests.header] + rows).joined(separator: "\n").utf8), name: name)
  }

  static func join(_ packs: [RegionPack], project: PackLexicon = PackLexicon()) throws -> (
    lexicon: CompiledLexicon, issues: [LexiconIssue]
  ) {
    let codebook = try CodebookLoader.load(testCodebook, file: "codebook.yaml")
    let scheme = CodingScheme(codebook: codebook, layers: [try layer(base, codebook)])
    let (joined, issues) = LexiconLayering.join(scheme, packs: packs, project: project)
    return (compile([joined]), issues)
  }

  static func codes(_ text: String, _ region: String?, _ lexicon: CompiledLexicon) -> [String] {
    CodingTests.codes(text, .ru, lexicon, PassageContext(region: region))
  }

  @Test func aPackCountsInItsRegionOnly() throws {
    let (lexicon, issues) = try Self.join([
      Self.pack(
        "KZ-10", ["add\tkz-10-well\tresults.water\tқұдық\tколодец", "off\tlake\t\t\t\t\t\t\t\t\tno lakes"])
    ])
    #expect(issues.isEmpty)
    #expect(Self.codes("Вырыт колодец.", "KZ-10", lexicon) == ["results.water"])
    for region in ["KZ-11", nil] { #expect(Self.codes("Вырыт колодец.", region, lexicon).isEmpty) }
    #expect(Self.codes("Вода и озеро.", "KZ-10", lexicon).isEmpty)
    #expect(Self.codes("Вода и озеро.", "KZ-11", lexicon) == ["topic.water"])
  }

  @Test func narrowingAddsConditions() throws {
    let (lexicon, issues) = try Self.join([
      Self.pack("KZ-10", ["narrow\tlake\t\t\t\t\tnot near 3: соленый\t\t\t\tsalt lakes give no water"])
    ])
    #expect(issues.isEmpty)
    #expect(Self.codes("Это озеро.", "KZ-10", lexicon) == ["topic.water"])
    #expect(Self.codes("Это соленый озеро.", "KZ-10", lexicon).isEmpty)
    #expect(Self.codes("Это соленый озеро.", "KZ-11", lexicon) == ["topic.water"])
  }

  @Test func narrowingMayReferToEntries() throws {
    let (lexicon, issues) = try Self.join([
      Self.pack("KZ-10", ["narrow\tlake\t\t\t\t\tnot near 3: @roads\t\t\t\tlakes beside roads are no water"])
    ])
    #expect(issues.isEmpty)
    #expect(Self.codes("Это озеро.", "KZ-10", lexicon) == ["topic.water"])
    #expect(Self.codes("Озеро у дороги.", "KZ-10", lexicon) == ["results.roads"])
    let (_, wrong) = try Self.join([
      Self.pack("KZ-10", ["narrow\tlake\t\t\t\t\tnot near 3: @rods\t\t\t\twhy"])
    ])
    #expect(
      wrong.map(\.line) == [2] && wrong.allSatisfy { $0.severity == .error && $0.message.contains("rods") })
  }

  /// Packs serve all codebooks: a change of another one's entry is no fault here.
  @Test func changesOfAnotherCodebooksEntriesArePassedOver() throws {
    let codebook = try CodebookLoader.load(testCodebook, file: "codebook.yaml")
    let scheme = CodingScheme(codebook: codebook, layers: [try layer(Self.base, codebook)])
    let pack = Self.pack(
      "KZ-10", ["off\telsewhere\t\t\t\t\t\t\t\t\twhy", "off\tnowhere\t\t\t\t\t\t\t\t\twhy"])
    let (_, issues) = LexiconLayering.join(scheme, packs: [pack], foreignEntries: { ["elsewhere"] })
    #expect(issues.map(\.id) == ["unknown-entry"] && issues[0].message.contains("nowhere"))
  }

  @Test func termsThatTheBaseFindsAreNamed() throws {
    let (lexicon, _) = try Self.join([
      Self.pack(
        "KZ-10",
        [
          "add\tkz-10-a\tresults.water\tсу құбыр ; құдық\tколодец",
          "add\tkz-10-b\tresults.roads topic.water\tжол\tновый дорога",
        ])
    ])
    let issues = LexiconLint.check(lexicon).filter { $0.id == "covered-term" }
    #expect(issues.map(\.line) == [2] && issues[0].message.contains("'су құбыр'"), "\(issues)")
  }

  /// Names are found in all cases though they stand in the nominative.
  @Test(arguments: [
    ("Это у Бухтарминского водохранилища.", Language.ru), ("На Бухтарминском водохранилище.", .ru),
    ("Ремонт Верхней школы окончен.", .ru), ("Ол Марқакөл қорығында тұрады.", .kk),
    ("Марқакөл қорығының жері.", .kk), ("Марқакөл қорығы ашылды.", .kk),
  ])
  func namesInflect(_ text: String, _ language: Language) throws {
    var pack = Self.pack("KZ-10", [])
    pack.named = [
      GazetteerRow(
        kind: .other, kato: "", kazakh: ["Марқакөл қорығы"],
        russian: ["Бухтарминское водохранилище", "Верхняя школа"],
        codes: ["topic.water"], note: "", line: 2)
    ]
    let (lexicon, issues) = try Self.join([pack])
    #expect(issues.isEmpty)
    #expect(
      CodingTests.codes(text, language, lexicon, PassageContext(region: "KZ-10")).contains("topic.water"))
    #expect(lexicon.terms.contains { $0.text == "Бухтарминское водохранилище" })
  }

  @Test func theProjectCountsEverywhere() throws {
    let (lexicon, issues) = try Self.join(
      [Self.pack("KZ-10", ["add\tkz-10-well\tresults.water\tқұдық\tколодец"])],
      project: Self.lexicon(
        ["add\tmy-bridge\tresults.roads\tкөпір\tмост", "off\tlake\t\t\t\t\t\t\t\t\tno"], "p.tsv"))
    #expect(issues.isEmpty)
    for region in ["KZ-10", "KZ-11", nil] {
      #expect(Self.codes("Построен мост.", region, lexicon) == ["results.roads"])
      #expect(Self.codes("Вот озеро.", region, lexicon).isEmpty)
    }
  }

  /// Adding a pack leaves every coding of other regions as it was: entries, evidence, polarity, sums.
  @Test func otherRegionsStayAsTheyAre() throws {
    let alone = try Self.join([]).lexicon
    let with = try Self.join([
      Self.pack(
        "KZ-10",
        [
          "add\tkz-10-a\tresults.water results.roads\tсу құбыры\tводопровод дорога ; озеро",
          "off\troads\t\t\t\t\t\t\t\t\twhy",
          "add\tkz-10-aa\tresults.water\tжолдар\tдорожный", "narrow\tlake\t\t\t\t\tsentence: вода\t\t\t\twhy",
        ])
    ]).lexicon
    let texts = [
      "Водопровод и дорога.", "Озеро без воды.", "Нет дороги и озера.", "Дорожный водопровод дорога озеро.",
    ]
    for text in texts {
      for region in ["KZ-11", "KZ-63", nil] {
        let context = PassageContext(region: region)
        let before = Self.evidence(text, alone, context)
        #expect(Self.evidence(text, with, context) == before, "\(text)")
      }
    }
    #expect(
      Self.codes("Нет дороги и озера.", "KZ-10", with) != Self.codes("Нет дороги и озера.", "KZ-11", with))
  }

  private static func evidence(_ text: String, _ lexicon: CompiledLexicon, _ context: PassageContext)
    -> [String]
  {
    coding(text, .ru, lexicon, context).codes.flatMap { assignment in
      assignment.evidence.map {
        "\(lexicon.code(assignment).id) \(assignment.sum) \(lexicon.entries[$0.entry].entry.id) \($0.span) \($0.isNegated)"
      }
    }
  }

  static let conflicts: [(rows: [String], project: [String], id: String)] = [
    (["add\twell\tresults.water\tқұдық\tколодец"], [], "foreign-id"),
    (["add\tkz-10-a\tresults.watre\tқұдық\tколодец"], [], "unknown-code"),
    (["add\tkz-10-a\tresults\tқұдық\tколодец"], [], "unknown-code"),
    (["off\tlaek\t\t\t\t\t\t\t\t\twhy"], [], "unknown-entry"),
    (["add\tkz-10-a\tresults.water\tа\tа", "add\tkz-10-a\tresults.water\tб\tб"], [], "duplicate-id"),
    ([], ["add\tlake\tresults.water\tқұдық\tколодец"], "id-taken"),
    (["off\tlake\t\t\t\t\t\t\t\t\twhy"], ["narrow\tlake\t\t\t\t\trole: speech\t\t\t\twhy"], "changed-twice"),
  ]

  @Test(arguments: conflicts) func conflictsAreReported(
    _ row: (rows: [String], project: [String], id: String)
  ) throws {
    let (lexicon, issues) = try Self.join(
      [Self.pack("KZ-10", row.rows)], project: Self.lexicon(row.project, "p.tsv"))
    #expect(issues.map(\.id) == [row.id], "\(issues)")
    #expect(issues.allSatisfy { $0.line > 1 && $0.file.hasSuffix(".tsv") })
    // The base is never overridden by a conflict.
    #expect(Self.codes("Это водопровод.", "KZ-10", lexicon) == ["results.water"])
  }

  @Test func namesWithCodesAreEntries() throws {
    var pack = Self.pack("KZ-10", [])
    pack.named = [
      GazetteerRow(
        kind: .medium, kato: "", kazakh: ["«Дидар» газеті"], russian: ["газета «Дидар»"],
        codes: ["topic.water"],
        note: "", line: 9)
    ]
    let (lexicon, issues) = try Self.join([pack])
    #expect(issues.isEmpty)
    #expect(lexicon.entries.map(\.entry.id).contains("kz-10-name-medium-gazeta-didar"))
    #expect(Self.codes("Сообщила газета Дидар.", "KZ-10", lexicon) == ["topic.water"])
  }

  @Test func aPackServesSeveralCodebooks() throws {
    let codebook = try CodebookLoader.load(testCodebook, file: "codebook.yaml")
    let scheme = CodingScheme(codebook: codebook, layers: [try layer(Self.base, codebook)])
    let pack = Self.pack(
      "KZ-10", ["add\tkz-10-a\tother.code\tа\tа", "add\tkz-10-b\tother.code topic.water\tб\tб"])
    let (joined, issues) = LexiconLayering.join(scheme, packs: [pack], foreignCodes: { ["other.code"] })
    #expect(issues.isEmpty && joined.layers[1].entries.map(\.id) == ["kz-10-b"])
    #expect(joined.layers[1].entries[0].codes == ["topic.water"])
  }
}
