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

  /// What was not taken so far of folders and archives.
  var passedOver: PassedOver { reader.passedOver }

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
  /// Of the files, those that are not there: misspelt names, links that lead nowhere.
  private(set) var missing: [String] = []
  /// What is of no kind that is read, archives not looked into.
  let passedOver = PassedOver()
  private var hash = RunningHash()
  private var isCertain = true

  /// Lists all files without reading them.
  ///
  /// - Parameter started: nanoseconds since 1970, now.
  init(_ paths: [String], started: Int64) {
    for found in InputWalk(paths, passedOver: passedOver) {
      switch found {
      case .problem(let problem): hash.add("\(problem)")
      case .file(let path):
        let stamp = FileStamp(path: path)
        files += 1
        if stamp == nil, path != "-" { missing.append(path) }
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
