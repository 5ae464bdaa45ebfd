import Ingestion
import Synchronization

/// The files of a run one after another, each with what is known of it from earlier runs.
final class InputQueue: Sendable {
  struct Job: Sendable {
    var path: String
    /// nil where it says nothing.
    var stamp: FileStamp?
    /// Of the file as it is, if its stamp tells.
    var sha256: String?
    /// What stores of earlier runs have under its name.
    var known: [(store: Int, file: PriorStore.File)]
  }

  private let files: [String]
  private let priors: [PriorStore]
  private let stamps: InputStamps
  private let started: Int64
  private let place = Mutex(0)

  /// - Parameters:
  ///   - stamps: empty where every file is to be read.
  ///   - started: nanoseconds since 1970, before any file is read.
  init(_ files: [String], _ priors: [PriorStore], _ stamps: InputStamps, started: Int64) {
    self.files = files
    self.priors = priors
    self.stamps = stamps
    self.started = started
  }

  func next() -> Job? {
    let index = place.withLock { place in
      place += 1
      return place - 1
    }
    guard index < files.count else { return nil }
    let path = files[index]
    // Before it is read: a file that changes meanwhile has another stamp the next time.
    let stamp = FileStamp(path: path).flatMap { $0.isYoung(at: started) ? nil : $0 }
    // A store that cannot be looked into knows nothing, and the file is coded.
    let known = priors.enumerated().compactMap { number, prior in
      (try? prior.file(path)).flatMap { $0 }.map { (number, $0) }
    }
    return Job(
      path: path, stamp: stamp, sha256: stamp.flatMap { stamps.sha256(of: path, $0) }, known: known)
  }

  /// A hash over names and stamps of all files; empty where one says nothing.
  static func fingerprint(of files: [String], started: Int64) -> String {
    var hash = RunningHash()
    for path in files {
      let stamp = FileStamp(path: path)
      if path == "-" || stamp?.isYoung(at: started) == true { return "" }
      hash.add(path)
      hash.add(stamp.map { "\($0.size) \($0.modified) \($0.changed) \($0.inode)" } ?? "")
    }
    return hash.value
  }
}

extension CodingWorker {
  /// Codes a file, unless it is as it was when an earlier run coded it.
  func result(of job: InputQueue.Job) -> FileResult {
    var file = StoredFile(path: job.path, sha256: job.sha256 ?? "")
    func known(_ sha256: String) -> FileResult? {
      job.known.first { $0.file.sha256 == sha256 }.map { store, prior in
        FileResult(
          file: StoredFile(path: job.path, sha256: sha256), stamp: job.stamp,
          outcome: .known(store: store, documents: prior.documents))
      }
    }
    if let sha256 = job.sha256, let result = known(sha256) { return result }
    do throws(IngestionError) {
      let bytes = try SourceFile.bytes(of: job.path)
      if !job.known.isEmpty, let result = known(SourceFile.sha256(bytes)) { return result }
      let documents = try code(bytes, path: job.path)
      file.sha256 = documents.first?.document.sha256 ?? ""
      return FileResult(file: file, stamp: job.stamp, outcome: .coded(documents))
    } catch {
      return FileResult(file: file, stamp: nil, outcome: .failed(error))
    }
  }
}
