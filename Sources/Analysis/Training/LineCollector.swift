import Synchronization

/// Takes the lines that workers have fitted.
final class LineCollector: Sendable {
  private let state: Mutex<[LogisticRegression?]>

  init(count: Int) { state = Mutex(Array(repeating: nil, count: count)) }

  func set(_ code: Int, _ line: LogisticRegression?) { state.withLock { $0[code] = line } }

  var lines: [LogisticRegression?] { state.withLock { $0 } }
}
