import Foundation

/// Something that reads bytes which users did not write, or wrote wrongly. Each has a folder of seeds of its name.
struct FuzzTarget {
  var name: String
  /// Makes the test of one input; what is costly is made once.
  var makeTest: () -> ([UInt8]) -> Void

  static var all: [FuzzTarget] {
    [
      FuzzTarget(name: "html") { DocumentFuzzing(forced: [.html]).test },
      FuzzTarget(name: "xml") { DocumentFuzzing(forced: [.akomaNtoso, .tei, .xml]).test },
      FuzzTarget(name: "json") { DocumentFuzzing(forced: [.json, .jsonLines]).test },
      FuzzTarget(name: "text") { DocumentFuzzing(forced: [.text]).test },
      FuzzTarget(name: "encodings", makeTest: { EncodingFuzzing().test }),
      FuzzTarget(name: "tokens", makeTest: { TokenFuzzing().test }),
      FuzzTarget(name: "terms", makeTest: { TermFuzzing().test }),
      FuzzTarget(name: "lexicon", makeTest: { LexiconFuzzing().test }),
      FuzzTarget(name: "codebook", makeTest: { CodebookFuzzing.test }),
      FuzzTarget(name: "pipeline", makeTest: { PipelineFuzzing.test }),
    ]
  }

  /// The one that the environment names.
  static var chosen: FuzzTarget? {
    let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"]
    return all.first { $0.name == name }
  }

  /// Set once, before libFuzzer starts.
  nonisolated(unsafe) static var current: ([UInt8]) -> Void = { _ in }
}
