import Foundation
import Testing

@testable import Coding

/// What spreadsheets and editors do to packs: put right in silence where nothing is lost, else named by file, line and
/// column.
@Suite struct BadPackTests {
  static let header = "change\tid\tcodes\tkk\tru\tpos\tconditions\tweight\tsource\tnote\treason"
  static let good = header + "\nadd\tkz-10-water\ttopic.water\tсу құбыры ; құдық\tводопровод ; колодец\n"

  static func entry(_ bytes: [UInt8]) -> (entries: [LexiconEntry], issues: [LexiconIssue]) {
    let lexicon = PackLexicon(bytes, name: "l.tsv")
    return (lexicon.entries, lexicon.issues)
  }

  static let harmless: [(name: String, bytes: [UInt8])] = [
    ("plain", Array(good.utf8)),
    ("byte order mark", [0xEF, 0xBB, 0xBF] + Array(good.utf8)),
    ("CR LF", Array(good.replacingOccurrences(of: "\n", with: "\r\n").utf8)),
    ("UTF-16, little", [0xFF, 0xFE] + Array(good.data(using: .utf16LittleEndian) ?? Data())),
    ("UTF-16, big", [0xFE, 0xFF] + Array(good.data(using: .utf16BigEndian) ?? Data())),
    (
      "Excel's semicolons",
      Array(
        (header.replacingOccurrences(of: "\t", with: ";")
          + "\r\nadd;kz-10-water;topic.water;\"су құбыры ; құдық\";\"водопровод ; колодец\";;;;;;\r\n").utf8)
    ),
    (
      "commas, quotes and a comment",
      Array(
        ("\"# a, comment\",,,\n" + header.replacingOccurrences(of: "\t", with: ",")
          + "\nadd,kz-10-water,topic.water,\"су құбыры ; құдық\",водопровод ; колодец\n").utf8)
    ),
    (
      "sep=",
      Array(
        ("sep=;\r\n" + header.replacingOccurrences(of: "\t", with: ";")
          + "\r\n;kz-10-water;topic.water;\"су құбыры ; құдық\";\"водопровод ; колодец\"\r\n").utf8)
    ),
  ]

  @Test(arguments: harmless) func isPutRight(_ row: (name: String, bytes: [UInt8])) {
    let (entries, issues) = Self.entry(row.bytes)
    #expect(issues.isEmpty, "\(row.name): \(issues)")
    #expect(entries.map(\.id) == ["kz-10-water"], "\(row.name)")
    #expect(entries.first?.kazakh.map(\.text) == ["су құбыры", "құдық"], "\(row.name)")
    #expect(entries.first?.russian.map(\.text) == ["водопровод", "колодец"], "\(row.name)")
  }

  @Test func windows1251WithoutKazakhLettersIsRead() throws {
    let text = Self.header + "\nadd\tkz-10-water\ttopic.water\t\tводопровод\n"
    let bytes = try #require(text.data(using: .windowsCP1251))
    let (entries, issues) = Self.entry(Array(bytes))
    #expect(issues.isEmpty && entries.first?.russian.map(\.text) == ["водопровод"])
  }

  static let faults: [(row: String, message: String)] = [
    ("addd\ta", "l.tsv:2:1: error: 'addd' is no change; known: add, narrow, off [bad-change]"),
    (
      "add\t\ttopic.water\tсу",
      "l.tsv:2:1: error: the row has no id; if the cells were merged in a spreadsheet, unmerge them and fill each [no-id]"
    ),
    (
      "add\tkz-10-a\ttopic.water\t\tвoда",
      "l.tsv:2:26: error: 'вoда' mixes Latin and Cyrillic letters; the Latin 'o' looks wrong [mixed-script]"
    ),
    (
      "off\ttopic-water-supply",
      "l.tsv:2:1: error: 'topic-water-supply' is changed without a reason; fill the column 'reason' [no-reason]"
    ),
    (
      "narrow\ttopic-water-supply\t\t\t\t\t\t\t\t\twhy",
      "l.tsv:2:1: error: 'narrow' needs conditions, such as 'not near 3: …' [bad-change]"
    ),
    (
      "off\ttopic-water-supply\t\t\t\t\trole: vote\t\t\t\twhy",
      "l.tsv:2:28: error: an entry that is off takes no conditions [bad-change]"
    ),
    (
      "narrow\ta\t\t\t\t\tnear: село\t\t\t\twhy",
      "l.tsv:2:14: error: 'near' is no condition; names: near N, sentence, passage, item, role, kind (each also after 'not'), negated [bad-condition]"
    ),
  ]

  @Test(arguments: faults) func isNamed(_ fault: (row: String, message: String)) {
    let (_, issues) = Self.entry(Array((Self.header + "\n" + fault.row + "\n").utf8))
    // What conditions there are is another test's matter.
    let found = issues.map { $0.description.split(separator: "; names:").first.map(String.init) ?? "" }
    #expect(found == [fault.message.split(separator: "; names:").first.map(String.init) ?? ""])
  }

  @Test func lostKazakhLettersAreNamed() throws {
    let text = Self.header + "\nadd\tkz-10-water\ttopic.water\t??быр\tводопровод\n"
    let (_, issues) = Self.entry(Array(try #require(text.data(using: .windowsCP1251))))
    #expect(issues.contains { $0.id == "lost-letters" && $0.line == 2 && $0.column == 30 }, "\(issues)")
  }

  @Test func aLineBreakInACellKeepsTheLineNumbers() {
    let text =
      Self.header.replacingOccurrences(of: "\t", with: ";")
      + "\nadd;kz-10-a;topic.water;\"су\nқұбыры\"\nbad;kz-10-b\n"
    let (entries, issues) = Self.entry(Array(text.utf8))
    #expect(entries.first?.kazakh.map(\.text) == ["су құбыры"])
    #expect(issues.map(\.line) == [4])
  }

  static let manifests: [(yaml: String, id: String)] = [
    ("pack: KZ-10\nkato: \"100000000\"\n", "no-names"),
    ("pack: KZ-99\nkato: \"990000000\"\n", "bad-region"),
    ("pack: KZ-11\nkato: \"110000000\"\nnames: {kk: а, ru: б, en: c}\n", "wrong-folder"),
    ("pack: KZ-10\nkato: \"1\"\nnames: {kk: а, ru: б, en: c}\n", "bad-kato"),
    ("pack: KZ-10\nkato: \"110000000\"\nnames: {kk: а, ru: б, en: c}\n", "bad-kato"),
    ("pack: KZ-10\nkato: \"100000000\"\nnames: {kk: а, ru: б, en: c}\nfrom: yesterday\n", "bad-date"),
    ("pack: KZ-10\nkato: \"100000000\"\nnames: {kk: а, ru: б, en: c}\nparant: KZ-63\n", "unknown-key"),
    ("pack: KZ-10\nkato: \"100000000\"\nnames: {kk: а, ru: б, en: c}\nparent: KZ-1\n", "bad-region"),
    ("pack: [", "yaml-syntax"), ("", "empty-pack"),
  ]

  @Test(arguments: manifests) func manifestsAreChecked(_ row: (yaml: String, id: String)) {
    var manifest = PackManifest(file: "KZ-10/pack.yaml")
    _ = manifest.read(row.yaml, folder: "packs/KZ-10")
    #expect(manifest.issues.map(\.id) == [row.id])
    #expect(manifest.issues.allSatisfy { $0.line > 0 && $0.column > 0 && $0.file == "KZ-10/pack.yaml" })
  }

  static let names: [(row: String, message: String)] = [
    ("vilage\tА ауылы\tсело А", "g.tsv:2:1: error: 'vilage' is no kind"),
    ("\tА ауылы\tсело А", "g.tsv:2:1: error: the row has no kind; if the cells were merged"),
    ("village\t\t", "g.tsv:2:1: error: the row has neither a Kazakh nor a Russian name"),
    ("village\tА ауылы\tсело Aлма", "g.tsv:2:22: error: 'Aлма' mixes Latin and Cyrillic letters"),
    ("village\tА ауылы\tсело А\t10323", "g.tsv:2:24: error: '10323' is no KATO code"),
    ("village\tА ауылы\tсело А\t113230100", "g.tsv:2:24: error: '113230100' is no code of KZ-10"),
    ("medium\tА\tБ\t\t\t2020-13-01", "g.tsv:2:14: error: '2020-13-01' is no date"),
    (
      "village\tА ауылы\tсело А\t103230100\nvillage\tБ ауылы\tсело Б\t103230100",
      "g.tsv:3:24: error: the code '103230100' stands in line 2"
    ),
  ]

  @Test(arguments: names) func gazetteerRowsAreChecked(_ fault: (row: String, message: String)) {
    let text = "kind\tkk\tru\tkato\tcodes\tfrom\tto\tnote\n" + fault.row + "\n"
    let reader = GazetteerReader(Array(text.utf8), name: "g.tsv", code: "KZ-10", namedOnly: false)
    #expect(
      reader.issues.count == 1 && reader.issues[0].description.hasPrefix(fault.message), "\(reader.issues)")
  }

  @Test func daysThatExcelRewroteAreRead() {
    #expect(ISODay.read("08.06.2022") == "2022-06-08" && ISODay.read("2022-06-08") == "2022-06-08")
    #expect(ISODay.read("8.6.22") == nil && ISODay.read("2022-13-01") == nil)
  }

  @Test func testsWithoutExpectationAreNamed() {
    let (tests, issues) = PackTest.read(
      Array(
        "text\tcodes\tnot\tplaces\tnot-places\tnote\nСу жоқ.\t\t\nСу бар.\ttopic.water; topic.roads\n".utf8),
      name: "t.tsv")
    #expect(tests.map(\.codes) == [["topic.water", "topic.roads"]] && issues.map(\.id) == ["no-expectation"])
  }
}
