import Coding
import Foundation
import Testing

@testable import Analysis

/// From coded passages to a model.
@Suite struct TrainingTests {
  @Test func regressionFindsTheColumnThatDecides() throws {
    var matrix = FeatureMatrix(columns: 3)
    for i in 0..<40 {
      matrix.append(i.isMultiple(of: 4) ? [(0, 1), (2, 0.5)] : [(1, 1), (2, 0.5)])
    }
    let rows = (0..<40).map { (row: $0, answer: $0.isMultiple(of: 4)) }
    let line = try #require(LogisticRegression.fit(matrix, rows: rows, cost: 10))
    #expect(line.weights[0] > 1 && line.weights[1] < -1)
    #expect(matrix.score(0, line) > 0 && matrix.score(1, line) < 0)
    // The order of classes must not turn the sign.
    let turned = try #require(LogisticRegression.fit(matrix, rows: rows.reversed(), cost: 10))
    #expect(turned.weights[0] > 1 && turned.weights[1] < -1)
  }

  @Test(arguments: [true, false])
  func oneAnswerTeachesNothing(answer: Bool) {
    var matrix = FeatureMatrix(columns: 1)
    for _ in 0..<5 { matrix.append([(0, 1)]) }
    #expect(LogisticRegression.fit(matrix, rows: (0..<5).map { ($0, answer) }, cost: 1) == nil)
  }

  @Test func goldIsReadWithItsDimensions() throws {
    let text = """
      {"doc": "a.html", "role": "heading", "text": "ПРОТОКОЛ"}
      {"doc": "a.html", "text": "О воде", "lang": "ru", "codes": ["results.water"], "topic": ["water"], "polarity": "negative", "disputed": ["social.services"]}
      {"id": "ru1-20", "text": "Слушания", "form": ["form.hearing"]}
      """
    let passages = try GoldReader.passages(Array(text.utf8), file: "gold.jsonl").map(GoldPassage.init)
    #expect(passages.map(\.group) == ["a.html", "ru1"])
    #expect(passages[0].codes == ["results.water", "topic.water", "polarity.negative"])
    #expect(passages[0].disputed == ["social.services"])
    #expect(passages[1].codes == ["form.hearing", "polarity.neutral"])
    #expect(passages[1].document == nil)
  }

  @Test(arguments: [
    "{\"codes\": []}", "[]", "{\"text\": \"a\", \"topic\": \"water\"}", "{", "{\n{\"text\": \"b\"}",
  ])
  func damagedGoldIsNamedWithItsLine(damage: String) {
    let error = #expect(throws: TrainingError.self) {
      try GoldReader.passages(Array("{\"text\": \"a\"}\n\n\(damage)\n".utf8), file: "gold.jsonl")
    }
    #expect(error?.line == 3)
  }

  // MARK: A small project

  private static let codebook = """
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

  /// Writes codebook, lexicon, pipeline and gold of four authors; every third passage is about water.
  private static func project() throws -> (folder: String, training: ModelTraining) {
    let folder = FileManager.default.temporaryDirectory.path + "/training-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder + "/book", withIntermediateDirectories: true)
    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    }
    try write("book/codebook.yaml", codebook)
    try write(
      "book/water.tsv",
      "id\tcodes\tkk\tru\tpos\tconditions\tweight\tsource\tnote\nroad\troads\t\tдорога\t\t\t\tnote\t\n")
    try write("p.yaml", "pipeline: p\ncodebook: book\nsources: [.]\n")
    let water = ["Водопровод прорван в селе", "Нет питьевой воды у жителей", "Прокладка водовода начата"]
    let others = [
      "Депутаты обсудили бюджет", "Концерт прошёл на площади", "Ремонт дороги идёт", "Выборы акима",
    ]
    var gold = ""
    for i in 0..<60 {
      let isWater = i.isMultiple(of: 3)
      let text = isWater ? water[i / 3 % 3] : others[i % 4]
      gold += "{\"id\": \"a\(i % 4)-\(i)\", \"lang\": \"ru\", \"text\": \"\(text), район \(i)\", "
      gold += "\"codes\": [\(isWater ? "\"water\"" : "")]}\n"
    }
    try write("gold.jsonl", gold)
    let pipeline = try PipelineLoader.load(folder + "/p.yaml")
    return (folder, try ModelTraining(pipeline, gold: [folder + "/gold.jsonl"], documents: []))
  }

  @Test func groupsAreNeverOnBothSides() throws {
    let project = try Self.project()
    defer { try? FileManager.default.removeItem(atPath: project.folder) }
    let set = project.training.set
    let splits = Splits.grouped(set, folds: 3)
    #expect(splits.count == 3)
    #expect(splits.flatMap(\.test).sorted() == Array(set.examples.indices))
    for split in splits {
      let groups = Set(split.training.map { set.examples[$0].group })
      #expect(split.test.allSatisfy { !groups.contains(set.examples[$0].group) })
      #expect(split.training.count + split.test.count == set.examples.count)
    }
  }

  @Test func aTrainedModelCodesWhatItHasNotSeen() async throws {
    let project = try Self.project()
    defer { try? FileManager.default.removeItem(atPath: project.folder) }
    let result = await project.training.run(jobs: 2, full: true) { _ in }
    // Too few passages are about roads: that code stays with the lexicon.
    #expect(result.model.codes.map(\.id) == ["water"])
    #expect(result.report.contains("macro F1"))
    try project.training.write(result, to: project.folder + "/book/model")
    let model = try CodingModel(folder: project.folder + "/book", coder: .combined)
    let coded = try CodingWorker(model).code(
      Array("Водовод прорвало у школы\n\nРемонт дороги\n\nКонцерт".utf8), path: "a.txt")
    let ids = coded.flatMap(\.codings).map { $0.codes.map { model.lexicon.code($0).id } }
    #expect(ids == [["water"], ["roads"], []])
  }

  @Test func trainingIsDeterministic() async throws {
    let project = try Self.project()
    defer { try? FileManager.default.removeItem(atPath: project.folder) }
    let first = await project.training.run(jobs: 1, full: false) { _ in }
    let second = await project.training.run(jobs: 2, full: false) { _ in }
    #expect(first.model.files(heading: []) == second.model.files(heading: []))
    #expect(first.report == second.report)
  }

  // MARK: Decisions

  /// Passages of which some are about water.
  private static func set(_ count: Int, isWater: (Int) -> Bool) throws -> TrainingSet {
    let folder = FileManager.default.temporaryDirectory.path + "/set-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(codebook.utf8).write(to: URL(fileURLWithPath: folder + "/codebook.yaml"))
    let gold = (0..<count).map { i in
      GoldPassage(
        document: nil, group: "a\(i % 4)", text: "Село \(i)", language: "ru",
        codes: isWater(i) ? ["water"] : [], disputed: [])
    }
    return try TrainingSet(CodingModel(folder: folder), gold, documents: [], fields: .none)
  }

  /// 300 passages of documents in three of which one is about water; where `titlesTell`, those that the score misses
  /// stand under titles that are about it.
  private static func validation(titlesTell: Bool) throws -> (set: TrainingSet, validation: Validation) {
    var set = try Self.set(300) { $0.isMultiple(of: 3) }
    var validation = Validation(splits: [])
    for i in 0..<300 {
      set.examples[i].region = "KZ-71"
      let isMissed = i.isMultiple(of: 6)
      validation.examples.append(i)
      validation.splitOf.append(0)
      validation.scores.append([i.isMultiple(of: 3) && !isMissed ? 1 : -1.5])
      validation.contexts.append([titlesTell && isMissed ? 3 : 0])
    }
    return (set, validation)
  }

  @Test(arguments: [(true, 0.75), (false, 0)])
  func titlesCountWhereTheyHelp(titlesTell: Bool, weight: Double) throws {
    let (set, validation) = try Self.validation(titlesTell: titlesTell)
    let decisions = DecisionRule.decisions(set, validation)
    #expect(decisions.contextWeights == [weight])
    let found = validation.decisions(set, code: 0) { _, score, context, _ in
      score + weight * context > decisions.codes[0].threshold
    }
    #expect(found.f1.value == (titlesTell ? 1 : 2.0 / 3))
  }

  /// Where the lexicon gives what people gave, it counts for all it may; where it gives the wrong passages, for no more than
  /// leaves their scores of -1.5 below the threshold.
  @Test(arguments: [(true, 3.0), (false, 1)])
  func theLexiconCountsForMoreWhereNothingIsLost(isRight: Bool, weight: Double) throws {
    var (set, validation) = try Self.validation(titlesTell: false)
    for i in 0..<300 where i % 3 == (isRight ? 0 : 1) { set.examples[i].lexicon = [0] }
    let decisions = DecisionRule.decisions(set, validation)
    #expect(decisions.lexiconWeights == [weight])
    #expect(decisions.score(0, -1.5, context: 0, lexicon: true) == -1.5 + weight)
    #expect(decisions.score(0, -1.5, context: 0, lexicon: false) == -1.5)
  }

  /// A score of 1/2 is given to half of the passages about water and to two fifths of the other single ones: worth taking
  /// where half of all passages are about water, but not where a hundredth of those in documents are.
  @Test(arguments: [(2, true), (100, false)])
  func singlePassagesCountAsIfTheyWereAsRareAsInDocuments(everyOther: Int, takesDoubtful: Bool) throws {
    func isWater(_ i: Int) -> Bool { i < 400 ? i.isMultiple(of: 2) : i.isMultiple(of: everyOther) }
    var set = try Self.set(800, isWater: isWater)
    var validation = Validation(splits: [])
    for i in 0..<800 {
      if i >= 400 { set.examples[i].region = "KZ-71" }
      let isSure = isWater(i) && (i / 2).isMultiple(of: 2)
      let isDoubtful = isWater(i) || i < 400 && i % 10 < 4
      validation.examples.append(i)
      validation.splitOf.append(0)
      validation.scores.append([isSure ? 2 : isDoubtful ? 0.5 : -2])
      validation.contexts.append([0])
    }
    let decisions = DecisionRule.decisions(set, validation)
    #expect((decisions.codes[0].threshold < 0.5) == takesDoubtful)
  }

  @Test func aMissingModelSaysWhatToDo() throws {
    let project = try Self.project()
    defer { try? FileManager.default.removeItem(atPath: project.folder) }
    let error = #expect(throws: CodebookError.self) {
      try CodingModel(folder: project.folder + "/book", coder: .learned)
    }
    #expect(error?.description.contains("hattama train") == true)
  }

  @Test(arguments: [("combined", CoderKind.combined), ("learned", .learned), ("lexicon", .lexicon)])
  func aPipelineNamesItsCoder(name: String, kind: CoderKind) throws {
    let text = "pipeline: p\ncodebook: b\nsources: [.]\ncoder: \(name)\n"
    #expect(try PipelineLoader.load(Array(text.utf8), file: "p.yaml").coder == kind)
  }

  @Test func aMistypedCoderIsNamedWithItsLine() {
    let text = "pipeline: p\ncodebook: b\nsources: [.]\ncoder: lexikon\n"
    let error = #expect(throws: PipelineError.self) {
      try PipelineLoader.load(Array(text.utf8), file: "p.yaml")
    }
    #expect(error?.problems.first?.line == 4)
    #expect(error?.description.contains("did you mean 'lexicon'") == true)
  }
}
