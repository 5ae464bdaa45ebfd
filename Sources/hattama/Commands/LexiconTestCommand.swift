import Analysis
import ArgumentParser

/// `hattama lexicon test`: the tests of the region packs.
struct LexiconTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Check the sentences of the packs' tests.tsv: which codes and places they give.",
    discussion: """
      Every codebook of the folder is tried. A failed test is shown with its place; - is missing, + is unwanted.

      Examples:
        hattama lexicon test
        hattama lexicon test KZ-55 --lexicons my-study/Lexicons
      """)

  @Argument(help: "ISO 3166-2 codes of regions; all packs without them.")
  var regions: [String] = []

  @Option(help: "Folder of the codebooks and packs.")
  var lexicons = "Lexicons"

  func run() throws {
    let folder = try Setup.orStop { try LexiconFolder(lexicons) }
    guard let model = folder.models.first else {
      throw Setup.stop("\(lexicons): no codebook in this folder; name it with --lexicons")
    }
    var problems = 0
    for issue in model.issues where issue.severity == .error && issue.file.hasPrefix(folder.packs) {
      Output.message("\(issue)")
      problems += 1
    }
    let packs = model.packs.filter { regions.isEmpty || regions.contains($0.code) }
    for missing in regions where !packs.contains(where: { $0.code == missing }) {
      throw Setup.stop(
        "\(missing) has no pack in \(folder.packs); 'hattama lexicon new-region \(missing)' makes one")
    }
    let tester = PackTester(folder.models, packs: folder.packs)
    var (tests, failed) = (0, 0)
    for pack in packs {
      let failures = tester.failures(of: pack)
      for failure in failures { Output.write("\(failure)\n") }
      tests += pack.tests.count
      failed += failures.count
    }
    Output.write("\(packs.count) packs, \(tests) tests, \(failed) failed\n")
    if failed + problems > 0 { throw ExitCode(1) }
  }
}
