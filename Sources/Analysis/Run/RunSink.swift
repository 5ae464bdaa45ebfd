import Coding
import Ingestion
import Synchronization

/// What became of one file of a run.
struct FileResult: Sendable {
  enum Outcome: Sendable {
    case coded([CodedDocument])
    /// An earlier run's store has its documents: number of the store, and their numbers there.
    case known(store: Int, documents: Range<Int>)
    case failed(IngestionError)
  }

  var file: StoredFile
  /// nil where a stamp would say nothing: the file is too new, is standard input or an archive's entry.
  var stamp: FileStamp?
  var outcome: Outcome
}

/// Where the results of a run's jobs come together, in the order of the files: store, counts, problems.
final class RunSink: Sendable {
  struct State: ~Copyable {
    let store: Store
    var builder: TableBuilder
    let reader: CountedDocumentReader
    var stamps: InputStamps.Writer?
    var summary = PipelineRun.Summary()
    /// Path and SHA-256 of each file, for the manifest.
    var corpus = RunningHash()
    var files = 0
    /// Documents and passages of the transaction under way.
    var pending = (documents: 0, passages: 0)
    /// Files whose documents are still to be copied.
    var copies = Copies()

    init(
      _ store: Store, _ builder: TableBuilder, _ model: CodingModel, _ stamps: consuming InputStamps.Writer
    ) {
      self.store = store
      self.builder = builder
      self.stamps = .some(stamps)
      reader = CountedDocumentReader(model, builder.needs, builder.gold)
      summary.problems = model.errors.count
    }
  }

  /// Files whose documents an earlier store has one behind the other.
  struct Copies {
    var store = 0
    var documents = 0..<0
    var files: [(file: StoredFile, documents: Int)] = []

    func goesOn(with range: Range<Int>, of other: Int) -> Bool {
      store == other && documents.upperBound == range.lowerBound && documents.count + range.count <= 4096
    }
  }

  /// What a transaction has at most, so what a killed run loses: about as much as is under way at a time.
  private static let batch = (documents: 16, passages: 2000)

  private let state: Mutex<State>
  private let model: CodingModel
  private let message: @Sendable (String) -> Void

  init(
    _ state: consuming sending State, _ model: CodingModel, _ message: @escaping @Sendable (String) -> Void
  ) {
    self.state = Mutex(state)
    self.model = model
    self.message = message
  }

  var hasDocuments: Bool {
    state.withLock { $0.summary.documents > 0 || !$0.copies.files.isEmpty }
  }

  /// The name of an attached store in SQL.
  static func name(ofPrior number: Int) -> String { "prior\(number)" }

  /// Takes the documents of a file, or the reason why there are none.
  ///
  /// - Throws: `StoreError`, `OutputError`.
  func take(_ result: FileResult) throws {
    try state.withLock { state in
      if let stamp = result.stamp, !result.file.sha256.isEmpty {
        try state.stamps?.add(result.file.path, stamp, sha256: result.file.sha256)
      }
      switch result.outcome {
      case .known(let store, let documents):
        if !state.copies.goesOn(with: documents, of: store) {
          try copy(&state)
          state.copies.store = store
          state.copies.documents = documents.lowerBound..<documents.lowerBound
        }
        state.copies.documents = state.copies.documents.lowerBound..<documents.upperBound
        state.copies.files.append((result.file, documents.count))
        return
      case .coded(let documents):
        try copy(&state)
        try add(documents, of: result.file, &state)
      case .failed(let error):
        try copy(&state)
        message("\(error)")
        state.summary.problems += 1
        try state.store.add(error, number: state.files, first: state.summary.documents)
        state.pending.documents += 1
      }
      state.files += 1
      if state.pending.documents >= Self.batch.documents || state.pending.passages >= Self.batch.passages {
        try commit(&state)
      }
    }
  }

  /// Ends the taking of files.
  ///
  /// - Parameter isWhole: whether there are no more; else what was taken is kept for the next run.
  func finish<R: Sendable>(isWhole: Bool = true, _ body: (inout State) throws -> R) throws -> R {
    try state.withLock { state in
      try copy(&state)
      try commit(&state)
      if isWhole, let stamps = state.stamps.take() { try stamps.commit() }
      return try body(&state)
    }
  }

  private func commit(_ state: inout State) throws(StoreError) {
    try state.store.commit()
    state.pending = (0, 0)
  }

  private func add(
    _ documents: [CodedDocument], of file: StoredFile, _ state: inout State
  ) throws(StoreError) {
    let first = state.summary.documents
    for (index, coded) in documents.enumerated() {
      coded.document.messages.forEach(message)
      if coded.document.hasErrors { state.summary.problems += 1 }
      let counted = CountedDocument(
        coded, model, number: first + index, state.builder.needs, state.builder.gold)
      state.builder.add(counted, number: first + index)
      state.summary.passages += coded.document.passages.count
      state.summary.codedPassages += coded.codings.count { coding in
        coding.codes.contains { !CodingJSON.isPolarity($0, model) }
      }
      state.pending.passages += coded.document.passages.count
    }
    state.corpus.add("\(file.sha256) \(file.path)")
    try state.store.add(documents, of: file, number: state.files, first: first, model)
    state.summary.documents += documents.count
    state.pending.documents += documents.count
  }

  /// Copies what is to be copied, and counts it from the store as if it had been coded now.
  private func copy(_ state: inout State) throws(StoreError) {
    guard !state.copies.files.isEmpty else { return }
    let first = state.summary.documents
    let here = first..<(first + state.copies.documents.count)
    try state.store.copy(
      state.copies.documents, from: Self.name(ofPrior: state.copies.store), first: first)
    for (file, documents) in state.copies.files {
      try state.store.add(file, number: state.files, first: state.summary.documents, documents: documents)
      state.corpus.add("\(file.sha256) \(file.path)")
      state.files += 1
      state.summary.documents += documents
    }
    try state.summary.count(state.store, here, &state.builder, state.reader)
    for text in try state.store.messages(of: here) { message(text) }
    state.copies = Copies()
    try commit(&state)
  }
}

extension PipelineRun.Summary {
  /// Counts documents of a store, for tables and for the summary.
  ///
  /// - Parameter range: their numbers; nil for all, and then files that could not be read count as problems too.
  mutating func count(
    _ store: Store, _ range: Range<Int>?, _ builder: inout TableBuilder, _ reader: CountedDocumentReader
  ) throws(StoreError) {
    try store.counted(reader, range) { number, counted in builder.add(counted, number: number) }
    let sums = try store.sums(range)
    passages += sums.passages
    codedPassages += sums.codedPassages
    problems += sums.problems
    if range == nil { documents += sums.documents }
  }
}
