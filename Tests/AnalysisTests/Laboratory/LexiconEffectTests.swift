import Coding
import Foundation
import Testing

@testable import Analysis

/// Effects are those of a full run, found without one.
@Suite struct LexiconEffectTests {
  /// The bundled corpus run once, in a folder of its own with lexicons that tests may edit.
  static func study(coder: String) async throws -> (folder: String, pipeline: Pipeline, model: CodingModel) {
    let root = EvaluationFloorTests.root
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hattama-\(UUID().uuidString)")
      .path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: root + "/Lexicons/socially-oriented-state", toPath: folder + "/book")
    let yaml = """
      pipeline: p
      codebook: book
      coder: \(coder)
      packs: \(root)/Lexicons/regions
      sources: [\(root)/Corpus/documents]
      tables:
        - {id: region-indicator, rows: region, columns: indicator}
        - {id: region-topic, rows: region, columns: topic, levels: {rule: cut-offs, medium: 0.02, high: 0.08}}
      """
    let file = folder + "/p.yaml"
    try Data(yaml.utf8).write(to: URL(fileURLWithPath: file))
    let pipeline = try PipelineLoader.load(file)
    let model = try CodingModel(pipeline)
    _ = try await PipelineRun(pipeline, model).run(output: folder + "/out") { _ in }
    return (folder, pipeline, model)
  }

  /// Coding a passage again from the store gives what the run gave, in every passage.
  @Test(arguments: ["lexicon", "combined"]) func recodingRepeatsTheRun(_ coder: String) async throws {
    let (folder, _, model) = try await Self.study(coder: coder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try Store.open(folder + "/out/analysis.sqlite")
    let recoder = PassageRecoder(model)
    var passages = 0
    try store.storedDocuments { document in
      let all = recoder.codes(of: document, passages: Array(document.passages.indices))
      for (place, passage) in document.passages.enumerated() {
        #expect(all[place]?.codes == passage.codes, "\(document.path):\(passage.n) \(passage.text)")
        #expect(
          all[place]?.entries.filter { !$0.value.isEmpty } == passage.entries.filter { !$0.value.isEmpty })
        passages += 1
      }
    }
    #expect(passages > 300)
  }

  /// An edit's effect is the difference of two runs.
  @Test func effectOfEditsIsThatOfANewRun() async throws {
    let (folder, pipeline, model) = try await Self.study(coder: "lexicon")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try Store.open(folder + "/out/analysis.sqlite")
    #expect(try LexiconEffect.ofEdits(pipeline, model, store).changes.isEmpty)
    let file = folder + "/book/topic.tsv"
    var text = try String(contentsOfFile: file, encoding: .utf8)
    // One entry goes, one comes.
    text = text.split(separator: "\n").filter { !$0.hasPrefix("topic-youth-youth\t") }.joined(separator: "\n")
    text += "\nnew-budget\ttopic.youth\tбюджет\tбюджет\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    let edited = try CodingModel(pipeline)
    let effect = try LexiconEffect.ofEdits(
      pipeline, edited, store, gold: GoldReader.read([EvaluationFloorTests.root + "/Corpus/gold"]))
    #expect(effect.entries == ["new-budget", "topic-youth-youth"])
    #expect(effect.recoded < effect.passages && effect.changes.contains(where: \.isGain))
    _ = try await PipelineRun(pipeline, edited).run(output: folder + "/new") { _ in }
    var expected: [String] = []
    var before: [String: [String]] = [:]
    try store.storedDocuments { document in
      for passage in document.passages { before["\(document.path):\(passage.n)"] = passage.codes }
    }
    try Store.open(folder + "/new/analysis.sqlite").storedDocuments { document in
      for passage in document.passages {
        let place = "\(document.path):\(passage.n)"
        let old = before[place] ?? []
        expected += old.filter { !passage.codes.contains($0) }.map { "\(place) - \($0)" }
        expected += passage.codes.filter { !old.contains($0) }.map { "\(place) + \($0)" }
      }
    }
    #expect(effect.changes.map { "\($0.path):\($0.n) \($0.isGain ? "+" : "-") \($0.code)" } == expected)
    #expect(
      !effect.cells.isEmpty
        && effect.cells.allSatisfy { $0.table == "region-topic" && $0.column == "topic.youth" })
    #expect(
      !effect.levels.isEmpty
        && effect.levels.allSatisfy { $0.column == "topic.youth" && $0.before != $0.after })
    let scores = try #require(effect.before.flatMap { before in effect.after.map { (before, $0) } })
    #expect(scores.0 != scores.1 && scores.0.truePositives > 0)
  }

  @Test func leavingOutAnEntryLosesItsOwnCodings() async throws {
    let (folder, pipeline, model) = try await Self.study(coder: "lexicon")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try Store.open(folder + "/out/analysis.sqlite")
    let gold = GoldReader.read([EvaluationFloorTests.root + "/Corpus/gold"])
    let report = try EntryReport(model, store, gold: gold)
    let busy = try #require(report.rows.max { ($0.unique, $0.entry) < ($1.unique, $1.entry) })
    #expect(busy.unique > 0 && busy.passages > 0 && report.rows[0].passages == 0)
    let effect = try LexiconEffect.ofLeavingOut(
      busy.entry, pipeline, try CodingModel(pipeline, without: [busy.entry]), store)
    // Shorter hits that it hid may stand in.
    let lost = effect.changes.filter { !$0.isGain }
    #expect(!lost.isEmpty && lost.count <= busy.unique && lost.allSatisfy { $0.entries == [busy.entry] })
    // What the report says of leaving out one entry is what a lexicon without it does.
    for row in report.rows.filter({ $0.judged > 0 }).prefix(6) + [busy] {
      let effect = try LexiconEffect.ofLeavingOut(
        row.entry, pipeline, try CodingModel(pipeline, without: [row.entry]), store, gold: gold)
      let gained = effect.changes.count(where: \.isGain)
      #expect(row.lost == effect.changes.count - gained && row.gained == gained, "\(row)")
      let f1 = try #require(
        effect.before?.f1.value.flatMap { before in effect.after?.f1.value.map { $0 - before } })
      #expect(abs(try #require(row.f1Change) - f1) < 1e-12, "\(row)")
    }
  }
}
