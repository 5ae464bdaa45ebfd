import Coding
import Foundation
import Linguistics
import Testing

/// From a folder of files to codings, as a reader of the documentation would follow it.
@Suite struct WorkedExampleTests {
  static let codebook = """
    codebook: example
    version: 1
    title: {en: Example, ru: Пример, kk: Мысал}
    dimensions:
      - id: indicator
        label: {en: Indicator, ru: Индикатор, kk: Индикатор}
        codes:
          - id: results
            label: {en: Results, ru: Результаты, kk: Нәтижелер}
            codes:
              - {id: results.water, label: {en: Water, ru: Вода, kk: Су}}
              - {id: results.roads, label: {en: Roads, ru: Дороги, kk: Жолдар}}
          - {id: hearings, label: {en: Hearings, ru: Слушания, kk: Тыңдаулар}}
    """

  static let water = """
    # Source: usage of the councils.
    id\tcodes\tkk\tru\tpos\tconditions\tweight
    water-supply\tresults.water\tсу құбыры ; ауыз су\tводопровод ; питьевая вода
    water-flood\tresults.water\tтасқын су\tталая вода\t\t\t-1
    """

  static let other = """
    id\tcodes\tkk\tru\tpos\tconditions\tweight
    road-repair\tresults.roads\tжол & =жөндеу\t(=ремонт|строитель*) ~2 дорога\t\tnot role: agenda
    hearing\thearings\tқоғамдық тыңдау\tобщественное слушание\t\tnegated: exclude
    """

  static let expected = """
    ru В селе построен водопровод, идёт ремонт всех дорог.
      results.water 0.632 water-supply <водопровод> 'водопровод'
      results.roads 0.632 road-repair <(=ремонт|строитель*) ~2 дорога> 'ремонт всех дорог'
      neutral
    ru Питьевой воды нет.
      results.water 0.632 water-supply <питьевая вода> 'Питьевой воды' negated
      negative
    ru Талая вода и питьевая вода.
      neutral
    kk Жолды күрделі жөндеу аяқталды.
      results.roads 0.632 road-repair <жол & =жөндеу> 'Жолды күрделі жөндеу'
      neutral
    kk Қоғамдық тыңдау өтті, ауыз су берілді.
      results.water 0.632 water-supply <ауыз су> 'ауыз су'
      hearings 0.632 hearing <қоғамдық тыңдау> 'Қоғамдық тыңдау'
      neutral
    kk Қоғамдық тыңдау жоқ.
      neutral
    """

  @Test func folderToCodings() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("coding-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in [
      ("codebook.yaml", Self.codebook), ("water.tsv", Self.water), ("other.tsv", Self.other),
    ] {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    let loaded = try LexiconLoader.load(folder: folder.path)
    #expect(loaded.issues.isEmpty)
    let lexicon = compile([loaded.scheme])
    var shown: [String] = []
    for line in Self.expected.split(separator: "\n") where !line.hasPrefix(" ") {
      let language = try #require(Language(code: String(line.prefix(2))))
      let text = String(line.dropFirst(3))
      shown.append(String(line))
      let coding = coding(text, language, lexicon, PassageContext(role: "speech", kind: "protocol"))
      for code in coding.codes {
        let evidence = code.evidence.map {
          let form = String(decoding: Array(text.utf8)[$0.span], as: UTF8.self)
          let entry = lexicon.entries[$0.entry].entry.id
          return "\(entry) <\(lexicon.terms[$0.term].text)> '\(form)'\($0.isNegated ? " negated" : "")"
        }
        let score = (code.score * 1000).rounded() / 1000
        shown.append("  \(lexicon.code(code).id) \(score) \(evidence.joined(separator: " "))")
      }
      shown.append("  \(coding.polarity.rawValue)")
    }
    #expect(shown.joined(separator: "\n") == Self.expected)
  }

  @Test func aFolderWithoutCodebookIsAnError() {
    let error = #expect(throws: CodebookError.self) { try LexiconLoader.load(folder: "/no/such/folder") }
    #expect(error?.issues.first?.id == "unreadable-file")
    #expect(error?.issues.first?.file == "/no/such/folder/codebook.yaml")
  }
}
