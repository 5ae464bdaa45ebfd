import Testing

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
