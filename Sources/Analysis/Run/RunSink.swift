import Ingestion
import Synchronization

/// Where the results of a run's jobs come together, in the order of the files: store, counts, problems.
final class RunSink: Sendable {
  struct State {
    let store: Store
    var builder: TableBuilder
    var summary = PipelineRun.Summary()
    /// Path and SHA-256 of each document, for the manifest.
    var documents: [String] = []
    /// The first failure to write, after which nothing more is written.
    var failure: StoreError?
  }

  private let state: Mutex<State>
  private let model: CodingModel
  private let message: @Sendable (String) -> Void

  init(_ state: sending State, _ model: CodingModel, _ message: @escaping @Sendable (String) -> Void) {
    self.state = Mutex(state)
    self.model = model
    self.message = message
  }

  /// Takes the documents of a file, or the reason why there are none.
  func take(_ result: Result<[CodedDocument], IngestionError>) {
    state.withLock { state in
      guard state.failure == nil else { return }
      do throws(StoreError) {
        switch result {
        case .success(let documents): for coded in documents { try add(coded, &state) }
        case .failure(let error):
          state.summary.problems += 1
          message("\(error)")
          try state.store.add(error)
        }
      } catch {
        state.failure = error
      }
    }
  }

  /// Ends the work: throws what went wrong on the way, else hands the state on.
  func finish<R>(_ body: (inout State) throws -> R) throws -> R where R: Sendable {
    try state.withLock { state in
      if let failure = state.failure { throw failure }
      return try body(&state)
    }
  }

  private func add(_ coded: CodedDocument, _ state: inout State) throws(StoreError) {
    let number = state.documents.count
    for issue in coded.document.issues where issue.severity != .note {
      message("\(coded.document.path)\(issue.line.map { ":\($0)" } ?? ""): \(issue.message)")
    }
    if coded.document.issues.contains(where: { $0.severity == .error }) { state.summary.problems += 1 }
    state.documents.append("\(coded.document.sha256) \(coded.document.path)")
    let counted = CountedDocument(coded, model, number: number, state.builder.needs, state.builder.gold)
    if !state.builder.add(counted, number: number) { state.summary.outsidePeriod += 1 }
    state.summary.documents += 1
    state.summary.passages += coded.document.passages.count
    state.summary.codedPassages += coded.codings.filter { !$0.codes.isEmpty }.count
    try state.store.add(coded, number: number, model)
  }
}
