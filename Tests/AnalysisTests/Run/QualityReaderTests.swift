import Coding
import Foundation
import Testing

@testable import Analysis

/// An evaluation belongs to a codebook and a coder.
@Suite struct QualityReaderTests {
  static let codebook = "socially-oriented-state"

  @Test(arguments: [
    ("lexicon", codebook, "lexicon", String?.none), ("combined", codebook, "combined", nil),
    ("lexicon", codebook, "combined", "measures the coder 'lexicon'"),
    ("combined", codebook, "lexicon", "this pipeline has 'lexicon' on 'socially-oriented-state'"),
    ("lexicon", "pest", "lexicon", "on the codebook 'pest'"),
  ])
  func anotherCodersFiguresAreRefused(_ row: (coder: String, codebook: String, own: String, message: String?))
    throws
  {
    let root = EvaluationFloorTests.root
    let evaluation = """
      {"codebook":"\(row.codebook)","coder":"\(row.coder)","unseen":null,"gold":[],
       "bootstrap":{"resamples":0,"seed":"1","level":0.95},"dimensions":[],"polarity":[],"problems":[]}
      """
    try EvaluationGoldTests.withFiles(["ev.json": evaluation]) { folder in
      let yaml = """
        pipeline: p
        codebook: \(root)/Lexicons/\(Self.codebook)
        coder: \(row.own)
        reliability: ev.json
        """
      let pipeline = try PipelineLoader.load(Array(yaml.utf8), file: folder + "/p.yaml")
      let codebook = try CodingModel(folder: pipeline.codebook).codebook
      if let message = row.message {
        let error = #expect(throws: PipelineError.self) { try QualityReader.quality(pipeline, codebook) }
        let problem = try #require(error?.problems.first)
        #expect(problem.line == 4 && problem.message.contains(message), "\(problem)")
        #expect(problem.message.contains("hattama evaluate --pipeline"))
      } else {
        #expect(try QualityReader.quality(pipeline, codebook) != nil)
      }
    }
  }
}
