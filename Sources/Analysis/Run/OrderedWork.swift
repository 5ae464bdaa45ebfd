import Synchronization

/// Runs independent jobs on several workers and hands their results on in the order of the jobs, so that what
/// is written does not depend on the number of workers. At most `window` results wait for an earlier one.
public enum OrderedWork {
  /// More than these are not set to work, whatever is asked for: a thread each, and results that wait for one another.
  public static let mostWorkers = 1024

  /// - Parameters:
  ///   - workers: number of workers; each makes its own state once.
  ///   - next: gives the next job, or nil at the end; never called by two workers at a time.
  ///   - state: what a worker keeps from job to job (parser, tokenizer, caches).
  ///   - job: does a job.
  ///   - emit: takes the results in order, never two at a time, with their numbers from 0. Where it throws, the work ends.
  ///   - finish: what a worker does with its state when there are no jobs any more; not where the task was cancelled.
  /// - Throws: what `emit` threw. A cancelled task ends early without throwing: no job is begun any more, and the results
  ///   that are complete without gaps have been handed on.
  public static func run<Job: Sendable, State, Result: Sendable>(
    workers: Int, next: @escaping @Sendable () -> Job?, state: @escaping @Sendable () -> State,
    job: @escaping @Sendable (inout State, Job) -> Result,
    emit: @escaping @Sendable (Int, Result) throws -> Void,
    finish: @escaping @Sendable (State) -> Void = { _ in }
  ) async throws {
    let workers = min(max(1, workers), mostWorkers)
    let queue = Queue(window: max(8 * workers, 16), next: next, emit: emit)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<workers {
        group.addTask {
          guard var work = await queue.take() else { return }
          var own = state()
          while true {
            queue.deliver(work.number, job(&own, work.job))
            guard let following = await queue.take() else { break }
            work = following
          }
          if !Task.isCancelled { finish(own) }
        }
      }
    }
    if let failure = queue.failure { throw failure }
  }

  /// The same for jobs that have numbers only, 0 to `count` - 1, and results that are always taken.
  public static func run<State, Result: Sendable>(
    count: Int, workers: Int, state: @escaping @Sendable () -> State,
    job: @escaping @Sendable (inout State, Int) -> Result,
    emit: @escaping @Sendable (Int, Result) -> Void
  ) async {
    let counter = Counter()
    // `emit` does not throw, so nothing is thrown.
    try? await run(
      workers: min(workers, count), next: { counter.next(below: count) }, state: state, job: job, emit: emit)
  }

  private final class Counter: Sendable {
    private let value = Atomic<Int>(0)

    func next(below count: Int) -> Int? {
      let number = value.add(1, ordering: .relaxed).oldValue
      return number < count ? number : nil
    }
  }

  private final class Queue<Job: Sendable, Result: Sendable>: Sendable {
    private struct State {
      var taken = 0
      var emitted = 0
      var waiting: [Int: Result] = [:]
      var isEmitting = false
      var isOver = false
      var failure: (any Error)?
    }

    private let state = Mutex(State())
    /// Held while a job is fetched, which may take longer than anything that `state` guards.
    private let source = Mutex(())
    private let window: Int
    private let nextJob: @Sendable () -> Job?
    private let emit: @Sendable (Int, Result) throws -> Void

    init(
      window: Int, next: @escaping @Sendable () -> Job?,
      emit: @escaping @Sendable (Int, Result) throws -> Void
    ) {
      self.window = window
      nextJob = next
      self.emit = emit
    }

    var failure: (any Error)? { state.withLock(\.failure) }

    /// The next job, or nil at the end, after a failure, or when the task was cancelled. Waits while too many results are
    /// ahead of a slow job.
    func take() async -> (number: Int, job: Job)? {
      while !Task.isCancelled {
        let (isOver, isFree) = state.withLock { ($0.isOver, $0.taken < $0.emitted + window) }
        if isOver { return nil }
        if isFree {
          // More than the window may be taken by as many as there are workers.
          return source.withLock { _ in
            guard !state.withLock(\.isOver), let job = nextJob() else {
              state.withLock { $0.isOver = true }
              return nil
            }
            return state.withLock { state in
              state.taken += 1
              return (state.taken - 1, job)
            }
          }
        }
        try? await Task.sleep(for: .milliseconds(1))
      }
      return nil
    }

    /// Emits what is next in order. One worker emits at a time, the others leave their results with it.
    func deliver(_ index: Int, _ result: Result) {
      state.withLock { $0.waiting[index] = result }
      while true {
        let ready: (Int, Result)? = state.withLock { state in
          guard !state.isEmitting, state.failure == nil,
            let result = state.waiting.removeValue(forKey: state.emitted)
          else { return nil }
          state.isEmitting = true
          return (state.emitted, result)
        }
        guard let ready else { return }
        var failure: (any Error)?
        do { try emit(ready.0, ready.1) } catch { failure = error }
        state.withLock { state in
          state.emitted += 1
          state.isEmitting = false
          if let failure {
            state.failure = failure
            state.isOver = true
            state.waiting.removeAll()
          }
        }
      }
    }
  }
}
