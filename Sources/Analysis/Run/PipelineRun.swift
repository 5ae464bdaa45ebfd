import Ingestion
import Reporting

/// Runs a pipeline: ingests and codes its sources, counts, and writes tables, report, store and manifest.
public struct PipelineRun: Sendable {
  /// What a run did.
  public struct Summary: Sendable {
    public var documents = 0
    public var passages = 0
    public var codedPassages = 0
    /// Documents outside of the pipeline's period: in the store, not in the tables.
    public var outsidePeriod = 0
    /// Files that could not be read, and documents with errors.
    public var problems = 0
    /// Files written, in order, with their folder.
    public var files: [String] = []
  }

  private let pipeline: Pipeline
  private let model: CodingModel
  private let files: FileFinder
  private let builder: TableBuilder

  /// - Parameters:
  ///   - sources: files and folders that take the place of the pipeline's own.
  /// - Throws: `PipelineError` where a table asks for what the codebook does not have or there is nothing to read.
  public init(_ pipeline: Pipeline, _ model: CodingModel, sources: [String]? = nil) throws(PipelineError) {
    var pipeline = pipeline
    // What is said of the pipeline's own sources does not hold for others.
    if sources != nil { pipeline.isDemonstration = false }
    if sources == nil { try PipelineFiles.checkSources(pipeline) }
    self.pipeline = pipeline
    self.model = model
    files = FileFinder(sources ?? pipeline.sources)
    builder = try TableBuilder(pipeline, model)
    try StudyResults.check(pipeline, model.codebook, builder.tallies.map(\.request))
    guard !files.files.isEmpty else {
      throw PipelineError(problems: [
        .init(
          file: pipeline.file, line: 1,
          message: "no documents in \((sources ?? pipeline.sources).joined(separator: ", ")); Hattama reads "
            + FileFinder.extensions.sorted().map { ".\($0)" }.joined(separator: " "))
      ])
    }
  }

  /// Does the work.
  ///
  /// - Parameters:
  ///   - output: folder, made where it does not exist.
  ///   - jobs: documents at a time; the results do not depend on it.
  ///   - message: takes a line for each problem.
  public func run(
    output: String, jobs: Int, message: @escaping @Sendable (String) -> Void
  ) async throws -> Summary {
    let folder = try OutputFolder(output)
    let store = try Store.create(at: folder.path + "/analysis.sqlite.part")
    let sink = RunSink(RunSink.State(store: store, builder: builder), model, message)
    for problem in files.problems { sink.take(.failure(problem)) }
    let progress = ProgressLine("coding", unit: "documents", total: files.files.count)
    let (files, model) = (files.files, model)
    await OrderedWork.run(
      count: files.count, workers: jobs, state: { CodingWorker(model) },
      job: { worker, index in Self.code(files[index], worker) },
      emit: { _, result in
        sink.take(result)
        progress.advance()
      })
    progress.finish()
    return try sink.finish { state in
      for problem in state.builder.emptyRequests {
        message("\(problem)")
        state.summary.problems += 1
      }
      return try RunOutputs(pipeline, model, folder).write(&state)
    }
  }

  private static func code(_ path: String, _ worker: CodingWorker) -> Result<[CodedDocument], IngestionError>
  {
    do throws(IngestionError) {
      return .success(try worker.code(path))
    } catch {
      return .failure(error)
    }
  }
}
