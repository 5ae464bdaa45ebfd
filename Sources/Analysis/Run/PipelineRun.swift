import Coding
import Ingestion
import Reporting

/// Runs a pipeline: ingests and codes its sources, counts, and writes tables, report, store and manifest.
///
/// A run takes over from earlier ones in the same folder what has not changed: documents whose bytes are the same and
/// that the same program coded with the same lexicons, and all results where nothing has changed at all. The results
/// are those of a run that starts from nothing.
public struct PipelineRun: Sendable {
  /// What a run did.
  public struct Summary: Sendable, Codable, Equatable {
    public var documents = 0
    public var passages = 0
    public var codedPassages = 0
    /// What of that is in the tables.
    public var counted = Counted()
    /// Files that could not be read, documents with errors, and what of the lexicons could not be used.
    public var problems = 0
    /// Files written, in order, with their folder.
    public var files: [String] = []
    /// Nothing has changed since the last run, and nothing was written.
    public var isUnchanged = false
  }

  /// What of the documents read is in the tables: those of the period, without headings.
  public struct Counted: Sendable, Codable, Equatable {
    public var documents = 0
    public var passages = 0
    /// With a code of any dimension; polarity, which every passage has, is none.
    public var codedPassages = 0
    /// Documents with a day outside of the period: in the store, not in the tables.
    public var outsidePeriod = 0
    /// Documents without a day, which are outside of every bounded period.
    public var undated = 0
  }

  /// How a run goes about it; the results do not depend on it.
  public struct Options: Sendable {
    /// Documents at a time.
    public var jobs: Int
    /// Forget all earlier runs.
    public var isFresh = false
    /// Read every file, whatever its stamp says.
    public var verifiesInput = false

    public init(jobs: Int = 1) { self.jobs = jobs }
  }

  private let pipeline: Pipeline
  private let model: CodingModel
  private let sources: [String]
  private let builder: TableBuilder

  /// - Parameters:
  ///   - sources: files and folders that take the place of the pipeline's own.
  /// - Throws: `PipelineError` where a table asks for what the codebook does not have.
  public init(_ pipeline: Pipeline, _ model: CodingModel, sources: [String]? = nil) throws(PipelineError) {
    var pipeline = pipeline
    // What is said of the pipeline's own sources does not hold for others.
    if sources != nil { pipeline.isDemonstration = false }
    if sources == nil { try PipelineFiles.checkSources(pipeline) }
    self.pipeline = pipeline
    self.model = model
    // Documents are numbered as they come, and samples are drawn and examples chosen by their numbers.
    self.sources = InputWalk.inOneOrder(sources ?? pipeline.sources)
    builder = try TableBuilder(pipeline, model)
    try StudyResults.check(pipeline, model.codebook, builder.tallies.map(\.request))
  }

  /// Does the work, or what of it is still to be done. A cancelled task ends it soon; the next run goes on from there.
  ///
  /// - Parameters:
  ///   - output: folder, made where it does not exist; one run at a time may write to it.
  ///   - message: takes a line for each problem.
  /// - Throws: `NothingToRead`, `OutputError`, `StoreError`, `PipelineError`, `CancellationError`.
  public func run(
    output: String, _ options: Options = Options(), message: @escaping @Sendable (String) -> Void
  ) async throws -> Summary {
    let started = FileStamp.now()
    let survey = InputSurvey(sources, started: started)
    // What earlier runs have left in the folder is not written over with nothing.
    guard survey.files > survey.missing.count else {
      if let remark = survey.passedOver.remark { message(remark) }
      throw NothingToRead(sources: sources, missing: survey.missing)
    }
    let folder = try RunFolder(output)
    try folder.checkStore(isFresh: options.isFresh)
    if options.isFresh { folder.forget() }
    let keys = RunKeys(pipeline, model)
    let inputs = survey.fingerprint
    let last = folder.state
    let isSameInput = !inputs.isEmpty && last?.inputs == inputs && !options.verifiesInput
    if isSameInput, let last, last.keys == keys, last.isComplete(in: folder) {
      return try unchanged(last, folder, survey, message)
    }
    try folder.begin(after: last)
    let isCoded = isSameInput && last?.keys.coding == keys.coding
    let counted =
      try isCoded
      ? recount(folder, survey, keys, message) : await code(survey, started, folder, keys, options, message)
    var summary = counted.summary
    let remarks = counted.builder.remarks
    remarks.forEach(message)
    summary.problems += remarks.count
    let names = try RunOutputs(pipeline, model, folder.results).write(
      counted.builder.tables, counted.manifest)
    try folder.finish(
      RunState(keys: keys, inputs: inputs, files: [], summary: summary, remarks: remarks), names, last)
    summary.files = names.map(folder.path)
    return summary
  }

  /// What the tables are made of.
  private struct Outcome {
    var builder: TableBuilder
    var summary: Summary
    var manifest: Manifest
  }

  private func unchanged(
    _ last: RunState, _ folder: RunFolder, _ survey: InputSurvey, _ message: (String) -> Void
  ) throws -> Summary {
    try Store.open(folder.store).messages().forEach(message)
    if let remark = survey.passedOver.remark { message(remark) }
    last.remarks.forEach(message)
    var summary = last.summary
    summary.files = last.files.map { folder.path($0.name) }
    summary.isUnchanged = true
    return summary
  }

  /// Counts the finished store anew: only the pipeline has changed, or results are missing.
  private func recount(
    _ folder: RunFolder, _ survey: InputSurvey, _ keys: RunKeys, _ message: (String) -> Void
  ) throws -> Outcome {
    let store = try Store.open(folder.store)
    var (builder, summary) = (builder, Summary())
    try summary.count(store, nil, &builder, CountedDocumentReader(model, builder.needs, builder.gold))
    try store.messages().forEach(message)
    if let remark = survey.passedOver.remark { message(remark) }
    let corpus = try store.manifest().first { $0.key == Manifest.corpus }?.value ?? ""
    try store.close()
    summary.counted = builder.counted
    var manifest = Manifest(pipeline, model, keys, corpus: corpus)
    manifest.add(summary, pipeline)
    try Store.replaceManifest(of: folder.store, manifest.facts)
    return Outcome(builder: builder, summary: summary, manifest: manifest)
  }

  /// Brings the store up to date and puts it in its place.
  private func code(
    _ survey: InputSurvey, _ started: Int64, _ folder: RunFolder, _ keys: RunKeys, _ options: Options,
    _ message: @escaping @Sendable (String) -> Void
  ) async throws -> Outcome {
    let priors = try folder.priors(keys, model.lexicon)
    let store = try Store.create(at: folder.part, keys, LexiconState(model.lexicon))
    for (number, prior) in priors.enumerated() {
      try store.attach(prior, as: RunSink.name(ofPrior: number))
    }
    try store.add(model.errors)
    let sink = RunSink(
      RunSink.State(store, builder, model, try InputStamps.Writer(folder.results, RunFolder.inputs)), model,
      message)
    let stamps = options.verifiesInput ? InputStamps() : folder.stamps
    let queue = InputQueue(InputReader(sources, limits: pipeline.limits), priors, stamps, started: started)
    let progress = ProgressLine("coding", unit: "documents", total: survey.hasArchives ? nil : survey.files)
    defer { progress.finish() }
    let (model, limits) = (model, pipeline.limits)
    try await OrderedWork.run(
      workers: options.jobs, next: { queue.next() }, state: { RunWorker(model, limits, priors) },
      job: { worker, job in worker.result(of: job) },
      emit: { _, result in
        try sink.take(result)
        progress.advance()
      },
      finish: { $0.finish() })
    guard !Task.isCancelled, sink.hasDocuments else {
      try sink.finish(isWhole: false) { try $0.store.close() }
      if Task.isCancelled { throw CancellationError() }
      throw NothingToRead(sources: sources)
    }
    if let remark = queue.passedOver.remark { message(remark) }
    let counted = try sink.finish { state in
      var manifest = Manifest(
        pipeline, model, keys, corpus: "\(state.summary.documents) documents \(state.corpus.value)")
      state.summary.counted = state.builder.counted
      manifest.add(state.summary, pipeline)
      try state.store.add(LexiconSnapshot(model.lexicon.schemes[0]))
      try state.store.finish(manifest.facts)
      return Outcome(builder: state.builder, summary: state.summary, manifest: manifest)
    }
    try folder.publish()
    return counted
  }
}
