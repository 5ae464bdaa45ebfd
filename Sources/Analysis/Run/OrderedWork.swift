import Synchronization

/// Runs independent jobs on several workers and hands their results on in the order of the jobs, so that what
/// is written does not depend on the number of workers. At most `window` results wait for an earlier one.
public enum OrderedWork {
  /// - Parameters:
  ///   - count: number of jobs.
  ///   - workers: number of workers; each makes its own state once.
  ///   - state: what a worker keeps from job to job (parser, tokenizer, caches).
  ///   - job: does job `index`.
  ///   - emit: takes the results in order, never two at a time.
  public static func run<State, Result: Sendable>(
    count: Int, workers: Int, state: @escaping @Sendable () -> State,
    job: @escaping @Sendable (inout State, Int) -> Result,
    emit: @escaping @Sendable (Int, Result) -> Void
  ) async {
    let queue = Queue<Result>(count: count, window: max(8 * workers, 16), emit: emit)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<max(1, min(workers, count)) {
        group.addTask {
          var own = state()
          while let index = await queue.next() { queue.deliver(index, job(&own, index)) }
        }
      }
    }
  }

  private final class Queue<Result: Sendable>: Sendable {
    private struct State {
      var next = 0
      var emitted = 0
      var waiting: [Int: Result] = [:]
      var isEmitting = false
    }

    private let state = Mutex(State())
    private let count: Int
    private let window: Int
    private let emit: @Sendable (Int, Result) -> Void

    init(count: Int, window: Int, emit: @escaping @Sendable (Int, Result) -> Void) {
      self.count = count
      self.window = window
      self.emit = emit
    }

    /// The next job, or nil at the end or when the task was cancelled. Waits while too many results are ahead of
    /// a slow job.
    func next() async -> Int? {
      while !Task.isCancelled {
        let answer: Int? = state.withLock { state in
          guard state.next < count else { return -1 }
          guard state.next < state.emitted + window else { return nil }
          state.next += 1
          return state.next - 1
        }
        if let answer { return answer < 0 ? nil : answer }
        try? await Task.sleep(for: .milliseconds(1))
      }
      return nil
    }

    /// Emits what is next in order. One worker emits at a time, the others leave their results with it.
    func deliver(_ index: Int, _ result: Result) {
      state.withLock { $0.waiting[index] = result }
      while true {
        let ready: (Int, Result)? = state.withLock { state in
          guard !state.isEmitting, let result = state.waiting.removeValue(forKey: state.emitted) else {
            return nil
          }
          state.isEmitting = true
          return (state.emitted, result)
        }
        guard let ready else { return }
        emit(ready.0, ready.1)
        state.withLock { state in
          state.emitted += 1
          state.isEmitting = false
        }
      }
    }
  }
}
