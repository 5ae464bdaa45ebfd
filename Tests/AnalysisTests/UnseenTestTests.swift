import Coding
import Foundation
import Tabulation
import Testing

@testable import Analysis

/// Evaluation of learned coders: no model answers on what it learned from.
@Suite struct UnseenTestTests {
  static let codebook = """
    codebook: test
    version: 1
    title: {en: T, ru: Т, kk: Т}
    dimensions:
      - id: indicator
        label: {en: I, ru: И, kk: И}
        codes:
          - {id: water, label: {en: W, ru: В, kk: С}}
          - {id: roads, label: {en: R, ru: Д, kk: Ж}}
    """

  static let water = [
    "Водопровод прорван в селе", "Нет питьевой воды у жителей", "Прокладка водовода начата",
  ]
  static let kazakhWater = ["Ауыз су құбыры жарылды", "Тұрғындарда ауыз су жоқ", "Су құбырын тарту басталды"]
  static let others = [
    "Депутаты обсудили бюджет", "Концерт прошёл на площади", "Выборы акима", "Погода хороша",
  ]
  static let kazakhOthers = [
    "Депутаттар бюджетті қарады", "Алаңда концерт өтті", "Әкім сайлауы", "Ауа райы жақсы",
  ]

  /// Gold of authors, alternately Russian and Kazakh, every third passage about water.
  static func gold(_ count: Int, authors: Int = 5) -> String {
    (0..<count).map { i in
      let isWater = i.isMultiple(of: 3)
      let isKazakh = i % 2 == 1
      let texts = isKazakh ? (isWater ? kazakhWater : kazakhOthers) : (isWater ? water : others)
      let text = texts[i / 3 % texts.count]
      return
        "{\"id\": \"a\(i % authors)-\(i)\", \"lang\": \"\(isKazakh ? "kk" : "ru")\", \"text\": \"\(text), \(i)\", "
        + "\"codes\": [\(isWater ? "\"water\"" : "")]}"
    }.joined(separator: "\n") + "\n"
  }

  static func withProject<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.path + "/unseen-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder + "/book", withIntermediateDirectories: true)
    for (name, text) in [
      ("book/codebook.yaml", codebook),
      ("book/water.tsv", "id\tcodes\tkk\tru\nroad\troads\t\tдорога\n"),
      ("p.yaml", "pipeline: p\ncodebook: book\nsources: [.]\n"), ("gold.jsonl", gold(90)),
    ] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    }
    return try await body(folder)
  }

  @Test(arguments: [UnseenTest.Parts.folds, .languages])
  func everyPassageIsAnsweredByAModelOfTheOthers(_ parts: UnseenTest.Parts) async throws {
    try await Self.withProject { folder in
      let gold = GoldReader.read([folder + "/gold.jsonl"])
      let test = try UnseenTest(
        folder: folder + "/book", kind: .learned, gold: gold, teaching: GoldStandard())
      let (tested, answers) = try await test.run(parts, jobs: 2) { _ in }
      #expect(tested.passages.map(\.place) == gold.passages.map(\.place))
      #expect(answers.answers.count == 90 && answers.answers.allSatisfy { $0 != nil })
      let evaluation = Evaluator(
        tested, answers, groupings: [.language], coder: .learned, unseen: parts,
        bootstrap: DocumentBootstrap(resamples: 0)
      ).evaluation(of: try CodingModel(folder: folder + "/book").codebook)
      let f1 = try #require(evaluation.dimensions.first?.groups.first?.microF1.measure.value)
      // Texts come again with other numbers, so another author's passages teach them; another language's do not.
      #expect(parts == .folds ? f1 > 0.9 : f1 < 0.5)
      let mistakes = answers.answers.flatMap { $0?.codes ?? [] }.flatMap(\.evidence)
      #expect(mistakes.allSatisfy { $0.rule == "learned" && !$0.entry.isEmpty && !$0.words.isEmpty })
    }
  }

  @Test func teachingPassagesAreNotTestedAndTheGoldsOwnNotTaughtTwice() async throws {
    try await Self.withProject { folder in
      var gold = GoldReader.read([folder + "/gold.jsonl"])
      let teaching = gold
      gold.passages = Array(gold.passages.prefix(30))
      let test = try UnseenTest(folder: folder + "/book", kind: .learned, gold: gold, teaching: teaching)
      let (tested, answers) = try await test.run(.folds, jobs: 1) { _ in }
      #expect(tested.passages.count == 30 && answers.answers.count == 30)
    }
  }

  @Test func nothingToKeepApartGivesNothing() async throws {
    try await Self.withProject { folder in
      let gold = GoldReader.read([folder + "/gold.jsonl"])
      let test = try UnseenTest(
        folder: folder + "/book", kind: .learned, gold: gold, teaching: GoldStandard())
      // No passage stands in a document, so none has a region.
      #expect(try await test.run(.regions, jobs: 1) { _ in }.gold.passages.isEmpty)
    }
  }

  @Test func tooFewPassagesAreAnError() async throws {
    try await Self.withProject { folder in
      var gold = GoldReader.read([folder + "/gold.jsonl"])
      gold.passages = Array(gold.passages.prefix(9))
      let error = #expect(throws: TrainingError.self) {
        try UnseenTest(folder: folder + "/book", kind: .learned, gold: gold, teaching: GoldStandard())
      }
      #expect(error?.message.contains("nothing to learn") == true)
    }
  }

  // MARK: What a model has seen

  @Test func passagesOfTheTrainingAreLeftOut() async throws {
    try await Self.withProject { folder in
      let pipeline = try PipelineLoader.load(folder + "/p.yaml")
      let training = try ModelTraining(pipeline, gold: [folder + "/gold.jsonl"], documents: [])
      let result = await training.run(jobs: 2, full: false) { _ in }
      try training.write(result, to: folder + "/book/model")
      let record = try #require(TrainingRecord(codebook: folder + "/book"))
      #expect(record.sources.map(\.path) == [folder + "/gold.jsonl"] && record.missing.isEmpty)
      let own = GoldReader.read([folder + "/gold.jsonl"])
      #expect(record.unseen(own).passages.isEmpty)
      // A copy with a passage more, under another name: the new one alone is left.
      let copy = folder + "/copy.jsonl"
      let more = Self.gold(90) + "{\"id\": \"b-1\", \"lang\": \"ru\", \"text\": \"Новое\", \"codes\": []}\n"
      try Data(more.utf8).write(to: URL(fileURLWithPath: copy))
      #expect(record.unseen(GoldReader.read([copy])).passages.map(\.place) == ["b-1"])
      // Without the training file its passages cannot be told, and that is said.
      try FileManager.default.removeItem(atPath: folder + "/gold.jsonl")
      let blind = try #require(TrainingRecord(codebook: folder + "/book"))
      #expect(blind.missing == [folder + "/gold.jsonl"])
      #expect(blind.unseen(GoldReader.read([copy])).passages.count == 91)
    }
  }

  @Test func aFolderWithoutAModelHasNoRecord() { #expect(TrainingRecord(codebook: "/no/such/folder") == nil) }

  @Test func passagesThatStandAloneAreCodedByTheLearnedCoder() async throws {
    try await Self.withProject { folder in
      let pipeline = try PipelineLoader.load(folder + "/p.yaml")
      let training = try ModelTraining(pipeline, gold: [folder + "/gold.jsonl"], documents: [])
      try training.write(
        await training.run(jobs: 2, full: false) { _ in }, to: folder + "/book/model")
      let model = try CodingModel(folder: folder + "/book", coder: .combined)
      var gold = GoldReader.read([folder + "/gold.jsonl"])
      gold.passages = [gold.passages[0]]
      let answer = try #require(GoldCoder(model).code(gold).answers[0])
      #expect(answer.codes.map(\.code) == ["water"])
      #expect(answer.codes[0].evidence.allSatisfy { $0.rule == "learned" })
    }
  }
}
