import Linguistics
import Reporting
import Testing

@testable import Analysis
@testable import Ingestion

@Suite struct CodingWorkerTests {
  private static let root = EvaluationFloorTests.root

  /// Memory is bounded by forgetting words between files: with the shipped lexicons, packs and models all stays the same.
  @Test(arguments: [0, 300]) func forgettingWordsDoesNotMatter(_ limit: Int) throws {
    let pipeline = try PipelineLoader.load(Self.root + "/Pipelines/socially-oriented-state.yaml")
    let model = try CodingModel(pipeline)
    let remembering = CodingWorker(model)
    let forgetting = CodingWorker(model)
    forgetting.ingester.wordLimit = limit
    let folder = Self.root + "/Corpus/documents/"
    let names = InputWalk.visibleNames(in: folder + "ru").prefix(8).map { "ru/" + $0 }
    var codes = 0
    for name in names + InputWalk.visibleNames(in: folder + "kk").prefix(8).map({ "kk/" + $0 }) {
      let expected = try remembering.code(folder + name)
      codes += expected.flatMap(\.codings).reduce(0) { $0 + $1.codes.count }
      #expect(try Self.json(forgetting.code(folder + name), model) == Self.json(expected, model), "\(name)")
    }
    #expect(codes > 200)
    #expect(remembering.ingester.analyzer.types.generation == 0)
    #expect(forgetting.ingester.analyzer.types.generation > 1)
  }

  private static func json(_ documents: [CodedDocument], _ model: CodingModel) -> String {
    var json = JSONWriter(capacity: 1 << 16)
    for document in documents { CodingJSON.write(document, model, to: &json) }
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
