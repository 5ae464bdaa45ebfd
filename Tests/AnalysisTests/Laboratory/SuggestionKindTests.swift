import Coding
import Foundation
import Testing

@testable import Analysis

/// Each kind of suggestion, found in a small corpus of two regions and two languages.
@Suite struct SuggestionKindTests {
  static let book = """
    codebook: c
    version: 1
    title: {en: C, ru: К, kk: К}
    dimensions:
      - id: indicator
        label: {en: I, ru: И, kk: И}
        codes:
          - {id: water, label: {en: W, ru: В, kk: С}}
          - {id: partnership, label: {en: P, ru: П, kk: Ә}}
          - {id: pay, label: {en: P, ru: П, kk: Т}}
    """
  static let lexicon = """
    id\tcodes\tkk\tru
    pipe\twater\tсу құбыры\tводопровод
    ppp\tpartnership\tмемлекеттік-жекешелік әріптестік\tгосударственно-частный партнерство
    bonus\tpay\t\tнадбавка

    """

  static let surroundings = ["села", "района", "аула", "города", "посёлка", "округа"]
  static let kazakhSurroundings = ["ауылда", "ауданда", "қалада", "кентте", "округте", "өңірде"]

  static func russian(_ month: Int) -> [String] {
    let place = surroundings[month - 1]
    return [
      ["Водопровод \(place) питает насосная станция.", "Насосная станция и водопровод \(place) готовы."][
        month % 2],
      ["Учителям \(place) выплачена надбавка.", "Надбавка для врачей \(place) выросла."][month % 2],
      month == 2 ? "Авария водопрвода устранена." : "Порыв водопровода: ремонт \(place) окончен.",
      month < 3
        ? "Государственно-частное партнерство (далее – ГЧП) развивается."
        : "Проект ГЧП одобрен для \(place).",
      "Благоустройство набережной: смета \(place) принята.",
    ]
  }

  static func kazakh(_ month: Int) -> [String] {
    let place = kazakhSurroundings[month - 1]
    return [
      "Су құбыры \(place) іске қосылды.",
      ["Мұғалімдерге \(place) үстемеақы төленді.", "Үстемеақы \(place) дәрігерлерге өсті."][month % 2],
      month == 3 ? "Ауылдағы су кубыры жөнделді." : "Жөндеу \(place) бітті, су құбыры дайын.",
      "Мемлекеттік-жекешелік әріптестік (бұдан әрі – МЖӘ) \(place) дамыды.",
      "Жағалауды абаттандыру \(place) басталды.",
    ]
  }

  /// A finder over six sessions of Pavlodar in both languages, and as many of Kostanay that speak of other things.
  static func finder() async throws -> (folder: String, finder: SuggestionFinder) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hattama-\(UUID().uuidString)")
      .path
    func write(_ name: String, _ text: String) throws {
      let url = URL(fileURLWithPath: folder + "/" + name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    try write("book/codebook.yaml", book)
    try write("book/l.tsv", lexicon)
    try write("p.yaml", "pipeline: p\ncodebook: book\ncoder: lexicon\npacks: none\nsources: [docs]\n")
    let months = ["января", "февраля", "марта", "апреля", "мая", "июня"]
    let kazakhMonths = ["қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым"]
    for month in 1...6 {
      func page(_ title: String, _ sentences: [String]) -> String {
        "<html><body><h1>\(title)</h1>" + sentences.map { "<p>\($0)</p>" }.joined() + "</body></html>"
      }
      try write(
        "docs/ru-\(month).html",
        page(
          "Протокол сессии Павлодарского областного маслихата от 15 \(months[month - 1]) 2024 года",
          russian(month)))
      try write(
        "docs/kk-\(month).html",
        page(
          "Павлодар облыстық мәслихатының 2024 жылғы 15 \(kazakhMonths[month - 1])дағы сессиясының хаттамасы",
          kazakh(month)))
      try write(
        "docs/other-\(month).html",
        page(
          "Протокол сессии Костанайского областного маслихата от 16 \(months[month - 1]) 2024 года",
          (1...120).map { "Утверждён отчёт комиссии номер \($0)." }))
    }
    let pipeline = try PipelineLoader.load(folder + "/p.yaml")
    let model = try CodingModel(pipeline)
    _ = try await PipelineRun(pipeline, model).run(output: folder + "/out") { _ in }
    return (folder, try SuggestionFinder(model, try Store.open(folder + "/out/analysis.sqlite")))
  }

  @Test func everyKindIsFound() async throws {
    let (folder, finder) = try await Self.finder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func find(_ kind: Suggestion.Kind) -> [Suggestion] {
      finder.suggestions(for: .region("KZ-55"), kinds: [kind])
    }
    let collocates = find(.collocate)
    #expect(
      collocates.contains { $0.russian.hasPrefix("насосн") && $0.code == "water" && $0.with == "pipe" },
      "\(collocates)")
    let variants = find(.variant)
    #expect(
      variants.contains {
        $0.russian.hasPrefix("водопрвод") && $0.code == "water" && $0.with == "водопровода"
      }, "\(variants)")
    #expect(variants.contains { $0.kazakh.contains("кубыры") && $0.code == "water" }, "\(variants)")
    #expect(variants.count == 2, "\(variants)")
    let short = find(.abbreviation)
    #expect(short.contains { $0.russian == "=гчп" && $0.code == "partnership" }, "\(short)")
    #expect(short.contains { $0.kazakh == "=мжә" && $0.code == "partnership" }, "\(short)")
    let counterparts = find(.counterpart)
    #expect(
      counterparts.contains { $0.kazakh.contains("үстемеақы") && $0.code == "pay" && $0.with == "bonus" },
      "\(counterparts)")
    let all = finder.suggestions(for: .region("KZ-55"))
    #expect(!all.contains { "\($0.kazakh) \($0.russian)".contains("павлодар") }, "names")
    #expect(
      all.filter { $0.code == "water" }.allSatisfy { $0.russian != "водопровод" && $0.kazakh != "су құбыры" })
    // Key phrases of two versions of a document stand in one row.
    #expect(all.contains { $0.kind == .key && !$0.kazakh.isEmpty && !$0.russian.isEmpty }, "\(all)")
  }

  static let spellings: [(a: String, b: String, isNear: Bool)] = [
    ("водопровод", "водопрвод", true), ("водопровод", "водорповод", true), ("водопровод", "водопровот", true),
    ("водопровод", "водопровод", false), ("водопровод", "водовод", false), ("жол", "жолы", true),
  ]

  @Test(arguments: spellings) func oneLetterIsNear(_ row: (a: String, b: String, isNear: Bool)) {
    #expect(SpellingNeighbours.isNear(row.a, row.b) == row.isNear)
    #expect(SpellingNeighbours.isNear(row.b, row.a) == row.isNear)
  }

  static let brackets: [(text: String, pairs: [String])] = [
    (
      "Коммунальное государственное предприятие (далее – КГП) создано.",
      ["КГП=Коммунальное государственное предприятие"]
    ),
    ("бұл мемлекеттік-жекешелік әріптестік (бұдан әрі – МЖӘ)", ["МЖӘ=мемлекеттік-жекешелік әріптестік"]),
    ("жилищно-коммунальное хозяйство (ЖКХ)", ["ЖКХ=жилищно-коммунальное хозяйство"]),
    ("ГЧП (государственно-частное партнерство)", ["ГЧП=государственно-частное партнерство"]),
    ("Работы ведёт Иванов (РФ).", []), ("(далее – Программа)", []), ("Нур Отан (НО)", []), ("((((", []),
  ]

  @Test(arguments: brackets) func bracketsExplainAbbreviations(_ row: (text: String, pairs: [String])) {
    #expect(Abbreviations.pairs(in: row.text).map { "\($0.short)=\($0.long)" } == row.pairs)
  }

  /// By hand: shares of words .5, .25, .25.
  static let dispersions: [(hits: [Int: Int], value: Double)] = [
    ([0: 2, 1: 1, 2: 1], 0), ([1: 4], 1), ([0: 4], 0.5 / 0.75), ([0: 1, 1: 1], 0.25 / 0.75),
  ]

  @Test(arguments: dispersions) func dispersionIsThatOfTheFormula(_ row: (hits: [Int: Int], value: Double)) {
    #expect(abs(Dispersion.deviation(sizes: [200, 100, 100], hits: row.hits) - row.value) < 1e-12)
  }
}
