import Foundation
import Testing

/// The main job, from files to tables, as a user does it.
struct RunCommandTests {
  static let pipelines = [
    "Pipelines/socially-oriented-state.yaml", "Pipelines/pest-rural-self-government.yaml",
  ]

  @Test(arguments: pipelines) func runsOnTheBundledCorpus(_ pipeline: String) throws {
    let scratch = try Scratch()
    let out = scratch.url("out").path
    let run = try Program.run(["run", pipeline, "--output", out])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("30 documents"))
    let tables = ["tables/ru/all.tex", "tables/kk/region-indicator.md", "tables/region-indicator.sps"]
      .map { pipeline.contains("pest") ? $0.replacing("indicator", with: "factor") : $0 }
    for name in ["report.html", "tables-kk.xlsx", "tables-ru.xlsx", "analysis.sqlite", "manifest.json"]
      + tables
    {
      #expect(FileManager.default.fileExists(atPath: "\(out)/\(name)"), "\(name)")
    }
    let verify = try Program.run(["verify", out])
    #expect(verify.status == 0, "\(verify.errors)")
    #expect(verify.output.contains(" 0 not found"))
  }

  @Test func threadsAndOrderOfFilesChangeNothing() throws {
    let scratch = try Scratch()
    let pipeline = Self.pipelines[0]
    for jobs in ["1", "4"] {
      let run = try Program.run([
        "run", pipeline, "--output", scratch.url("jobs\(jobs)").path, "--jobs", jobs,
      ])
      #expect(run.status == 0)
    }
    let (one, four) = (try scratch.contents(of: "jobs1"), try scratch.contents(of: "jobs4"))
    #expect(one.keys.sorted() == four.keys.sorted())
    // What the program keeps for the next run has the store's time.
    for (name, bytes) in one where !name.hasPrefix(".hattama/") {
      #expect(bytes == four[name], "\(name) differs between one job and four")
    }
    #expect(one.count > 10)
  }

  @Test func tablesAreTheSameFromTheStore() throws {
    let scratch = try Scratch()
    let out = scratch.url("out").path
    _ = try Program.run(["run", Self.pipelines[0], "--output", out])
    let tables = try Program.run([
      "tables", Self.pipelines[0], out, "--table", "region-indicator", "--format", "csv",
    ])
    #expect(tables.status == 0)
    let written = try scratch.contents(of: "out")
    #expect(Data(tables.output.utf8) == written["tables/region-indicator.csv"])
    for (format, name) in [
      ("csv", "summaries/table-4.csv"), ("markdown", "summaries/ru/table-4.md"),
      ("latex", "summaries/ru/table-4.tex"), ("json", "summaries/table-4.json"),
    ] {
      let words = try Program.run([
        "tables", Self.pipelines[0], out, "--table", "table-4", "--format", format, "--locale", "ru",
      ])
      #expect(words.status == 0 && Data(words.output.utf8) == written[name], "\(format): \(words.errors)")
    }
    let sps = try Program.run(["tables", Self.pipelines[0], out, "--table", "table-4", "--format", "spss"])
    #expect(sps.status == 2 && sps.errors.contains("the format 'spss' cannot hold"))
  }

  @Test func aNumberLeadsToItsSentence() throws {
    let scratch = try Scratch()
    let out = scratch.url("out").path
    _ = try Program.run(["run", Self.pipelines[0], "--output", out])
    let kwic = try Program.run(["kwic", out, "autonomy.oversight"])
    #expect(kwic.status == 0)
    let lines = kwic.output.split(separator: "\n")
    #expect(lines.count > 10)
    for line in lines {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      #expect(cells.count == 5 && cells[1] == "autonomy.oversight" && cells[4].contains("#"), "\(line)")
    }
  }

  @Test func changedSourceIsNoticed() throws {
    let scratch = try Scratch()
    let page = try scratch.write("page.html", "<p>Мәслихат бюджетті бекітті.</p>".utf8)
    let out = scratch.url("out").path
    _ = try Program.run(["run", Self.pipelines[0], page, "--output", out])
    #expect(try Program.run(["verify", out]).status == 0)
    try scratch.write("page.html", "<p>Мәслихат бюджетті бекітпеді.</p>".utf8)
    let verify = try Program.run(["verify", out])
    #expect(verify.status == 1)
    #expect(verify.errors.contains("has changed since the run"))
  }

  /// The file is read once for all of its records; each of them is told of where it has changed.
  @Test func recordsOfAFileAreVerifiedTogether() throws {
    let scratch = try Scratch()
    let records = (1...3).map {
      "{\"title\": \"Бюджет \($0)\", \"body\": \"<p>Мәслихат \($0) рет бюджетті бекітті.</p><p>Жиын бітті.</p>\"}"
    }
    let file = try scratch.write("news.json", "[\(records.joined(separator: ","))]".utf8)
    let out = scratch.url("out").path
    _ = try Program.run(["run", Self.pipelines[0], file, "--output", out])
    let verify = try Program.run(["verify", out])
    #expect(verify.status == 0, "\(verify.errors)")
    #expect(verify.output.contains("3 documents, 6 passages") && verify.output.contains(" 0 not found"))
    try scratch.write("news.json", "[\(records[0])]".utf8)
    let changed = try Program.run(["verify", out])
    #expect(changed.status == 1)
    #expect(changed.messages.count { $0.contains("has changed since the run") } == 3)
  }

  static let badPipelines: [(name: String, yaml: String, expected: String)] = [
    ("no YAML", "pipeline: [", "is not YAML"),
    ("misspelt key", "pipeline: a\ncodebok: b\n", "did you mean 'codebook'?"),
    ("unknown region", "pipeline: a\ncodebook: CODEBOOK\nregions: [KZ-99]\n", ":3: 'KZ-99' is no region"),
    (
      "unknown dimension",
      "pipeline: a\ncodebook: CODEBOOK\nsources: [SOURCES]\ntables:\n  - {id: t, rows: region, columns: indicators}\n",
      "neither a field nor a dimension"
    ),
    ("no such day", "pipeline: a\ncodebook: CODEBOOK\nperiod: {from: 2020-13-01}\n", "is no date"),
    (
      "period backwards", "pipeline: a\ncodebook: CODEBOOK\nperiod: {from: 2021-01-01, to: 2020-01-01}\n",
      "ends before"
    ),
    ("no documents", "pipeline: a\ncodebook: CODEBOOK\nsources: [EMPTY]\n", "no documents in"),
    (
      "no sources named", "pipeline: a\ncodebook: CODEBOOK\nsources: []\n",
      "3: 'sources' is an empty list"
    ),
    ("no sources at all", "pipeline: a\ncodebook: CODEBOOK\n", "p.yaml: there are no documents"),
    (
      "no regions named", "pipeline: a\ncodebook: CODEBOOK\nsources: [SOURCES]\nregions: []\n",
      "4: 'regions' is an empty list"
    ),
    (
      "no outputs named", "pipeline: a\ncodebook: CODEBOOK\nsources: [SOURCES]\noutputs: []\n",
      "4: 'outputs' is an empty list"
    ),
    (
      "no cells named",
      "pipeline: a\ncodebook: CODEBOOK\ntables:\n  - {id: t, rows: region, columns: indicator, cells: []}\n",
      "4: 'cells' is an empty list"
    ),
    ("unknown output", "pipeline: a\ncodebook: CODEBOOK\noutputs: [htm]\n", "did you mean 'html'?"),
    (
      "no source there", "pipeline: a\ncodebook: CODEBOOK\nsources: [/nowhere]\n",
      "3: 'sources': there is no /nowhere"
    ),
    (
      "no packs there", "pipeline: a\ncodebook: CODEBOOK\nsources: [SOURCES]\npacks: /nowhere\n",
      "4: 'packs': there is no /nowhere"
    ),
    ("no codebook there", "pipeline: a\ncodebook: /nowhere\nsources: [SOURCES]\n", "/nowhere/codebook.yaml"),
  ]

  /// What is not there has no line.
  @Test func pipelinesThatAreNoFilesAreExplained() throws {
    let scratch = try Scratch()
    try scratch.write("folder/p.yaml", "".utf8)
    for (arguments, expected) in [
      (["nope.yaml"], "hattama: nope.yaml: the file cannot be read; is the name right?\n"),
      (["folder"], "hattama: folder: is a folder; name the pipeline file in it\n"),
    ] {
      let run = try Program.run(["run"] + arguments + ["--output", "out"], in: scratch.folder)
      #expect(run.status == 2 && run.errors == expected, "\(run.errors)")
    }
    let lint = try Program.run(["lexicon", "lint", "nope"], in: scratch.folder)
    #expect(lint.status == 2)
    #expect(lint.errors.contains("nope/codebook.yaml: error: there is no such file"), "\(lint.errors)")
    let pipe = try Program.shell("echo '<p>Сессия.</p>' | hattama ingest /dev/stdin", in: scratch.folder)
    #expect(pipe.status == 1 && pipe.errors.contains("- reads standard input"), "\(pipe.errors)")
  }

  @Test(arguments: badPipelines) func badPipelinesAreExplained(
    _ row: (name: String, yaml: String, expected: String)
  ) throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(at: scratch.url("empty"), withIntermediateDirectories: true)
    let yaml = row.yaml
      .replacingOccurrences(of: "CODEBOOK", with: Program.root.path + "/Lexicons/socially-oriented-state")
      .replacingOccurrences(of: "SOURCES", with: Program.root.path + "/Corpus/documents/kk")
      .replacingOccurrences(of: "EMPTY", with: scratch.url("empty").path)
    let file = try scratch.write("p.yaml", yaml.utf8)
    let run = try Program.run(["run", file, "--output", scratch.url("out").path])
    #expect(run.status == 2, "\(row.name)")
    #expect(run.errors.contains(row.expected), "\(row.name): \(run.errors)")
  }
}
