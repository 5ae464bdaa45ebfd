import Coding
import Foundation
import TestSupport
import Testing

@testable import Analysis

/// Changes of the documents that must not change any code: the whole way from a file to its codes, with the words as
/// they inflect. (Threads and the order of files: `RunCommandTests`; the order of entries: `MetamorphicTests`.)
@Suite struct MetamorphicCodingTests {
  static let codebook = """
    codebook: m
    version: 1
    title: {en: M, ru: М, kk: М}
    dimensions:
      - id: indicator
        label: {en: I, ru: И, kk: И}
        codes:
          - {id: budget, label: {en: B, ru: Б, kk: Б}}
          - {id: water, label: {en: W, ru: В, kk: С}}
          - {id: oversight, label: {en: O, ru: К, kk: Б}}
    """
  static let lexicon = """
    id\tcodes\tkk\tru\tpos\tconditions
    budget\tbudget\tбюджет ~3 бекіту\tутвердить ~3 бюджет
    water\twater\tауыз су ; су құбыры\tпитьевая вода ; водопровод*
    hear\toversight\tесеп ~2 тыңдау\tзаслушать ~3 отчёт\t\tpassage: (акім|әкім|аким)
    no-water\twater\tөзен\tрека\t\tnegated: require
    """

  static let documents = [
    (
      "kk-1.html",
      "<h1>Мәслихат сессиясы</h1><p>Мәслихат аудан бюджетін бекітті.</p><p>Әкімнің есебін тыңдады. Ауылда ауыз су жоқ.</p>"
    ),
    ("kk-2.html", "<p>Су құбыры тартылды, өңірде өзен жоқ.</p><p>Концерт өтті.</p>"),
    (
      "ru-1.html",
      "<p>Депутаты утвердили районный бюджет.</p><p>Заслушан отчёт акима о подаче питьевой воды.</p>"
    ),
    ("ru-2.html", "<p>Водопроводную сеть чинят. Нет реки.</p><p>Ещё один съезд.</p>"),
    ("mixed.html", "<p>Аким отчитался: ауыз су мәселесі шешілді, водопровод построен.</p>"),
  ]

  static func model() throws -> CodingModel {
    try EvaluationGoldTests.withFiles(["codebook.yaml": codebook, "l.tsv": lexicon]) {
      try CodingModel(folder: $0)
    }
  }

  /// Codes with their evidence, a line a passage, without offsets, which count bytes of the text as it is.
  static func shown(_ html: String, _ worker: CodingWorker) throws -> [String] {
    let page = "<html><head><meta charset=\"utf-8\"></head><body>\(html)</body></html>"
    return try worker.code(Array(page.utf8), path: "page.html").flatMap(\.codings).map { coding in
      let codes = coding.codes.map { code in
        let entries = code.evidence.map { worker.model.lexicon.entries[$0.entry].entry.id }
        return "\(worker.model.lexicon.code(code).id) \(code.sum) \(entries)"
      }
      return (codes + [coding.polarity.rawValue]).joined(separator: "; ")
    }
  }

  @Test func theDocumentsHaveCodes() throws {
    let worker = CodingWorker(try Self.model())
    let found = try Self.documents.flatMap { try Self.shown($0.1, worker) }
    for code in ["budget", "water", "oversight"] { #expect(found.contains { $0.contains(code) }) }
    #expect(found.contains { $0.contains("no-water") && $0.hasSuffix("negative") })
  }

  @Test(arguments: documents.map(\.0)) func composedAndDecomposedLettersAreOne(_ name: String) throws {
    let text = try #require(Self.documents.first { $0.0 == name }).1
    let worker = CodingWorker(try Self.model())
    let decomposed = text.decomposedStringWithCanonicalMapping
    #expect(
      try Self.shown(decomposed, worker) == Self.shown(text.precomposedStringWithCanonicalMapping, worker))
  }

  /// Latin letters that look like Cyrillic ones, as typists and scanners leave them inside of words: one in each word
  /// of four letters or more.
  @Test(arguments: documents.map(\.0), 0..<5) func latinLookAlikesAreRepaired(_ name: String, _ seed: Int)
    throws
  {
    let text = try #require(Self.documents.first { $0.0 == name }).1
    let pairs: [Character: Character] = [
      "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "А": "A", "С": "C",
      "М": "M",
    ]
    var generator = SeededGenerator(seed: UInt64(seed))
    var isTag = false
    var word: [Character] = []
    var changed = ""
    func flush() {
      let places = word.indices.filter { pairs[word[$0]] != nil }
      if word.count >= 4, let place = places.randomElement(using: &generator) {
        word[place] = pairs[word[place]] ?? word[place]
      }
      changed += String(word)
      word = []
    }
    for character in text {
      if character == "<" { isTag = true }
      if !isTag, character.isLetter {
        word.append(character)
      } else {
        flush()
        changed.append(character)
      }
      if character == ">" { isTag = false }
    }
    flush()
    let worker = CodingWorker(try Self.model())
    #expect(changed != text || name.isEmpty)
    #expect(try Self.shown(changed, worker) == Self.shown(text, worker), "\(changed)")
  }

  @Test(arguments: 0..<10) func otherDocumentsAndTheirOrderDoNotMatter(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let model = try Self.model()
    let alone = try Self.documents.map { try Self.shown($0.1, CodingWorker(model)) }
    let worker = CodingWorker(model)
    let some = Self.documents.indices.shuffled(using: &generator)
      .prefix(Int.random(in: 1...Self.documents.count, using: &generator))
    for index in some { #expect(try Self.shown(Self.documents[index].1, worker) == alone[index]) }
  }

  @Test(arguments: documents.map(\.0)) func otherPassagesDoNotMatter(_ name: String) throws {
    let text = try #require(Self.documents.first { $0.0 == name }).1
    let worker = CodingWorker(try Self.model())
    let alone = try Self.shown(text, worker)
    let more = try Self.shown(
      text + "<p>Тағы бір абзац осында тұр.</p><p>И ещё один абзац стоит здесь.</p>", worker)
    #expect(Array(more.prefix(alone.count)) == alone)
  }

  /// The shipped coders, lexicon and learned, give a document the same codes with the same scores and evidence whatever
  /// their worker read before: numbers, every word that has a field of meaning, words of other languages.
  @Test(arguments: ["socially-oriented-state", "pest-rural-self-government"])
  func whatAWorkerReadBeforeDoesNotMatter(_ codebook: String) throws {
    let root = EvaluationFloorTests.root
    let model = try CodingModel(PipelineLoader.load(root + "/Pipelines/\(codebook).yaml"))
    let files = try ["kk/kk-almaty-2022-hearing.xml", "ru/mangystau-2024-protocol.html"].map {
      ($0, [UInt8](try Data(contentsOf: URL(filePath: root + "/Corpus/documents/" + $0))))
    }
    let fields = try String(contentsOfFile: root + "/Lexicons/fields.tsv", encoding: .utf8)
    let words = fields.split { $0 == "\n" || $0 == "\t" }.map { "<p>2025 жыл: \($0).</p>" }.joined()
    let before = ["<p>2025 жыл. 109, 4G, 30-летие.</p>", "<p>The 7 words; 7 сөз: 語.</p>", words]
    func codings(_ file: (String, [UInt8]), _ worker: CodingWorker) throws -> [PassageCoding] {
      try worker.code(file.1, path: file.0).flatMap(\.codings)
    }
    let alone = try files.map { try codings($0, CodingWorker(model)) }
    #expect(alone.allSatisfy { $0.contains { !$0.codes.isEmpty } })
    for page in before {
      let worker = CodingWorker(model)
      _ = try worker.code(Array("<meta charset=utf-8>\(page)".utf8), path: "before.html")
      for (file, expected) in zip(files, alone) {
        #expect(try codings(file, worker) == expected, "\(file.0) after \(page.prefix(60))")
      }
    }
  }
}
