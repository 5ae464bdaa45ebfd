import Coding
import Ingestion

/// The files of a run one after another, each with what is known of it from earlier runs.
final class InputQueue: Sendable {
  struct Job: Sendable {
    var input: InputReader.Input
    /// nil where it says nothing.
    var stamp: FileStamp?
    /// Of the file as it is, if its stamp tells.
    var sha256: String?
    /// What stores of earlier runs have under its name.
    var known: [(store: Int, file: PriorStore.File)]
  }

  private let reader: InputReader
  private let priors: [PriorStore]
  private let stamps: InputStamps
  private let started: Int64

  /// - Parameters:
  ///   - stamps: empty where every file is to be read.
  ///   - started: nanoseconds since 1970, before any file is read.
  init(_ reader: InputReader, _ priors: [PriorStore], _ stamps: InputStamps, started: Int64) {
    self.reader = reader
    self.priors = priors
    self.stamps = stamps
    self.started = started
  }

  func next() -> Job? {
    guard let input = reader.next() else { return nil }
    var job = Job(input: input, known: [])
    switch input.content {
    case .problem: return job
    case .bytes: break
    case .file:
      // Before it is read: a file that changes meanwhile has another stamp the next time.
      job.stamp = FileStamp(path: input.path).flatMap { $0.isYoung(at: started) ? nil : $0 }
      job.sha256 = job.stamp.flatMap { stamps.sha256(of: input.path, $0) }
    }
    // A store that cannot be looked into knows nothing, and the file is coded.
    job.known = priors.enumerated().compactMap { number, prior in
      (try? prior.file(input.path)).flatMap { $0 }.map { (number, $0) }
    }
    return job
  }
}

/// What a run has to read, as far as names and stamps tell.
struct InputSurvey: Sendable {
  /// Files; an archive or JSON Lines file is one.
  private(set) var files = 0
  private(set) var hasArchives = false
  private var hash = RunningHash()
  private var isCertain = true

  /// Lists all files without reading them.
  ///
  /// - Parameter started: nanoseconds since 1970, now.
  init(_ paths: [String], started: Int64) {
    for found in InputWalk(paths) {
      switch found {
      case .problem(let problem): hash.add("\(problem)")
      case .file(let path):
        let stamp = FileStamp(path: path)
        files += 1
        if InputArchive.mayHaveEntries(path) { hasArchives = true }
        if path == "-" || stamp?.isYoung(at: started) == true { isCertain = false }
        hash.add(path)
        hash.add(stamp.map { "\($0.size) \($0.modified) \($0.changed) \($0.inode)" } ?? "")
      }
    }
  }

  /// A hash over names and stamps; empty where a stamp says nothing.
  var fingerprint: String { isCertain ? hash.value : "" }
}

/// Codes files, one after another, or says that an earlier run has what coding would give.
final class RunWorker {
  private let worker: CodingWorker
  private let priors: [PriorStore]
  /// By number of the store; made when it is first needed.
  private var scanners: [DifferenceScanner?]

  init(_ model: CodingModel, _ limits: Limits, _ priors: [PriorStore]) {
    worker = CodingWorker(model, limits: limits)
    self.priors = priors
    scanners = Array(repeating: nil, count: priors.count)
  }

  /// Codes a file, unless it is as it was when an earlier run coded it and the lexicons say the same of it.
  func result(of job: InputQueue.Job) -> FileResult {
    let path = job.input.path
    func result(_ sha256: String, _ outcome: FileResult.Outcome) -> FileResult {
      FileResult(file: StoredFile(path: path, sha256: sha256), stamp: job.stamp, outcome: outcome)
    }
    func known(_ sha256: String) -> FileResult? {
      job.known.first { $0.file.sha256 == sha256 && isCodedAlike($0.file.documents, of: $0.store) }.map {
        store, prior in
        result(sha256, .known(store: store, documents: prior.documents))
      }
    }
    if let sha256 = job.sha256, let result = known(sha256) { return result }
    do throws(IngestionError) {
      let bytes = try job.input.bytes(worker.limits)
      if !job.known.isEmpty, let result = known(SourceFile.sha256(bytes)) { return result }
      let documents = try worker.code(bytes, path: path)
      return result(documents.first?.document.sha256 ?? "", .coded(documents))
    } catch {
      return FileResult(file: StoredFile(path: path, sha256: ""), outcome: .failed(error))
    }
  }

  /// Whether the lexicons of now give documents of a store the codes that it has.
  private func isCodedAlike(_ documents: Range<Int>, of store: Int) -> Bool {
    guard let difference = priors[store].difference else { return true }
    worker.ingester.forgetWordsWhereMany()
    let scanner = scanners[store] ?? DifferenceScanner(difference, worker.ingester.analyzer)
    scanners[store] = scanner
    // What cannot be read is coded again.
    return (try? priors[store].isTouched(documents, by: scanner)) == false
  }
}
