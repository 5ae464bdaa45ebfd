import Coding
import Linguistics
import Testing

@Suite struct LexiconFileTests {
  static func load(_ text: String) throws -> (layer: LexiconLayer, issues: [LexiconIssue]) {
    let codebook = try CodebookLoader.load(testCodebook, file: "codebook.yaml")
    return LexiconLoader.layer("base", of: [LexiconFile(Array(text.utf8), name: "w.tsv")], codebook: codebook)
  }

  @Test func readsEveryColumn() throws {
    let (layer, issues) = try Self.load(
      """
      # source: council usage
      id\tcodes\tkk\tru\tpos\tconditions\tweight\tsource\tnote

      water-pipe\ttopic.water results.water\tсу құбыры ; =су\tводопровод\tNOUN NOUN\tnot role: vote\t0.5\tlaw\tremark
      """)
    let entry = try #require(layer.entries.first)
    #expect(issues.isEmpty)
    #expect(entry.id == "water-pipe" && entry.codes == ["results.water", "topic.water"])
    #expect(entry.kazakh.map(\.text) == ["су құбыры", "=су"] && entry.russian.map(\.text) == ["водопровод"])
    #expect(entry.kazakh.map(\.column) == [38, 50])
    #expect(entry.partsOfSpeech == [.noun, .noun])
    #expect(entry.conditions == [.fact(.role(["vote"]), wanted: false)])
    #expect(entry.weight == 0.5 && entry.source == "law" && entry.note == "remark" && entry.line == 4)
  }

  @Test func toleratesMarkReturnsAndMissingCells() throws {
    let (layer, issues) = try Self.load(
      "\u{FEFF}id\tcodes\tkk\tru\r\nw\ttopic.water\t\tвода\r\n\r\n#x\r\nv\ttopic.water\tсу\r\n")
    #expect(issues.isEmpty)
    #expect(layer.entries.map(\.id) == ["v", "w"])
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    var row: String
    var message: String
    var testDescription: String { message }
  }

  static let faults: [Fault] = [
    .init(
      row: "W\ttopic.water\t\tвода",
      message: "w.tsv:2:1: error: the id 'W' is not kebab-case (a-z, 0-9, single hyphens) [bad-id]"),
    .init(row: "\ttopic.water\t\tвода", message: "w.tsv:2:1: error: the entry has no id [bad-id]"),
    .init(row: "w\t\t\tвода", message: "w.tsv:2:3: error: the entry 'w' names no code [no-codes]"),
    .init(
      row: "w\ttopic.fire\t\tвода",
      message: "w.tsv:2:3: error: the codebook has no code 'topic.fire' [unknown-code]"),
    .init(
      row: "w\tresults\t\tвода",
      message: "w.tsv:2:3: error: 'results' is a group; name one of the codes in it [unknown-code]"),
    .init(
      row: "w\ttopic.water\t\t",
      message: "w.tsv:2:1: error: the entry 'w' has neither a Kazakh nor a Russian term [no-terms]"),
    .init(
      row: "w\ttopic.water\t\tсела и вoда",
      message:
        "w.tsv:2:23: error: 'вoда' mixes Latin and Cyrillic letters; the Latin 'o' looks wrong [mixed-script]"
    ),
    .init(
      row: "w\ttopic.water\t\tвода (село|)",
      message: "w.tsv:2:27: error: '(село|)': an alternative is empty [empty-alternative]"),
    .init(
      row: "w\ttopic.water\t\tвода (село",
      message: "w.tsv:2:21: error: '(село': the bracket is not closed [open-choice]"),
    .init(
      row: "w\ttopic.water\t\t(вода)/NOUN",
      message:
        "w.tsv:2:22: error: '(вода)/NOUN': a space must follow ')'; marks stand on the words inside [choice-mark]"
    ),
    .init(
      row: "w\ttopic.water\t\tвода ~12 село",
      message: "w.tsv:2:21: error: '~12': a gap is ~1 to ~9, the words that may stand there [bad-gap]"),
    .init(
      row: "w\ttopic.water\t\tвода ~2",
      message: "w.tsv:2:21: error: the gap '~2' must stand between two words [gap-place]"),
    .init(
      row: "w\ttopic.water\t\t~2 вода",
      message: "w.tsv:2:16: error: the gap '~2' must stand between two words [gap-place]"),
    .init(
      row: "w\ttopic.water\t\tвода &",
      message: "w.tsv:2:16: error: 'вода &': an '&' stands once, between two halves of a term [term-halves]"),
    .init(
      row: "w\ttopic.water\t\tвода/NUON",
      message:
        "w.tsv:2:21: error: 'NUON' is no part of speech; known: NOUN PROPN ADJ VERB ADV NUM PRON X [unknown-part-of-speech]"
    ),
    .init(
      row: "w\ttopic.water\t\t=вода*",
      message: "w.tsv:2:16: error: '=вода*': '=' and '*' exclude each other [mark-clash]"),
    .init(
      row: "w\ttopic.water\t\tв*",
      message: "w.tsv:2:16: error: 'в*': a prefix has at least two letters, or a digit [short-prefix]"),
    .init(
      row: "w\ttopic.water\t\tво*да",
      message: "w.tsv:2:18: error: 'во*да': '*' is a mark and cannot stand here [misplaced-mark]"),
    .init(
      row: "w\ttopic.water\t\tвода\tNOUN VRB",
      message:
        "w.tsv:2:26: error: 'VRB' is no part of speech; known: NOUN PROPN ADJ VERB ADV NUM PRON X [unknown-part-of-speech]"
    ),
    .init(
      row: "w\ttopic.water\t\tвода\t\tnear: село",
      message:
        "w.tsv:2:22: error: 'near' is no condition; names: near N, sentence, passage, item, role, kind, region, period (each also after 'not'), negated, overlap [bad-condition]"
    ),
    .init(
      row: "w\ttopic.water\t\tвода\t\tnear 99: село",
      message: "w.tsv:2:27: error: '99': near takes a number of words from 1 to 50 [bad-distance]"),
    .init(
      row: "w\ttopic.water\t\tвода\t\trole: speach",
      message:
        "w.tsv:2:28: error: 'speach' is no role; known: heading, attendance, agenda, speech, report, resolution, vote, note, signature, body [unknown-role]"
    ),
    .init(
      row: "w\ttopic.water\t\tвода\t\tnegated: no",
      message: "w.tsv:2:31: error: 'no': negated takes 'exclude' or 'require' [bad-condition]"),
    .init(
      row: "w\ttopic.water\t\tвода\t\t\t0,5",
      message:
        "w.tsv:2:23: error: the weight '0,5' must be a number from -100 to 100 with a decimal point, such as 0.5 [bad-weight]"
    ),
    .init(
      row: "w\ttopic.water\t\tвода\t\t\t\t\t\tmore",
      message: "w.tsv:2:26: error: the cell 'more' stands under no column [too-many-cells]"),
  ]

  @Test(arguments: faults) func anEntryWithAProblemIsLeftOutAndReported(_ fault: Fault) throws {
    let (layer, issues) = try Self.load(lexiconText([fault.row, "good\ttopic.water\t\tвода"]))
    #expect(issues.map(\.description) == [fault.message])
    #expect(layer.entries.map(\.id) == ["good"])
  }

  @Test func anEmptyTermIsAWarning() throws {
    let (layer, issues) = try Self.load(lexiconText(["w\ttopic.water\t\tвода ; ; река"]))
    #expect(issues.map(\.id) == ["empty-term"] && issues[0].severity == .warning)
    #expect(layer.entries[0].russian.map(\.text) == ["вода", "река"])
  }

  @Test func bothEntriesOfADuplicateIdAreLeftOut() throws {
    let rows = ["w\ttopic.water\t\tвода", "x\ttopic.water\t\tрека", "w\ttopic.water\t\tозеро"]
    let (layer, issues) = try Self.load(lexiconText(rows))
    #expect(layer.entries.map(\.id) == ["x"])
    #expect(
      issues.map(\.description) == [
        "w.tsv:4:1: error: the id 'w' stands also in w.tsv:2; both entries are left out [duplicate-id]"
      ])
  }

  @Test(
    "files without a usable header",
    arguments: [
      ("", "no-header"), ("# only a comment\n", "no-header"), ("id\tcodes\tkz\tru\n", "bad-header"),
      ("id\tcodes\tkk\n", "bad-header"), ("id\tid\tcodes\tkk\tru\n", "bad-header"),
    ])
  func headers(_ text: String, _ id: String) throws {
    let (layer, issues) = try Self.load(text)
    #expect(layer.entries.isEmpty)
    #expect(issues.first?.id == id)
  }

  @Test func aLineThatIsNotUTF8IsReported() throws {
    let file = LexiconFile(
      Array(lexiconText(["w\ttopic.water\t\tвода"]).utf8) + [0x61, 0x09, 0xE2, 0xEE, 0x0A], name: "w.tsv")
    #expect(
      file.issues.map(\.description) == [
        "w.tsv:3:1: error: the line is not UTF-8; save the file as UTF-8 [not-utf-8]"
      ])
    #expect(file.entries.count == 1)
  }
}
