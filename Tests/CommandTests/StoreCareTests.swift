import Foundation
import GRDB
import Testing

/// A store is of one run, and of a run of ours: it is counted as what it is, and no other file is taken for it.
struct StoreCareTests {
  /// A study with a finished run in `out`, and `other.yaml` with a codebook of its own.
  private func study() throws -> RunStudy {
    let study = try RunStudy()
    for number in 0..<30 { try study.page(number) }
    let book = try String(contentsOf: study.scratch.url("book/codebook.yaml"), encoding: .utf8)
    try study.scratch.write(
      "other/codebook.yaml", book.replacing("codebook: life", with: "codebook: death").utf8)
    try study.scratch.write("other/o.tsv", "id\tcodes\tkk\tru\nwater\twater\tсу\tвода\n".utf8)
    let text = try String(contentsOfFile: study.pipeline, encoding: .utf8)
    try study.scratch.write("other.yaml", text.replacing("codebook: book", with: "codebook: other").utf8)
    #expect(try study.run().status == 0)
    return study
  }

  private static let readers: [[String]] = [
    ["tables", "PIPELINE", "out"], ["compare", "out", "--pipeline", "PIPELINE"],
    ["lexicon", "effect", "PIPELINE", "out"], ["lexicon", "effect", "PIPELINE", "out", "--entries"],
    ["lexicon", "suggest", "PIPELINE", "out", "--code", "water"],
  ]

  @Test func aStoreOfAnotherPipelineIsRefused() throws {
    let study = try study()
    func outcomes(_ commands: [[String]], _ pipeline: String) throws -> [Program.Outcome] {
      try commands.map {
        try Program.run($0.map { $0.replacing("PIPELINE", with: pipeline) }, in: study.scratch.folder)
      }
    }
    let foreign =
      Self.readers + [
        ["kwic", "out", "--explain", "PIPELINE"], ["compare", "out", "out", "--pipeline", "PIPELINE"],
      ]
    for outcome in try outcomes(foreign, "other.yaml") {
      #expect(outcome.status == 2 && outcome.output == "")
      #expect(
        outcome.errors.contains("its codebook is 'life version 1', that of other.yaml 'death version 1'"),
        "\(outcome.errors)")
    }
    #expect(try Program.run(["tables", "study.yaml", "out"], in: study.scratch.folder).status == 0)
    try RunStudy.execute(
      "UPDATE manifest SET value = 'combined' WHERE key = 'coder'",
      in: study.scratch.url("out/analysis.sqlite").path)
    for outcome in try outcomes(Self.readers, "study.yaml") {
      #expect(
        outcome.status == 2
          && outcome.errors.contains("its coder is 'combined', that of study.yaml 'lexicon'"))
    }
    let two = try outcomes([["compare", "out", "out", "--pipeline", "PIPELINE"]], "study.yaml")
    #expect(two[0].status == 0, "two coders may be compared: \(two[0].errors)")
  }

  @Test(arguments: [true, false]) func theFileOfAnotherProgramIsNotReplaced(_ hasResults: Bool) throws {
    let study = try RunStudy()
    try study.page(1)
    if hasResults { try study.run() }
    try? FileManager.default.removeItem(at: study.scratch.url("out/analysis.sqlite"))
    try FileManager.default.createDirectory(
      at: study.scratch.url("out"), withIntermediateDirectories: true)
    try RunStudy.execute("CREATE TABLE mine (a)", in: study.scratch.url("out/analysis.sqlite").path)
    let before = try Data(contentsOf: study.scratch.url("out/analysis.sqlite"))
    for more in [[], [], ["--fresh"]] {
      let run = try Program.run(
        ["run", "study.yaml", "--output", "out"] + more, in: study.scratch.folder)
      #expect(run.status == 2 && run.errors.contains("is the file of another program"), "\(run.errors)")
      #expect(try Data(contentsOf: study.scratch.url("out/analysis.sqlite")) == before)
    }
  }

  static let damages: [(name: String, damage: @Sendable (Data) -> Data)] = [
    ("pages", { $0.prefix(8192) + Data(repeating: 0xA5, count: $0.count - 8192) }),
    ("cut off", { $0.prefix($0.count / 2) }),
    ("another file", { Data(repeating: 0x5A, count: $0.count) }),
  ]

  @Test(arguments: damages.indices) func aDamagedStoreIsNamedWithTheRemedy(_ index: Int) throws {
    let study = try study()
    let store = study.scratch.url("out/analysis.sqlite")
    try Self.damages[index].damage(try Data(contentsOf: store)).write(to: store)
    for arguments in [["run", "study.yaml", "--output", "out"], ["tables", "study.yaml", "out"]] {
      let outcome = try Program.run(arguments, in: study.scratch.folder)
      #expect(outcome.status == 2 && outcome.messages.count == 1, "\(arguments): \(outcome.errors)")
      #expect(outcome.errors.contains("damaged") && outcome.errors.contains("--fresh"))
      #expect(!outcome.errors.contains("SELECT"))
    }
    #expect(try study.run("out", "--fresh").status == 0)
    #expect(try Program.run(["tables", "study.yaml", "out"], in: study.scratch.folder).status == 0)
  }

  @Test func onlyWhatIsThereIsLookedUp() throws {
    let study = try study()
    let nowhere = try Program.run(["verify", "out", "--root", "nope"], in: study.scratch.folder)
    #expect(nowhere.status == 2 && nowhere.errors == "hattama: nope: there is no such folder\n")
    try study.scratch.write("elsewhere/a", [])
    let moved = try Program.run(["verify", "out", "--root", "elsewhere"], in: study.scratch.folder)
    #expect(moved.status == 1)
    #expect(
      moved.output == "0 documents, 0 passages and 0 pieces of evidence looked up, 30 not found\n",
      "\(moved.output)")
  }

  @Test func namesThatTheRunDoesNotHaveAreAnswered() throws {
    let study = try study()
    for (arguments, status, expected) in [
      (["kwic", "out", "watr"], 1, "no evidence for 'watr' in out; did you mean 'water'?"),
      (["kwic", "out", "--entry", "road"], 1, "no evidence for 'road' in out; did you mean 'roads'?"),
      (["kwic", "out", "forestry"], 1, "no evidence for 'forestry' in out\n"),
      (["lexicon", "suggest", "study.yaml", "out", "--region", "KZ-99"], 2, "'KZ-99' is no region"),
      (["lexicon", "suggest", "study.yaml", "out", "--region", "KZ-55"], 0, "nothing to suggest for KZ-55"),
    ] as [([String], Int32, String)] {
      let outcome = try Program.run(arguments, in: study.scratch.folder)
      #expect(
        outcome.status == status && outcome.errors.contains(expected), "\(arguments): \(outcome.errors)")
    }
  }
}
