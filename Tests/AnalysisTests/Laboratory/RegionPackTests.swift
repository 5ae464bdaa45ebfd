import Coding
import Foundation
import Testing

@testable import Analysis

/// The packs that ship, new ones, and the regions of documents.
@Suite struct RegionPackTests {
  static let lexicons = EvaluationFloorTests.root + "/Lexicons"

  /// What `hattama lexicon test` says of the packs that ship.
  @Test func shippedPacksPassTheirTests() throws {
    let folder = try LexiconFolder(Self.lexicons)
    let model = try #require(folder.models.last)
    #expect(model.packs.count == 20)
    for model in folder.models {
      let problems = model.issues.filter { $0.severity == .error }
      #expect(problems.isEmpty, "\(problems)")
    }
    let tester = PackTester(folder.models, packs: folder.packs)
    for pack in model.packs {
      let failures = tester.failures(of: pack)
      #expect(failures.isEmpty, "\(failures.map(\.description).joined(separator: "\n"))")
    }
    let full = ["KZ-39", "KZ-47", "KZ-61", "KZ-63", "KZ-71", "KZ-75"]
    for pack in model.packs where full.contains(pack.code) {
      #expect(
        pack.tests.count >= 25 && pack.lexicon.entries.count >= 7 && pack.named.count >= 20, "\(pack.code)")
      #expect(!pack.lexicon.changes.isEmpty || pack.code == "KZ-61", "\(pack.code)")
    }
  }

  @Test func newRegionIsIdempotentAndKeepsLines() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hattama-\(UUID().uuidString)")
      .path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func row(_ kato: String, _ name: String) -> GazetteerRow {
      GazetteerRow(
        kind: .village, kato: kato, kazakh: [name + " ауылы"], russian: ["село " + name], codes: [], note: "",
        line: 0)
    }
    let maker = NewRegion(packs: folder) { _ in [row("103230100", "Карааул"), row("103233127", "Жидебай")] }
    let first = try maker.make("KZ-10")
    #expect(first.count == 4 && first.allSatisfy { $0.outcome == .made })
    let pack = try #require(RegionPackLoader.load(pack: folder + "/KZ-10").pack)
    #expect(
      pack.parent == "KZ-63" && pack.from == "2022-06-08" && pack.formerNames.map(\.to) == ["1997-05-03"])
    #expect(RegionPackLoader.load(pack: folder + "/KZ-10").issues.isEmpty)
    // A line of the user's own, and one of the classifier's that she changed.
    let file = folder + "/KZ-10/gazetteer.tsv"
    let written = try String(contentsOfFile: file, encoding: .utf8)
    let edited = written.replacingOccurrences(of: "село Жидебай", with: "село Жидебай ; Жидебай") + "# mine"
    try Data(edited.utf8).write(to: URL(fileURLWithPath: file))
    #expect(try maker.make("KZ-10").allSatisfy { $0.outcome == .unchanged })
    #expect(try String(contentsOfFile: file, encoding: .utf8) == edited)
    let newer = NewRegion(packs: folder) { _ in [row("103230100", "Другой"), row("103235500", "Орда")] }
    let outcome = try newer.make("KZ-10").first { $0.file == file }?.outcome
    #expect(outcome == .completed(1))
    #expect(
      try String(contentsOfFile: file, encoding: .utf8) == edited
        + "\nvillage\tОрда ауылы\tсело Орда\t103235500\n")
    #expect(throws: NewRegion.Failure.self) { _ = try maker.make("KZ-99") }
  }

  /// The 2021 and 2023 documents of today's region of Abai.
  @Test(arguments: [
    ("document", ["KZ-63", "KZ-10"]), ("2021-01-01", ["KZ-63", "KZ-63"]), ("2023-01-01", ["KZ-10", "KZ-10"]),
  ]) func oldAndNewDivision(_ asOf: String, _ expected: [String]) throws {
    let yaml = """
      pipeline: p
      codebook: \(Self.lexicons)/socially-oriented-state
      regions: {codes: [KZ-10, KZ-63], as-of: \(asOf)}
      """
    let pipeline = try PipelineLoader.load(Array(yaml.utf8), file: "p.yaml")
    #expect(pipeline.regions == ["KZ-10", "KZ-63"])
    let worker = CodingWorker(try CodingModel(pipeline))
    let regions = try ["15 мая 2021 года", "15 мая 2023 года"].map { day -> String? in
      let page = "<h1>Решение маслихата города Семей от \(day) № 5</h1><p>Утвердить бюджет города.</p>"
      return try worker.code(Array(page.utf8), path: "a.html").first?.document.metadata.region
    }
    #expect(regions == expected)
  }

  static let badKeys: [(yaml: String, message: String)] = [
    ("regions: {codes: [KZ-10], as_of: document}", "did you mean 'as-of'?"),
    ("regions: {codes: [KZ-10], as-of: 2021-13-01}", "is no date"),
    ("regions: {codes: [KZ-1]}", "is no region"),
  ]

  @Test(arguments: badKeys) func regionKeysAreChecked(_ row: (yaml: String, message: String)) {
    let error = #expect(throws: PipelineError.self) {
      _ = try PipelineLoader.load(Array("pipeline: p\ncodebook: b\n\(row.yaml)\n".utf8), file: "p.yaml")
    }
    #expect(
      error?.description.contains(row.message) == true && error?.description.hasPrefix("p.yaml:3:") == true)
  }

  @Test func packsMayBeTurnedOff() throws {
    func packs(_ line: String) throws -> String? {
      try PipelineLoader.load(Array("pipeline: p\ncodebook: x/book\n\(line)\n".utf8), file: "p.yaml").packs
    }
    #expect(try packs("") == "x/regions" && packs("packs: none") == nil && packs("packs: my") == "my")
  }
}
