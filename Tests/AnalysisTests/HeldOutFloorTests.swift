import Foundation
import Tabulation
import Testing

@testable import Analysis

/// The coders that the pipelines ship with on documents that nothing was learned or tuned from: no figure sinks below its
/// floor in `Corpus/floors.tsv`. Whoever reads these documents to mend what they show has used them up: then new ones have to
/// be written.
@Suite struct HeldOutFloorTests {
  private static let root = EvaluationFloorTests.root

  /// The folders of `Corpus`, each by other authors, and the documents and passages in them.
  private static let sets = [("held-out", 20, 449), ("blind", 12, 332)]

  /// Rows `<folder>/<codebook>/<dimension>/<language>/<figure>`.
  static let floors = sets.flatMap { EvaluationFloorTests.rows($0.0 + "/") }

  private static let measured: [String: Double] = {
    var measured: [String: Double] = [:]
    for codebook in ["socially-oriented-state", "pest-rural-self-government"] {
      guard let pipeline = try? PipelineLoader.load(root + "/Pipelines/\(codebook).yaml"),
        let model = try? CodingModel(pipeline)
      else { continue }
      for (set, _, _) in sets {
        let gold = GoldReader.read([root + "/Corpus/" + set])
        let evaluation = Evaluator(
          gold, GoldCoder(model).code(gold), groupings: [.language],
          bootstrap: DocumentBootstrap(resamples: 0)
        ).evaluation(of: model.codebook)
        for dimension in evaluation.dimensions {
          for group in dimension.groups {
            let name = "\(set)/\(codebook)/\(dimension.dimension)/\(group.group.value)/"
            measured[name + "macro-f1"] = group.macroF1.measure.value
            measured[name + "mean-alpha"] = group.meanAlpha.measure.value
          }
        }
      }
    }
    return measured
  }()

  @Test(arguments: sets) func documentsAreThere(_ set: String, documents: Int, passages: Int) {
    let gold = GoldReader.read([Self.root + "/Corpus/" + set])
    #expect(gold.documents.count == documents)
    #expect(gold.passages.count == passages)
    #expect(Self.floors.contains { $0.measure.hasPrefix(set + "/") })
  }

  @Test(arguments: floors) func holds(_ floor: EvaluationFloorTests.Floor) throws {
    let value = try #require(Self.measured[floor.measure], "Corpus/floors.tsv names what is not measured")
    #expect(value >= floor.floor, "\(floor.measure) is \(value)")
  }
}
