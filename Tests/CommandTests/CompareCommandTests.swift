import Foundation
import Testing

/// `hattama compare` as its users call it.
struct CompareCommandTests {
  private static let pipeline = "Pipelines/socially-oriented-state.yaml"

  @Test func aRunIsComparedWithPrintCellByCell() throws {
    let scratch = try Scratch()
    let out = scratch.url("out").path
    #expect(try Program.run(["run", Self.pipeline, "--output", out]).status == 0)
    let compare = try Program.run(["compare", out, "--output", scratch.url("files").path])
    #expect(compare.status == 0, "\(compare.errors)")
    let facts = try String(
      contentsOf: Program.root.appendingPathComponent("Corpus/study/published.tsv"), encoding: .utf8
    )
    .split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().map { $0.split(separator: "\t")[0] }
    let lines = compare.output.split(separator: "\n")
    let verdicts = ["agrees", "differs", "not computable", "presence only"]
    for (fact, line) in zip(facts, lines) {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      #expect(verdicts.contains(String(cells[0])) && cells[1] == fact, "\(line)")
    }
    #expect(compare.output.contains("cells that could have disagreed agree"))
    #expect(compare.output.contains("Demonstration"))
    // What the run wrote is what the comparison writes.
    let (run, files) = (try scratch.contents(of: "out"), try scratch.contents(of: "files"))
    #expect(files.keys.sorted().count == 5)
    for (name, bytes) in files { #expect(run[name] == bytes, "\(name)") }
    for name in ["summaries/table-2.csv", "summaries/ru/table-4.md", "summaries/conclusions.json"] {
      #expect(run[name] != nil, "\(name)")
    }
    let table = String(decoding: run["summaries/en/table-1.md"] ?? Data(), as: UTF8.self)
    #expect(table.contains("single-industry towns"))
    let json = try Program.run(["compare", out, "--json"])
    #expect(Data(json.output.utf8) == files["comparison/comparison.json"])
  }

  @Test func twoRunsAreComparedByTheirCauses() throws {
    let scratch = try Scratch()
    let lexicons = scratch.url("lexicons").path
    try FileManager.default.copyItem(
      atPath: Program.root.path + "/Lexicons/socially-oriented-state", toPath: lexicons)
    let yaml = """
      pipeline: p
      codebook: lexicons
      tables:
        - {id: indicators, rows: region, columns: indicator}
      """
    let pipeline = try scratch.write("p.yaml", yaml.utf8)
    for (name, region) in [("a", "Алматы қаласы"), ("b", "Павлодар облысы")] {
      let page =
        "<h1>\(region) мәслихаты</h1><p>2023 жылғы 3 мамырда сессия өтті.</p><p>Депутаттар әкімнің есебін тыңдады.</p>"
      try scratch.write("pages/\(name).html", page.utf8)
    }
    func run(_ name: String, _ pages: [String]) throws -> String {
      let out = scratch.url(name).path
      let run = try Program.run(["run", pipeline] + pages + ["--output", out])
      #expect(run.status == 0, "\(run.errors)")
      return out
    }
    let (a, b) = (scratch.url("pages/a.html").path, scratch.url("pages/b.html").path)
    let first = try run("first", [a, b])
    let same = try Program.run(["compare", first, first, "--pipeline", pipeline])
    #expect(same.status == 0, "\(same.errors)")
    #expect(same.output.contains("0 of ") && same.output.contains("documents: 0 added, 0 removed"))

    let fewer = try run("fewer", [a])
    let removed = try Program.run(["compare", first, fewer, "--pipeline", pipeline])
    #expect(removed.output.contains("−1 document removed \(b)"), "\(removed.output)")
    let added = try Program.run(["compare", fewer, first, "--pipeline", pipeline])
    #expect(added.output.contains("+1 document added \(b)"), "\(added.output)")

    // Without the lexicon's entries for it, the code is gone; the entry that carried it is named.
    let entry = "oversight-hear-akim-report"
    let file = scratch.url("lexicons/autonomy.tsv")
    let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
    #expect(lines.contains { $0.hasPrefix(entry + "\t") })
    let others = lines.filter { !$0.contains("\tautonomy.oversight\t") }
    try Data(others.joined(separator: "\n").utf8).write(to: file)
    let without = try run("without", [a, b])
    let lost = try Program.run([
      "compare", first, without, "--pipeline", pipeline, "--output", scratch.url("difference").path,
    ])
    #expect(lost.output.contains("−1 entry \(entry): \(a)#"), "\(lost.output)")
    #expect(lost.output.contains("lexicons: "))
    #expect(
      try scratch.contents(of: "difference").keys.sorted() == [
        "difference.csv", "difference.json", "difference.md",
      ])

    try scratch.write("pages/b.html", "<h1>Павлодар облысы мәслихаты</h1><p>2023 жылғы 3 мамыр.</p>".utf8)
    let edited = try run("edited", [a, b])
    let changed = try Program.run(["compare", without, edited, "--pipeline", pipeline])
    #expect(changed.output.contains("1 with another source"), "\(changed.output)")
  }

  static let wrong: [(arguments: [String], status: Int32, message: String)] = [
    (["a", "b", "c"], 64, "one run is compared"),
    (["a", "b", "--published", "c"], 64, "with each other"), (["a", "--language", "de"], 64, "kk, ru, en"),
    (["/nowhere"], 2, "hattama run Pipelines/socially-oriented-state.yaml --output /nowhere"),
    (["/nowhere", "--published", "/nowhere"], 2, "there is no run in /nowhere to compare"),
    (["--pipeline", "nowhere.yaml"], 2, "nowhere.yaml: the file cannot be read"),
  ]

  @Test(arguments: wrong) func wrongUse(_ row: (arguments: [String], status: Int32, message: String)) throws {
    let outcome = try Program.run(["compare"] + row.arguments)
    #expect(outcome.status == row.status)
    #expect(outcome.errors.contains(row.message), "\(outcome.errors)")
  }

  @Test func mistakesInFactsAndRulesStopBeforeTheRun() throws {
    let scratch = try Scratch()
    let study = Program.root.path + "/Corpus/study"
    let facts = try String(contentsOfFile: study + "/published.tsv", encoding: .utf8)
    try scratch.write(
      "study/published.tsv", facts.replacingOccurrences(of: "topic.youth", with: "topic.yuoth").utf8)
    try FileManager.default.copyItem(
      atPath: study + "/regions.tsv", toPath: scratch.url("study/regions.tsv").path)
    let text = try String(contentsOf: Program.root.appendingPathComponent(Self.pipeline), encoding: .utf8)
      .replacingOccurrences(of: "../Corpus/study", with: scratch.url("study").path)
      .replacingOccurrences(of: "../", with: Program.root.path + "/")
      .replacingOccurrences(
        of: "{level: civil-society.ngo, is: high}", with: "{level: civil-society.nog, is: high}")
    let pipeline = try scratch.write("p.yaml", text.utf8)
    let run = try Program.run(["run", pipeline, "--output", scratch.url("out").path])
    #expect(run.status == 2)
    #expect(run.errors.contains("'topic.yuoth' is no code; did you mean 'topic.youth'?"), "\(run.errors)")
    #expect(run.errors.contains("'civil-society.nog' is no code; did you mean 'civil-society.ngo'?"))
    #expect(run.errors.contains("published.tsv:9: ") && run.errors.contains("p.yaml:"))
  }
}
