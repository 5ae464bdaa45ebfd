import Foundation
import Testing

/// Whose figures `evaluate` gives.
@Suite struct EvaluateCommandTests {
  @Test(arguments: [([], "combined"), (["--coder", "lexicon"], "lexicon")])
  func theCoderIsThePipelines(_ more: [String], _ coder: String) throws {
    let outcome = try Program.run(
      [
        "evaluate", "--gold", "Corpus/held-out/ru/gold.jsonl", "--resamples", "0", "--json",
      ] + more)
    #expect(outcome.output.contains("\"coder\":\"\(coder)\""), "\(outcome.errors)")
  }

  /// Without gold, shipped models are tested on what they did not learn from.
  @Test func bundledGoldIsNoGoldThatTheModelKnows() throws {
    let outcome = try Program.run(["evaluate", "--resamples", "0", "--json"])
    #expect(outcome.output.contains("Corpus/held-out/kk/gold.jsonl"), "\(outcome.errors)")
    #expect(!outcome.output.contains("Corpus/gold"))
  }
}
