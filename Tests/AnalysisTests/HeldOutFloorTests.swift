import Foundation
import Tabulation
import Testing

@testable import Analysis

/// The coders that the pipelines ship with on documents that nothing was learned or tuned from: no figure sinks below its
/// floor in `Corpus/floors.tsv`. Whoever reads these documents to mend what they show has used them up: then new ones have to
/// be written.
@Suite struct HeldOutFloorTests {
  private static let root = EvaluationFloorTests.root

  /// Rows `held-out/<codebook>/<dimension>/<language>/<figure>`.
  static let floors = EvaluationFloorTests.rows("held-out/")

  private static let measured: [String: Double] = {
    var measured: [String: Double] = [:]
    let gold = GoldReader.read([root + "/Corpus/held-out"])
    for codebook in ["socially-oriented-state", "pest-rural-self-government"] {
      guard let pipeline = try? PipelineLoader.load(root + "/Pipelines/\(codebook).yaml"),
        let model = try? CodingModel(pipeline)
      else { continue }
      let evaluation = Evaluator(
        gold, GoldCoder(model).code(gold), groupings: [.language], bootstrap: DocumentBootstrap(resamples: 0)
      ).evaluation(of: model.codebook)
      for dimension in evaluation.dimensions {
        for group in dimension.groups {
          let name = "held-out/\(codebook)/\(dimension.dimension)/\(group.group.value)/"
          measured[name + "macro-f1"] = group.macroF1.measure.value
          measured[name + "mean-alpha"] = group.meanAlpha.measure.value
        }
      }
    }
    return measured
  }()

  @Test func documentsAreThere() {
    let gold = GoldReader.read([Self.root + "/Corpus/held-out"])
    #expect(gold.documents.count == 20)
    #expect(gold.passages.count == 449)
    #expect(Self.floors.count >= 6)
  }

  @Test(arguments: floors) func holds(_ floor: EvaluationFloorTests.Floor) throws {
    let value = try #require(Self.measured[floor.measure], "Corpus/floors.tsv names what is not measured")
    #expect(value >= floor.floor, "\(floor.measure) is \(value)")
  }
}
