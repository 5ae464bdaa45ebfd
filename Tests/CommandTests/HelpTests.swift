import Foundation
import Testing

@testable import hattama

/// Every command says what it does, with an example, and wrong use ends with 64.
struct HelpTests {
  static let commands = [
    "run", "ingest", "code", "tables", "compare", "kwic", "verify", "evaluate", "train", "tokens", "analyze",
    "lexicon",
    "citation",
    "doctor",
  ]

  @Test func everyCommandIsListed() throws {
    let help = try Program.run(["--help"]).output
    let listed = help.split(separator: "\n").filter {
      $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  -")
    }
    .compactMap { $0.split(separator: " ").first.map(String.init) }
    for command in Self.commands { #expect(listed.contains(command), "\(command)") }
  }

  @Test(arguments: commands.filter { !["lexicon", "doctor"].contains($0) })
  func everyCommandHasAnExample(_ command: String) throws {
    let help = try Program.run(["help", command])
    #expect(help.status == 0)
    #expect(help.output.contains("Example"), "\(command)")
    #expect(help.output.contains("hattama \(command)"), "\(command)")
  }

  static let helpPages =
    commands.map { [$0] }
    + ["count"].map { [$0] }
    + ["lint", "accepts", "import", "export", "new-region", "test", "effect", "suggest", "apply"].map {
      ["lexicon", $0]
    }

  /// Lines of the examples, as a terminal of 80 columns shows them: each can be copied and is understood.
  @Test(arguments: helpPages) func examplesRunAsPrinted(_ page: [String]) throws {
    let lines = try Program.run(["help"] + page).output.split(
      separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0 == "Examples:" || $0 == "Example:" }) else { return }
    let examples = lines[(start + 1)...].prefix { $0.hasPrefix("  ") }
    #expect(!examples.isEmpty)
    for example in examples.map({ $0.dropFirst(2) }) where !example.hasPrefix("# ") {
      let words = example.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      #expect(!words.contains(""), "a remark on the line of a command: \(example)")
      let command = words.drop { $0 != "hattama" }.dropFirst().prefix { $0 != ">" && $0 != "|" }
      #expect(!command.isEmpty, "no command: \(example)")
      #expect(throws: Never.self, "\(example)") { try Hattama.parseAsRoot(Array(command)) }
    }
  }

  /// Numbers out of their bounds are wrong use, whatever their sign; none of them ends the program.
  static let numbers: [[String]] = [
    ["code", "--jobs", "0", "x"], ["code", "--jobs=-3", "x"], ["run", "p", "--output", "o", "--jobs", "-1"],
    ["count", "--lexicon", "d.tsv", "--jobs", "9223372036854775807", "x"],
    ["kwic", "r", "--width", "99999999999"], ["kwic", "r", "--width=-5"],
    ["lexicon", "effect", "p", "r", "--entry", "e", "--limit=-1"],
    ["lexicon", "suggest", "p", "r", "--region", "KZ-71", "--limit", "-1"],
    ["evaluate", "--errors", "-1"], ["evaluate", "--resamples=-1"], ["ingest", "--max-bytes", "0", "x"],
  ]

  @Test(arguments: numbers) func numbersHaveBounds(_ arguments: [String]) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.status == 64, "\(arguments)")
    #expect(outcome.errors.contains("a whole number from"), "\(arguments): \(outcome.errors)")
  }

  @Test func completionsOfferFilesFoldersAndFormats() throws {
    let script = try Program.run(["--generate-completion-script", "bash"]).output
    #expect(script.contains("add_completions -d") && script.contains("add_completions -f"))
    #expect(script.contains("vega-lite"))
  }

  @Test func readmeNamesEveryCommand() throws {
    let readme = try String(contentsOf: Program.root.appendingPathComponent("README.md"), encoding: .utf8)
    for command in Self.commands { #expect(readme.contains("`\(command)"), "\(command)") }
  }

  static let wrongUse: [[String]] = [
    ["no-such-command"], ["run"], ["ingest", "--format", "pdf", "x"],
    ["tables", "a", "b", "--format", "docx"],
    ["lexicon", "accepts", "--language", "en", "--terms", "t", "--forms", "f"],
  ]

  @Test(arguments: wrongUse) func wrongUseEndsWith64(_ arguments: [String]) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.status == 64, "\(arguments)")
    #expect(!outcome.errors.isEmpty)
  }

  @Test func doctorFindsAllWell() throws {
    let outcome = try Program.run(["doctor"])
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.output.contains("libxml2"))
  }

  /// Whoever has the program alone has no pipelines of the project, which is no problem.
  @Test func doctorIsContentWithAProgramOfItsOwn() throws {
    let scratch = try Scratch()
    let built = try Program.executable().deletingLastPathComponent()
    try FileManager.default.createDirectory(at: scratch.url("bin"), withIntermediateDirectories: true)
    for name in try FileManager.default.contentsOfDirectory(atPath: built.path)
    where name == "hattama" || name.hasSuffix(".resources") {
      try FileManager.default.copyItem(
        at: built.appendingPathComponent(name), to: scratch.url("bin/\(name)"))
    }
    let outcome = try Program.shell("PATH=$PWD/bin; cd bin; hattama doctor", in: scratch.folder)
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
    #expect(outcome.output.contains("socially-oriented-state.yaml: not in this folder"))
    #expect(!outcome.output.contains("PROBLEM") && !outcome.output.contains("ExitCode"))
  }

  @Test func analyzeExplainsAForm() throws {
    let outcome = try Program.run(["analyze", "--term", "бекіту", "бекітілмеген"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("passive") && outcome.output.contains("negative"))
    #expect(try Program.run(["analyze", "--term", "бекіту", "бекет"]).status == 1)
  }

  @Test func tokensPrintCoNLLU() throws {
    let outcome = try Program.run(
      ["tokens", "--language", "auto"], input: "Бюджет бекітілді. Ол 1,5 млрд теңге.\n")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("# lang = kk"))
    #expect(outcome.output.contains("\t1,5\t"))
  }

  @Test func documentOnStandardInput() throws {
    let outcome = try Program.run(["ingest", "--format", "jsonl", "-"], input: "<p>Сессия өтті.</p>")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Сессия өтті.") && outcome.output.hasPrefix("{\"document\":\"-\""))
  }

  @Test func citationsAreTakenApart() throws {
    let line =
      "Решение Актауского городского маслихата Мангистауской области от 28 ноября 2025 года № 26/999\n"
    let outcome = try Program.run(["citation"], input: line)
    #expect(outcome.status == 0)
    for part in [
      "\"region\": \"KZ-47\"", "\"date\": \"2025-11-28\"", "\"number\": \"26/999\"", "\"level\": \"city\"",
    ] {
      #expect(outcome.output.contains(part), "\(part) in \(outcome.output)")
    }
  }
}
