import Coding
import Ingestion

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

  /// For whoever is done with the worker.
  func finish() { worker.keepWords() }

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
    worker.tendWords()
    let scanner = scanners[store] ?? DifferenceScanner(difference, worker.ingester.analyzer)
    scanners[store] = scanner
    // What cannot be read is coded again.
    return (try? priors[store].isTouched(documents, by: scanner)) == false
  }
}
